import { pickBaseline } from '@testwarden/core/baseline/pick-baseline'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Evidence } from '@testwarden/core/model/evidence'
import { variantKeyOf } from '@testwarden/core/model/record-key'
import { asSentence } from '@testwarden/core/model/sentence'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import type { Ports } from '@testwarden/core/ports/ports'
import { totalsOfRecord } from './baseline-record.js'
import type { BaselineFacts, CoverageFacts } from './facts.js'

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
  return { ...whole, facts: { ...whole.facts, baselines: [await findWhole(whole, { history, ofLegs })] } }
}

interface WholeQuestion {
  readonly history: HistoryStore
  readonly ofLegs: readonly RecordedBaseline[]
}

async function findWhole({ run }: Evidence<CoverageFacts>, { history, ofLegs }: WholeQuestion): Promise<BaselineFacts> {
  const nearestFirst = [...ofLegs].sort((left, right) => left.distance - right.distance)
  const ancestors = [...new Set(nearestFirst.map(({ sha }) => sha))]
  try {
    const { records } = await history.read({ action: run.key.action, shas: new Set(ancestors) })
    const usable = records.filter(({ body }) => totalsOfRecord(body) !== null)
    const picked = pickBaseline({ records: usable, ancestors, variant: variantKeyOf(run.key) })
    const totals = picked?.kinship === 'same-variant' ? totalsOfRecord(picked.record.body) : null
    const at = nearestFirst.find(({ sha }) => sha === picked?.record.testedSha)
    if (picked === null || totals === null || at === undefined) return { kind: 'none', reason: NONE_YET }
    return { ...at, totals, time: picked.record.time, writtenBy: null }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    const remedy = error.remedy === null ? null : asSentence(error.remedy)
    return { kind: 'unreadable', reason: asSentence(error.message), remedy }
  }
}

const NONE_YET =
  'No baseline yet: where the legs have theirs, no record of all legs together was written. The next run of publish on the default branch writes one.'
