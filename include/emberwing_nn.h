/*
 * Modules and optimizers. See emberwing.h for the rules that all functions follow.
 *
 * MODULES. A layer's constructor returns a new reference; its weights begin with PyTorch's numbers for the same seed. A
 * container keeps its children alive, so they may be released right after it was made. `dtype` EW_DTYPE_NONE means the
 * default dtype. Parameters and buffers have PyTorch's dotted names ("0.weight"); their tensors are the module's own,
 * not copies.
 *
 * OPTIONS. A struct of options begins with its size, which the _INIT macro sets together with PyTorch's defaults; NULL
 * options are the defaults. Settings of two-dimensional layers come in pairs, height first.
 *
 * OPTIMIZERS. The ew_..._step functions update parameters in one call from gradients that the parameters hold, with
 * state that the caller owns; parameters without a gradient are left alone, and an error is found before anything
 * changes. An ew_optimizer owns the state itself.
 *
 * A model that learns:
 *
 *     ew_module *layers[] = {ew_linear_new(64, 32, true, EW_DTYPE_NONE), ew_relu_new(),
 *                            ew_linear_new(32, 10, true, EW_DTYPE_NONE)};
 *     ew_module *model = ew_sequential_new(layers, 3);
 *     for (int i = 0; i < 3; i++) ew_module_release(layers[i]);
 *     ew_optimizer *optimizer = ew_adam_for_module(model, NULL);
 *     for (int step = 0; step < 100; step++) {
 *       ew_tensor *scores = ew_module_forward(model, images);
 *       ew_tensor *loss = ew_cross_entropy(scores, labels, NULL, -100, "mean", 0.0);
 *       ew_optimizer_zero_grad(optimizer);
 *       ew_tensor_backward(loss, NULL, false, false);
 *       ew_optimizer_step(optimizer);
 *       ew_tensor_release(loss), ew_tensor_release(scores);
 *     }
 *     ew_optimizer_release(optimizer), ew_module_release(model);
 */
#ifndef EMBERWING_NN_H
#define EMBERWING_NN_H

#include "emberwing.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- layers: every constructor gives a new reference ------------------------------------------------------------ */

ew_module *ew_linear_new(int64_t in_features, int64_t out_features, bool bias, int32_t dtype);
ew_module *ew_identity_new(void);
/* Joins the axes start_dim to end_dim (PyTorch's defaults are 1 and -1). */
ew_module *ew_flatten_new(int64_t start_dim, int64_t end_dim);
ew_module *ew_dropout_new(double p);
/* padding_idx may be NULL. */
ew_module *ew_embedding_new(int64_t num_embeddings, int64_t embedding_dim, const int64_t *padding_idx, int32_t dtype);

enum { EW_PADDING_SIZE = 0, EW_PADDING_SAME = 1 };

typedef struct ew_conv2d_options {
  size_t struct_size;
  int64_t stride[2];
  int64_t padding[2];
  int64_t dilation[2];
  /* Transposed convolution only. */
  int64_t output_padding[2];
  int64_t groups;
  /* EW_PADDING_SAME: the output is as large as the input, `padding` is not looked at. */
  int32_t padding_mode;
  int32_t dtype;
  bool bias;
} ew_conv2d_options;
#define EW_CONV2D_OPTIONS_INIT \
  {sizeof(ew_conv2d_options), {1, 1}, {0, 0}, {1, 1}, {0, 0}, 1, EW_PADDING_SIZE, EW_DTYPE_NONE, true}

ew_module *ew_conv2d_new(int64_t in_channels, int64_t out_channels, int64_t kernel_height, int64_t kernel_width,
                         const ew_conv2d_options *options);
ew_module *ew_conv_transpose2d_new(int64_t in_channels, int64_t out_channels, int64_t kernel_height,
                                   int64_t kernel_width, const ew_conv2d_options *options);
/* The first entry of each pair counts. */
ew_module *ew_conv1d_new(int64_t in_channels, int64_t out_channels, int64_t kernel_size,
                         const ew_conv2d_options *options);

