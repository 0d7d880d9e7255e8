/* Checkpoints, values and safetensors through the C API. */
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

typedef struct {
  unsigned char bytes[65536];
  size_t count, limit;
} buffer;

static int32_t put(void *payload, const void *bytes, size_t count) {
  buffer *b = payload;
  if (b->count + count > b->limit) return EW_ERROR_IO;
  memcpy(b->bytes + b->count, bytes, count);
  b->count += count;
  return EW_OK;
}

/* {"w": a tensor, "list": [1, big]}, an ordered dict with attributes. */
static ew_value *example(void) {
  const float numbers[] = {1, 2, 3, 4};
  const unsigned char big[] = {0, 0, 0, 0, 0, 0, 0, 0, 64};
  ew_tensor *t = floats(numbers, 2, 2);
  ew_value *dict = ew_value_new_container(EW_VALUE_ORDERED_DICT), *w = ew_value_new_tensor(t);
  ew_value *key = ew_value_new_string("w", 1), *list = ew_value_new_container(EW_VALUE_LIST);
  ew_value *one = ew_value_new_int(1), *large = ew_value_new_big_int(big, sizeof big), *name = ew_value_new_string("list", 4);
  ew_value *attributes = ew_value_new_container(EW_VALUE_DICT);
  expect(ew_value_set(dict, key, w) == EW_OK && ew_value_append(list, one) == EW_OK, "a dict and a list");
  expect(ew_value_append(list, large) == EW_OK && ew_value_set(dict, name, list) == EW_OK, "a list in a dict");
  expect(ew_value_set(attributes, name, one) == EW_OK && ew_value_set_attributes(dict, attributes) == EW_OK, "attributes");
  ew_value *all[] = {w, key, list, one, large, name, attributes};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) ew_value_release(all[i]);
  ew_tensor_release(t);
  return dict;
}

static void check_example(ew_value *v, const char *what) {
  ew_value *w = ew_value_get(v, "w"), *list = ew_value_get(v, "list"), *large = ew_value_at(list, 1);
  ew_tensor *t = ew_value_as_tensor(w);
  ew_value *attributes = ew_value_attributes(v);
  int64_t n = 0;
  expect(ew_value_kind(v) == EW_VALUE_ORDERED_DICT && t && ew_tensor_numel(t) == 4, what);
  expect(t && ((const float *)ew_tensor_data(t))[3] == 4, what);
  expect_error(ew_value_as_int(large, &n) != EW_OK, EW_ERROR_OVERFLOW, "an integer of more than 64 bits");
  expect(attributes && ew_value_count(attributes) == 1, "attributes come back");
  ew_tensor_release(t);
  ew_value_release(attributes), ew_value_release(large), ew_value_release(list), ew_value_release(w);
}

static void files(void) {
  ew_value *v = example();
  ew_save_options save = EW_SAVE_OPTIONS_INIT;
  ew_load_options load = EW_LOAD_OPTIONS_INIT;
  for (int legacy = 0; legacy < 2; legacy++) {
    save.legacy = legacy;
    expect(ew_save_with(v, file("a.pt"), &save) == EW_OK, "saving");
    ew_value *back = ew_load_with(file("a.pt"), &load);
    check_example(back, "loading");
    ew_value_release(back);
    buffer b = {{0}, 0, sizeof b.bytes};
    expect(ew_save_to_writer(v, &save, put, &b) == EW_OK, "saving to a function");
    back = ew_load_from_buffer_with(b.bytes, b.count, NULL);
    check_example(back, "loading from memory");
    ew_value_release(back);
    buffer full = {{0}, 0, 10};
    expect_error(ew_save_to_writer(v, &save, put, &full) != EW_OK, EW_ERROR_CALLBACK, "a function that fails");
    bool refused = !ew_load_from_buffer_with(b.bytes, b.count / 2, NULL);
    expect_error(refused, legacy ? EW_ERROR_UNPICKLING : EW_ERROR_RUNTIME, "half a file");
  }
  save.pickle_protocol = 9;
  expect_error(ew_save_with(v, file("a.pt"), &save) != EW_OK, EW_ERROR_NOT_IMPLEMENTED, "a protocol that is not there");
  expect_error(ew_save_to_writer(v, NULL, NULL, NULL) != EW_OK, EW_ERROR_TYPE, "no function");
  expect_error(!ew_load_with(file("none.pt"), NULL), EW_ERROR_FILE_NOT_FOUND, "a file that is not there");
  ew_value_release(v);
}

