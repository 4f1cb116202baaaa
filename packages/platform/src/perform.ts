import type { Change, Receipt } from '@testwarden/core/model/change'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { Ports } from '@testwarden/core/ports/ports'
import { type AppendRecord, appendHistoryEffect } from './effects/append-history.js'
import { appendRecordsEffect } from './effects/append-records.js'
import type { EffectContext } from './effects/effect.js'
import { openIssueEffect } from './effects/open-issue.js'
import { updateIssueEffect } from './effects/update-issue.js'
import { writeFileEffect } from './effects/write-file.js'
import { recordEnvelope } from './record-of-run.js'

export interface Performing {
  readonly run: RunContext
  readonly ports: Ports
  readonly env: NodeJS.ProcessEnv
  readonly how: 'for-real' | 'dry-run'
}

/** Does what a decision wants done, in its order, and tells what became of each change. */
export async function performChanges(changes: readonly Change[], performing: Performing): Promise<Receipt[]> {
  const receipts = new Map<string, Receipt>()
  for (const change of changes.filter(isOwn)) {
    const step = stepOf(change, performing)
    const context: EffectContext = { env: performing.env, ...performing.ports, receipts }
    const receipt: Receipt =
      performing.how === 'dry-run'
        ? { key: change.key, status: 'planned', description: step.describe() }
        : await step.perform(context)
    receipts.set(change.key, receipt)
  }
  return [...receipts.values()]
}

/** What somebody else is to keep is in the evidence that they get. */
function isOwn(change: Change): boolean {
  return change.kind !== 'append-history' || change.keptBy === undefined
}

interface Step {
  describe(): string
  perform(context: EffectContext): Promise<Receipt>
}

function stepOf(change: Change, performing: Performing): Step {
  switch (change.kind) {
    case 'append-history':
      return bind(appendHistoryEffect, { ...change, ...envelopeOf(performing) })
    case 'append-records':
      return bind(appendRecordsEffect, { ...change, store: performing.ports.history })
    case 'write-file':
      return bind(writeFileEffect, change)
    case 'open-issue':
      return bind(openIssueEffect, change)
    case 'update-issue':
      return bind(updateIssueEffect, change)
  }
}

function bind<C>(
  effect: { describe(change: C): string; perform(change: C, context: EffectContext): Promise<Receipt> },
  change: C,
): Step {
  return { describe: () => effect.describe(change), perform: (context) => effect.perform(change, context) }
}

function envelopeOf({ run, ports }: Performing): Pick<AppendRecord, 'record' | 'store'> {
  return { record: recordEnvelope(run), store: ports.history }
}
