import type { Settings } from '@testwarden/core/config/field'
import { choice } from '@testwarden/core/config/fields/choice'
import { countLimit } from '@testwarden/core/config/fields/count-limit'
import { duration } from '@testwarden/core/config/fields/duration'
import { globs } from '@testwarden/core/config/fields/globs'
import { percent } from '@testwarden/core/config/fields/percent'
import { text } from '@testwarden/core/config/fields/text'
import { testReportSettings } from '@testwarden/failures/tests/test-report-settings'
import { failureRules } from './failure-rules-field.js'
import { issuesConfig } from './issues/config.js'
import { quarantineField } from './quarantine/config-field.js'
import { rerunConfig } from './rerun/config.js'
import { selectors } from './selectors/registry.js'

/** The section `flaky` of the config file and the inputs of the action. */
export const flakyConfig = {
  ...testReportSettings,
  'new-failures': countLimit({
    description:
      'Tests that may fail without being excused. Excused is a proven or known flake under a valid quarantine, nothing else.',
    fallback: 0,
    input: 'new-failures',
    role: 'policy',
  }),
  retried: choice(['pass', 'fail'], {
    description:
      'What a test counts as that failed and then passed by its runner’s own retries, without a quarantine: `pass`, and it is named, or `fail` like any other failure.',
    fallback: 'pass',
    input: 'retried',
    role: 'policy',
    strictestFirst: ['fail', 'pass'],
  }),
  'flaky-tests': countLimit({
    description: 'Proven or known flakes that one run may have; more are allowed up to `flaky-percent` of its tests.',
    fallback: 5,
    input: 'flaky-tests',
    role: 'policy',
  }),
  'flaky-percent': percent({
    description: 'Share of the tests of a run that may be flaky, where that is more than `flaky-tests`.',
    fallback: '0.5',
    input: 'flaky-percent',
    role: 'policy',
    stricter: 'lower',
  }),
  'missing-tests': choice(['inconclusive', 'fail', 'warn', 'pass'], {
    description:
      'What a run counts as that lacks more tests than `missing-percent` of those that the last whole run had, not counting those of files that the change touches.',
    fallback: 'inconclusive',
    input: 'missing-tests',
    role: 'policy',
    strictestFirst: ['fail', 'inconclusive', 'warn', 'pass'],
  }),
  'missing-percent': percent({
    description: 'Share of the tests of the last whole run that may be missing.',
    fallback: '5',
    input: 'missing-percent',
    role: 'policy',
    stricter: 'lower',
  }),
  'expected-tests': countLimit({
    description: 'Fewest tests that a run must report, whatever earlier runs had.',
    fallback: null,
    input: 'expected-tests',
    role: 'policy',
  }),
  'suite-time': duration({
    description: 'How long all tests of a job together may take.',
    fallback: 60_000,
    input: 'suite-time',
    role: 'policy',
  }),
  'slow-test': duration({
    description: 'A test that takes longer is listed, with what it costs in a day.',
    fallback: 5_000,
    input: 'slow-test',
    role: 'policy',
  }),
  quarantine: quarantineField({
    description:
      'Flaky tests that are excused for a while: a list of `{test, reason, owner, since, issue, expires}`; 14 days from `since` unless `expires` says otherwise.',
    role: 'policy',
  }),
  'quarantine-by': choice(['config', 'rules'], {
    description:
      '`config`: only what the list above names is excused, and the rules propose entries. `rules`: a run of the default branch also writes the proposed ones into the history, for 14 days.',
    fallback: 'config',
    input: 'quarantine-by',
    role: 'policy',
    strictestFirst: ['config', 'rules'],
  }),
  'failure-rules': failureRules({
    description:
      'What you know of failures: a list of `{id, title, pattern, advice, examples, counterexamples}`, asked before the built-in categories. `*` in a pattern stands for anything; the examples are run as tests.',
    role: 'policy',
  }),
  ...rerunConfig,
  ...issuesConfig,
  aliases: globs({
    description:
      'Tests that were renamed, as `<old name> -> <new name>` with parts joined by `›`: their past goes on, from the merge of a change on. Renamed files are followed by themselves.',
    fallback: [],
    input: null,
    // A past may excuse: no change may give one test that of another.
    role: 'policy',
    strictWith: 'fewer',
  }),
  'quarantined-list': text({
    description: 'File to write the quarantined tests into, in the words of the runner that `list-for` names.',
    fallback: null,
    input: 'quarantined-list',
    role: 'structure',
  }),
  'failed-list': text({
    description: 'File to write the failed tests into, in the words of the runner that `list-for` names.',
    fallback: null,
    input: 'failed-list',
    role: 'structure',
  }),
  'list-for': choice(['auto', ...selectors.map(({ id }) => id)], {
    description: 'Runner whose words `quarantined-list` and `failed-list` use; `auto`: the one that wrote the reports.',
    fallback: 'auto',
    input: 'list-for',
    role: 'structure',
  }),
} as const

export type FlakySettings = Settings<typeof flakyConfig>
