import { under } from '@testwarden/core/limits/under'
import type { Count } from '@testwarden/core/model/count'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'
import { formatInteger } from '@testwarden/core/render/numbers'
import { carriedFiles } from './components/carry-forward.js'
import type { CoverageFacts } from './facts.js'
import { countsText, judgeFloor, unjudged } from './floor.js'
import type { Limit } from './limit.js'
import type { PatchCoverage } from './patch.js'
import type { RuleName } from './rule-name.js'

/** What the change's rates share: when they cannot be judged, and why. */
export interface PatchRate {
  readonly name: RuleName
  readonly limit: Limit
  readonly facts: CoverageFacts
  readonly patch: PatchCoverage | null
  readonly minLines: number
  /** What is compared with the limit; null: no report says anything about it. */
  readonly count: Count | null
}

/** A rate of the changed lines against its floor. */
export function judgePatchRate({ name, limit, facts, patch, minLines, count }: PatchRate): Reason {
  if (patch === null) return noChangedLines(name, limit, facts)
  if (patch.lines.total === 0) return unjudged(name, limit, nothingCoverable(facts, patch, limit))
  if (patch.lines.total < minLines) {
    const changed = `${formatInteger(patch.lines.total)} changed ${patch.lines.total === 1 ? 'line' : 'lines'}`
    const so = count === null || count.total === 0 ? '' : `: ${countsText(count, name, limit)}`
    const message = `Only ${changed} can be covered, fewer than the ${minLines} from which a share is judged${so}.`
    return unjudged(name, limit, { outcome: 'skipped', message })
  }
  if (count === null || count.total === 0)
    return unjudged(name, limit, { outcome: 'skipped', message: `The changed lines have no ${name.counted}.` })
  return judgeFloor(name, count, limit)
}

function noChangedLines(name: RuleName, limit: Limit, { changes }: CoverageFacts): Reason {
  if (changes.kind !== 'unknown')
    return unjudged(name, limit, { outcome: 'skipped', message: changes.kind === 'none' ? changes.reason : '' })
  const message = changes.remedy === null ? changes.reason : `${changes.reason} ${changes.remedy}`
  return unjudged(name, limit, { outcome: under(limit.origin, 'inconclusive'), message })
}

/** 0 of 0 is good news only when nothing was there to be covered. */
function nothingCoverable(
  facts: CoverageFacts,
  { unreported }: PatchCoverage,
  limit: Limit,
): { readonly outcome: Outcome; readonly message: string } {
  const { changes, files } = facts
  const isNothingListed = files.length === 0 && carriedFiles(facts).length === 0
  const isNothingKnown = isNothingListed && changes.kind === 'known' && changes.files.length > 0
  if (!isNothingKnown && unreported.length === 0)
    return { outcome: 'skipped', message: 'No coverable line was changed.' }
  const message = isNothingKnown
    ? 'The reports list no file, so nobody knows whether the changed lines ran.'
    : `No report mentions ${nameSome(unreported)}, so nobody knows whether the changed lines ran.`
  return { outcome: under(limit.origin, 'inconclusive'), message }
}

const NAMED = 3

/** `a.py, b.py, c.py and 4 more` */
export function nameSome(paths: readonly string[]): string {
  const more = paths.length - NAMED
  const named = paths.slice(0, NAMED).join(', ')
  return more > 0 ? `${named} and ${formatInteger(more)} more` : named
}
