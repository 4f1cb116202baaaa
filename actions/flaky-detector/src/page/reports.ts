import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { TestReport } from '@testwarden/failures/tests/test-facts'
import type { FlakyFacts } from '../facts.js'
import { secondsText } from '../rules/time-budgets.js'

const LISTED = 50

/** What was read, and what was odd about it, folded. */
export function reportSections({ legs }: FlakyFacts): readonly Section[] {
  const reports = legs.flatMap((leg) => leg.reports)
  const notes = [...new Set(legs.flatMap((leg) => leg.notes))]
  const items: Inline[] = reports.slice(0, LISTED).flatMap(itemsOf)
  const left = reports.length - LISTED
  if (left > 0) items.push(`and ${formatInteger(left)} more`)
  const noted: Section[] =
    notes.length === 0 ? [] : [{ kind: 'list', heading: 'Worth knowing', items: notes.map(richText) }]
  return [
    {
      kind: 'details',
      summary: `Read: ${countWord(reports.length, 'report')}`,
      sections: [{ kind: 'list', items }, ...noted],
    },
  ]
}

/** A line for the report, and one for each thing that is odd about it. */
function itemsOf({ path, format, dialect, cases, durationUs, warnings }: TestReport): readonly Inline[] {
  const tool = dialect === null ? format : `${format} of ${dialect}`
  const name: Inline = { kind: 'code', text: path }
  const read = `: ${tool}, ${countWord(cases, 'test')}, ${secondsText(Math.round(durationUs / 1000))}`
  return [[name, read], ...warnings.map((warning): Inline => [name, `: ${warning}`])]
}
