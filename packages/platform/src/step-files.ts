import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { encodeEvidenceFile } from '@testwarden/core/files/evidence-file'
import { PlatformError } from '@testwarden/core/model/errors'
import type { AnyAction, JudgedGate } from './judge-gates.js'

const compress = promisify(gzip)

/** Where a step leaves its files: beside the workspace, so that no later step commits or packs them by accident. */
export interface StepFolder {
  readonly verdictPath: string
  writeVerdict(text: string): Promise<void>
  /** @returns where the evidence lies; null for a gate that has none. @throws PlatformError when it is too long */
  writeEvidence(gate: Pick<JudgedGate, 'definition' | 'evidence'>): Promise<string | null>
}

/**
 * @param step tells two steps of one job apart, such as GITHUB_ACTION
 */
export function stepFolder(temporaryFolder: string, step: string): StepFolder {
  const folder = join(temporaryFolder, 'testwarden', step.replace(/[^A-Za-z0-9_-]+/g, '-') || 'step')
  const verdictPath = join(folder, 'verdict.v1.json')
  return {
    verdictPath,
    writeVerdict: (text) => write(folder, verdictPath, text),
    async writeEvidence({ definition, evidence }) {
      if (evidence === null) return null
      const path = join(folder, evidenceName(definition))
      const text = encodeEvidenceFile(evidence, definition.maxEvidenceBytes)
      await write(folder, path, await compress(text))
      return path
    },
  }
}

function evidenceName({ gate }: AnyAction): string {
  return `${gate}.evidence.v1.json.gz`
}

async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(path, content)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new PlatformError(`Cannot write ${path}: ${reason}`, { cause, remedy: 'Check the disk of the runner.' })
  }
}
