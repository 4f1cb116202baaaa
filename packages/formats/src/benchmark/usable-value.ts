import type { WarningLog } from '../warning-log.js'

interface ValuePlace {
  readonly unit: string
  readonly at: number | null
  readonly warnings: WarningLog
}

/** null, with a warning, for what cannot be a measurement. Zero can: it is below what the clock can tell. */
export function usableValue(value: number, { unit, at, warnings }: ValuePlace): number | null {
  if (!Number.isFinite(value)) {
    warnings.add('a value that is no finite number is left out', at)
    return null
  }
  if (value < 0) {
    warnings.add('a negative value is left out', at)
    return null
  }
  if (value === 0 && unit === 'ns') warnings.add('a time of 0 is below what its clock can tell', at)
  // Never -0, which no JSON keeps.
  return value === 0 ? 0 : value
}

/** Whether values are what {@link usableValue} makes of them, without a word: nearly all are. */
export function areBeyondDoubt(values: readonly number[]): boolean {
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) return false
  }
  return true
}