typedef struct ew_pool2d_options {
  size_t struct_size;
  /* 0: the size of the window. */
  int64_t stride[2];
  int64_t padding[2];
  /* Max pooling only. */
  int64_t dilation[2];
  /* Average pooling only; 0: the size of the window. */
  int64_t divisor_override;
  bool ceil_mode;
  /* Average pooling only. */
  bool count_include_pad;
} ew_pool2d_options;
#define EW_POOL2D_OPTIONS_INIT {sizeof(ew_pool2d_options), {0, 0}, {0, 0}, {1, 1}, 0, false, true}

ew_module *ew_max_pool2d_new(int64_t kernel_height, int64_t kernel_width, const ew_pool2d_options *options);
ew_module *ew_avg_pool2d_new(int64_t kernel_height, int64_t kernel_width, const ew_pool2d_options *options);
/* -1 keeps an axis. */
ew_module *ew_adaptive_avg_pool2d_new(int64_t out_height, int64_t out_width);

typedef struct ew_norm_options {
  size_t struct_size;
  double eps;
  /* Batch normalisation only; NaN averages over all batches. */
  double momentum;
  int32_t dtype;
  bool affine;
  /* Batch normalisation only. */
  bool track_running_stats;
  /* Layer normalisation only. */
  bool bias;
} ew_norm_options;
#define EW_NORM_OPTIONS_INIT {sizeof(ew_norm_options), 1e-5, 0.1, EW_DTYPE_NONE, true, true, true}

ew_module *ew_batch_norm1d_new(int64_t num_features, const ew_norm_options *options);
ew_module *ew_batch_norm2d_new(int64_t num_features, const ew_norm_options *options);
ew_module *ew_layer_norm_new(const int64_t *normalized_shape, size_t normalized_shape_count,
                             const ew_norm_options *options);
ew_module *ew_group_norm_new(int64_t num_groups, int64_t num_channels, const ew_norm_options *options);

ew_module *ew_relu_new(void);
ew_module *ew_relu6_new(void);
ew_module *ew_leaky_relu_new(double negative_slope);
ew_module *ew_prelu_new(int64_t num_parameters, double initial, int32_t dtype);
ew_module *ew_elu_new(double alpha);
ew_module *ew_selu_new(void);
ew_module *ew_sigmoid_new(void);
ew_module *ew_log_sigmoid_new(void);
ew_module *ew_tanh_new(void);
/* approximate: "none" or "tanh". */
ew_module *ew_gelu_new(const char *approximate);
ew_module *ew_silu_new(void);
ew_module *ew_mish_new(void);
ew_module *ew_hardswish_new(void);
ew_module *ew_hardsigmoid_new(void);
ew_module *ew_hardtanh_new(double min_val, double max_val);
ew_module *ew_softplus_new(double beta, double threshold);
ew_module *ew_softmax_new(int64_t dim);
ew_module *ew_log_softmax_new(int64_t dim);

/* ---- containers and modules of one's own ------------------------------------------------------------------------- */

/* The modules one after the other, named "0", "1", ... */
ew_module *ew_sequential_new(ew_module *const *modules, size_t count);
ew_module *ew_module_list_new(ew_module *const *modules, size_t count);
/* At the end of a Sequential or ModuleList. */
ew_status ew_module_append(ew_module *container, ew_module *module);

/* What a module of one's own computes: a new reference, or NULL after ew_set_error. module and input are borrowed. */
typedef ew_tensor *(*ew_forward_fn)(ew_module *module, ew_tensor *input, void *payload);
/* `name` is the class's name in messages. destroy(payload) runs when the module is gone; not on failure. */
ew_module *ew_module_new_custom(const char *name, ew_forward_fn forward, void *payload, void (*destroy)(void *payload));
/* Members of any module; a second registration under the same name replaces the first. */
ew_status ew_module_register_module(ew_module *module, const char *name, ew_module *child);
ew_status ew_module_register_parameter(ew_module *module, const char *name, ew_tensor *parameter);
ew_status ew_module_register_buffer(ew_module *module, const char *name, ew_tensor *buffer, bool persistent);
/* The submodule of a dotted name ("0.conv"), "" for the module itself. New reference. */
ew_module *ew_module_get(ew_module *module, const char *name);
size_t ew_module_child_count(ew_module *module);
/* Direct child number `index`. New reference. */
ew_module *ew_module_child(ew_module *module, size_t index);

