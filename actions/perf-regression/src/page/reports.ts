import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { PerfFacts, PerfLeg, PerfReport } from '../facts.js'

const LISTED = 50

/** What was read, on which machine, and what was odd about it, folded. */
export function reportSections({ legs }: PerfFacts): readonly Section[] {
  const reports = legs.flatMap((leg) => leg.reports)
  const measured = legs.filter(({ metrics, failed, paired }) => metrics.length + failed.length > 0 || paired !== null)
  const notes = [...new Set(legs.flatMap((leg) => leg.notes))]
  const items: Inline[] = reports.slice(0, LISTED).flatMap(itemsOf)
  const left = reports.length - LISTED
  if (left > 0) items.push(`and ${formatInteger(left)} more`)
  const machines = [...new Set(measured.map(machineText))]
  const noted: Section[] =
    notes.length === 0 ? [] : [{ kind: 'list', heading: 'Worth knowing', items: notes.map(richText) }]
  const listed: Section[] = items.length === 0 ? [] : [{ kind: 'list', items }]
  if (items.length + machines.length + notes.length === 0) return []
  const machine: Section[] = machines.length === 0 ? [] : [{ kind: 'list', heading: 'Machine', items: machines }]
  return [
    {
      kind: 'details',
      summary: reports.length === 0 ? 'Where it ran' : `Measured: ${countWord(reports.length, 'report')} of benchmarks`,
      sections: [...listed, ...machine, ...noted],
    },
  ]
}

/** A line for the report, and one for each thing that is odd about it. */
function itemsOf({ path, format, dialect, benchmarks, samples, warnings }: PerfReport): readonly Inline[] {
  const tool = dialect === null || format.startsWith(dialect) ? format : `${format} of ${dialect}`
  const name: Inline = { kind: 'code', text: path }
  const read = `: ${tool}, ${countWord(benchmarks, 'benchmark')}, ${countWord(samples, 'value')}`
  return [[name, read], ...warnings.map((warning): Inline => [name, `: ${warning}`])]
}

/** Which one it is, and on which others there is a past that cannot be compared with. */
function machineText({ stratum, past }: PerfLeg): string {
  const others = past.kind === 'known' ? past.strata : []
  if (others.length === 0) return stratum
  const listed = others.map((other) => `${countWord(other.commits, 'commit')} on ${other.stratum}`)
  return `${stratum}. Not compared with ${listed.join(', ')}: another processor is another speed.`
}
