import type { Finding, FindingLevel } from '../model/finding.js'
import { type Annotation, toAnnotations } from './annotation.js'

export interface ChosenAnnotations {
  /** Most useful first. */
  readonly shown: readonly Annotation[]
  readonly heldBack: HeldBack
}

export type HeldBack = Readonly<Record<FindingLevel, number>>

/** Beyond this many of a level the runner drops annotations of a step (actions/runner, `_maxCountPerIssueType`). */
const PER_LEVEL_MAX = 10
const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'notice']

/** As many as GitHub shows for one step; how many of each level are held back is for the summary to say. */
export function chooseAnnotations(ordered: readonly Finding[]): ChosenAnnotations {
  const byLevel = LEVELS.map((level) => ordered.filter((finding) => finding.level === level))
  const [errors = 0, warnings = 0, notices = 0] = byLevel.map(({ length }) => Math.max(0, length - PER_LEVEL_MAX))
  return {
    shown: toAnnotations(byLevel.flatMap((findings) => findings.slice(0, PER_LEVEL_MAX))),
    heldBack: { error: errors, warning: warnings, notice: notices },
  }
}

/**
 * Errors first; within a level those that have a place, and the gates take turns, so that one with hundreds of findings
 * does not hide the only one of another.
 * @param byGate findings of each gate, in the order in which its readers should meet them
 */
export function orderFindings(byGate: readonly (readonly Finding[])[]): Finding[] {
  return LEVELS.flatMap((level) => {
    const ofLevel = byGate.map((findings) => findings.filter((finding) => finding.level === level))
    return [
      ...takeTurns(ofLevel.map((findings) => findings.filter(({ location }) => location !== null))),
      ...takeTurns(ofLevel.map((findings) => findings.filter(({ location }) => location === null))),
    ]
  })
}

function takeTurns(lists: readonly (readonly Finding[])[]): Finding[] {
  const taken: Finding[] = []
  const rounds = lists.reduce((most, { length }) => Math.max(most, length), 0)
  for (let round = 0; round < rounds; round++) {
    for (const list of lists) {
      const finding = list[round]
      if (finding !== undefined) taken.push(finding)
    }
  }
  return taken
}
