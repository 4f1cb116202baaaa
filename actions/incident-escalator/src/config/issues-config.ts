import type { Settings } from '@testwarden/core/config/field'
import { choice } from '@testwarden/core/config/fields/choice'
import { count } from '@testwarden/core/config/fields/count'
import { globs } from '@testwarden/core/config/fields/globs'
import { text } from '@testwarden/core/config/fields/text'

const ASSUMED_ACK_LABEL = 'acknowledged'

/** Incidents as issues: a part of the section `incidents`. No pull request opens one; what it writes counts once merged. */
export const issuesConfig = {
  issues: choice(['off', 'on'], {
    description:
      '`on`: runs of the default branch keep one issue for each incident, tell people and services, and end both. Needs `issues: write`. `off` only shows what would be one.',
    fallback: 'off',
    input: 'issues',
    role: 'policy',
  }),
  'issues-max': count({
    description: 'Issues that one run may open or reopen, the worst first; the next runs open the others.',
    fallback: 3,
    input: 'issues-max',
    role: 'policy',
    stricter: null,
  }),
  'issue-labels': globs({
    description:
      'Labels of the issues, beside the severity. Issues are found again by the first of them, so keep it on them and do not change it.',
    fallback: ['testwarden', 'incident'],
    input: 'issue-labels',
    role: 'policy',
  }),
  'ack-label': text({
    description: 'The label that says that somebody has the incident in hand, as `/ack` and assigning somebody do.',
    fallback: ASSUMED_ACK_LABEL,
    input: null,
    role: 'policy',
  }),
} as const

export type IssuesSettings = Settings<typeof issuesConfig>

/** One that is written as nothing is the assumed one. */
export function ackLabelOf(settings: Pick<IssuesSettings, 'ack-label'>): string {
  return settings['ack-label'].value ?? ASSUMED_ACK_LABEL
}
