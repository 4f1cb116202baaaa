import type { TestFailure } from '@testwarden/core/model/test-run'
import { isAssertion } from './categories/is-assertion.js'
import { isLibraryPath } from './library-path.js'
import type { Frame } from './stack-traces/frame.js'
import { framesOf } from './stack-traces/registry.js'

/** Frames that are looked up at most: a trace of a runaway recursion has thousands of the same. */
const MAX_LOOKED_UP = 200

/** Places of one failure that {@link passedPlaces} gives. */
const PASSED_MAX = 20

/** Files that hold tests or serve them, by the names that test runners look for. */
const TEST_FILE = /(?:^|[/._-])(?:tests?|specs?|__tests__|testing|testdata|features)(?:[/._-]|$)|Tests?\.\w+$/

/** Where the report says that the test stands. */
export interface TestPlace {
  /** As the report writes it. Of a test in Go, whose reports name packages only: the package, with `/` at its end. */
  readonly file: string
  /** 1-based. */
  readonly line: number | null
}

export interface FailureLocation {
  /** A tracked path. */
  readonly path: string
  /** 1-based. */
  readonly line: number
}

/**
 * Resolves a path, as a trace writes it, to a tracked one; null where no file of the repository, or more than one,
 * answers to it.
 */
export type SearchFile = (path: string) => string | null

/**
 * The line to annotate: where a reviewer would start to look. That is the innermost frame of the repository. Copies of
 * libraries that the repository tracks count only where nothing else does. An assertion is looked at where the test made
 * it: where it was raised by a helper of the tests or by such a copy, the test's own file comes first; one that the
 * code under test makes stays there. Where no frame is of the repository, the place that the report has of the test.
 * @param test the place of the test, where the report knows it
 */
export function findLocation(failure: TestFailure, search: SearchFile, test?: TestPlace): FailureLocation | null {
  const testFile = test === undefined ? null : search(test.file)
  const tracked = trackedFrames(framesOf(failure), search, test)
  const innermost = tracked.find(({ path }) => !isLibraryPath(path)) ?? tracked[0]
  if (innermost === undefined) return testFile === null || !test?.line ? null : { path: testFile, line: test.line }
  const own = tracked.find(({ path }) => (testFile === null ? isOwnTestFile(path) : path === testFile))
  const isHelper = TEST_FILE.test(innermost.path) || isLibraryPath(innermost.path)
  return own !== undefined && isHelper && isAssertion(failure) ? own : innermost
}

/** Every line of the repository that the trace passes, innermost first, each once. */
export function passedPlaces(failure: TestFailure, search: SearchFile, test?: TestPlace): readonly FailureLocation[] {
  const places = trackedFrames(framesOf(failure), search, test)
  return [...new Map(places.map((place) => [`${place.path}:${place.line}`, place])).values()].slice(0, PASSED_MAX)
}

/** Without a word from the report: a file named as runners want tests to be named, not a helper beside them. */
function isOwnTestFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return /^test_|[._-](?:test|spec|cy|e2e)\.|_(?:test|spec)\.|(?:Test|Tests|Spec|IT)\.\w+$/.test(name)
}

function trackedFrames(
  frames: readonly Frame[],
  search: SearchFile,
  test: TestPlace | undefined,
): readonly FailureLocation[] {
  const known = new Map<string, string | null>()
  return frames.slice(0, MAX_LOOKED_UP).flatMap(({ path: written, line }) => {
    if (!known.has(written)) known.set(written, searchNear(written, search, test))
    const path = known.get(written) ?? null
    return path === null ? [] : [{ path, line }]
  })
}

/** Go names files of tests without their folder: the one of the test is tried first. */
function searchNear(written: string, search: SearchFile, test: TestPlace | undefined): string | null {
  if (test === undefined || /[\\/]/.test(written)) return search(written)
  const folder = test.file.replace(/[^\\/]*$/, '')
  return (folder === '' ? null : search(folder + written)) ?? search(written)
}
