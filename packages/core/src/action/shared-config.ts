import type { Settings } from '../config/field.js'
import { choice } from '../config/fields/choice.js'
import { count } from '../config/fields/count.js'
import { countLimit } from '../config/fields/count-limit.js'

/** Settings that every gate has, inside its own section of the config file. */
export const sharedConfig = {
  mode: choice(['enforce', 'advise', 'collect'], {
    description:
      '`enforce` fails the step when a written limit is broken, `advise` never fails it, `collect` only writes the evidence file (for the legs of a matrix).',
    fallback: 'enforce',
    input: 'mode',
    role: 'policy',
    strictestFirst: ['enforce', 'advise'],
  }),
  'on-inconclusive': choice(['inconclusive', 'pass', 'warn', 'fail'], {
    description:
      'What a verdict counts as when the evidence for a written limit is missing, such as the first baseline.',
    fallback: 'inconclusive',
    input: 'on-inconclusive',
    role: 'policy',
    strictestFirst: ['fail', 'inconclusive', 'warn', 'pass'],
  }),
  'on-report-error': choice(['error', 'warn'], {
    description: '`error` ends the step with exit code 2 when a report cannot be read, `warn` only says so.',
    fallback: 'error',
    input: 'on-report-error',
    role: 'policy',
    strictestFirst: ['error', 'warn'],
  }),
  baseline: {
    depth: count({
      description: 'How many commits back a baseline is looked for; fetched once where the checkout has fewer.',
      fallback: 200,
      input: 'baseline-depth',
      // A change that looks no further than itself would find nothing to be compared with.
      role: 'policy',
      stricter: 'higher',
    }),
    'max-days': countLimit({
      description: 'A baseline that is older is stale, and nothing is compared with it.',
      fallback: 30,
      input: 'baseline-max-days',
      role: 'policy',
    }),
    'max-commits': countLimit({
      description: 'A baseline that lies further back is stale, and nothing is compared with it.',
      fallback: null,
      input: 'baseline-max-commits',
      role: 'policy',
    }),
  },
} as const

export type SharedSettings = Settings<typeof sharedConfig>
