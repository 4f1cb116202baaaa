import type { FillIn, Notify, ReceiptReference } from '@testwarden/core/model/change'
import type { TargetSettings } from '@testwarden/core/model/target'
import { createRedactor } from '@testwarden/core/render/redact'
import type { Incident, NoticeThread } from '../incident/incident.js'
import { threadPrefix, threadWord } from '../incident/incident-memory.js'
import { toldText } from '../plan/immediate-actions.js'
import type { Subject } from '../subject.js'
import type { PlannedNotice } from '../telling/plan-notices.js'
import { isWithoutKey } from './held-notices.js'
import { noticeOf } from './notice-of.js'
import type { WrittenIncident } from './written-incident.js'

export interface NoticeContext {
  readonly subject: Subject
  readonly issue: number | ReceiptReference
  /** Key of the change by which the issue remembers who is to be told. */
  readonly remembered: string
}

export interface NoticeChanges {
  readonly notices: readonly Notify[]
  /** How the issue learns that they were told. */
  readonly fillIns: readonly FillIn[]
}

/** Those that are told. Whoever is no target any more is not told, which the page says. */
export function noticesOf(written: WrittenIncident, context: NoticeContext): NoticeChanges {
  const { incident, notices: planned } = written.planned
  const targets = new Map(context.subject.config.own.targets.value.map((target) => [target.name, target]))
  const told = planned.flatMap((notice) => {
    const target = targets.get(notice.target)
    return target === undefined ? [] : [{ planned: notice, change: notifyOf(notice, { target, written, context }) }]
  })
  return {
    notices: told.map(({ change }) => change),
    fillIns: told.flatMap(({ planned: notice, change }) => fillInOf(incident, notice, change.key)),
  }
}

interface NotifyParts {
  readonly target: TargetSettings
  readonly written: WrittenIncident
  readonly context: NoticeContext
}

/** A trigger waits for the issue that remembers it, or nobody would ever tell the end. */
function notifyOf(notice: PlannedNotice, { target, written, context }: NotifyParts): Notify {
  const { story, title, planned } = written
  const { config, evidence } = context.subject
  return {
    kind: 'notify',
    key: `notify:${target.name}:${notice.event}:${planned.incident.dedupKey}`,
    target,
    notice: noticeOf(notice, {
      story,
      title,
      issue: typeof context.issue === 'number' ? context.issue : null,
      label: config.own['issue-labels'].value[0] ?? null,
      run: evidence.run,
      redact: createRedactor(config.file.redact.value),
    }),
    needs: context.remembered,
    ...(notice.event === 'trigger' || isWithoutKey(target) ? {} : { knowsKey: true as const }),
    ...(config.own.strict.value === 'on' ? { isStrict: true as const } : {}),
  }
}

/** What its word in the marker becomes, once it was told; none where that changes nothing. */
function fillInOf({ threads }: Incident, { target, event }: PlannedNotice, key: string): readonly FillIn[] {
  const thread = threads.find((each) => each.target === target)
  if (thread === undefined || event === 'acknowledge') return []
  if (event === 'resolve') {
    const ended: NoticeThread = { ...thread, phase: 'ended' }
    return [{ of: key, word: threadWord(thread), becomes: threadWord(ended) }]
  }
  if (thread.phase === 'told') return []
  const becomes = thread.id === null ? `${threadPrefix(target, 'told')}{id}` : threadWord({ ...thread, phase: 'told' })
  return [{ of: key, word: threadWord(thread), becomes, item: toldText(target) }]
}
