/*
 * Emberwing: tensors, automatic differentiation, neural networks, optimizers and data loading behind a C ABI.
 *
 * HANDLES. Everything lives behind opaque handles: ew_tensor, ew_module, ew_optimizer, ew_dataset, ew_dataloader,
 * ew_generator. A function that makes one returns it, a *new reference* that the caller releases with the matching
 * ew_..._release; NULL means failure. Where a comment says *borrowed*, the pointer stays valid as long as its owner does and
 * is not released. Inputs are always borrowed: a function never takes a reference away from its caller. Releasing NULL does
 * nothing. Passing NULL, or a handle of another kind, where a handle is needed is an error that is reported; using a handle
 * after its release is undefined.
 *
 * ERRORS. Functions that return a handle return NULL on failure; all others return ew_status, 0 for success, with results
 * written through out_ parameters (untouched on failure). After a failure ew_last_error_message() and ew_last_error_code()
 * of the same thread say what happened; they mean nothing after a success. No input ends the process.
 *
 * THREADS. Every function may be called from any thread. Reading one tensor from several threads is safe; writing one while
 * another thread uses it is the caller's to order, as with any memory. Grad mode and the last error belong to a thread.
 *
 * LIFETIME. Tensors share storage with their views, and the graph of a result keeps alive what its derivative needs; a
 * handle may be released as soon as the caller is done with it. Handles may be released in any order and from any thread.
 *
 * MEMORY LAYOUT. Sizes and strides count elements. Shapes are passed as (const int64_t *values, size_t count); a NULL list is
 * Python's None where the parameter is optional. Optional numbers are pointers, NULL for None. Numbers that take part in type
 * promotion travel as ew_scalar: EW_FLOAT(0.5), EW_INT(2), EW_BOOL(true).
 *
 * A complete program:
 *
 *     #include <stdio.h>
 *     #include "emberwing.h"
 *     int main(void) {
 *       const float values[] = {1, 2, 3};
 *       const int64_t shape[] = {3};
 *       ew_tensor *x = ew_tensor_from_data(values, shape, 1, EW_FLOAT32);
 *       ew_tensor_set_requires_grad(x, true);
 *       ew_tensor *y = ew_mul(x, x);
 *       ew_tensor *loss = ew_sum(y, NULL, 0, false, EW_DTYPE_NONE);
 *       if (!loss || ew_tensor_backward(loss, NULL, false, false)) return fprintf(stderr, "%s\n", ew_last_error_message()), 1;
 *       ew_tensor *gradient = ew_tensor_grad(x);
 *       printf("%g\n", ((const float *)ew_tensor_data(gradient))[2]);
 *       ew_tensor_release(gradient), ew_tensor_release(loss), ew_tensor_release(y), ew_tensor_release(x);
 *     }
 */
#ifndef EMBERWING_H
#define EMBERWING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define EW_VERSION_MAJOR 0
#define EW_VERSION_MINOR 1
#define EW_VERSION_PATCH 0
#define EW_VERSION_STRING "0.1.0"
/* Grows when functions are added; a signature never changes, a `_v2` stands beside it. */
#define EW_ABI_VERSION 1

/* ---- status and errors ------------------------------------------------------------------------------------------ */

typedef int32_t ew_status;

enum {
  EW_OK = 0,
  EW_ERROR_RUNTIME = 1,
  EW_ERROR_VALUE = 2,
  EW_ERROR_TYPE = 3,
  EW_ERROR_INDEX = 4,
  EW_ERROR_NOT_IMPLEMENTED = 5,
  EW_ERROR_OUT_OF_MEMORY = 6,
  EW_ERROR_KEY = 7,
  EW_ERROR_IO = 8,
  /* A callback of the host failed; the host keeps its own exception. */
  EW_ERROR_CALLBACK = 9,
  EW_ERROR_ATTRIBUTE = 10,
  EW_ERROR_OVERFLOW = 11,
  EW_ERROR_ASSERTION = 12,
  EW_ERROR_STOP_ITERATION = 13,
  EW_ERROR_FILE_NOT_FOUND = 14,
  EW_ERROR_UNPICKLING = 15,
  /* A matrix is singular, not positive-definite, or its iteration did not converge. */
  EW_ERROR_LINALG = 16
};

