import type { Direction } from './benchmark.js'

/** What a written unit stands for. */
export interface MeasureUnit {
  readonly unit: string
  /** A value as written times this is a value in {@link unit}. */
  readonly factor: number
  readonly direction: Direction
}

const TIMES: ReadonlyMap<string, number> = new Map([
  ['ns', 1],
  ['us', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
])

/** Reads a unit as tools write it. One that nobody knows stays as it is, and its direction is unknown. */
export function measureUnit(written: string): MeasureUnit {
  const [head = '', per] = written.split('/')
  const time = TIMES.get(head)
  if (time !== undefined) return { unit: 'ns', factor: time, direction: 'lower' }
  if (per === 's') return { unit: written, factor: 1, direction: 'higher' }
  return { unit: written, factor: 1, direction: per === 'op' ? 'lower' : 'unknown' }
}
