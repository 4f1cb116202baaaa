import type { RunContext } from '../model/evidence.js'

/** What GitHub says of the run whose evidence is published. */
export interface KnownRun {
  readonly repository: string
  readonly workflow: string
  readonly run: string
  readonly attempt: number
  /** null: the run was of no pull request. */
  readonly headSha: string | null
  /** The commits that a leg may have tested; null where nobody but the run itself knows. */
  readonly testedShas: ReadonlySet<string> | null
}

/** Why evidence is not of this run; null when nothing speaks against it. Reads on after the name of the file. */
export function faultOfOrigin({ key, ...run }: RunContext, known: KnownRun): string | null {
  if (run.repository !== known.repository) return `is of the repository ${run.repository}, not of ${known.repository}`
  if (key.run !== known.run) return `is of run ${key.run}, not of run ${known.run}`
  if (key.workflow !== known.workflow) return `is of the workflow ${key.workflow}, not of ${known.workflow}`
  if (key.attempt > known.attempt) return `is of attempt ${key.attempt}, and the run has only ${known.attempt}`
  if (known.headSha !== null && run.headSha !== known.headSha)
    return `speaks of the head ${short(run.headSha)}, and GitHub says that it is ${short(known.headSha)}`
  if (known.testedShas !== null && !(run.testedSha !== null && known.testedShas.has(run.testedSha)))
    return `is of the commit ${short(run.testedSha)}, which this run is not about`
  return null
}

function short(sha: string | null): string {
  return sha === null ? 'of nobody' : sha.slice(0, 10)
}
