import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Section } from '@testwarden/core/config/field'
import type { AppendHistory, AppendRecords } from '@testwarden/core/model/change'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson } from '@testwarden/core/model/record-key'
import type { AnyAction } from '../judge-gates.js'
import { recordEnvelope, recordOf } from '../record-of-run.js'

export interface RememberedLegs {
  readonly definition: AnyAction
  readonly config: GateConfig<Section>
  readonly legs: readonly Evidence<unknown>[]
  readonly whole: Evidence<unknown>
}

/**
 * The records of a run of the default branch as one write: that of each leg, for the legs of later runs to be compared
 * with, and that of the whole.
 * @param own what the decision on the whole wants remembered
 */
export function recordsOfLegs(
  { definition, config, legs, whole }: RememberedLegs,
  own: readonly AppendHistory[],
): readonly AppendRecords[] {
  const records = [
    ...legs.flatMap((leg) => recordsOf(leg, appendsOf(definition, { leg, config }))),
    ...recordsOf(whole, own),
  ]
  if (records.length === 0) return []
  return [{ kind: 'append-records', key: `append-records:${canonicalJson(whole.run.key)}`, records }]
}

function appendsOf(
  definition: AnyAction,
  { leg, config }: { readonly leg: Evidence<unknown>; readonly config: GateConfig<Section> },
): readonly AppendHistory[] {
  return definition.decide(leg, config).changes.filter((change) => change.kind === 'append-history')
}

function recordsOf({ run }: Evidence<unknown>, appends: readonly AppendHistory[]): HistoryRecord[] {
  if (run.testedSha === null) return []
  const envelope = recordEnvelope(run)
  return appends.map((change) => recordOf(envelope, change))
}
