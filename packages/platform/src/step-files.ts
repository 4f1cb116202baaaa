import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { encodeEvidenceFile } from '@testwarden/core/files/encode-evidence'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Redact } from '@testwarden/core/render/redact'
import { redactTexts } from '@testwarden/core/render/redact-texts'
import { messageOf } from './files/failure.js'
import { fsErrorCode } from './history/fs-error.js'
import type { AnyAction, JudgedGate } from './judge-gates.js'

const compress = promisify(gzip)

/** More steps of one name than any job has. */
const MAX_FOLDERS = 1000

/** Where a step leaves its files: beside the workspace, so that no later step commits or packs them by accident. */
export interface StepFolder {
  /** @returns where it lies. @throws PlatformError */
  writeVerdict(text: string): Promise<string>
  /** @returns where the evidence lies; null for a gate that has none. @throws PlatformError when it is too long */
  writeEvidence(gate: Pick<JudgedGate, 'definition' | 'evidence'>): Promise<string | null>
}

/** Where all steps leave theirs. */
export function stepFilesFolder(temporaryFolder: string): string {
  return join(temporaryFolder, 'testwarden')
}

export interface StepFolderPlace {
  readonly temporaryFolder: string
  /** GITHUB_ACTION */
  readonly step: string
  /** Evidence travels to other jobs, so its texts pass this. */
  readonly redact: Redact
}

/**
 * Makes a folder that nobody had before. GITHUB_ACTION names it, but two steps inside one composite action share that
 * name, and what an earlier step left under it must be neither overwritten nor taken for ours.
 * @throws PlatformError when the temporary folder refuses
 */
export async function openStepFolder({ temporaryFolder, step, redact }: StepFolderPlace): Promise<StepFolder> {
  const folder = await makeOwnFolder(stepFilesFolder(temporaryFolder), folderName(step))
  return {
    writeVerdict: (text) => write(join(folder, 'verdict.v1.json'), text),
    async writeEvidence({ definition, evidence }) {
      if (evidence === null) return null
      const text = encodeEvidenceFile(redactTexts(evidence, redact), definition.maxEvidenceBytes)
      return write(join(folder, evidenceName(definition)), await compress(text))
    },
  }
}

function folderName(step: string): string {
  return step.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 100) || 'step'
}

async function makeOwnFolder(parent: string, name: string): Promise<string> {
  try {
    await mkdir(parent, { recursive: true })
    for (let number = 1; number <= MAX_FOLDERS; number++) {
      const folder = join(parent, number === 1 ? name : `${name}-${number}`)
      if (await isMadeByUs(folder)) return folder
    }
  } catch (cause) {
    throw unwritable(join(parent, name), messageOf(cause), cause)
  }
  throw unwritable(join(parent, name), `${MAX_FOLDERS} folders of this name exist`, undefined)
}

async function isMadeByUs(folder: string): Promise<boolean> {
  try {
    await mkdir(folder)
    return true
  } catch (error) {
    if (fsErrorCode(error) === 'EEXIST') return false
    throw error
  }
}

function evidenceName({ gate }: AnyAction): string {
  return `${gate}.evidence.v1.json.gz`
}

async function write(path: string, content: string | Uint8Array): Promise<string> {
  try {
    await writeFile(path, content, { flag: 'wx' })
    return path
  } catch (cause) {
    throw unwritable(path, messageOf(cause), cause)
  }
}

function unwritable(path: string, reason: string, cause: unknown): PlatformError {
  return new PlatformError(`Cannot write ${path}: ${reason}`, {
    cause,
    remedy: 'Let RUNNER_TEMP (or the temporary folder of the system) be writable and not full.',
  })
}
