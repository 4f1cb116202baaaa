import { type TestKey, testNameOf } from '@testwarden/core/model/test-key'
import { isQuarantined } from '@testwarden/core/quarantine/quarantine'

/** Which test a name means. */
export type FoundTest =
  | { readonly kind: 'one'; readonly key: TestKey }
  /** Ascending; `none`: names that are like it. */
  | { readonly kind: 'several' | 'none'; readonly keys: readonly TestKey[] }

const ALIKE_MAX = 10

/**
 * A test by its whole name, else by the last parts of it, else by any end of its name. The parts may be joined by `›`,
 * `::` or `>`, as in a quarantine.
 */
export function findTest(name: string, keys: readonly TestKey[]): FoundTest {
  const tiers: readonly ((key: TestKey) => boolean)[] = [
    (key) => key === name || testNameOf(key) === name,
    (key) => isQuarantined(name, key),
    (key) => testNameOf(key).endsWith(name),
  ]
  for (const tier of tiers) {
    const found = keys.filter(tier)
    const [first] = found
    if (first !== undefined) return found.length === 1 ? { kind: 'one', key: first } : { kind: 'several', keys: found }
  }
  const small = name.toLowerCase()
  const alike = keys.filter((key) => testNameOf(key).toLowerCase().includes(small))
  return { kind: 'none', keys: alike.slice(0, ALIKE_MAX) }
}
