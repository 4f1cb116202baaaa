import { type FakeService, json, type Reply, type ServiceRequest, startService } from './service.js'
import type { WebhookService } from './webhook-services.js'

export interface FakeWebhook extends FakeService {
  /** Bodies of the requests that it took. */
  readonly taken: readonly unknown[]
}

/** A service that enforces what it documents: its paths, its headers, its sizes and its schema. */
export async function startFakeWebhook(description: WebhookService): Promise<FakeWebhook> {
  const taken: unknown[] = []
  const service = await startService((request) => answer(request, { description, taken }))
  return Object.assign(service, { taken })
}

function answer(
  { method, path, headers, text, body }: ServiceRequest,
  { description, taken }: { readonly description: WebhookService; readonly taken: unknown[] },
): Reply {
  const known = description.requests.find((request) => request.path.test(path))
  if (method !== 'POST' || known === undefined) return json(404, { message: 'Not Found' })
  const denied = Object.entries(description.headers).some(([name, value]) => headers[name] !== value)
  if (denied) return json(401, { message: 'Unauthorized' })
  if (!/^application\/json\b/.test(headers['content-type'] ?? ''))
    return json(415, { message: 'Unsupported Media Type' })
  if (Buffer.byteLength(text) > description.bytesMax) return json(413, { message: 'Payload Too Large' })
  const problems = known.check(body)
  if (problems.length > 0) return json(400, { message: problems.join('; ') })
  taken.push(body)
  const { status, body: said } = description.taken
  return said === null ? { status, text: '' } : json(status, said)
}
