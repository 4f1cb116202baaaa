import type { ActionDefinition } from '@testwarden/core/action/define-action'
import { type ConfigSources, effectiveConfig } from '@testwarden/core/action/effective-config'
import { lostInput, lostInputPage } from '@testwarden/core/action/lost-input'
import { underDoubt } from '@testwarden/core/action/policy-doubt'
import { problemPage, problemSection, undecided } from '@testwarden/core/action/problem-page'
import { proposedConfig } from '@testwarden/core/action/proposed-config'
import type { SharedSettings } from '@testwarden/core/action/shared-config'
import { applyMode } from '@testwarden/core/limits/apply-mode'
import type { Decision } from '@testwarden/core/model/decision'
import { type Problem, toProblem } from '@testwarden/core/model/errors'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { Page } from '@testwarden/core/model/page'
import type { Ports } from '@testwarden/core/ports/ports'
import { exitCodeOf } from './conclusion.js'
import { judgedEarlier } from './judged-earlier.js'
import { lastRecordOf } from './last-record.js'
import { runGate } from './run-gate.js'

/** Any action, when it does not matter what its facts are. */
// biome-ignore lint/suspicious/noExplicitAny: facts are opaque here, and only the definition itself looks inside
export type AnyAction = ActionDefinition<any, any>

/** One gate of a step, judged or excused, with everything that the channels need of it. */
export interface JudgedGate {
  readonly definition: AnyAction
  /** null when the gate could not even be asked. */
  readonly evidence: Evidence<unknown> | null
  readonly decision: Decision
  readonly page: Page
  readonly outputs: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
  readonly exitCode: number
}

export interface GatesTask {
  readonly definitions: readonly AnyAction[]
  readonly sources: ConfigSources
  readonly run: RunContext
  readonly ports: Ports
  /** What a gate without any input means: its user asked for it by name, or it was merely tried. */
  readonly withoutInput: 'is-an-error' | 'is-left-out'
}

/**
 * Judges each gate by itself: what one cannot read never keeps another from its verdict. What the others said so far is
 * part of its evidence.
 */
export async function judgeGates(task: GatesTask): Promise<JudgedGate[]> {
  const judged: JudgedGate[] = []
  for (const definition of task.definitions) {
    const gate = await judgeGate(definition, { ...task, earlier: judged })
    if (gate !== null) judged.push(gate)
  }
  return judged
}

interface GateInStep extends GatesTask {
  /** The gates that were judged before it. */
  readonly earlier: readonly JudgedGate[]
}

async function judgeGate(definition: AnyAction, task: GateInStep): Promise<JudgedGate | null> {
  const resolved = effectiveConfig(definition, task.sources)
  if (!resolved.ok) return unaskable(definition, toProblems(resolved.errors))
  if (task.withoutInput === 'is-left-out' && definition.isWanted?.(resolved.config.gate) === false) return null
  // Gates of one step share everything but the name under which their records are kept.
  const run = { ...task.run, key: { ...task.run.key, action: definition.id } }
  const proposed = proposedConfig(definition, task.sources)
  const result = await runGate({
    definition,
    config: resolved.config.gate,
    ...(proposed === null ? {} : { proposed }),
    run,
    ports: task.ports,
    ...judgedEarlier(task.earlier),
  })
  if (result === null) return judgeWithoutInput(definition, { task, run, shared: resolved.config.gate.shared })
  const { evidence, page, outputs, problems } = result
  const verdict = underDoubt(result.decision.verdict, resolved.config.doubt)
  const decision: Decision = { ...result.decision, verdict }
  const told = evidence.problems.length === 0 ? page : withProblems(page, evidence.problems)
  const exitCode = exitCodeOf(decision.verdict.outcome, problems)
  return { definition, evidence, decision, page: told, outputs, problems, exitCode }
}

interface Inputless {
  readonly task: GatesTask
  readonly run: RunContext
  readonly shared: SharedSettings
}

async function judgeWithoutInput(definition: AnyAction, { task, run, shared }: Inputless): Promise<JudgedGate | null> {
  if (task.withoutInput === 'is-an-error') return unaskable(definition, [noInput(definition)])
  const record = await lastRecordOf(definition.id, run, task.ports)
  if (record === null) return null
  const lost = lostInput(definition, record)
  const decision = { ...lost, verdict: applyMode(lost.verdict, shared) }
  const exitCode = exitCodeOf(decision.verdict.outcome, [])
  return { ...unaskable(definition, []), decision, page: lostInputPage(definition, decision), exitCode }
}

/** A gate that could not be asked: its problems are its page. */
export function unaskable(definition: AnyAction, problems: readonly Problem[]): JudgedGate {
  const decision = undecided(problems)
  return {
    definition,
    evidence: null,
    decision,
    page: problemPage(definition, problems),
    outputs: new Map(),
    problems,
    exitCode: exitCodeOf(decision.verdict.outcome, problems),
  }
}

function withProblems(page: Page, problems: readonly Problem[]): Page {
  return { ...page, sections: [problemSection(problems), ...page.sections] }
}

function toProblems(errors: readonly Error[]): Problem[] {
  return errors.map(toProblem).filter((problem) => problem !== null)
}

/** What a step's user must hear that had nothing to judge. What stands aside by its settings waits for no report. */
export function noInputs(definitions: readonly AnyAction[]): readonly Problem[] {
  const waiting = definitions.filter(({ isWanted }) => isWanted === undefined)
  return (waiting.length > 0 ? waiting : definitions).map(noInput)
}

/** What a gate's user must hear when there is no report at all. */
function noInput({ title, noInputRemedy }: AnyAction): Problem {
  const message = `${title}: no report was found.`
  return { kind: 'configuration', message, path: null, line: null, remedy: noInputRemedy }
}
