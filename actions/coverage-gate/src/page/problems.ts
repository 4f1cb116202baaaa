import type { Decision } from '@testwarden/core/model/decision'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import type { Reason } from '@testwarden/core/model/verdict'
import type { PatchCoverage } from '../patch.js'

/** The table of components has them all. */
const COMPONENTS_TOLD = 10
const TROUBLE: readonly Outcome[] = ['fail', 'inconclusive', 'warn']

/** What decided the verdict, when it is a bad one. */
export function decisiveReasons({ verdict }: Decision): readonly Reason[] {
  return TROUBLE.includes(verdict.outcome) ? verdict.reasons.filter(({ outcome }) => outcome === verdict.outcome) : []
}

/** One thing to fix per decisive reason that no other section tells. */
export function problemSections(decision: Decision, patch: PatchCoverage | null): Section[] {
  const reasons = decisiveReasons(decision).filter((reason) => !isToldElsewhere(reason, patch))
  const ofComponents = reasons.filter(({ component }) => component !== undefined)
  return [...reasons.filter(({ component }) => component === undefined), ...ofComponents.slice(0, COMPONENTS_TOLD)].map(
    (reason) => ({ kind: 'text', role: 'problem', heading: headingOf(reason), text: richText(textOf(reason)) }),
  )
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

function headingOf({ ruleId, title, actual, outcome, component }: Reason): string {
  if (ruleId === 'component-paths') return `Paths without a file: ${component}`
  if (actual === null && outcome === 'fail') return `In no report: ${title}`
  if (actual === null) return `Not judged: ${title}`
  if (ruleId === 'drop') return component === undefined ? 'Project coverage fell' : `Coverage fell: ${component}`
  return `Too low: ${title}`
}

function textOf({ message, limitOrigin }: Reason): string {
  return limitOrigin === 'assumed' ? `${message} Nobody wrote this limit, so it only advises.` : message
}
