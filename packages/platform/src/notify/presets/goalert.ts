import { NO_PATH, type Preset } from './preset.js'

const alert = { summary: '{{title}}', details: '{{text}}\n\n{{url}}', dedup: '{{dedupKey}}' }

/** A generic integration key; the secret is its address with the token. GoAlert has no word for acknowledging there. */
export const goalert: Preset = {
  name: 'goalert',
  displayName: 'GoAlert',
  documentation: 'https://github.com/target/goalert/blob/master/genericapi/handler.go',
  endsOn: null,
  url: null,
  headers: {},
  path: NO_PATH,
  body: { trigger: alert, acknowledge: null, resolve: { ...alert, action: 'close' } },
  words: { event: {}, severity: {} },
  // Details are cut at 6 KiB, and the link stands at their end.
  limits: { title: 1024, text: 1500, facts: 0, factName: 0, factValue: 0, links: 1, source: 255 },
  markup: 'none',
  twice: 'harmless',
}
