/** One line of results. */
export interface ResultLine {
  /** With its parameters and the number of processors behind it: `BenchmarkFib/n=10-8`. */
  readonly name: string
  readonly values: readonly ResultValue[]
}

export interface ResultValue {
  /** NaN for what is no number. */
  readonly value: number
  readonly unit: string
}

const ITERATIONS = /^[0-9]+$/
/** What Go prints of a benchmark that was broken off. */
const NEVER = /^0+$/
const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/
/** What Go prints for numbers that are none. */
const NO_NUMBER = /^(?:NaN|[+-]Inf)$/

/**
 * `<name> <iterations> (<value> <unit>)+`, by any white space. null: a line that only begins like one; `cut off`: one
 * that tells no value, or of no iteration.
 */
export function readResultLine(line: string): ResultLine | 'cut off' | null {
  const [name = '', iterations, ...rest] = line.trimEnd().split(/\s+/)
  if (iterations === undefined || !ITERATIONS.test(iterations)) return null
  if (rest.length < 2 || rest.length % 2 === 1 || !isValue(rest[0] ?? '') || NEVER.test(iterations)) return 'cut off'
  const values = []
  for (let at = 0; at < rest.length; at += 2) {
    const [written = '', unit = ''] = rest.slice(at, at + 2)
    values.push({ value: writtenNumber(written), unit })
  }
  return { name, values }
}

export function isValue(written: string): boolean {
  return NUMBER.test(written) || NO_NUMBER.test(written)
}

export function writtenNumber(written: string): number {
  return NUMBER.test(written) ? Number(written) : Number.NaN
}
