/* Modules and optimizers. See emberwing.h for the rules that all functions follow. */
#ifndef EMBERWING_NN_H
#define EMBERWING_NN_H

#include "emberwing.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif /* EMBERWING_NN_H */
