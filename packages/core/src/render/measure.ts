import { formatInteger, NO_VALUE } from './numbers.js'

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
  return measureFormat(unit)(value)
}

/** {@link formatMeasure} for the many values of one unit. */
export function measureFormat(unit: string): (value: number) => string {
  const [what = '', ...per] = unit.split('/')
  const steps = (STEPS.get(what) ?? [{ from: 1, name: what }]).map((step) => ({
    ...step,
    name: [step.name, ...per].join('/'),
  }))
  return (value) => {
    if (!Number.isFinite(value)) return NO_VALUE
    const step = stepFor(Math.abs(value), steps)
    return step.name === '' ? digitsOf(value / step.from) : `${digitsOf(value / step.from)} ${step.name}`
  }
}

/** The largest that the value reaches once it is rounded: 999.9 µs is 1 ms. */
function stepFor(size: number, steps: readonly Step[]): Step {
  const plain = steps.find(({ from }) => from === 1) ?? { from: 1, name: '' }
  if (size === 0) return plain
  return steps.find(({ from }) => reachesOne(size / from)) ?? steps.at(-1) ?? plain
}

function reachesOne(share: number): boolean {
  return share >= 1 || (share > 0.99 && Number(share.toPrecision(DIGITS)) >= 1)
}

function digitsOf(value: number): string {
  const size = Math.abs(value)
  const whole = Math.round(size)
  const text = whole >= 1000 ? formatInteger(whole) : fewDigits(size)
  return value < 0 && text !== '0' ? `-${text}` : text
}

const DIGITS = 3

/** A small number would get an exponent; four digits are all it has. */
function fewDigits(size: number): string {
  const digits = size.toPrecision(beginsWithOne(size) ? DIGITS + 1 : DIGITS)
  const [, exponent] = digits.includes('e') ? digits.split('e-') : []
  if (exponent === undefined)
    return digits.endsWith('0') && digits.includes('.') ? digits.replace(ZEROS_BEHIND, '') : digits
  return Number(digits)
    .toFixed(Math.min(100, Number(exponent) + DIGITS))
    .replace(ZEROS_BEHIND, '')
}

const ZEROS_BEHIND = /\.?0+$/

/** Mostly it is told by a look: pages of benchmarks have tens of thousands of numbers. */
function beginsWithOne(size: number): boolean {
  if (size < 1 || size >= 1000) return size.toExponential().startsWith('1')
  return size < 2 || (size >= 10 && size < 20) || (size >= 100 && size < 200)
}

function stepsOf(...steps: readonly (readonly [number, string])[]): readonly Step[] {
  return steps.map(([from, name]) => ({ from, name }))
}
