import type { Decision } from '@testwarden/core/model/decision'
import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { PatchCoverage } from '../patch.js'
import { decisiveReasons } from './problems.js'

const SHOWN = 10

/** What a reader might think was judged and was not, with the reason. Unreadable reports are told by the pipeline. */
export function notJudged(decision: Decision, patch: PatchCoverage | null): Section[] {
  const told = new Set(decisiveReasons(decision))
  const silent = decision.verdict.reasons.filter(
    (reason) =>
      reason.actual === null &&
      !told.has(reason) &&
      reason.ruleId !== 'report-problems' &&
      // The table of components shows what of them was not judged.
      !(reason.component !== undefined && reason.outcome === 'skipped'),
  )
  const items: Inline[] = silent.map(({ title, message }) => [{ kind: 'strong', text: title }, ': ', richText(message)])
  const sections: Section[] = items.length === 0 ? [] : [{ kind: 'list', heading: 'Not judged', items }]
  return [...sections, ...unreported(patch)]
}

function unreported(patch: PatchCoverage | null): Section[] {
  const paths = patch?.unreported ?? []
  const items: Inline[] = paths.slice(0, SHOWN).map((path) => ({ kind: 'location', path, ranges: [] }))
  const left = paths.length - SHOWN
  if (left > 0) items.push(`and ${formatInteger(left)} more`)
  return listOf('Changed, but in no report', items)
}

function listOf(heading: string, items: readonly Inline[]): Section[] {
  return items.length === 0 ? [] : [{ kind: 'list', heading, items }]
}
