/*
 * Trains a small network through the C API with everything that owns memory: layers, a module and hooks with callbacks,
 * an optimizer, steps with the caller's state, state dicts, errors. All is released at the end, so that a memory
 * checker may run it: valgrind --leak-check=full train_valgrind
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <emberwing.h>

static int passed, failed;

static void expect(bool ok, const char *what) {
  if (ok) {
    passed++;
  } else {
    failed++;
    printf("FAILED: %s (%s)\n", what, ew_last_error_message());
  }
}

static int destroyed, hook_calls;
static void count_destroy(void *payload) {
  (void)payload;
  destroyed++;
}

/* Doubles its input with a child that does the work. */
static ew_tensor *forward_twice(ew_module *module, ew_tensor *input, void *payload) {
  ew_module *child = ew_module_get(module, "inner");
  if (!child) return NULL;
  ew_tensor *y = ew_module_forward(child, input);
  ew_module_release(child);
  if (!y) return NULL;
  ew_tensor *z = ew_mul_scalar(y, EW_FLOAT(*(double *)payload));
  ew_tensor_release(y);
  return z;
}

static ew_tensor *forward_failing(ew_module *module, ew_tensor *input, void *payload) {
  (void)module, (void)input, (void)payload;
  ew_set_error(EW_ERROR_VALUE, "not today");
  return NULL;
}

static ew_status hook(ew_module *module, ew_tensor *input, ew_tensor *output, ew_tensor **out_new, void *payload) {
  (void)module, (void)input, (void)payload;
  hook_calls++;
  *out_new = ew_tensor_retain(output);
  return EW_OK;
}

static double item(ew_tensor *t) {
  ew_scalar value = {0};
  expect(ew_tensor_item(t, &value) == EW_OK, "item");
  return value.real;
}

static ew_module *make_model(double *factor) {
  ew_module *inner = ew_linear_new(4, 8, true, EW_FLOAT32);
  ew_module *twice = ew_module_new_custom("Twice", forward_twice, factor, count_destroy);
  expect(ew_module_register_module(twice, "inner", inner) == EW_OK, "register_module");
  ew_module *layers[] = {twice, ew_batch_norm1d_new(8, NULL), ew_gelu_new("tanh"), ew_dropout_new(0.1),
                         ew_linear_new(8, 3, true, EW_FLOAT32)};
  ew_module *model = ew_sequential_new(layers, 5);
  expect(model != NULL, "sequential");
  for (int i = 0; i < 5; i++) ew_module_release(layers[i]);
  ew_module_release(inner);
  return model;
}

static void train(ew_module *model, ew_optimizer *optimizer, ew_tensor *x, ew_tensor *y) {
  ew_tensor **parameters = NULL;
  size_t count = 0;
  expect(ew_module_named_parameters(model, NULL, &parameters, &count) == EW_OK && count == 6, "parameters");
  double first = 0, last = 0;
  for (int step = 0; step < 10; step++) {
    ew_tensor *scores = ew_module_forward(model, x);
    ew_tensor *loss = ew_cross_entropy(scores, y, NULL, -100, "mean", 0.0);
    expect(loss != NULL, "loss");
    last = item(loss);
    if (step == 0) first = last;
    expect(ew_optimizer_zero_grad(optimizer) == EW_OK, "zero_grad");
    expect(ew_tensor_backward(loss, NULL, false, false) == EW_OK, "backward");
    ew_tensor *norm = ew_clip_grad_norm(parameters, count, 1.0, 2.0, true);
    expect(norm && item(norm) > 0, "clip_grad_norm");
    expect(ew_optimizer_step(optimizer) == EW_OK, "step");
    ew_tensor_release(norm), ew_tensor_release(loss), ew_tensor_release(scores);
  }
  expect(last < first, "the loss falls");
  ew_tensors_free(parameters, count);
}

static void own_state(void) {
  const float value = 1, gradient = 0.5f;
  ew_tensor *p = ew_tensor_from_data(&value, NULL, 0, EW_FLOAT32);
  ew_tensor *g = ew_tensor_from_data(&gradient, NULL, 0, EW_FLOAT32);
  expect(ew_tensor_set_requires_grad(p, true) == EW_OK && ew_tensor_set_grad(p, g) == EW_OK, "gradient");
  ew_sgd_options sgd = EW_SGD_OPTIONS_INIT;
  sgd.lr = 0.1, sgd.momentum = 0.9;
  ew_tensor *buffer = NULL;
  expect(ew_sgd_step(&p, 1, &buffer, &sgd) == EW_OK && buffer, "sgd_step makes the buffer");
  expect(ew_sgd_step(&p, 1, &buffer, &sgd) == EW_OK, "sgd_step");
  expect(fabs(item(p) - (1 - 0.05 - 0.095)) < 1e-6, "sgd_step: value");
  const float zero = 0;
  ew_tensor *state[4];
  for (int i = 0; i < 4; i++) state[i] = ew_tensor_from_data(&zero, NULL, 0, EW_FLOAT32);
  ew_adam_options adam = EW_ADAMW_OPTIONS_INIT;
  adam.amsgrad = true;
  expect(ew_adam_step(&p, 1, &state[0], &state[1], &state[2], &state[3], &adam) == EW_OK, "adam_step");
  expect(item(state[3]) == 1, "adam_step counts");
  expect(ew_adam_step(&p, 1, &state[0], NULL, NULL, &state[3], &adam) == EW_ERROR_TYPE, "a missing list is an error");
  ew_rmsprop_options rmsprop = EW_RMSPROP_OPTIONS_INIT;
  rmsprop.centered = true;
  expect(ew_rmsprop_step(&p, 1, &state[0], &state[1], NULL, NULL, &rmsprop) == EW_OK, "rmsprop_step");
  expect(ew_adagrad_step(&p, 1, &state[0], &state[3], NULL) == EW_OK, "adagrad_step");
  expect(ew_zero_grad(&p, 1, true) == EW_OK && ew_tensor_grad(p) == NULL, "zero_grad");
  for (int i = 0; i < 4; i++) ew_tensor_release(state[i]);
  ew_tensor_release(buffer), ew_tensor_release(g), ew_tensor_release(p);
}

