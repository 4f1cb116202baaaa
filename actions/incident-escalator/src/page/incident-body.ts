import type { RunContext } from '@testwarden/core/model/evidence'
import type { Redact } from '@testwarden/core/render/redact'
import type { IncidentStory } from '../incident/incident-story.js'
import type { Transition } from '../life/transition.js'
import { detailsMarkdown } from './details-region.js'
import { redactValues } from './redact-values.js'
import { joinRegions, splitRegions } from './regions.js'
import { statusMarkdown } from './status-region.js'
import { timelineLines } from './timeline-lines.js'
import { timelineMarkdown } from './timeline-region.js'

/** GitHub takes 65,536 characters, and the marker needs some of them. */
const BODY_CHARACTERS = 59_000

export interface IncidentText {
  readonly story: IncidentStory
  /** Of this step. Those that the timeline has already are not told again. */
  readonly transitions: readonly Transition[]
  /** What stands below the marker in the issue now; null: there is no issue yet, or nobody read it. */
  readonly text: string | null
  readonly run: RunContext
  readonly redact: Redact
}

/** What is to stand below the marker: how it stands, how it came to be, and what is wrong. */
export function incidentMarkdown({ text, run, redact, ...told }: IncidentText): string {
  const writing = { run, redact }
  const { story, transitions } = redactValues(told, redact)
  const earlier = splitRegions(text)
  const status = statusMarkdown(story, beginsAnew(transitions) ? [] : earlier.status, writing)
  const turns = timelineLines(transitions, story.escalation.told, writing)
  const timeline = timelineMarkdown(earlier.timeline, turns)
  const limit = BODY_CHARACTERS - joinRegions(status, timeline, ' ').length
  return joinRegions(status, timeline, detailsMarkdown(story, earlier.details, { writing, limit }))
}

/** Then its beginning and its cause are other ones than before. */
function beginsAnew(transitions: readonly Transition[]): boolean {
  return transitions.some(({ kind }) => kind === 'opened' || kind === 'reopened')
}
