import type { AppendHistory } from '@testwarden/core/model/change'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { benchmarkLinks } from '@testwarden/history/benchmarks/benchmark-record'
import { encodeBenchmarks } from '@testwarden/history/benchmarks/encode-benchmarks'
import type { PerfLeg } from './facts.js'
import { isAccepted, type JudgedMetric } from './judging/judged-metric.js'
import { reportOfOtherProcessor } from './reading/other-processor.js'
import type { Subject } from './subject.js'

/** What history keeps of a run of the default branch: each process's median, and which values a person accepted. */
export function recordRun({ evidence, judged }: Pick<Subject, 'evidence' | 'judged'>): readonly AppendHistory[] {
  const { run, facts, problems } = evidence
  const variant = canonicalJson(variantKeyOf(run.key))
  // A whole that was folded from legs leaves no record of its own: each leg does.
  const leg = facts.legs.find((each) => each.variant === variant)
  if (leg === undefined || !run.isBaseline || run.testedSha === null || leg.metrics.length === 0) return []
  // It would be taken for a value of the processor of this job.
  if (reportOfOtherProcessor(leg) !== null) return []
  const values = leg.metrics.map(({ place: _place, ...value }) => value)
  const isWhole = problems.length === 0 && leg.failed.length === 0
  const body = encodeBenchmarks(
    { values, isWhole, kernelNs: leg.kernelNs, accepted: acceptedKeys(judged, leg) },
    leg.roster,
  )
  const key = `append-history:${canonicalJson(run.key)}`
  // A leg's benchmarks are compared with the same leg's only.
  return [{ kind: 'append-history', key, body, ...benchmarkLinks(body), standsAlone: true }]
}

/** From here on their values are what others are compared with. */
function acceptedKeys(judged: readonly JudgedMetric[], leg: PerfLeg): readonly string[] {
  return judged.flatMap((each) => (each.leg === leg && isAccepted(each) ? [each.metric.key] : []))
}
