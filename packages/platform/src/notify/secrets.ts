import { PlatformError } from '@testwarden/core/model/errors'

/** Takes the values of secrets out of a text that people read. */
export type Mask = (text: string) => string

/** Of the environment; what was read is masked in every message about it. */
export interface Secrets {
  /** @throws PlatformError when the variable is missing or empty, as it is in a fork */
  read(variable: string): string
  readonly mask: Mask
}

const MASKED = '[redacted]'

export function openSecrets(env: NodeJS.ProcessEnv): Secrets {
  const hidden = new Set<string>()
  return {
    read(variable) {
      const value = (env[variable] ?? '').trim()
      if (value === '') throw missing(variable)
      for (const part of secretParts(value)) hidden.add(part)
      return value
    },
    // Longer ones first: a part of an address must not break up the whole.
    mask: (text) =>
      [...hidden]
        .sort((left, right) => right.length - left.length)
        .reduce((masked, part) => masked.replaceAll(part, MASKED), text),
  }
}

function missing(variable: string): PlatformError {
  return new PlatformError(`the environment has no ${variable}`, {
    remedy: `add \`${variable}: \${{ secrets.${variable} }}\` to \`env:\` of the step; a fork's pull request never has secrets`,
  })
}

/** A webhook's address is a secret as a whole, and a service may answer with a part of it. */
function secretParts(value: string): readonly string[] {
  if (!URL.canParse(value)) return [value]
  const { pathname, search, searchParams } = new URL(value)
  const parts = [...pathname.split('/'), ...searchParams.values()].filter((part) => /\d/.test(part) && part.length >= 8)
  const rest = `${pathname}${search}`
  return [value, ...(rest.length >= 8 ? [rest] : []), ...parts]
}
