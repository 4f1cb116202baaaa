import type { TestStatus } from '@testwarden/core/model/test-run'
import type { XmlAttributes } from '../../xml/attributes.js'

/** What the tag of a case alone says of what became of it. */
export interface BareStatus {
  readonly status: TestStatus
  /** Empty unless it failed. */
  readonly message: string
}

const PASSED: BareStatus = { status: 'passed', message: '' }
const SKIPPED: BareStatus = { status: 'skipped', message: '' }
const FAILED: BareStatus = { status: 'failed', message: 'the report says that it failed, and not how' }
const ERRORED: BareStatus = { status: 'errored', message: 'the report says that it went wrong, and not how' }
const UNFINISHED: BareStatus = { status: 'errored', message: 'the test was started and never ended' }

/** GoogleTest and CTest, and tools that write no children; every other word means that it ran to its end. */
const BY_WORD: ReadonlyMap<string, BareStatus> = new Map([
  ['notrun', SKIPPED],
  ['disabled', SKIPPED],
  ['skipped', SKIPPED],
  ['ignored', SKIPPED],
  ['pending', SKIPPED],
  ['fail', FAILED],
  ['failed', FAILED],
  ['failure', FAILED],
  ['error', ERRORED],
  ['errored', ERRORED],
])

export function readBareStatus(attributes: XmlAttributes): BareStatus {
  const word = attributes.get('status')
  if (word !== null) return BY_WORD.get(word.toLowerCase()) ?? PASSED
  // These two are Eclipse's.
  if (attributes.get('incomplete') === 'true') return UNFINISHED
  return attributes.get('ignored') === 'true' ? SKIPPED : PASSED
}
