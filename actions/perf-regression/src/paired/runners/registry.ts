import { criterion } from './criterion.js'
import { goTest } from './go-test.js'
import { googleBenchmark } from './google-benchmark.js'
import { hyperfine } from './hyperfine.js'
import { jmh } from './jmh.js'
import { pytestBenchmark } from './pytest-benchmark.js'
import type { BenchRunner } from './runner.js'
import { vitest } from './vitest.js'

/** Every tool that has a preset, by id. */
export const runners: readonly BenchRunner[] = [
  criterion,
  goTest,
  googleBenchmark,
  hyperfine,
  jmh,
  pytestBenchmark,
  vitest,
]

/** The runner that one of these words calls: `.venv/bin/pytest` calls pytest-benchmark. */
export function runnerCalledBy(words: readonly string[]): BenchRunner | null {
  const programs = new Set(words.map((word) => (word.split(/[\\/]/).at(-1) ?? '').replace(/\.(?:cmd|bat|exe)$/i, '')))
  return runners.find((runner) => runner.programs.some((program) => programs.has(program))) ?? null
}
