import type { ChildCommand } from '@testwarden/core/ports/exec'

/** A command of which everything is known. */
export interface PlacedCommand extends Omit<ChildCommand, 'env' | 'tree'> {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}
