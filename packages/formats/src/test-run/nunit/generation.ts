import type { DeclaredTests, TestStatus } from '@testwarden/core/model/test-run'
import type { XmlAttributes } from '../../xml/attributes.js'

/** What differs between the results of NUnit 2 and NUnit 3: names and meaning of attributes. */
export interface NunitGeneration {
  /** Of the root element. */
  run(attributes: XmlAttributes): NunitRun
  suite(attributes: XmlAttributes, parent: NunitSuite | null): NunitSuite
  /** Of a case, or of a suite as a whole. */
  outcome(attributes: XmlAttributes): NunitOutcome
  durationUs(attributes: XmlAttributes): number | null
  /** @param suite the innermost around the case */
  identity(attributes: XmlAttributes, suite: NunitSuite | null): NunitIdentity
}

export interface NunitRun {
  /** The tool that wrote the file, where it is not NUnit and says so. */
  readonly dialect: string | null
  readonly startedAt: string | null
  readonly durationUs: number | null
  readonly declared: DeclaredTests | null
}

export interface NunitSuite {
  readonly name: string
  /** What the names of its cases begin with; empty for an assembly. */
  readonly fullName: string
  /** The same where its name alone is all of it: names of suites are not nested by every tool. */
  readonly ownName: string
  /** Assemblies around it, outermost first. */
  readonly path: readonly string[]
}

export interface NunitOutcome {
  readonly status: TestStatus
  /** What the tool says of it in place of a message; may be empty. */
  readonly label: string
  /** Of a suite: its own tear-down failed, after its cases had ended. */
  readonly isTearDown: boolean
}

export interface NunitIdentity {
  readonly className: string | null
  readonly name: string
}

/** Names of suites are joined, and those of a hostile file may be a megabyte each; the model keeps less than this. */
export const MAX_SUITE_NAME = 2_000