ew_module *ew_module_retain(ew_module *module);
void ew_module_release(ew_module *module);

/* ---- using modules ----------------------------------------------------------------------------------------------- */

/* Runs hooks and forward. New reference. */
ew_tensor *ew_module_forward(ew_module *module, ew_tensor *input);
/* Training mode, or evaluation mode, here and below. */
ew_status ew_module_train(ew_module *module, bool mode);
bool ew_module_is_training(ew_module *module);
/* Converts floating-point parameters and buffers in place. */
ew_status ew_module_to(ew_module *module, int32_t dtype);
ew_status ew_module_requires_grad(ew_module *module, bool requires_grad);
ew_status ew_module_zero_grad(ew_module *module, bool set_to_none);
/* The class's name; free with ew_string_free. */
char *ew_module_name(ew_module *module);

/* Parameters and buffers of the whole tree, each tensor once. The getters of one entry walk the tree; the lists do it
   once. */
size_t ew_module_parameter_count(ew_module *module);
/* New reference. */
ew_tensor *ew_module_parameter(ew_module *module, size_t index);
/* Free with ew_string_free. */
char *ew_module_parameter_name(ew_module *module, size_t index);
size_t ew_module_buffer_count(ew_module *module);
/* New reference. */
ew_tensor *ew_module_buffer(ew_module *module, size_t index);
/* Free with ew_string_free. */
char *ew_module_buffer_name(ew_module *module, size_t index);
/* Lists of names and new references: free with ew_strings_free and ew_tensors_free. out_names may be NULL. */
ew_status ew_module_named_parameters(ew_module *module, char ***out_names, ew_tensor ***out_tensors, size_t *out_count);
ew_status ew_module_named_buffers(ew_module *module, char ***out_names, ew_tensor ***out_tensors, size_t *out_count);
/* Parameters and persistent buffers, sharing memory with the module. */
ew_status ew_module_state_dict(ew_module *module, char ***out_names, ew_tensor ***out_tensors, size_t *out_count);
/* Copies the tensors into the module; strict: the names must agree exactly. */
ew_status ew_module_load_state_dict(ew_module *module, const char *const *names, ew_tensor *const *tensors,
                                    size_t count, bool strict);

/* Sees input and output (borrowed) and may put a replacement of the output into *out_new, which the library takes
   over. */
typedef ew_status (*ew_module_hook_fn)(ew_module *module, ew_tensor *input, ew_tensor *output, ew_tensor **out_new,
                                       void *payload);
ew_status ew_module_register_forward_hook(ew_module *module, ew_module_hook_fn hook, void *payload,
                                          void (*destroy)(void *payload), int64_t *out_id);
/* Before forward: `output` is NULL, and a replacement is one of the input. */
ew_status ew_module_register_forward_pre_hook(ew_module *module, ew_module_hook_fn hook, void *payload,
                                              void (*destroy)(void *payload), int64_t *out_id);
ew_status ew_module_remove_hook(ew_module *module, int64_t id);

/* ---- gradients of many parameters -------------------------------------------------------------------------------- */

/* Scales all gradients so that their joint norm is at most max_norm. The norm before, a 0-d tensor; new reference. */
ew_tensor *ew_clip_grad_norm(ew_tensor *const *parameters, size_t count, double max_norm, double norm_type,
                             bool error_if_nonfinite);
ew_status ew_clip_grad_value(ew_tensor *const *parameters, size_t count, double clip_value);
ew_status ew_zero_grad(ew_tensor *const *parameters, size_t count, bool set_to_none);

/* ---- optimizer steps with the caller's state --------------------------------------------------------------------- */

typedef struct ew_sgd_options {
  size_t struct_size;
  double lr;
  double momentum;
  double dampening;
  double weight_decay;
  bool nesterov;
  bool maximize;
} ew_sgd_options;
#define EW_SGD_OPTIONS_INIT {sizeof(ew_sgd_options), 1e-3, 0.0, 0.0, 0.0, false, false}

