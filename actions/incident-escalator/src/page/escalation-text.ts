import type { Inline } from '@testwarden/core/model/page'
import type { Escalation, IncidentStory, ToldPeople } from '../incident/incident-story.js'
import type { Involved } from '../policy/escalation-policy.js'
import { momentText, nameCode, namesText } from './words.js'

const INVOLVED_WORDS: Readonly<Record<Involved, string>> = {
  author: 'the author of the first bad commit',
  owners: 'the owners of what fails',
}

/** Whom a level reached, as names that notify nobody; null: nobody. */
export function reachedText(told: ToldPeople): Inline | null {
  const names = [...told.people, ...told.teams, ...told.targets].map(nameCode)
  const involved = told.involved.map((each) => INVOLVED_WORDS[each])
  // Whoever the involved came to is named among the people.
  const shown = names.length === 0 ? involved : names
  return shown.length === 0 ? null : namesText(shown)
}

export function toldText(told: ToldPeople | null): Inline {
  if (told === null) return 'nobody yet'
  const reached = reachedText(told)
  const level: Inline = ['level ', nameCode(told.level), ` at ${momentText(told.at)}`]
  return reached === null ? [level, ', which reaches only people who look here'] : [level, ': ', reached]
}

/** null: it is over. */
export function nextText({ incident, escalation }: Pick<IncidentStory, 'incident' | 'escalation'>): Inline | null {
  if (incident.state === 'resolved') return null
  const { nextAt } = escalation
  if (nextAt !== null) return comingText(escalation, momentText(nextAt))
  return escalation.isExhausted
    ? 'all were told as often as the policy says: nobody else is told'
    : 'nobody else is told by itself'
}

function comingText({ nextLevel, heldBy }: Escalation, moment: string): Inline {
  const then: Inline = nextLevel === null ? 'the escalation goes on' : ['level ', nameCode(nextLevel), ' is told']
  if (heldBy === 'acknowledgement') return [`acknowledged until ${moment}; still open then, `, then]
  if (heldBy === 'silence') return [`silent until ${moment}, then `, then]
  return nextLevel === null
    ? `the escalation goes on at ${moment}`
    : [then, ` at ${moment}, unless somebody writes `, ACK]
}

const ACK: Inline = { kind: 'code', text: '/ack' }
