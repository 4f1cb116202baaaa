import { PlatformError } from '@testwarden/core/model/errors'
import type { Exec } from '@testwarden/core/ports/exec'

/**
 * Starts nothing, where a run is only to be looked at: on a developer's machine and in a dry run.
 * @param remedy how commands are allowed there
 */
export function createRefusingExec(remedy: string): Exec {
  const refuse = async (command: { readonly command: string }): Promise<never> => {
    throw new PlatformError(`nothing is started here, so ${command.command} was not run`, { remedy })
  }
  return { run: refuse, runForFiles: refuse }
}
