import type { ExplainedFile, ExplainedReport, Explanation } from '@testwarden/core/files/explain-file'
import type { Formula } from '@testwarden/core/model/coverage-formula'
import type { Inline, Section } from '@testwarden/core/model/page'
import { countWord, formatLocation, formatRanges } from '@testwarden/core/render/inline'
import { renderTerminal, type TerminalOptions } from '@testwarden/core/render/terminal'
import { mentionSection } from './mention-section.js'
import { countInWords, lineInWords, totalsInWords } from './number-words.js'

export interface TextOptions extends TerminalOptions {
  /** `listed`: reports that say nothing of the file too; else they are only counted. */
  readonly silentReports: 'counted' | 'listed'
  /** The one in force. */
  readonly formula: Formula
}

/** An explanation for people: the number first, then where it comes from, then what it is compared with. */
export function explanationText(explanation: Omit<Explanation, 'schema'>, options: TextOptions): string {
  const { file, reports } = explanation
  const sections =
    file === null
      ? [...nearestSections(explanation), reportsSection(reports, 'Reports that were looked at')]
      : [...fileSections(file, explanation, options), ...silentSections(reports, options)]
  return `${renderTerminal(sections, options)}\n`
}

function fileSections(
  file: ExplainedFile,
  { asked, reports, change, baseline }: Omit<Explanation, 'schema'>,
  { formula }: TextOptions,
): Section[] {
  const byPath = new Map(reports.map((report) => [report.path, report]))
  return [
    headSection(file, asked.line),
    ...file.mentions.map((mention) => mentionSection(mention, byPath.get(mention.report))),
    ...listOf('How it was merged', file.merged?.steps ?? []),
    ...listOf('Reports that contradict each other', file.contradictions),
    ...formulaSection(file, formula),
    { kind: 'text', heading: 'Tests that ran it', text: testsLine(file) },
    { kind: 'text', heading: 'The change', text: changeLine(change) },
    { kind: 'text', heading: 'The baseline', text: baselineLine(baseline) },
    ...listOf('Copies', reports.filter(isMentioningCopy).map(reportLine)),
  ]
}

function headSection({ path, isTracked, merged }: ExplainedFile, line: number | null): Section {
  const heading = formatLocation(path, line === null ? [] : [{ first: line, last: line }])
  const untracked = isTracked ? '' : ' No tracked file answers to this path.'
  if (merged === null) return { kind: 'text', heading, text: `Not counted at all.${untracked}` }
  const words = merged.line === null ? [totalsInWords(merged.totals)] : lineInWords(merged.line)
  return { kind: 'text', heading, text: `${words.join('. ')}.${untracked}` }
}

function formulaSection({ path, merged }: ExplainedFile, inForce: Formula): Section[] {
  if (merged === null) return []
  const items = merged.formulas.flatMap(({ formula, count }) => {
    const mark = formula === inForce ? ', the formula in force' : ''
    if (count === null) return mark === '' ? [] : [`${formula}: the file lacks what it needs${mark}`]
    return [`${formula}: ${countInWords(count, null)}${mark}`]
  })
  return [
    {
      kind: 'list',
      heading: ['All of ', { kind: 'code', text: path }],
      items: [totalsInWords(merged.totals), ...items],
    },
  ]
}

function testsLine({ tests: { names, caveat } }: ExplainedFile): Inline {
  const listed: Inline[] = names.flatMap((name, index) => [
    index === 0 ? '' : ', ',
    { kind: 'code', text: name.slice(0, 200) },
  ])
  return caveat === null ? listed : [...listed, names.length === 0 ? '' : '. ', caveat]
}

function changeLine(change: Explanation['change']): Inline {
  if (change.kind === 'unknown') return `Not known: ${change.reason}`
  const against = `against ${change.base}`
  if (change.added.length === 0) return `It adds no line to the file, ${against}.`
  const lines = `the change adds lines ${formatRanges(change.added)} of the file, ${against}.`
  if (change.isLineAdded === null) return lines.replace(/^t/, 'T')
  return `${change.isLineAdded ? 'The line is new' : 'The line is not new'}: ${lines}`
}

function baselineLine(baseline: Explanation['baseline']): Inline {
  if (baseline.kind === 'none') return `None: ${baseline.reason}`
  const { sha, distance, time, totals } = baseline
  const far = distance === 0 ? 'the base' : `${countWord(distance, 'commit')} before the base`
  const record: Inline = ['the record of ', { kind: 'code', text: sha.slice(0, 10) }, ` (${far}, ${time})`]
  if (totals === null) return ['Not known: ', record, ' does not list the file.']
  return [`${totalsInWords(totals)} by `, record, '. Records keep totals of files, not lines.']
}

function nearestSections({ nearest }: Omit<Explanation, 'schema'>): Section[] {
  const items: Inline[] = nearest.map((path) => ({ kind: 'code', text: path }))
  return items.length === 0 ? [] : [{ kind: 'list', heading: 'Paths that are like it', items }]
}

function silentSections(reports: readonly ExplainedReport[], { silentReports }: TextOptions): Section[] {
  const silent = reports.filter(({ mentionsFile }) => !mentionsFile)
  if (silent.length === 0) return []
  const heading = `${countWord(silent.length, 'other report')} ${silent.length === 1 ? 'says' : 'say'} nothing of it`
  if (silentReports === 'listed') return [reportsSection(silent, heading)]
  const broken = silent.filter(({ problem }) => problem !== null)
  const note = broken.length === 0 ? '' : `, ${countWord(broken.length, 'of them')} with a problem`
  return [{ kind: 'text', text: `${heading}${note}: --all lists them.` }]
}

function reportsSection(reports: readonly ExplainedReport[], heading: string): Section {
  if (reports.length === 0) return { kind: 'text', heading, text: 'None.' }
  return { kind: 'list', heading, items: reports.map(reportLine) }
}

function isMentioningCopy({ outcome, mentionsFile }: ExplainedReport): boolean {
  return outcome === 'copy' && mentionsFile
}

function reportLine({ path, format, outcome, files, problem }: ExplainedReport): Inline {
  const read = format === null ? outcome : `${format}, ${countWord(files, 'file')}, ${outcome}`
  return [{ kind: 'code', text: path }, ` (${read})${problem === null ? '' : `: ${problem}`}`]
}

function listOf(heading: string, items: readonly Inline[]): Section[] {
  return items.length === 0 ? [] : [{ kind: 'list', heading, items }]
}
