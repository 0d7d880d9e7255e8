/* Square roots of whole vectors. Swift's own work lane by lane, with a branch to the C library for negative numbers. */
#ifndef EMBERWING_CVECTOR_H
#define EMBERWING_CVECTOR_H

typedef float ew_float16 __attribute__((ext_vector_type(16)));
typedef double ew_double8 __attribute__((ext_vector_type(8)));

static inline __attribute__((always_inline)) ew_float16 ew_sqrt_float16(ew_float16 x) {
  return __builtin_elementwise_sqrt(x);
}

static inline __attribute__((always_inline)) ew_double8 ew_sqrt_double8(ew_double8 x) {
  return __builtin_elementwise_sqrt(x);
}

#endif
