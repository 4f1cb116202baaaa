import { type RecordKey, variantKeyOf } from '../model/record-key.js'
import { clip } from './clip.js'
import { escapeTerminal } from './escape.js'

const NAME_CHARACTERS_MAX = 200

/**
 * Name of a check run, such as `CI / test (20, ubuntu) / coverage-gate`. GitHub shows it in the first check suite of
 * the commit, whichever workflow that belongs to, so the name says all. It stays the same from run to run.
 */
export function checkName(key: RecordKey): string {
  const { workflow, job, matrix, action, step } = variantKeyOf(key)
  const parts = [workflow, `${job}${inBrackets(cellOf(matrix))}`, `${action}${inBrackets(stepLabel(step))}`]
  return clip(escapeTerminal(parts.filter((part) => part !== '').join(' / ')), NAME_CHARACTERS_MAX)
}

function inBrackets(text: string): string {
  return text === '' ? '' : ` (${text})`
}

/** The values of a matrix cell, as GitHub itself names its jobs. */
function cellOf(matrix: string): string {
  try {
    return leaves(JSON.parse(matrix)).join(', ')
  } catch {
    return matrix
  }
}

function leaves(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.values(value).flatMap(leaves)
}

/**
 * What tells two steps of one job apart: the step's `id:`, or the number that GitHub gives to the second use of an action
 * (`__octo_gates_2`). Empty for the first one.
 */
function stepLabel(step: string): string {
  if (!step.startsWith('__')) return step
  const number = /_(\d{1,3})$/.exec(step)?.[1]
  return number === undefined ? '' : `#${number}`
}
