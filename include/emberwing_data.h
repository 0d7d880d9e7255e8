/*
 * Emberwing: datasets and data loading, image transforms, and files. Part of emberwing.h, which it needs and whose rules on
 * handles, errors and threads hold here too.
 */
#ifndef EMBERWING_DATA_H
#define EMBERWING_DATA_H

#include "emberwing.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- datasets ------------------------------------------------------------------------------------------------------ */

/* Item i holds entry i of each tensor; all tensors have the same length. Keeps the tensors. New reference. */
ew_dataset *ew_tensor_dataset_new(ew_tensor *const *tensors, size_t count);

/* Gives item `index` as a list of at most `capacity` references that the library takes over, and their number. May be called
   from several threads at once. */
typedef ew_status (*ew_item_fn)(int64_t index, ew_tensor **out_tensors, size_t capacity, size_t *out_count,
                                void *payload);
/* The most tensors that an item of a custom dataset may have. */
#define EW_ITEM_CAPACITY 256
/* A dataset of the host. `destroy(payload)` runs when the dataset and its loaders are gone, and at once on failure. New
   reference. */
ew_dataset *ew_dataset_new_custom(int64_t length, ew_item_fn item, void *payload, void (*destroy)(void *payload));
/* Some items of another dataset. New reference. */
ew_dataset *ew_dataset_subset(ew_dataset *dataset, const int64_t *indices, size_t count);
/* Datasets one after another. New reference. */
ew_dataset *ew_dataset_concat(ew_dataset *const *datasets, size_t count);
/* torch.utils.data.random_split: writes one new reference a length into out_subsets[count]. NULL is the default generator. */
ew_status ew_dataset_random_split(ew_dataset *dataset, const int64_t *lengths, size_t count, ew_generator *generator,
                                  ew_dataset **out_subsets);
/* Number of items, or -1. */
int64_t ew_dataset_count(ew_dataset *dataset);
/* An item as a list of new references; free with ew_tensors_free. */
ew_status ew_dataset_get(ew_dataset *dataset, int64_t index, ew_tensor ***out_tensors, size_t *out_count);
void ew_dataset_release(ew_dataset *dataset);

/* ---- data loaders --------------------------------------------------------------------------------------------------- */

typedef struct ew_dataloader_options {
  size_t struct_size;
  int64_t batch_size; /* 0: no batching, the items themselves */
  bool shuffle;
  bool drop_last;
  bool replacement;        /* with shuffle: draw with replacement */
  int64_t num_samples;     /* with shuffle: draws an epoch; 0: the number of items */
  int32_t num_workers;     /* threads that load; 0: the caller's */
  int32_t prefetch_factor; /* batches a worker loads ahead */
  ew_generator *generator; /* borrowed; NULL: the default one */
  const int64_t *indices;  /* a fixed order; NULL: none */
  size_t index_count;
} ew_dataloader_options;

#ifdef __cplusplus
#define EW_DATALOADER_OPTIONS_INIT \
  ew_dataloader_options { sizeof(ew_dataloader_options), 1, false, false, false, 0, 0, 2, nullptr, nullptr, 0 }
#else
#define EW_DATALOADER_OPTIONS_INIT \
  { sizeof(ew_dataloader_options), 1, false, false, false, 0, 0, 2, NULL, NULL, 0 }
#endif

/* NULL options are the defaults. New reference. */
ew_dataloader *ew_dataloader_new(ew_dataset *dataset, const ew_dataloader_options *options);
/* The next batch as a list of new references (free with ew_tensors_free), or *out_done = true and no list at the end of the
   epoch. The first call starts an epoch. After an error the next call goes on with the next batch. */
ew_status ew_dataloader_next(ew_dataloader *loader, ew_tensor ***out_tensors, size_t *out_count, bool *out_done);
/* Starts a new epoch. */
ew_status ew_dataloader_reset(ew_dataloader *loader);
/* Batches an epoch has, or -1. */
int64_t ew_dataloader_length(ew_dataloader *loader);
/* Stops the workers and waits for the items they are at: a host with a global lock must not hold it here. */
void ew_dataloader_release(ew_dataloader *loader);

/* ---- images: tensors [..., height, width] ----------------------------------------------------------------------------- */

enum {
  EW_NEAREST = 0,
  EW_BILINEAR = 1,
  EW_BICUBIC = 2,
  EW_BOX = 3,
  EW_HAMMING = 4,
  EW_LANCZOS = 5
};

/* All give a new reference, outside the autograd graph. */
ew_tensor *ew_image_resize(ew_tensor *image, int64_t height, int64_t width, int32_t mode, bool antialias);
/* uint8 [H, W, C] to float32 [C, H, W] in [0, 1]. */
ew_tensor *ew_image_to_tensor(ew_tensor *image);
ew_tensor *ew_image_normalize(ew_tensor *image, const double *mean, size_t mean_count, const double *std,
                              size_t std_count);
