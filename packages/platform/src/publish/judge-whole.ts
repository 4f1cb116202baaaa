import { type ConfigSources, effectiveConfig } from '@testwarden/core/action/effective-config'
import { underDoubt } from '@testwarden/core/action/policy-doubt'
import { problemSection } from '@testwarden/core/action/problem-page'
import { chooseLegs } from '@testwarden/core/evidence-fold/choose-legs'
import type { Leg } from '@testwarden/core/evidence-fold/leg'
import { type Expectation, findMissingLegs } from '@testwarden/core/evidence-fold/missing-legs'
import { legRun, wholeRun } from '@testwarden/core/evidence-fold/whole-run'
import type { Decision } from '@testwarden/core/model/decision'
import { type Problem, toProblem } from '@testwarden/core/model/errors'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { Trust } from '@testwarden/core/model/history-record'
import type { Section } from '@testwarden/core/model/page'
import type { Ports } from '@testwarden/core/ports/ports'
import { exitCodeOf } from '../conclusion.js'
import { type AnyAction, type JudgedGate, unaskable } from '../judge-gates.js'
import { judgedEarlier } from '../judged-earlier.js'
import { judge } from '../run-gate.js'
import { askAgain } from './ask-again.js'
import { withMissingLegs } from './missing-reason.js'
import { recordsOfLegs } from './records-of-legs.js'

export interface WholeTask {
  readonly known: RunContext
  /** What the legs have in common. */
  readonly tested: RunContext
  /** Whose word their records are; null: none are kept. */
  readonly trust: Trust | null
  /** Of the run that is published. */
  readonly attempt: number
  readonly legs: readonly Leg[]
  readonly expectation: Expectation
  /** What could not be used of what was handed over. */
  readonly refused: readonly Problem[]
  readonly sources: ConfigSources
  readonly ports: Ports
  /** The wholes that were judged before it. */
  readonly earlier: readonly JudgedGate[]
}

/** One gate over the evidence of all its legs, by the limits of this job. null: no leg has any of it. */
export async function judgeWhole(definition: AnyAction, task: WholeTask): Promise<JudgedGate | null> {
  const candidates = task.legs.filter(({ evidence }) => evidence.action === definition.id)
  const chosen = chooseLegs(candidates, task.attempt)
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
  const legs = await readLegs(definition, { legs: chosen.legs, task })
  const config = resolved.config.gate
  const folded = await foldLegs(definition, { legs, refused, missing, task })
  const whole = await askAgain(definition, { whole: folded, config, ports: task.ports })
  const result = judge({ definition, config }, whole, (decision) => withMissingLegs(decision, missing))
  const { trust, ports } = task
  const remembering = { definition, config, legs, whole, decided: result.decision, missing, trust }
  const { changes, notes: unkept } = await recordsOfLegs(remembering, ports.history)
  const decision: Decision = {
    ...result.decision,
    verdict: underDoubt(result.decision.verdict, resolved.config.doubt),
    changes,
  }
  const said = legSections([...chosen.notes, ...notes, ...unkept])
  const sections = [...told(whole.problems), ...result.page.sections, ...said]
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

async function readLegs(
  definition: AnyAction,
  { legs, task }: { readonly legs: readonly Leg[]; readonly task: WholeTask },
): Promise<readonly Evidence<unknown>[]> {
  const told = legs.map(({ evidence }) => ({ ...evidence, run: legRun(task.tested, evidence.run) }))
  return definition.compareLegs?.(told, task.ports) ?? told
}

interface Folding {
  readonly legs: readonly Evidence<unknown>[]
  readonly refused: readonly Problem[]
  /** Names of legs that handed nothing over. */
  readonly missing: readonly string[]
  readonly task: WholeTask
}

async function foldLegs(definition: AnyAction, { legs, refused, missing, task }: Folding): Promise<Evidence<unknown>> {
  // What a leg's own step said is no word of this one's.
  const { judged: _judged, missingLegs: _missing, ...merged }: Evidence<unknown> = definition.mergeEvidence(legs)
  const run = wholeRun(
    task.known,
    legs.map((leg) => leg.run),
  )
  const whole = {
    ...merged,
    run: { ...run, key: { ...task.known.key, action: definition.id } },
    problems: [...merged.problems, ...refused],
    ...judgedEarlier(task.earlier),
    ...(missing.length === 0 ? {} : { missingLegs: missing }),
  }
  return definition.compareWhole?.(whole, task.ports) ?? whole
}

function told(problems: readonly Problem[]): Section[] {
  return problems.length === 0 ? [] : [problemSection(problems)]
}

function legSections(notes: readonly string[]): Section[] {
  return notes.length === 0 ? [] : [{ kind: 'list', heading: 'About the legs', items: notes }]
}
