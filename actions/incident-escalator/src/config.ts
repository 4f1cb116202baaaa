import type { Settings } from '@testwarden/core/config/field'
import { choice } from '@testwarden/core/config/fields/choice'
import { globs } from '@testwarden/core/config/fields/globs'
import { targets } from '@testwarden/core/config/fields/targets'
import { text } from '@testwarden/core/config/fields/text'
import { testReportSettings } from '@testwarden/failures/tests/test-report-settings'
import { escalationConfig } from './config/escalation-config.js'
import { expectedRuns } from './config/expected-runs-field.js'
import { freezeConfig } from './config/freeze-config.js'
import { issuesConfig } from './config/issues-config.js'
import { lifeConfig } from './config/life-config.js'
import { runbooks } from './config/runbooks-field.js'
import { severityConfig } from './config/severity-config.js'

/** The section `incidents` of the config file and the inputs of the action. */
export const incidentsConfig = {
  ...testReportSettings,
  verdicts: globs({
    description:
      'Verdict files of earlier steps, as the output `verdict-path` names them: a gate that failed is a trouble, and flaky tests that it knows need nobody. In `gates` the others are known without.',
    fallback: [],
    input: 'verdicts',
    role: 'structure',
  }),
  'fail-on': choice(['critical', 'high', 'medium', 'low', 'off'], {
    description:
      'The step fails while what it finds, or an open incident, is at least so severe. `off`: it only tells.',
    fallback: 'off',
    input: 'fail-on',
    role: 'policy',
    strictestFirst: ['low', 'medium', 'high', 'critical', 'off'],
  }),
  workflows: globs({
    description:
      'Workflows whose bad end is an incident, where this runs on `workflow_run`, by name. Without any: each that started it.',
    fallback: [],
    input: null,
    role: 'policy',
  }),
  'workflow-severity': choice(['critical', 'high', 'medium', 'low'], {
    description: 'How severe it is when a workflow ends badly and nothing more is known.',
    fallback: 'high',
    input: null,
    role: 'policy',
  }),
  'expected-runs': expectedRuns({
    description:
      'Workflows that are to run from time to time: `nightly.yml: 24h`. One that does not is an incident: a schedule was dropped, or somebody disabled it. Six hours late is not late unless `grace` says so.',
    role: 'policy',
  }),
  runbooks: runbooks({
    description:
      'What to do, as `<rule>: <address>`: a rule is a kind of tests, a category of failures such as `disk-full`, `gate:coverage`, `missed-run`, `workflow:CI`, or `default`; the most special one is shown.',
    role: 'policy',
  }),
  diagnostics: text({
    description:
      'Folder for what helps to look into an incident that this run opens: a file of facts and the named variables. Upload it, with the reports, as the output `diagnostics` lists them.',
    fallback: null,
    input: 'diagnostics',
    role: 'structure',
  }),
  'diagnostics-env': globs({
    description: 'Names of environment variables that may stand in the diagnostics. Names of secrets never count.',
    fallback: ['CI', 'RUNNER_OS', 'RUNNER_ARCH', 'ImageOS', 'ImageVersion', 'TZ', 'LANG', 'NODE_ENV'],
    input: null,
    role: 'policy',
  }),
  sweep: choice(['runs', 'schedule'], {
    description:
      'What looks after timers while nobody pushes: `schedule` where a scheduled workflow runs this action, else only `runs` of workflows that do. The page says what either promises.',
    fallback: 'runs',
    input: null,
    role: 'policy',
  }),
  strict: choice(['off', 'on'], {
    description: '`on`: a service that could not be told fails the step. Otherwise the next run tells it.',
    fallback: 'off',
    input: 'strict',
    role: 'policy',
    strictestFirst: ['on', 'off'],
  }),
  targets: targets({
    description: 'Services and chats that levels name: `<name>: {kind, secret}`, see docs/targets.md.',
  }),
  ...issuesConfig,
  ...severityConfig,
  ...lifeConfig,
  ...escalationConfig,
  ...freezeConfig,
} as const

export type IncidentsSettings = Settings<typeof incidentsConfig>
