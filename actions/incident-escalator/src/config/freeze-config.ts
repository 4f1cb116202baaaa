import type { Settings } from '@testwarden/core/config/field'
import { choice } from '@testwarden/core/config/fields/choice'
import { text } from '@testwarden/core/config/fields/text'

export const ASSUMED_OVERRIDE_LABEL = 'incident-fix'

/** Stopping the line: a part of the section `incidents`. */
export const freezeConfig = {
  freeze: {
    when: choice(['never', 'critical'], {
      description:
        '`critical`: while a critical incident is open, this action fails on pull requests and in the merge queue. Needs `history`.',
      fallback: 'never',
      input: 'freeze',
      role: 'policy',
      strictestFirst: ['critical', 'never'],
    }),
    'override-label': text({
      description: 'A pull request with this label may be merged all the same: it is the fix.',
      fallback: ASSUMED_OVERRIDE_LABEL,
      input: null,
      role: 'policy',
    }),
    workflow: text({
      description:
        'File of the workflow whose job asks on pull requests. With `job`, that job of each open pull request runs again when the line stops and when it goes on. Needs `actions: write` and `pull-requests: read`.',
      fallback: null,
      input: null,
      role: 'policy',
    }),
    job: text({
      description: 'Name of that job, as GitHub shows it.',
      fallback: null,
      input: null,
      role: 'policy',
    }),
  },
} as const

export type FreezeSettings = Settings<typeof freezeConfig>
