import type { Inline, Section } from '@testwarden/core/model/page'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { FlakyFacts, TestReport } from '../facts.js'
import { secondsText } from '../rules/time-budgets.js'

const LISTED = 50

/** What was read, and what was odd about it, folded. */
export function reportSections({ legs }: FlakyFacts): readonly Section[] {
  const reports = legs.flatMap((leg) => leg.reports)
  const notes = [...new Set(legs.flatMap((leg) => leg.notes))]
  const items: Inline[] = reports.slice(0, LISTED).map(itemOf)
  const left = reports.length - LISTED
  if (left > 0) items.push(`and ${formatInteger(left)} more`)
  const noted: Section[] = notes.length === 0 ? [] : [{ kind: 'list', heading: 'Worth knowing', items: notes }]
  return [
    {
      kind: 'details',
      summary: `Read: ${countWord(reports.length, 'report')}`,
      sections: [{ kind: 'list', items }, ...noted],
    },
  ]
}

function itemOf({ path, format, dialect, cases, durationUs, warnings }: TestReport): Inline {
  const tool = dialect === null ? format : `${format} of ${dialect}`
  const odd = warnings.length === 0 ? '' : `; ${warnings.join('; ')}`
  return [
    { kind: 'code', text: path },
    `: ${tool}, ${countWord(cases, 'test')}, ${secondsText(Math.round(durationUs / 1000))}${odd}`,
  ]
}
