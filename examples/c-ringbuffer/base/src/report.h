#ifndef REPORT_H
#define REPORT_H

#include "ring.h"

enum fill { FILL_EMPTY, FILL_SOME, FILL_FULL };

enum fill ring_fill(const struct ring *ring);
const char *fill_name(enum fill fill);

#endif
