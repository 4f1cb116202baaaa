import type { RunContext } from '@testwarden/core/model/evidence'
import type { Inline, Section } from '@testwarden/core/model/page'
import type { IncidentStory, ToldPeople } from '../incident/incident-story.js'
import type { Transition } from '../life/transition.js'
import { mendedText, timesText } from './resolution-sections.js'
import { sentenceStart } from './sentence-start.js'
import { transitionText } from './transition-text.js'
import { momentText, nameCode } from './words.js'

export interface RemarkParts {
  readonly story: IncidentStory
  /** Those that deserve a remark. */
  readonly turns: readonly Transition[]
  readonly told: ToldPeople | null
  readonly run: RunContext
}

const TURNS_SHOWN = 20
const PEOPLE_SHOWN = 20
const NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:_[A-Za-z0-9]{1,8})?(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?$/

/** What the comment says: what happened, then who is called. */
export function remarkSections({ story, turns, told, run }: RemarkParts): readonly Section[] {
  const shown = turns.slice(-TURNS_SHOWN).map((turn) => turnItem(turn, { story, run }))
  const left = turns.length - shown.length
  const items = left > 0 ? [`${left} earlier turns are in the timeline above.`, ...shown] : shown
  const [only] = items
  const happened: readonly Section[] =
    only === undefined ? [] : [items.length === 1 ? { kind: 'text', text: only } : { kind: 'list', items }]
  return [...happened, ...(told === null ? [] : toldSections(told, story))]
}

function turnItem(turn: Transition, { story, run }: Pick<RemarkParts, 'story' | 'run'>): Inline {
  const what: Inline = [sentenceStart(transitionText(turn)), ` (${momentText(turn.at)}).`]
  return [what, ...afterwards(turn, story, run)]
}

function afterwards(turn: Transition, { resolution, escalation }: IncidentStory, run: RunContext): readonly Inline[] {
  if (turn.kind === 'acknowledged' && escalation.heldBy === 'acknowledgement' && escalation.nextAt !== null)
    return [` That holds until ${momentText(escalation.nextAt)}.`]
  if (turn.kind !== 'resolved' || resolution === null) return []
  return [' ', mendedText(resolution, run), '. ', timesText(resolution).join(' ')]
}

function toldSections(told: ToldPeople, { incident, escalation }: IncidentStory): readonly Section[] {
  const names = [...told.people, ...told.teams]
  const called = names.slice(0, PEOPLE_SHOWN).flatMap((name, index) => [index === 0 ? '' : ', ', calledText(name)])
  const level: Inline = ['Level ', nameCode(told.level), ' is told now']
  const text: Inline = names.length === 0 ? [level, '.'] : [level, ': ', ...called, '.']
  const ask: Inline = ['It is ', { kind: 'strong', text: incident.severity }, '. Write ', ACK, ' if you take it.']
  const { nextLevel, nextAt } = escalation
  const next: Inline =
    nextLevel === null || nextAt === null
      ? ''
      : [' Otherwise level ', nameCode(nextLevel), ` is told at ${momentText(nextAt)}.`]
  return [
    { kind: 'text', text },
    { kind: 'text', text: [ask, next] },
  ]
}

/** What is no name of GitHub's stays a text. */
function calledText(name: string): Inline {
  return NAME.test(name) ? { kind: 'mention', name } : nameCode(name)
}

const ACK: Inline = { kind: 'code', text: '/ack' }
