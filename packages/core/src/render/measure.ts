import { formatInteger } from './numbers.js'

const TIMES: readonly (readonly [number, string])[] = [
  [1e9, 's'],
  [1e6, 'ms'],
  [1e3, 'µs'],
  [1, 'ns'],
]

/** `41.2 ms`: a value of a benchmark for people, with three digits. */
export function formatMeasure(value: number, unit: string): string {
  if (unit !== 'ns') return `${digits(value)} ${unit}`
  const [scale, shown] = TIMES.find(([least]) => value >= least) ?? [1, 'ns']
  return `${digits(value / scale)} ${shown}`
}

function digits(value: number): string {
  return value >= 1000 ? formatInteger(Math.round(value)) : String(Number(value.toPrecision(3)))
}