/* The library's version, "0.1.0". Borrowed, for ever. */
const char *ew_version(void);
int32_t ew_abi_version(void);
/* Why the last failing call of this thread failed. Borrowed until the thread's next failing call. */
const char *ew_last_error_message(void);
ew_status ew_last_error_code(void);
/* Reports a host's failure from inside a callback. */
void ew_set_error(ew_status code, const char *message);

/* ---- dtypes and numbers ------------------------------------------------------------------------------------------ */

/* PyTorch's own numbers. */
enum {
  EW_DTYPE_NONE = -1,
  EW_UINT8 = 0,
  EW_INT8 = 1,
  EW_INT16 = 2,
  EW_INT32 = 3,
  EW_INT64 = 4,
  EW_FLOAT16 = 5,
  EW_FLOAT32 = 6,
  EW_FLOAT64 = 7,
  EW_COMPLEX64 = 9,
  EW_COMPLEX128 = 10,
  EW_BOOL = 11,
  EW_BFLOAT16 = 15,
  EW_UINT16 = 27,
  EW_UINT32 = 28,
  EW_UINT64 = 29
};

enum { EW_SCALAR_BOOL = 0, EW_SCALAR_INT = 1, EW_SCALAR_FLOAT = 2, EW_SCALAR_COMPLEX = 3 };

/* A number that takes part in type promotion as a Python number does. */
typedef struct ew_scalar {
  int32_t kind;     /* EW_SCALAR_... */
  int32_t reserved; /* 0 */
  int64_t integer;  /* bool and int */
  double real;      /* float and complex */
  double imaginary; /* complex */
} ew_scalar;

