import type { ActionHost } from './action-host.js'

/** `auto`: where it helps and the token may, without a word where it may not. */
export type ChannelChoice = 'auto' | 'always' | 'never'

export interface ChannelInput {
  readonly choice: ChannelChoice
  /** What is wrong with the input as it was given; null for nothing. */
  readonly warning: string | null
}

/** A word that is none of the three changes no verdict; it is said and taken for `auto`. */
export function readChannelInput(host: ActionHost, name: 'comment' | 'check-run'): ChannelInput {
  const given = host.input(name)
  switch (given) {
    case 'auto':
    case 'always':
    case 'never':
      return { choice: given, warning: null }
    case '':
      return { choice: 'auto', warning: null }
    default:
      return {
        choice: 'auto',
        warning: `\`${name}\` is ${JSON.stringify(given.slice(0, 100))}, which is none of auto, always and never: taken for auto.`,
      }
  }
}
