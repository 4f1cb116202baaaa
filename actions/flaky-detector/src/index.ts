import { defineAction } from '@testwarden/core/action/define-action'
import { benchmarkFormats } from '@testwarden/formats/benchmark/registry'
import { coverageFormats } from '@testwarden/formats/coverage/registry'
import { testRunFormats } from '@testwarden/formats/test-run/registry'
import { ask } from './ask.js'
import { collectTests } from './collect.js'
import { compareLegs } from './compare-legs.js'
import { flakyConfig } from './config.js'
import { decide } from './decide.js'
import { EMPTY_FACTS, type FlakyFacts } from './facts.js'
import { mergeEvidence } from './merge-evidence.js'
import { OUTPUTS } from './outputs.js'
import { parseFacts } from './parse-facts.js'
import { present } from './present.js'
import { readReported } from './rerun/read-reported.js'
import { withReruns } from './rerun/with-reruns.js'

export const flakyDetector = defineAction<typeof flakyConfig, FlakyFacts>({
  id: 'flaky-detector',
  gate: 'flaky',
  title: 'Tests',
  description: 'Which failures are flaky, which are real, what deserves quarantine?',
  config: flakyConfig,
  outputs: OUTPUTS,
  maxEvidenceBytes: 64 * 1024 * 1024,
  emptyFacts: EMPTY_FACTS,
  noInputRemedy:
    'Have the tests write a report before this step (JUnit XML, Jest, Playwright, Go, TRX, TAP and others), or name it with `reports`.',
  collect: (context, ports) =>
    collectTests(context, { ports, formats: testRunFormats, foreign: [...benchmarkFormats, ...coverageFormats] }),
  ask,
  readReported,
  settle: withReruns,
  decide,
  present,
  parseFacts,
  mergeEvidence,
  compareLegs,
})
