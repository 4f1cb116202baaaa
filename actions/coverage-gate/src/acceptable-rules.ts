import type { AcceptableRule } from '@testwarden/core/action/define-action'

/** Every rule of this gate that holds a measured value against a limit. */
export const ACCEPTABLE_RULES: readonly AcceptableRule[] = [
  ...['patch-line', 'patch-branch', 'project-line', 'project-branch', 'project-statement', 'project-function'].map(
    (ruleId): AcceptableRule => ({ ruleId, unit: 'percent', subject: null, part: 'a component, by its name' }),
  ),
  { ruleId: 'drop', unit: 'points', subject: null, part: 'a component, by its name' },
  { ruleId: 'critical-module', unit: 'percent', subject: 'the files of the module, as the config has them' },
]
