import { defineAction } from '@testwarden/core/action/define-action'
import { benchmarkFormats } from '@testwarden/formats/benchmark/registry'
import { coverageFormats } from '@testwarden/formats/coverage/registry'
import { testRunFormats } from '@testwarden/formats/test-run/registry'
import { ACCEPTABLE_RULES } from './acceptable-rules.js'
import { browse } from './browse.js'
import { collectCoverage } from './collect.js'
import { compareWhole } from './compare-whole.js'
import { coverageConfig } from './config.js'
import { decide } from './decide.js'
import { type CoverageFacts, EMPTY_FACTS } from './facts.js'
import { mergeEvidence } from './merge-evidence.js'
import { OUTPUTS } from './outputs.js'
import { parseFacts } from './parse-facts.js'
import { present } from './present.js'

export const coverageGate = defineAction<typeof coverageConfig, CoverageFacts>({
  id: 'coverage-gate',
  gate: 'coverage',
  title: 'Coverage',
  description: 'Is the changed code tested, and does the project keep its floor?',
  config: coverageConfig,
  outputs: OUTPUTS,
  maxEvidenceBytes: 64 * 1024 * 1024,
  emptyFacts: EMPTY_FACTS,
  acceptable: ACCEPTABLE_RULES,
  noInputRemedy:
    'Run the tests with coverage before this step and have a report written (LCOV, Cobertura, JaCoCo, Clover, Istanbul, Go and others), or name it with `reports`.',
  collect: (context, ports) =>
    collectCoverage(context, { ports, formats: coverageFormats, foreign: [...benchmarkFormats, ...testRunFormats] }),
  decide,
  present,
  browse,
  parseFacts,
  mergeEvidence,
  compareWhole,
})
