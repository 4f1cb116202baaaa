import type { RunContext } from '@testwarden/core/model/evidence'
import type { DetailsSection, Inline, ListSection } from '@testwarden/core/model/page'
import { countWord } from '@testwarden/core/render/inline'
import type { IncidentStory, Resolution } from '../incident/incident-story.js'
import { commitText } from './where-it-began.js'
import { lastedText, momentText, nameCode } from './words.js'

export const END_HEADING = 'How it ended'

type Resolved = IncidentStory & { readonly resolution: Resolution }

export function resolutionList({ resolution }: Resolved, run: RunContext): ListSection {
  const items = [endText(resolution), [mendedText(resolution, run), '.'], ...timesText(resolution)]
  return { kind: 'list', heading: END_HEADING, items }
}

function endText({ at, by }: Resolution): Inline {
  return by === null ? `Green again at ${momentText(at)}.` : ['Resolved by ', nameCode(by), ` at ${momentText(at)}.`]
}

/** A sentence without its full stop. */
export function mendedText({ fix, candidates }: Resolution, run: RunContext): Inline {
  if (fix === null) return 'Nobody knows what mended it'
  if (candidates <= 1) return ['Mended by ', commitText(fix, run)]
  return [`One of ${countWord(candidates, 'commit')} may have mended it, the last is `, commitText(fix, run)]
}

export function timesText({ timeToAcknowledgeMs, timeToRecoverMs }: Resolution): readonly string[] {
  const taken =
    timeToAcknowledgeMs === null ? 'Nobody acknowledged it.' : `Acknowledged after ${lastedText(timeToAcknowledgeMs)}.`
  return [taken, `Recovered after ${lastedText(timeToRecoverMs)}.`]
}

/** What is known is filled in; the rest is for people. */
export function postMortemDraft(story: Resolved, run: RunContext): DetailsSection {
  const items: readonly Inline[] = [
    [{ kind: 'strong', text: 'Summary' }, ': ', ...summaryText(story)],
    [{ kind: 'strong', text: 'Impact' }, ': whom did it hold up, and for how long? …'],
    [{ kind: 'strong', text: 'Timeline' }, `: see the turns below. ${timesText(story.resolution).join(' ')}`],
    [{ kind: 'strong', text: 'Cause' }, ': what did it, and why could it happen? …'],
    [{ kind: 'strong', text: 'What went well' }, ': …'],
    [{ kind: 'strong', text: 'What went badly' }, ': …'],
    [{ kind: 'strong', text: 'Follow-up' }, ': what? … who? … until when? …'],
    [{ kind: 'strong', text: 'Follow-up' }, ': what? … who? … until when? …'],
  ]
  return {
    kind: 'details',
    summary: 'Draft of a post-mortem',
    sections: [
      { kind: 'text', text: 'Copy it to where it is to stay and fill in the blanks: this text may be written anew.' },
      { kind: 'list', items: [...items.slice(0, 3), ...endItems(story, run), ...items.slice(3)] },
    ],
  }
}

function summaryText({ incident, workflow, branch, resolution }: Resolved): readonly Inline[] {
  const lasted = lastedText(resolution.timeToRecoverMs)
  const since = `from ${momentText(incident.openedAt)} to ${momentText(resolution.at)} (${lasted})`
  return ['workflow ', nameCode(workflow), ' on ', nameCode(branch), ` was broken ${since}, ${incident.severity}.`]
}

function endItems({ resolution }: Resolved, run: RunContext): readonly Inline[] {
  return [[{ kind: 'strong', text: 'End' }, ': ', mendedText(resolution, run), '.']]
}
