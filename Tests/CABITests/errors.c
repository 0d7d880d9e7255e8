/* Whatever a caller passes, the process lives: each bad call fails with the right code and a message. */
#include "check.h"

#define HUGE_COUNT ((size_t)-1)
#define FAILS(code, call) expect_error((call) != EW_OK, code, #call)
#define GIVES_NULL(code, call) expect_error((call) == NULL, code, #call)
#define GIVES(value, code, call) expect_error((call) == (value), code, #call)

static const int64_t two_three[] = {2, 3};

static void null_handles(ew_tensor *x) {
  const int64_t one = 1;
  ew_scalar number;
  GIVES_NULL(EW_ERROR_TYPE, ew_add(NULL, x, EW_INT(1)));
  GIVES_NULL(EW_ERROR_TYPE, ew_add(x, NULL, EW_INT(1)));
  GIVES_NULL(EW_ERROR_TYPE, ew_add_scalar(x, NULL, EW_INT(1)));
  FAILS(EW_ERROR_TYPE, ew_add_(NULL, x, EW_INT(1)));
  GIVES_NULL(EW_ERROR_TYPE, ew_tensor_retain(NULL));
  GIVES(0, EW_ERROR_TYPE, ew_tensor_dim(NULL));
  GIVES(0, EW_ERROR_TYPE, ew_tensor_numel(NULL));
  GIVES(-1, EW_ERROR_TYPE, ew_tensor_dtype(NULL));
  GIVES(-1, EW_ERROR_TYPE, ew_tensor_shape(NULL, NULL, 0));
  GIVES_NULL(EW_ERROR_TYPE, ew_tensor_data(NULL));
  GIVES_NULL(EW_ERROR_TYPE, ew_tensor_to_string(NULL));
  GIVES_NULL(EW_ERROR_TYPE, ew_tensor_grad(NULL));
  FAILS(EW_ERROR_TYPE, ew_tensor_item(NULL, &number));
  FAILS(EW_ERROR_TYPE, ew_tensor_backward(NULL, NULL, false, false));
  FAILS(EW_ERROR_TYPE, ew_tensor_set_data(x, NULL));
  GIVES_NULL(EW_ERROR_TYPE, ew_module_forward(NULL, x));
  FAILS(EW_ERROR_TYPE, ew_module_train(NULL, true));
  GIVES(0, EW_ERROR_TYPE, ew_module_parameter_count(NULL));
  FAILS(EW_ERROR_TYPE, ew_optimizer_step(NULL));
  GIVES_NULL(EW_ERROR_TYPE, ew_adam_for_module(NULL, NULL));
  GIVES(-1, EW_ERROR_TYPE, ew_dataset_count(NULL));
  GIVES_NULL(EW_ERROR_TYPE, ew_dataloader_new(NULL, NULL));
  GIVES(-1, EW_ERROR_TYPE, ew_dataloader_length(NULL));
  GIVES(-1, EW_ERROR_TYPE, ew_value_kind(NULL));
  GIVES_NULL(EW_ERROR_TYPE, ew_image_to_tensor(NULL));
  GIVES_NULL(EW_ERROR_TYPE, ew_argmax(NULL, &one, false));
  FAILS(EW_ERROR_TYPE, ew_generator_set_state(NULL, NULL));
  ew_tensor_release(NULL), ew_module_release(NULL), ew_optimizer_release(NULL), ew_dataset_release(NULL);
  ew_dataloader_release(NULL), ew_generator_release(NULL), ew_value_release(NULL);
  ew_string_free(NULL), ew_strings_free(NULL, 3), ew_tensors_free(NULL, 3), ew_buffer_free(NULL);
  expect(true, "NULL may be released");
}

