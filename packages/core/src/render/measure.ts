import { NO_VALUE } from './numbers.js'

/** How people write a value from `from` on. */
interface Step {
  readonly from: number
  readonly name: string
}

/** By the unit of the model, largest first. */
const STEPS: ReadonlyMap<string, readonly Step[]> = new Map([
  ['ns', stepsOf([1e9, 's'], [1e6, 'ms'], [1e3, 'µs'], [1, 'ns'], [1e-3, 'ps'])],
  ['B', stepsOf([1e12, 'TB'], [1e9, 'GB'], [1e6, 'MB'], [1e3, 'kB'], [1, 'B'])],
  ['bit', stepsOf([1e9, 'Gbit'], [1e6, 'Mbit'], [1e3, 'kbit'], [1, 'bit'])],
])

/**
 * A value of a benchmark for people: `41.2 ms`, `1.718 µs`, `12.3 MB/s`, `1,234,567 instructions`. Three digits, four where
 * the first is a 1, so that all are about equally exact; whole from a thousand on, as counts may be exact.
 * @param unit as `core/model/measure-unit.ts` has it
 */
export function formatMeasure(value: number, unit: string): string {
  if (!Number.isFinite(value)) return NO_VALUE
  const [what = '', ...per] = unit.split('/')
  const step = stepFor(Math.abs(value), STEPS.get(what) ?? [{ from: 1, name: what }])
  return `${digitsOf(value / step.from)} ${[step.name, ...per].join('/')}`.trim()
}

/** The largest that the value reaches once it is rounded: 999.9 µs is 1 ms. */
function stepFor(size: number, steps: readonly Step[]): Step {
  const plain = steps.find(({ from }) => from === 1) ?? { from: 1, name: '' }
  if (size === 0) return plain
  return steps.find(({ from }) => rounded(size / from) >= 1) ?? steps.at(-1) ?? plain
}

function digitsOf(value: number): string {
  const size = rounded(Math.abs(value))
  const [whole = '', fraction = ''] = plainText(size).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${value < 0 && size > 0 ? '-' : ''}${grouped}${fraction === '' ? '' : `.${fraction}`}`
}

function rounded(size: number): number {
  const whole = Math.round(size)
  return whole >= 1000 ? whole : Number(size.toPrecision(size.toExponential().startsWith('1') ? 4 : 3))
}

/** Without the exponent that a small number gets: four digits are all it has. */
function plainText(size: number): string {
  const [digits = '', exponent] = String(size).split('e-')
  return exponent === undefined ? digits : size.toFixed(Math.min(100, Number(exponent) + 3)).replace(/0+$/, '')
}

function stepsOf(...steps: readonly (readonly [number, string])[]): readonly Step[] {
  return steps.map(([from, name]) => ({ from, name }))
}
