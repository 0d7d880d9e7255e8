/* Datasets, loaders and files through the C API, with callbacks that fail half way. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>
#include <unistd.h>

#include "check.h"

static char folder[] = "/tmp/emberwing-XXXXXX";
static char path[128];

static const char *file(const char *name) {
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static int destroyed;

static void count_destroy(void *payload) {
  (void)payload;
  destroyed++;
}

static ew_tensor *range(int64_t n) { return ew_arange(EW_INT(0), EW_INT(n), EW_INT(1), EW_INT64); }

static int64_t value_at(ew_tensor *t, int64_t i) { return ((const int64_t *)ew_tensor_data(t))[i]; }

static ew_dataset *numbers(int64_t n) {
  ew_tensor *t = range(n), *square = ew_mul(t, t), *both[] = {t, square};
  ew_dataset *set = ew_tensor_dataset_new(both, 2);
  expect(set && ew_dataset_count(set) == n, "a dataset of tensors");
  ew_tensor_release(square), ew_tensor_release(t);
  return set;
}

/* The sum of the first tensors of all batches, and their number. */
static int64_t drain(ew_dataloader *loader, int64_t *out_batches) {
  ew_tensor **batch = NULL;
  size_t count = 0;
  bool done = false;
  int64_t total = 0;
  *out_batches = 0;
  while (ew_dataloader_next(loader, &batch, &count, &done) == EW_OK && !done) {
    for (int64_t i = 0; i < ew_tensor_numel(batch[0]); i++) total += value_at(batch[0], i);
    ++*out_batches;
    ew_tensors_free(batch, count);
  }
  expect(done && batch == NULL && count == 0, "the end of an epoch");
  return total;
}

static void datasets(void) {
  const int64_t chosen[] = {3, 1}, lengths[] = {7, 3}, wrong[] = {7, 7}, outside[] = {99};
  ew_dataset *set = numbers(10);
  ew_tensor **item_tensors = NULL;
  size_t count = 0;
  expect(ew_dataset_get(set, -1, &item_tensors, &count) == EW_OK && count == 2, "an item from the end");
  expect(item(item_tensors[0]) == 9 && item(item_tensors[1]) == 81, "its values");
  ew_tensors_free(item_tensors, count);
  ew_dataset *subset = ew_dataset_subset(set, chosen, 2), *pair[] = {set, subset};
  ew_dataset *joined = ew_dataset_concat(pair, 2);
  expect(ew_dataset_count(subset) == 2 && ew_dataset_count(joined) == 12, "subset and concat");
  expect(ew_dataset_get(joined, 10, &item_tensors, &count) == EW_OK && item(item_tensors[0]) == 3, "an item behind");
  ew_tensors_free(item_tensors, count);
  ew_dataset *far = ew_dataset_subset(set, outside, 1);
  expect_error(far == NULL || ew_dataset_get(far, 0, &item_tensors, &count) != EW_OK, EW_ERROR_INDEX,
               "a subset with an index out of range");
  ew_dataset *parts[2] = {NULL, NULL};
  expect(ew_dataset_random_split(set, lengths, 2, NULL, parts) == EW_OK, "random_split");
  expect(ew_dataset_count(parts[0]) == 7 && ew_dataset_count(parts[1]) == 3, "its lengths");
  expect_error(ew_dataset_random_split(set, wrong, 2, NULL, parts) != EW_OK, EW_ERROR_VALUE, "wrong lengths");
  /* The datasets that others are made of may be released first. */
  ew_dataset_release(set), ew_dataset_release(subset), ew_dataset_release(far);
  expect(ew_dataset_count(joined) == 12, "a dataset keeps its parts");
  ew_dataset_release(joined), ew_dataset_release(parts[0]), ew_dataset_release(parts[1]);
}

