/* Derivatives through the C API: the graph, hooks, functions of one's own, views changed in place, threads. */
#include <math.h>
#include <pthread.h>

#include "check.h"

static int destroyed;

static void count_destroy(void *payload) {
  (void)payload;
  destroyed++;
}

static ew_tensor *leaf(const float *values, int64_t count) {
  ew_tensor *t = ew_tensor_from_data(values, &count, 1, EW_FLOAT32);
  expect(ew_tensor_set_requires_grad(t, true) == EW_OK, "requires_grad");
  return t;
}

static ew_tensor *sum(ew_tensor *t) { return ew_sum(t, NULL, 0, false, EW_DTYPE_NONE); }

static bool values_are(ew_tensor *t, const float *wanted, int64_t count) {
  if (!t || ew_tensor_numel(t) != count || !ew_tensor_is_contiguous(t)) return false;
  const float *p = ew_tensor_data(t);
  for (int64_t i = 0; i < count; i++) {
    if (fabsf(p[i] - wanted[i]) > 1e-5f) return false;
  }
  return true;
}

static bool grad_is(ew_tensor *t, const float *wanted, int64_t count) {
  ew_tensor *grad = ew_tensor_grad(t);
  const bool ok = values_are(grad, wanted, count);
  ew_tensor_release(grad);
  return ok;
}

static void graphs(void) {
  const float values[] = {1, 2, 3}, twice[] = {2, 4, 6}, fourfold[] = {4, 8, 12};
  ew_tensor *x = leaf(values, 3), *y = ew_mul(x, x), *loss = sum(y);
  expect(ew_tensor_is_leaf(x) && !ew_tensor_is_leaf(y), "leaves");
  char *name = ew_tensor_grad_fn_name(y);
  expect(name && !strcmp(name, "MulBackward0"), "the name of a node");
  ew_string_free(name);
  expect(ew_tensor_grad(x) == NULL, "no gradient yet");
  expect(ew_tensor_retain_grad(y) == EW_OK && ew_tensor_retains_grad(y), "retain_grad");
  expect(ew_tensor_backward(loss, NULL, true, false) == EW_OK && grad_is(x, twice, 3), "backward");
  ew_tensor *kept = ew_tensor_grad(y);
  expect(kept && ew_tensor_numel(kept) == 3, "a retained gradient");
  expect(ew_tensor_backward(loss, NULL, false, false) == EW_OK && grad_is(x, fourfold, 3), "gradients add up");
  expect_error(ew_tensor_backward(loss, NULL, false, false) != EW_OK, EW_ERROR_RUNTIME, "a second backward");
  expect(strstr(ew_last_error_message(), "backward through the graph a second time") != NULL, "its message");
  expect_error(ew_tensor_backward(y, NULL, false, false) != EW_OK, EW_ERROR_RUNTIME, "backward of many elements");
  const bool before = ew_set_grad_enabled(false);
  ew_tensor *z = ew_mul(x, x);
  expect(before && !ew_is_grad_enabled() && !ew_tensor_requires_grad(z), "no grad mode");
  ew_set_grad_enabled(true);
  expect(ew_tensor_set_grad(x, NULL) == EW_OK && ew_tensor_grad(x) == NULL, "clearing a gradient");
  ew_tensor_release(z), ew_tensor_release(kept), ew_tensor_release(loss), ew_tensor_release(y), ew_tensor_release(x);
}

