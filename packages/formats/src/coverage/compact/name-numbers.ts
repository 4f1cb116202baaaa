import { ownText } from '../../text/own-text.js'

/** Names have 22 bits in a {@link nameKey}, lines 31: together they stay below 2^53. */
const NAME_LIMIT = 2 ** 22
const RECENT_SLOTS = 2 ** 12

/**
 * The names of a report's branch arms or functions. Files share many of them (`0,0`, `constructor`), so each is kept once
 * and known by its number.
 */
export class NameNumbers {
  private readonly numbers = new Map<string, number>()
  private readonly names: string[] = []
  /** By a hash of the name: the number seen last, plus one. A guess, always checked. */
  private readonly recent = new Int32Array(RECENT_SLOTS)

  /** null when there are already as many names as a {@link nameKey} can tell apart. */
  numberOf(name: string): number | null {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    if (this.names.length >= NAME_LIMIT) return null
    const own = ownText(name)
    this.numbers.set(own, this.names.length)
    return this.names.push(own) - 1
  }

  /** The same for a name that lies in a larger text: it is only copied when it was not seen lately. */
  numberOfSpan(text: string, start: number, end: number): number | null {
    let hash = 0
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
    const slot = hash & (RECENT_SLOTS - 1)
    const guess = (this.recent[slot] ?? 0) - 1
    const known = guess === -1 ? undefined : this.names[guess]
    if (known !== undefined && known.length === end - start && text.startsWith(known, start)) return guess
    const number = this.numberOf(text.slice(start, end))
    if (number !== null) this.recent[slot] = number + 1
    return number
  }

  /** undefined for a name that the report does not have. */
  find(name: string): number | undefined {
    return this.numbers.get(name)
  }

  nameOf(number: number): string {
    return this.names[number] ?? ''
  }
}

/** A line and a name in one integer that sorts by line. */
export function nameKey(line: number, number: number): number {
  return line * NAME_LIMIT + number
}

export function lineOfKey(key: number): number {
  return Math.floor(key / NAME_LIMIT)
}

export function numberOfKey(key: number): number {
  return key % NAME_LIMIT
}
