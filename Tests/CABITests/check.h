/* Counting of checks for the C tests; each ends with `return finish();`. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <string.h>

#include <emberwing.h>

static int passed, failed;

static inline void expect(bool ok, const char *what) {
  if (ok) {
    passed++;
  } else {
    failed++;
    printf("FAILED: %s (last error: %d, %s)\n", what, (int)ew_last_error_code(), ew_last_error_message());
  }
}

/* After a failing call: the code is the one expected and the message says something. */
static inline void expect_error(bool did_fail, ew_status code, const char *what) {
  expect(did_fail && ew_last_error_code() == code && ew_last_error_message()[0] != '\0', what);
}

static inline double item(ew_tensor *t) {
  ew_scalar value = {0, 0, 0, 0, 0};
  if (ew_tensor_item(t, &value) != EW_OK) return -1e300;
  return value.kind == EW_SCALAR_FLOAT ? value.real : (double)value.integer;
}

static inline ew_tensor *floats(const float *values, int64_t rows, int64_t columns) {
  const int64_t shape[] = {rows, columns};
  return ew_tensor_from_data(values, shape, 2, EW_FLOAT32);
}

static inline int finish(void) {
  printf("%d passed, %d failed\n", passed, failed);
  return failed != 0;
}

#endif
