import type { Finding } from '../model/finding.js'
import type { Outcome } from '../model/outcome.js'
import type { Inline, Section } from '../model/page.js'
import { richText } from '../model/rich-text.js'
import { type Annotation, toAnnotations } from './annotation.js'
import { chooseAnnotations, type HeldBack, orderFindings } from './choose-annotations.js'
import { clip } from './clip.js'
import type { Delivery } from './delivery.js'
import type { Size } from './fit.js'
import { countWord } from './inline.js'
import { createRedactor, type Redact } from './redact.js'
import { documentFooter, documentHeading, stepDocument } from './step-markdown.js'
import { composeStepPage, type StepInput, type StepPage } from './step-page.js'
import { stampOf, stickyMarker } from './sticky-comment.js'
import { utf8Length } from './utf8.js'

export interface PublicationInput extends StepInput {
  /** One comment per pull request and key; the action's id when absent. */
  readonly commentKey?: string
}

/** Everything that a step shows on GitHub, fitted to its limits. Text is escaped, redacted and translated. */
export interface Publication {
  readonly outcome: Outcome
  /** Plain text, at most 255 characters. */
  readonly title: string
  /** Markdown for GITHUB_STEP_SUMMARY, below 1 MiB. */
  readonly summary: string
  /** Markdown for the pull request's comment, below 65,536 characters; the first line is the sticky marker. */
  readonly comment: string
  readonly check: CheckPublication
  /** What the step prints as workflow commands: at most ten of each level, most useful first. */
  readonly annotations: readonly Annotation[]
  readonly annotationsHeldBack: HeldBack
  /** What is left for the step to print where a check run shows all that has a place; at most ten of each level. */
  readonly unplacedAnnotations: readonly Annotation[]
  /** Outputs that every action has. */
  readonly outputs: { readonly outcome: Outcome; readonly headline: string }
}

export interface CheckPublication {
  readonly title: string
  /** Markdown, at most 65,535 bytes, as is {@link text}. */
  readonly summary: string
  readonly text: string
  /** One request each; every annotation of them has a path. */
  readonly annotationBatches: readonly (readonly Annotation[])[]
}

/** GitHub's limits (see docs), each with some room for what others may put beside our text. */
const SUMMARY: Size = { limit: 1_000_000, measure: utf8Length }
const COMMENT: Size = { limit: 60_000, measure: (text) => text.length }
const CHECK: Size = { limit: 65_000, measure: utf8Length }
const TITLE_CHARACTERS_MAX = 255
const BATCH_MAX = 50
/** A check run is made of one request per batch, and a token has some 80 writes a minute. */
const BATCHES_MAX = 10
const NOTE_CHARACTERS_MAX = 1000

/** All pages of a step at once, so that limits are shared out once and findings are ordered across gates. */
export function publish(input: PublicationInput): Publication {
  const page = composeStepPage(input)
  const ordered = orderFindings(page.findings)
  const annotations = chooseAnnotations(ordered)
  const title = clip(page.title, TITLE_CHARACTERS_MAX)
  return {
    outcome: page.outcome,
    title,
    summary: publishSummary(input, UNDELIVERED),
    comment: commentOf(page, stickyMarker(input.commentKey ?? input.run.key.action, stampOf(input.run))),
    check: checkOf(page, title, ordered),
    annotations: annotations.shown,
    annotationsHeldBack: annotations.heldBack,
    unplacedAnnotations: chooseAnnotations(unplaced(ordered)).shown,
    outputs: { outcome: page.outcome, headline: page.headline },
  }
}

/** Before anything was sent: the step itself is what annotates. */
const UNDELIVERED: Delivery = { annotatedBy: 'step', unpublished: [] }

/**
 * The summary alone, which also tells what became of the other channels.
 * @returns Markdown for GITHUB_STEP_SUMMARY, below 1 MiB
 */
