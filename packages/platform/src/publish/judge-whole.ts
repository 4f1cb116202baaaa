import { type ConfigSources, effectiveConfig } from '@testwarden/core/action/effective-config'
import { underDoubt } from '@testwarden/core/action/policy-doubt'
import { problemSection } from '@testwarden/core/action/problem-page'
import { chooseLegs } from '@testwarden/core/evidence-fold/choose-legs'
import type { Leg } from '@testwarden/core/evidence-fold/leg'
import { type Expectation, findMissingLegs } from '@testwarden/core/evidence-fold/missing-legs'
import { legRun, wholeRun } from '@testwarden/core/evidence-fold/whole-run'
import type { Change } from '@testwarden/core/model/change'
import type { Decision } from '@testwarden/core/model/decision'
import { type Problem, toProblem } from '@testwarden/core/model/errors'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { Section } from '@testwarden/core/model/page'
import type { Ports } from '@testwarden/core/ports/ports'
import { exitCodeOf } from '../conclusion.js'
import { type AnyAction, type JudgedGate, unaskable } from '../judge-gates.js'
import { judge } from '../run-gate.js'
import { withMissingLegs } from './missing-reason.js'
import { recordsOfLegs } from './records-of-legs.js'

export interface WholeTask {
  readonly known: RunContext
  /** Of the run that is published. */
  readonly attempt: number
  readonly legs: readonly Leg[]
  readonly expectation: Expectation
  /** What could not be used of what was handed over. */
  readonly refused: readonly Problem[]
  readonly sources: ConfigSources
  readonly ports: Ports
}

/** One gate over the evidence of all its legs, by the limits of this job. null: no leg has any of it. */
export async function judgeWhole(definition: AnyAction, task: WholeTask): Promise<JudgedGate | null> {
  const own = task.legs.filter(({ evidence }) => evidence.action === definition.id)
  const chosen = chooseLegs(own, task.attempt)
  const refused = [...task.refused, ...chosen.refused]
  if (chosen.legs.length === 0) return refused.length === 0 ? null : unaskable(definition, refused)
  const resolved = effectiveConfig(definition, task.sources)
  if (!resolved.ok)
    return unaskable(
      definition,
      resolved.errors.map(toProblem).filter((problem) => problem !== null),
    )
  const { missing, notes } = findMissingLegs(
    chosen.legs.map(({ evidence }) => evidence.run.key),
    task.expectation,
  )
  const legs = chosen.legs.map(({ evidence }) => ({ ...evidence, run: legRun(task.known, evidence.run) }))
  const whole = await foldLegs(definition, { legs, refused, task })
  const config = resolved.config.gate
  const result = judge({ definition, config }, whole, (decision) => withMissingLegs(decision, missing))
  const decision: Decision = {
    ...result.decision,
    verdict: underDoubt(result.decision.verdict, resolved.config.doubt),
    changes: changesOf(result.decision, { legs: missing.length === 0 ? legs : [], whole, definition, config }),
  }
  const sections = [...told(whole.problems), ...result.page.sections, ...legSections([...chosen.notes, ...notes])]
  return {
    definition,
    evidence: whole,
    decision,
    page: { ...result.page, sections },
    outputs: result.outputs,
    problems: result.problems,
    exitCode: exitCodeOf(decision.verdict.outcome, result.problems),
  }
}

interface Folding {
  readonly legs: readonly Evidence<unknown>[]
  readonly refused: readonly Problem[]
  readonly task: WholeTask
}

async function foldLegs(definition: AnyAction, { legs, refused, task }: Folding): Promise<Evidence<unknown>> {
  const merged: Evidence<unknown> = definition.mergeEvidence(legs)
  const run = wholeRun(
    task.known,
    legs.map((leg) => leg.run),
  )
  const whole = {
    ...merged,
    run: { ...run, key: { ...task.known.key, action: definition.id } },
    problems: [...merged.problems, ...refused],
  }
  return definition.compareWhole?.(whole, task.ports) ?? whole
}

/** A whole that lacks something is remembered by nobody: later runs would be held to it. */
function changesOf({ changes }: Decision, { legs, ...rest }: Parameters<typeof recordsOfLegs>[0]): readonly Change[] {
  const others = changes.filter(({ kind }) => kind !== 'append-history')
  const own = changes.filter((change) => change.kind === 'append-history')
  return [...others, ...recordsOfLegs({ legs, ...rest }, legs.length === 0 ? [] : own)]
}

function told(problems: readonly Problem[]): Section[] {
  return problems.length === 0 ? [] : [problemSection(problems)]
}

function legSections(notes: readonly string[]): Section[] {
  return notes.length === 0 ? [] : [{ kind: 'list', heading: 'About the legs', items: notes }]
}