/* d2/dx2 of sum(x^3) is 6 x. */
static void second_order(void) {
  const float values[] = {1, 2}, ones[] = {1};
  const float wanted[] = {6, 12};
  ew_tensor *x = leaf(values, 2), *unused = leaf(ones, 1), *cube = ew_pow_scalar(x, EW_INT(3)), *loss = sum(cube);
  ew_tensor *inputs[] = {x, unused}, *first[] = {NULL, NULL}, *second[] = {NULL};
  expect_error(ew_grad(&loss, 1, NULL, inputs, 2, true, true, false, first) != EW_OK, EW_ERROR_RUNTIME,
               "an input that is not used");
  expect(first[0] == NULL && first[1] == NULL, "outputs are untouched on failure");
  expect(ew_grad(&loss, 1, NULL, inputs, 2, true, true, true, first) == EW_OK, "grad");
  expect(first[0] != NULL && first[1] == NULL, "NULL for an input that is not used");
  ew_tensor *total = sum(first[0]);
  expect(ew_grad(&total, 1, NULL, inputs, 1, false, false, false, second) == EW_OK, "grad of a grad");
  expect(values_are(second[0], wanted, 2), "second derivatives");
  expect(ew_tensor_grad(x) == NULL, "ew_grad leaves .grad alone");
  ew_tensor_release(second[0]), ew_tensor_release(total), ew_tensor_release(first[0]), ew_tensor_release(loss);
  ew_tensor_release(cube), ew_tensor_release(unused), ew_tensor_release(x);
}

static ew_status triple(ew_tensor *gradient, ew_tensor **out_new, void *payload) {
  ++*(int *)payload;
  *out_new = ew_mul_scalar(gradient, EW_INT(3));
  return *out_new ? EW_OK : ew_last_error_code();
}

static ew_status see(ew_tensor *tensor, ew_tensor **out_new, void *payload) {
  (void)out_new;
  ew_tensor *grad = ew_tensor_grad(tensor);
  *(int *)payload += grad ? 10 : 100;
  ew_tensor_release(grad);
  return EW_OK;
}

static ew_status refuse(ew_tensor *gradient, ew_tensor **out_new, void *payload) {
  (void)gradient, (void)out_new, (void)payload;
  ew_set_error(EW_ERROR_KEY, "no such key");
  return EW_ERROR_KEY;
}

static ew_status refuse_silently(ew_tensor *gradient, ew_tensor **out_new, void *payload) {
  (void)payload;
  *out_new = ew_tensor_retain(gradient);
  return EW_ERROR_KEY;
}

static void hooks(void) {
  const float values[] = {1, 2}, wanted[] = {6, 12}, plain[] = {2, 4};
  int calls = 0;
  int64_t first = 0, second = 0, third = 0;
  destroyed = 0;
  ew_tensor *x = leaf(values, 2);
  expect(ew_tensor_register_hook(x, triple, &calls, count_destroy, false, &first) == EW_OK, "a hook");
  expect(ew_tensor_register_hook(x, see, &calls, count_destroy, true, &second) == EW_OK, "a hook behind");
  ew_tensor *y = ew_mul(x, x), *loss = sum(y);
  expect(ew_tensor_backward(loss, NULL, true, false) == EW_OK && grad_is(x, wanted, 2), "a hook's replacement");
  expect(calls == 11, "both hooks ran");
  expect(ew_tensor_remove_hook(x, first) == EW_OK && ew_tensor_remove_hook(x, second) == EW_OK, "remove_hook");
  expect(destroyed == 2, "payloads go with their hooks");
  expect(ew_tensor_register_hook(x, refuse, NULL, NULL, false, &third) == EW_OK, "a failing hook");
  ew_tensor_set_grad(x, NULL);
  expect_error(ew_tensor_backward(loss, NULL, true, false) != EW_OK, EW_ERROR_KEY, "a hook's failure");
  expect(!strcmp(ew_last_error_message(), "no such key"), "a hook's message");
  ew_tensor_remove_hook(x, third);
  expect(ew_tensor_register_hook(x, refuse_silently, NULL, NULL, false, &third) == EW_OK, "a silent hook");
  expect(ew_tensor_backward(loss, NULL, true, false) != EW_OK, "a hook that fails without words");
  expect(strstr(ew_last_error_message(), "no such key") == NULL, "an old message is not used again");
  ew_tensor_remove_hook(x, third);
  ew_tensor_set_grad(x, NULL);
  expect(ew_tensor_backward(loss, NULL, false, false) == EW_OK && grad_is(x, plain, 2), "without hooks");
  expect(ew_tensor_remove_hook(x, 12345) == EW_OK, "no such hook");
  ew_tensor_release(loss), ew_tensor_release(y), ew_tensor_release(x);
}

