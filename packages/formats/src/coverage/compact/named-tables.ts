import type { NameNumbers } from '../../compact/name-numbers.js'
import type { CountTables } from './count-tables.js'

/** Tables whose keys are name keys, and the names. */
export interface NamedTables {
  readonly tables: CountTables
  readonly names: NameNumbers
}
