import type { DeclaredTests, TestStatus } from '@testwarden/core/model/test-run'
import { instantOf } from '../../instant.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import { assemblyName } from '../dotnet/assembly-name.js'
import { microsecondsOf } from '../duration.js'
import type { NunitGeneration, NunitIdentity, NunitOutcome, NunitSuite } from '../nunit/generation.js'

/** Suites that are more than a part of a name: what is in them may exist once in each. */
const ASSEMBLIES: readonly (string | null)[] = ['Assembly', 'Project']

/** @see https://docs.nunit.org/articles/nunit/technical-notes/usage/Test-Result-XML-Format.html */
export const NUNIT3: NunitGeneration = {
  run: (attributes) => ({
    dialect: null,
    startedAt: instantOf(attributes.get('start-time')),
    durationUs: durationOf(attributes),
    declared: declaredBy(attributes),
  }),
  suite: suiteOf,
  outcome: outcomeOf,
  durationUs: durationOf,
  identity: identityOf,
}

function suiteOf(attributes: XmlAttributes, parent: NunitSuite | null): NunitSuite {
  const path = parent?.path ?? []
  const name = attributes.get('name') ?? ''
  if (!ASSEMBLIES.includes(attributes.get('type')))
    return { name, fullName: attributes.get('fullname') ?? name, ownName: name, path }
  const file = assemblyName(name)
  return { name: file, fullName: '', ownName: '', path: [...path, file] }
}

/**
 * The class is what the full name has in front of the name: `classname` lacks the arguments of a fixture, and ids are
 * dealt out anew in each run.
 */
function identityOf(attributes: XmlAttributes): NunitIdentity {
  const name = attributes.get('name') ?? ''
  const fullName = attributes.get('fullname') ?? ''
  if (name !== '' && fullName.endsWith(`.${name}`)) return { className: fullName.slice(0, -name.length - 1), name }
  return { className: attributes.get('classname'), name: name || fullName || (attributes.get('methodname') ?? '') }
}

/** A label tells failures apart: one that nothing is added to is an assertion's. */
function outcomeOf(attributes: XmlAttributes): NunitOutcome {
  const label = attributes.get('label') ?? ''
  const result = attributes.get('result')
  const status = statusOf(result, label)
  return { status, label: label || (result ?? ''), isTearDown: attributes.get('site') === 'TearDown' }
}

const STATUS_BY_RESULT: ReadonlyMap<string | null, TestStatus> = new Map([
  ['Passed', 'passed'],
  ['Warning', 'passed'],
  ['Failed', 'failed'],
  ['Skipped', 'skipped'],
  ['Inconclusive', 'skipped'],
  // It was listed, not run.
  [null, 'skipped'],
])

/** A result that nobody knows is not taken for a success. */
function statusOf(result: string | null, label: string): TestStatus {
  const status = STATUS_BY_RESULT.get(result) ?? 'errored'
  return status === 'failed' && label !== '' ? 'errored' : status
}

function durationOf(attributes: XmlAttributes): number | null {
  return microsecondsOf(attributes.get('duration') ?? '')
}

/** What NUnit counts as failed are errors too, and what it counts as inconclusive did not tell anything. */
function declaredBy(attributes: XmlAttributes): DeclaredTests | null {
  const cases = countOf(attributes, 'total')
  if (cases === null) return null
  const skipped = countOf(attributes, 'skipped')
  return {
    cases,
    failed: countOf(attributes, 'failed'),
    errored: null,
    skipped: skipped === null ? null : skipped + Math.max(attributes.integer('inconclusive'), 0),
  }
}

function countOf(attributes: XmlAttributes, name: string): number | null {
  const count = attributes.integer(name)
  return count < 0 ? null : count
}
