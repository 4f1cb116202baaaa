import type { BenchRunner, FurtherWords } from './runner.js'

/** Of a node id: `tests/test_cart.py::test_sum[10]`. */
const FILE = /^(.+?)::/

/**
 * Benchmarks are named by node ids, in place of the paths that the user named. `python -m` puts the folder of the tree in
 * front of packages that are installed, which may come from another checkout.
 */
export const pytestBenchmark: BenchRunner = {
  id: 'pytest-benchmark',
  displayName: 'pytest-benchmark',
  url: 'https://pytest-benchmark.readthedocs.io/en/stable/usage.html',
  programs: ['pytest', 'py.test'],
  line: 'python -m pytest --benchmark-only --benchmark-json={report}/benchmark.json {filter}',
  needs: null,
  report: { written: null, outputAs: null },
  sharesEnvironment: true,
  everything: (more) => more ?? [],
  select({ wanted, others }, more) {
    if (!wanted.every((name) => FILE.test(name))) return null
    const files = [...wanted, ...others].flatMap((name) => FILE.exec(name)?.[1] ?? [])
    return [...withoutPaths(more, files), ...wanted]
  },
}

/** Whatever leads to one of the files would be run beside what is named. */
function withoutPaths(more: FurtherWords, files: readonly string[]): readonly string[] {
  return (more ?? []).filter((word) => {
    const path = word.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
    return word.startsWith('-') || !files.some((file) => path === '.' || file === path || file.startsWith(`${path}/`))
  })
}