static void loaders(void) {
  ew_dataset *set = numbers(10);
  ew_dataloader_options options = EW_DATALOADER_OPTIONS_INIT;
  int64_t batches = 0;
  options.batch_size = 4;
  ew_dataloader *loader = ew_dataloader_new(set, &options);
  expect(ew_dataloader_length(loader) == 3 && drain(loader, &batches) == 45 && batches == 3, "batches of four");
  expect(drain(loader, &batches) == 0 && batches == 0, "the end stays the end");
  expect(ew_dataloader_reset(loader) == EW_OK && drain(loader, &batches) == 45, "a second epoch");
  ew_dataloader_release(loader);
  options.drop_last = true, options.shuffle = true, options.num_workers = 3;
  ew_manual_seed(5);
  loader = ew_dataloader_new(set, &options);
  const int64_t first = drain(loader, &batches);
  expect(batches == 2, "drop_last with workers");
  ew_dataloader_release(loader);
  ew_manual_seed(5);
  options.num_workers = 0;
  loader = ew_dataloader_new(set, &options);
  expect(drain(loader, &batches) == first, "the order does not depend on workers");
  ew_dataloader_release(loader);
  const int64_t order[] = {9, 9, 0};
  options = (ew_dataloader_options)EW_DATALOADER_OPTIONS_INIT;
  options.batch_size = 0, options.indices = order, options.index_count = 3;
  loader = ew_dataloader_new(set, &options);
  expect(drain(loader, &batches) == 18 && batches == 3, "items in an order of one's own");
  ew_dataloader_release(loader);
  options = (ew_dataloader_options)EW_DATALOADER_OPTIONS_INIT;
  options.num_workers = 2, options.batch_size = 2;
  loader = ew_dataloader_new(set, &options);
  ew_tensor **batch = NULL;
  size_t count = 0;
  bool done = true;
  expect(ew_dataloader_next(loader, &batch, &count, &done) == EW_OK && !done, "the first batch");
  ew_dataset_release(set);
  ew_dataloader_release(loader); /* with work still ahead */
  ew_tensors_free(batch, count);
}

/* Items of the host: number i, but number 3 fails, number 4 gives too much and number 5 nothing that can be stacked. */
static ew_status host_item(int64_t index, ew_tensor **out_tensors, size_t capacity, size_t *out_count, void *payload) {
  const int64_t factor = *(const int64_t *)payload, one = 1;
  if (index == 4) {
    *out_count = capacity + 1;
    return EW_OK;
  }
  const int64_t value = index * factor;
  out_tensors[0] = ew_tensor_from_data(&value, &one, index == 5 ? 1 : 0, EW_INT64);
  *out_count = 1;
  if (index != 3) return EW_OK;
  ew_set_error(EW_ERROR_VALUE, "item 3 is broken");
  return EW_ERROR_VALUE;
}

/* What a loader holds is free when its release returns, also while its threads are still on their way out. */
static void release_waits(void) {
  int64_t factor = 2;
  int late = 0;
  for (int round = 0; round < 300; round++) {
    destroyed = 0;
    ew_dataset *set = ew_dataset_new_custom(3, host_item, &factor, count_destroy);
    ew_dataloader_options options = EW_DATALOADER_OPTIONS_INIT;
    options.num_workers = 3;
    ew_dataloader *loader = ew_dataloader_new(set, &options);
    ew_tensor **batch = NULL;
    size_t count = 0;
    bool done = false;
    expect(ew_dataloader_next(loader, &batch, &count, &done) == EW_OK, "a first batch");
    ew_tensors_free(batch, count);
    ew_dataset_release(set);
    ew_dataloader_release(loader);
    late += destroyed != 1;
  }
  expect(late == 0, "releasing a loader releases its dataset at once");
}

