import type { WarningLog } from '../warning-log.js'
import type { JsonLimits } from './limits.js'

/** Takes a text in pieces and keeps what it likes of it. */
export interface LongText {
  add(piece: string): void
  toString(): string
  clear(): void
}

export interface JsonScannerOptions {
  /** For messages. */
  readonly path: string
  readonly warnings: WarningLog
  readonly limits?: JsonLimits
  /** Gets values that are longer than `maxTextLength`, which are shortened with a warning; without it they are refused. */
  readonly longText?: LongText
}
