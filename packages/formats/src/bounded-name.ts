import type { WarningLog } from './warning-log.js'

const MAX_CHARACTERS = 1000
const KEPT_AT_AN_END = MAX_CHARACTERS / 2 - 1

/**
 * A name that becomes part of many others: a package of its files, a class of its methods. A megabyte of it would be
 * kept as often as there are such others, so the middle of a very long one is left out, with a warning.
 */
export function boundedName(name: string, at: number | null, warnings: WarningLog): string {
  if (name.length <= MAX_CHARACTERS) return name
  warnings.add(`a name longer than ${MAX_CHARACTERS} characters is shortened`, at)
  return `${name.slice(0, KEPT_AT_AN_END)}…${name.slice(-KEPT_AT_AN_END)}`
}
