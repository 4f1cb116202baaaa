/** A line of a step's output that the runner obeys instead of only logging it. */
export interface WorkflowCommand {
  /** As written; the runner compares names without regard to case. */
  readonly name: string
  /** Keys in lower case, because the runner looks them up without regard to case. */
  readonly properties: ReadonlyMap<string, string>
  readonly data: string
}

interface Syntax {
  readonly separator: string
  readonly unescapeProperty: (text: string) => string
  readonly unescapeData: (text: string) => string
}

const COLON_SYNTAX: Syntax = {
  separator: ',',
  unescapeProperty: unescaper([
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%3A', ':'],
    ['%2C', ','],
    ['%25', '%'],
  ]),
  unescapeData: unescaper([
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%25', '%'],
  ]),
}

const unescapeBracket = unescaper([
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
])

const BRACKET_SYNTAX: Syntax = { separator: ';', unescapeProperty: unescapeBracket, unescapeData: unescapeBracket }

/** What the runner's `TrimStart` removes: unlike JavaScript's it knows U+0085 and leaves U+FEFF. */
const LEADING_SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u

/**
 * The end of the command's head. The runner searches it by the rules of its culture, which pass over characters without
 * width, so that they do not hide the mark.
 */
const END_OF_HEAD = /:[\u00ad\u200b-\u200d\u2060\ufeff]*:/u

/**
 * Reads one line by the rules of actions/runner (`ActionCommand.cs`): `::name key=value,…::data` at the start of the
 * line after white space, else `##[name key=value;…]data` anywhere in it.
 *
 * @param known names that count, in lower case; anything else is ordinary output
 */
export function parseWorkflowCommand(line: string, known: ReadonlySet<string>): WorkflowCommand | null {
  return parseColons(line, known) ?? parseBrackets(line, known)
}

function parseColons(line: string, known: ReadonlySet<string>): WorkflowCommand | null {
  const trimmed = line.replace(LEADING_SPACE, '')
  if (!trimmed.startsWith('::')) return null
  const rest = trimmed.slice(2)
  const end = END_OF_HEAD.exec(rest)
  if (end === null) return null
  return toCommand({ head: rest.slice(0, end.index), data: rest.slice(end.index + 2), known, syntax: COLON_SYNTAX })
}

function parseBrackets(line: string, known: ReadonlySet<string>): WorkflowCommand | null {
  const start = line.indexOf('##[')
  if (start < 0) return null
  const end = line.indexOf(']', start)
  if (end < 0) return null
  return toCommand({ head: line.slice(start + 3, end), data: line.slice(end + 1), known, syntax: BRACKET_SYNTAX })
}

interface Parts {
  readonly head: string
  readonly data: string
  readonly known: ReadonlySet<string>
  readonly syntax: Syntax
}

function toCommand({ head, data, known, syntax }: Parts): WorkflowCommand | null {
  const space = head.indexOf(' ')
  const name = space < 0 ? head : head.slice(0, space)
  if (name === '' || !known.has(name.toLowerCase())) return null
  const properties = space < 0 ? new Map<string, string>() : readProperties(head.slice(space + 1), syntax)
  return { name, properties, data: syntax.unescapeData(data) }
}

/** Only the colon form trims around its properties, and only around all of them: ` line=1` after a comma keeps its space. */
function readProperties(text: string, syntax: Syntax): Map<string, string> {
  const properties = new Map<string, string>()
  const list = syntax === COLON_SYNTAX ? text.trim() : text
  for (const entry of list.split(syntax.separator)) {
    const pair = splitPair(entry)
    if (pair !== null) properties.set(pair.key.toLowerCase(), syntax.unescapeProperty(pair.value))
  }
  return properties
}

/** `key=value`, where empty parts do not count: `=a==b` is `a` and `b`, and `a=` is nothing. */
function splitPair(entry: string): { readonly key: string; readonly value: string } | null {
  const start = firstOther(entry, 0)
  const equals = entry.indexOf('=', start)
  if (equals < 0) return null
  const value = entry.slice(firstOther(entry, equals))
  return value === '' ? null : { key: entry.slice(start, equals), value }
}

function firstOther(text: string, from: number): number {
  let index = from
  while (text[index] === '=') index++
  return index
}

/** One replacement after the other, the percent sign last, as the runner does it. */
function unescaper(pairs: readonly (readonly [string, string])[]): (text: string) => string {
  return (text) => pairs.reduce((result, [escaped, token]) => result.replaceAll(escaped, token), text)
}
