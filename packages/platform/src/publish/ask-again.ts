import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Section } from '@testwarden/core/config/field'
import type { Evidence, ObservedResult } from '@testwarden/core/model/evidence'
import type { Request } from '@testwarden/core/model/request'
import type { Ports } from '@testwarden/core/ports/ports'
import { askUntilSettled } from '../ask-loop.js'
import type { AnyAction } from '../judge-gates.js'

interface WholeQuestion {
  readonly whole: Evidence<unknown>
  readonly config: GateConfig<Section>
  readonly ports: Ports
}

/** They look at GitHub and not at the code, so any job can ask them. */
const OF_GITHUB: ReadonlySet<Request['kind']> = new Set<Request['kind']>([
  'list-issues',
  'read-timeline',
  'ask-permissions',
  'list-runs',
  'list-pulls',
  'list-jobs',
  'list-commits',
])
const FROM_GITHUB: ReadonlySet<ObservedResult['kind']> = new Set<ObservedResult['kind']>([
  'issues',
  'timeline',
  'permissions',
  'runs',
  'pulls',
  'jobs',
  'commits',
])

/**
 * What the whole needs beyond what its legs observed: how GitHub looks now. What a leg says of GitHub is forgotten, its
 * failure to read it as well, as a leg may be anybody's. No command is run here: that is for the jobs that have the code.
 */
export async function askAgain(
  definition: AnyAction,
  { whole, config, ports }: WholeQuestion,
): Promise<Evidence<unknown>> {
  const ask = (evidence: Evidence<unknown>): readonly Request[] =>
    (definition.ask?.(evidence, config) ?? []).filter(({ kind }) => OF_GITHUB.has(kind))
  const asked = new Set(ask({ ...whole, observations: [] }).map(({ id }) => id))
  const observations = whole.observations.filter(
    ({ requestId, result }) => !FROM_GITHUB.has(result.kind) && !asked.has(requestId),
  )
  return askUntilSettled({ definition: { ...definition, ask }, config, evidence: { ...whole, observations }, ports })
}
