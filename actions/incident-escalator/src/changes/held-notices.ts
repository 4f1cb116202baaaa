import type { TargetKind, TargetSettings } from '@testwarden/core/model/target'
import type { PlannedIncident } from '../plan/planned-incident.js'
import type { Subject } from '../subject.js'
import type { PlannedNotice } from '../telling/plan-notices.js'
import { isOthersTurn } from './turn.js'

/** A second message of the same incident is a second alarm there: they know no key. */
const WITHOUT_KEY: ReadonlySet<TargetKind> = new Set<TargetKind>(['slack', 'slack-bot', 'teams'])

export function isWithoutKey(target: TargetSettings): boolean {
  if (target.kind !== 'webhook') return WITHOUT_KEY.has(target.kind)
  return target.map.kind !== 'preset' || target.map.preset === 'discord'
}

/** Without those that another job may be telling at this very moment, and that would take it for a second alarm. */
export function withoutHeld(planned: PlannedIncident, { config, evidence }: Subject): PlannedIncident {
  const { known, notices } = planned
  if (known === null || !isOthersTurn(known.issue.marker, evidence.run.now)) return planned
  const targets = new Map(config.own.targets.value.map((target) => [target.name, target]))
  const isHeld = (notice: PlannedNotice): boolean => {
    const target = targets.get(notice.target)
    return target !== undefined && isWithoutKey(target) && isOldNews(notice, planned)
  }
  return { ...planned, notices: notices.filter((notice) => !isHeld(notice)) }
}

/** An earlier run was to tell it. */
function isOldNews({ target, event }: PlannedNotice, { known, transitions, telling }: PlannedIncident): boolean {
  if (known === null || transitions.length > 0) return false
  const { state, threads, told } = known.incident
  if (event === 'resolve') return state === 'resolved'
  const isDue = telling !== null && telling.at !== told?.at && telling.recipients.targets.includes(target)
  return (
    event === 'trigger' && !isDue && threads.some((thread) => thread.target === target && thread.phase === 'planned')
  )
}
