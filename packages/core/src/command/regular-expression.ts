const SPECIAL = /[\\^$.*+?()[\]{}|]/g
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Text that a regular expression of JavaScript, Go (RE2) and Ruby alike takes literally. */
export function literal(text: string): string {
  return text.replace(SPECIAL, '\\$&').replace(/[\n\r\t]/g, (character) => NAMED[character] ?? character)
}

/** One of these expressions and nothing else: `^(?:a|b)$`. */
export function exactly(expressions: readonly string[]): string {
  return expressions.length === 1 ? `^${expressions[0]}$` : `^(?:${expressions.join('|')})$`
}
