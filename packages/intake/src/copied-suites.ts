import type { TestCase } from '@testwarden/core/model/test-run'
import { type ContentHash, createContentHash } from './content-hash.js'

export interface CopySearch {
  /** The report at hand. */
  readonly report: string
  /** The first report that has a suite of this name and content; suites of the report at hand are added. */
  readonly known: Map<string, string>
}

const encoder = new TextEncoder()

/**
 * Suites at the top of a report that an earlier report has with the same name and content: the same cases in the same
 * order, with equal durations and attempts.
 * @returns the earlier report by the name of the suite
 */
export function copiedSuites(cases: Iterable<TestCase>, { report, known }: CopySearch): ReadonlyMap<string, string> {
  const copies = new Map<string, string>()
  for (const [name, { fullName, hash }] of suitesOf(cases)) {
    const key = `${fullName}\0${hash.digest()}`
    const first = known.get(key)
    if (first === undefined) known.set(key, report)
    else if (first !== report) copies.set(name, first)
  }
  return copies
}

interface TopSuite {
  readonly fullName: string
  readonly hash: ContentHash
}

/** Cases outside of any suite are in none that could be a copy. */
function suitesOf(cases: Iterable<TestCase>): ReadonlyMap<string, TopSuite> {
  const suites = new Map<string, TopSuite>()
  for (const testCase of cases) {
    const [name] = testCase.suite
    if (name === undefined) continue
    const suite = suites.get(name) ?? { fullName: fullNameOf(name, testCase.className), hash: createContentHash() }
    suites.set(name, suite)
    suite.hash.update(encoder.encode(contentOf(testCase)))
  }
  return suites
}

/** Ant calls a suite `com.example.CartTest` in a file of its own, and `CartTest` of a package in the file of all. */
function fullNameOf(name: string, className: string | null): string {
  return className?.endsWith(`.${name}`) === true ? className : name
}

function contentOf({ suite, className, name, file, line, status, durationUs, attempts }: TestCase): string {
  const told = attempts.map((attempt) => [attempt.status, attempt.durationUs, attempt.failure?.message ?? null])
  return `${JSON.stringify([suite.slice(1), className, name, file, line, status, durationUs, told])}\n`
}