static void wrong_kinds(ew_tensor *x) {
  ew_module *relu = ew_relu_new();
  ew_generator *generator = ew_generator_new();
  ew_value *value = ew_value_new_int(1);
  ew_tensor *mixed[] = {x, (ew_tensor *)relu};
  GIVES_NULL(EW_ERROR_TYPE, ew_exp((ew_tensor *)relu));
  GIVES_NULL(EW_ERROR_TYPE, ew_mul(x, (ew_tensor *)generator));
  GIVES_NULL(EW_ERROR_TYPE, ew_cat(mixed, 2, 0));
  GIVES_NULL(EW_ERROR_TYPE, ew_module_forward((ew_module *)x, x));
  GIVES_NULL(EW_ERROR_TYPE, ew_module_forward(relu, (ew_tensor *)relu));
  GIVES_NULL(EW_ERROR_TYPE, ew_sequential_new((ew_module *const *)mixed, 2));
  FAILS(EW_ERROR_TYPE, ew_module_append(relu, relu));
  FAILS(EW_ERROR_TYPE, ew_optimizer_step((ew_optimizer *)relu));
  GIVES_NULL(EW_ERROR_TYPE, ew_randn(two_three, 2, (ew_generator *)x, EW_DTYPE_NONE));
  GIVES_NULL(EW_ERROR_TYPE, ew_dataloader_new((ew_dataset *)x, NULL));
  GIVES(-1, EW_ERROR_TYPE, ew_dataset_count((ew_dataset *)value));
  GIVES(-1, EW_ERROR_TYPE, ew_value_kind((ew_value *)x));
  GIVES_NULL(EW_ERROR_TYPE, ew_value_new_tensor((ew_tensor *)value));
  GIVES_NULL(EW_ERROR_TYPE, ew_tensor_retain((ew_tensor *)8)); /* no address of an object */
  ew_value_release(value), ew_generator_release(generator), ew_module_release(relu);
}

static void hostile_sizes(ew_tensor *x) {
  const int64_t negative[] = {2, -3}, overflowing[] = {INT64_MAX, INT64_MAX}, huge[] = {(int64_t)1 << 50};
  const int64_t zero_and_huge[] = {0, INT64_MAX, INT64_MAX}, minus[] = {-1, -1}, least[] = {INT64_MIN};
  GIVES_NULL(EW_ERROR_RUNTIME, ew_zeros(negative, 2, EW_FLOAT32));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_zeros(overflowing, 2, EW_FLOAT32));
  GIVES_NULL(EW_ERROR_OUT_OF_MEMORY, ew_zeros(huge, 1, EW_FLOAT32));
  GIVES_NULL(EW_ERROR_OUT_OF_MEMORY, ew_randn(huge, 1, NULL, EW_FLOAT64));
  ew_tensor *empty = ew_zeros(zero_and_huge, 3, EW_FLOAT32);
  expect(empty == NULL || ew_tensor_numel(empty) == 0, "no elements, however large the other sizes");
  expect(empty == NULL || ew_repeat(empty, zero_and_huge + 1, 1) == NULL, "an empty tensor repeated too often");
  ew_tensor_release(empty);
  GIVES_NULL(EW_ERROR_RUNTIME, ew_tensor_from_data(NULL, overflowing, 2, EW_FLOAT32));
  GIVES_NULL(EW_ERROR_TYPE, ew_tensor_from_data(NULL, NULL, 2, EW_FLOAT32));
  GIVES_NULL(EW_ERROR_VALUE, ew_zeros(two_three, HUGE_COUNT, EW_FLOAT32));
  GIVES_NULL(EW_ERROR_VALUE, ew_zeros(two_three, (size_t)1 << 40, EW_FLOAT32));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_reshape(x, minus, 2));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_reshape(x, least, 1));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_expand(x, overflowing, 2));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_repeat(x, overflowing, 2));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_as_strided(x, two_three, 2, overflowing, 2, NULL));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_narrow(x, 0, 0, INT64_MAX));
  GIVES_NULL(EW_ERROR_INDEX, ew_narrow(x, 0, INT64_MIN, 1));
  expect(ew_linear_new(INT64_MAX, INT64_MAX, true, EW_DTYPE_NONE) == NULL, "linear of overflowing sizes");
  expect(ew_linear_new(-1, 2, true, EW_DTYPE_NONE) == NULL, "linear of negative sizes");
  expect(ew_embedding_new(INT64_MAX, 2, NULL, EW_DTYPE_NONE) == NULL, "embedding of overflowing sizes");
  expect(ew_image_pad(x, INT64_MAX, INT64_MAX, 1, 1, 0) == NULL, "image padding that overflows");
  expect(ew_image_resize(x, INT64_MAX, 2, EW_BILINEAR, true) == NULL, "image size that overflows");
  expect(ew_image_center_crop(x, -1, 2) == NULL, "negative crop");
  GIVES_NULL(EW_ERROR_RUNTIME, ew_arange(EW_INT(0), EW_INT(3), EW_INT(0), EW_DTYPE_NONE));
  expect(ew_arange(EW_FLOAT(0), EW_FLOAT(1e300), EW_FLOAT(1), EW_DTYPE_NONE) == NULL, "arange of too many");
  GIVES_NULL(EW_ERROR_RUNTIME, ew_arange(EW_INT(0), EW_INT(INT64_MIN), EW_INT(-1), EW_DTYPE_NONE));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_slice_backward(x, huge, 1, 0, 0, 1));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_slice_backward(x, two_three, 2, 0, 1, INT64_MAX));
  ew_tensor *triangle = ew_tril_indices(INT64_MAX, 0, INT64_MIN);
  expect(triangle && ew_tensor_numel(triangle) == 0, "a triangle without columns");
  ew_tensor_release(triangle);
  expect(ew_eye(INT64_MAX, NULL, EW_DTYPE_NONE) == NULL, "eye that overflows");
  ew_module *pool = ew_max_pool2d_new(INT64_MAX, INT64_MAX, NULL);
  expect(pool == NULL || ew_module_forward(pool, x) == NULL, "pooling windows that overflow");
  ew_module_release(pool);
}

