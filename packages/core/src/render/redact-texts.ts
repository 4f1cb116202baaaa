import type { Redact } from './redact.js'

/**
 * Keys whose values are words of ours, ids of commits and contents, times or the address of the repository: never anybody's text, and a
 * file that lacked them could not be read again.
 */
const OURS: ReadonlySet<string> = new Set([
  ...['schema', 'kind', 'status', 'outcome', 'level', 'ruleId', 'unit', 'limit', 'limitOrigin', 'origin', 'trust'],
  ...['action', 'gate', 'event', 'format', 'toolVersion', 'repository', 'serverUrl', 'standing', 'expires'],
  ...['sha', 'testedSha', 'testedShas', 'testedTree', 'testedParent', 'headSha', 'baseSha', 'tree', 'parent'],
  ...['provides', 'needs', 'now', 'time'],
])

/** A copy of a JSON value without the secrets in its texts, at whatever depth. Keys stay. */
export function redactTexts<Value>(value: Value, redact: Redact): Value {
  return redactValue(value, redact) as Value
}

function redactValue(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map((item) => redactValue(item, redact))
  // Anything but plain data is for the writer of the file to refuse.
  if (Object.prototype.toString.call(value) !== '[object Object]') return value
  const entries = Object.entries(value as object)
  return Object.fromEntries(entries.map(([key, item]) => [key, OURS.has(key) ? item : redactValue(item, redact)]))
}
