#include "ring.h"

bool ring_push(struct ring *ring, int item)
{
    if (ring->count == RING_CAPACITY)
        return false;
    ring->items[(ring->first + ring->count) % RING_CAPACITY] = item;
    ring->count++;
    return true;
}

bool ring_pop(struct ring *ring, int *item)
{
    if (ring_is_empty(ring))
        return false;
    *item = ring->items[ring->first];
    ring->first = (ring->first + 1) % RING_CAPACITY;
    ring->count--;
    return true;
}

/* Forgets the oldest items; says how many there were to forget. */
size_t ring_drop(struct ring *ring, size_t wanted)
{
    size_t dropped = wanted;
    if (wanted > ring->count)
        dropped = ring->count;
    ring->first = (ring->first + dropped) % RING_CAPACITY;
    ring->count -= dropped;
    return dropped;
}

bool ring_peek(const struct ring *ring, size_t offset, int *item)
{
    if (offset >= ring->count)
        return false;
    *item = ring->items[(ring->first + offset) % RING_CAPACITY];
    return true;
}
