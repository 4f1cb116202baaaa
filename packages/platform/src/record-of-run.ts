import type { AppendHistory } from '@testwarden/core/model/change'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord, Trust } from '@testwarden/core/model/history-record'
import { TOOL_VERSION } from '@testwarden/core/model/version'

/** What a record says about the run that wrote it. */
export type RecordEnvelope = Omit<HistoryRecord, 'body' | 'provides' | 'needs'>

/** @param trust of a run that another job publishes: what that job knows of it */
export function recordEnvelope(run: RunContext, trust = trustOf(run)): RecordEnvelope {
  return {
    schema: 'testwarden.record/1',
    key: run.key,
    testedSha: run.testedSha ?? '',
    tree: run.testedTree ?? null,
    branch: run.branch,
    event: run.event,
    trust,
    time: run.now,
    machine: run.machine,
    ...(run.testedParent === undefined ? {} : { parent: run.testedParent }),
    ...(run.pullRequest === null ? {} : { pullRequest: run.pullRequest }),
    ...(run.base.kind === 'commit' ? { baseSha: run.base.sha } : {}),
    version: TOOL_VERSION,
  }
}

/** The whole record, with what the change says of its body. */
export function recordOf(
  envelope: RecordEnvelope,
  { body, provides, needs }: Pick<AppendHistory, 'body' | 'provides' | 'needs'>,
): HistoryRecord {
  return {
    ...envelope,
    body,
    ...(provides === undefined ? {} : { provides }),
    ...(needs === undefined ? {} : { needs }),
  }
}

/** Only a run that may be a baseline is believed; everything else is a pull request's own word. */
function trustOf(run: RunContext): Trust {
  return run.isBaseline ? 'default-branch' : 'pull-request'
}
