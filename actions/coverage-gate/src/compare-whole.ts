import { pickBaseline } from '@testwarden/core/baseline/pick-baseline'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Evidence } from '@testwarden/core/model/evidence'
import { variantKeyOf } from '@testwarden/core/model/record-key'
import { asSentence } from '@testwarden/core/model/sentence'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import type { Ports } from '@testwarden/core/ports/ports'
import { totalsOfRecord } from './baseline-record.js'
import { carryForward, reportedPaths, withCarriedMembers } from './components/carry-forward.js'
import { partsOfRecord, withoutFiles } from './components/recorded-parts.js'
import type { BaselineFacts, CoverageFacts } from './facts.js'
import type { FoundBaseline } from './find-baseline.js'

type RecordedBaseline = Extract<BaselineFacts, { kind: 'record' }>

/**
 * What all legs cover together is compared with what all legs covered together: their own baselines cannot be added up.
 * The whole's record is looked for at the commits where the legs found theirs, so that no checkout is needed.
 */
export async function compareWhole(
  whole: Evidence<CoverageFacts>,
  { history }: Pick<Ports, 'history'>,
): Promise<Evidence<CoverageFacts>> {
  const ofLegs = whole.facts.baselines.filter((baseline) => baseline.kind === 'record')
  if (history === null || ofLegs.length === 0) return whole
  const { baseline, parts } = await findWhole(whole, { history, ofLegs })
  const facts = { ...whole.facts, baselines: [baseline] }
  if (baseline.kind !== 'record') return { ...whole, facts: { ...facts, carried: [] } }
  const { components } = facts
  const carried = carryForward({ components, reported: reportedPaths(facts), sha: baseline.sha, parts })
  return { ...whole, facts: { ...facts, components: withCarriedMembers({ components, carried, parts }), carried } }
}

interface WholeQuestion {
  readonly history: HistoryStore
  readonly ofLegs: readonly RecordedBaseline[]
}

async function findWhole({ run }: Evidence<CoverageFacts>, { history, ofLegs }: WholeQuestion): Promise<FoundBaseline> {
  const nearestFirst = [...ofLegs].sort((left, right) => left.distance - right.distance)
  const ancestors = [...new Set(nearestFirst.map(({ sha }) => sha))]
  try {
    const { records } = await history.read({ action: run.key.action, shas: new Set(ancestors) })
    const usable = records.filter(({ body }) => totalsOfRecord(body) !== null)
    const picked = pickBaseline({ records: usable, ancestors, variant: variantKeyOf(run.key) })
    const totals = picked?.kinship === 'same-variant' ? totalsOfRecord(picked.record.body) : null
    const at = nearestFirst.find(({ sha }) => sha === picked?.record.testedSha)
    if (picked === null || totals === null || at === undefined) return without({ kind: 'none', reason: NONE_YET })
    const parts = partsOfRecord(picked.record.body)
    const found = { ...at, totals, components: parts.map(withoutFiles), time: picked.record.time, writtenBy: null }
    return { baseline: found, parts, notes: [] }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    const remedy = error.remedy === null ? null : asSentence(error.remedy)
    return without({ kind: 'unreadable', reason: asSentence(error.message), remedy })
  }
}

function without(baseline: BaselineFacts): FoundBaseline {
  return { baseline, parts: [], notes: [] }
}

const NONE_YET =
  'No baseline yet: where the legs have theirs, no record of all legs together was written. The next run of publish on the default branch writes one.'