static void shared_storage(ew_tensor *x) {
  const int64_t one[] = {1}, least[] = {INT64_MIN}, none[] = {0};
  char memory[16] = {0};
  GIVES_NULL(EW_ERROR_TYPE, ew_tensor_on_storage(NULL, one, NULL, 1, 0, EW_FLOAT32));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_tensor_on_storage(x, one, NULL, 1, -1, EW_FLOAT32));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_tensor_on_storage(x, one, NULL, 1, INT64_MAX, EW_FLOAT32));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_tensor_on_storage(x, one, NULL, 1, INT64_MAX / 4, EW_FLOAT32));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_tensor_on_storage(x, two_three, least, 1, 0, EW_FLOAT32));
  GIVES_NULL(EW_ERROR_VALUE, ew_tensor_on_storage(x, one, NULL, HUGE_COUNT, 0, EW_FLOAT32));
  ew_tensor *empty = ew_tensor_on_storage(x, none, NULL, 1, INT64_MAX, EW_FLOAT32);
  expect(empty == NULL || (ew_tensor_data(empty), ew_tensor_numel(empty) == 0), "no elements, wherever they are");
  ew_tensor_release(empty);
  FAILS(EW_ERROR_TYPE, ew_tensor_storage_resize(NULL, 1));
  FAILS(EW_ERROR_RUNTIME, ew_tensor_storage_resize(x, HUGE_COUNT));
  FAILS(EW_ERROR_OUT_OF_MEMORY, ew_tensor_storage_resize(x, (size_t)1 << 50));
  ew_tensor *lent = ew_tensor_from_memory(memory, sizeof memory, one, NULL, 1, 0, EW_FLOAT32, false, NULL, NULL);
  FAILS(EW_ERROR_RUNTIME, ew_tensor_storage_resize(lent, 32));
  ew_tensor_release(lent);
  ew_tensor *y = ew_ones(two_three, 2, EW_FLOAT32), *bytes = ew_tensor_on_storage(y, two_three, NULL, 1, 22, EW_UINT8);
  expect(bytes && ew_tensor_storage_data(bytes) == ew_tensor_storage_data(y), "a tensor of bytes on the same storage");
  expect(ew_tensor_storage_resize(y, 0) == EW_OK && ew_tensor_storage_size(bytes) == 0, "the storage is empty for both");
  expect(ew_tensor_storage_resize(y, 4096) == EW_OK && ew_tensor_storage_size(bytes) == 4096, "and large for both");
  ew_tensor_release(bytes), ew_tensor_release(y);
}

