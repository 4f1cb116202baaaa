import type { Setting } from '@testwarden/core/config/field'
import { ConfigurationError } from '@testwarden/core/model/errors'

/** What is wrong with a setting only beside others, with the line where it stands. */
export function errorAt({ origin }: Setting<unknown>, message: string, remedy: string): ConfigurationError {
  if (origin.kind !== 'file') return new ConfigurationError(message, { remedy })
  return new ConfigurationError(message, {
    remedy,
    path: origin.path,
    ...(origin.line === null ? {} : { line: origin.line }),
  })
}
