import { askPairs } from '../../actions/perf-regression/lib/paired/ask-pairs.js'
import { judgePairs } from '../../actions/perf-regression/lib/paired/judge-pairs.js'
import { readMeasured } from '../../actions/perf-regression/lib/paired/read-measured.js'
import { withPairs } from '../../actions/perf-regression/lib/paired/with-pairs.js'
import { benchmarkFormats } from '../../packages/formats/lib/benchmark/registry.js'
import { fulfil } from '../../packages/platform/lib/requests/fulfil.js'

const POLICY = { falseAlarmRate: 0.005, limitOf: () => ({ worse: 'more', tolerance: 0.05 }) }
/** It decides nothing, and takes longer than what is measured here. */
const KERNEL = { kind: 'kernel', wallNs: 1, cpuNs: 1, durationMs: 0 }
const ignore = () => undefined
const SILENT = { info: ignore, warning: ignore, error: ignore, debug: ignore, group: ignore }

/** One pull request: asked, measured and judged as the action does. */
export async function judgeOnce({ settings, exec, base, head }) {
  const asking = {
    definition: { readReported: (request, written) => readMeasured(request, written, benchmarkFormats) },
    ports: { exec, log: SILENT, files: null, github: null },
  }
  const observations = []
  const subject = { trees: { kind: 'pair', base, head }, observations, cores: 2, settings, policy: POLICY }
  for (;;) {
    const [request] = askPairs(subject)
    if (request === undefined) break
    const isKernel = request.kind === 'run-kernel'
    observations.push(isKernel ? { requestId: request.id, result: KERNEL } : await fulfil(request, asking))
  }
  const facts = withPairs(subject)
  if (facts.outcome.kind !== 'measured') throw new Error(JSON.stringify(facts.outcome))
  return { facts, judged: judgePairs(facts, POLICY) }
}
