import type { SeenCase } from '../test-run-builder.js'

/** A tool that writes JUnit XML in its own way: how to tell it, and what its reports mean. */
export interface JunitDialect extends JunitHabits {
  /** The tool's name, as `inspect` shows it. */
  readonly id: string
  detect(clues: JunitClues): boolean
}

/** What differs in more than the looks. */
export interface JunitHabits {
  /** What a case is that has class and name of an earlier one in its suite: another test, or one more attempt. */
  readonly repeats: 'other cases' | 'attempts'
  /** Where the output is the only text of a failure: behind the case, or at the end of its suite. */
  readonly output: 'case' | 'suite'
  /** Which line of a failure's text tells what went wrong, where its tag does not; counted from 0. */
  readonly messageLine: number
  /** Number of a file's first line. */
  readonly firstLine: 0 | 1
  /** Property of a case that has its labels, between semicolons; null: none has. */
  readonly labels: string | null
  /** A suite in the path of its cases; an empty name is left out. */
  suitePath(suite: SuiteNames): readonly string[]
  /** Whether the file of a suite with this name is also that of the suites behind it that name none. */
  passesFileOn(suiteName: string): boolean
  /** The file of a case that names none, where something else of it is the file's path. */
  fileOf(names: { readonly className: string; readonly name: string }): string | null
  /** Whether a failure tells more of the failure of the same case directly before it. */
  isAftermath(later: SeenCase): boolean
  /** Whether `<skipped>` with this message is about a test that should have run. */
  isFalseSkip(message: string): boolean
}

export interface SuiteNames {
  readonly name: string
  readonly hostname: string
}

/** What most tools mean, and what is assumed of unknown ones. */
export const USUAL_HABITS: JunitHabits = {
  repeats: 'other cases',
  output: 'case',
  messageLine: 0,
  firstLine: 1,
  labels: null,
  suitePath: ({ name }) => [name],
  passesFileOn: () => false,
  fileOf: () => null,
  isAftermath: () => false,
  isFalseSkip: () => false,
}

/** What the beginning of a file shows of its writer. Attribute names come in their order: each tool has its own. */
export interface JunitClues {
  readonly root: string
  readonly rootAttributes: string
  readonly rootName: string
  /** Of the first suite; empty without one. */
  readonly suiteAttributes: string
  readonly suiteName: string
  /** Of the first case; empty without one. */
  readonly caseAttributes: string
  /** Names of the first suite's properties. */
  readonly properties: ReadonlySet<string>
}
