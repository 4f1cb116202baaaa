import { exactly, literal } from '@testwarden/core/command/regular-expression'
import type { BenchRunner } from './runner.js'

/** Criterion takes one regular expression behind `--`, and always writes into the folder of the build. */
export const criterion: BenchRunner = {
  id: 'criterion',
  displayName: 'Criterion.rs',
  url: 'https://bheisler.github.io/criterion.rs/book/user_guide/command_line_options.html',
  programs: [],
  line: 'cargo bench {filter}',
  needs: null,
  report: { written: 'target/criterion/**/new/*.json', outputAs: null },
  sharesEnvironment: false,
  everything: (more) => more ?? [],
  select({ wanted }, more) {
    const pattern = exactly(wanted.map(literal))
    if (more === null) return [pattern]
    return more.includes('--') ? [...more, pattern] : [...more, '--', pattern]
  },
}
