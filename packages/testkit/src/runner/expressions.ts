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
    result += text.slice(position, start) + evaluate(expression, { contexts, allowed }).coerceString()
    position = end + 2
  }
  return result + text.slice(position)
}

/** How things have gone so far, which is what `success()` and its siblings ask. */
export type Status = 'success' | 'failure' | 'cancelled' | 'skipped'

export interface Condition {
  /** With or without `${{ }}` around the whole. Where it asks for no status, success is asked for as well. */
  readonly text: string
  readonly status: Status
}

/**
 * Whether an `if:` holds.
 * @throws Error when it is malformed, names a context that is not allowed, or has `${{ }}` around a part of it
 */
export function evaluateCondition(condition: Condition, contexts: Contexts, allowed: readonly string[]): boolean {
  const { status } = condition
  const text = condition.text.trim()
  const inner = text.startsWith('${{') && endOfExpression(text, 3) === text.length - 2 ? text.slice(3, -2) : text
  if (inner.includes('${{')) throw new Error(`Only the whole of an \`if:\` may stand in an expression: ${text}`)
  if (inner.trim() === '') return status === 'success'
  const holds = isTrue(evaluate(inner, { contexts, allowed, status }))
  return holds && (asksForStatus(inner) || status === 'success')
}

/** What an expression gives, as a plain JSON value. @param text the whole of it is one `${{ }}` */
export function evaluateValue(text: string, contexts: Contexts, allowed: readonly string[]): unknown {
  const trimmed = text.trim()
  if (!trimmed.startsWith('${{') || endOfExpression(trimmed, 3) !== trimmed.length - 2)
    throw new Error(`This is not one expression: ${text}`)
  return JSON.parse(JSON.stringify(evaluate(trimmed.slice(3, -2), { contexts, allowed }), data.replacer))
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

interface Scope {
  readonly contexts: Contexts
  readonly allowed: readonly string[]
  /** Where it is asked for: only an `if:` may. */
  readonly status?: Status
}

function evaluate(expression: string, { contexts, allowed, status }: Scope): data.ExpressionData {
  const functions = status === undefined ? [] : statusFunctions(status)
  const parsed = new Parser(new Lexer(expression).lex().tokens, [...allowed], functions).parse()
  const dictionary = new data.Dictionary()
  for (const name of allowed) dictionary.add(name, toExpressionData(contexts[name]))
  return new Evaluator(parsed, dictionary, new Map(functions.map((known) => [known.name, known]))).evaluate()
}

const STATUS_NAMES: ReadonlySet<string> = new Set(['success', 'failure', 'cancelled', 'always'])

function statusFunctions(status: Status) {
  return [...STATUS_NAMES].map((name) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(name === 'always' || name === status),
  }))
}

function asksForStatus(expression: string): boolean {
  const { tokens } = new Lexer(expression).lex()
  return tokens.some(({ lexeme }, index) => STATUS_NAMES.has(lexeme.toLowerCase()) && tokens[index + 1]?.lexeme === '(')
}

/** Null, zero, no number and an empty text are false. */
function isTrue(value: data.ExpressionData): boolean {
  const plain: unknown = JSON.parse(JSON.stringify(value, data.replacer))
  return Boolean(plain)
}

function toExpressionData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value ?? null), data.reviver)
}
