import { isLineNumber } from '../json-numbers.js'

/** `[:if, 3, 8, 6, 8, 36]`: type, number in its file, first line and column, last line and column. */
const BRANCH = /^\[:("[^"]{1,40}"|[^,"\]]{1,40}), ?\d{1,10}, ?(\d{1,10}), ?(\d{1,10}), ?(\d{1,10}), ?(\d{1,10})\]$/
/** `["Parcel", :weigh, 4, 2, 6, 5]`, with the class in any form that Ruby shows it in. */
const METHOD_PLACE = /, ?(\d{1,10}), ?\d{1,10}, ?\d{1,10}, ?\d{1,10}\]$/
const METHOD_NAME = /, ?:("?)([^"\s]{1,500})\1$/

/**
 * A condition or one of its outcomes, as Ruby's Coverage library shows it. The number is left out: it depends on what
 * Ruby met before, so processes disagree about it.
 * @see https://github.com/simplecov-ruby/simplecov/issues/1233
 */
export interface BranchKey {
  readonly type: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export interface MethodKey {
  readonly line: number
  readonly name: string
}

export function readBranchKey(text: string): BranchKey | null {
  const [, type, ...numbers] = BRANCH.exec(text) ?? []
  const [line, column = 0, endLine = 0, endColumn = 0] = numbers.map(Number)
  if (type === undefined || !isLineNumber(line)) return null
  return { type: type.replaceAll('"', ''), line, column, endLine, endColumn }
}

/**
 * Which outcome of a line's conditions it is, marked as a place. Lines count from the condition's: few texts for many
 * branches.
 */
export function armName(condition: BranchKey, outcome: BranchKey): string {
  return `@${placed(condition, condition.line)} ${placed(outcome, condition.line)}`
}

function placed({ type, line, column, endLine, endColumn }: BranchKey, from: number): string {
  return `${type} +${line - from}:${column}-+${endLine - from}:${endColumn}`
}

export function readMethodKey(text: string): MethodKey | null {
  const place = METHOD_PLACE.exec(text)
  if (place === null || !text.startsWith('[')) return null
  const line = Number(place[1])
  const named = text.slice(1, place.index)
  const name = METHOD_NAME.exec(named)
  if (name === null || !isLineNumber(line)) return null
  const owner = named.slice(0, name.index).replaceAll('"', '')
  return { line, name: `${owner}#${name[2]}` }
}
