import { PlatformError } from '../model/errors.js'
import type { Evidence } from '../model/evidence.js'
import { byteLength } from './byte-length.js'
import { assertPlainJson } from './plain-json.js'

/**
 * One line of JSON with a line end.
 * @throws TypeError when the facts hold what JSON cannot hold, such as a Map: a bug of the action
 * @throws PlatformError when the text is longer than any reader accepts
 */
export function encodeEvidenceFile(evidence: Evidence<unknown>, maxBytes: number): string {
  assertPlainJson(evidence)
  const text = `${JSON.stringify({ schema: 'testwarden.evidence/1', ...evidence })}\n`
  if (byteLength(text) <= maxBytes) return text
  throw new PlatformError(
    `the evidence of ${evidence.action} is ${byteLength(text)} bytes long; at most ${maxBytes} may travel between jobs`,
    { remedy: 'give the gate fewer reports in one job, for example one component each' },
  )
}
