import type { FillIn, ReceiptReference, UpdateIssue } from '@testwarden/core/model/change'
import { readMarkedBody } from '@testwarden/core/render/issue-marker'
import { toldWord } from '../incident/incident-memory.js'
import { remarkKey } from './change-keys.js'
import { isMentionedAfter } from './marked-text.js'
import { isTurnWord } from './turn.js'
import type { WrittenIncident } from './written-incident.js'

interface Settling {
  readonly issue: number | ReceiptReference
  readonly remembered: string
  readonly fillIns: readonly FillIn[]
}

/** What the issue says once all of them were told: it says so too that nobody tells anybody any more. */
export function settleIncident(
  { planned, body, remark }: WrittenIncident,
  { issue, remembered, fillIns }: Settling,
): readonly UpdateIssue[] {
  const { incident } = planned
  const turn = readMarkedBody(body)?.marker.about.find(isTurnWord)
  if (turn === undefined) return []
  const { told } = incident
  const isMentioned = isMentionedAfter(planned) && remark !== null && told !== null
  const mentioned = isMentioned
    ? [{ of: remarkKey(incident), word: toldWord({ ...told, isUnsaid: true }), becomes: toldWord(told) }]
    : []
  // Of a new issue that failed nobody knows the number.
  const isNew = typeof issue !== 'number'
  const isOver = isNew ? {} : { evenIfFailed: true as const }
  const all = [{ of: remembered, word: turn, becomes: '', ...isOver }, ...mentioned, ...fillIns]
  return [
    {
      kind: 'update-issue',
      key: `settle:${incident.dedupKey}`,
      issue,
      fillIns: all,
      ...(isNew ? { needs: remembered } : {}),
    },
  ]
}
