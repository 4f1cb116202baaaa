import { rememberByKey } from '@testwarden/core/model/remember-by-key'
import type { MetricFacts, PerfFacts } from '../facts.js'

/** Of all legs: one that several have is listed for each, because each leg compares with itself. */
export const metricsOf = rememberByKey((facts: PerfFacts): readonly MetricFacts[] =>
  facts.legs.flatMap(({ metrics }) => metrics),
)
