import { choice } from '@testwarden/core/config/fields/choice'
import { count } from '@testwarden/core/config/fields/count'
import { countLimit } from '@testwarden/core/config/fields/count-limit'
import { globs } from '@testwarden/core/config/fields/globs'

/** Issues of causes. Policy, though no pull request ever opens one: what a change writes here counts once it is merged. */
export const issuesConfig = {
  issues: choice(['off', 'on'], {
    description:
      '`on`: runs of the default branch keep one issue for each cause of flaky or broken tests. Needs `issues: write`.',
    fallback: 'off',
    input: 'issues',
    role: 'policy',
  }),
  'issues-max': count({
    description: 'Issues that one run may open or reopen; the next runs open the others.',
    fallback: 3,
    input: 'issues-max',
    role: 'policy',
    stricter: null,
  }),
  'issue-labels': globs({
    description:
      'Labels of new issues. Issues are found again by the first of them, so keep it on them and do not change it.',
    fallback: ['testwarden', 'flaky-test'],
    input: 'issue-labels',
    role: 'policy',
  }),
  'close-after': countLimit({
    description:
      'Times in a row that the tests of an issue must pass until it is closed. Without it: as many as a flake of their failure rate hardly passes by luck (at least 30), and 3 after a break.',
    fallback: null,
    input: 'close-after',
    role: 'policy',
  }),
  'reopen-within': count({
    description:
      'Days after its closing in which an issue is reopened when its tests fail again; later a new one is opened, with a link to it.',
    fallback: 14,
    input: 'reopen-within',
    role: 'policy',
    stricter: null,
  }),
} as const