/* y = x * factor with a backward of its own. */
static ew_status scale_back(ew_tensor *const *grad_outputs, size_t output_count, ew_tensor **out_grad_inputs,
                            size_t input_count, void *payload) {
  if (output_count != 1 || input_count != 2 || !grad_outputs[0]) return EW_ERROR_ASSERTION;
  out_grad_inputs[0] = ew_mul_scalar(grad_outputs[0], EW_FLOAT(*(double *)payload));
  return out_grad_inputs[0] ? EW_OK : ew_last_error_code();
}

static ew_status fail_back(ew_tensor *const *grad_outputs, size_t output_count, ew_tensor **out_grad_inputs,
                           size_t input_count, void *payload) {
  (void)output_count, (void)input_count, (void)payload;
  out_grad_inputs[0] = ew_tensor_retain(grad_outputs[0]);
  ew_set_error(EW_ERROR_VALUE, "half way");
  return EW_ERROR_VALUE;
}

static ew_tensor *scaled(ew_tensor *x, ew_tensor *other, double *factor, ew_backward_fn backward) {
  const bool before = ew_set_grad_enabled(false);
  ew_tensor *y = ew_mul_scalar(x, EW_FLOAT(*factor));
  ew_set_grad_enabled(before);
  ew_tensor *inputs[] = {x, other};
  expect(ew_custom_function("Scale", inputs, 2, &y, 1, backward, factor, count_destroy) == EW_OK, "custom_function");
  return y;
}

static void custom_functions(void) {
  const float values[] = {1, 2}, wanted[] = {5, 5};
  double factor = 5;
  destroyed = 0;
  ew_tensor *x = leaf(values, 2), *other = leaf(values, 2), *y = scaled(x, other, &factor, scale_back), *loss = sum(y);
  char *name = ew_tensor_grad_fn_name(y);
  expect(name && strstr(name, "Scale") != NULL, "its name");
  ew_string_free(name);
  expect(ew_tensor_requires_grad(y), "its output belongs to the graph");
  expect(ew_tensor_backward(loss, NULL, false, false) == EW_OK && grad_is(x, wanted, 2), "its backward");
  expect(ew_tensor_grad(other) == NULL, "NULL is no gradient");
  expect_error(ew_custom_function("Again", &x, 1, &y, 1, scale_back, NULL, NULL) != EW_OK, EW_ERROR_RUNTIME,
               "an output that has a node");
  expect_error(ew_custom_function("None", &x, 1, &other, 1, NULL, NULL, NULL) != EW_OK, EW_ERROR_TYPE, "no backward");
  ew_tensor_release(loss), ew_tensor_release(y);
  expect(destroyed == 1, "its payload is destroyed with the graph");
  y = scaled(x, other, &factor, fail_back), loss = sum(y);
  expect_error(ew_tensor_backward(loss, NULL, false, false) != EW_OK, EW_ERROR_VALUE, "a failing backward");
  expect(!strcmp(ew_last_error_message(), "half way"), "its message");
  ew_tensor_release(loss), ew_tensor_release(y), ew_tensor_release(other), ew_tensor_release(x);
  expect(destroyed == 2, "its payload is destroyed too");
}