typedef struct ew_adam_options {
  size_t struct_size;
  double lr;
  double beta1;
  double beta2;
  double eps;
  double weight_decay;
  bool amsgrad;
  bool maximize;
  /* AdamW. */
  bool decoupled_weight_decay;
} ew_adam_options;
#define EW_ADAM_OPTIONS_INIT {sizeof(ew_adam_options), 1e-3, 0.9, 0.999, 1e-8, 0.0, false, false, false}
#define EW_ADAMW_OPTIONS_INIT {sizeof(ew_adam_options), 1e-3, 0.9, 0.999, 1e-8, 1e-2, false, false, true}

typedef struct ew_rmsprop_options {
  size_t struct_size;
  double lr;
  double alpha;
  double eps;
  double weight_decay;
  double momentum;
  bool centered;
  bool maximize;
} ew_rmsprop_options;
#define EW_RMSPROP_OPTIONS_INIT {sizeof(ew_rmsprop_options), 1e-2, 0.99, 1e-8, 0.0, 0.0, false, false}

typedef struct ew_adagrad_options {
  size_t struct_size;
  double lr;
  double lr_decay;
  double weight_decay;
  /* Where the sums begin; only an ew_optimizer looks at it. */
  double initial_accumulator_value;
  double eps;
  bool maximize;
} ew_adagrad_options;
#define EW_ADAGRAD_OPTIONS_INIT {sizeof(ew_adagrad_options), 1e-2, 0.0, 0.0, 0.0, 1e-10, false}

/* momentum_buffers may be NULL without momentum; a NULL entry becomes a new reference when its parameter has a
   gradient. */
ew_status ew_sgd_step(ew_tensor *const *parameters, size_t count, ew_tensor **momentum_buffers,
                      const ew_sgd_options *options);
/* max_exp_avg_sqs may be NULL without amsgrad. steps are floating-point scalars, counted up here. */
ew_status ew_adam_step(ew_tensor *const *parameters, size_t count, ew_tensor *const *exp_avgs,
                       ew_tensor *const *exp_avg_sqs, ew_tensor *const *max_exp_avg_sqs, ew_tensor *const *steps,
                       const ew_adam_options *options);
/* grad_avgs may be NULL unless centered, momentum_buffers may be NULL without momentum, steps may be NULL. */
ew_status ew_rmsprop_step(ew_tensor *const *parameters, size_t count, ew_tensor *const *square_avgs,
                          ew_tensor *const *grad_avgs, ew_tensor *const *momentum_buffers, ew_tensor *const *steps,
                          const ew_rmsprop_options *options);
ew_status ew_adagrad_step(ew_tensor *const *parameters, size_t count, ew_tensor *const *sums, ew_tensor *const *steps,
                          const ew_adagrad_options *options);

/* ---- optimizers with their own state: every constructor gives a new reference ------------------------------------ */

ew_optimizer *ew_sgd_new(ew_tensor *const *parameters, size_t count, const ew_sgd_options *options);
ew_optimizer *ew_adam_new(ew_tensor *const *parameters, size_t count, const ew_adam_options *options);
ew_optimizer *ew_rmsprop_new(ew_tensor *const *parameters, size_t count, const ew_rmsprop_options *options);
ew_optimizer *ew_adagrad_new(ew_tensor *const *parameters, size_t count, const ew_adagrad_options *options);
/* The same for all parameters of a module. */
ew_optimizer *ew_sgd_for_module(ew_module *module, const ew_sgd_options *options);
ew_optimizer *ew_adam_for_module(ew_module *module, const ew_adam_options *options);
ew_optimizer *ew_rmsprop_for_module(ew_module *module, const ew_rmsprop_options *options);
ew_optimizer *ew_adagrad_for_module(ew_module *module, const ew_adagrad_options *options);
ew_status ew_optimizer_step(ew_optimizer *optimizer);
/* Drops the gradients of all parameters. */
ew_status ew_optimizer_zero_grad(ew_optimizer *optimizer);
/* NaN for an invalid handle. */
double ew_optimizer_learning_rate(ew_optimizer *optimizer);
ew_status ew_optimizer_set_learning_rate(ew_optimizer *optimizer, double lr);
void ew_optimizer_release(ew_optimizer *optimizer);

#ifdef __cplusplus
}
#endif

#endif /* EMBERWING_NN_H */
