#ifndef EMBERWING_COPENBLAS_H
#define EMBERWING_COPENBLAS_H
#include <cblas.h>
#endif
