import type { Direction } from '@testwarden/core/model/benchmark'

/** What a file says of a unit itself: `Unit ns/op better=lower assume=nothing`. */
export interface UnitLine {
  readonly unit: string
  /** null: the line does not say it. */
  readonly direction: Direction | null
}

const UNIT = /^Unit\s+(\S+)((?:\s+\S+=\S*)+)\s*$/
const BETTER = /\sbetter=(higher|lower)(?=\s|$)/

export function readUnitLine(line: string): UnitLine | null {
  const [, unit, pairs] = UNIT.exec(line) ?? []
  if (unit === undefined || pairs === undefined) return null
  const [, better] = BETTER.exec(pairs) ?? []
  return { unit, direction: better === 'higher' || better === 'lower' ? better : null }
}
