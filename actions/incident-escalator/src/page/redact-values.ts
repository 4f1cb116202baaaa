import type { Redact } from '@testwarden/core/render/redact'

/** Keys of words of ours, of moments and of ids: never anybody's text. */
const OURS: ReadonlySet<string> = new Set([
  ...['kind', 'severity', 'state', 'from', 'to', 'heldBy', 'involved', 'priority', 'limit', 'phase', 'dedupKey'],
  ...['at', 'time', 'since', 'until', 'nextAt', 'openedAt', 'resolvedAt', 'silencedUntil'],
  ...['sha', 'run', 'earlier'],
  // A checklist's items are redacted where they are written: whoever ticks one asks for the same.
  'actions',
])

/**
 * A copy without the secrets in its texts, at whatever depth. Before anything is cut or escaped, either of which could
 * hide a secret from the redaction.
 */
export function redactValues<Value>(value: Value, redact: Redact): Value {
  return redacted(value, redact) as Value
}

function redacted(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map((item) => redacted(item, redact))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  return Object.fromEntries(entries.map(([key, item]) => [key, OURS.has(key) ? item : redacted(item, redact)]))
}
