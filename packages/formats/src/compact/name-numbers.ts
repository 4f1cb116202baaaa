import { GrowingIntegers } from './growing-integers.js'
import { NameTexts, type Span } from './name-texts.js'

/** Names have 22 bits in a {@link nameKey}, lines 31: together they stay below 2^53. */
const NAME_LIMIT = 2 ** 22
const FIRST_SLOTS = 1024
/** A report may be made so that its names collide: beyond so many they are looked up in a Map, whose hashes nobody foresees. */
const MAX_PROBES = 16

/**
 * The names of a report's branch arms, functions or tests. Files share many of them (`0,0`, `constructor`), so each is
 * kept once and known by its number. A report may have a million of them: a hash table of numbers takes a fourth of a Map
 * of strings.
 */
export class NameNumbers {
  private readonly names = new NameTexts()
  private readonly hashes = new GrowingIntegers()
  /** Number plus one of the name that hashes there, or to a place shortly before; 0 where there is none. */
  private slots = new Int32Array(FIRST_SLOTS)
  private readonly crowdedOut = new Map<string, number>()

  /** null when there are already as many names as a {@link nameKey} can tell apart. */
  numberOf(name: string): number | null {
    return this.numberOfSpan(name, 0, name.length)
  }

  /** The same for a name that lies in a larger text: it is only copied when it is new. */
  numberOfSpan(text: string, start: number, end: number): number | null {
    const span = { text, start, end }
    const hash = hashOf(span)
    return this.search(span, hash) ?? this.add(span, hash)
  }

  /** undefined for a name that the report does not have. */
  find(name: string): number | undefined {
    const span = { text: name, start: 0, end: name.length }
    return this.search(span, hashOf(span))
  }

  nameOf(number: number): string {
    return number < this.names.length ? this.names.at(number) : ''
  }

  private search(span: Span, hash: number): number | undefined {
    const mask = this.slots.length - 1
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const number = (this.slots[(hash + probe) & mask] ?? 0) - 1
      if (number === -1) return undefined
      if (this.hashes.at(number) === hash && this.names.isAt(number, span)) return number
    }
    return this.crowdedOut.get(span.text.slice(span.start, span.end))
  }

  private add(span: Span, hash: number): number | null {
    const number = this.names.length
    if (number >= NAME_LIMIT) return null
    this.names.push(span)
    this.hashes.set(number, hash)
    if (number * 2 < this.slots.length) this.place(number)
    else this.placeAllAnew()
    return number
  }

  private placeAllAnew(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    this.crowdedOut.clear()
    for (let number = 0; number < this.names.length; number++) this.place(number)
  }

  private place(number: number): void {
    const mask = this.slots.length - 1
    const hash = this.hashes.at(number)
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const slot = (hash + probe) & mask
      if (this.slots[slot] !== 0) continue
      this.slots[slot] = number + 1
      return
    }
    this.crowdedOut.set(this.names.at(number), number)
  }
}

/** FNV-1a without its last bit: small integers are faster. */
function hashOf({ text, start, end }: Span): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 1
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
