import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface ActionInput {
  readonly name: string
  /** May hold `${{ }}`; null when the action has none. */
  readonly default: string | null
  /** Shown as a warning to who uses the input. */
  readonly deprecationMessage: string | null
}

/** What the runner needs to know of a JavaScript action. */
export interface ActionMetadata {
  readonly inputs: readonly ActionInput[]
  /** `node24`, `node20`. */
  readonly using: string
  /** Absolute path of the script. */
  readonly main: string
}

/**
 * Reads `action.yml`, or `action.yaml`, of a folder.
 * @throws Error when there is none, when it is no JavaScript action, or when its script does not exist
 */
export function readActionMetadata(folder: string): ActionMetadata {
  const path = ['action.yml', 'action.yaml']
    .map((name) => join(folder, name))
    .find((candidate) => existsSync(candidate))
  if (path === undefined) throw new Error(`Can't find 'action.yml' or 'action.yaml' under '${folder}'`)
  const document: unknown = parse(readFileSync(path, 'utf8'))
  const runs = record(record(document).runs)
  const using = String(runs.using ?? '')
  if (!/^node\d+$/.test(using)) throw new Error(`${path}: runs.using is '${using}', which is no JavaScript action`)
  if (typeof runs.main !== 'string' || runs.main === '') throw new Error(`${path}: runs.main is missing`)
  const main = join(folder, runs.main)
  if (!existsSync(main)) throw new Error(`File not found: '${main}', named by runs.main of ${path}`)
  return { using, main, inputs: Object.entries(record(record(document).inputs)).map(toInput) }
}

/** One entry of `inputs:`. */
export function toInput([name, value]: readonly [string, unknown]): ActionInput {
  const fields = record(value)
  const deprecation = fields.deprecationMessage
  return {
    name,
    default: fields.default === undefined || fields.default === null ? null : String(fields.default),
    deprecationMessage: typeof deprecation === 'string' ? deprecation : null,
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