static void failing_callbacks(void) {
  for (int32_t workers = 0; workers <= 2; workers += 2) {
    int64_t factor = 2;
    destroyed = 0;
    ew_dataset *set = ew_dataset_new_custom(7, host_item, &factor, count_destroy);
    ew_dataloader_options options = EW_DATALOADER_OPTIONS_INIT;
    options.num_workers = workers;
    ew_dataloader *loader = ew_dataloader_new(set, &options);
    int good = 0, bad = 0;
    bool done = false;
    for (int i = 0; i < 20 && !done; i++) {
      ew_tensor **batch = NULL;
      size_t count = 0;
      if (ew_dataloader_next(loader, &batch, &count, &done) == EW_OK) {
        good += !done;
        ew_tensors_free(batch, count);
      } else {
        if (bad++ == 0) {
          expect(ew_last_error_code() == EW_ERROR_VALUE, "the code of a failing item");
          expect(strstr(ew_last_error_message(), "item 3 is broken") != NULL, "the message of a failing item");
        }
      }
    }
    expect(done && good == 5 && bad == 2, "the loader goes on behind an error");
    ew_dataset_release(set);
    expect(destroyed == 0, "the loader keeps its dataset");
    options.batch_size = 0;
    ew_dataloader_release(loader);
    expect(destroyed == 1, "the payload is destroyed once");
  }
  int64_t factor = 1;
  ew_tensor **list = NULL;
  size_t count = 0;
  ew_dataset *set = ew_dataset_new_custom(7, host_item, &factor, NULL);
  ew_dataloader_options options = EW_DATALOADER_OPTIONS_INIT;
  const int64_t unequal[] = {1, 5};
  options.batch_size = 2, options.indices = unequal, options.index_count = 2;
  ew_dataloader *loader = ew_dataloader_new(set, &options);
  bool done = false;
  expect_error(ew_dataloader_next(loader, &list, &count, &done) != EW_OK, EW_ERROR_RUNTIME, "items of unequal shape");
  expect(list == NULL && count == 0 && !done, "outputs are untouched on failure");
  ew_dataloader_release(loader), ew_dataset_release(set);
  destroyed = 0;
  expect(ew_dataset_new_custom(-1, host_item, &factor, count_destroy) == NULL && destroyed == 1, "a negative length");
}

static void states(void) {
  const char *const names[] = {"weight", "steps"};
  const char *files[] = {"state.pt", "state.safetensors", "state.npz"};
  const float values[] = {1.5f, -2, 3, 4, 5, 6};
  ew_tensor *weight = floats(values, 2, 3), *turned = ew_transpose(weight, 0, 1), *steps = range(4);
  ew_tensor *tensors[] = {turned, steps};
  for (int i = 0; i < 3; i++) {
    for (int map = 0; map < 2; map++) {
      char **loaded_names = NULL;
      ew_tensor **loaded = NULL;
      size_t count = 0;
      expect(ew_state_save(file(files[i]), names, tensors, 2) == EW_OK, files[i]);
      expect(ew_state_load(path, map, &loaded_names, &loaded, &count) == EW_OK && count == 2, files[i]);
      if (count != 2) continue;
      const int k = !strcmp(loaded_names[0], "weight") ? 0 : 1;
      ew_tensor *same = ew_equal(loaded[k], turned), *same_steps = ew_equal(loaded[1 - k], steps);
      expect(item(same) == 1 && item(same_steps) == 1, files[i]);
      expect(ew_tensor_dtype(loaded[1 - k]) == EW_INT64, files[i]);
      ew_tensor_release(same), ew_tensor_release(same_steps);
      ew_strings_free(loaded_names, count), ew_tensors_free(loaded, count);
    }
    FILE *f = fopen(file(files[i]), "r+b");
    char **loaded_names = NULL;
    ew_tensor **loaded = NULL;
    size_t count = 0;
    expect(f && ftruncate(fileno(f), 40) == 0, "cutting a file short");
    fclose(f);
    expect(ew_state_load(path, false, &loaded_names, &loaded, &count) != EW_OK && ew_last_error_message()[0],
           "a file cut short");
    expect(loaded_names == NULL && loaded == NULL, "outputs are untouched on failure");
    remove(path);
  }
  expect(ew_state_save(file("state.xyz"), names, tensors, 2) != EW_OK, "an unknown extension");
  expect(ew_state_save("/no/such/folder/state.pt", names, tensors, 2) != EW_OK, "a folder that is not there");
  expect(ew_npy_save(file("x.npy"), turned) == EW_OK, "npy_save");
  ew_tensor *back = ew_npy_load(path, true), *same = ew_equal(back, turned);
  expect(item(same) == 1, "npy_load");
  ew_tensor_release(same), ew_tensor_release(back);
  remove(path);
  ew_tensor_release(steps), ew_tensor_release(turned), ew_tensor_release(weight);
}

