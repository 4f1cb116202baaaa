import type { Inline, Section } from '../model/page.js'
import { clip } from './clip.js'
import { escapeMarkdown } from './escape.js'
import { type Fitted, fitMarkdown, type Size } from './fit.js'
import { countWord, OUTCOME_MARKS } from './inline.js'
import { lineMarkdown } from './markdown-inline.js'
import type { StepPage } from './step-page.js'

export interface DocumentOptions {
  readonly sections: readonly Section[]
  readonly size: Size
  /** Markdown that is always there, above and below; empty for none. */
  readonly head: string
  readonly foot: string
  /** Where a reader finds what had to be left out. */
  readonly elsewhere: Inline
}

/** Room for saying what was left out, in the size's own measure. */
const NOTICE_ROOM = 2000
const NAMES_SHOWN_MAX = 3
const NAME_CHARACTERS_MAX = 60

/** A whole Markdown document: as many sections as fit between head and foot, and what was left out. */
export function stepDocument(page: StepPage, { head, foot, ...options }: DocumentOptions): string {
  const { size } = options
  const limit = size.limit - size.measure(`${head}\n\n\n\n${foot}\n`) - NOTICE_ROOM
  const fitted = fitMarkdown(options.sections, { blobs: page.blobs, size: { ...size, limit } })
  const parts = [head, fitted.markdown, leftOutNotice(fitted, options), foot]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

export function documentHeading(page: StepPage): string {
  return `## ${OUTCOME_MARKS[page.outcome]} ${escapeMarkdown(page.title)}`
}

/** How to get the same verdict locally, the whole of it, and what it rests on. */
export function documentFooter(page: StepPage): string {
  const local: Inline[] = ['Same verdict locally: ', { kind: 'code', text: page.localCommand }]
  const link: Inline[] = page.runUrl === null ? [] : [' · ', { kind: 'link', text: 'full report', url: page.runUrl }]
  return [[...local, ...link], page.policy].map((line) => lineMarkdown(line, page.blobs)).join('\\\n')
}

type LeftOutOptions = Pick<DocumentOptions, 'elsewhere' | 'size'>

function leftOutNotice(fitted: Fitted, { elsewhere, size }: LeftOutOptions): string {
  const { droppedSections, droppedRows } = fitted
  if (droppedSections.length === 0 && droppedRows === 0) return ''
  const rows = droppedRows === 0 ? [] : [countWord(droppedRows, 'row')]
  const named = notice([...nameSections(droppedSections), ...rows], elsewhere)
  if (size.measure(named) <= NOTICE_ROOM - 2) return named
  return notice([countWord(droppedSections.length, 'section'), ...rows], elsewhere)
}

function notice(what: readonly string[], elsewhere: Inline): string {
  return lineMarkdown(['Left out, as GitHub limits the length: ', what.join(', '), '. ', elsewhere], null)
}

function nameSections(names: readonly string[]): string[] {
  const shown = names.slice(0, NAMES_SHOWN_MAX).map((name) => clip(name, NAME_CHARACTERS_MAX))
  const hidden = names.length - shown.length
  return hidden === 0 ? shown : [...shown, countWord(hidden, 'more section')]
}