ew_tensor *ew_image_center_crop(ew_tensor *image, int64_t height, int64_t width);
ew_tensor *ew_image_horizontal_flip(ew_tensor *image);
ew_tensor *ew_image_vertical_flip(ew_tensor *image);
ew_tensor *ew_image_pad(ew_tensor *image, int64_t left, int64_t top, int64_t right, int64_t bottom, double value);
/* A file of the MNIST format, not compressed. */
ew_tensor *ew_idx_load(const char *path);

/* ---- named tensors in files ---------------------------------------------------------------------------------------------- */

/* The extension chooses the format: .pt .pth .ckpt .bin, .safetensors, .npz. The file is replaced whole or not at all. */
ew_status ew_state_save(const char *path, const char *const *names, ew_tensor *const *tensors, size_t count);
/* With `map` the tensors view the file where the format allows it. Free the lists with ew_strings_free and ew_tensors_free. */
ew_status ew_state_load(const char *path, bool map, char ***out_names, ew_tensor ***out_tensors, size_t *out_count);
void ew_strings_free(char **strings, size_t count);
ew_status ew_npy_save(const char *path, ew_tensor *tensor);
ew_tensor *ew_npy_load(const char *path, bool map);

/* ---- values: what a checkpoint holds --------------------------------------------------------------------------------------- */

typedef struct ew_value ew_value;

enum {
  EW_VALUE_NONE = 0,
  EW_VALUE_BOOL = 1,
  EW_VALUE_INT = 2,
  EW_VALUE_FLOAT = 3,
  EW_VALUE_COMPLEX = 4,
  EW_VALUE_STRING = 5,
  EW_VALUE_BYTES = 6,
  EW_VALUE_LIST = 7,
  EW_VALUE_TUPLE = 8,
  EW_VALUE_DICT = 9,
  EW_VALUE_ORDERED_DICT = 10,
  EW_VALUE_SET = 11,
  EW_VALUE_TENSOR = 12,
  EW_VALUE_PARAMETER = 13,
  EW_VALUE_DTYPE = 14,
  EW_VALUE_SIZE = 15,
  EW_VALUE_DEVICE = 16,
  /* A class, function or constant by its name; nothing is looked up. */
  EW_VALUE_GLOBAL = 17,
  /* What an allowed class would make: its name, arguments as elements, state as attributes. */
  EW_VALUE_OBJECT = 19,
  /* NumPy's, held as a tensor. */
  EW_VALUE_ARRAY = 20,
  EW_VALUE_NUMPY_SCALAR = 21,
  EW_VALUE_BYTE_ARRAY = 22,
  EW_VALUE_FROZEN_SET = 23,
  EW_VALUE_COUNTER = 24,
  /* Its attributes are the global that makes missing values. */
  EW_VALUE_DEFAULT_DICT = 25
};

/* All give a new reference. The same handle in two places is one object, and is so again after loading. */
ew_value *ew_value_new_none(void);
ew_value *ew_value_new_bool(bool value);
ew_value *ew_value_new_int(int64_t value);
/* An integer of any size in two's complement, least byte first. */
ew_value *ew_value_new_big_int(const void *bytes, size_t count);
ew_value *ew_value_new_float(double value);
ew_value *ew_value_new_complex(double real, double imaginary);
/* UTF-8, which may hold NULs. */
ew_value *ew_value_new_string(const char *text, size_t byte_count);
ew_value *ew_value_new_bytes(const void *bytes, size_t count);
ew_value *ew_value_new_tensor(ew_tensor *tensor);
ew_value *ew_value_new_parameter(ew_tensor *tensor);
ew_value *ew_value_new_dtype(int32_t dtype);
ew_value *ew_value_new_device(const char *device);
/* `module` and `name` of a class, function or constant. */
ew_value *ew_value_new_global(const char *module, const char *name);
/* A NumPy array, or with 0 dimensions and `is_scalar` a NumPy scalar. */
ew_value *ew_value_new_array(ew_tensor *tensor, bool is_scalar);
/* An empty EW_VALUE_LIST, _TUPLE, _DICT, _ORDERED_DICT, _SET, _SIZE, _FROZEN_SET, _COUNTER or _DEFAULT_DICT. */
ew_value *ew_value_new_container(int32_t kind);
/* Another reference to the same value. */
ew_value *ew_value_retain(ew_value *value);
void ew_value_release(ew_value *value);

/* To a list, tuple, set or size. */
ew_status ew_value_append(ew_value *container, ew_value *element);
/* In a dict. */
ew_status ew_value_set(ew_value *dict, ew_value *key, ew_value *element);
/* The attributes of an ordered dict (`_metadata` of a state dict), a dict; NULL without an error where there are none. New
   reference. */
ew_value *ew_value_attributes(ew_value *dict);
ew_status ew_value_set_attributes(ew_value *dict, ew_value *attributes);

