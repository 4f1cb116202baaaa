import type { DeclaredTests, TestStatus } from '@testwarden/core/model/test-run'
import type { XmlAttributes } from '../../xml/attributes.js'
import { assemblyName } from '../dotnet/assembly-name.js'
import { memberName } from '../dotnet/member-name.js'
import { microsecondsOf } from '../duration.js'
import {
  MAX_SUITE_NAME,
  type NunitGeneration,
  type NunitIdentity,
  type NunitOutcome,
  type NunitRun,
  type NunitSuite,
} from '../nunit/generation.js'

const ASSEMBLIES: readonly (string | null)[] = ['Assembly', 'Project', 'Test Project']
/** Before 2.5 suites have no type. */
const ASSEMBLY_FILE = /\.(?:dll|exe|nunit)$/i
/** Their cases and fixtures are called as if they were not there. */
const GROUPS: readonly (string | null)[] = ['ParameterizedTest', 'ParameterizedFixture', 'GenericFixture', 'Theory']

const STATUS_BY_RESULT: ReadonlyMap<string, TestStatus> = new Map([
  ['Success', 'passed'],
  ['Failure', 'failed'],
  ['Error', 'errored'],
  ['NotRunnable', 'errored'],
  ['Cancelled', 'errored'],
  ['Ignored', 'skipped'],
  ['Skipped', 'skipped'],
  ['Inconclusive', 'skipped'],
])

/** @see https://nunit.org/docs/2.6.4/files/Results.xsd */
export const NUNIT2: NunitGeneration = {
  run: runOf,
  suite: suiteOf,
  outcome: outcomeOf,
  durationUs: (attributes) => microsecondsOf(attributes.get('time') ?? ''),
  identity: identityOf,
}

/** Date and time stand there too, but in no zone. */
function runOf(attributes: XmlAttributes): NunitRun {
  const dialect = attributes.get('name') === 'Pester' ? 'pester' : null
  return { dialect, startedAt: null, durationUs: null, declared: declaredBy(attributes) }
}

/** A suite of NUnit has the last part of its name only, because its namespace stands around it; one of Pester has all. */
function suiteOf(attributes: XmlAttributes, parent: NunitSuite | null): NunitSuite {
  const path = parent?.path ?? []
  const around = parent?.fullName ?? ''
  const name = (attributes.get('name') ?? '').slice(0, MAX_SUITE_NAME)
  const type = attributes.get('type')
  if (ASSEMBLIES.includes(type) || (type === null && ASSEMBLY_FILE.test(name))) {
    const file = assemblyName(name)
    return { name: file, fullName: '', ownName: '', path: [...path, file] }
  }
  if (GROUPS.includes(type)) return { name, fullName: around, ownName: parent?.ownName ?? '', path }
  return { name, fullName: around === '' ? name : `${around}.${name}`, ownName: name, path }
}

function identityOf(attributes: XmlAttributes, suite: NunitSuite | null): NunitIdentity {
  const fullName = attributes.get('name') ?? ''
  for (const className of [suite?.fullName ?? '', suite?.ownName ?? '']) {
    const name = memberName(fullName, className)
    if (name !== fullName) return { className, name }
  }
  const dot = lastDotBeforeArguments(fullName)
  return dot > 0
    ? { className: fullName.slice(0, dot), name: fullName.slice(dot + 1) }
    : { className: suite?.fullName ?? null, name: fullName }
}

function lastDotBeforeArguments(fullName: string): number {
  const open = fullName.indexOf('(')
  const dot = fullName.lastIndexOf('.', open === -1 ? fullName.length : open)
  return dot === fullName.length - 1 ? -1 : dot
}

/** Before 2.5 a case says whether it ran, and how that ended. */
function outcomeOf(attributes: XmlAttributes): NunitOutcome {
  const result = attributes.get('result') ?? resultOf(attributes)
  return { status: STATUS_BY_RESULT.get(result) ?? 'errored', label: labelOf(result), isTearDown: false }
}

function resultOf(attributes: XmlAttributes): string {
  if (attributes.get('executed') === 'False') return 'Ignored'
  return attributes.get('success') === 'False' ? 'Failure' : 'Success'
}

function labelOf(result: string): string {
  return STATUS_BY_RESULT.get(result) === 'passed' ? '' : `The result is ${result}, without a message.`
}

/**
 * `total` counts what ran; what cannot run is among what did not, and is no success. Pester counts what it skipped as
 * if it had run.
 */
function declaredBy(attributes: XmlAttributes): DeclaredTests | null {
  const total = attributes.integer('total')
  if (total < 0) return null
  const [errors, failures] = [attributes.integer('errors'), attributes.integer('failures')]
  const [notRun, invalid] = [countOf(attributes, 'not-run'), countOf(attributes, 'invalid')]
  const skipped = Math.max(notRun - invalid, countOf(attributes, 'ignored') + countOf(attributes, 'skipped'))
  return {
    cases: total + notRun,
    failed: failures < 0 ? null : failures,
    errored: errors < 0 ? null : errors + invalid,
    skipped: skipped + countOf(attributes, 'inconclusive'),
  }
}

function countOf(attributes: XmlAttributes, name: string): number {
  return Math.max(attributes.integer(name), 0)
}
