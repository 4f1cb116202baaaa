import { exactly, literal } from '@testwarden/core/command/regular-expression'
import type { BenchRunner } from './runner.js'

/** The last of two options of one name counts, and an environment variable of the user counts for neither. */
export const googleBenchmark: BenchRunner = {
  id: 'google-benchmark',
  displayName: 'Google Benchmark',
  url: 'https://github.com/google/benchmark/blob/main/docs/user_guide.md',
  programs: [],
  line: '{filter} --benchmark_out={report}/benchmark.json --benchmark_out_format=json',
  needs: 'the program of the benchmarks',
  report: { written: null, outputAs: null },
  sharesEnvironment: false,
  everything: (more) => more ?? [],
  select: ({ wanted }, more) => [...(more ?? []), `--benchmark_filter=${exactly(wanted.map(literal))}`],
}
