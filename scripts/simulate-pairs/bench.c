/* A small program of benchmarks for the simulation of pairs: bench <report> <filter>
   Reads from work.txt, in the folder where it runs, how much `Work` is to do; `Same` is the same in every tree. Writes
   the time of each iteration in the form of Go's benchmarks. */
#include <stdio.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

static double nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e9 + now.tv_nsec;
}

#define ROUNDS 20

static volatile uint64_t sink;

static void work(long units) {
  uint64_t value = 88172645463325252ull;
  for (long step = 0; step < units * 1000; step++) {
    value ^= value << 13;
    value ^= value >> 7;
    value ^= value << 17;
  }
  sink = value;
}

static void measure(FILE *report, const char *name, long units) {
  work(units);
  for (int round = 0; round < ROUNDS; round++) {
    double start = nanoseconds();
    work(units);
    fprintf(report, "Benchmark%s \t1\t%.0f ns/op\n", name, nanoseconds() - start);
  }
}

int main(int count, char **words) {
  long units = 0;
  FILE *amount = fopen("work.txt", "r");
  if (count < 3 || amount == NULL || fscanf(amount, "%ld", &units) != 1) return 2;
  FILE *report = fopen(words[1], "w");
  if (report == NULL) return 3;
  int all = strstr(words[2], "Benchmark") == NULL;
  fprintf(report, "goos: any\npkg: simulation\n");
  if (all || strstr(words[2], "BenchmarkSame")) measure(report, "Same", 300);
  if (all || strstr(words[2], "BenchmarkWork")) measure(report, "Work", units);
  fprintf(report, "PASS\n");
  fclose(report);
  return 0;
}
