import { compareDecimals, parseDecimal } from '../model/decimal.js'
import type { Field, Setting } from './field.js'

type Tighten<Value> = NonNullable<Field<Value>['tighten']>

/** For exact decimals; null is no limit, the loosest there is. */
export function tightenLimit(stricter: 'higher' | 'lower'): Tighten<string | null> {
  return (base, wanted) => {
    // A limit that nobody wrote fails nobody, so every written one binds harder.
    if (base.origin.kind === 'assumed' || base.value === null) return wanted
    if (wanted === null) return base.value
    return isAtLeastAsStrict(wanted, base.value, stricter) ? wanted : base.value
  }
}

function isAtLeastAsStrict(wanted: string, base: string, stricter: 'higher' | 'lower'): boolean {
  const [left, right] = [parseDecimal(wanted), parseDecimal(base)]
  if (left === null || right === null) return false
  const order = compareDecimals(left, right)
  return stricter === 'higher' ? order >= 0 : order <= 0
}

/** For counts that are in force even where nobody wrote them. */
export function tightenCount(stricter: 'higher' | 'lower'): Tighten<number> {
  return (base, wanted) => (stricter === 'higher' ? Math.max(base.value, wanted) : Math.min(base.value, wanted))
}

/** For counts that must not be exceeded, which only advise where nobody wrote them; null is no limit. */
export function tightenCountLimit(base: Setting<number | null>, wanted: number | null): number | null {
  if (base.origin.kind === 'assumed' || base.value === null) return wanted
  return wanted === null ? base.value : Math.min(base.value, wanted)
}

/** For words in an order of strictness. A word that is not in it judges nothing, so it is neither stricter nor looser. */
export function tightenWord<Word extends string>(strictestFirst: readonly Word[]): Tighten<Word> {
  return (base, wanted) => {
    const [at, then] = [strictestFirst.indexOf(wanted), strictestFirst.indexOf(base.value)]
    return at < 0 || then < 0 || at < then ? wanted : base.value
  }
}

/** For a list whose every entry makes the policy looser: nothing may be added to it. */
export function tightenToFewer(base: Setting<readonly string[]>, wanted: readonly string[]): readonly string[] {
  return wanted.every((item) => base.value.includes(item)) ? wanted : base.value
}

/** For what nobody may replace, but anybody may give where nobody did. */
export function tightenToFirst<Value>(base: Setting<Value>, wanted: Value): Value {
  return base.origin.kind === 'assumed' ? wanted : base.value
}

/** For a list whose every entry makes the policy stricter: nothing may be taken from it. */
export function tightenToMore(base: Setting<readonly string[]>, wanted: readonly string[]): readonly string[] {
  const missing = base.value.filter((item) => !wanted.includes(item))
  return missing.length === 0 ? wanted : [...missing, ...wanted]
}
