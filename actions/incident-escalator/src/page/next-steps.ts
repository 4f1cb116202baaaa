import type { Severity } from '@testwarden/core/model/severity'
import type { Trouble } from '../detect/trouble.js'
import { isOfTests } from './words.js'

type Kind = 'tests' | 'surroundings' | 'gate' | 'workflow' | 'missed-run' | 'unknown'

/** Of the three that differ by what is wrong. Each is the same in every run, so that a ticked box stays ticked. */
interface Steps {
  readonly assess: string
  readonly cause: string
  readonly fix: string
}

const STEPS: Readonly<Record<Kind, Steps>> = {
  tests: {
    assess: 'read what the tests said, and find out whether users are hit as well.',
    cause: 'look through the commits between the last good and the first bad run.',
    fix: 'revert the commit that did it, or mend it where that is quicker.',
  },
  surroundings: {
    assess: 'find out which machines or services are at fault, and what else uses them.',
    cause: 'look for what changed around the tests: images, quotas, services, secrets.',
    fix: 'mend the machine or the service, and leave the tests as they are.',
  },
  gate: {
    assess: 'read the numbers of the gate, and find out how far they are from the limit.',
    cause: 'find the commit after which the numbers were worse.',
    fix: 'mend what made them worse; a looser limit is a decision of its own.',
  },
  workflow: {
    assess: 'open the run, and find the first job that ended badly.',
    cause: 'compare its log with that of the last good run.',
    fix: 'mend the job or what it needs; run it again only where nothing else is wrong.',
  },
  'missed-run': {
    assess: 'find out whether the workflow is enabled and what has not been tested since.',
    cause: 'look at its triggers: GitHub turns schedules off where nobody has pushed for long.',
    fix: 'enable the workflow again, or mend what should start it.',
  },
  unknown: {
    assess: 'find out what is broken, and who is hit by it.',
    cause: 'look for what changed since it was last good.',
    fix: 'undo the change that did it, or mend it where that is quicker.',
  },
}

/** From the first look to the end, for a checklist. */
export function nextSteps(trouble: Trouble | null): readonly string[] {
  const { assess, cause, fix } = STEPS[kindOf(trouble)]
  return [
    `Assess: ${assess}`,
    `Cause: ${cause}`,
    `Fix: ${fix}`,
    'Validate: run what failed again, locally and on the branch.',
    'Restore: see that runs are green again, tell those who waited, and undo what was only for now.',
  ]
}

function kindOf(trouble: Trouble | null): Kind {
  if (trouble === null) return 'unknown'
  if (trouble.isSurroundings) return 'surroundings'
  return isOfTests(trouble.because) ? 'tests' : trouble.because.kind
}

const ALWAYS: readonly string[] = [
  'Read the log of the first bad run.',
  'Review the recent changes.',
  'Check the environment: machine image, services, secrets, versions of tools.',
]

const BY_SEVERITY: Readonly<Record<Severity, readonly string[]>> = {
  critical: [
    'Let the security team judge whether anything leaked or stands open.',
    'Merge nothing but the fix before it is green again.',
  ],
  high: ['Check the environment and the database of the integration tests.'],
  medium: [],
  low: [],
}

export function recommendedActions(severity: Severity): readonly string[] {
  return [...ALWAYS, ...BY_SEVERITY[severity]]
}
