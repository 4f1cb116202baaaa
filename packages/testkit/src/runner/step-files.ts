import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseKeyValueFile, parsePathFile } from './file-commands.js'
import type { StepLog } from './step-log.js'

/** Over it GitHub drops the whole summary. */
export const MAX_SUMMARY_BYTES = 1024 * 1024

/** The files through which a step talks to the runner. */
export interface StepFiles {
  readonly eventPath: string
  /** Variable name to path. */
  readonly variables: Readonly<Record<FileVariable, string>>
}

type FileVariable = 'GITHUB_ENV' | 'GITHUB_OUTPUT' | 'GITHUB_PATH' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY'

export function createStepFiles(temporaryFolder: string, payload: unknown): StepFiles {
  const workflowFolder = join(temporaryFolder, '_github_workflow')
  const commandFolder = join(temporaryFolder, '_runner_file_commands')
  for (const folder of [workflowFolder, commandFolder]) mkdirSync(folder, { recursive: true })
  const folder = mkdtempSync(join(commandFolder, 'step-'))
  const variables = {
    GITHUB_ENV: join(folder, 'set_env'),
    GITHUB_OUTPUT: join(folder, 'set_output'),
    GITHUB_PATH: join(folder, 'add_path'),
    GITHUB_STATE: join(folder, 'save_state'),
    GITHUB_STEP_SUMMARY: join(folder, 'step_summary'),
  }
  for (const path of Object.values(variables)) writeFileSync(path, '')
  const eventPath = join(workflowFolder, 'event.json')
  writeFileSync(eventPath, JSON.stringify(payload))
  return { eventPath, variables }
}

export interface FileResults {
  readonly outputs: ReadonlyMap<string, string>
  readonly env: ReadonlyMap<string, string>
  readonly state: ReadonlyMap<string, string>
  readonly paths: readonly string[]
  readonly summary: string | null
}

/** Reads what the step left, also after a failure. What cannot be read fails the step. */
export function readStepFiles({ variables }: StepFiles, log: StepLog): FileResults {
  const env = new Map(readPairs(variables.GITHUB_ENV, 'GITHUB_ENV', log))
  if (env.delete('NODE_OPTIONS')) log.fail("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.")
  return {
    outputs: readPairs(variables.GITHUB_OUTPUT, 'GITHUB_OUTPUT', log),
    env,
    state: readPairs(variables.GITHUB_STATE, 'GITHUB_STATE', log),
    paths: parsePathFile(readText(variables.GITHUB_PATH)),
    summary: readSummary(variables.GITHUB_STEP_SUMMARY, log),
  }
}

/** Removes the files, so that a later step cannot read them. */
export function removeStepFiles({ variables }: StepFiles): void {
  for (const path of Object.values(variables)) rmSync(path, { force: true })
}

function readPairs(path: string, name: string, log: StepLog): ReadonlyMap<string, string> {
  const file = parseKeyValueFile(readText(path))
  if (file.ok) return file.entries
  log.fail(`Unable to process file command '${name}' successfully. ${file.message}`)
  return new Map()
}

/** Dropping it is an error on the page, but does not fail the step. */
function readSummary(path: string, log: StepLog): string | null {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (bytes <= MAX_SUMMARY_BYTES) return log.masks.apply(readText(path))
  const kib = Math.floor(bytes / 1024)
  log.report('error', `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${kib}k.`)
  return null
}

/** A step may delete its files; that is the same as writing nothing. */
function readText(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) === undefined ? '' : readFileSync(path, 'utf8')
}
