import { defineAction } from '@testwarden/core/action/define-action'
import { collectPerf } from './collect.js'
import { perfConfig } from './config.js'
import { decide } from './decide.js'
import { EMPTY_FACTS, type PerfFacts } from './facts.js'
import { mergeEvidence } from './merge-evidence.js'
import { OUTPUTS } from './outputs.js'
import { parseFacts } from './parse-facts.js'
import { present } from './present.js'

export const perfRegression = defineAction<typeof perfConfig, PerfFacts>({
  id: 'perf-regression',
  gate: 'perf',
  title: 'Perf',
  description: 'Are there more files than there may be?',
  config: perfConfig,
  outputs: OUTPUTS,
  maxEvidenceBytes: 16 * 1024 * 1024,
  emptyFacts: EMPTY_FACTS,
  noInputRemedy: 'Name the files that are to be counted with `files`.',
  collect: collectPerf,
  decide,
  present,
  parseFacts,
  mergeEvidence,
})
