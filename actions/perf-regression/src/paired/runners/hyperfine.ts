import type { BenchRunner } from './runner.js'

/** A benchmark is a command, and called as it is written. Each run is a process of its own, so one of each is enough. */
export const hyperfine: BenchRunner = {
  id: 'hyperfine',
  displayName: 'hyperfine',
  url: 'https://github.com/sharkdp/hyperfine',
  programs: ['hyperfine'],
  line: 'hyperfine --runs=1 --export-json={report}/hyperfine.json {filter}',
  needs: 'the commands that are measured',
  report: { written: null, outputAs: null },
  sharesEnvironment: false,
  everything: (more) => more ?? [],
  select({ wanted, others }, more) {
    if (more === null || !wanted.every((name) => more.includes(name))) return null
    return more.filter((word) => wanted.includes(word) || !others.includes(word))
  },
}
