/*
 * The optimizers of emberwing_optim.h: each lowers a quadratic, L-BFGS finds its minimum; steps with the caller's state;
 * failing closures and bad options. All is released at the end.
 */
#include <math.h>

#include "check.h"

typedef struct problem {
  ew_tensor *parameter;
  int calls;
} problem;

/* The sum of squares, with its gradient. */
static ew_tensor *evaluate(void *payload) {
  problem *p = payload;
  p->calls++;
  ew_zero_grad(&p->parameter, 1, true);
  ew_tensor *square = ew_mul(p->parameter, p->parameter);
  ew_tensor *loss = ew_sum(square, NULL, 0, false, EW_DTYPE_NONE);
  ew_tensor_release(square);
  if (loss && ew_tensor_backward(loss, NULL, false, false) != EW_OK) {
    ew_tensor_release(loss);
    return NULL;
  }
  return loss;
}

static ew_tensor *refuse(void *payload) {
  (void)payload;
  ew_set_error(EW_ERROR_VALUE, "not today");
  return NULL;
}

static ew_tensor *leaf(void) {
  const float values[] = {1, -2, 3, -4, 5, -6};
  ew_tensor *t = floats(values, 3, 2);
  expect(t && ew_tensor_set_requires_grad(t, true) == EW_OK, "a leaf");
  return t;
}

static double value(ew_tensor *loss) {
  const double found = item(loss);
  ew_tensor_release(loss);
  return found;
}

static void lowers(const char *name, ew_tensor *parameter, ew_optimizer *optimizer) {
  problem p = {parameter, 0};
  const double first = value(ew_optimizer_step_closure(optimizer, evaluate, &p));
  for (int i = 0; i < 9; i++) value(ew_optimizer_step_closure(optimizer, evaluate, &p));
  expect(first == 91 && value(evaluate(&p)) < first && p.calls >= 11, name);
  ew_optimizer_release(optimizer), ew_tensor_release(parameter);
}

#define LOWERS(name)                                        \
  do {                                                      \
    ew_tensor *p = leaf();                                  \
    lowers("ew_" #name "_new", p, ew_##name##_new(&p, 1, NULL)); \
  } while (0)

static void lbfgs(void) {
  ew_tensor *parameter = leaf();
  problem p = {parameter, 0};
  ew_lbfgs_options options = EW_LBFGS_OPTIONS_INIT;
  options.strong_wolfe = true;
  ew_optimizer *optimizer = ew_lbfgs_new(&parameter, 1, &options);
  value(ew_optimizer_step_closure(optimizer, evaluate, &p));
  expect(value(evaluate(&p)) < 1e-9, "L-BFGS finds the minimum");
  expect_error(ew_optimizer_step(optimizer) != EW_OK, EW_ERROR_TYPE, "L-BFGS needs a closure");
  expect_error(!ew_optimizer_step_closure(optimizer, refuse, NULL), EW_ERROR_VALUE, "a failing closure");
  expect(!strcmp(ew_last_error_message(), "not today"), "a failing closure: message");
  expect_error(!ew_optimizer_step_closure(optimizer, NULL, NULL), EW_ERROR_TYPE, "no closure");
  ew_optimizer_release(optimizer), ew_tensor_release(parameter);
}

static void own_state(void) {
  ew_tensor *p = leaf(), *g = leaf(), *state[5];
  const int64_t shape[] = {3, 2};
  expect(ew_tensor_set_grad(p, g) == EW_OK, "gradient");
  for (int i = 0; i < 2; i++) state[i] = ew_zeros(shape, 2, EW_FLOAT32);
  for (int i = 2; i < 5; i++) state[i] = ew_ones(NULL, 0, EW_FLOAT32);
  ew_tensor *step = ew_zeros(NULL, 0, EW_FLOAT32);
  expect(ew_nadam_step(&p, 1, &state[0], &state[1], &state[2], &step, NULL) == EW_OK, "nadam_step");
  expect(item(step) == 1 && item(state[2]) < 1, "nadam_step counts");
  expect(ew_asgd_step(&p, 1, &state[0], &state[3], &state[4], &step, NULL) == EW_OK, "asgd_step");
  expect(fabs(item(state[3]) - 0.01) < 1e-6, "asgd_step sets the next rate");
  expect(ew_rprop_step(&p, 1, &state[0], &state[1], &step, NULL) == EW_OK && item(step) == 3, "rprop_step");
  expect_error(ew_radam_step(&p, 1, &state[0], NULL, &step, NULL) != EW_OK, EW_ERROR_TYPE, "a missing list");
  expect_error(ew_radam_step(&p, 1, &state[0], &state[2], &step, NULL) != EW_OK, EW_ERROR_RUNTIME, "a wrong shape");
  expect_error(ew_asgd_step(&p, 1, &state[0], &state[1], &state[4], &step, NULL) != EW_OK, EW_ERROR_RUNTIME,
               "a scalar state that is none");
  ew_muon_options muon = EW_MUON_OPTIONS_INIT;
  expect(ew_muon_step(&p, 1, &state[0], &muon) == EW_OK, "muon_step");
  muon.ns_steps = INT64_MAX;
  expect_error(ew_muon_step(&p, 1, &state[0], &muon) != EW_OK, EW_ERROR_VALUE, "too many iterations");
  muon.rate_adjustment = 7;
  expect_error(!ew_muon_new(&p, 1, &muon), EW_ERROR_VALUE, "an unknown rate adjustment");
  ew_rprop_options rprop = EW_RPROP_OPTIONS_INIT;
  rprop.eta_plus = 0.5;
  expect_error(!ew_rprop_new(&p, 1, &rprop), EW_ERROR_VALUE, "bad etas");
  for (int i = 0; i < 5; i++) ew_tensor_release(state[i]);
  ew_tensor_release(step), ew_tensor_release(g), ew_tensor_release(p);
}

int main(void) {
  const int64_t before = ew_live_tensors();
  LOWERS(adadelta);
  LOWERS(adamax);
  LOWERS(nadam);
  LOWERS(radam);
  LOWERS(asgd);
  LOWERS(rprop);
  LOWERS(muon);
  LOWERS(adafactor);
  LOWERS(lbfgs);
  lbfgs();
  own_state();
  expect(ew_live_tensors() == before, "every tensor is gone");
  return finish();
}
