import { ReportError } from '@testwarden/core/model/errors'
import type { ListedArtifact, RunApi } from './run-api.js'
import { type UnzippedFile, unzip } from './unzip.js'

/** Of the files of one run together: they are held while they are read. */
export const REPORT_BYTES_MAX = 512 * 1024 * 1024
const ZIP_BYTES_MAX = 128 * 1024 * 1024
/** Tools that write a file for each class write thousands. No deflated byte stands for more than 1032. */
const LIMITS = { maxEntries: 20_000, maxEntryBytes: 256 * 1024 * 1024, maxRatio: 1032 }

/**
 * All files of an artifact, in memory: nothing is written to disk.
 * @param maxBytes of all files together
 * @throws ReportError, or PlatformError when it cannot be had
 */
export async function readReportFiles(
  api: Pick<RunApi, 'download'>,
  artifact: ListedArtifact,
  maxBytes: number,
): Promise<readonly UnzippedFile[]> {
  if (artifact.isExpired) throw refusal(artifact, 'it has expired')
  if (artifact.bytes > ZIP_BYTES_MAX)
    throw refusal(artifact, `it is ${artifact.bytes} bytes long; at most ${ZIP_BYTES_MAX} are read`)
  const zip = await api.download(artifact, ZIP_BYTES_MAX)
  const unzipped = await unzip(zip, () => true, { ...LIMITS, maxTotalBytes: maxBytes })
  if (!unzipped.ok) throw refusal(artifact, `it ${unzipped.message}`)
  return unzipped.files
}

function refusal({ name }: ListedArtifact, message: string): ReportError {
  return new ReportError(message, { path: name, line: null, remedy: 'Upload reports in an artifact of their own.' })
}
