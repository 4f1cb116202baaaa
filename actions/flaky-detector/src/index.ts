import { defineAction } from '@testwarden/core/action/define-action'
import { collectFlaky } from './collect.js'
import { flakyConfig } from './config.js'
import { decide } from './decide.js'
import { EMPTY_FACTS, type FlakyFacts } from './facts.js'
import { mergeEvidence } from './merge-evidence.js'
import { OUTPUTS } from './outputs.js'
import { parseFacts } from './parse-facts.js'
import { present } from './present.js'

export const flakyDetector = defineAction<typeof flakyConfig, FlakyFacts>({
  id: 'flaky-detector',
  gate: 'flaky',
  title: 'Flaky',
  description: 'Are there more files than there may be?',
  config: flakyConfig,
  outputs: OUTPUTS,
  maxEvidenceBytes: 16 * 1024 * 1024,
  emptyFacts: EMPTY_FACTS,
  noInputRemedy: 'Name the files that are to be counted with `files`.',
  collect: collectFlaky,
  decide,
  present,
  parseFacts,
  mergeEvidence,
})
