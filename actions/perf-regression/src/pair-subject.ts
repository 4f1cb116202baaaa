import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { perfConfig } from './config.js'
import type { PerfFacts } from './facts.js'
import { pairPolicyOf } from './paired/pair-policy.js'
import type { PairSubject } from './paired/subject.js'

/** What pairs are planned and read from, in the job that runs them: its own leg. null: nothing is to be paired. */
export function pairSubjectOf(
  { facts, run, observations }: Evidence<PerfFacts>,
  config: GateConfig<typeof perfConfig>,
): PairSubject | null {
  const [leg] = facts.legs
  if (leg === undefined || leg.trees === null || leg.paired !== null) return null
  const policy = pairPolicyOf(config, run.now)
  return { trees: leg.trees, observations, cores: run.machine.cores, settings: config.own, policy }
}
