import type { ChildResult } from '@testwarden/core/ports/exec'
import { capture } from './capture.js'
import { startChild } from './child.js'
import { underClock } from './cpu-time.js'
import { endLeftovers } from './leftovers.js'
import { withOwnFolder } from './own-folder.js'
import type { PlacedCommand } from './placed-command.js'

/** @throws PlatformError when it cannot be started */
export async function runChild(command: PlacedCommand): Promise<Omit<ChildResult, 'lacks'>> {
  const startedMs = performance.now()
  const child = await startChild(command)
  const budget = { remaining: command.maxOutputBytes }
  const [stdout, stderr, end, hasLeftovers] = await Promise.all([
    capture(child.stdout, budget),
    capture(child.stderr, budget),
    child.ended,
    endLeftovers(child),
  ])
  return {
    exitCode: end.exitCode,
    stdout: stdout.text,
    stderr: stderr.text,
    isTimedOut: end.isTimedOut,
    isTruncated: stdout.isTruncated || stderr.isTruncated,
    hasLeftovers,
    durationMs: performance.now() - startedMs,
    cpuMs: null,
  }
}

/**
 * With the processor time that it took, where that can be told.
 * @param temporary where the runner keeps what is temporary; undefined: the machine's own place
 * @throws PlatformError when it cannot be started
 */
export function runMeasured(
  command: PlacedCommand,
  temporary: string | undefined,
): Promise<Omit<ChildResult, 'lacks'>> {
  return withOwnFolder(temporary, async (folder) => {
    const clock = underClock(command, folder)
    const result = await runChild(clock?.command ?? command)
    return { ...result, cpuMs: (await clock?.read()) ?? null }
  })
}
