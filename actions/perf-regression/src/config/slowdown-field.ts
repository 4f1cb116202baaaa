import type { Field } from '@testwarden/core/config/field'
import type { LimitDetails } from '@testwarden/core/config/fields/field-details'
import { percent } from '@testwarden/core/config/fields/percent'

/** Whoever writes 200 % means twice the time, as thresholds of other tools have it: nobody wants to be told that of three times. */
export const SLOWDOWN_TEXT =
  'how much slower it may become, from 0% to 100%, such as 10%: 100% is twice the time before, which other tools call 200%'

/** A limit of a change for the worse: 10% lets something take a tenth longer. Kept as the decimal that its author wrote. */
export function slowdownLimit(details: LimitDetails): Field<string | null> {
  const field = percent(details)
  return {
    ...field,
    parse(raw) {
      const parsed = field.parse(raw)
      return parsed.ok ? parsed : { ok: false, expected: SLOWDOWN_TEXT }
    },
  }
}
