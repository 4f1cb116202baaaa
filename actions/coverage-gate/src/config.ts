import type { Settings } from '@testwarden/core/config/field'
import { choice } from '@testwarden/core/config/fields/choice'
import { count } from '@testwarden/core/config/fields/count'
import { globs } from '@testwarden/core/config/fields/globs'
import { percent } from '@testwarden/core/config/fields/percent'
import { points } from '@testwarden/core/config/fields/points'
import { text } from '@testwarden/core/config/fields/text'
import { reportSettings } from '@testwarden/core/config/report-settings'
import { FORMULAS } from '@testwarden/core/model/coverage-formula'
import { components } from './components/config-field.js'
import { criticalModules } from './critical-modules.js'

/** The section `coverage` of the config file and the inputs of the action. */
export const coverageConfig = {
  ...reportSettings({ reports: 'the coverage reports', format: 'lcov' }),
  ignore: globs({
    description: 'Files that do not count, as globs, files or folders relative to the repository.',
    fallback: [],
    input: 'ignore',
    role: 'policy',
    strictWith: 'fewer',
  }),
  'write-lcov': text({
    description:
      'File to write everything that was read into, merged and with the paths of the repository, as LCOV for other tools.',
    fallback: null,
    input: 'write-lcov',
    role: 'structure',
  }),
  'write-cobertura': text({
    description: 'The same as Cobertura XML.',
    fallback: null,
    input: 'write-cobertura',
    role: 'structure',
  }),
  formula: choice(FORMULAS, {
    description:
      'How the headline is counted, of all and of what changed: `lines` that ran; as the `tool` that wrote the reports; `codecov`: lines of which nothing was left out; `sonar`: lines and branches.',
    fallback: 'lines',
    input: 'formula',
    role: 'policy',
  }),
  patch: {
    line: percent({
      description: 'Share of the changed coverable lines that tests must run.',
      fallback: '90',
      input: 'patch-line',
      role: 'policy',
      stricter: 'higher',
    }),
    branch: percent({
      description: 'Share of the branches on changed lines that tests must take.',
      fallback: null,
      input: 'patch-branch',
      role: 'policy',
      stricter: 'higher',
    }),
    'min-lines': count({
      description: 'Changes with fewer coverable lines than this are not judged by their share.',
      fallback: 5,
      input: 'min-changed-lines',
      role: 'policy',
      stricter: 'lower',
    }),
  },
  project: {
    line: percent({
      description: 'Share of all coverable lines that tests must run.',
      fallback: '80',
      input: 'line',
      role: 'policy',
      stricter: 'higher',
    }),
    branch: percent({
      description: 'Share of all branches that tests must take.',
      fallback: '60',
      input: 'branch',
      role: 'policy',
      stricter: 'higher',
    }),
    statement: percent({
      description: 'Share of all statements that tests must run, where reports list statements.',
      fallback: null,
      input: 'statement',
      role: 'policy',
      stricter: 'higher',
    }),
    function: percent({
      description: 'Share of all functions that tests must call, where reports list functions.',
      fallback: null,
      input: 'function',
      role: 'policy',
      stricter: 'higher',
    }),
  },
  drop: points({
    description: 'Percentage points that the line rate may fall below the baseline.',
    fallback: '0.1',
    input: 'drop',
    role: 'policy',
    stricter: 'lower',
  }),
  critical: criticalModules({
    description:
      'Modules with a floor of their own: a list of `{files: <glob>, line: <percent>}`; as an input one `<glob>` or `<glob> 85%` per line. A module that no report mentions fails.',
    fallback: [],
    input: 'critical',
    role: 'policy',
  }),
  components: components({
    description:
      'Named parts of the repository with limits of their own: `<name>: {paths: <globs>, project, patch, drop}`. Paths are structure, limits are policy; see [components](../../docs/components.md).',
  }),
} as const

export type CoverageSettings = Settings<typeof coverageConfig>