static ew_value *text(const char *s) { return ew_value_new_string(s, strlen(s)); }

static void put(ew_value *dict, const char *key, ew_value *element) {
  ew_value *k = text(key);
  expect(ew_value_set(dict, k, element) == EW_OK, key);
  ew_value_release(k), ew_value_release(element);
}

static void checkpoints(void) {
  const float values[] = {1, 2, 3, 4};
  ew_tensor *t = floats(values, 2, 2);
  ew_value *root = ew_value_new_container(EW_VALUE_DICT), *list = ew_value_new_container(EW_VALUE_LIST);
  ew_value *shared = ew_value_new_tensor(t);
  expect(ew_value_append(list, shared) == EW_OK && ew_value_append(list, shared) == EW_OK, "append");
  ew_value_release(shared);
  put(root, "weights", list);
  put(root, "epoch", ew_value_new_int(12));
  put(root, "loss", ew_value_new_float(0.25));
  put(root, "name", text("net"));
  expect_error(ew_value_append(root, list) != EW_OK, EW_ERROR_TYPE, "append to a dict");
  void *bytes = NULL;
  size_t size = 0;
  expect(ew_save(root, file("all.pt")) == EW_OK && ew_save_to_buffer(root, &bytes, &size) == EW_OK, "saving");
  ew_value_release(root);
  ew_value *loaded[] = {ew_load(path, false), ew_load(path, true), ew_load_from_buffer(bytes, size)};
  for (int i = 0; i < 3; i++) {
    ew_value *epoch = ew_value_get(loaded[i], "epoch"), *weights = ew_value_get(loaded[i], "weights");
    ew_value *loss = ew_value_get(loaded[i], "loss");
    int64_t number = 0;
    double real = 0;
    expect(ew_value_as_int(epoch, &number) == EW_OK && number == 12, "an integer");
    expect(ew_value_as_float(loss, &real) == EW_OK && real == 0.25, "a float");
    expect_error(ew_value_as_int(loss, &number) != EW_OK, EW_ERROR_TYPE, "a float is no integer");
    expect(ew_value_count(weights) == 2, "a list");
    ew_value *a = ew_value_at(weights, 0), *b = ew_value_at(weights, 1);
    ew_tensor *x = ew_value_as_tensor(a), *y = ew_value_as_tensor(b), *same = ew_equal(x, t);
    expect(item(same) == 1 && ew_tensor_storage_data(x) == ew_tensor_storage_data(y), "shared tensors stay shared");
    expect_error(ew_value_at(weights, 2) == NULL, EW_ERROR_INDEX, "an element out of range");
    expect_error(ew_value_get(loaded[i], "nothing") == NULL, EW_ERROR_KEY, "a missing key");
    ew_tensor_release(same), ew_tensor_release(y), ew_tensor_release(x);
    ew_value_release(b), ew_value_release(a), ew_value_release(loss), ew_value_release(weights);
    ew_value_release(epoch), ew_value_release(loaded[i]);
  }
  int refused = 0;
  for (size_t cut = 0; cut < size; cut += 37) {
    ew_value *v = ew_load_from_buffer(bytes, cut);
    refused += v == NULL;
    ew_value_release(v);
  }
  expect(refused == (int)((size + 36) / 37), "every checkpoint that is cut short is refused");
  ew_buffer_free(bytes);
  remove(path);
  ew_tensor_release(t);
}

int main(void) {
  const int64_t tensors = ew_live_tensors(), storages = ew_live_storages();
  if (!mkdtemp(folder)) return perror(folder), 1;
  datasets();
  loaders();
  failing_callbacks();
  release_waits();
  states();
  checkpoints();
  expect(ew_live_tensors() == tensors, "no tensor is left");
  expect(ew_live_storages() == storages, "no storage is left");
  expect(rmdir(folder) == 0, "no file is left");
  return finish();
}
