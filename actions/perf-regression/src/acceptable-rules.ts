import type { AcceptableRule } from '@testwarden/core/action/define-action'
import { SLOWER_RULE } from './judging/metric-policy.js'
import { WHOLE_RUN_RULE } from './judging/whole-run-limit.js'

/** Every rule of this gate whose limit a person may loosen: for one benchmark or test, or for all of them together. */
export const ACCEPTABLE_RULES: readonly AcceptableRule[] = [
  { ruleId: SLOWER_RULE, unit: 'percent', subject: 'the benchmark or test, as the page calls it' },
  { ruleId: WHOLE_RUN_RULE, unit: 'percent', subject: null },
]
