import { camelCase, pascalCase } from '../names.mjs'

/** @param {import('./manifest.mjs').ActionNames} names */
export function config({ gate }) {
  return `import type { Settings } from '@testwarden/core/config/field'
import { count } from '@testwarden/core/config/fields/count'
import { globs } from '@testwarden/core/config/fields/globs'

/** The section \`${gate}\` of the config file and the inputs of the action. */
export const ${camelCase(gate)}Config = {
  files: globs({
    description: 'Files, folders or globs of the files that are counted.',
    fallback: [],
    input: 'files',
    role: 'structure',
  }),
  'max-files': count({
    description: 'So many files there may be.',
    fallback: 100,
    input: 'max-files',
    role: 'policy',
    stricter: 'lower',
  }),
} as const

export type ${pascalCase(gate)}Settings = Settings<typeof ${camelCase(gate)}Config>
`
}

/** @param {import('./manifest.mjs').ActionNames} names */
export function facts({ id, gate }) {
  const type = `${pascalCase(gate)}Facts`
  return `/** What ${id} knows about a run: values only, small enough to hand over to another job. */
export interface ${type} {
  /** Paths of the files that count, each once, ascending. */
  readonly files: readonly string[]
}

export const EMPTY_FACTS: ${type} = { files: [] }
`
}

/** @param {import('./manifest.mjs').ActionNames} names */
export function collect({ gate }) {
  const type = pascalCase(gate)
  return `import type { CollectContext, Collected } from '@testwarden/core/action/define-action'
import { type Problem, toProblem } from '@testwarden/core/model/errors'
import type { Files, FoundFile } from '@testwarden/core/ports/files'
import type { Ports } from '@testwarden/core/ports/ports'
import type { ${camelCase(gate)}Config } from './config.js'
import type { ${type}Facts } from './facts.js'

/** Finds the files that count. Nothing is judged here. */
export async function collect${type}(
  { config }: CollectContext<typeof ${camelCase(gate)}Config>,
  { files }: Pick<Ports, 'files'>,
): Promise<Collected<${type}Facts>> {
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
`
}

/** @param {import('./manifest.mjs').ActionNames} names */
export function mergeEvidence({ gate }) {
  const type = `${pascalCase(gate)}Facts`
  return `import type { Evidence } from '@testwarden/core/model/evidence'
import { asSet, joinEvidence } from '@testwarden/core/model/join-evidence'
import type { ${type} } from './facts.js'

/**
 * The evidence of one run that had read everything that the parts read. Any order and grouping of parts gives the same.
 * @throws TypeError when there are no parts
 */
export function mergeEvidence(parts: readonly Evidence<${type}>[]): Evidence<${type}> {
  return joinEvidence(parts, mergeFacts)
}

function mergeFacts(parts: readonly ${type}[]): ${type} {
  return { files: asSet(parts.flatMap(({ files }) => files)) }
}
`
}

/** @param {import('./manifest.mjs').ActionNames} names */
export function parseFacts({ gate }) {
  const type = `${pascalCase(gate)}Facts`
  return `import { ascendingFact, listFact, objectFact, readFacts, textFact } from '@testwarden/core/evidence-fold/read-facts'
import type { ${type} } from './facts.js'

const PATH_CHARACTERS_MAX = 4096
const FILES_MAX = 1_000_000

/**
 * Facts as another job handed them over, which may be a stranger's.
 * @throws ReportError naming the place that is wrong
 */
export function parseFacts(value: unknown): ${type} {
  return readFacts(value, facts)
}

const facts = objectFact<${type}>({
  files: ascendingFact(listFact(textFact(PATH_CHARACTERS_MAX), FILES_MAX), (path) => path),
})
`
}
