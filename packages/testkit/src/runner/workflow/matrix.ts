import { type Contexts, evaluateValue } from '../expressions.js'
import type { Strategy } from './workflow.js'
import { type Fields, fieldsOf, listOf } from './yaml-values.js'

/** One leg: its values by name, and what its name shows of them. */
export interface Leg {
  /** null: the job has no matrix. */
  readonly matrix: Fields | null
  readonly shown: readonly unknown[]
}

/**
 * The legs of a job, in GitHub's order: all combinations of the axes but the excluded ones, each with what `include`
 * adds to it, then the entries of `include` that fit none.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrixinclude
 * @throws Error when there is none, and for a malformed expression
 */
export function expandMatrix({ matrix }: Strategy, contexts: Contexts): readonly Leg[] {
  if (matrix === null) return [{ matrix: null, shown: [] }]
  const { include, exclude, ...axes } = fieldsOf(resolve(matrix, contexts))
  const combinations = combine(Object.entries(axes).map(([name, values]) => [name, listOf(resolve(values, contexts))]))
  const excluded = listOf(resolve(exclude, contexts)).map(fieldsOf)
  const kept = combinations.filter((combination) => !excluded.some((entry) => agrees(combination, entry)))
  const included = listOf(resolve(include, contexts)).map(fieldsOf)
  const alone = included.filter((entry) => !kept.some((combination) => fits(combination, entry)))
  const legs = [
    ...kept.map((combination) => ({ matrix: extend(combination, included), shown: Object.values(combination) })),
    ...alone.map((entry) => ({ matrix: entry, shown: Object.values(entry) })),
  ]
  if (legs.length === 0) throw new Error('A matrix without any values is an error on GitHub')
  return legs
}

const MATRIX_CONTEXTS: readonly string[] = ['github', 'needs', 'vars', 'inputs']

function resolve(value: unknown, contexts: Contexts): unknown {
  return typeof value === 'string' ? evaluateValue(value, contexts, MATRIX_CONTEXTS) : value
}

/** The first axis turns slowest. No axis at all is no combination. */
function combine(axes: readonly (readonly [string, readonly unknown[]])[]): readonly Fields[] {
  if (axes.length === 0) return []
  return axes.reduce<readonly Fields[]>(
    (combinations, [name, values]) =>
      combinations.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value }))),
    [{}],
  )
}

function agrees(combination: Fields, entry: Fields): boolean {
  return Object.entries(entry).every(([name, value]) => isSame(combination[name], value))
}

/** An entry fits where it overwrites no value of an axis. */
function fits(combination: Fields, entry: Fields): boolean {
  const shared = Object.entries(entry).filter(([name]) => Object.hasOwn(combination, name))
  return shared.every(([name, value]) => isSame(combination[name], value))
}

function extend(combination: Fields, included: readonly Fields[]): Fields {
  return Object.assign({}, combination, ...included.filter((entry) => fits(combination, entry)))
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

/** As GitHub lists a job: `test (20, ubuntu)`. @param name what its `name:` gives; null when it has none */
export function jobName(id: string, name: string | null, { shown }: Leg): string {
  if (name !== null) return name
  return shown.length === 0 ? id : `${id} (${shown.map(plainText).join(', ')})`
}

function plainText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
