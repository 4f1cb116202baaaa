import { defineAction } from '@testwarden/core/action/define-action'
import { benchmarkFormats } from '@testwarden/formats/benchmark/registry'
import { coverageFormats } from '@testwarden/formats/coverage/registry'
import { testRunFormats } from '@testwarden/formats/test-run/registry'
import { ask } from './ask.js'
import { collectIncidents } from './collect.js'
import { compareWhole } from './compare-whole.js'
import { incidentsConfig } from './config.js'
import { decide } from './decide.js'
import { EMPTY_FACTS, type IncidentsFacts } from './facts.js'
import { mergeEvidence } from './merge-evidence.js'
import { OUTPUTS } from './outputs.js'
import { parseFacts } from './parse-facts.js'
import { present } from './present.js'

export const incidentEscalator = defineAction<typeof incidentsConfig, IncidentsFacts>({
  id: 'incident-escalator',
  gate: 'incidents',
  title: 'Incidents',
  description: 'Does this failure need a person, who, and by when?',
  config: incidentsConfig,
  outputs: OUTPUTS,
  maxEvidenceBytes: 64 * 1024 * 1024,
  emptyFacts: EMPTY_FACTS,
  noInputRemedy:
    'Have the tests write a report before this step (JUnit XML, Jest, Playwright, Go, TRX, TAP and others), or name it with `reports`, or the verdicts of other gates with `verdicts`.',
  // Whoever runs all gates has not asked for issues: only settings of its own do.
  isWanted: ({ own }) =>
    own.issues.value === 'on' || own.freeze.when.value !== 'never' || own['fail-on'].value !== 'off',
  collect: (context, ports) =>
    collectIncidents(context, { ports, formats: testRunFormats, foreign: [...benchmarkFormats, ...coverageFormats] }),
  ask,
  decide,
  present,
  parseFacts,
  mergeEvidence,
  compareWhole,
})
