import { assumedLimits } from '../notice-values.js'
import { NO_PATH, type Preset, sameBody } from './preset.js'

/**
 * A generic webhook alert source. Which key is what is set there: `title`, `description`, `external_url`, `unique_id` as
 * the identifier, and resolved where `state` is `resolved`.
 */
export const rootly: Preset = {
  name: 'rootly',
  displayName: 'Rootly',
  documentation: 'https://docs.rootly.com/integrations/generic-webhook-alert-source/installation',
  endsOn: null,
  url: 'https://webhooks.rootly.com/webhooks/incoming/generic_webhooks',
  headers: { authorization: 'Bearer {{secret}}' },
  path: NO_PATH,
  body: sameBody({
    title: '{{title}}',
    description: '{{text}}',
    external_url: '{{url}}',
    unique_id: '{{dedupKey}}',
    state: '{{event}}',
    severity: '{{severity}}',
    source: '{{source}}',
    details: '{{details}}',
  }),
  words: { event: { trigger: 'open', acknowledge: 'acknowledged', resolve: 'resolved' }, severity: {} },
  limits: assumedLimits,
  markup: 'none',
  twice: 'harmless',
}
