import { pickBaseline } from '@testwarden/core/baseline/pick-baseline'
import type { ExplainedBaseline } from '@testwarden/core/files/explain-file'
import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import { variantKeyOf } from '@testwarden/core/model/record-key'
import { asSentence } from '@testwarden/core/model/sentence'
import type { Git } from '@testwarden/core/ports/git'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import { recordedFile } from './recorded-file.js'

export interface BaselineQuestion {
  readonly run: RunContext
  readonly git: Git
  readonly history: HistoryStore | null
  /** How many commits back a record is looked for. */
  readonly depth: number
  /** Relative to the repository's root. */
  readonly path: string
}

/** The base's value of a file: of the record that `check` would compare with. */
export async function explainBaseline(question: BaselineQuestion): Promise<ExplainedBaseline> {
  const { run, history } = question
  if (history === null) return none('No history is configured.')
  if (run.base.kind !== 'commit') return none('There is no base commit to look for.')
  try {
    return await lookUp({ ...question, history, baseSha: run.base.sha })
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return none(asSentence(error.message))
  }
}

interface LookUp extends BaselineQuestion {
  readonly history: HistoryStore
  readonly baseSha: string
}

async function lookUp({ run, git, history, depth, path, baseSha }: LookUp): Promise<ExplainedBaseline> {
  const ancestors = await git.firstParents(baseSha, depth + 1)
  const { action } = run.key
  const { records } = await history.read({ action, shas: new Set(ancestors) })
  const picked = pickBaseline({ records, ancestors, variant: variantKeyOf(run.key) })
  if (picked === null)
    return none(`${history.name} has no record of the base or of the ${ancestors.length - 1} commits before it.`)
  const { record, distance } = picked
  return { kind: 'record', sha: record.testedSha, distance, time: record.time, totals: recordedFile(record.body, path) }
}

function none(reason: string): ExplainedBaseline {
  return { kind: 'none', reason }
}
