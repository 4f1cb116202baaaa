import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** `github`, `matrix` and so on, as plain JSON values. */
export type Contexts = Readonly<Record<string, unknown>>

/** Contexts that the default of an action's input may use; naming another one there is an error. */
export const INPUT_DEFAULT_CONTEXTS: readonly string[] = ['github', 'strategy', 'matrix', 'job', 'runner']

/** Contexts that a workflow's `with:` may use. */
export const STEP_CONTEXTS: readonly string[] = [
  ...INPUT_DEFAULT_CONTEXTS,
  'env',
  'inputs',
  'needs',
  'secrets',
  'steps',
  'vars',
]

/**
 * Replaces each `${{ }}` of a text by its value. `hashFiles` is not known.
 * @param allowed names that may stand in an expression; one without a value is null
 * @throws Error when an expression is malformed or names something else
 */
export function evaluateTemplate(text: string, contexts: Contexts, allowed: readonly string[]): string {
  let result = ''
  let position = 0
  for (let start = text.indexOf('${{'); start >= 0; start = text.indexOf('${{', position)) {
    const end = endOfExpression(text, start + 3)
    if (end < 0) throw new Error(`The expression is not closed: ${text}`)
    const expression = text.slice(start + 3, end)
    result += text.slice(position, start) + evaluate(expression, contexts, allowed)
    position = end + 2
  }
  return result + text.slice(position)
}

/** Index of the `}}` that is not inside a quoted string; -1 when there is none. */
function endOfExpression(text: string, from: number): number {
  let isQuoted = false
  for (let index = from; index < text.length; index++) {
    if (text[index] === "'") isQuoted = !isQuoted
    else if (!isQuoted && text.startsWith('}}', index)) return index
  }
  return -1
}

function evaluate(expression: string, contexts: Contexts, allowed: readonly string[]): string {
  const parsed = new Parser(new Lexer(expression).lex().tokens, [...allowed], []).parse()
  const dictionary = new data.Dictionary()
  for (const name of allowed) dictionary.add(name, toExpressionData(contexts[name]))
  return new Evaluator(parsed, dictionary).evaluate().coerceString()
}

function toExpressionData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value ?? null), data.reviver)
}
