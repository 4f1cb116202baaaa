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
