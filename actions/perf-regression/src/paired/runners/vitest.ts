import { exactly, literal } from '@testwarden/core/command/regular-expression'
import type { BenchRunner } from './runner.js'

/** How reports join the parts of a name, the file before them; the tool itself joins them by a blank. */
const JOINT = / (?:>|›) /

/** Benchmarks are named by a regular expression over the names of their suites and their own. */
export const vitest: BenchRunner = {
  id: 'vitest',
  displayName: 'Vitest',
  url: 'https://vitest.dev/guide/features.html#benchmarking',
  programs: ['vitest'],
  line: 'npx --no-install vitest bench --run --outputJson={report}/vitest.json {filter}',
  needs: null,
  report: { written: null, outputAs: null },
  sharesEnvironment: false,
  everything: (more) => more ?? [],
  select({ wanted }, more) {
    const names = wanted.map((name) => name.split(JOINT).slice(1).join(' '))
    if (names.some((name) => name === '')) return null
    return [...(more ?? []), `--testNamePattern=${exactly([...new Set(names)].map(literal))}`]
  },
}
