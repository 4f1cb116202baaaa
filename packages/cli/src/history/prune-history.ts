import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { DEFAULT_RETENTION, type RetentionPolicy } from '@testwarden/history/retention'
import { reviewSegments } from '@testwarden/history/review'
import { applyEdit } from '@testwarden/history/segment-edit'
import { folderOf } from '@testwarden/history/segment-place'
import { planTidying } from '@testwarden/history/tidying'
import { EXIT } from '@testwarden/platform/conclusion'
import type { ArchiveContent } from '@testwarden/platform/history/archive'
import type { CommandCall } from '../command.js'
import { changeHistory, didOrWould } from './change-history.js'
import type { HistoryCall } from './history-command.js'
import { wholeNumber } from './numbers.js'

/** Lets old records go and packs every month. The newest baseline of each job and branch always stays. */
export async function pruneHistory(history: HistoryCall): Promise<number> {
  const policy = policyOf(history.call)
  const nowMs = Date.now()
  const { before, after } = await changeHistory(history, (content) => planPruning(content, { policy, nowMs }))
  const records = `${formatInteger(after.records)} of ${countWord(before.records, 'record')}`
  const files = `${countWord(after.files, 'file')} instead of ${formatInteger(before.files)}`
  history.terminal.complain(`${didOrWould(history, 'kept')} ${records}, in ${files}\n`)
  return EXIT.ok
}

function planPruning(
  { segments }: ArchiveContent,
  retention: { readonly policy: RetentionPolicy; readonly nowMs: number },
) {
  const folders = new Set(segments.map(({ path }) => folderOf(path)))
  const edit = planTidying(segments, { folders, retention })
  const [before, after] = [segments, applyEdit(segments, edit)].map((all) => {
    const review = reviewSegments(all)
    return { records: review.records.length, files: review.segments }
  })
  const none = { records: 0, files: 0 }
  return { edit, before: before ?? none, after: after ?? none, title: 'Prune the history' }
}

function policyOf(call: CommandCall): RetentionPolicy {
  const days = (name: string, fallback: number): number => wholeNumber(call, { name, fallback })
  const { allDays, dailyDays, weeklyDays, monthlyDays } = DEFAULT_RETENTION
  return {
    allDays: days('all-days', allDays),
    dailyDays: days('daily-days', dailyDays),
    weeklyDays: days('weekly-days', weeklyDays),
    monthlyDays: days('monthly-days', monthlyDays),
  }
}
