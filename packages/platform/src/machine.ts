import os from 'node:os'
import type { Machine } from '@testwarden/core/model/evidence'

const BYTES_PER_MIB = 1024 * 1024

/** What timings were measured on. The image is the runner's own name for it, the operating system elsewhere. */
export function describeMachine(env: NodeJS.ProcessEnv): Machine {
  return {
    cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryMiB: Math.round(os.totalmem() / BYTES_PER_MIB),
    image: describeImage(env),
  }
}

function describeImage(env: NodeJS.ProcessEnv): string {
  const names = [env.ImageOS, env.ImageVersion].filter((name) => name !== undefined && name !== '')
  return names.length > 0 ? names.join('-') : `${os.platform()}-${os.arch()}-${os.release()}`
}
