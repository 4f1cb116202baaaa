#include "report.h"

enum fill ring_fill(const struct ring *ring)
{
    if (ring_is_empty(ring))
        return FILL_EMPTY;
    return ring->count == RING_CAPACITY ? FILL_FULL : FILL_SOME;
}

const char *fill_name(enum fill fill)
{
    switch (fill) {
    case FILL_EMPTY:
        return "empty";
    case FILL_FULL:
        return "full";
    default:
        return "in use";
    }
}
