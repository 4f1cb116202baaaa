import type { WriteFile } from '@testwarden/core/model/change'
import type { FileCoverage } from '@testwarden/core/model/coverage'
import type { RunContext } from '@testwarden/core/model/evidence'
import { TOOL_VERSION } from '@testwarden/core/model/version'
import type { CoverageSettings } from './config.js'

export interface MergedCoverage {
  readonly files: readonly FileCoverage[]
  readonly run: Pick<RunContext, 'now'>
}

/** The reports that the user wants of all that was read: hits and names, which the evidence does not keep, are in them. */
export async function writeReports(
  settings: CoverageSettings,
  { files, run }: MergedCoverage,
): Promise<readonly WriteFile[]> {
  const paths = { lcov: settings['write-lcov'].value, cobertura: settings['write-cobertura'].value }
  const writes: WriteFile[] = []
  // Most runs write neither, so neither is loaded before it is wanted.
  if (paths.lcov !== null) {
    const { writeLcov } = await import('@testwarden/formats/coverage/write/write-lcov')
    writes.push(fileOf(paths.lcov, writeLcov(files)))
  }
  if (paths.cobertura !== null) {
    const { writeCobertura } = await import('@testwarden/formats/coverage/write/write-cobertura')
    writes.push(fileOf(paths.cobertura, writeCobertura(files, { version: TOOL_VERSION, nowMs: Date.parse(run.now) })))
  }
  return writes
}

function fileOf(path: string, pieces: Iterable<string>): WriteFile {
  return { kind: 'write-file', key: `write:${path}`, path, content: [...pieces].join('') }
}
