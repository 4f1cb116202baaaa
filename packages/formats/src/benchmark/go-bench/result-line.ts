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
const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/

/** `<name> <iterations> (<value> <unit>)+`, by any white space. null: a line that only begins like one. */
export function readResultLine(line: string): ResultLine | 'cut off' | null {
  const [name = '', iterations, ...rest] = line.trimEnd().split(/\s+/)
  if (iterations === undefined || !ITERATIONS.test(iterations)) return null
  if (rest.length < 2 || rest.length % 2 === 1) return 'cut off'
  const values = []
  for (let at = 0; at < rest.length; at += 2) {
    const [written = '', unit = ''] = rest.slice(at, at + 2)
    values.push({ value: NUMBER.test(written) ? Number(written) : Number.NaN, unit })
  }
  return { name, values }
}
