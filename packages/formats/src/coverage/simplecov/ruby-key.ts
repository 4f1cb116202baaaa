import { isLineNumber } from '../json-numbers.js'

/** `[:if, 3, 8, 6, 8, 36]`: type, number in its file, first line and column, last line and column. */
const BRANCH = /^\[:("[^"]{1,40}"|[^,"\]]{1,40}), ?\d{1,10}, ?(\d{1,10}), ?(\d{1,10}), ?(\d{1,10}), ?(\d{1,10})\]$/
/** `["Parcel", :weigh, 4, 2, 6, 5]`, with the class in any form that Ruby shows it in. */
const METHOD_PLACE = /, ?(\d{1,10}), ?\d{1,10}, ?\d{1,10}, ?\d{1,10}\]$/
const METHOD_NAME = /, ?:("?)([^"\s]{1,500})\1$/

/** A condition or one of its outcomes, as Ruby's Coverage library shows it. */
export interface BranchKey {
  /** First line. */
  readonly line: number
  /**
   * Type and place, without the number: that depends on what Ruby met before, so processes disagree about it.
   * @see https://github.com/simplecov-ruby/simplecov/issues/1233
   */
  readonly identity: string
}

export interface MethodKey {
  readonly line: number
  readonly name: string
}

export function readBranchKey(text: string): BranchKey | null {
  const [, type, line, column, endLine, endColumn] = BRANCH.exec(text) ?? []
  const first = Number(line)
  if (type === undefined || !isLineNumber(first)) return null
  return { line: first, identity: `${type.replaceAll('"', '')} ${line}:${column}-${endLine}:${endColumn}` }
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
