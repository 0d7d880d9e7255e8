#ifndef EMBERWING_H
#define EMBERWING_H
#endif
