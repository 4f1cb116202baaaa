import type { CountTables } from './count-tables.js'
import type { NameNumbers } from './name-numbers.js'

/** Tables whose keys are name keys, and the names. */
export interface NamedTables {
  readonly tables: CountTables
  readonly names: NameNumbers
}
