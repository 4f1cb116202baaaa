import { defineAction } from '@testwarden/core/action/define-action'
import { benchmarkFormats } from '@testwarden/formats/benchmark/registry'
import { coverageFormats } from '@testwarden/formats/coverage/registry'
import { testRunFormats } from '@testwarden/formats/test-run/registry'
import { ACCEPTABLE_RULES } from './acceptable-rules.js'
import { ask } from './ask.js'
import { collectPerf } from './collect.js'
import { compareLegs } from './compare-legs.js'
import { perfConfig } from './config.js'
import { decide } from './decide.js'
import { EMPTY_FACTS, type PerfFacts } from './facts.js'
import { mergeEvidence } from './merge-evidence.js'
import { OUTPUTS } from './outputs.js'
import { readMeasured } from './paired/read-measured.js'
import { parseFacts } from './parse-facts.js'
import { present } from './present.js'
import { settle } from './settle.js'

export const perfRegression = defineAction<typeof perfConfig, PerfFacts>({
  id: 'perf-regression',
  gate: 'perf',
  title: 'Speed',
  description: 'Did this change make a benchmark or a test slower, beyond noise?',
  config: perfConfig,
  outputs: OUTPUTS,
  acceptable: ACCEPTABLE_RULES,
  maxEvidenceBytes: 64 * 1024 * 1024,
  emptyFacts: EMPTY_FACTS,
  noInputRemedy:
    'Have benchmarks write a report before this step (pytest-benchmark, go test -bench, JMH, Criterion and others), or name it with `reports`. Reports of tests tell how long tests take.',
  collect: (context, ports) =>
    collectPerf(context, { ports, formats: [...benchmarkFormats, ...testRunFormats], foreign: coverageFormats }),
  ask,
  readReported: (request, written) => readMeasured(request, written, benchmarkFormats),
  settle,
  decide,
  present,
  parseFacts,
  mergeEvidence,
  compareLegs,
})
