import type { ChildCommand, ChildResult, Exec } from '@testwarden/core/ports/exec'
import { capture } from './exec/capture.js'
import { startChild } from './exec/child.js'

/** Child processes for measurements. What they print is captured and never reaches the job's log as it came. */
export function createExec({ cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }): Exec {
  return {
    run: (command) => runChild({ ...command, cwd: command.cwd ?? cwd, env: { ...env, ...command.env } }),
  }
}

interface PlacedCommand extends Omit<ChildCommand, 'cwd' | 'env'> {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

async function runChild(command: PlacedCommand): Promise<ChildResult> {
  const startedMs = performance.now()
  const child = await startChild(command)
  const budget = { remaining: command.maxOutputBytes }
  const [stdout, stderr, end] = await Promise.all([
    capture(child.stdout, budget),
    capture(child.stderr, budget),
    child.ended,
  ])
  return {
    exitCode: end.exitCode,
    stdout: stdout.text,
    stderr: stderr.text,
    isTimedOut: end.isTimedOut,
    isTruncated: stdout.isTruncated || stderr.isTruncated,
    durationMs: performance.now() - startedMs,
  }
}
