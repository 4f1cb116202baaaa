import type { Preset } from './preset.js'

const by = '?identifierType=alias'
const note = { source: '{{source}}', note: '{{title}}' }

/** Ends with Opsgenie itself: Atlassian switches its API off on that day. For the European region write `url`. */
export const opsgenie: Preset = {
  name: 'opsgenie',
  displayName: 'Opsgenie',
  documentation: 'https://docs.opsgenie.com/docs/alert-api',
  endsOn: '2027-04-05',
  url: 'https://api.opsgenie.com',
  headers: { authorization: 'GenieKey {{secret}}' },
  path: {
    trigger: '/v2/alerts',
    acknowledge: `/v2/alerts/{{dedupKey}}/acknowledge${by}`,
    resolve: `/v2/alerts/{{dedupKey}}/close${by}`,
  },
  body: {
    trigger: {
      message: '{{title}}',
      alias: '{{dedupKey}}',
      description: '{{text}}',
      priority: '{{severity}}',
      source: '{{source}}',
      entity: '{{component}}',
      details: '{{details}}',
      tags: ['testwarden'],
    },
    acknowledge: note,
    resolve: note,
  },
  words: { event: {}, severity: { critical: 'P1', high: 'P2', medium: 'P3', low: 'P4' } },
  // Details share 8,000 characters.
  limits: { title: 130, text: 15_000, facts: 12, factName: 100, factValue: 400, links: 1, source: 100 },
  markup: 'none',
  twice: 'harmless',
}
