import type { Settings } from '@testwarden/core/config/field'
import { count } from '@testwarden/core/config/fields/count'
import type { Severity } from '@testwarden/core/model/severity'

/** When an incident begins and ends: a part of the section `incidents`. */
export const lifeConfig = {
  'open-after': count({
    description:
      'Bad runs in a row, of the same workflow, branch and matrix cell, that open an incident. A critical one opens with the first.',
    fallback: 2,
    input: null,
    role: 'policy',
    stricter: null,
  }),
  'close-after': count({
    description: 'Green runs in a row, of the same workflow, branch and matrix cell, that end an incident.',
    fallback: 2,
    input: null,
    role: 'policy',
    stricter: null,
  }),
  'reopen-within': count({
    description:
      'Days after its end in which an incident is reopened when it comes back; later a new one is opened, with a link to it.',
    fallback: 7,
    input: null,
    role: 'policy',
    stricter: null,
  }),
} as const

export type LifeSettings = Settings<typeof lifeConfig>

/** Bad runs that open an incident, by severity. Zero would open one for nothing. */
export function openAfterOf(settings: LifeSettings): Readonly<Record<Severity, number>> {
  const runs = Math.max(1, settings['open-after'].value)
  return { critical: 1, high: runs, medium: runs, low: runs }
}
