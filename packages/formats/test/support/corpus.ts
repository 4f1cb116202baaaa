import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Count } from '@testwarden/core/model/count'

/** One real report with published totals; the folder is outside the repository and named by TESTWARDEN_CORPUS. */
export interface CorpusEntry {
  readonly file: string
  readonly kind: string
  readonly format: string
  /** Counts of coverage, or numbers of test cases. */
  readonly expected?: Readonly<Record<string, Count | number>>
}

const { TESTWARDEN_CORPUS: FOLDER } = process.env

/** null where there is no corpus. */
export function readCorpusIndex(): readonly CorpusEntry[] | null {
  if (FOLDER === undefined || FOLDER === '') return null
  return JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8')).entries
}

export function readCorpusFile(file: string): Uint8Array {
  return readFileSync(join(FOLDER ?? '', file))
}
