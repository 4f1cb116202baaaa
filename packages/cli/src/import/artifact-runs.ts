import { createPathMatcher } from '@testwarden/core/paths/path-matcher'
import { countWord } from '@testwarden/core/render/inline'
import type { PastRun, PastRunApi } from '@testwarden/platform/artifacts/past-runs'
import type { ListedArtifact } from '@testwarden/platform/artifacts/run-api'
import { attempt as tryTo } from '@testwarden/platform/attempt'
import { type AttemptArtifacts, splitAttempts } from './artifact-attempts.js'
import { readAttempt } from './artifact-files.js'
import type { PlacedRun } from './placed-run.js'
import { NOWHERE } from './run-place.js'

/**
 * The matching artifacts of each run, one attempt after the other, so that no two are held at a time.
 * @param pattern glob over names of artifacts
 */
export async function* readArtifactRuns(
  api: PastRunApi,
  { runs, pattern }: { readonly runs: readonly PastRun[]; readonly pattern: string },
): AsyncGenerator<PlacedRun> {
  const matches = createPathMatcher(pattern)
  for (const run of runs) {
    const listed = await tryTo(() => api.listArtifacts(run.id))
    if (!listed.ok) {
      yield emptyRun(run, `is left out: ${listed.problem.message}`)
      continue
    }
    const { artifacts, isWhole } = listed.value
    const wanted = artifacts.filter(({ name }) => matches(name))
    if (wanted.length === 0) yield emptyRun(run, nothingMatches(artifacts, pattern))
    for (const part of splitAttempts(run, wanted)) yield readAttempt(api, isWhole ? part : cutOff(part, artifacts))
  }
}

function nothingMatches({ length }: readonly ListedArtifact[], pattern: string): string {
  if (length === 0) return 'is left out: it has no artifact'
  return `is left out: it has no artifact called ${pattern.slice(0, 100)}, and ${countWord(length, 'other')}`
}

function cutOff(part: AttemptArtifacts, { length }: readonly ListedArtifact[]): AttemptArtifacts {
  return { ...part, leftOut: [...part.leftOut, `only the newest ${length} artifacts of the run were looked at`] }
}

/** A run of which nothing is read. */
function emptyRun({ id, attempt }: PastRun, why: string): PlacedRun {
  return {
    place: NOWHERE,
    files: [],
    read: () => {
      throw new Error('a run without files has nothing to read')
    },
    title: null,
    leftOut: [`run ${id}.${attempt} ${why}`],
    isWhole: false,
  }
}
