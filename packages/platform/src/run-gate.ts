import type { ActionDefinition, GateConfig } from '@testwarden/core/action/define-action'
import type { Section } from '@testwarden/core/config/field'
import { applyMode } from '@testwarden/core/limits/apply-mode'
import type { Decision } from '@testwarden/core/model/decision'
import type { EarlierVerdict } from '@testwarden/core/model/earlier-verdict'
import type { Problem } from '@testwarden/core/model/errors'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { Page } from '@testwarden/core/model/page'
import type { Ports } from '@testwarden/core/ports/ports'
import { askUntilSettled } from './ask-loop.js'

/** One gate from reading to page. Nothing has been written anywhere yet. */
export interface GateResult<Facts> {
  readonly evidence: Evidence<Facts>
  readonly decision: Decision
  readonly page: Page
  readonly outputs: ReadonlyMap<string, string>
  /** What must end in exit code 2, after `on-report-error` had its say. */
  readonly problems: readonly Problem[]
}

export interface GateTask<Own extends Section, Facts> {
  readonly definition: ActionDefinition<Own, Facts>
  readonly config: GateConfig<Own>
  /** See `CollectContext`. */
  readonly proposed?: GateConfig<Own>
  readonly run: RunContext
  readonly ports: Ports
  /** See {@link Evidence.judged}. */
  readonly judged?: readonly EarlierVerdict[]
}

/** collect -> ask -> settle -> decide -> present. null: the gate has no input at all. */
export async function runGate<Own extends Section, Facts>(
  task: GateTask<Own, Facts>,
): Promise<GateResult<Facts> | null> {
  const { definition, config, run, ports, judged } = task
  const proposed = task.proposed === undefined ? {} : { proposed: task.proposed }
  const { facts, problems, writes = [] } = await definition.collect({ config, run, ...proposed }, ports)
  if (facts === null && problems.length === 0) return null
  const collected: Evidence<Facts> = {
    action: definition.id,
    run,
    facts: facts ?? definition.emptyFacts,
    problems,
    observations: [],
    ...(judged === undefined ? {} : { judged }),
  }
  const asked = await askUntilSettled({ definition, config, evidence: collected, ports })
  const evidence = definition.settle?.(asked, config) ?? asked
  return judge(task, evidence, (decision) => ({ ...decision, changes: [...writes, ...decision.changes] }))
}

/**
 * decide -> present: the part that `publish` repeats on the evidence of others.
 * @param amend adds what only the pipeline knows, such as legs that are missing
 */
export function judge<Own extends Section, Facts>(
  { definition, config }: Pick<GateTask<Own, Facts>, 'definition' | 'config'>,
  evidence: Evidence<Facts>,
  amend: (decision: Decision) => Decision = (decided) => decided,
): GateResult<Facts> {
  const decided = amend(definition.decide(evidence, config))
  const decision: Decision = { ...decided, verdict: applyMode(decided.verdict, config.shared) }
  const outputs = definition.outputs.map((output) => [output.name, output.valueOf(decision, evidence)] as const)
  return {
    evidence,
    decision,
    page: definition.present(decision, evidence, config),
    outputs: new Map(outputs),
    problems: endsTheStep(config.shared) ? evidence.problems : [],
  }
}

/** A gate that advises never fails its step, whatever it could not read; its page says so all the same. */
function endsTheStep({ mode, 'on-report-error': onReportError }: GateConfig<Section>['shared']): boolean {
  return mode.value !== 'advise' && onReportError.value === 'error'
}
