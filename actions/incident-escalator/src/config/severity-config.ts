import type { Settings } from '@testwarden/core/config/field'
import { count } from '@testwarden/core/config/fields/count'
import { globs } from '@testwarden/core/config/fields/globs'
import { percent } from '@testwarden/core/config/fields/percent'
import { SEVERITIES, type Severity } from '@testwarden/core/model/severity'
import { ASSUMED_MATRIX, type SeverityRule } from '../severity/severity-rule.js'

/** What makes an incident how severe: a part of the section `incidents`. */
export const severityConfig = {
  severity: {
    critical: rowOf('critical'),
    high: rowOf('high'),
    medium: rowOf('medium'),
    low: rowOf('low'),
  },
  'min-tests': count({
    description:
      'Of fewer tests their share of failures says nothing: one of one is no catastrophe. Kinds of tests count all the same.',
    fallback: 10,
    input: null,
    role: 'policy',
    stricter: null,
  }),
} as const

export type SeveritySettings = Settings<typeof severityConfig>

/** The matrix as somebody wrote it, the worst row first. */
export function matrixOf({ severity }: SeveritySettings): readonly SeverityRule[] {
  return SEVERITIES.map((each) => ({
    severity: each,
    failureRate: severity[each]['failure-rate'].value,
    categories: severity[each].categories.value,
  }))
}

function rowOf(severity: Severity) {
  const assumed = ASSUMED_MATRIX.find((rule) => rule.severity === severity)
  return {
    'failure-rate': percent({
      description: `At least so many percent of the tests fail: ${severity}. A share exactly on a limit belongs to the higher severity.`,
      fallback: assumed?.failureRate ?? null,
      input: null,
      role: 'policy',
      stricter: 'lower',
    }),
    categories: globs({
      description: `Kinds of tests, see \`categories\`, of which one that fails is enough for ${severity}.`,
      fallback: assumed?.categories ?? [],
      input: null,
      role: 'policy',
    }),
  } as const
}