static void views(void) {
  const float values[] = {1, 2, 3, 4}, wanted[] = {2, 20, 2, 20};
  const int64_t shape[] = {2, 2};
  ew_tensor *x = leaf(values, 4), *square = ew_mul_scalar(x, EW_INT(2)), *grid = ew_view(square, shape, 2);
  ew_tensor *column = ew_select(grid, 1, 1);
  expect(ew_tensor_storage_data(column) == ew_tensor_storage_data(square), "views share memory");
  expect(ew_tensor_storage_offset(column) == 1, "the offset of a view");
  const int64_t version = ew_tensor_version(square);
  expect(ew_mul_scalar_(column, EW_INT(10)) == EW_OK, "in place through a view");
  expect(ew_tensor_version(square) == version + 1, "changes are counted");
  ew_tensor *loss = sum(square);
  expect(item(loss) == 2 + 40 + 6 + 80, "the base sees the change");
  expect(ew_tensor_backward(loss, NULL, false, false) == EW_OK && grad_is(x, wanted, 4), "the gradient sees it too");
  expect_error(ew_mul_scalar_(x, EW_INT(2)) != EW_OK, EW_ERROR_RUNTIME, "a leaf in place");
  ew_tensor *e = ew_exp(x), *again = sum(e);
  ew_tensor_release(loss);
  expect(ew_add_scalar_(e, EW_INT(1), NULL) == EW_OK, "changing what backward needs");
  expect_error(ew_tensor_backward(again, NULL, false, false) != EW_OK, EW_ERROR_RUNTIME, "is found out");
  expect(strstr(ew_last_error_message(), "modified by an inplace operation") != NULL, "its message");
  ew_tensor_release(again), ew_tensor_release(e), ew_tensor_release(column), ew_tensor_release(grid);
  ew_tensor_release(square), ew_tensor_release(x);
}

/* A long chain is built, walked and torn down without recursion. */
static void depth(void) {
  const float one = 1;
  ew_tensor *x = leaf(&one, 1), *y = ew_tensor_retain(x);
  for (int i = 0; i < 50000; i++) {
    ew_tensor *next = ew_neg(y);
    ew_tensor_release(y);
    y = next;
  }
  expect(ew_tensor_backward(y, NULL, false, false) == EW_OK && grad_is(x, &one, 1), "a chain of 50,000");
  ew_tensor_release(y), ew_tensor_release(x);
}

typedef struct {
  float start;
  double loss;
  bool ok;
} job;

/* Steps down on sum(x^2), with an error in between that belongs to this thread. */
static void *descend(void *argument) {
  job *j = argument;
  const int64_t count = 3;
  const float values[] = {j->start, j->start, j->start};
  ew_tensor *x = ew_tensor_from_data(values, &count, 1, EW_FLOAT32);
  ew_tensor_set_requires_grad(x, true);
  j->ok = true;
  for (int step = 0; step < 200; step++) {
    ew_tensor *y = ew_mul(x, x), *loss = sum(y);
    j->ok = j->ok && ew_tensor_backward(loss, NULL, false, false) == EW_OK;
    j->loss = item(loss);
    ew_sgd_options sgd = EW_SGD_OPTIONS_INIT;
    sgd.lr = 0.1;
    j->ok = j->ok && ew_sgd_step(&x, 1, NULL, &sgd) == EW_OK && ew_zero_grad(&x, 1, true) == EW_OK;
    ew_tensor_release(loss), ew_tensor_release(y);
  }
  j->ok = j->ok && ew_is_grad_enabled() && ew_zeros(&count, 1, 1000 + (int32_t)j->start) == NULL;
  char wanted[32];
  sprintf(wanted, "%d", 1000 + (int)j->start);
  j->ok = j->ok && strstr(ew_last_error_message(), wanted) != NULL;
  ew_tensor_release(x);
  return NULL;
}

static void threads(void) {
  job jobs[] = {{1, 1, false}, {2, 1, false}};
  pthread_t ids[2];
  const bool before = ew_set_grad_enabled(false); /* belongs to this thread alone */
  for (int i = 0; i < 2; i++) expect(pthread_create(&ids[i], NULL, descend, &jobs[i]) == 0, "a thread");
  for (int i = 0; i < 2; i++) {
    pthread_join(ids[i], NULL);
    expect(jobs[i].ok && jobs[i].loss < 1e-6, "a thread with a graph and errors of its own");
  }
  ew_set_grad_enabled(before);
}

