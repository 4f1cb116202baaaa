import type { AppendHistory, Change, Receipt } from '@testwarden/core/model/change'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { Notifier } from '@testwarden/core/ports/notifier'
import type { Ports } from '@testwarden/core/ports/ports'
import { type AppendRecord, appendHistoryEffect } from './effects/append-history.js'
import { appendRecordsEffect } from './effects/append-records.js'
import type { EffectContext } from './effects/effect.js'
import { notifyEffect } from './effects/notify.js'
import { openIssueEffect } from './effects/open-issue.js'
import { rerunJobEffect } from './effects/rerun-job.js'
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
  const notifier = notifierOf(performing.env)
  for (const change of changes.filter(isOwn)) {
    const step = stepOf(change, { ...performing, notifier })
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

function stepOf(change: Change, performing: Performing & { readonly notifier: Notifier }): Step {
  switch (change.kind) {
    case 'append-history':
      return bind(appendHistoryEffect, { ...change, ...envelopeOf(change, performing) })
    case 'append-records':
      return bind(appendRecordsEffect, { ...change, store: performing.ports.history })
    case 'write-file':
      return bind(writeFileEffect, change)
    case 'open-issue':
      return bind(openIssueEffect, change)
    case 'update-issue':
      return bind(updateIssueEffect, change)
    case 'notify':
      return bind(notifyEffect, { ...change, notifier: performing.notifier })
    case 'rerun-job':
      return bind(rerunJobEffect, change)
  }
}

function bind<C>(
  effect: { describe(change: C): string; perform(change: C, context: EffectContext): Promise<Receipt> },
  change: C,
): Step {
  return { describe: () => effect.describe(change), perform: (context) => effect.perform(change, context) }
}

function envelopeOf({ speaksFor }: AppendHistory, { run, ports }: Performing): Pick<AppendRecord, 'record' | 'store'> {
  return {
    record: speaksFor === undefined ? recordEnvelope(run) : recordEnvelope(run, speaksFor),
    store: ports.history,
  }
}

/** Most runs tell nobody, and load nothing for it. */
function notifierOf(env: NodeJS.ProcessEnv): Notifier {
  let opened: Promise<Notifier> | null = null
  return {
    async send(target, notice) {
      opened ??= import('./notify/notifier.js').then(({ createNotifier }) => createNotifier({ env }))
      return (await opened).send(target, notice)
    },
  }
}
