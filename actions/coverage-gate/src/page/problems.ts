import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import type { Reason } from '@testwarden/core/model/verdict'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { CoverageFacts } from '../facts.js'
import { countingOfDecision, type HeadlineCounting } from '../formula.js'
import type { PatchCoverage } from '../patch.js'
import { type Measure, measureOf } from './measure.js'
import { comparedOf, testsToLimit } from './tests-to-limit.js'
import { untestedFiles } from './untested-files.js'
import { wayOut } from './way-out.js'

/** The table of components has them all. */
const COMPONENTS_TOLD = 10
const TROUBLE: readonly Outcome[] = ['fail', 'inconclusive', 'warn']

/** What decided the verdict, when it is a bad one. */
export function decisiveReasons({ verdict }: Decision): readonly Reason[] {
  return TROUBLE.includes(verdict.outcome) ? verdict.reasons.filter(({ outcome }) => outcome === verdict.outcome) : []
}

/** One thing to fix per decisive reason that no other section tells: what, where, and the way out. */
export function problemSections(
  decision: Decision,
  evidence: Evidence<CoverageFacts>,
  patch: PatchCoverage | null,
): Section[] {
  const reasons = decisiveReasons(decision).filter((reason) => !isToldElsewhere(reason, patch))
  const ofComponents = reasons.filter(({ component }) => component !== undefined)
  const shown = [
    ...reasons.filter(({ component }) => component === undefined),
    ...ofComponents.slice(0, COMPONENTS_TOLD),
  ]
  const headline = countingOfDecision(decision, evidence.facts)
  const listed = new Map<string, string>()
  return shown.flatMap((reason) => problemOf(reason, { evidence, headline, listed }))
}

interface ProblemContext {
  readonly evidence: Evidence<CoverageFacts>
  readonly headline: HeadlineCounting
  /** Lists of files with the heading of the problem that has them: several rates may lack the same tests. */
  readonly listed: Map<string, string>
}

function problemOf(reason: Reason, { evidence, headline, listed }: ProblemContext): Section[] {
  const { facts, run } = evidence
  const measure = measureOf(reason.ruleId, headline)
  const missing = missingText(reason, measure)
  const files = missing === null || measure === null ? [] : untestedFiles(reason, facts, measure)
  const heading = headingOf(reason)
  const list = JSON.stringify(files)
  const above = files.length === 0 ? null : (listed.get(list) ?? null)
  if (above === null) listed.set(list, heading)
  const text = richText([textOf(reason), ...farText(missing), ...aboveText(above)].join(' '))
  const out = missing === null ? null : wayOut(reason, run)
  if (files.length === 0 || above !== null)
    return [{ kind: 'text', role: 'problem', heading, text: out === null ? text : [text, ' ', out] }]
  return [
    { kind: 'text', role: 'problem', heading, text },
    { kind: 'list', role: 'problem', items: files },
    ...(out === null ? [] : [continued(out)]),
  ]
}

function farText(missing: string | null): readonly string[] {
  return missing === null ? [] : [`It takes ${missing}.`]
}

function aboveText(heading: string | null): readonly string[] {
  return heading === null ? [] : [`The files are those under "${heading}".`]
}

function continued(text: Inline): Section {
  return { kind: 'text', role: 'problem', text }
}

/** What goes on below the list of untested changed lines: how many tests are enough, and the way out. */
export function remedySections(
  decision: Decision,
  { facts, run }: Evidence<CoverageFacts>,
  patch: PatchCoverage | null,
): Section[] {
  const headline = countingOfDecision(decision, facts)
  const reason = decisiveReasons(decision).find(
    (candidate) => isOfWholePatch(candidate) && isToldElsewhere(candidate, patch),
  )
  const missing = reason === undefined ? null : missingText(reason, measureOf(reason.ruleId, headline))
  if (reason === undefined || missing === null) return []
  const out = wayOut(reason, run)
  const sentence = `It takes ${missing} to reach ${reason.limit} %.`
  return [continued(out === null ? sentence : [sentence, ' ', out])]
}

function isOfWholePatch({ ruleId, component }: Reason): boolean {
  return ruleId === 'patch-line' && component === undefined
}

/** `2 more tested lines`, which keep the limit; null where no rate breaks one. */
function missingText(reason: Reason, measure: Measure | null): string | null {
  const compared = comparedOf(reason)
  if (compared === null || measure === null) return null
  const missing = testsToLimit(compared)
  if (missing === 0n) return null
  return `${formatInteger(missing)} more ${measure.tested} ${missing === 1n ? measure.one : measure.many}`
}

/**
 * Untested changed lines have a section of their own, and what could not be read is told by the pipeline. Where a formula
 * counts more than lines, every line may have run.
 */
function isToldElsewhere({ ruleId, actual, formula, component }: Reason, patch: PatchCoverage | null): boolean {
  if (ruleId === 'report-problems') return true
  if (ruleId !== 'patch-line' || actual === null) return false
  return formula === undefined || (component === undefined && patch !== null && patch.lines.covered < patch.lines.total)
}

function headingOf(reason: Reason): string {
  const { ruleId, title, actual, outcome, component } = reason
  if (ruleId === 'component-paths') return `Paths without a file: ${component}`
  if (actual === null && outcome === 'fail') return `In no report: ${title}`
  if (actual === null) return `Not judged: ${title}`
  if (ruleId === 'drop') return headingOfDrop(reason)
  return `Too low: ${title}`
}

/** A rate that did not fall is a problem only by its old baseline. */
function headingOfDrop(reason: Reason): string {
  const compared = comparedOf(reason)
  if (compared !== null && testsToLimit(compared) === 0n) return `Old baseline: ${reason.title}`
  return reason.component === undefined ? 'Project coverage fell' : `Coverage fell: ${reason.component}`
}

function textOf({ message, limitOrigin }: Reason): string {
  return limitOrigin === 'assumed' ? `${message} Nobody wrote this limit, so it only advises.` : message
}
