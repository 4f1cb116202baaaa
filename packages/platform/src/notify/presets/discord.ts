import type { Preset } from './preset.js'

const QUIET = { allowed_mentions: { parse: [] } }
const EMBED = {
  title: '[{{severity}}] {{title}}',
  description: '{{text}}',
  url: '{{url}}',
  fields: '{{facts}}',
  footer: { text: '{{source}}' },
  timestamp: '{{at}}',
}
/** Decimal colours: red, amber, green. */
const body = (title: string, color: number) => ({
  ...QUIET,
  username: 'Testwarden',
  embeds: [{ ...EMBED, title, color }],
})

/**
 * A channel's webhook; the secret is its address. Without `wait` Discord says nothing of a message that it did not save.
 * An embed takes 256 characters of title, 4,096 of text, 25 fields of 256 and 1,024, and 6,000 in all.
 */
export const discord: Preset = {
  name: 'discord',
  displayName: 'Discord',
  documentation: 'https://discord.com/developers/docs/resources/webhook#execute-webhook',
  endsOn: null,
  url: null,
  headers: {},
  path: { trigger: '?wait=true', acknowledge: '?wait=true', resolve: '?wait=true' },
  body: {
    trigger: body(EMBED.title, 0xd73a49),
    acknowledge: body('[acknowledged] {{title}}', 0xdbab09),
    resolve: body('[resolved] {{title}}', 0x28a745),
  },
  words: { event: {}, severity: {} },
  limits: { title: 230, text: 2000, facts: 10, factName: 60, factValue: 250, links: 1, source: 255 },
  markup: 'discord',
  twice: 'shown-twice',
}
