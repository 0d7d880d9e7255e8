/* The few machine facts that Swift cannot ask for itself. Header only. */
#ifndef EMBERWING_CSYSTEM_H
#define EMBERWING_CSYSTEM_H

#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>

/* The low word of extended control register 0: which register files the system saves on a context switch. */
static inline uint32_t ew_xcr0(void) {
  uint32_t low, high;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low;
}

/* 1: baseline. 3: x86-64-v3 (AVX2, FMA, BMI, F16C). 4: x86-64-v4 (AVX-512 F, BW, CD, DQ, VL). */
static inline int32_t ew_cpu_level(void) {
  uint32_t a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 1;
  const uint32_t need1 = (1u << 12) /* FMA */ | (1u << 22) /* MOVBE */ | (1u << 23) /* POPCNT */ |
                         (1u << 27) /* OSXSAVE */ | (1u << 28) /* AVX */ | (1u << 29) /* F16C */;
  if ((c & need1) != need1) return 1;
  const uint32_t xcr0 = ew_xcr0();
  if ((xcr0 & 0x6) != 0x6) return 1;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 1;
  const uint32_t need7 = (1u << 3) /* BMI1 */ | (1u << 5) /* AVX2 */ | (1u << 8) /* BMI2 */;
  if ((b & need7) != need7) return 1;
  uint32_t a2, b2, c2, d2;
  if (!__get_cpuid(0x80000001u, &a2, &b2, &c2, &d2) || !(c2 & (1u << 5)) /* LZCNT */) return 1;
  const uint32_t need512 = (1u << 16) /* F */ | (1u << 17) /* DQ */ | (1u << 28) /* CD */ | (1u << 30) /* BW */ |
                           (1u << 31) /* VL */;
  if ((b & need512) == need512 && (xcr0 & 0xe6) == 0xe6) return 4;
  return 3;
}
#else
static inline int32_t ew_cpu_level(void) { return 1; }
#endif

#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>

/* How many processors the calling thread may run on; 0 when that is unknown. */
static inline int32_t ew_affinity_count(void) {
  unsigned long mask[128];
  long bytes = syscall(SYS_sched_getaffinity, 0, sizeof mask, mask);
  int32_t count = 0;
  for (long i = 0; i < bytes / (long)sizeof mask[0]; i++) count += __builtin_popcountl(mask[i]);
  return count;
}
#else
static inline int32_t ew_affinity_count(void) { return 0; }
#endif

/* Swift's own square root of a vector takes it lane by lane. */
typedef float ew_float4 __attribute__((ext_vector_type(4)));
static inline ew_float4 ew_sqrt4(ew_float4 x) { return __builtin_elementwise_sqrt(x); }
typedef float ew_float16 __attribute__((ext_vector_type(16)));
typedef double ew_double8 __attribute__((ext_vector_type(8)));
static inline __attribute__((always_inline)) ew_float16 ew_sqrt_f32x16(ew_float16 x) {
  return __builtin_elementwise_sqrt(x);
}
static inline __attribute__((always_inline)) ew_double8 ew_sqrt_f64x8(ew_double8 x) {
  return __builtin_elementwise_sqrt(x);
}

/* Tells the processor that this is a loop waiting for another thread. */
static inline void ew_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

#endif
