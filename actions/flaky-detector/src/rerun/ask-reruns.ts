import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { RunCommand } from '@testwarden/core/model/request'
import type { flakyConfig } from '../config.js'
import type { FlakyFacts } from '../facts.js'
import { judgeTests } from '../judging/judge-tests.js'
import { failedTestsOf } from './failed-tests.js'
import { planRerun } from './plan-rerun.js'

/** The next round of reruns, if there is one. */
export function askReruns(
  evidence: Evidence<FlakyFacts>,
  config: GateConfig<typeof flakyConfig>,
): readonly RunCommand[] {
  const judged = judgeTests(evidence, config)
  const { facts, observations } = evidence
  return facts.legs.flatMap((leg) => {
    const failed = failedTestsOf(leg, judged)
    return planRerun({ leg: leg.variant, failed, observations, settings: config.own }).request ?? []
  })
}
