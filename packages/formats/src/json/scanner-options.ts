import type { WarningLog } from '../warning-log.js'
import type { JsonLimits } from './limits.js'

export interface JsonScannerOptions {
  /** For messages. */
  readonly path: string
  readonly warnings: WarningLog
  readonly limits?: JsonLimits
}
