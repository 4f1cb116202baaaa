import type { SlackBotTarget } from '@testwarden/core/model/target'
import { type Answer, type Judge, jsonOf, judgeStatus } from './answer.js'
import { deliver } from './deliver.js'
import { headerValue, jsonRequest, parseAddress } from './outgoing.js'
import { slackMessage, slackTransition } from './slack-message.js'
import { judgeSlackError } from './slack-refusal.js'
import type { Tell, Telling } from './tell.js'

const ADDRESS = 'https://slack.com/api/'

/**
 * The first notice posts a message; each later one rewrites that message and says in its thread what changed, in this
 * order, so that what is repeated after a failure changes nothing or says it once more. A message that is gone is posted
 * anew.
 */
export const slackBot: Tell<SlackBotTarget> = async (telling) => {
  const thread = readThread(telling.notice.thread)
  if (thread === null || !(await update(telling, thread))) return { thread: await post(telling) }
  const { text, ...rest } = slackTransition(telling.notice)
  await call(telling, {
    method: 'chat.postMessage',
    body: { channel: thread.channel, thread_ts: thread.ts, text, ...rest },
  })
  return { thread: writeThread(thread) }
}

interface Thread {
  readonly channel: string
  readonly ts: string
}

/** false: the message is gone, or no longer ours. */
async function update(telling: Telling<SlackBotTarget>, { channel, ts }: Thread): Promise<boolean> {
  const body = { channel, ts, ...slackMessage(telling.notice) }
  const answer = await call(telling, { method: 'chat.update', body, passes: GONE })
  return jsonOf(answer)?.ok === true
}

const GONE: readonly string[] = ['message_not_found', 'cant_update_message', 'edit_window_closed']

async function post(telling: Telling<SlackBotTarget>): Promise<string | null> {
  const body = { channel: telling.target.channel, ...slackMessage(telling.notice) }
  const { channel, ts } = jsonOf(await call(telling, { method: 'chat.postMessage', body })) ?? {}
  return typeof channel === 'string' && typeof ts === 'string' ? writeThread({ channel, ts }) : null
}

interface SlackCall {
  readonly method: 'chat.postMessage' | 'chat.update'
  readonly body: unknown
  /** Failures that the caller knows what to do about. */
  readonly passes?: readonly string[]
}

async function call(
  { target, secrets, line }: Telling<SlackBotTarget>,
  { method, body, passes = [] }: SlackCall,
): Promise<Answer> {
  const base = target.url ?? ADDRESS
  const url = new URL(method, parseAddress(base.endsWith('/') ? base : `${base}/`, `\`url\` of ${target.name}`))
  const token = headerValue(secrets.read(target.secret), target.secret)
  const outgoing = jsonRequest(url, body, { authorization: `Bearer ${token}` })
  return deliver(outgoing, { target: target.name, judge: judgeBut(passes), twice: 'shown-twice' }, line)
}

/** The Web API answers 200 to what it refuses, and says so inside. */
function judgeBut(passes: readonly string[]): Judge {
  return (answer) => {
    const status = judgeStatus(answer)
    if (status.kind === 'later') return status
    const { ok, error } = jsonOf(answer) ?? {}
    if (status.kind === 'done' && ok === true) return status
    if (typeof error !== 'string') return status.kind === 'refused' ? status : NO_API
    return passes.includes(error) ? { kind: 'done' } : judgeSlackError(error.slice(0, 100))
  }
}

const NO_API = {
  kind: 'refused',
  reason: 'what answered is not Slack’s Web API',
  remedy: 'check `url` of the target',
} as const

/** Ids of channels are capitals and digits; a marker has small letters only. */
function writeThread({ channel, ts }: Thread): string | null {
  const thread = `${channel.toLowerCase()}:${ts}`
  return readThread(thread) === null ? null : thread
}

function readThread(thread: string | null): Thread | null {
  const [, channel, ts] = /^([a-z0-9]{1,30}):(\d{1,12}\.\d{1,9})$/.exec(thread ?? '') ?? []
  return channel === undefined || ts === undefined ? null : { channel: channel.toUpperCase(), ts }
}
