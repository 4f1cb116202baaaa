import type { WarningLog } from '../warning-log.js'
import type { JsonLimits } from './limits.js'

/** Takes a text in pieces and keeps what it likes of it. */
export interface LongText {
  add(piece: string): void
  toString(): string
  clear(): void
}

/**
 * Counts are exact up to 2^53 - 1: beyond they stay there, and `NaN` and `Infinity`, as Python writes them, are null; both
 * is said. What is measured is any number of a double, these words too.
 */
export type JsonNumbers = 'counts' | 'measures'

export interface JsonScannerOptions {
  /** For messages. */
  readonly path: string
  readonly warnings: WarningLog
  readonly limits?: JsonLimits
  /** What numbers are; counts, if nothing is said. */
  readonly numbers?: JsonNumbers
  /** Gets values that are longer than `maxTextLength`, which are shortened with a warning; without it they are refused. */
  readonly longText?: LongText
}
