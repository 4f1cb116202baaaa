import { testNameOf } from '@testwarden/core/model/test-key'
import type { Quarantine } from '@testwarden/core/quarantine/quarantine'
import type { FlakySettings } from '../config.js'
import type { LegFacts } from '../facts.js'

/** All entries that may excuse a test of a leg: those of the config, and those of the history where rules may write them. */
export function quarantinesOf(leg: LegFacts, own: FlakySettings): readonly Quarantine[] {
  if (own['quarantine-by'].value === 'config' || leg.past.kind !== 'known') return own.quarantine.value
  const recorded = leg.past.quarantines.flatMap(({ key, reason, owner, since, expires, left }): Quarantine[] =>
    left === null ? [{ test: testNameOf(key), reason, owner, issue: null, since, expires, origin: 'history' }] : [],
  )
  return [...own.quarantine.value, ...recorded]
}
