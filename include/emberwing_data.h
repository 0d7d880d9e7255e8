/* Datasets, loaders, images and files. See emberwing.h for the rules that all functions follow. */
#ifndef EMBERWING_DATA_H
#define EMBERWING_DATA_H

#include "emberwing.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif /* EMBERWING_DATA_H */
