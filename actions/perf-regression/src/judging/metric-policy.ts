import type { GateConfig } from '@testwarden/core/action/define-action'
import { limitInForce } from '@testwarden/core/limits/accept'
import type { AcceptedLimit } from '@testwarden/core/model/verdict'
import type { BenchmarkRule, JudgedDirection } from '../config/benchmark-rules-field.js'
import { createNamePattern } from '../config/name-pattern.js'
import type { PerfSettings, perfConfig } from '../config.js'
import type { MetricFacts } from '../facts.js'
import { namedKey } from '../metric-key.js'

/** What an accept names, with the benchmark as its subject. */
export const SLOWER_RULE = 'slower'

/** What counts for one metric, after every rule of the config had its say. */
export interface MetricPolicy {
  /** null: nobody knows what is better, so nothing is judged but budgets. */
  readonly direction: JudgedDirection | null
  /** Exact decimal in percent; null: no limit. */
  readonly slowdown: string | null
  /** The entry of the accepts file that {@link slowdown} comes from; null: none does. */
  readonly accepted: AcceptedLimit | null
  readonly drift: string | null
  /** The rule that excuses it today; null: none does. */
  readonly ignored: BenchmarkRule | null
}

export type PolicyOf = (metric: Pick<MetricFacts, 'key' | 'kind' | 'direction'>) => MetricPolicy

/** @param now ISO 8601, UTC */
export function createPolicies({ own, accepts }: GateConfig<typeof perfConfig>, now: string): PolicyOf {
  const rules = own.rules.value.map((rule) => ({ rule, isMeant: createNamePattern(rule.benchmark) }))
  const today = now.slice(0, 10)
  return ({ key, kind, direction }) => {
    const { subject, metric, name } = namedKey(key)
    const meant = rules.flatMap(({ rule, isMeant }) =>
      isMeant(subject) && (rule.metric === null || rule.metric === metric) ? [rule] : [],
    )
    const last = <Key extends keyof BenchmarkRule>(name: Key): BenchmarkRule[Key] | null =>
      meant.findLast((rule) => rule[name] !== null)?.[name] ?? null
    const written = last('slowdown') ?? slowdownOf(own, kind)
    const inForce =
      written === null
        ? null
        : limitInForce({ ruleId: SLOWER_RULE, subject: name, limit: written, stricter: 'lower' }, accepts)
    return {
      direction: last('direction') ?? (direction === 'unknown' ? null : direction),
      slowdown: inForce?.limit ?? null,
      accepted: inForce?.accepted ?? null,
      drift: last('drift') ?? own.drift.value,
      ignored: meant.findLast(({ ignore, expires }) => ignore !== null && expires !== null && expires >= today) ?? null,
    }
  }
}

function slowdownOf(own: PerfSettings, kind: MetricFacts['kind']): string | null {
  if (kind === 'test') return own['test-slowdown'].value
  return kind === 'suite' ? own['suite-slowdown'].value : own.slowdown.value
}

/** Rules whose day has passed: they excuse nothing any more, and their author should know. */
export function expiredRules(own: PerfSettings, now: string): readonly BenchmarkRule[] {
  const today = now.slice(0, 10)
  return own.rules.value.filter(({ ignore, expires }) => ignore !== null && expires !== null && expires < today)
}