static void names(void) {
  const char *allowed[] = {"mine.Point"};
  ew_load_options load = EW_LOAD_OPTIONS_INIT;
  load.allowed = allowed, load.allowed_count = 1;
  ew_value *v = ew_value_new_global("mine", "Point");
  char **unknown = NULL;
  size_t count = 0;
  expect(ew_save(v, file("g.pt")) == EW_OK, "saving a name");
  expect_error(!ew_load(file("g.pt"), false), EW_ERROR_UNPICKLING, "a name that nobody allowed");
  ew_value *back = ew_load_with(file("g.pt"), &load);
  char *text = NULL;
  expect(ew_value_kind(back) == EW_VALUE_GLOBAL && ew_value_as_bytes(back, &text, &count) == EW_OK, "an allowed name");
  expect(text && strcmp(text, "mine.Point") == 0, "the name itself");
  ew_string_free(text);
  expect(ew_checkpoint_unknown_globals(file("g.pt"), NULL, 0, NULL, &unknown, &count) == EW_OK && count == 1, "listing names");
  expect(unknown && strcmp(unknown[0], "mine.Point") == 0, "the listed name");
  ew_strings_free(unknown, count);
  expect_error(!ew_value_new_global("a\nb", "c"), EW_ERROR_VALUE, "a name with a newline");
  ew_value_release(back), ew_value_release(v);
}

static void pickles(void) {
  ew_value *v = example();
  void *bytes = NULL;
  size_t size = 0, count = 0;
  ew_tensor **tensors = NULL;
  expect(ew_value_to_pickle(v, &bytes, &size, &tensors, &count) == EW_OK && count == 1, "a value as a pickle");
  ew_value *back = ew_value_from_pickle(bytes, size, tensors, count);
  check_example(back, "a value from a pickle");
  expect_error(!ew_value_from_pickle(bytes, size, NULL, 0), EW_ERROR_UNPICKLING, "a pickle without its tensors");
  ew_buffer_free(bytes), ew_tensors_free(tensors, count), ew_value_release(back), ew_value_release(v);
}

static void safetensors(void) {
  const float numbers[] = {1, 2};
  const char *names[] = {"x"}, *keys[] = {"k"}, *values[] = {"v"};
  ew_tensor *t = floats(numbers, 1, 2), **back = NULL;
  char **out_names = NULL, **out_keys = NULL, **out_values = NULL;
  size_t count = 0, pairs = 0;
  expect(ew_safetensors_save(file("s.safetensors"), names, &t, 1, keys, values, 1) == EW_OK, "safetensors");
  expect(ew_safetensors_load(file("s.safetensors"), true, NULL, 0, &out_names, &back, &count, &out_keys, &out_values, &pairs)
           == EW_OK && count == 1 && pairs == 1, "opening them");
  expect(strcmp(out_names[0], "x") == 0 && strcmp(out_values[0], "v") == 0, "names and metadata");
  expect(((const float *)ew_tensor_data(back[0]))[1] == 2, "elements");
  ew_strings_free(out_names, count), ew_strings_free(out_keys, pairs), ew_strings_free(out_values, pairs);
  ew_tensors_free(back, count), ew_tensor_release(t);
}

int main(void) {
  if (!mkdtemp(folder)) return 1;
  files(), names(), pickles(), safetensors();
  const char *made[] = {"a.pt", "g.pt", "s.safetensors"};
  for (size_t i = 0; i < sizeof made / sizeof *made; i++) unlink(file(made[i]));
  rmdir(folder);
  return finish();
}
