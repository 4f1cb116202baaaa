import type { ReportedMachine } from '@testwarden/core/model/benchmark'

/** null where nothing is told; an empty text tells nothing. */
export function reportedMachine({ cpu, cores, os }: Partial<ReportedMachine>): ReportedMachine | null {
  const machine = { cpu: cpu || null, cores: cores ?? null, os: os || null }
  return machine.cpu === null && machine.cores === null && machine.os === null ? null : machine
}
