import type { Evidence } from '@testwarden/core/model/evidence'
import type { EndedRun } from '@testwarden/core/model/github-event'
import type { ListedRun, ObservedRuns } from '@testwarden/core/model/github-observation'
import { observed } from '../asking/observed.js'
import { WORKFLOW_RUNS } from '../asking/request-ids.js'
import { signOfConclusion } from '../detect/trouble-of-workflow.js'
import type { PastRun } from '../past/streak.js'

type Observed = Pick<Evidence<unknown>, 'observations'>

/**
 * How runs of a workflow ended up to one of them, which is the last; null: GitHub was not asked, or did not say. Of that
 * one the event tells, which is ahead of GitHub's list.
 */
export function concludedRuns(
  evidence: Pick<Evidence<unknown>, 'observations' | 'run'>,
  { ended, key }: { readonly ended: EndedRun; readonly key: string },
): readonly PastRun[] | null {
  const listed = observed(evidence, WORKFLOW_RUNS, 'runs')
  if (listed === null) return null
  const createdAt = listed.runs.find(({ id }) => id === ended.run)?.createdAt ?? evidence.run.now
  const { run: id, headSha, conclusion } = ended
  const earlier = oldestFirst(listed).filter((each) => each.id !== id && isNotAfter(each.id, id))
  return [...earlier, { id, headSha, conclusion, createdAt }].map((run) => pastRun(run, key))
}

/** A later run has ended already, or this one was tried again, so it says nothing of how it stands now. */
export function isOvertaken(evidence: Observed, { run, attempt }: Pick<EndedRun, 'run' | 'attempt'>): boolean {
  const listed = observed(evidence, WORKFLOW_RUNS, 'runs')
  return (listed?.runs ?? []).some((each) =>
    each.id === run ? each.attempt > attempt : !isNotAfter(each.id, run) && signOfConclusion(each.conclusion) !== null,
  )
}

/** Bad ends in a row before a run. */
export function badEndsBefore(evidence: Observed, run: string): number {
  const listed = observed(evidence, WORKFLOW_RUNS, 'runs')
  const signs = (listed === null ? [] : oldestFirst(listed))
    .filter(({ id }) => id !== run && isNotAfter(id, run))
    .flatMap(({ conclusion }) => signOfConclusion(conclusion) ?? [])
  return signs.length - 1 - signs.lastIndexOf('good')
}

function oldestFirst({ runs }: ObservedRuns): readonly ListedRun[] {
  return runs.toSorted((left, right) => (isNotAfter(left.id, right.id) ? -1 : 1))
}

/** Ids of runs grow, and are too long for some numbers. */
function isNotAfter(id: string, than: string): boolean {
  return id.length === than.length ? id <= than : id.length < than.length
}

type Concluded = Pick<ListedRun, 'id' | 'headSha' | 'createdAt' | 'conclusion'>

function pastRun({ id, headSha, createdAt, conclusion }: Concluded, key: string): PastRun {
  const sign = signOfConclusion(conclusion)
  const signals = sign === 'bad' ? [{ key, severity: 'high' as const }] : []
  return { sha: headSha, run: id, time: createdAt, record: { signals, isWhole: sign === 'good' } }
}
