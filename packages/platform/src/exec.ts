import type { ChildCommand, ChildResult, Exec } from '@testwarden/core/ports/exec'
import { capture } from './exec/capture.js'
import { startChild } from './exec/child.js'
import { jobEnvironment } from './exec/job-environment.js'
import { runForFiles } from './exec/run-for-files.js'

/**
 * Child processes for measurements. What they print is captured and never reaches the job's log as it came; of our own
 * environment they get what any step of the job would.
 */
export function createExec({ cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }): Exec {
  const jobEnv = jobEnvironment(env)
  const run = (command: ChildCommand): Promise<ChildResult> =>
    runChild({ ...command, cwd: command.cwd ?? cwd, env: { ...jobEnv, ...command.env } })
  return {
    run,
    runForFiles: (command, read) =>
      runForFiles({ command, read, start: run, workspace: cwd, temporary: env.RUNNER_TEMP }),
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
