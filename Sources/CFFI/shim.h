#ifndef EMBERWING_CFFI_H
#define EMBERWING_CFFI_H
#include <ffi.h>
#endif
