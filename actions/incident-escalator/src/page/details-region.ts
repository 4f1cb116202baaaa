import type { Inline, Section } from '@testwarden/core/model/page'
import { runLink } from '@testwarden/core/render/links'
import type { IncidentStory } from '../incident/incident-story.js'
import { type Block, blocksMarkdown } from './blocks.js'
import { checklistItem, keepTicks } from './checklist.js'
import { contactItems } from './contacts.js'
import { inlineLine, type Writing } from './markup.js'
import { nextSteps, recommendedActions } from './next-steps.js'
import { joinLines } from './regions.js'
import { troubleSections } from './trouble-sections.js'
import { isOfTests } from './words.js'

const BOTTOM_SHARE = 0.4

interface Room {
  readonly writing: Writing
  readonly limit: number
}

/**
 * What is wrong and what to do. Only a run that sees the trouble writes it; what people ticked stays.
 * @param earlier lines of the region as it stands
 */
export function detailsMarkdown(story: IncidentStory, earlier: readonly string[], { writing, limit }: Room): string {
  const kept = joinLines(earlier, limit)
  if (story.trouble === null && kept !== '') return kept
  return keepTicks(earlier.join('\n'), blocksMarkdown(detailsBlocks(story, writing), writing, limit))
}

function detailsBlocks(story: IncidentStory, writing: Writing): readonly Block[] {
  const { trouble, explains, incident } = story
  const items = nextSteps(trouble).map((step) => ({ markdown: checklistItem(step, writing), isDone: false }))
  const actions: Section = { kind: 'list', heading: 'Recommended', items: recommendedActions(incident.severity) }
  const wrong = trouble === null ? [] : troubleSections(trouble, explains)
  return [
    { kind: 'sections', sections: [...wrong, actions], share: 1 },
    { kind: 'checklist', heading: 'Next steps', items },
    { kind: 'sections', sections: [...contactSections(story), ...linkSections(story, writing)], share: BOTTOM_SHARE },
    { kind: 'ready', markdown: `---\n\n${inlineLine(FOOT, writing)}\n\n${keyLine(story, writing)}` },
  ]
}

function contactSections(story: IncidentStory): readonly Section[] {
  const items = contactItems(story)
  return items.length === 0 ? [] : [{ kind: 'list', heading: 'Contacts', items }]
}

function linkSections({ trouble }: IncidentStory, { run }: Writing): readonly Section[] {
  const url = runLink(run)
  const seen: readonly Inline[] =
    url === null ? [] : [['Last seen in ', { kind: 'link', text: `run ${run.key.run}`, url }]]
  const local: readonly Inline[] = trouble !== null && isOfTests(trouble.because) ? [LOCAL] : []
  const items = [...seen, ...local]
  return items.length === 0 ? [] : [{ kind: 'list', heading: 'Links', items }]
}

const LOCAL: Inline = ['The same check locally: ', { kind: 'code', text: 'npx testwarden check incidents' }]

const FOOT: Inline = [
  ['Commands, in a comment and at the beginning of a line: ', code('/ack'), ' to take it, ', code('/resolve')],
  [
    ' to end it, ',
    code('/silence 2h reason'),
    ' to keep it quiet, ',
    code('/escalate'),
    ' to tell the next level now. ',
  ],
  'Each run writes this text anew, so remarks belong into comments; the timeline and ticked steps stay.',
]

function code(text: string): Inline {
  return { kind: 'code', text }
}

/** A search for the key finds it only as it is. */
function keyLine({ incident: { dedupKey } }: IncidentStory, writing: Writing): string {
  return /^inc-[0-9a-f]{1,64}$/.test(dedupKey) ? `Key: ${dedupKey}` : inlineLine(['Key: ', code(dedupKey)], writing)
}
