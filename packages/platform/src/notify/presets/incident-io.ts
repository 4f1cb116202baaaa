import { assumedLimits } from '../notice-values.js'
import { NO_PATH, type Preset, sameBody } from './preset.js'

const body = {
  title: '{{title}}',
  description: '{{text}}',
  status: '{{event}}',
  deduplication_key: '{{dedupKey}}',
  source_url: '{{url}}',
  metadata: { severity: '{{severity}}', source: '{{source}}', component: '{{component}}', facts: '{{details}}' },
}

/** An alert source of the kind HTTP. An alert cannot be acknowledged from outside. */
export const incidentIo: Preset = {
  name: 'incident-io',
  displayName: 'incident.io',
  documentation: 'https://api-docs.incident.io/tag/Alert-Events-V2',
  endsOn: null,
  url: null,
  headers: { authorization: 'Bearer {{secret}}' },
  path: NO_PATH,
  body: { ...sameBody(body), acknowledge: null },
  words: { event: { trigger: 'firing', resolve: 'resolved' }, severity: {} },
  limits: assumedLimits,
  markup: 'none',
  twice: 'harmless',
}
