import type { Inline } from '@testwarden/core/model/page'
import type { ToldPeople } from '../incident/incident-story.js'
import type { Transition } from '../life/transition.js'
import { reachedText } from './escalation-text.js'
import { inlineLine, type Writing } from './markup.js'
import { transitionText } from './transition-text.js'
import { momentText, nameCode } from './words.js'

/** A turn as it is to stand in the timeline. */
export interface TimelineLine {
  readonly at: string
  readonly markdown: string
  /** A line that begins so tells the same, as who is behind a level may be found out later; null: only an equal one does. */
  readonly begins: string | null
}

const LINE_CHARACTERS = 2_000

/** One line for each transition, and one for the level that was told last, where it belongs by its moment. */
export function timelineLines(
  transitions: readonly Transition[],
  told: ToldPeople | null,
  writing: Writing,
): readonly TimelineLine[] {
  const turns = transitions.map((transition) => transitionLine(transition, writing))
  if (told === null) return turns
  const before = turns.findLastIndex(({ at }) => at <= told.at) + 1
  return [...turns.slice(0, before), toldLine(told, writing), ...turns.slice(before)]
}

function transitionLine(transition: Transition, writing: Writing): TimelineLine {
  const { at, kind } = transition
  const markdown = lineAt(at, transitionText(transition), { kind, writing })
  return { at, markdown, begins: null }
}

function toldLine(told: ToldPeople, writing: Writing): TimelineLine {
  const level: Inline = ['level ', nameCode(told.level), ' was told']
  const reached = reachedText(told)
  const begins = lineAt(told.at, [level, ':'], { kind: 'told', writing })
  const markdown = lineAt(told.at, [level, ': ', reached ?? 'it names nobody'], { kind: 'told', writing })
  return { at: told.at, markdown, begins }
}

interface LineContext {
  /** A word for what happened, where the rest is too long. */
  readonly kind: string
  readonly writing: Writing
}

/** Too long only where escapes or masks blew it up: cut inside, it could become markup. */
function lineAt(at: string, text: Inline, { kind, writing }: LineContext): string {
  const line = `- ${inlineLine([`${momentText(at)}: `, text], writing)}`.trimEnd()
  return line.length <= LINE_CHARACTERS ? line : `- ${momentText(at)}: ${kind}, and more than fits here`
}