static void lists(ew_tensor *x) {
  ew_tensor *parts[] = {x, x};
  ew_tensor **list;
  size_t count;
  const int64_t indices[] = {0};
  ew_dataset *set = ew_tensor_dataset_new(parts, 2);
  GIVES_NULL(EW_ERROR_TYPE, ew_cat(NULL, 2, 0));
  expect(ew_cat(NULL, 0, 0) == NULL, "cat of nothing");
  expect(ew_cat(parts, HUGE_COUNT, 0) == NULL, "a list of SIZE_MAX tensors");
  expect(ew_cat(NULL, HUGE_COUNT, 0) == NULL, "no list of SIZE_MAX tensors");
  expect(ew_backward(parts, HUGE_COUNT, NULL, NULL, 0, false, false) != EW_OK, "backward of SIZE_MAX tensors");
  expect(ew_grad(parts, 1, NULL, parts, HUGE_COUNT, false, false, false, parts) != EW_OK, "grad of SIZE_MAX inputs");
  expect(ew_sequential_new((ew_module *const *)parts, HUGE_COUNT) == NULL, "SIZE_MAX modules");
  GIVES_NULL(EW_ERROR_TYPE, ew_sequential_new(NULL, 2));
  expect(ew_adam_new(parts, HUGE_COUNT, NULL) == NULL, "SIZE_MAX parameters");
  expect(ew_sgd_step(parts, HUGE_COUNT, NULL, NULL) != EW_OK, "a step of SIZE_MAX parameters");
  expect(ew_tensor_dataset_new(NULL, 1) == NULL, "a dataset of a NULL list");
  expect(ew_tensor_dataset_new(NULL, 0) == NULL, "a dataset of nothing");
  expect(ew_dataset_subset(set, NULL, 1) == NULL, "a subset of a NULL list");
  expect(ew_dataset_subset(set, indices, HUGE_COUNT) == NULL, "a subset of SIZE_MAX items");
  expect(ew_dataset_concat(NULL, 2) == NULL, "a NULL list of datasets");
  FAILS(EW_ERROR_TYPE, ew_dataset_get(set, 0, NULL, &count));
  FAILS(EW_ERROR_TYPE, ew_dataset_get(set, 0, &list, NULL));
  FAILS(EW_ERROR_INDEX, ew_dataset_get(set, 99, &list, &count));
  FAILS(EW_ERROR_INDEX, ew_dataset_get(set, INT64_MIN, &list, &count));
  FAILS(EW_ERROR_TYPE, ew_state_save("x.pt", NULL, parts, 2));
  FAILS(EW_ERROR_TYPE, ew_state_save(NULL, NULL, NULL, 0));
  FAILS(EW_ERROR_TYPE, ew_state_load("x.pt", false, NULL, &list, &count));
  ew_dataset_release(set);
}

