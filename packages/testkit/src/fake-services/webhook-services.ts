import { type Check, checkOf, closed, textUpTo } from './validate.js'

/** What a service that is told by webhook documents of its requests. */
export interface WebhookService {
  /** The page that says so. */
  readonly documentation: string
  /** The method and path of each request that it knows, and what its body must be. */
  readonly requests: readonly { readonly path: RegExp; readonly check: Check }[]
  /** Header to what it must be. */
  readonly headers: Readonly<Record<string, string>>
  readonly bytesMax: number
  /** Its answer to what it took. */
  readonly taken: { readonly status: number; readonly body: unknown }
}

const text = { type: 'string', minLength: 1 }
const uri = { type: 'string', format: 'uri' }
const at = { type: 'string', format: 'date-time' }
const texts = { type: 'object', additionalProperties: { type: 'string' } }
const KB = 1024

const embed = closed({
  title: textUpTo(256),
  description: textUpTo(4096),
  url: uri,
  color: { type: 'integer', minimum: 0, maximum: 0xffffff },
  fields: {
    type: 'array',
    maxItems: 25,
    items: closed({ name: textUpTo(256), value: textUpTo(1024) }, ['name', 'value']),
  },
  footer: closed({ text: textUpTo(2048) }, ['text']),
  timestamp: at,
})
const checkDiscord = checkOf(
  closed(
    {
      content: textUpTo(2000),
      username: textUpTo(80),
      embeds: { type: 'array', maxItems: 10, items: embed },
      // Whoever may ping is said there, so a request without it is a fault of ours.
      allowed_mentions: closed({ parse: { type: 'array', maxItems: 0 } }, ['parse']),
    },
    ['embeds', 'allowed_mentions'],
  ),
)
const checkNote = checkOf(closed({ user: textUpTo(100), source: textUpTo(100), note: textUpTo(25_000) }))

export const webhookServices: Readonly<Record<string, WebhookService>> = {
  'incident-io': {
    documentation: 'https://api-docs.incident.io/tag/Alert-Events-V2',
    requests: [
      {
        path: /^\/v2\/alert_events\/http\/01ABC$/,
        check: checkOf(
          closed(
            {
              title: text,
              description: text,
              status: { enum: ['firing', 'resolved'] },
              deduplication_key: text,
              source_url: uri,
              metadata: { type: 'object' },
            },
            ['title', 'status'],
          ),
        ),
      },
    ],
    headers: { authorization: 'Bearer t0ken-abcdef12' },
    bytesMax: 512 * KB,
    taken: { status: 202, body: { status: 'success', message: 'Event accepted', deduplication_key: 'k' } },
  },
  discord: {
    documentation: 'https://discord.com/developers/docs/resources/webhook#execute-webhook',
    requests: [
      {
        path: /^\/api\/webhooks\/123\/t0ken-abcdef12\?wait=true$/,
        check: (body) => [...checkDiscord(body), ...sumOf(body)],
      },
    ],
    headers: {},
    bytesMax: 8 * KB * KB,
    taken: { status: 200, body: { id: '1' } },
  },
  opsgenie: {
    documentation: 'https://docs.opsgenie.com/docs/alert-api',
    requests: [
      {
        path: /^\/v2\/alerts$/,
        check: checkOf(
          closed(
            {
              message: textUpTo(130),
              alias: textUpTo(512),
              description: textUpTo(15_000),
              priority: { enum: ['P1', 'P2', 'P3', 'P4', 'P5'] },
              source: textUpTo(100),
              entity: textUpTo(512),
              details: texts,
              tags: { type: 'array', maxItems: 20, items: textUpTo(50) },
            },
            ['message'],
          ),
        ),
      },
      { path: /^\/v2\/alerts\/[^/]+\/(acknowledge|close)\?identifierType=alias$/, check: checkNote },
    ],
    headers: { authorization: 'GenieKey t0ken-abcdef12' },
    bytesMax: 512 * KB,
    taken: { status: 202, body: { result: 'Request will be processed', took: 0.1, requestId: 'r' } },
  },
  goalert: {
    documentation: 'https://github.com/target/goalert/blob/master/genericapi/handler.go',
    requests: [
      {
        path: /^\/api\/v2\/generic\/incoming\?token=t0ken-abcdef12$/,
        check: checkOf(
          closed(
            { summary: textUpTo(1024), details: textUpTo(6 * KB, 0), dedup: textUpTo(512), action: { const: 'close' } },
            ['summary'],
          ),
        ),
      },
    ],
    headers: {},
    bytesMax: 256 * KB,
    taken: { status: 204, body: null },
  },
  rootly: {
    documentation: 'https://docs.rootly.com/integrations/generic-webhook-alert-source/installation',
    requests: [
      {
        path: /^\/webhooks\/incoming\/generic_webhooks$/,
        check: checkOf({ type: 'object', required: ['title', 'unique_id', 'state'] }),
      },
    ],
    headers: { authorization: 'Bearer t0ken-abcdef12' },
    bytesMax: 512 * KB,
    taken: { status: 200, body: {} },
  },
  firehydrant: {
    documentation: 'https://docs.firehydrant.com/docs/signals-webhooks',
    requests: [
      {
        path: /^\/v1\/process\/t0ken-abcdef12$/,
        check: checkOf(
          closed(
            {
              idempotency_key: text,
              summary: text,
              body: text,
              level: { enum: ['INFO', 'WARN', 'ERROR', 'FATAL'] },
              status: { enum: ['OPEN', 'CLOSED'] },
              links: { type: 'array', items: closed({ href: uri, text }, ['href']) },
              annotations: texts,
              tags: { type: 'array', items: { type: 'string' } },
            },
            ['summary'],
          ),
        ),
      },
    ],
    headers: {},
    bytesMax: 512 * KB,
    taken: { status: 202, body: {} },
  },
}

/** All texts of all embeds share 6,000 characters. */
function sumOf(body: unknown): readonly string[] {
  const { embeds = [] } = body as { embeds?: readonly Readonly<Record<string, unknown>>[] }
  let sum = 0
  for (const { title, description, fields, footer } of embeds) sum += lengthOf([title, description, fields, footer])
  return sum > 6000 ? [`embeds have ${sum} characters`] : []
}

function lengthOf(node: unknown): number {
  if (typeof node === 'string') return node.length
  if (typeof node !== 'object' || node === null) return 0
  return Object.values(node).reduce((sum: number, item) => sum + lengthOf(item), 0)
}
