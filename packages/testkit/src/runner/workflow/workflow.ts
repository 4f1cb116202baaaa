import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Fields, fieldsOf, knownFields, listOf, textMap } from './yaml-values.js'

/** A workflow file, as far as the simulator follows it. Texts may hold `${{ }}`. */
export interface Workflow {
  /** `.github/workflows/ci.yml`, or wherever the file lies. */
  readonly path: string
  readonly name: string
  /** Event name to its filters. */
  readonly on: ReadonlyMap<string, Fields>
  /** null: the repository's default. */
  readonly permissions: Permissions | null
  readonly env: Readonly<Record<string, string>>
  readonly jobs: readonly Job[]
}

/** `read-all`, `write-all`, or each permission with `read`, `write` or `none`. */
export type Permissions = 'read-all' | 'write-all' | Readonly<Record<string, string>>

export interface Job {
  readonly id: string
  readonly name: string | null
  readonly needs: readonly string[]
  readonly if: string
  readonly permissions: Permissions | null
  readonly env: Readonly<Record<string, string>>
  readonly outputs: Readonly<Record<string, string>>
  readonly strategy: Strategy
  readonly steps: readonly Step[]
}

export interface Strategy {
  /** Axes, `include` and `exclude`; a text is an expression. null: no matrix. */
  readonly matrix: Fields | string | null
  readonly isFailFast: boolean
}

export interface Step {
  readonly id: string | null
  readonly name: string | null
  readonly if: string
  readonly uses: string | null
  readonly run: string | null
  readonly shell: string | null
  readonly workingDirectory: string | null
  readonly with: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly continuesOnError: boolean
}

/** Keys without a part in what is simulated are allowed; any other that is not read would be passed over in silence. */
const WORKFLOW_KEYS = ['name', 'run-name', 'on', 'permissions', 'env', 'jobs', 'concurrency']
const JOB_KEYS = [
  ...['name', 'needs', 'if', 'permissions', 'env', 'outputs', 'strategy', 'steps'],
  ...['runs-on', 'timeout-minutes', 'concurrency'],
]
const STEP_KEYS = [
  ...['id', 'name', 'if', 'uses', 'run', 'shell', 'working-directory', 'with', 'env', 'continue-on-error'],
  'timeout-minutes',
]

/** @throws Error for a key that the simulator does not know */
export function readWorkflow(file: string): Workflow {
  const document: unknown = parse(readFileSync(file, 'utf8'))
  const fields = knownFields(document, WORKFLOW_KEYS, file)
  return {
    path: file,
    name: String(fields.name ?? file),
    on: triggersOf(fields.on),
    permissions: permissionsOf(fields.permissions),
    env: textMap(fields.env),
    jobs: Object.entries(fieldsOf(fields.jobs)).map(([id, job]) => toJob(id, job, file)),
  }
}

/** `push`, `[push, pull_request]`, or a map of events to filters. */
function triggersOf(on: unknown): ReadonlyMap<string, Fields> {
  const names = typeof on === 'string' ? [on] : listOf(on).map(String)
  if (names.length > 0) return new Map(names.map((name) => [name, {}]))
  return new Map(Object.entries(fieldsOf(on)).map(([name, filters]) => [name, fieldsOf(filters)]))
}

function permissionsOf(value: unknown): Permissions | null {
  if (value === undefined) return null
  return value === 'read-all' || value === 'write-all' ? value : textMap(value)
}

function toJob(id: string, value: unknown, file: string): Job {
  const fields = knownFields(value, JOB_KEYS, `${file}: job ${id}`)
  return {
    id,
    name: textOrNull(fields.name),
    needs: typeof fields.needs === 'string' ? [fields.needs] : listOf(fields.needs).map(String),
    if: String(fields.if ?? ''),
    permissions: permissionsOf(fields.permissions),
    env: textMap(fields.env),
    outputs: textMap(fields.outputs),
    strategy: toStrategy(fields.strategy, `${file}: job ${id}`),
    steps: listOf(fields.steps).map((step) => toStep(step, `${file}: job ${id}`)),
  }
}

function toStrategy(value: unknown, where: string): Strategy {
  const fields = knownFields(value, ['matrix', 'fail-fast', 'max-parallel'], `${where}: strategy`)
  const { matrix } = fields
  return {
    matrix: matrix === undefined ? null : typeof matrix === 'string' ? matrix : fieldsOf(matrix),
    isFailFast: fields['fail-fast'] !== false,
  }
}

/** A step of a job, or of a composite action. @throws Error for a key that the simulator does not know */
export function toStep(value: unknown, where: string): Step {
  const fields = knownFields(value, STEP_KEYS, `${where}: a step`)
  return {
    id: textOrNull(fields.id),
    name: textOrNull(fields.name),
    if: String(fields.if ?? ''),
    uses: textOrNull(fields.uses),
    run: textOrNull(fields.run),
    shell: textOrNull(fields.shell),
    workingDirectory: textOrNull(fields['working-directory']),
    with: textMap(fields.with),
    env: textMap(fields.env),
    continuesOnError: fields['continue-on-error'] === true,
  }
}

function textOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value)
}