static ew_status double_outputs(ew_tensor *const *grad_inputs, size_t input_count, ew_tensor *const *grad_outputs,
                                size_t output_count, ew_tensor **out_new, void *payload) {
  (void)grad_inputs;
  *(int *)payload += input_count == 0 && output_count == 1 && ew_graph_task_id() >= 0 && ew_graph_task_keeps_graph() &&
                             ew_graph_task_reaches_all()
                         ? 1
                         : 100;
  out_new[0] = ew_mul_scalar(grad_outputs[0], EW_INT(2));
  return out_new[0] ? EW_OK : ew_last_error_code();
}

static ew_status drop_second_input(ew_tensor *const *grad_inputs, size_t input_count, ew_tensor *const *grad_outputs,
                                   size_t output_count, ew_tensor **out_new, void *payload) {
  (void)grad_outputs;
  *(int *)payload += input_count == 2 && output_count == 1 ? 10 : 100;
  out_new[1] = ew_mul_scalar(grad_inputs[1], EW_INT(0));
  return out_new[1] ? EW_OK : ew_last_error_code();
}

/* sum(a * b): the node of the product has the two leaves behind it. */
static void nodes(void) {
  const float a_values[] = {1, 2}, b_values[] = {3, 4}, twice_b[] = {6, 8}, zero[] = {0, 0};
  int calls = 0;
  int64_t index = -1, before = 0, after = 0;
  destroyed = 0;
  ew_tensor *a = leaf(a_values, 2), *b = leaf(b_values, 2), *y = ew_mul(a, b), *loss = sum(y);
  ew_node *top = ew_tensor_grad_fn(loss), *product = ew_tensor_grad_fn(y), *next = ew_node_next(top, 0, &index);
  expect(ew_tensor_grad_fn(a) == NULL, "a leaf has no grad_fn");
  expect(next && index == 0 && ew_node_id(next) == ew_node_id(product), "the same node on two ways");
  expect(ew_node_next_count(product) == 2 && ew_node_payload(product) == NULL, "a product has two inputs");
  expect_error(ew_node_next(product, 2, NULL) == NULL, EW_ERROR_INDEX, "there is no third input");
  ew_node *second = ew_node_next(product, 1, &index), *of_leaf = ew_tensor_gradient_edge(b, &index);
  ew_tensor *variable = ew_node_variable(second);
  char *name = ew_node_name(second);
  expect(name && !strcmp(name, "AccumulateGrad"), "the node of a leaf");
  expect(variable == b && ew_node_id(second) == ew_node_id(of_leaf) && ew_node_id(second) != 0, "its leaf");
  expect(ew_tensor_output_number(y) == 0 && ew_graph_task_id() == -1 && !ew_graph_task_reaches(ew_node_id(top)), "no pass runs");
  expect(ew_reaches_leaf(&loss, 1, 0) && ew_tensor_set_level(a, 1) == EW_OK && ew_reaches_leaf(&loss, 1, 0), "levels");
  expect(ew_tensor_set_level(b, 2) == EW_OK && !ew_reaches_leaf(&loss, 1, 0) && ew_reaches_leaf(&loss, 1, 1),
         "no leaf of level 0 is left");
  expect(ew_node_keep(product, NULL, count_destroy) == EW_OK, "keep");
  expect(ew_node_register_hook(product, double_outputs, &calls, count_destroy, true, &before) == EW_OK, "a hook before");
  expect(ew_node_register_hook(product, drop_second_input, &calls, count_destroy, false, &after) == EW_OK, "one after");
  expect(ew_tensor_backward(loss, NULL, true, false) == EW_OK, "backward through hooks");
  expect(calls == 11 && grad_is(a, twice_b, 2) && grad_is(b, zero, 2), "hooks of a node replace gradients");
  expect(ew_node_remove_hook(product, before) == EW_OK && ew_node_remove_hook(product, after) == EW_OK, "removing them");
  ew_tensor *stand_in = ew_node_stand_in(product, 0), *grads[] = {NULL}, *ones = ew_ones_like(y, EW_DTYPE_NONE);
  expect_error(ew_node_stand_in(product, 1) == NULL, EW_ERROR_INDEX, "there is no second output");
  expect(ew_grad(&stand_in, 1, &ones, &a, 1, true, false, false, grads) == EW_OK && values_are(grads[0], b_values, 2),
         "backward from a node");
  expect_error(ew_node_id((ew_node *)a) == 0, EW_ERROR_TYPE, "a tensor is no node");
  ew_string_free(name);
  ew_tensor_release(grads[0]), ew_tensor_release(ones), ew_tensor_release(stand_in), ew_tensor_release(variable);
  ew_node_release(of_leaf), ew_node_release(second), ew_node_release(next), ew_node_release(product);
  ew_node_release(top), ew_node_release(NULL);
  ew_tensor_release(loss), ew_tensor_release(y), ew_tensor_release(b), ew_tensor_release(a);
  expect(destroyed == 3, "payloads go with their node");
}

