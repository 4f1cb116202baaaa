import type { ImmediateAction, ToldPeople } from '../incident/incident-story.js'
import type { Subject } from '../subject.js'
import type { PlannedIncident } from './planned-incident.js'

export interface ActionSources extends Pick<Subject, 'config'> {
  readonly told: ToldPeople | null
}

/** What is done at once, ticked by what was really done: telling a service only once that has said so. */
export function immediateActions(
  { incident }: Pick<PlannedIncident, 'incident'>,
  { told, config }: ActionSources,
): readonly ImmediateAction[] {
  const { threads, severity } = incident
  const isStopped = severity === 'critical' && config.own.freeze.when.value === 'critical'
  return [
    { text: 'Issue opened', isDone: true },
    ...(told === null ? [] : [{ text: `Told: ${told.level}`, isDone: hasAnybody(told) }]),
    ...threads.map(({ target, phase }) => ({ text: toldText(target), isDone: phase !== 'planned' })),
    ...(severity === 'critical' ? [{ text: 'Merging stopped', isDone: isStopped }] : []),
    ...(config.own.diagnostics.value === null ? [] : [{ text: 'Diagnostics captured', isDone: true }]),
    { text: 'Somebody has it in hand', isDone: isInHand(incident) },
  ]
}

/** Of one that is over it counts that somebody had. */
function isInHand({ state, firstAcknowledgedAt }: PlannedIncident['incident']): boolean {
  return state === 'acknowledged' || (state === 'resolved' && firstAcknowledgedAt !== null)
}

/** A level that names nobody reaches only people who look at the issue. */
export function hasAnybody({ people, teams, targets }: ToldPeople): boolean {
  return people.length + teams.length + targets.length > 0
}

/** The same words before and after, as the box is ticked once the service took it. */
export function toldText(target: string): string {
  return `Service told: ${target}`
}
