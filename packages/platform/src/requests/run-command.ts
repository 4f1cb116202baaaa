import type { ObservedCommand } from '@testwarden/core/model/evidence'
import type { CommandReport, RunCommand } from '@testwarden/core/model/request'
import type { ChildCommand, ChildResult } from '@testwarden/core/ports/exec'
import type { Log } from '@testwarden/core/ports/log'
import type { Asking } from './asking.js'

const MAX_OUTPUT_BYTES = 1024 * 1024
/** Where the output is a report itself. */
const MAX_REPORT_BYTES = 64 * 1024 * 1024
/** Of what is shown in the log the end is kept, where runners sum up. */
const MAX_SHOWN_CHARACTERS = 64 * 1024

/** @throws PlatformError when it cannot be started */
export async function runCommand(request: RunCommand, { definition, ports }: Asking): Promise<ObservedCommand> {
  const { report } = request
  const command = commandOf(request)
  if (report === undefined || definition.readReported === undefined) {
    const child = await ports.exec.run(command)
    return { ...observedOf(child), stdout: child.stdout }
  }
  const { child, value } = await ports.exec.runForFiles({ ...command, report }, async (written) =>
    definition.readReported?.(request, written),
  )
  show(child, { request, report, log: ports.log })
  return { ...observedOf(child), reported: value }
}

function commandOf({ kind, id, report, ...command }: RunCommand): ChildCommand {
  const isReport = report !== undefined && report.outputAs !== null
  return { ...command, maxOutputBytes: isReport ? MAX_REPORT_BYTES : MAX_OUTPUT_BYTES }
}

function observedOf(child: ChildResult): ObservedCommand {
  const { exitCode, durationMs, isTimedOut, isTruncated, hasLeftovers, cpuMs, lacks } = child
  return {
    kind: 'command',
    exitCode,
    stdout: '',
    durationMs,
    ...(isTimedOut ? { isTimedOut } : {}),
    ...(isTruncated ? { isTruncated } : {}),
    ...(hasLeftovers ? { hasLeftovers } : {}),
    ...(cpuMs === null ? {} : { cpuMs }),
    ...(lacks.length === 0 ? {} : { lacks }),
  }
}

interface Showing {
  readonly request: RunCommand
  readonly report: CommandReport
  readonly log: Log
}

/** For people. What is a report itself is read by others. */
function show(child: ChildResult, { request, report, log }: Showing): void {
  const text = [report.outputAs === null ? child.stdout : '', child.stderr].filter((part) => part !== '').join('\n')
  const end = child.isTimedOut ? 'ended at its time limit' : `exit code ${child.exitCode ?? 'none'}`
  const shown = text.length <= MAX_SHOWN_CHARACTERS ? text : `[...]\n${text.slice(-MAX_SHOWN_CHARACTERS)}`
  log.group(`${request.command} (${end}, ${Math.round(child.durationMs / 100) / 10} s)`, shown)
}
