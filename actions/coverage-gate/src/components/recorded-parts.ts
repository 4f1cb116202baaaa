import { type Count, NOTHING_COUNTED } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import {
  addCoverageCounts,
  COUNTINGS,
  type Counting,
  type CoverageCounts,
} from '@testwarden/core/model/coverage-formula'
import type { CarriedFile, ComponentFacts, RecordedComponent } from '../facts.js'
import { linesFromText, linesToText } from '../ranges.js'
import { membersOf } from './component-id.js'

/** A component as a record keeps it: its files are numbers in the record's list of files, the first being 1. */
export interface WrittenPart {
  readonly name: string
  readonly paths: readonly string[]
  readonly tree: string | null
  /** Ranges such as `1-120,130`: folders lie together in a sorted list. */
  readonly files: string
}

/** A component as it was read from a record. */
export interface RecordedPart extends RecordedComponent {
  /** How the tools of the record count; null: it does not say. */
  readonly tool: Counting | null
  /** Ascending by path. */
  readonly files: readonly CarriedFile[]
}

/**
 * Path, then covered and all lines, branches, functions and statements; null where nothing is known, no pair of them at
 * the end. Behind the pairs stands the number of partial lines, where there is anything that can make a line partial.
 */
export type WrittenFile = readonly [path: string, ...counts: (number | null)[]]

export function writeFile({ path, totals }: CarriedFile): WrittenFile {
  const counts = [totals.lines, totals.branches, totals.functions, totals.statements]
  const known = counts.findLastIndex((count) => count !== null) + 1
  return [
    path,
    ...counts.slice(0, known).flatMap((count) => (count === null ? [null, null] : [count.covered, count.total])),
    ...(totals.partialLines === null || isNeverPartial(totals) ? [] : [totals.partialLines]),
  ]
}

/** @param files the record's list, ascending by path */
export function writePart(component: ComponentFacts, files: readonly CarriedFile[]): WrittenPart {
  const members = membersOf(component)
  const numbers = files.flatMap(({ path }, index) => (members.has(path) ? [{ first: index + 1, last: index + 1 }] : []))
  const { name, paths, tree } = component
  return { name, paths, tree, files: linesToText(joined(numbers)) }
}

function joined(numbers: readonly { readonly first: number; readonly last: number }[]) {
  const ranges: { first: number; last: number }[] = []
  for (const { first, last } of numbers) {
    const open = ranges.at(-1)
    if (open !== undefined && open.last + 1 === first) open.last = last
    else ranges.push({ first, last })
  }
  return ranges
}

/** A line is partial by its branches, or by the blocks whose statements Go counts. */
function isNeverPartial({ branches, statements }: CoverageTotals): boolean {
  return branches === null && statements === null
}

/** @returns null: a record of before they were kept, or a damaged one */
export function readPartialLines(written: unknown, totals: CoverageTotals): number | null {
  if (written === undefined) return isNeverPartial(totals) ? 0 : null
  return isNatural(written) && written <= totals.lines.covered ? written : null
}

export function sumFiles(files: readonly CarriedFile[]): CoverageCounts {
  const none = { lines: NOTHING_COUNTED, branches: null, functions: null, statements: null, partialLines: 0 }
  return files.reduce<CoverageCounts>((sum, { totals }) => addCoverageCounts(sum, totals), none)
}

export function withoutFiles({ name, paths, tree, totals }: RecordedPart): RecordedComponent {
  return { name, paths, tree, totals }
}

/** The components of a record's body; none of a record that has none, and none that is damaged. */
export function partsOfRecord(body: unknown): readonly RecordedPart[] {
  if (!isMapping(body) || !Array.isArray(body.components) || !Array.isArray(body.files)) return []
  const files: readonly unknown[] = body.files
  const tool = COUNTINGS.find((counting) => counting === body.tool) ?? null
  return body.components.flatMap((part: unknown) => {
    const read = readPart(part, files)
    return read === null ? [] : [{ ...read, tool }]
  })
}

function readPart(part: unknown, files: readonly unknown[]): Omit<RecordedPart, 'tool'> | null {
  if (!isMapping(part)) return null
  const { name, paths, tree } = part
  if (typeof name !== 'string' || !isTextList(paths) || !(tree === null || typeof tree === 'string')) return null
  const own = readNumbers(part.files, files.length)?.map((number) => readFile(files[number - 1]))
  if (own === undefined || !own.every((file) => file !== null)) return null
  return { name, paths, tree, files: own, totals: sumFiles(own) }
}

/** null: not ranges of numbers up to `last`. */
function readNumbers(text: unknown, last: number): readonly number[] | null {
  if (typeof text !== 'string') return null
  try {
    const ranges = linesFromText(text)
    if ((ranges.at(-1)?.last ?? 0) > last) return null
    return ranges.flatMap((range) =>
      Array.from({ length: range.last - range.first + 1 }, (_, step) => range.first + step),
    )
  } catch {
    return null
  }
}

function readFile(file: unknown): CarriedFile | null {
  if (!Array.isArray(file) || typeof file[0] !== 'string') return null
  const [lines, branches, functions, statements] = [1, 3, 5, 7].map((at) => readCount(file[at], file[at + 1]))
  if (lines === null || lines === undefined) return null
  const totals = { lines, branches: branches ?? null, functions: functions ?? null, statements: statements ?? null }
  const partialLines = readPartialLines(file.length % 2 === 0 ? file.at(-1) : undefined, totals)
  return { path: file[0], totals: { ...totals, partialLines } }
}

function readCount(covered: unknown, total: unknown): Count | null {
  return isNatural(covered) && isNatural(total) && covered <= total ? { covered, total } : null
}

function isNatural(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