static void indices_and_dtypes(ew_tensor *x) {
  const int64_t five = 5, twice[] = {0, 0};
  const int64_t far_values[] = {0, 7};
  const int64_t two = 2;
  ew_tensor *whole = ew_tensor_from_data(far_values, &two, 1, EW_INT64);
  ew_tensor *half = ew_to_dtype(x, EW_FLOAT64);
  ew_tensor *values = NULL;
  GIVES_NULL(EW_ERROR_INDEX, ew_sum(x, &five, 1, false, EW_DTYPE_NONE));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_sum(x, twice, 2, false, EW_DTYPE_NONE));
  GIVES_NULL(EW_ERROR_INDEX, ew_softmax(x, INT64_MIN, EW_DTYPE_NONE));
  GIVES_NULL(EW_ERROR_INDEX, ew_select(x, 0, INT64_MAX));
  GIVES_NULL(EW_ERROR_INDEX, ew_index_select(x, 0, whole));
  expect(ew_embedding(whole, x, NULL, NULL, 2, false, false) == NULL, "embedding out of range");
  GIVES_NULL(EW_ERROR_INDEX, ew_transpose(x, 0, 9));
  FAILS(EW_ERROR_INDEX, ew_max_dim(x, 9, false, &values, &values));
  FAILS(EW_ERROR_TYPE, ew_max_dim(x, 0, false, NULL, NULL));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_matmul(x, x));
  GIVES_NULL(EW_ERROR_RUNTIME, ew_matmul(x, half));
  expect(ew_bitwise_and(x, x) == NULL, "bits of floats");
  GIVES_NULL(EW_ERROR_RUNTIME, ew_add(x, whole, EW_INT(1)));
  FAILS(EW_ERROR_RUNTIME, ew_add_scalar_(whole, EW_FLOAT(0.5), EW_INT(1)));
  expect(ew_tensor_set_requires_grad(whole, true) != EW_OK, "gradients of integers");
  GIVES_NULL(EW_ERROR_VALUE, ew_zeros(two_three, 2, 12345));
  GIVES_NULL(EW_ERROR_VALUE, ew_to_dtype(x, 8));
  GIVES(0, EW_ERROR_VALUE, ew_dtype_size(-7));
  GIVES(EW_DTYPE_NONE, EW_ERROR_VALUE, ew_promote_types(EW_FLOAT32, 77));
  expect(ew_set_default_dtype(EW_INT64) != EW_OK, "an integer default dtype");
  expect(ew_tensor_item(x, &(ew_scalar){0, 0, 0, 0, 0}) != EW_OK, "item of many elements");
  ew_tensor_release(half), ew_tensor_release(whole);
}

static void texts_and_enums(ew_tensor *x) {
  const ew_scalar no_number = {99, 0, 0, 0, 0};
  GIVES_NULL(EW_ERROR_VALUE, ew_add_scalar(x, &no_number, EW_INT(1)));
  GIVES_NULL(EW_ERROR_TYPE, ew_cross_entropy(x, x, NULL, -100, NULL, 0));
  expect(ew_cross_entropy(x, x, NULL, -100, "median", 0) == NULL, "an unknown reduction");
  expect(ew_div(x, x, "up") == NULL, "an unknown rounding mode");
  GIVES_NULL(EW_ERROR_TYPE, ew_gelu_new(NULL));
  expect(ew_image_resize(x, 2, 2, 42, true) == NULL, "an unknown interpolation");
  GIVES_NULL(EW_ERROR_VALUE, ew_value_new_container(99));
  GIVES_NULL(EW_ERROR_TYPE, ew_load(NULL, false));
  GIVES_NULL(EW_ERROR_FILE_NOT_FOUND, ew_load("/no/such/file.pt", false));
  GIVES_NULL(EW_ERROR_TYPE, ew_npy_load(NULL, false));
  GIVES_NULL(EW_ERROR_TYPE, ew_idx_load(NULL));
  ew_value *value = ew_value_new_int(1);
  FAILS(EW_ERROR_TYPE, ew_save(value, NULL));
  FAILS(EW_ERROR_TYPE, ew_value_as_int(value, NULL));
  FAILS(EW_ERROR_TYPE, ew_save_to_buffer(value, NULL, NULL));
  GIVES_NULL(EW_ERROR_TYPE, ew_value_as_tensor(value));
  expect(ew_load_from_buffer("no checkpoint", 13) == NULL, "a checkpoint of garbage");
  expect(ew_load_from_buffer(NULL, 13) == NULL, "a checkpoint of NULL");
  ew_value_release(value);
  expect(ew_value_new_string("\xff", 1) == NULL, "text that is no UTF-8");
  expect(ew_module_new_custom("Mine", NULL, NULL, NULL) == NULL, "a module without forward");
  expect(ew_module_new_custom(NULL, NULL, NULL, NULL) == NULL, "a module without a name");
  ew_module *linear = ew_linear_new(3, 2, true, EW_DTYPE_NONE);
  GIVES_NULL(EW_ERROR_TYPE, ew_module_get(linear, NULL));
  GIVES_NULL(EW_ERROR_ATTRIBUTE, ew_module_get(linear, "no.such"));
  FAILS(EW_ERROR_TYPE, ew_module_register_module(linear, NULL, linear));
  expect(ew_module_register_module(linear, "a.b", linear) != EW_OK, "a name with a dot");
  FAILS(EW_ERROR_TYPE, ew_module_named_parameters(linear, NULL, NULL, NULL));
  FAILS(EW_ERROR_TYPE, ew_module_register_forward_hook(linear, NULL, NULL, NULL, NULL));
  ew_module_release(linear);
}