/* EW_VALUE_..., or -1. */
int32_t ew_value_kind(ew_value *value);
/* Number of elements or of a dict's entries, or -1. */
int64_t ew_value_count(ew_value *value);
/* Element `index`; of a dict, key `index`. New reference. */
ew_value *ew_value_at(ew_value *value, int64_t index);
/* The element of a dict's entry `index`. New reference. */
ew_value *ew_value_dict_value(ew_value *dict, int64_t index);
/* The element of a string key; NULL with EW_ERROR_KEY where there is none. New reference. */
ew_value *ew_value_get(ew_value *dict, const char *key);
ew_status ew_value_as_bool(ew_value *value, bool *out_value);
/* EW_ERROR_OVERFLOW for an integer of more than 64 bits; see ew_value_as_bytes. */
ew_status ew_value_as_int(ew_value *value, int64_t *out_value);
ew_status ew_value_as_float(ew_value *value, double *out_value);
ew_status ew_value_as_complex(ew_value *value, double *out_real, double *out_imaginary);
/* The text of a string or a device, `module.name` of a global or an object, the bytes of a bytes object or a byte array, the two's complement of an integer: a copy with a NUL behind
   it; free with ew_string_free. */
ew_status ew_value_as_bytes(ew_value *value, char **out_bytes, size_t *out_count);
/* The tensor of a tensor, a parameter, a NumPy array or scalar. New reference. */
ew_tensor *ew_value_as_tensor(ew_value *value);
/* EW_DTYPE_NONE with an error for other kinds. */
int32_t ew_value_as_dtype(ew_value *value);

/* PyTorch's .pt format, both ways; loading executes nothing and refuses unknown names. */
ew_status ew_save(ew_value *value, const char *path);
ew_value *ew_load(const char *path, bool map);
/* The same to memory; free with ew_buffer_free. */
ew_status ew_save_to_buffer(ew_value *value, void **out_bytes, size_t *out_count);
ew_value *ew_load_from_buffer(const void *bytes, size_t count);
void ew_buffer_free(void *bytes);

typedef struct ew_save_options {
  size_t struct_size;
  /* The protocol that the pickle names, 2 to 5. */
  int32_t pickle_protocol;
  /* The stream that PyTorch wrote before 1.6 in place of a zip file. */
  bool legacy;
} ew_save_options;
#define EW_SAVE_OPTIONS_INIT {sizeof(ew_save_options), 2, false}

typedef struct ew_load_options {
  size_t struct_size;
  /* Tensors view the file, changes staying in memory. */
  bool map;
  /* `module.name` of classes and functions that the caller vouches for: they come as EW_VALUE_GLOBAL and EW_VALUE_OBJECT. */
  const char *const *allowed;
  size_t allowed_count;
} ew_load_options;
#define EW_LOAD_OPTIONS_INIT {sizeof(ew_load_options), false, 0, 0}

/* Takes the next bytes of what is written; anything but 0 stops the writing with EW_ERROR_CALLBACK. */
typedef int32_t (*ew_write_fn)(void *payload, const void *bytes, size_t count);

/* `options` may be NULL. */
ew_status ew_save_with(ew_value *value, const char *path, const ew_save_options *options);
ew_status ew_save_to_writer(ew_value *value, const ew_save_options *options, ew_write_fn write, void *payload);
ew_value *ew_load_with(const char *path, const ew_load_options *options);
ew_value *ew_load_from_buffer_with(const void *bytes, size_t count, const ew_load_options *options);
/* The names that a checkpoint refers to and that are neither known nor allowed, from `path` or, where that is NULL, from `bytes`.
   Free with ew_strings_free. */
ew_status ew_checkpoint_unknown_globals(
    const char *path, const void *bytes, size_t count, const ew_load_options *options, char ***out_names, size_t *out_count);

/* For hosts whose language reads pickles: a value as a pickle in which tensors are calls of `emberwing.serialization`'s functions
   with their numbers, and back. Free with ew_buffer_free and ew_tensors_free. */
ew_status ew_value_to_pickle(
    ew_value *value, void **out_bytes, size_t *out_count, ew_tensor ***out_tensors, size_t *out_tensor_count);
ew_value *ew_value_from_pickle(const void *bytes, size_t count, ew_tensor *const *tensors, size_t tensor_count);

/* ---- safetensors ------------------------------------------------------------------------------------------------------------ */

/* Named tensors and, where `metadata_count` is not 0, pairs of text. */
ew_status ew_safetensors_save(
    const char *path, const char *const *names, ew_tensor *const *tensors, size_t count, const char *const *metadata_keys,
    const char *const *metadata_values, size_t metadata_count);
/* The same to memory; free with ew_buffer_free. */
ew_status ew_safetensors_save_to_buffer(
    const char *const *names, ew_tensor *const *tensors, size_t count, const char *const *metadata_keys,
    const char *const *metadata_values, size_t metadata_count, void **out_bytes, size_t *out_count);
/* From `path`, with `map` as views of the file, or where it is NULL from `bytes`. Free the lists with ew_strings_free and
   ew_tensors_free. */
ew_status ew_safetensors_load(
    const char *path, bool map, const void *bytes, size_t byte_count, char ***out_names, ew_tensor ***out_tensors,
    size_t *out_count, char ***out_metadata_keys, char ***out_metadata_values, size_t *out_metadata_count);

#ifdef __cplusplus
}
#endif

#endif /* EMBERWING_DATA_H */
