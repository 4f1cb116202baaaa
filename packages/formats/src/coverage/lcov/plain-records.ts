import type { NameNumbers } from '../../compact/name-numbers.js'
import { plainInteger } from '../../text/plain-integer.js'
import { type FileBuilder, MAX_LINE } from '../coverage-builder.js'
import type { BlockRanks } from './block-ranks.js'

const COMMA = 0x2c
const HYPHEN = 0x2d
const LETTER_B = 0x42
const LETTER_D = 0x44

/**
 * The fast path for the two records that make up nearly all of a tracefile, `DA:12,3` and `BRDA:12,0,1,3`, where they
 * hold plain digits: nothing is copied for those. Everything else is left to the full readers, faults included.
 */
export class PlainRecords {
  /** Of the section at hand; null between sections, where no record is plain. */
  file: FileBuilder | null = null
  private readonly armNames: NameNumbers
  private readonly ranks: BlockRanks

  constructor(armNames: NameNumbers, ranks: BlockRanks) {
    this.armNames = armNames
    this.ranks = ranks
  }

  /** @returns false when this is another record, or one that is not plain; then nothing was read */
  read(text: string, start: number, end: number): boolean {
    if (this.file === null || start === end) return false
    const first = text.charCodeAt(start)
    if (first === LETTER_D && text.startsWith('DA:', start)) return this.readLine(text, start + 3, end)
    if (first === LETTER_B && text.startsWith('BRDA:', start)) return this.readBranch(text, start + 5, end)
    return false
  }

  private readLine(text: string, start: number, end: number): boolean {
    const comma = digitsEnd(text, start, end)
    const line = plainInteger(text, start, comma)
    const hits = isComma(text, comma, end) ? plainInteger(text, comma + 1, end) : -1
    if (line < 1 || line > MAX_LINE || hits < 0) return false
    this.file?.addLine(line, hits)
    return true
  }

  private readBranch(text: string, start: number, end: number): boolean {
    const lineEnd = digitsEnd(text, start, end)
    const blockEnd = digitsEnd(text, lineEnd + 1, end)
    const armEnd = digitsEnd(text, blockEnd + 1, end)
    if (!isComma(text, lineEnd, end) || !isComma(text, blockEnd, end) || !isComma(text, armEnd, end)) return false
    const line = plainInteger(text, start, lineEnd)
    const hits = readTaken(text, armEnd + 1, end)
    if (line < 1 || line > MAX_LINE || hits < 0) return false
    const block = plainInteger(text, lineEnd + 1, blockEnd)
    if (block < 0) return false
    const rank = this.ranks.rankOf(line, block)
    const arm =
      rank === block
        ? this.armNames.numberOfSpan(text, lineEnd + 1, armEnd)
        : this.armNames.numberOf(`${rank}${text.slice(blockEnd, armEnd)}`)
    if (arm === null) return false
    this.file?.addNumberedArm(line, arm, hits)
    return true
  }
}

/** `-` is a branch whose line never ran. */
function readTaken(text: string, start: number, end: number): number {
  return end - start === 1 && text.charCodeAt(start) === HYPHEN ? 0 : plainInteger(text, start, end)
}

function digitsEnd(text: string, start: number, end: number): number {
  let at = start
  for (; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) break
  }
  return at
}

function isComma(text: string, at: number, end: number): boolean {
  return at < end && text.charCodeAt(at) === COMMA
}
