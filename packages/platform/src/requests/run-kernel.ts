import { PlatformError } from '@testwarden/core/model/errors'
import type { ObservedKernel } from '@testwarden/core/model/evidence'
import type { Exec } from '@testwarden/core/ports/exec'
import { type KernelTimes, referenceKernel } from './reference-kernel.js'

const TIMEOUT_MS = 60_000
const MAX_OUTPUT_BYTES = 1_000

/** @throws PlatformError when it cannot be started, or does not end as it should */
export async function runKernel(exec: Pick<Exec, 'run'>): Promise<ObservedKernel> {
  const { stdout, exitCode, durationMs } = await exec.run({
    command: process.execPath,
    args: ['--eval', `(${referenceKernel})()`],
    // What a job has Node load would be part of what is measured.
    env: { NODE_OPTIONS: '' },
    timeoutMs: TIMEOUT_MS,
    maxOutputBytes: MAX_OUTPUT_BYTES,
  })
  const times = exitCode === 0 ? timesOf(stdout) : null
  if (times === null) throw new PlatformError('the reference kernel did not end as it should', { retryable: true })
  return { kind: 'kernel', ...times, durationMs }
}

function timesOf(stdout: string): KernelTimes | null {
  const [, wallNs, cpuNs] = /^\{"wallNs":(\d{1,15}),"cpuNs":(\d{1,15}),/.exec(stdout) ?? []
  return wallNs === undefined || cpuNs === undefined ? null : { wallNs: Number(wallNs), cpuNs: Number(cpuNs) }
}
