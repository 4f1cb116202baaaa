import { PlatformError } from '@testwarden/core/model/errors'
import type { Observation, ObservedResult } from '@testwarden/core/model/evidence'
import type { Request } from '@testwarden/core/model/request'
import type { Ports } from '@testwarden/core/ports/ports'

const MAX_OUTPUT_BYTES = 1024 * 1024

/** Answers one request. What cannot be had is an observation too: the decision says what it means. */
export async function fulfil(request: Request, ports: Ports): Promise<Observation> {
  try {
    return { requestId: request.id, result: await observe(request, ports) }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return { requestId: request.id, result: { kind: 'failed', message: error.message } }
  }
}

async function observe(request: Request, ports: Ports): Promise<ObservedResult> {
  if (request.kind === 'read-file')
    return { kind: 'file', content: await ports.files.readText(request.path, request.maxBytes) }
  const { command, args, timeoutMs } = request
  const child = await ports.exec.run({ command, args, timeoutMs, maxOutputBytes: MAX_OUTPUT_BYTES })
  return { kind: 'command', exitCode: child.exitCode, stdout: child.stdout, durationMs: child.durationMs }
}
