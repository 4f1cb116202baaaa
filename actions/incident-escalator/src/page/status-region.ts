import type { Section } from '@testwarden/core/model/page'
import { clip } from '@testwarden/core/render/clip'
import type { IncidentStory } from '../incident/incident-story.js'
import { type Block, blocksMarkdown } from './blocks.js'
import { checklistItem } from './checklist.js'
import type { Writing } from './markup.js'
import { joinLines } from './regions.js'
import { END_HEADING, postMortemDraft, resolutionList } from './resolution-sections.js'
import { factsTable } from './status-facts.js'
import { BEGAN_HEADING, whereItBegan } from './where-it-began.js'

export const STATUS_CHARACTERS = 22_000
const KEPT_CHARACTERS = 8_000
const WHY_CHARACTERS = 1_000
const NOTE_CHARACTERS = 500
const TOP_SHARE = 1
const BOTTOM_SHARE = 0.4

/**
 * How things stand: written anew in every step. A run that tells nothing of the trouble keeps what earlier ones said of
 * its cause and its beginning.
 * @param earlier lines of the region as it stands
 */
export function statusMarkdown(story: IncidentStory, earlier: readonly string[], writing: Writing): string {
  const kept = keptEnd(story, earlier)
  if (kept !== '') return kept
  const markdown = blocksMarkdown(statusBlocks(story, earlier, writing), writing, STATUS_CHARACTERS - WHY_CHARACTERS)
  return story.trouble === null ? keepWhy(markdown, earlier) : markdown
}

function statusBlocks(story: IncidentStory, earlier: readonly string[], writing: Writing): readonly Block[] {
  const { range, actions, escalation } = story
  const items = actions.map(({ text, isDone }) => ({ markdown: checklistItem(text, writing), isDone }))
  const began: Block =
    range === null
      ? { kind: 'ready', markdown: keptBeginning(earlier) }
      : { kind: 'sections', sections: [whereItBegan(range, writing.run)], share: BOTTOM_SHARE }
  const notes: readonly Section[] =
    escalation.notes.length === 0
      ? []
      : [{ kind: 'list', heading: 'Of the escalation', items: escalation.notes.map(noteText) }]
  return [
    { kind: 'sections', sections: [factsTable(story, writing.run), ...endSections(story, writing)], share: TOP_SHARE },
    began,
    { kind: 'checklist', heading: 'Immediate actions', items },
    { kind: 'sections', sections: [...notes, ...draftSections(story, writing)], share: BOTTOM_SHARE },
  ]
}

/** Only the step that ends it knows how: a later one, such as one that tells a service that did not answer, has nothing to add. */
function keptEnd({ incident, resolution }: IncidentStory, earlier: readonly string[]): string {
  if (incident.state !== 'resolved' || resolution !== null) return ''
  return earlier.includes(`### ${END_HEADING}`) ? joinLines(earlier, STATUS_CHARACTERS) : ''
}

function noteText(note: string): string {
  return clip(note, NOTE_CHARACTERS)
}

function endSections(story: IncidentStory, { run }: Writing): readonly Section[] {
  const { resolution } = story
  return resolution === null ? [] : [resolutionList({ ...story, resolution }, run)]
}

function draftSections(story: IncidentStory, { run }: Writing): readonly Section[] {
  const { resolution } = story
  return resolution === null ? [] : [postMortemDraft({ ...story, resolution }, run)]
}

/** From its heading to the next part of ours. Empty where there is none, or where somebody wrote a novel into it. */
function keptBeginning(earlier: readonly string[]): string {
  const begin = earlier.indexOf(`### ${BEGAN_HEADING}`)
  if (begin < 0) return ''
  const length = earlier.slice(begin + 1).findIndex((line) => /^(?:#|<details>)/.test(line))
  const kept = earlier
    .slice(begin, length < 0 ? earlier.length : begin + 1 + length)
    .join('\n')
    .trim()
  return kept.length > KEPT_CHARACTERS ? '' : kept
}

/** The row of the severity, where it is the same as before and said why. */
function keepWhy(markdown: string, earlier: readonly string[]): string {
  const [row] = markdown.split('\n').filter((line) => line.startsWith(SEVERITY_ROW))
  const stem = row?.replace(/ \|$/, '')
  if (row === undefined || stem === undefined) return markdown
  const told = earlier.find((line) => line.startsWith(`${stem}: `) || line.startsWith(`${stem}, `))
  return told === undefined || told.length > WHY_CHARACTERS ? markdown : markdown.replace(row, () => told)
}

const SEVERITY_ROW = '| severity | '