export function publishSummary(input: PublicationInput, delivery: Delivery): string {
  const page = composeStepPage(input)
  const told = unpublishedSection(delivery, createRedactor(input.redactions))
  const note = textSection(summaryNote(page, delivery))
  return stepDocument(page, {
    head: documentHeading(page),
    sections: [...page.verdict, ...note, ...told, ...page.sections],
    foot: documentFooter({ ...page, runUrl: null }),
    size: SUMMARY,
    elsewhere: 'The evidence file holds all of it, and the local command shows it.',
  })
}

function unpublishedSection({ unpublished }: Delivery, redact: Redact): Section[] {
  if (unpublished.length === 0) return []
  const items = unpublished.map((message) => richText(clip(redact(message), NOTE_CHARACTERS_MAX)))
  return [{ kind: 'list', heading: 'What could not be published', items }]
}

function summaryNote(page: StepPage, { annotatedBy }: Delivery): string {
  const ordered = orderFindings(page.findings)
  if (annotatedBy === 'step') return annotationNote(page, chooseAnnotations(ordered).heldBack)
  const besideCheck = heldBackNote(chooseAnnotations(unplaced(ordered)).heldBack)
  const inCheck = checkNote(page, placed(ordered).length - BATCH_MAX * BATCHES_MAX)
  return [besideCheck, inCheck].filter((part) => part !== '').join(' ')
}

function commentOf(page: StepPage, marker: string): string {
  return stepDocument(page, {
    head: `${marker}\n${documentHeading(page)}`,
    sections: [...page.verdict, ...page.sections],
    foot: documentFooter(page),
    size: COMMENT,
    elsewhere: whereTheRestIs(page),
  })
}

function checkOf(page: StepPage, title: string, ordered: readonly Finding[]): CheckPublication {
  const annotations = toAnnotations(placed(ordered))
  const shown = annotations.slice(0, BATCH_MAX * BATCHES_MAX)
  const common = { size: CHECK, elsewhere: whereTheRestIs(page) }
  const note = textSection(checkNote(page, annotations.length - shown.length))
  return {
    title,
    summary: stepDocument(page, {
      ...common,
      head: '',
      sections: [...page.verdict, ...note],
      foot: documentFooter(page),
    }),
    text: stepDocument(page, { ...common, head: '', sections: page.sections, foot: '' }).trimStart(),
    annotationBatches: inBatches(shown),
  }
}

/** What a check run can show: it takes no annotation without a path. */
function placed(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.location !== null)
}

function unplaced(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.location === null)
}

/** Empty when every finding is shown at its line. */
function annotationNote(page: StepPage, heldBack: HeldBack): string {
  return [heldBackNote(heldBack), untranslatedNote(page)].filter((part) => part !== '').join(' ')
}

function heldBackNote(heldBack: HeldBack): string {
  const held = Object.entries(heldBack).flatMap(([level, count]) => (count === 0 ? [] : [countWord(count, level)]))
  return held.length === 0 ? '' : `Not annotated, as GitHub shows 10 of each level per step: ${held.join(', ')}.`
}

function checkNote(page: StepPage, beyond: number): string {
  const note = beyond <= 0 ? '' : `Not annotated, as they would be too many requests: ${countWord(beyond, 'finding')}.`
  return [note, untranslatedNote(page)].filter((part) => part !== '').join(' ')
}

function untranslatedNote({ untranslatedCount }: StepPage): string {
  if (untranslatedCount === 0) return ''
  return `Shown without a line, as only the tested merge has it: ${countWord(untranslatedCount, 'finding')}.`
}

function textSection(text: string): Section[] {
  return text === '' ? [] : [{ kind: 'text', text }]
}

function whereTheRestIs({ runUrl }: StepPage): Inline {
  if (runUrl === null) return 'The job summary has the rest.'
  return ['The rest is in ', { kind: 'link', text: 'the job summary', url: runUrl }, '.']
}

function inBatches(annotations: readonly Annotation[]): Annotation[][] {
  const batches: Annotation[][] = []
  for (let start = 0; start < annotations.length; start += BATCH_MAX) {
    batches.push(annotations.slice(start, start + BATCH_MAX))
  }
  return batches
}
