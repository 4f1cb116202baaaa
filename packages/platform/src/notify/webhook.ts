import { PlatformError } from '@testwarden/core/model/errors'
import type { WebhookTarget } from '@testwarden/core/model/target'
import { excerptOf, type Judge, jsonOf, judgeStatus } from './answer.js'
import { deliver } from './deliver.js'
import { headerValue, parseAddress } from './outgoing.js'
import { presets } from './presets/registry.js'
import { NO_THREAD, type Tell, type Telling } from './tell.js'
import { webhookRequest } from './webhook-request.js'

export const webhook: Tell<WebhookTarget> = async (telling) => {
  const { target, notice, line } = telling
  const request = webhookRequest(notice, target)
  if (request === null) return NO_THREAD
  const { address, token } = accessOf(telling)
  const url = addPath(address, request.path)
  const headers = { ...fillSecret(request.headers, token, target), ...ownHeaders(telling) }
  const outgoing = { url, method: target.method, headers, body: JSON.stringify(request.body) }
  await deliver(outgoing, { target: target.name, judge, twice: request.twice }, line)
  return NO_THREAD
}

/** The secret is the address, or, where the address is known otherwise, the token. */
function accessOf({ target, secrets }: Telling<WebhookTarget>): {
  readonly address: URL
  readonly token: string | null
} {
  const known = target.url ?? (target.map.kind === 'preset' ? presets[target.map.preset].url : null)
  const secret = target.secret === null ? null : secrets.read(target.secret)
  if (known !== null) return { address: parseAddress(known, `\`url\` of ${target.name}`), token: secret }
  if (needsToken(target))
    throw new PlatformError(`${target.name} has no address`, { remedy: 'write `url`; its secret is the token' })
  return { address: parseAddress(secret ?? '', target.secret ?? `\`url\` of ${target.name}`), token: null }
}

function needsToken({ map }: WebhookTarget): boolean {
  return (
    map.kind === 'preset' && Object.values(presets[map.preset].headers).some((value) => value.includes('{{secret}}'))
  )
}

/** A query of the address stays: it may be what lets us in. */
function addPath(address: URL, path: string): URL {
  const [extra = '', query = ''] = path.split('?', 2)
  const url = new URL(address)
  if (extra !== '') url.pathname = `${url.pathname.replace(/\/$/, '')}${extra}`
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.set(name, value)
  return url
}

function fillSecret(
  headers: Readonly<Record<string, string>>,
  token: string | null,
  target: WebhookTarget,
): Record<string, string> {
  const filled = Object.entries(headers).map(([name, value]) => {
    if (!value.includes('{{secret}}')) return [name, value] as const
    if (token === null)
      throw new PlatformError(`${target.name} has no token`, { remedy: 'write its variable as `secret`' })
    return [name, value.replace('{{secret}}', () => headerValue(token, target.secret ?? 'the token'))] as const
  })
  return Object.fromEntries(filled)
}

function ownHeaders({ target, secrets }: Telling<WebhookTarget>): Record<string, string> {
  const own = Object.entries(target.headers).map(([name, variable]) => [
    name.toLowerCase(),
    headerValue(secrets.read(variable), variable),
  ])
  return Object.fromEntries(own)
}

/** Some answer 200 to what they did not take, and say so in JSON. */
const judge: Judge = (answer) => {
  const judged = judgeStatus(answer)
  if (judged.kind !== 'done') return judged
  const said = jsonOf(answer)
  if (said === null || !saysFailure(said)) return judged
  const reason = `it answered ${answer.status}, but says ${excerptOf(answer.text)}`
  return { kind: 'refused', reason, remedy: 'see what it says of the content' }
}

function saysFailure({ ok, success, status, error, errors }: Readonly<Record<string, unknown>>): boolean {
  if (ok === false || success === false) return true
  if (typeof status === 'string' && /^(error|failed|failure|invalid)/i.test(status)) return true
  if (typeof error === 'string' && error !== '') return true
  return Array.isArray(errors) && errors.length > 0
}
