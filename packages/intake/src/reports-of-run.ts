import type { Files } from '@testwarden/core/ports/files'
import type { ReadReport } from './read-report.js'
import { type ReadRequest, readReports } from './read-reports.js'
import type { Repository } from './repository.js'

/**
 * The named reports, or what lies around. Reports under version control are mostly test data of other tools, so they
 * count only when there are no others.
 */
export async function* reportsOfRun<Model>(
  request: Omit<ReadRequest<Model>, 'isSkipped'>,
  { repository, files }: { readonly repository: Repository; readonly files: Files },
): AsyncGenerator<ReadReport<Model>, void, undefined> {
  const { isTracked } = repository
  let count = 0
  for await (const report of readReports({ ...request, isSkipped: isTracked }, files)) {
    count++
    yield report
  }
  if (count > 0 || request.patterns.length > 0 || repository.trackedFiles === null) return
  yield* readReports({ ...request, isSkipped: (path) => !isTracked(path) }, files)
}
