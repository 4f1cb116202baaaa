import type { XmlLeniency } from './leniency.js'
import type { XmlLimits } from './limits.js'

export interface ScannerOptions {
  /** For messages. */
  readonly path: string
  readonly limits?: XmlLimits
  /** Without it, whatever is not well-formed is refused. */
  readonly leniency?: XmlLeniency
}
