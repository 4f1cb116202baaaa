import type { OutputDefinition } from '@testwarden/core/action/define-action'
import type { PerfFacts } from './facts.js'
import { metricsOf } from './judging/metrics-of.js'

export const OUTPUTS: readonly OutputDefinition<PerfFacts>[] = [
  {
    name: 'benchmark-count',
    description: 'Metrics of benchmarks that the reports of this run have.',
    valueOf: (_decision, { facts }) => String(metricsOf(facts).filter(({ kind }) => kind === 'benchmark').length),
  },
]
