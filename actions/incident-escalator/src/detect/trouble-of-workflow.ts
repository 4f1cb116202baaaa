import type { EndedRun } from '@testwarden/core/model/github-event'
import type { Severity } from '@testwarden/core/model/severity'
import type { Trouble } from './trouble.js'

/** GitHub's words for a run that needs somebody. What people stop themselves, or what waits for them, does not. */
const BAD: ReadonlySet<string> = new Set(['failure', 'timed_out', 'startup_failure'])
const GOOD: ReadonlySet<string> = new Set(['success'])

/** What a conclusion says: one that was cancelled or skipped says nothing. */
export function signOfConclusion(conclusion: string | null): 'bad' | 'good' | null {
  if (conclusion === null) return null
  if (BAD.has(conclusion)) return 'bad'
  return GOOD.has(conclusion) ? 'good' : null
}

/** The cause of every incident of a workflow of which only the conclusion is known. */
export const WORKFLOW_CAUSE = 'workflow'

/** null: it did not end badly. */
export function troubleOfWorkflow({ workflow, conclusion }: EndedRun, severity: Severity): Trouble | null {
  if (signOfConclusion(conclusion) !== 'bad') return null
  return {
    source: 'workflow',
    cause: WORKFLOW_CAUSE,
    otherCauses: [],
    severity,
    because: { kind: 'workflow', conclusion },
    title: `${workflow} ${WORDS[conclusion] ?? 'fails'}`,
    said: null,
    category: null,
    tests: [],
    testCount: 0,
    isSurroundings: false,
  }
}

const WORDS: Readonly<Record<string, string>> = {
  failure: 'fails',
  timed_out: 'takes too long',
  startup_failure: 'cannot start',
}
