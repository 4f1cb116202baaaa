import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { ReportError } from '@testwarden/core/model/errors'
import type { Files } from '@testwarden/core/ports/files'
import { benchmarkFormats } from '@testwarden/formats/benchmark/registry'
import type { GoodReport } from '@testwarden/intake/read-report'
import { readReports } from '@testwarden/intake/read-reports'

export interface SideRequest {
  /** Id of the format that named files are read as; null: their content tells. */
  readonly format: string | null
  /** Is told, for people, of folders that cannot be listed. */
  readonly warn: (message: string) => void
}

/** What was read of one side. */
export interface Side {
  /** File, folder or glob. */
  readonly pattern: string
  readonly reports: readonly GoodReport<BenchmarkReport>[]
  readonly errors: readonly ReportError[]
}

/** Reports of one content, which a folder may have twice, count once. @throws ConfigurationError for an unknown format */
export async function readSide(pattern: string, { format, warn }: SideRequest, files: Files): Promise<Side> {
  const reports: GoodReport<BenchmarkReport>[] = []
  const errors: ReportError[] = []
  for await (const read of readReports({ patterns: [pattern], format, formats: benchmarkFormats, warn }, files)) {
    if (!read.ok) errors.push(read.error)
    else if (read.duplicateOf === null) reports.push(read)
  }
  return { pattern, reports, errors }
}
