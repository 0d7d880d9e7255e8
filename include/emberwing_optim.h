/*
 * Further optimizers. See emberwing_nn.h for what steps and optimizers are; `steps` are floating-point scalars, counted
 * up by the step.
 */
#ifndef EMBERWING_OPTIM_H
#define EMBERWING_OPTIM_H

#include "emberwing.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- elementwise rules ------------------------------------------------------------------------------------------- */

typedef struct ew_adadelta_options {
  size_t struct_size;
  double lr;
  double rho;
  double eps;
  double weight_decay;
  bool maximize;
} ew_adadelta_options;
#define EW_ADADELTA_OPTIONS_INIT {sizeof(ew_adadelta_options), 1.0, 0.9, 1e-6, 0.0, false}

ew_status ew_adadelta_step(ew_tensor *const *parameters, size_t count, ew_tensor *const *square_avgs,
                           ew_tensor *const *acc_deltas, ew_tensor *const *steps, const ew_adadelta_options *options);
ew_optimizer *ew_adadelta_new(ew_tensor *const *parameters, size_t count, const ew_adadelta_options *options);
ew_optimizer *ew_adadelta_for_module(ew_module *module, const ew_adadelta_options *options);

typedef struct ew_adamax_options {
  size_t struct_size;
  double lr;
  double beta1;
  double beta2;
  double eps;
  double weight_decay;
  bool maximize;
} ew_adamax_options;
#define EW_ADAMAX_OPTIONS_INIT {sizeof(ew_adamax_options), 2e-3, 0.9, 0.999, 1e-8, 0.0, false}

ew_status ew_adamax_step(ew_tensor *const *parameters, size_t count, ew_tensor *const *exp_avgs,
                         ew_tensor *const *exp_infs, ew_tensor *const *steps, const ew_adamax_options *options);
ew_optimizer *ew_adamax_new(ew_tensor *const *parameters, size_t count, const ew_adamax_options *options);
ew_optimizer *ew_adamax_for_module(ew_module *module, const ew_adamax_options *options);

typedef struct ew_nadam_options {
  size_t struct_size;
  double lr;
  double beta1;
  double beta2;
  double eps;
  double weight_decay;
  double momentum_decay;
  bool decoupled_weight_decay;
  bool maximize;
} ew_nadam_options;
#define EW_NADAM_OPTIONS_INIT {sizeof(ew_nadam_options), 2e-3, 0.9, 0.999, 1e-8, 0.0, 4e-3, false, false}

/* mu_products are floating-point scalars that begin with 1. */
ew_status ew_nadam_step(ew_tensor *const *parameters, size_t count, ew_tensor *const *exp_avgs,
                        ew_tensor *const *exp_avg_sqs, ew_tensor *const *mu_products, ew_tensor *const *steps,
                        const ew_nadam_options *options);
ew_optimizer *ew_nadam_new(ew_tensor *const *parameters, size_t count, const ew_nadam_options *options);
ew_optimizer *ew_nadam_for_module(ew_module *module, const ew_nadam_options *options);

typedef struct ew_radam_options {
  size_t struct_size;
  double lr;
  double beta1;
  double beta2;
  double eps;
  double weight_decay;
  bool decoupled_weight_decay;
  bool maximize;
} ew_radam_options;
#define EW_RADAM_OPTIONS_INIT {sizeof(ew_radam_options), 1e-3, 0.9, 0.999, 1e-8, 0.0, false, false}

ew_status ew_radam_step(ew_tensor *const *parameters, size_t count, ew_tensor *const *exp_avgs,
                        ew_tensor *const *exp_avg_sqs, ew_tensor *const *steps, const ew_radam_options *options);
ew_optimizer *ew_radam_new(ew_tensor *const *parameters, size_t count, const ew_radam_options *options);
ew_optimizer *ew_radam_for_module(ew_module *module, const ew_radam_options *options);

typedef struct ew_asgd_options {
  size_t struct_size;
  double lr;
  double lambd;
  double alpha;
  double t0;
  double weight_decay;
  bool maximize;
} ew_asgd_options;
#define EW_ASGD_OPTIONS_INIT {sizeof(ew_asgd_options), 1e-2, 1e-4, 0.75, 1e6, 0.0, false}

/* etas (from the learning rate on) and mus (from 1 on) are floating-point scalars. */
ew_status ew_asgd_step(ew_tensor *const *parameters, size_t count, ew_tensor *const *axs, ew_tensor *const *etas,
                       ew_tensor *const *mus, ew_tensor *const *steps, const ew_asgd_options *options);
ew_optimizer *ew_asgd_new(ew_tensor *const *parameters, size_t count, const ew_asgd_options *options);
ew_optimizer *ew_asgd_for_module(ew_module *module, const ew_asgd_options *options);

