import { type FakeService, json, type Reply, type ServiceRequest, startService } from './service.js'
import { checkOf, closed } from './validate.js'

/**
 * The workflow "Post to a channel when a webhook request is received" as learn.microsoft.com describes it ("Create
 * incoming webhooks with Workflows"), with cards after adaptivecards.io, version 1.2. What it took it measures anew after
 * writing it for itself (MicrosoftDocs/msteams-docs#11274), and of a failure there the sender hears nothing.
 */
export interface FakeTeams extends FakeService {
  readonly webhookUrl: string
  /** Cards that reached the channel. */
  readonly cards: readonly unknown[]
  /** Why a message that was taken never reached it. */
  readonly lost: readonly string[]
}

const MESSAGE_BYTES_MAX = 28_672
const run = closed(
  {
    type: { const: 'TextRun' },
    text: { type: 'string' },
    weight: { enum: ['Lighter', 'Default', 'Bolder'] },
    size: { enum: ['Small', 'Default', 'Medium', 'Large', 'ExtraLarge'] },
    color: { enum: ['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention'] },
  },
  ['type', 'text'],
)
const card = closed(
  {
    $schema: { const: 'http://adaptivecards.io/schemas/adaptive-card.json' },
    type: { const: 'AdaptiveCard' },
    version: { enum: ['1.0', '1.1', '1.2', '1.3', '1.4'] },
    msteams: { type: 'object' },
    body: {
      type: 'array',
      items: closed(
        {
          type: { const: 'RichTextBlock' },
          spacing: { enum: ['None', 'Small', 'Default'] },
          inlines: { type: 'array', minItems: 1, items: run },
        },
        ['type', 'inlines'],
      ),
    },
    actions: {
      type: 'array',
      maxItems: 6,
      items: closed(
        { type: { const: 'Action.OpenUrl' }, title: { type: 'string' }, url: { type: 'string', format: 'uri' } },
        ['type', 'url'],
      ),
    },
  },
  ['type', 'version', 'body'],
)
const attachment = closed(
  {
    contentType: { const: 'application/vnd.microsoft.card.adaptive' },
    contentUrl: { type: 'null' },
    content: card,
  },
  ['contentType', 'content'],
)
const check = checkOf(
  closed({ type: { const: 'message' }, attachments: { type: 'array', minItems: 1, items: attachment } }, [
    'type',
    'attachments',
  ]),
)

export async function startFakeTeams(): Promise<FakeTeams> {
  const cards: unknown[] = []
  const lost: string[] = []
  const service = await startService((request) => answer(request, { cards, lost }))
  return Object.assign(service, { webhookUrl: `${service.url}/workflows/0a1b2c3d4e5f?sig=abc123def456`, cards, lost })
}

function answer(
  { text, body }: ServiceRequest,
  { cards, lost }: { readonly cards: unknown[]; readonly lost: string[] },
): Reply {
  if (body === undefined) return json(400, { error: { code: 'InvalidRequestContent' } })
  const bytes = writtenBytes(text)
  const problems = check(body)
  if (bytes > MESSAGE_BYTES_MAX) lost.push(`MessageSizeExceeded: ${bytes} bytes`)
  else if (problems.length > 0) lost.push(...problems)
  else cards.push(body)
  return { status: 202, text: '' }
}

/** As a text inside JSON, with the characters that .NET escapes as `\uXXXX`. */
function writtenBytes(text: string): number {
  const escaped = JSON.stringify(text).replace(
    /[<>&'+]|[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return Buffer.byteLength(escaped)
}
