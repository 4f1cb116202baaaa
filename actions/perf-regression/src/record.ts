import type { AppendHistory } from '@testwarden/core/model/change'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { benchmarkLinks } from '@testwarden/history/benchmarks/benchmark-record'
import { encodeBenchmarks } from '@testwarden/history/benchmarks/encode-benchmarks'
import type { PerfLeg } from './facts.js'
import { isAccepted } from './judging/judged-metric.js'
import { isAcceptedShift, wholeRunLimit } from './judging/whole-run-limit.js'
import { reportOfOtherProcessor } from './reading/other-processor.js'
import type { Subject } from './subject.js'

/** What history keeps of a run of the default branch: each process's median, and which values a person accepted. */
export function recordRun(subject: Subject): readonly AppendHistory[] {
  const { run, facts, problems } = subject.evidence
  const variant = canonicalJson(variantKeyOf(run.key))
  // A whole that was folded from legs leaves no record of its own: each leg does.
  const leg = facts.legs.find((each) => each.variant === variant)
  if (leg === undefined || !run.isBaseline || run.testedSha === null || leg.metrics.length === 0) return []
  // It would be taken for a value of the processor of this job.
  if (reportOfOtherProcessor(leg) !== null) return []
  const values = leg.metrics.map(({ place: _place, ...value }) => value)
  const isWhole = problems.length === 0 && leg.failed.length === 0
  const body = encodeBenchmarks(
    { values, isWhole, kernelNs: leg.kernelNs, accepted: acceptedKeys(subject, leg) },
    leg.roster,
  )
  const key = `append-history:${canonicalJson(run.key)}`
  // A leg's benchmarks are compared with the same leg's only.
  return [{ kind: 'append-history', key, body, ...benchmarkLinks(body), standsAlone: true }]
}

/** From here on their values are what others are compared with: what was accepted by name, or all together. */
function acceptedKeys({ judged, suites, config }: Subject, leg: PerfLeg): readonly string[] {
  const accepted = suites.filter((suite) => {
    const inForce = wholeRunLimit(suite, config)
    return suite.leg === leg && inForce !== null && isAcceptedShift(suite, inForce)
  })
  const together = new Set(accepted.flatMap(({ metrics }) => [...metrics.keys()]))
  return judged.flatMap((each) => {
    const { key } = each.metric
    return each.leg === leg && (isAccepted(each) || together.has(key)) ? [key] : []
  })
}