/* A pointer to a temporary number, good for the call it stands in. */
#ifdef __cplusplus
} /* extern "C" */
inline const ew_scalar *ew_scalar_address(const ew_scalar &value) { return &value; }
#define EW_SCALAR_LITERAL(...) (ew_scalar_address(ew_scalar{__VA_ARGS__}))
extern "C" {
#else
#define EW_SCALAR_LITERAL(...) (&(const ew_scalar){__VA_ARGS__})
#endif
#define EW_BOOLEAN(v) EW_SCALAR_LITERAL(EW_SCALAR_BOOL, 0, (v) ? 1 : 0, 0.0, 0.0)
#define EW_INT(v) EW_SCALAR_LITERAL(EW_SCALAR_INT, 0, (v), 0.0, 0.0)
#define EW_FLOAT(v) EW_SCALAR_LITERAL(EW_SCALAR_FLOAT, 0, 0, (v), 0.0)
#define EW_COMPLEX(re, im) EW_SCALAR_LITERAL(EW_SCALAR_COMPLEX, 0, 0, (re), (im))

/* Result dtype of two dtypes (torch.promote_types); EW_DTYPE_NONE when a number is no dtype. */
int32_t ew_promote_types(int32_t a, int32_t b);
/* Bytes an element takes, 0 when the number is no dtype. */
size_t ew_dtype_size(int32_t dtype);
int32_t ew_get_default_dtype(void);
ew_status ew_set_default_dtype(int32_t dtype);

/* ---- tensors ------------------------------------------------------------------------------------------------------ */

typedef struct ew_tensor ew_tensor;
typedef struct ew_node ew_node;
typedef struct ew_generator ew_generator;
typedef struct ew_module ew_module;
typedef struct ew_optimizer ew_optimizer;
typedef struct ew_dataset ew_dataset;
typedef struct ew_dataloader ew_dataloader;

/* Copies contiguous row-major values. NULL data leaves the elements uninitialised. New reference. */
ew_tensor *ew_tensor_from_data(const void *data, const int64_t *shape, size_t shape_count, int32_t dtype);
/* Views memory of the host without copying; `destroy(payload)` runs when the last tensor that views it is gone.
   `byte_count` is the size of the block; strides (in elements, NULL for row-major) and the offset (elements) must stay inside.
   New reference. On failure destroy is not called. */
ew_tensor *ew_tensor_from_memory(void *data, size_t byte_count, const int64_t *shape, const int64_t *strides,
                                 size_t shape_count, int64_t offset, int32_t dtype, bool read_only, void *payload,
                                 void (*destroy)(void *payload));
/* A 0-d tensor that still promotes as the number it came from. New reference. */
ew_tensor *ew_tensor_wrap_number(const ew_scalar *value);
/* Another reference to the same tensor. */
ew_tensor *ew_tensor_retain(ew_tensor *tensor);
void ew_tensor_release(ew_tensor *tensor);
/* Frees a list that an op returned through out_tensors, and the references in it. */
void ew_tensors_free(ew_tensor **tensors, size_t count);

/* Getters give 0 or NULL for an invalid handle and set the error. */
int64_t ew_tensor_dim(ew_tensor *tensor);
int64_t ew_tensor_numel(ew_tensor *tensor);
int32_t ew_tensor_dtype(ew_tensor *tensor);
/* Number of dimensions, or -1; writes at most `capacity` sizes (or strides). */
int64_t ew_tensor_shape(ew_tensor *tensor, int64_t *out_shape, size_t capacity);
int64_t ew_tensor_strides(ew_tensor *tensor, int64_t *out_strides, size_t capacity);
int64_t ew_tensor_storage_offset(ew_tensor *tensor);
/* Address of the first element. Borrowed while the tensor lives. */
void *ew_tensor_data(ew_tensor *tensor);
/* Identity and size of the storage; equal addresses mean shared memory. */
void *ew_tensor_storage_data(ew_tensor *tensor);
size_t ew_tensor_storage_size(ew_tensor *tensor);
/* Changes the size of the storage for all the tensors that share it; an error where the memory is the host's. A tensor that
   ends beyond a smaller size goes on to read what was there. */
ew_status ew_tensor_storage_resize(ew_tensor *tensor, size_t byte_count);
/* A tensor outside the graph on the same storage, of any dtype; strides (NULL for row-major) and the offset count its own
   elements. New reference. */
ew_tensor *ew_tensor_on_storage(ew_tensor *tensor, const int64_t *shape, const int64_t *strides, size_t shape_count,
                                int64_t offset, int32_t dtype);
bool ew_tensor_is_contiguous(ew_tensor *tensor);
bool ew_tensor_is_read_only(ew_tensor *tensor);
/* In-place changes so far. */
int64_t ew_tensor_version(ew_tensor *tensor);
/* The single element as a number; an error for more than one. */
ew_status ew_tensor_item(ew_tensor *tensor, ew_scalar *out_value);
/* What PyTorch prints, NUL-terminated UTF-8; free with ew_string_free. */
char *ew_tensor_to_string(ew_tensor *tensor);
/* The same with `name` for "tensor" and `contents` in the place of the numbers; NULL leaves either as it is. */
char *ew_tensor_format(ew_tensor *tensor, const char *name, const char *contents);
/* torch.set_printoptions; `scientific` is 1 for always, 0 for never, -1 where the numbers call for it. */
void ew_set_print_options(int64_t precision, int64_t threshold, int64_t edge_items, int64_t line_width,
                          int32_t scientific);
void ew_string_free(char *string);
/* `tensor.data = other`: takes over the other's elements and geometry, keeping the autograd identity. */
ew_status ew_tensor_set_data(ew_tensor *tensor, ew_tensor *other);
/* `tensor.data`: the same elements outside the graph, whose in-place changes are not counted. New reference. */
ew_tensor *ew_tensor_get_data(ew_tensor *tensor);
/* Writes `result` into `out` (an op's out=), resizing it if needed. */
ew_status ew_tensor_deliver(ew_tensor *out, ew_tensor *result);

/* ---- autograd ----------------------------------------------------------------------------------------------------- */

bool ew_tensor_requires_grad(ew_tensor *tensor);
ew_status ew_tensor_set_requires_grad(ew_tensor *tensor, bool requires_grad);
bool ew_tensor_is_leaf(ew_tensor *tensor);
/* The accumulated gradient; NULL without an error where there is none. New reference. */
ew_tensor *ew_tensor_grad(ew_tensor *tensor);
/* Replaces the gradient; NULL clears it. */
ew_status ew_tensor_set_grad(ew_tensor *tensor, ew_tensor *grad);
ew_status ew_tensor_retain_grad(ew_tensor *tensor);
bool ew_tensor_retains_grad(ew_tensor *tensor);
/* Name of the graph node ("MulBackward0"), NULL for a leaf; free with ew_string_free. */
char *ew_tensor_grad_fn_name(ew_tensor *tensor);
/* Accumulates gradients into the leaves. `gradient` may be NULL for a one-element tensor. */
ew_status ew_tensor_backward(ew_tensor *tensor, ew_tensor *gradient, bool retain_graph, bool create_graph);
/* Several roots; entries of `gradients` may be NULL; `inputs` NULL means all leaves. */
ew_status ew_backward(ew_tensor *const *tensors, size_t count, ew_tensor *const *gradients, ew_tensor *const *inputs,
                      size_t input_count, bool retain_graph, bool create_graph);
/* Gradients of outputs with respect to inputs into out_grads[input_count], new references, NULL where unused. */
ew_status ew_grad(ew_tensor *const *outputs, size_t output_count, ew_tensor *const *grad_outputs,
                  ew_tensor *const *inputs, size_t input_count, bool retain_graph, bool create_graph, bool allow_unused,
                  ew_tensor **out_grads);

bool ew_is_grad_enabled(void);
/* Both return the mode before. */
bool ew_set_grad_enabled(bool enabled);
bool ew_is_inference_mode(void);
bool ew_set_inference_mode(bool enabled);
bool ew_tensor_is_inference(ew_tensor *tensor);
void ew_set_detect_anomaly(bool enabled, bool check_nan);
bool ew_is_anomaly_enabled(void);
/* In anomaly mode: text that says where the host program is, called when a node is made; free()d by `release`. */
void ew_set_trace_provider(char *(*provider)(void), void (*release)(char *text));

/* A hook sees a gradient (borrowed) and may put a replacement (a reference that the library takes over) into *out_new. */
typedef ew_status (*ew_hook_fn)(ew_tensor *gradient, ew_tensor **out_new, void *payload);
/* Registers a hook; out_id removes it. `post_accumulate` hooks see the leaf itself after its grad was updated. */
ew_status ew_tensor_register_hook(ew_tensor *tensor, ew_hook_fn hook, void *payload, void (*destroy)(void *payload),
                                  bool post_accumulate, int64_t *out_id);
ew_status ew_tensor_remove_hook(ew_tensor *tensor, int64_t id);

/* The backward of a custom function: gradients of its outputs (borrowed, NULL where there is none) to gradients of its
   inputs (references that the library takes over; leave NULL where there is none). */
typedef ew_status (*ew_backward_fn)(ew_tensor *const *grad_outputs, size_t output_count, ew_tensor **out_grad_inputs,
                                    size_t input_count, void *payload);
/* Makes `outputs` (fresh tensors computed from `inputs` without grad mode) the outputs of a graph node. */
ew_status ew_custom_function(const char *name, ew_tensor *const *inputs, size_t input_count, ew_tensor *const *outputs,
                             size_t output_count, ew_backward_fn backward, void *payload,
                             void (*destroy)(void *payload));

/* Nodes of the graph: one application of an op, or the accumulation into the `grad` of a leaf ("AccumulateGrad").
   Functions that return a node give a new reference, or NULL without an error where there is none. */
ew_node *ew_tensor_grad_fn(ew_tensor *tensor);
/* The node that the gradient of a tensor goes to, and as which of its outputs: also for a leaf. */
ew_node *ew_tensor_gradient_edge(ew_tensor *tensor, int64_t *out_index);
/* Which output of its node a tensor is. */
int64_t ew_tensor_output_number(ew_tensor *tensor);
/* Counts an in-place change that was made behind the library's back. */
ew_status ew_tensor_increment_version(ew_tensor *tensor);
void ew_node_release(ew_node *node);
/* Tells nodes from one another while they live. */
int64_t ew_node_id(ew_node *node);
/* Free with ew_string_free. */
char *ew_node_name(ew_node *node);
/* Inputs of a node, and the node that the gradient of one goes to. */
int64_t ew_node_next_count(ew_node *node);
ew_node *ew_node_next(ew_node *node, int64_t i, int64_t *out_index);
/* The leaf of an "AccumulateGrad". New reference. */
ew_tensor *ew_node_variable(ew_node *node);
/* A tensor that stands for an output of a node in ew_backward and ew_grad; its elements have no meaning. New reference. */
ew_tensor *ew_node_stand_in(ew_node *node, int64_t index);
/* The payload of a custom function's node. */
void *ew_node_payload(ew_node *node);
/* Has `destroy` called when the node is freed. */
ew_status ew_node_keep(ew_node *node, void *payload, void (*destroy)(void *payload));
/* A node's hook sees gradients (borrowed, NULL where there is none) and may put replacements (references that the library
   takes over) into out_new: one for each output if it runs before the node, when it gets no grad_inputs; else one for each
   input. */
typedef ew_status (*ew_node_hook_fn)(ew_tensor *const *grad_inputs, size_t input_count, ew_tensor *const *grad_outputs,
                                     size_t output_count, ew_tensor **out_new, void *payload);
ew_status ew_node_register_hook(ew_node *node, ew_node_hook_fn hook, void *payload, void (*destroy)(void *payload),
                                bool before, int64_t *out_id);
ew_status ew_node_remove_hook(ew_node *node, int64_t id);

/* Function transforms (grad of a function, nested) mark the leaves that they make with their depth, 1 for the outermost, and
   ask whether a result still has derivatives for somebody outside: whether its gradients go to a leaf of at most a level.
   Ordinary leaves have level 0. */
ew_status ew_tensor_set_level(ew_tensor *tensor, int64_t level);
bool ew_reaches_leaf(ew_tensor *const *tensors, size_t count, int64_t level);

/* The backward pass that runs on this thread: its number (-1 outside of one), whether the graph can run again, whether it
   was called for all leaves (ew_grad and inputs ask for some), whether it comes to the node with an id. */
int64_t ew_graph_task_id(void);
bool ew_graph_task_keeps_graph(void);
bool ew_graph_task_reaches_all(void);
bool ew_graph_task_reaches(int64_t node_id);
/* In the backward of a custom function: an output that it kept, as part of the graph again. New reference. */
ew_tensor *ew_graph_task_reattach(ew_tensor *tensor, int64_t output);

/* While such hooks are in force on a thread (until the pop), graph nodes keep a token in place of a tensor: `pack` makes it
   (the tensor is borrowed), `unpack` gives the tensor back (a reference that the library takes over; NULL is a failure),
   `drop` ends the token. An op that records itself cannot fail, so the first error of `pack` is reported by the pop. */
typedef ew_status (*ew_pack_fn)(ew_tensor *tensor, void **out_token, void *payload);
typedef ew_tensor *(*ew_unpack_fn)(void *token, void *payload);
ew_status ew_saved_tensor_hooks_push(ew_pack_fn pack, ew_unpack_fn unpack, void (*drop)(void *token), void *payload,
                                     void (*destroy)(void *payload));
ew_status ew_saved_tensor_hooks_pop(void);

/* ---- the machine ---------------------------------------------------------------------------------------------------- */

int32_t ew_get_num_threads(void);
ew_status ew_set_num_threads(int32_t count);
/* "baseline", "avx2", "avx512" or "neon". Borrowed, for ever. EMBERWING_CPU in the environment chooses a lower one. */
const char *ew_cpu_capability(void);
/* Bytes in use, bytes cached, the peak of bytes in use. */
void ew_memory_statistics(int64_t *out_allocated, int64_t *out_cached, int64_t *out_peak);
void ew_empty_cache(void);
/* Live tensors and storages, for leak tests. */
int64_t ew_live_tensors(void);
int64_t ew_live_storages(void);

/* ---- random numbers -------------------------------------------------------------------------------------------------- */

/* PyTorch's CPU stream (mt19937). The default generator is what NULL means; new reference. */
ew_generator *ew_generator_default(void);
ew_generator *ew_generator_new(void);
void ew_generator_release(ew_generator *generator);
ew_status ew_manual_seed(int64_t seed);
ew_status ew_generator_manual_seed(ew_generator *generator, int64_t seed);
ew_status ew_generator_seed(ew_generator *generator, int64_t *out_seed);
ew_status ew_generator_initial_seed(ew_generator *generator, int64_t *out_seed);
/* PyTorch's state, a uint8 tensor. New reference. */
ew_tensor *ew_generator_get_state(ew_generator *generator);
ew_status ew_generator_set_state(ew_generator *generator, ew_tensor *state);

#ifdef __cplusplus
}
#endif

#include "emberwing_ops.h"

#include "emberwing_nn.h"

#include "emberwing_optim.h"

#include "emberwing_data.h"

#endif /* EMBERWING_H */
