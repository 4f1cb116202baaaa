import type { Settings } from '@testwarden/core/config/field'
import { choice } from '@testwarden/core/config/fields/choice'
import { count } from '@testwarden/core/config/fields/count'
import { text } from '@testwarden/core/config/fields/text'
import { reportSettings } from '@testwarden/core/config/report-settings'
import { benchmarkRules } from './config/benchmark-rules-field.js'
import { budgets } from './config/budget-field.js'
import { relativeLimits } from './config/relative-limits-field.js'
import { slowdownLimit } from './config/slowdown-field.js'
import { pairedConfig } from './paired/config.js'

/** The section `perf` of the config file and the inputs of the action. */
export const perfConfig = {
  ...reportSettings({ reports: 'the reports, of benchmarks or of tests', format: 'go-bench' }),
  slowdown: slowdownLimit({
    description:
      'How much slower a benchmark may become beyond its noise; what is worse follows from its unit. Judged by pairs of base and change where `command` is set, else by the history of the default branch.',
    fallback: '5',
    input: 'slowdown',
    role: 'policy',
    stricter: 'lower',
  }),
  ...pairedConfig,
  'false-alarms': count({
    description:
      'One run in so many may be red without a reason, over all benchmarks together. The gate chooses its limits by the project’s own past so that it keeps this promise, and says what it cannot promise yet.',
    fallback: 200,
    input: 'false-alarms',
    role: 'policy',
    stricter: 'higher',
  }),
  budgets: budgets({
    description:
      'What benchmarks may take at most, whatever they took before, as `<benchmark>: <limit>`: `search*: 500ms`. `*` stands for anything. Where more is better it is what they must reach at least.',
    input: 'budgets',
    role: 'policy',
  }),
  'compare-fail': relativeLimits({
    description:
      'Limits against the last run of the base, in the words of pytest-benchmark’s `--benchmark-compare-fail`: `mean:10%`, or `min:0.1` for seconds. They know no noise: `slowdown` does.',
    input: 'compare-fail',
    role: 'policy',
  }),
  rules: benchmarkRules({
    description:
      'What counts for some benchmarks only: a list of `{benchmark, metric, direction, slowdown, drift, ignore, expires}`. `direction` is what is better, `lower` or `higher`; `both`: any change is told, `exact`: any difference is. `ignore` is the reason why they are not judged, until `expires`.',
    role: 'policy',
  }),
  reference: text({
    description:
      'Commit, tag or branch that the slow drift of many small steps is measured from, such as the last release.',
    fallback: null,
    input: 'reference',
    role: 'policy',
  }),
  drift: slowdownLimit({
    description: 'How much slower than at `reference` a benchmark may be.',
    fallback: '10',
    input: 'drift',
    role: 'policy',
    stricter: 'lower',
  }),
  'missing-benchmarks': choice(['inconclusive', 'fail', 'warn', 'pass'], {
    description: 'What a run counts as that lacks benchmarks of the last whole run, or in which one of them failed.',
    fallback: 'inconclusive',
    input: 'missing-benchmarks',
    role: 'policy',
    strictestFirst: ['fail', 'inconclusive', 'warn', 'pass'],
  }),
  'min-rounds': count({
    description: 'A benchmark with fewer values than this is told: one value says nothing of its noise.',
    fallback: 3,
    input: 'min-rounds',
    role: 'policy',
    stricter: 'higher',
  }),
  'test-slowdown': slowdownLimit({
    description:
      'How much slower a test of at least half a second may become, on three commits in a row and beyond its noise.',
    fallback: '50',
    input: 'test-slowdown',
    role: 'policy',
    stricter: 'lower',
  }),
  'suite-slowdown': slowdownLimit({
    description:
      'How much slower all tests of a job together may become, on three commits in a row and beyond their noise.',
    fallback: '20',
    input: 'suite-slowdown',
    role: 'policy',
    stricter: 'lower',
  }),
} as const

export type PerfSettings = Settings<typeof perfConfig>
