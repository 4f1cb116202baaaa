import { MAX_ATTEMPTS } from '@testwarden/core/model/test-run'
import type { EncodedRun } from './encoded-run.js'
import { decodeNumbers, encodeNumbers } from './number-text.js'
import type { RecordedCase } from './recorded-run.js'

/** A case that is not as usual, at its place in the roster. */
export interface Cell {
  readonly position: number
  readonly outcome: string
  readonly fingerprint: string | null
}

export type CellsText = Pick<EncodedRun, 'cells' | 'outcomes' | 'fingerprints'>

function usualOutcome(skip: number | undefined): string {
  return skip === 1 ? 'S' : 'P'
}

/** @param cases in the order of the roster that `skips` belongs to */
export function encodeCells(cases: readonly RecordedCase[], skips: Uint8Array): CellsText {
  const outcomes = new Map<string, number>()
  const fingerprints = new Map<string, number>()
  const numbers: number[] = []
  let after = 0
  for (const [position, { outcome, fingerprint }] of cases.entries()) {
    if (fingerprint === null && outcome === usualOutcome(skips[position])) continue
    const failure = fingerprint === null ? 0 : 1 + indexIn(fingerprints, fingerprint)
    numbers.push(position - after, indexIn(outcomes, outcome), failure)
    after = position + 1
  }
  return { outcomes: [...outcomes.keys()], fingerprints: [...fingerprints.keys()], cells: encodeNumbers(numbers) }
}

/** Ascending by position, each below `end`; null: the text is damaged. */
export function decodeCells({ cells, outcomes, fingerprints }: CellsText, end: number): readonly Cell[] | null {
  const numbers = decodeNumbers(cells)
  if (numbers === null || numbers.length % 3 !== 0 || !outcomes.every(isOutcome)) return null
  const decoded: Cell[] = []
  let position = -1
  for (let index = 0; index < numbers.length; index += 3) {
    position += 1 + (numbers[index] ?? 0)
    const outcome = outcomes[numbers[index + 1] ?? 0]
    const failure = numbers[index + 2] ?? 0
    const fingerprint = failure === 0 ? null : fingerprints[failure - 1]
    if (position >= end || outcome === undefined || fingerprint === undefined) return null
    decoded.push({ position, outcome, fingerprint })
  }
  return decoded
}

export function isOutcome(outcome: string): boolean {
  return outcome.length <= MAX_ATTEMPTS && /^[PFES]+$/.test(outcome)
}

function indexIn(list: Map<string, number>, text: string): number {
  const known = list.get(text)
  if (known !== undefined) return known
  list.set(text, list.size)
  return list.size - 1
}