static int packs, unpacks, drops;

static ew_status pack(ew_tensor *tensor, void **out_token, void *payload) {
  packs++;
  *out_token = ew_mul_scalar(tensor, EW_FLOAT(*(double *)payload));
  return *out_token ? EW_OK : ew_last_error_code();
}

static ew_tensor *unpack(void *token, void *payload) {
  (void)payload;
  unpacks++;
  return ew_tensor_retain(token);
}

static void drop(void *token) {
  drops++;
  ew_tensor_release(token);
}

static ew_status refuse_to_pack(ew_tensor *tensor, void **out_token, void *payload) {
  (void)tensor, (void)out_token, (void)payload;
  ew_set_error(EW_ERROR_VALUE, "no room");
  return EW_ERROR_VALUE;
}

/* With x^2 saved as 10 x, the gradient is 20 x. */
static void saved_tensors(void) {
  const float values[] = {1, 2}, wanted[] = {20, 40};
  double ten = 10;
  destroyed = packs = unpacks = drops = 0;
  ew_tensor *x = leaf(values, 2);
  expect(ew_saved_tensor_hooks_push(pack, unpack, drop, &ten, count_destroy) == EW_OK, "hooks on saved tensors");
  ew_tensor *y = ew_mul(x, x), *loss = sum(y);
  expect(ew_saved_tensor_hooks_pop() == EW_OK && packs == 2, "both factors are packed");
  expect(ew_tensor_backward(loss, NULL, false, false) == EW_OK && grad_is(x, wanted, 2), "and unpacked");
  expect(unpacks == 2 && drops == 2, "backward frees what was packed");
  ew_tensor_release(loss), ew_tensor_release(y);
  expect(destroyed == 1, "the payload goes with the last of them");
  expect(ew_saved_tensor_hooks_push(refuse_to_pack, unpack, NULL, NULL, NULL) == EW_OK, "failing hooks");
  y = ew_mul(x, x), loss = sum(y);
  expect_error(ew_saved_tensor_hooks_pop() != EW_OK, EW_ERROR_VALUE, "the pop reports it");
  expect_error(ew_tensor_backward(loss, NULL, false, false) != EW_OK, EW_ERROR_VALUE, "and so does backward");
  expect(!strcmp(ew_last_error_message(), "no room"), "its message");
  expect_error(ew_saved_tensor_hooks_pop() != EW_OK, EW_ERROR_RUNTIME, "nothing to pop");
  ew_tensor_release(loss), ew_tensor_release(y), ew_tensor_release(x);
}

int main(void) {
  const int64_t tensors = ew_live_tensors(), storages = ew_live_storages();
  graphs();
  second_order();
  hooks();
  custom_functions();
  views();
  nodes();
  saved_tensors();
  depth();
  threads();
  expect(ew_live_tensors() == tensors, "no tensor is left");
  expect(ew_live_storages() == storages, "no storage is left");
  return finish();
}
