import { plainInteger } from '../../text/plain-integer.js'
import type { WarningLog } from '../../warning-log.js'
import { type FileBuilder, MAX_LINE, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import { readHitCount } from '../hit-count.js'
import type { BlockRanks } from './block-ranks.js'
import type { SectionFunctions } from './functions.js'

/** A stray one is damage: it is in no name. */
const LINE_BREAK = /[\r\u2028\u2029]/

/** One record of a section: `text` from `start` to `end` stands behind the record's name and colon. */
export interface RecordSpan {
  readonly text: string
  readonly start: number
  readonly end: number
  /** 1-based, of the report. */
  readonly at: number
}

/** `DA:<line>,<count>[,<checksum>]` */
export function readLine(span: RecordSpan, file: FileBuilder, warnings: WarningLog): void {
  const { text, start, end } = span
  const comma = indexOfComma(text, start, end)
  const line = readLineNumber(text.slice(start, comma))
  if (line === null) {
    warnings.add('a DA record without a line number from 1 up is not counted', span.at)
    return
  }
  const hitsEnd = indexOfComma(text, comma + 1, end)
  const hits = readHits(text.slice(comma + 1, hitsEnd), span.at, warnings)
  if (hits === null) {
    warnings.add('a DA record without a hit count is not counted', span.at)
    return
  }
  file.addLine(line, hits)
}

export interface BranchSection {
  readonly file: FileBuilder
  readonly ranks: BlockRanks
}

/**
 * `BRDA:<line>,[e|f][U]<block>,<branch>,<taken>`: the branch may be text with commas in it, so the count stands behind
 * the last one. `-` is a branch whose line never ran, `U` one that its author declared unreachable.
 */
export function readBranch(span: RecordSpan, { file, ranks }: BranchSection, warnings: WarningLog): void {
  const { text, start, end, at } = span
  const lineEnd = indexOfComma(text, start, end)
  const blockEnd = indexOfComma(text, lineEnd + 1, end)
  const branchEnd = text.lastIndexOf(',', end - 1)
  const line = readLineNumber(text.slice(start, lineEnd))
  if (line === null) {
    warnings.add('a BRDA record without a line number from 1 up is not counted', at)
    return
  }
  if (branchEnd <= blockEnd) {
    warnings.add('a BRDA record that is not <line>,<block>,<branch>,<taken> is not counted', at)
    return
  }
  const flags = flagsLength(text, lineEnd + 1)
  if (flags > 0 && text.charCodeAt(lineEnd + flags) === UNREACHABLE) return
  const taken = text.slice(branchEnd + 1, end)
  const hits = taken === '-' ? 0 : readHits(taken, at, warnings)
  if (hits === null) {
    warnings.add('a BRDA record without a count is not counted', at)
    return
  }
  const block = plainInteger(text, lineEnd + 1 + flags, blockEnd)
  const rank = block < 0 ? text.slice(lineEnd + 1 + flags, blockEnd) : ranks.rankOf(line, block)
  if (!file.addArm(line, `${rank}${text.slice(blockEnd, branchEnd)}`, hits))
    warnings.add('a branch is not counted: the report has more than four million different ones', at)
}

/** LCOV 1: `FN:<start>,[<end>,]<name>` */
export function readFunctionStart(span: RecordSpan, functions: SectionFunctions, warnings: WarningLog): void {
  const { text, start, end, at } = span
  const lineEnd = indexOfComma(text, start, end)
  const line = plainInteger(text, start, lineEnd)
  const name = text.slice(functionNameStart(text, lineEnd + 1, end), end)
  if (name === '' || line < 0 || line > MAX_LINE || LINE_BREAK.test(name)) {
    warnings.add('an FN record that is not <line>,<name> is not counted', at)
    return
  }
  if (!functions.addStart(name, line)) warnings.add(TOO_MANY_FUNCTIONS, null)
}

/** Behind the function's last line, where one is written and a name follows. */
function functionNameStart(text: string, start: number, end: number): number {
  const comma = indexOfComma(text, start, end)
  return comma + 1 < end && plainInteger(text, start, comma) >= 0 ? comma + 1 : start
}

/** LCOV 1: `FNDA:<count>,<name>` */
export function readFunctionCount(span: RecordSpan, functions: SectionFunctions, warnings: WarningLog): void {
  const comma = indexOfComma(span.text, span.start, span.end)
  const hits = readHits(span.text.slice(span.start, comma), span.at, warnings)
  const name = span.text.slice(comma + 1, span.end)
  if (hits === null || name === '') {
    warnings.add('an FNDA record that is not <count>,<name> is not counted', span.at)
    return
  }
  if (!functions.addCount(name, hits)) warnings.add(TOO_MANY_FUNCTIONS, null)
}

/** LCOV 2: `FNL:<group>,<start>[,<end>]` */
export function readFunctionGroup(span: RecordSpan, functions: SectionFunctions, warnings: WarningLog): void {
  const [group = '', start = ''] = span.text.slice(span.start, span.end).split(',', 2)
  const line = plainInteger(start, 0, start.length)
  if (group === '' || line < 0 || line > MAX_LINE) {
    warnings.add('an FNL record that is not <group>,<line> is not counted', span.at)
    return
  }
  if (!functions.addGroup(group, line)) warnings.add(TOO_MANY_FUNCTIONS, null)
}

/** LCOV 2: `FNA:<group>,<count>,<name>` */
export function readFunctionAlias(span: RecordSpan, functions: SectionFunctions, warnings: WarningLog): void {
  const { text, start, end, at } = span
  const groupEnd = indexOfComma(text, start, end)
  const countEnd = indexOfComma(text, groupEnd + 1, end)
  const hits = readHits(text.slice(groupEnd + 1, countEnd), at, warnings)
  if (hits === null || countEnd >= end) {
    warnings.add('an FNA record that is not <group>,<count>,<name> is not counted', at)
    return
  }
  if (!functions.addAlias(text.slice(start, groupEnd), text.slice(countEnd + 1, end), hits))
    warnings.add(TOO_MANY_FUNCTIONS, null)
}

function readHits(text: string, at: number, warnings: WarningLog): number | null {
  const count = readHitCount(text)
  if (count !== null && count.oddity !== null) warnings.add(count.oddity, at)
  return count === null ? null : count.hits
}

function readLineNumber(text: string): number | null {
  const line = plainInteger(text, 0, text.length)
  return line >= 1 && line <= MAX_LINE ? line : null
}

const COMMA = 0x2c
const EXCEPTION = 0x65
const FALL_THROUGH = 0x66
const UNREACHABLE = 0x55

/** Length of `e`, `f` and `U` in front of a block: they say what kind of branch it is, and are no part of its identity. */
function flagsLength(text: string, start: number): number {
  const kind = text.charCodeAt(start)
  const length = kind === EXCEPTION || kind === FALL_THROUGH ? 1 : 0
  return text.charCodeAt(start + length) === UNREACHABLE ? length + 1 : length
}

function indexOfComma(text: string, start: number, end: number): number {
  return indexWithin(COMMA, text, { start, end })
}

/** First place of a character in a span, or the span's end. A search of the whole text may go far beyond its line. */
export function indexWithin(code: number, text: string, { start, end }: Omit<RecordSpan, 'text' | 'at'>): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === code) return at
  return end
}
