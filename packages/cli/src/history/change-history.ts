import type { ArchiveContent, ArchivePlan } from '@testwarden/platform/history/archive'
import { type HistoryCall, readArchive } from './history-command.js'

/** Makes the planned change, or with `--dry-run` only plans it. @throws PlatformError */
export async function changeHistory<Plan extends ArchivePlan>(
  history: HistoryCall,
  plan: (content: ArchiveContent) => Plan,
): Promise<Plan> {
  if (!history.call.flags.has('dry-run')) return history.archive.change(plan)
  return plan(await readArchive(history))
}

/** `Moved` or, on a dry run, `Would have moved`. */
export function didOrWould({ call }: HistoryCall, did: string): string {
  return call.flags.has('dry-run') ? `Would have ${did}` : `${did.charAt(0).toUpperCase()}${did.slice(1)}`
}
