#ifndef RING_H
#define RING_H

#include <stdbool.h>
#include <stddef.h>

#define RING_CAPACITY 8

/* A queue of at most RING_CAPACITY numbers; the zero value is an empty one. */
struct ring {
    int items[RING_CAPACITY];
    size_t first;
    size_t count;
};

bool ring_push(struct ring *ring, int item);
bool ring_pop(struct ring *ring, int *item);
size_t ring_drop(struct ring *ring, size_t wanted);
bool ring_peek(const struct ring *ring, size_t offset, int *item);

static inline bool ring_is_empty(const struct ring *ring)
{
    return ring->count == 0;
}

#endif
