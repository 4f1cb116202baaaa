import type { ActionDefinition } from '@testwarden/core/action/define-action'
import type { Ports } from '@testwarden/core/ports/ports'

/** Whose request it is, and what it is answered with. */
export interface Asking {
  readonly definition: Pick<ActionDefinition, 'readReported'>
  readonly ports: Pick<Ports, 'files' | 'exec' | 'log' | 'github'>
  /** Variables of the job. Absent: those of this process. */
  readonly env?: NodeJS.ProcessEnv
}
