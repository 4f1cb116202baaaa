import type { RunContext } from '@testwarden/core/model/evidence'
import type { Inline, TableSection } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { clip } from '@testwarden/core/render/clip'
import { countWord } from '@testwarden/core/render/inline'
import { issueLink } from '@testwarden/core/render/links'
import type { Incident } from '../incident/incident.js'
import type { IncidentStory } from '../incident/incident-story.js'
import { nextText, toldText } from './escalation-text.js'
import { incidentId } from './incident-id.js'
import { momentText, nameCode, severityText } from './words.js'

const GUARANTEE_CHARACTERS = 600

/** A name of a row, and what stands in it; null: nothing is known of it. */
type Fact = readonly [string, Inline | null]

/** What somebody who was just woken wants to know, in this order. */
export function factsTable(story: IncidentStory, run: RunContext): TableSection {
  const { incident, escalation } = story
  const isOver = incident.state === 'resolved'
  const facts: readonly Fact[] = [
    ['severity', severityText(incident.severity, story.trouble)],
    ['state', stateText(incident, run)],
    ['where', ['workflow ', nameCode(story.workflow), ' on ', nameCode(story.branch)]],
    ['detected', momentText(incident.openedAt)],
    ['acknowledged', acknowledgedText(story)],
    ['told', toldText(escalation.told)],
    ['next', nextText(story)],
    [
      'guarantee',
      isOver || escalation.guarantee === '' ? null : richText(clip(escalation.guarantee, GUARANTEE_CHARACTERS)),
    ],
    ['runbook', runbookText(story)],
    ['earlier', earlierText(story, run)],
  ]
  return {
    kind: 'table',
    columns: [
      { title: 'incident', align: 'left' },
      { title: incidentId(incident), align: 'left' },
    ],
    rows: facts.flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
  }
}

function stateText({ state, badRuns, greenRuns, silencedUntil, resolvedAt }: Incident, { now }: RunContext): Inline {
  if (state === 'resolved') return resolvedAt === null ? 'resolved' : `resolved at ${momentText(resolvedAt)}`
  const runs = badRuns > 0 ? `, ${countWord(badRuns, 'bad run')} in a row` : ''
  const green = greenRuns > 0 ? `, ${countWord(greenRuns, 'green run')} in a row` : ''
  const isSilent = silencedUntil !== null && Date.parse(silencedUntil) > Date.parse(now)
  const silence = !isSilent ? '' : `, silenced until ${momentText(silencedUntil)}`
  return `${state}${runs}${green}${silence}`
}

/** Of one that is over the times say who was how quick. */
function acknowledgedText({ incident, escalation }: IncidentStory): Inline | null {
  const { acknowledgement, state } = incident
  if (state === 'resolved' && acknowledgement === null) return null
  if (acknowledgement === null) return state === 'acknowledged' ? 'yes, nobody remembers by whom' : 'by nobody'
  const by: Inline = ['by ', nameCode(acknowledgement.by), ` at ${momentText(acknowledgement.at)}`]
  const isHeld = state === 'acknowledged' && escalation.heldBy === 'acknowledgement'
  return isHeld && escalation.nextAt !== null ? [by, `, which holds until ${momentText(escalation.nextAt)}`] : by
}

function runbookText({ runbook }: IncidentStory): Inline | null {
  return runbook === null ? null : { kind: 'link', text: `what to do when ${runbook.rule} breaks`, url: runbook.url }
}

function earlierText({ earlier }: IncidentStory, run: RunContext): Inline | null {
  if (earlier === null) return null
  const [text, url] = [`issue ${earlier.number}`, issueLink(run, earlier.number)]
  return ['the same trouble was in ', url === null ? text : { kind: 'link', text, url }]
}
