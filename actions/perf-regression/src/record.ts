import type { AppendHistory } from '@testwarden/core/model/change'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { benchmarkLinks } from '@testwarden/history/benchmarks/benchmark-record'
import { encodeBenchmarks } from '@testwarden/history/benchmarks/encode-benchmarks'
import type { Subject } from './subject.js'

/** What history keeps of a run of the default branch: each process's median, and which values a person accepted. */
export function recordRun({ evidence }: Pick<Subject, 'evidence'>): readonly AppendHistory[] {
  const { run, facts, problems } = evidence
  const variant = canonicalJson(variantKeyOf(run.key))
  // A whole that was folded from legs leaves no record of its own: each leg does.
  const leg = facts.legs.find((each) => each.variant === variant)
  if (leg === undefined || !run.isBaseline || run.testedSha === null || leg.metrics.length === 0) return []
  const values = leg.metrics.map(({ place: _place, ...value }) => value)
  const isWhole = problems.length === 0 && leg.failed.length === 0
  const body = encodeBenchmarks({ values, isWhole, kernelNs: null, accepted: [] }, leg.roster)
  const key = `append-history:${canonicalJson(run.key)}`
  // A leg's benchmarks are compared with the same leg's only.
  return [{ kind: 'append-history', key, body, ...benchmarkLinks(body), standsAlone: true }]
}
