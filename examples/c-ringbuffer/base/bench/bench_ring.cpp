#include <benchmark/benchmark.h>

extern "C" {
#include "ring.h"
}

static void push_and_pop(benchmark::State &state)
{
    struct ring ring = {};
    int item = 0;
    for (auto _ : state) {
        for (int number = 0; number < state.range(0); number++)
            ring_push(&ring, number);
        while (ring_pop(&ring, &item))
            benchmark::DoNotOptimize(item);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(push_and_pop)->Arg(2)->Arg(8);

BENCHMARK_MAIN();
