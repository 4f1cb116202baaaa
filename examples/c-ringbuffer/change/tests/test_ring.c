#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "report.h"
#include "ring.h"

static void first_in_is_first_out(void)
{
    struct ring ring = {0};
    int item = 0;
    assert(ring_push(&ring, 1) && ring_push(&ring, 2));
    assert(ring_pop(&ring, &item) && item == 1);
    assert(ring_pop(&ring, &item) && item == 2);
}

static void a_full_ring_refuses(void)
{
    struct ring ring = {0};
    for (int i = 0; i < RING_CAPACITY; i++)
        assert(ring_push(&ring, i));
    assert(!ring_push(&ring, 99));
    assert(ring_fill(&ring) == FILL_FULL);
}

static void a_new_ring_is_empty(void)
{
    struct ring ring = {0};
    assert(strcmp(fill_name(ring_fill(&ring)), "empty") == 0);
}

static void dropping_forgets_the_oldest(void)
{
    struct ring ring = {0};
    int item = 0;
    for (int i = 0; i < 5; i++)
        ring_push(&ring, i);
    assert(ring_drop(&ring, 3) == 3);
    assert(ring_pop(&ring, &item) && item == 3);
}

int main(void)
{
    first_in_is_first_out();
    a_full_ring_refuses();
    a_new_ring_is_empty();
    dropping_forgets_the_oldest();
    puts("4 tests passed");
    return 0;
}
