import { type FakeService, json, type Reply, type ServiceRequest, startService } from './service.js'
import { checkOf, closed, textUpTo } from './validate.js'

/**
 * An incoming webhook and the Web API as docs.slack.dev describes them: "Block Kit" reference (blocks, text object),
 * "Sending messages using incoming webhooks" (answers), chat.postMessage and chat.update (errors). The limit over all
 * blocks is unpublished; the lowest one that people met counts here (slackapi/bolt-js#2867).
 */
export interface FakeSlack extends FakeService {
  readonly webhookUrl: string
  /** Of the Web API. */
  readonly apiUrl: string
  /** In the order in which they were first posted. */
  readonly messages: readonly SlackPost[]
}

export interface SlackPost {
  readonly ts: string
  readonly threadTs: string | null
  readonly text: string
  readonly blocks: readonly unknown[]
  /** Everything between `<` and `>` that is no address: people, channels, calls for everybody. */
  readonly mentions: readonly string[]
  readonly edits: number
}

export interface FakeSlackOptions {
  readonly token: string
  readonly channel: string
}

const CONTROL = /<([^>\n]*)>/g
const BLOCKS_CHARACTERS_MAX = 11_000
const plain = closed({ type: { const: 'plain_text' }, text: textUpTo(3000), emoji: { type: 'boolean' } }, [
  'type',
  'text',
])
const markup = (max: number) =>
  closed({ type: { const: 'mrkdwn' }, text: textUpTo(max), verbatim: { type: 'boolean' } }, ['type', 'text'])
const block = {
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: [
    closed(
      {
        type: { const: 'header' },
        text: { ...plain, properties: { ...Object(plain.properties), text: textUpTo(150) } },
      },
      ['type', 'text'],
    ),
    {
      ...closed({
        type: { const: 'section' },
        text: { anyOf: [plain, markup(3000)] },
        fields: { type: 'array', minItems: 1, maxItems: 10, items: markup(2000) },
      }),
      required: ['type'],
      anyOf: [{ required: ['text'] }, { required: ['fields'] }],
    },
    closed(
      { type: { const: 'context' }, elements: { type: 'array', minItems: 1, maxItems: 10, items: markup(3000) } },
      ['type', 'elements'],
    ),
  ],
}
const checkBlocks = checkOf({ type: 'array', maxItems: 50, items: block })

interface Message {
  readonly channel?: string
  readonly ts?: string
  readonly thread_ts?: string
  readonly text?: string
  readonly blocks?: readonly unknown[]
}

export async function startFakeSlack({ token, channel }: FakeSlackOptions): Promise<FakeSlack> {
  const messages: SlackPost[] = []
  const service = await startService((request) => {
    const message = (request.body ?? {}) as Message
    if (request.path.startsWith('/services/')) return answerWebhook(message, messages)
    return answerApi(request, message, { token, channel, messages })
  })
  const webhookUrl = `${service.url}/services/T0123456/B0123456/abcdefgh12345678`
  return Object.assign(service, { webhookUrl, apiUrl: `${service.url}/api/`, messages })
}

function answerWebhook(message: Message, messages: SlackPost[]): Reply {
  const error = refusalOf(message)
  if (error !== null) return { status: 400, text: error }
  post(message, messages)
  return { status: 200, text: 'ok' }
}

function answerApi(
  { path, headers }: ServiceRequest,
  message: Message,
  { token, channel, messages }: FakeSlackOptions & { readonly messages: SlackPost[] },
): Reply {
  const refuse = (error: string) => json(200, { ok: false, error })
  if (headers.authorization !== `Bearer ${token}`) return refuse('invalid_auth')
  if (message.channel !== channel) return refuse('channel_not_found')
  const error = refusalOf(message)
  if (error !== null) return refuse(error)
  if (path === '/api/chat.postMessage') return json(200, { ok: true, channel, ts: post(message, messages) })
  if (path !== '/api/chat.update') return refuse('unknown_method')
  const index = messages.findIndex(({ ts }) => ts === message.ts)
  const found = messages[index]
  if (found === undefined) return refuse('message_not_found')
  messages[index] = { ...found, ...contentOf(message), edits: found.edits + 1 }
  return json(200, { ok: true, channel, ts: found.ts })
}

/** null: nothing is wrong with it. */
function refusalOf({ text = '', blocks = [] }: Message): string | null {
  if (text === '' && blocks.length === 0) return 'no_text'
  if (text.length > 40_000) return 'msg_too_long'
  if (checkBlocks(blocks).length > 0) return 'invalid_blocks'
  return JSON.stringify(blocks).length > BLOCKS_CHARACTERS_MAX ? 'msg_blocks_too_long' : null
}

function post(message: Message, messages: SlackPost[]): string {
  const ts = `1700000000.${String(messages.length + 1).padStart(6, '0')}`
  messages.push({ ts, threadTs: message.thread_ts ?? null, ...contentOf(message), edits: 0 })
  return ts
}

function contentOf({ text = '', blocks = [] }: Message): Pick<SlackPost, 'text' | 'blocks' | 'mentions'> {
  const all = [text, ...markupTexts(blocks)]
  const control = all.flatMap((each) => [...each.matchAll(CONTROL)].map(([, inside = '']) => inside))
  const called = all.flatMap((each) => each.match(/@(here|channel|everyone)\b|<[!@#]/g) ?? [])
  return { text, blocks, mentions: [...control.filter((inside) => !/^https?:\/\//.test(inside)), ...called] }
}

function markupTexts(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  const own = 'type' in node && node.type === 'mrkdwn' && 'text' in node ? [String(node.text)] : []
  return [...own, ...Object.values(node).flatMap(markupTexts)]
}
