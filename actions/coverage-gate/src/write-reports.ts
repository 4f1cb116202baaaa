import type { WriteFile } from '@testwarden/core/model/change'
import type { FileCoverage } from '@testwarden/core/model/coverage'
import type { RunContext } from '@testwarden/core/model/evidence'
import { TOOL_VERSION } from '@testwarden/core/model/version'
import { writeCobertura } from '@testwarden/formats/coverage/write/write-cobertura'
import { writeLcov } from '@testwarden/formats/coverage/write/write-lcov'
import type { CoverageSettings } from './config.js'

export interface MergedCoverage {
  readonly files: readonly FileCoverage[]
  readonly run: Pick<RunContext, 'now'>
}

/** The reports that the user wants of all that was read: hits and names, which the evidence does not keep, are in them. */
export function writeReports(settings: CoverageSettings, { files, run }: MergedCoverage): readonly WriteFile[] {
  const head = { version: TOOL_VERSION, nowMs: Date.parse(run.now) }
  return [
    ...writeAs(settings['write-lcov'].value, () => writeLcov(files)),
    ...writeAs(settings['write-cobertura'].value, () => writeCobertura(files, head)),
  ]
}

function writeAs(path: string | null, write: () => Iterable<string>): readonly WriteFile[] {
  return path === null ? [] : [{ kind: 'write-file', key: `write:${path}`, path, content: [...write()].join('') }]
}
