import type { Inline } from '@testwarden/core/model/page'
import { clip } from '@testwarden/core/render/clip'
import type { Transition } from '../life/transition.js'
import { momentText, nameCode } from './words.js'

const REASON_CHARACTERS = 300

/** What happened and by whom, as a part of a sentence. */
export function transitionText(transition: Transition): Inline {
  switch (transition.kind) {
    case 'opened':
      return `opened as ${transition.severity}`
    case 'worsened':
      return `worse: ${transition.from} became ${transition.to}`
    case 'acknowledged':
      return ['acknowledged by ', nameCode(transition.by)]
    case 'acknowledgement-expired':
      return ['the acknowledgement of ', nameCode(transition.by), ' expired, so the escalation goes on']
    case 'given-back':
      return ['given back by ', nameCode(transition.by), ', so the escalation goes on']
    case 'silenced':
      return silenceText(transition)
    case 'pushed-on':
      return ['next level asked for by ', nameCode(transition.by)]
    case 'resolved':
      return transition.by === null ? 'resolved: it is green again' : ['resolved by ', nameCode(transition.by)]
    case 'reopened':
      return transition.by === null ? 'reopened: it fails again' : ['reopened by ', nameCode(transition.by)]
  }
}

function silenceText({ by, until, reason }: Extract<Transition, { kind: 'silenced' }>): Inline {
  return ['silenced by ', nameCode(by), ` until ${momentText(until)}: ${clip(reason, REASON_CHARACTERS)}`]
}
