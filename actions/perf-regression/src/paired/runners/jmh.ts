import { exactly, literal } from '@testwarden/core/command/regular-expression'
import type { BenchRunner } from './runner.js'

/** `org.example.Cart.sum`, with its parameters behind it. */
const METHOD = /^[\p{L}\p{N}_$.]+/u
const PARAMETER = /([\p{L}\p{N}_$.]+)=([^,;\s()[\]{}]+)/gu

/**
 * Methods are named by a regular expression; parameters hold for all of them, so that every value that is wanted of one
 * is run. One fork, as each is a process.
 */
export const jmh: BenchRunner = {
  id: 'jmh',
  displayName: 'JMH',
  url: 'https://github.com/openjdk/jmh',
  programs: [],
  line: 'java -jar {filter} -f 1 -rf json -rff {report}/jmh.json',
  needs: 'the jar of the benchmarks',
  report: { written: null, outputAs: null },
  sharesEnvironment: false,
  everything: (more) => more ?? [],
  select({ wanted }, more) {
    const methods = wanted.map((name) => METHOD.exec(name)?.[0])
    if (!methods.every((method) => method !== undefined)) return null
    const pattern = exactly([...new Set(methods)].map(literal))
    return [...(more ?? []), pattern, ...parametersOf(wanted)]
  },
}

/** Of names that all have the same parameters; for others none is fixed. */
function parametersOf(wanted: readonly string[]): readonly string[] {
  const values = new Map<string, Set<string>>()
  let named = 0
  for (const name of wanted)
    for (const [, key = '', value = ''] of name.matchAll(PARAMETER)) {
      values.set(key, (values.get(key) ?? new Set()).add(value))
      named++
    }
  if (named !== values.size * wanted.length) return []
  return [...values].flatMap(([key, all]) => ['-p', `${key}=${[...all].join(',')}`])
}