static void options(ew_tensor *x) {
  ew_tensor *parts[] = {x};
  ew_dataset *set = ew_tensor_dataset_new(parts, 1);
  ew_conv2d_options conv = EW_CONV2D_OPTIONS_INIT;
  conv.stride[0] = INT64_MIN;
  const int64_t image_shape[] = {1, 1, 2, 3};
  ew_tensor *image = ew_reshape(x, image_shape, 4);
  ew_module *layer = ew_conv2d_new(1, 1, 1, 1, &conv);
  expect(layer == NULL || ew_module_forward(layer, image) == NULL, "a negative stride");
  ew_module_release(layer), ew_tensor_release(image);
  conv = (ew_conv2d_options)EW_CONV2D_OPTIONS_INIT;
  conv.groups = 0;
  expect(ew_conv2d_new(1, 1, 3, 3, &conv) == NULL, "no groups");
  conv.struct_size = 0;
  GIVES_NULL(EW_ERROR_VALUE, ew_conv2d_new(1, 1, 3, 3, &conv));
  ew_pool2d_options pool = {0};
  GIVES_NULL(EW_ERROR_VALUE, ew_max_pool2d_new(2, 2, &pool));
  ew_norm_options norm = {0};
  GIVES_NULL(EW_ERROR_VALUE, ew_batch_norm2d_new(2, &norm));
  ew_adam_options adam = {0};
  GIVES_NULL(EW_ERROR_VALUE, ew_adam_new(parts, 1, &adam));
  adam = (ew_adam_options)EW_ADAM_OPTIONS_INIT;
  adam.beta1 = 1;
  GIVES_NULL(EW_ERROR_VALUE, ew_adam_new(parts, 1, &adam));
  ew_sgd_options sgd = {0};
  FAILS(EW_ERROR_VALUE, ew_sgd_step(parts, 1, NULL, &sgd));
  ew_dataloader_options loader = {0};
  GIVES_NULL(EW_ERROR_VALUE, ew_dataloader_new(set, &loader));
  const ew_dataloader_options fresh = EW_DATALOADER_OPTIONS_INIT;
  loader = fresh, loader.batch_size = -1;
  GIVES_NULL(EW_ERROR_VALUE, ew_dataloader_new(set, &loader));
  loader = fresh, loader.num_workers = -1;
  GIVES_NULL(EW_ERROR_VALUE, ew_dataloader_new(set, &loader));
  loader = fresh, loader.indices = two_three, loader.index_count = HUGE_COUNT;
  expect(ew_dataloader_new(set, &loader) == NULL, "an order of SIZE_MAX items");
  FAILS(EW_ERROR_TYPE, ew_dataloader_next(NULL, NULL, NULL, NULL));
  ew_dataset_release(set);
}

int main(void) {
  const float values[] = {1, 2, 3, 4, 5, 6};
  const int64_t tensors = ew_live_tensors(), storages = ew_live_storages();
  ew_tensor *x = ew_tensor_from_data(values, two_three, 2, EW_FLOAT32);
  null_handles(x);
  wrong_kinds(x);
  hostile_sizes(x);
  shared_storage(x);
  lists(x);
  indices_and_dtypes(x);
  texts_and_enums(x);
  options(x);
  ew_tensor_release(x);
  expect(ew_live_tensors() == tensors, "failed calls leave no tensor");
  expect(ew_live_storages() == storages, "failed calls leave no storage");
  return finish();
}
