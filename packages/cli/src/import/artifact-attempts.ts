import type { PastRun } from '@testwarden/platform/artifacts/past-runs'
import type { ListedArtifact } from '@testwarden/platform/artifacts/run-api'

/** What one attempt of a run uploaded. */
export interface AttemptArtifacts {
  readonly run: PastRun
  readonly attempt: number
  /** When it began; ISO 8601. */
  readonly time: string
  /** The newest of each name, by name. */
  readonly artifacts: readonly ListedArtifact[]
  /** For people. */
  readonly leftOut: readonly string[]
  /** Whether it ran to its end, as far as GitHub tells. */
  readonly isWhole: boolean
}

/**
 * GitHub lists the artifacts of all attempts together. When they were made tells the newest attempt from those before;
 * of two attempts that says everything, of more it does not, and nothing is guessed.
 */
export function splitAttempts(run: PastRun, artifacts: readonly ListedArtifact[]): readonly AttemptArtifacts[] {
  const ofAttempt = (attempt: number | null) => artifacts.filter((artifact) => attemptOf(run, artifact) === attempt)
  const untold = ofAttempt(null).map((artifact) => leftOutText(artifact, 'nobody says of which attempt it is'))
  const newest = {
    run,
    attempt: run.attempt,
    time: isoTime(run.startedAt),
    isWhole: run.conclusion === 'success' || run.conclusion === 'failure',
    ...newestOfEachName(ofAttempt(run.attempt), untold),
  }
  if (run.attempt !== 2) return [newest].filter(hasSomething)
  // How the first one ended GitHub no longer says.
  const first = {
    run,
    attempt: 1,
    time: isoTime(run.createdAt),
    isWhole: false,
    ...newestOfEachName(ofAttempt(1), []),
  }
  return [first, newest].filter(hasSomething)
}

/** null: nobody says. */
function attemptOf({ attempt, startedAt }: PastRun, { madeAt }: ListedArtifact): number | null {
  if (attempt === 1) return 1
  if (madeAt === null) return null
  if (Date.parse(madeAt) >= Date.parse(startedAt)) return attempt
  return attempt === 2 ? 1 : null
}

function hasSomething({ artifacts, leftOut }: AttemptArtifacts): boolean {
  return artifacts.length + leftOut.length > 0
}

function newestOfEachName(
  artifacts: readonly ListedArtifact[],
  leftOut: readonly string[],
): Pick<AttemptArtifacts, 'artifacts' | 'leftOut'> {
  const byName = new Map<string, ListedArtifact>()
  const older: string[] = []
  for (const artifact of [...artifacts].sort((left, right) => right.id - left.id)) {
    if (byName.has(artifact.name)) older.push(leftOutText(artifact, 'a newer one has the same name'))
    else byName.set(artifact.name, artifact)
  }
  return { artifacts: [...byName.values()].reverse(), leftOut: [...leftOut, ...older] }
}

function leftOutText({ name }: ListedArtifact, why: string): string {
  return `the artifact ${name.slice(0, 200)} is left out: ${why}`
}

function isoTime(text: string): string {
  return new Date(text).toISOString()
}
