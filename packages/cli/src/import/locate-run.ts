import { PlatformError } from '@testwarden/core/model/errors'
import type { Git } from '@testwarden/core/ports/git'
import type { RunPlace } from './run-place.js'

/** A commit that git knows. */
export interface LocatedRun {
  readonly ok: true
  readonly sha: string
  readonly tree: string
  readonly parent: string | null
  /** Along first parents of the default branch. */
  readonly isOnLine: boolean
  /** ISO 8601. */
  readonly time: string
}

export interface LocateQuestion {
  readonly place: RunPlace
  /** When its reports say that it began; null: they do not. */
  readonly startedAt: string | null
  readonly now: Date
  readonly line: ReadonlySet<string>
}

/** `reason` reads on after "is left out: ". */
export type Located = LocatedRun | { readonly ok: false; readonly reason: string }

/** What git says of a run. Nothing is guessed: what git does not know cannot be placed. */
export async function locateRun({ place, startedAt, now, line }: LocateQuestion, git: Git): Promise<Located> {
  if (place.commit === null)
    return refuse('nobody says which commit it is of; give --commit, --name-pattern or --mapping')
  if (git.absence !== null) return refuse('there is no git repository here that knows its commit')
  const sha = await git.resolve(place.commit)
  if (sha === null) return refuse(`git knows no commit ${place.commit.slice(0, 64)} here; fetch it first`)
  try {
    const made = await git.timeOf(sha)
    const time = place.time ?? plausible(startedAt, { made, now }) ?? made
    if (Date.parse(time) > now.getTime()) return refuse(`its time ${time} has not come yet`)
    const [parent = null] = await git.parents(sha)
    return { ok: true, sha, tree: await git.treeOf(sha), parent, isOnLine: line.has(sha), time }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return refuse(error.message)
  }
}

/** Clocks of machines go wrong: no run began before its commit was made, or begins after now. */
function plausible(
  startedAt: string | null,
  { made, now }: { readonly made: string; readonly now: Date },
): string | null {
  const ms = startedAt === null ? Number.NaN : Date.parse(startedAt)
  return ms >= Date.parse(made) && ms <= now.getTime() ? new Date(ms).toISOString() : null
}

function refuse(reason: string): Located {
  return { ok: false, reason }
}
