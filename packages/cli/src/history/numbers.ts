import { ConfigurationError } from '@testwarden/core/model/errors'
import type { CommandCall } from '../command.js'

/** A whole number given as an option. @throws ConfigurationError */
export function wholeNumber(
  { values }: CommandCall,
  option: { readonly name: string; readonly fallback: number },
): number {
  const text = values.get(option.name)
  if (text === undefined) return option.fallback
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new ConfigurationError(`--${option.name} must be a whole number, not ${JSON.stringify(text.slice(0, 40))}.`, {
    remedy: `Write, for example, --${option.name} ${option.fallback}.`,
  })
}
