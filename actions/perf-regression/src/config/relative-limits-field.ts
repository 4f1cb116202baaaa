import type { Field } from '@testwarden/core/config/field'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { globs, parseTextList } from '@testwarden/core/config/fields/globs'
import { parseRelativeLimit } from '@testwarden/core/limits/relative-limit'

/** Limits against the last run, one on each line: `mean:10%`, `min:0.1`. Kept as written; each is known to be one. */
export function relativeLimits(details: Omit<FieldDetails<readonly string[]>, 'fallback'>): Field<readonly string[]> {
  return {
    ...globs({ ...details, fallback: [], strictWith: 'more' }),
    parse(raw) {
      const parsed = parseTextList(raw)
      const wrong = parsed.ok ? parsed.value.find((text) => parseRelativeLimit(text) === null) : undefined
      if (parsed.ok && wrong === undefined) return parsed
      return { ok: false, expected: 'limits such as `mean:10%` (whole percent) or `min:0.1` (seconds)' }
    },
  }
}
