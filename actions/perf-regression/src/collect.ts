import type { CollectContext, Collected } from '@testwarden/core/action/define-action'
import { type Problem, toProblem } from '@testwarden/core/model/errors'
import type { Files, FoundFile } from '@testwarden/core/ports/files'
import type { Ports } from '@testwarden/core/ports/ports'
import type { perfConfig } from './config.js'
import type { PerfFacts } from './facts.js'

/** Finds the files that count. Nothing is judged here. */
export async function collectPerf(
  { config }: CollectContext<typeof perfConfig>,
  { files }: Pick<Ports, 'files'>,
): Promise<Collected<PerfFacts>> {
  const paths = new Set<string>()
  const problems: Problem[] = []
  for (const pattern of config.own.files.value) {
    const search = await findFiles(pattern, files)
    if (search.ok) for (const { path } of search.found) paths.add(path)
    else problems.push(search.problem)
  }
  if (paths.size === 0 && problems.length === 0) return { facts: null, problems }
  return { facts: { files: [...paths].sort() }, problems }
}

type Search =
  | { readonly ok: true; readonly found: readonly FoundFile[] }
  | { readonly ok: false; readonly problem: Problem }

/** What the user can mend is a problem to tell; anything else is a bug of ours. */
async function findFiles(pattern: string, files: Files): Promise<Search> {
  try {
    return { ok: true, found: await files.find(pattern) }
  } catch (error) {
    const problem = toProblem(error)
    if (problem === null) throw error
    return { ok: false, problem }
  }
}
