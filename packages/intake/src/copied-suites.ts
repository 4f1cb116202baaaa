import type { TestCase } from '@testwarden/core/model/test-run'
import { ContentDigest } from './content-digest.js'

export interface CopySearch {
  /** The report at hand. */
  readonly report: string
  /** The first report that has a suite of this name and content; suites of the report at hand are added. */
  readonly known: Map<string, string>
}

/**
 * Suites at the top of a report that an earlier report has with the same name and content: the same cases in the same
 * order, with equal durations and attempts.
 * @returns the earlier report by the name of the suite
 */
export function copiedSuites(cases: Iterable<TestCase>, { report, known }: CopySearch): ReadonlyMap<string, string> {
  const copies = new Map<string, string>()
  for (const [name, { fullName, content }] of suitesOf(cases)) {
    const key = `${fullName}\0${content.digest()}`
    const first = known.get(key)
    if (first === undefined) known.set(key, report)
    else if (first !== report) copies.set(name, first)
  }
  return copies
}

interface TopSuite {
  readonly fullName: string
  readonly content: ContentDigest
}

/** Cases outside of any suite are in none that could be a copy. */
function suitesOf(cases: Iterable<TestCase>): ReadonlyMap<string, TopSuite> {
  const suites = new Map<string, TopSuite>()
  for (const testCase of cases) {
    const [name] = testCase.suite
    if (name === undefined) continue
    const suite = suites.get(name) ?? { fullName: fullNameOf(name, testCase.className), content: new ContentDigest() }
    suites.set(name, suite)
    addCase(suite.content, testCase)
  }
  return suites
}

/** Ant calls a suite `com.example.CartTest` in a file of its own, and `CartTest` of a package in the file of all. */
function fullNameOf(name: string, className: string | null): string {
  return className?.endsWith(`.${name}`) === true ? className : name
}

function addCase(
  content: ContentDigest,
  { suite, className, name, file, line, status, durationUs, attempts }: TestCase,
): void {
  content.number(suite.length)
  for (let depth = 1; depth < suite.length; depth++) content.text(suite[depth] ?? null)
  for (const text of [className, name, file, status]) content.text(text)
  content.number(line)
  content.number(durationUs)
  content.number(attempts.length)
  for (const attempt of attempts) {
    content.text(attempt.status)
    content.number(attempt.durationUs)
    content.text(attempt.failure?.message ?? null)
  }
}
