/**
 * Digits of base 40: the first forty end a number, the others say that more follows. None can be part of what redaction
 * takes for a secret (no `A` of AKIA, no `:/@_-`, no space), nor of the mark that redaction leaves, nor is any escaped in
 * JSON.
 */
const DIGITS = 'BCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&()*+,.;=?^{|}~'
const BASE = DIGITS.length / 2
const LARGEST = 0x7fff_ffff

const VALUES = new Int16Array(128).fill(-1)
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value

/** Integers from 0 to 2^31 - 1 as text, least significant digit first; small ones take one character. */
export function encodeNumbers(numbers: Iterable<number>): string {
  const digits: string[] = []
  for (const number of numbers) {
    let rest = number
    for (; rest >= BASE; rest = Math.floor(rest / BASE)) digits.push(DIGITS.charAt(BASE + (rest % BASE)))
    digits.push(DIGITS.charAt(rest))
  }
  return digits.join('')
}

/** null: the text is not what {@link encodeNumbers} writes. */
export function decodeNumbers(text: string): Int32Array | null {
  const numbers = new Int32Array(text.length)
  let count = 0
  let [number, weight] = [0, 1]
  for (let at = 0; at < text.length; at++) {
    const digit = VALUES[text.charCodeAt(at)] ?? -1
    if (digit < 0) return null
    number += (digit % BASE) * weight
    if (number > LARGEST || weight > LARGEST) return null
    if (digit >= BASE) weight *= BASE
    else {
      numbers[count++] = number
      number = 0
      weight = 1
    }
  }
  return weight === 1 ? numbers.subarray(0, count) : null
}

/** Ascending positions as what lies between them. */
export function gapsOf(positions: readonly number[]): number[] {
  let next = 0
  return positions.map((position) => {
    const gap = position - next
    next = position + 1
    return gap
  })
}

/** The inverse of {@link gapsOf}; null when a position is not below `end`. */
export function positionsOf(gaps: Int32Array, end: number): Int32Array | null {
  const positions = new Int32Array(gaps.length)
  let next = 0
  for (let index = 0; index < gaps.length; index++) {
    const position = next + (gaps[index] ?? 0)
    if (position >= end) return null
    positions[index] = position
    next = position + 1
  }
  return positions
}
