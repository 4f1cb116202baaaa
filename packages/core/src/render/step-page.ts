import type { Diff } from '../model/diff.js'
import type { RunContext } from '../model/evidence.js'
import type { Finding } from '../model/finding.js'
import type { Outcome } from '../model/outcome.js'
import type { Inline, Section, Span } from '../model/page.js'
import { clip } from './clip.js'
import { formatLocation, formatRanges } from './inline.js'
import { type BlobBase, blobBaseOf, runLink } from './links.js'
import { mapInline, mapSections, type PageMapping } from './map-page.js'
import type { PublishedGate } from './published-gate.js'
import { createRedactor } from './redact.js'
import { createTranslator, type LocationTranslator } from './translate-location.js'
import { ASSUMED_NOTE, hasAssumedLimit, stepOutcome, verdictTable, verdictTitle } from './verdict-heading.js'

export interface StepInput {
  /** In the order in which readers should meet them. */
  readonly gates: readonly PublishedGate[]
  readonly run: RunContext
  readonly toolVersion: string
  /** From the tested tree to the head tree; null when they are the same, or when there is no head. */
  readonly headDiff: Diff | 'unknown' | null
  /** The user's own patterns, see {@link createRedactor}. */
  readonly redactions: readonly string[]
  /** Where the limits come from and what was tested. */
  readonly policy: Inline
  /** How to get the same verdict on one's own machine. */
  readonly localCommand: string
  /** What must be known before the verdict is read, such as a limit that was not accepted. */
  readonly notes?: readonly Inline[]
}

/** All pages of a step as one, ready for any renderer: secrets are gone, places are places of the head tree. */
export interface StepPage {
  readonly outcome: Outcome
  /** `Testwarden: 3 things to fix in this pull request` */
  readonly title: string
  /** One sentence: the gate's own where there is only one, the title otherwise. */
  readonly headline: string
  /** What must be known first, then the verdict table. */
  readonly verdict: readonly Section[]
  /** Problems of all gates, numbered; then the rest; folded parts last. */
  readonly sections: readonly Section[]
  readonly localCommand: string
  readonly policy: Inline
  readonly runUrl: string | null
  readonly blobs: BlobBase | null
  /** By gate, in the decision's order. */
  readonly findings: readonly (readonly Finding[])[]
  /** Findings whose place the head tree does not have; they are kept, without a place. */
  readonly untranslatedCount: number
}

/** No text that anybody needs is longer; what is cut ends with an ellipsis. */
const TEXT_CHARACTERS_MAX = 10_000
/** The foot of a page is always shown, so its texts are short. */
export const FOOT_CHARACTERS_MAX = 300

export function composeStepPage(input: StepInput): StepPage {
  const { run } = input
  const redact = createRedactor(input.redactions)
  const translator = createTranslator(input.headDiff)
  const mapping = mappingOf((text) => clip(redact(text), TEXT_CHARACTERS_MAX), translator)
  const footMapping = mappingOf((text) => clip(redact(text), FOOT_CHARACTERS_MAX), translator)
  const findings = input.gates.map(({ decision }) =>
    decision.findings.map((finding) => cleanFinding(finding, redact, translator)),
  )
  const title = verdictTitle(input.gates, run.pullRequest === null ? 'this run' : 'this pull request')
  return {
    outcome: stepOutcome(input.gates),
    title,
    headline: mapping.text(soleHeadline(input.gates) ?? title),
    verdict: mapSections(verdictSections(input), mapping),
    sections: mapSections(arrange(input.gates), mapping),
    localCommand: clip(redact(input.localCommand), FOOT_CHARACTERS_MAX),
    policy: [mapInline(input.policy, footMapping), ` · Testwarden ${input.toolVersion}`],
    runUrl: runLink(run),
    blobs: blobBaseOf(run),
    findings: findings.map((ofGate) => ofGate.map(({ finding }) => finding)),
    untranslatedCount: findings.flat().filter(({ isLost }) => isLost).length,
  }
}

function soleHeadline(gates: readonly PublishedGate[]): string | null {
  return gates.length === 1 ? (gates[0]?.decision.verdict.headline ?? null) : null
}

function verdictSections({ gates, notes = [] }: StepInput): Section[] {
  const first: Section[] = notes.length === 0 ? [] : [{ kind: 'list', items: notes }]
  const last: Section[] = hasAssumedLimit(gates) ? [{ kind: 'text', text: ASSUMED_NOTE }] : []
  return [...first, verdictTable(gates), ...last]
}

/** A problem may go on in sections without a heading of their own, so these keep their place and have no number. */
function arrange(gates: readonly PublishedGate[]): Section[] {
  const sections = gates.flatMap((gate) => gate.page.sections)
  const problems = sections.filter(isProblem)
  const folded = sections.filter((section) => section.kind === 'details')
  const rest = sections.filter((section) => section.kind !== 'details' && !isProblem(section))
  return [...numbered(problems), ...rest, ...folded]
}

function numbered(problems: readonly ProblemSection[]): Section[] {
  if (problems.filter(({ heading }) => heading !== undefined).length < 2) return [...problems]
  let number = 0
  return problems.map((section) => {
    if (section.heading === undefined) return section
    number++
    return { ...section, heading: [`${number}. `, section.heading] }
  })
}

type ProblemSection = Exclude<Section, { readonly kind: 'details' | 'chart' }>

function isProblem(section: Section): section is ProblemSection {
  return 'role' in section && section.role === 'problem'
}

function mappingOf(text: (original: string) => string, translator: LocationTranslator): PageMapping {
  const span = (original: string | Span): Inline => {
    if (typeof original === 'string') return text(original)
    switch (original.kind) {
      case 'outcome':
        return original
      case 'location':
        return translateSpan({ ...original, path: text(original.path) }, translator)
      case 'link':
        return { ...original, text: text(original.text), url: text(original.url) }
      case 'mention':
        return { ...original, name: text(original.name) }
      case 'code':
      case 'strong':
        return { ...original, text: text(original.text) }
    }
  }
  return { text, span }
}

/** What the head tree has is a place; the rest is said, without a link that would lead elsewhere. */
function translateSpan(span: Span & { readonly kind: 'location' }, translator: LocationTranslator): Inline {
  const { path, ranges, lost } = translator.translate(span.path, span.ranges)
  const isGone = path === null || (ranges.length === 0 && lost.length > 0)
  if (isGone) return [{ kind: 'code', text: formatLocation(span.path, span.ranges) }, ' (of the tested tree)']
  const kept: Inline = { ...span, path, ranges }
  return lost.length === 0 ? kept : [kept, ` and ${formatRanges(lost)} of the tested tree`]
}

function cleanFinding(
  finding: Finding,
  redact: (text: string) => string,
  translator: LocationTranslator,
): { readonly finding: Finding; readonly isLost: boolean } {
  const place = finding.location === null ? null : translator.locate(finding.location)
  const location = place === null ? null : { ...place, path: redact(place.path) }
  return {
    finding: { ...finding, title: redact(finding.title), message: redact(finding.message), location },
    isLost: location === null && finding.location !== null,
  }
}
