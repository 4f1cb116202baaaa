import { assumedLimits } from '../notice-values.js'
import { NO_PATH, type Preset } from './preset.js'

const event = {
  idempotency_key: '{{dedupKey}}',
  summary: '{{title}}',
  body: '{{text}}',
  level: '{{severity}}',
  status: '{{event}}',
  links: '{{links}}',
  annotations: { source: '{{source}}', component: '{{component}}' },
  tags: ['testwarden'],
}

/** An event source of Signals of the kind webhook; the secret is its address. It knows open and closed, nothing between. */
export const firehydrant: Preset = {
  name: 'firehydrant',
  displayName: 'FireHydrant Signals',
  documentation: 'https://docs.firehydrant.com/docs/signals-webhooks',
  endsOn: null,
  url: null,
  headers: {},
  path: NO_PATH,
  body: { trigger: event, acknowledge: null, resolve: event },
  words: {
    event: { trigger: 'OPEN', resolve: 'CLOSED' },
    severity: { critical: 'FATAL', high: 'ERROR', medium: 'WARN', low: 'INFO' },
  },
  limits: { ...assumedLimits, links: 5 },
  markup: 'none',
  twice: 'harmless',
}
