import { ReportError } from '@testwarden/core/model/errors'
import type { ObservedCommand, ObservedResult } from '@testwarden/core/model/evidence'
import { type MeasuredRun, readMeasuredRun } from './measured.js'
import type { ProcessRun } from './process-run.js'

/** What one process of benchmarks came to. One that ended badly may have measured all the same. */
export function readProcess(result: ObservedResult): ProcessRun {
  const nothing = { measured: null, durationMs: 0, cpuMs: null }
  if (result.kind === 'failed') return { ...nothing, fault: `could not start: ${result.message}` }
  if (result.kind !== 'command') return { ...nothing, fault: 'was not run' }
  const { durationMs, cpuMs = null } = result
  if (result.isTimedOut === true) return { ...nothing, durationMs, fault: 'was ended when its time was over' }
  const read = tryRead(result)
  if (!read.ok) return { ...nothing, durationMs, cpuMs, fault: read.fault }
  if (read.measured.metrics.length === 0)
    return { ...nothing, durationMs, cpuMs, fault: silentFault(result, read.measured) }
  return { measured: read.measured, fault: null, durationMs, cpuMs }
}

type ReadResult = { readonly ok: true; readonly measured: MeasuredRun } | { readonly ok: false; readonly fault: string }

function tryRead({ reported }: ObservedCommand): ReadResult {
  try {
    return { ok: true, measured: readMeasuredRun(reported) }
  } catch (error) {
    if (!(error instanceof ReportError)) throw error
    return { ok: false, fault: `reported what ${error.message}` }
  }
}

function silentFault({ exitCode }: ObservedCommand, { problems, failed }: MeasuredRun): string {
  const exit = exitCode === null ? 'no exit code' : `exit code ${exitCode}`
  const why = problems[0] ?? failed[0]?.message
  return `measured nothing (${exit})${why === undefined ? ': its output is in the log' : `: ${why}`}`
}
