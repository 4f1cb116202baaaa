import type { AcceptableRule } from '@testwarden/core/action/define-action'
import { SLOWER_RULE } from './judging/metric-policy.js'

/** Every rule of this gate whose limit a person may loosen for one benchmark or test. */
export const ACCEPTABLE_RULES: readonly AcceptableRule[] = [
  { ruleId: SLOWER_RULE, unit: 'percent', subject: 'the benchmark or test, as the page calls it' },
]