typedef struct ew_rprop_options {
  size_t struct_size;
  double lr;
  double eta_minus;
  double eta_plus;
  double step_size_min;
  double step_size_max;
  bool maximize;
} ew_rprop_options;
#define EW_RPROP_OPTIONS_INIT {sizeof(ew_rprop_options), 1e-2, 0.5, 1.2, 1e-6, 50.0, false}

/* step_sizes begin with the learning rate. */
ew_status ew_rprop_step(ew_tensor *const *parameters, size_t count, ew_tensor *const *prevs,
                        ew_tensor *const *step_sizes, ew_tensor *const *steps, const ew_rprop_options *options);
ew_optimizer *ew_rprop_new(ew_tensor *const *parameters, size_t count, const ew_rprop_options *options);
ew_optimizer *ew_rprop_for_module(ew_module *module, const ew_rprop_options *options);

/* ---- matrices ---------------------------------------------------------------------------------------------------- */

/* How Muon's rate follows from a matrix's sizes. */
typedef enum ew_muon_rate {
  EW_MUON_RATE_ORIGINAL = 0,
  EW_MUON_RATE_MATCH_RMS_ADAMW = 1,
  EW_MUON_RATE_SPECTRAL_UNCLAMPED = 2
} ew_muon_rate;

typedef struct ew_muon_options {
  size_t struct_size;
  double lr;
  double weight_decay;
  double momentum;
  double a;
  double b;
  double c;
  double eps;
  int64_t ns_steps;
  int64_t rate_adjustment;
  bool nesterov;
} ew_muon_options;
#define EW_MUON_OPTIONS_INIT \
  {sizeof(ew_muon_options), 1e-3, 0.1, 0.95, 3.4445, -4.7750, 2.0315, 1e-7, 5, EW_MUON_RATE_ORIGINAL, true}

/* momentum_buffers begin with zeros. */
ew_status ew_muon_step(ew_tensor *const *parameters, size_t count, ew_tensor *const *momentum_buffers,
                       const ew_muon_options *options);
ew_optimizer *ew_muon_new(ew_tensor *const *parameters, size_t count, const ew_muon_options *options);
ew_optimizer *ew_muon_for_module(ew_module *module, const ew_muon_options *options);

typedef struct ew_adafactor_options {
  size_t struct_size;
  double lr;
  double beta2_decay;
  /* Below 0: the epsilon of the first parameter's dtype. */
  double eps1;
  double eps2;
  double d;
  double weight_decay;
  bool maximize;
} ew_adafactor_options;
#define EW_ADAFACTOR_OPTIONS_INIT {sizeof(ew_adafactor_options), 1e-2, -0.8, -1.0, 1e-3, 1.0, 0.0, false}

/* Parameters of two or more dimensions have row_vars (last size 1) and col_vars (last but one size 1), others
   variances; the entries that a parameter lacks are NULL. */
ew_status ew_adafactor_step(ew_tensor *const *parameters, size_t count, ew_tensor *const *row_vars,
                            ew_tensor *const *col_vars, ew_tensor *const *variances, ew_tensor *const *steps,
                            const ew_adafactor_options *options);
ew_optimizer *ew_adafactor_new(ew_tensor *const *parameters, size_t count, const ew_adafactor_options *options);
ew_optimizer *ew_adafactor_for_module(ew_module *module, const ew_adafactor_options *options);

/* ---- L-BFGS ------------------------------------------------------------------------------------------------------ */

typedef struct ew_lbfgs_options {
  size_t struct_size;
  double lr;
  double tolerance_grad;
  double tolerance_change;
  int64_t max_iter;
  /* Below 0: 5/4 of max_iter. */
  int64_t max_eval;
  int64_t history_size;
  bool strong_wolfe;
  bool maximize;
} ew_lbfgs_options;
#define EW_LBFGS_OPTIONS_INIT {sizeof(ew_lbfgs_options), 1.0, 1e-7, 1e-9, 20, -1, 100, false, false}

ew_optimizer *ew_lbfgs_new(ew_tensor *const *parameters, size_t count, const ew_lbfgs_options *options);
ew_optimizer *ew_lbfgs_for_module(ew_module *module, const ew_lbfgs_options *options);
/* Computes the loss of one element, and the gradients of the parameters: a new reference, or NULL after
   ew_set_error. */
typedef ew_tensor *(*ew_closure_fn)(void *payload);
/* One step of any optimizer with the loss that `closure` gives; L-BFGS calls it several times. The first loss, a new
   reference. */
ew_tensor *ew_optimizer_step_closure(ew_optimizer *optimizer, ew_closure_fn closure, void *payload);

#ifdef __cplusplus
}
#endif

#endif /* EMBERWING_OPTIM_H */
