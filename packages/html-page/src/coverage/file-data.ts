import type { Count } from '@testwarden/core/model/count'
import type { CoverageViewFile, PartialLine } from '@testwarden/core/model/coverage-view'
import type { LineRange } from '@testwarden/core/model/line-range'
import { escapeTextNode } from '@testwarden/core/render/escape'
import { countWord } from '@testwarden/core/render/inline'
import { formatFraction, formatInteger, formatPercent } from '@testwarden/core/render/numbers'
import type { Redact } from '@testwarden/core/render/redact'
import type { SourceText } from './browsing.js'
import type { FileData } from './page-data.js'

/** A line with more branches than this, or a file with more notes, is told by number. */
const UNTAKEN_SHOWN = 8
const NOTES_SHOWN = 2000
const RANGES_SHOWN = 20_000
const NAME_CHARACTERS_MAX = 200

/** One file as the page's script shows it. @param source what of its text may be shown, or why none is */
export function fileData(file: CoverageViewFile, source: SourceText, redact: Redact): FileData {
  const clean = (text: string) => escapeTextNode(redact(text))
  const notes = notesOf(file)
  const shown = showableSource(source, redact)
  const text = shown.kind === 'text' ? shown.text : null
  return {
    path: clean(file.path),
    facts: factsOf(file),
    covered: flat(file.covered),
    missed: flat(file.missed),
    partial: file.partial.slice(0, RANGES_SHOWN).flatMap(({ line }) => [line, line]),
    changed: flat(file.change?.lines ?? []),
    notes: notes.slice(0, NOTES_SHOWN).map(([line, note]) => [line, clean(note)]),
    source: text,
    remarks: remarksOf(file, { source: shown, noteCount: notes.length }).map(clean),
  }
}

/** Line ends as the page has them, without secrets; what nobody would see is shown. */
function showableSource(source: SourceText, redact: Redact): SourceText {
  if (source.kind === 'left-out') return source
  const lines = source.text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  const redacted = redact(lines)
  // A key that spans lines is masked as one word, after which no line has its number any more.
  if (countLines(redacted) !== countLines(lines)) return { kind: 'left-out', reason: 'it holds a private key' }
  return { kind: 'text', text: escapeTextNode(redacted) }
}

function countLines(text: string): number {
  return text.split('\n').length
}

function factsOf({ totals, change }: CoverageViewFile): string[] {
  const counts: readonly (readonly [string, Count | null])[] = [
    ['New lines', change?.count ?? null],
    ['Lines', totals.lines],
    ['Branches', totals.branches],
    ['Functions', totals.functions],
    ['Statements', totals.statements],
  ]
  return counts.flatMap(([name, count]) => (count === null || count.total === 0 ? [] : [`${name}: ${share(count)}`]))
}

function share({ covered, total }: Count): string {
  const ratio = { numerator: covered, denominator: total }
  return formatFraction(ratio, { counted: null, percent: formatPercent(ratio, null) })
}

function flat(ranges: readonly LineRange[]): number[] {
  return ranges.slice(0, RANGES_SHOWN).flatMap(({ first, last }) => [first, last])
}

function notesOf({ partial, uncalled }: CoverageViewFile): (readonly [number, string])[] {
  const notes: (readonly [number, string])[] = [
    ...partial.map((line) => [line.line, branchNote(line)] as const),
    ...uncalled.map(
      ({ name, line }) => [line, `nothing calls the function ${name.slice(0, NAME_CHARACTERS_MAX)}`] as const,
    ),
  ]
  return notes.sort(([left], [right]) => left - right)
}

function branchNote({ branches, untaken }: PartialLine): string {
  const { covered, total } = branches
  const count = `${formatInteger(covered)} of ${formatInteger(total)} branches taken`
  if (untaken.length === 0) return `${count}; the report does not say which are missing`
  const names = untaken.slice(0, UNTAKEN_SHOWN).map((name) => name.slice(0, NAME_CHARACTERS_MAX))
  const left = untaken.length - names.length
  return `${count}; never: ${names.join(', ')}${left > 0 ? ` and ${formatInteger(left)} more` : ''}`
}

interface Shown {
  readonly source: SourceText
  readonly noteCount: number
}

/** What a reader might miss or wonder about: nothing is left out in silence. */
function remarksOf(file: CoverageViewFile, { source, noteCount }: Shown): string[] {
  const remarks: string[] = []
  if (source.kind === 'left-out') remarks.push(`The source is not shown: ${source.reason}.`)
  const last = Math.max(file.covered.at(-1)?.last ?? 0, file.missed.at(-1)?.last ?? 0)
  const lineCount = source.kind === 'text' ? countLines(source.text) : Number.POSITIVE_INFINITY
  if (last > lineCount)
    remarks.push(
      `The reports speak of line ${formatInteger(last)}, but this file has ${countWord(lineCount, 'line')}: it is not the version that was tested.`,
    )
  if (noteCount > NOTES_SHOWN) remarks.push(`${formatInteger(noteCount - NOTES_SHOWN)} more remarks are left out.`)
  const ranges = Math.max(file.covered.length, file.missed.length, file.partial.length, file.change?.lines.length ?? 0)
  if (ranges > RANGES_SHOWN) remarks.push(`Only the first ${formatInteger(RANGES_SHOWN)} ranges of lines are shown.`)
  return remarks
}
