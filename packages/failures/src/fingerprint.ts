import { createHash } from 'node:crypto'
import type { TestFailure } from '@testwarden/core/model/test-run'
import { type Cause, causeOf } from './cause.js'

/**
 * 32 hexadecimal characters that name the cause of a failure: the same in every run, on every machine and in every test
 * in which the same error arises at the same place; see {@link normaliseMessage} for what it does not see. The place is
 * the innermost frame in the project's own code: its file, its function, and its line as the trace shows it, or the
 * number of the line. Frames around it and lines of libraries do not count, so that neither another caller nor an
 * upgrade makes a new cause of an old one.
 *
 * Two failures that a moved line tells apart by mistake cost a look; two causes under one name would let a new fault
 * hide behind a known flake. So in doubt this says that they differ.
 *
 * A fingerprint may go to history, to issues and into evidence: it is a hash. Nothing that it is made of may.
 */
export function fingerprintOf(failure: TestFailure): string {
  return fingerprintOfCause(causeOf(failure))
}

export function fingerprintOfCause({ type, message, place }: Cause): string {
  const parts = [type, message, place?.file ?? null, place?.function ?? null, place?.line ?? null]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