static void state_dicts(ew_module *model, double *factor) {
  char **names = NULL;
  ew_tensor **tensors = NULL;
  size_t count = 0;
  expect(ew_module_state_dict(model, &names, &tensors, &count) == EW_OK && count == 9, "state_dict");
  expect(count == 9 && !strcmp(names[0], "0.inner.weight") && !strcmp(names[6], "1.num_batches_tracked"), "keys");
  ew_module *other = make_model(factor);
  expect(ew_module_load_state_dict(other, (const char *const *)names, tensors, count, true) == EW_OK, "load");
  expect(ew_module_load_state_dict(other, (const char *const *)names, tensors, 2, true) == EW_ERROR_RUNTIME,
         "missing keys");
  expect(strstr(ew_last_error_message(), "Missing key(s) in state_dict: \"1.weight\"") != NULL, "message");
  ew_module_release(other);
  ew_strings_free(names, count);
  ew_tensors_free(tensors, count);
}

static void errors(ew_tensor *x) {
  ew_conv2d_options conv = EW_CONV2D_OPTIONS_INIT;
  conv.groups = 2;
  expect(!ew_conv2d_new(3, 4, 3, 3, &conv), "groups");
  expect(!strcmp(ew_last_error_message(), "in_channels must be divisible by groups"), "groups: message");
  conv.struct_size = 0;
  expect(!ew_conv2d_new(3, 4, 3, 3, &conv), "struct_size");
  expect(!ew_linear_new(INT64_MAX, INT64_MAX, true, EW_DTYPE_NONE), "sizes that overflow");
  expect(!ew_linear_new(2, 2, true, 12345), "no dtype");
  expect(!ew_module_forward(NULL, x), "NULL module");
  expect(!ew_module_forward((ew_module *)x, x), "a tensor is no module");
  expect(!ew_adam_new(NULL, 0, NULL), "no parameters");
  ew_module *bad = ew_module_new_custom("Bad", forward_failing, NULL, NULL);
  expect(!ew_module_forward(bad, x) && ew_last_error_code() == EW_ERROR_VALUE, "a failing forward");
  expect(!strcmp(ew_last_error_message(), "not today"), "a failing forward: message");
  expect(!ew_module_parameter(bad, 0) && !ew_module_child(bad, (size_t)-1), "an index out of range");
  ew_module_release(bad);
  ew_module_release(NULL);
  ew_optimizer_release(NULL);
}

int main(void) {
  const int64_t tensors_before = ew_live_tensors();
  double factor = 2;
  float values[32];
  int64_t labels[8];
  for (int i = 0; i < 32; i++) values[i] = (float)((i * 7) % 11) / 11;
  for (int i = 0; i < 8; i++) labels[i] = i % 3;
  const int64_t shape[] = {8, 4}, rows = 8;
  ew_manual_seed(1);
  ew_tensor *x = ew_tensor_from_data(values, shape, 2, EW_FLOAT32);
  ew_tensor *y = ew_tensor_from_data(labels, &rows, 1, EW_INT64);
  ew_module *model = make_model(&factor);
  int64_t id = 0;
  expect(ew_module_register_forward_hook(model, hook, NULL, count_destroy, &id) == EW_OK, "hook");
  ew_adam_options options = EW_ADAM_OPTIONS_INIT;
  options.lr = 0.05;
  ew_optimizer *optimizer = ew_adam_for_module(model, &options);
  expect(ew_optimizer_set_learning_rate(optimizer, -1) == EW_ERROR_VALUE, "a negative rate");
  expect(ew_optimizer_learning_rate(optimizer) == 0.05, "learning_rate");
  train(model, optimizer, x, y);
  expect(hook_calls == 10, "the hook was called");
  expect(ew_module_remove_hook(model, id) == EW_OK && destroyed == 1, "remove_hook");
  own_state();
  state_dicts(model, &factor);
  errors(x);
  ew_optimizer_release(optimizer);
  ew_module_release(model);
  ew_tensor_release(x), ew_tensor_release(y);
  expect(destroyed == 3, "payloads were destroyed");
  expect(ew_live_tensors() == tensors_before, "no tensor is left");
  printf("%d passed, %d failed\n", passed, failed);
  return failed != 0;
}
