import type { Explanation } from './explain-file.js'
import { assertPlainJson } from './plain-json.js'

/** Indented JSON with a line end. @throws TypeError when a value is none that JSON can hold */
export function encodeExplanation(facts: Omit<Explanation, 'schema'>): string {
  const explanation: Explanation = { schema: 'testwarden.explain/1', ...facts }
  assertPlainJson(explanation)
  return `${JSON.stringify(explanation, null, 2)}\n`
}
