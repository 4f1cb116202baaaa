import { assertPlainJson } from './plain-json.js'
import type { VerdictFile } from './verdict-file.js'

/** Indented JSON with a line end. @throws TypeError when a value is none that JSON can hold */
export function encodeVerdictFile(verdict: Omit<VerdictFile, 'schema'>): string {
  assertPlainJson(verdict)
  return `${JSON.stringify({ schema: 'testwarden.verdict/1', ...verdict }, null, 2)}\n`
}
