import { ConfigurationError } from '@testwarden/core/model/errors'
import { countWord } from '@testwarden/core/render/inline'
import { createPastRunApi, PAST_RUNS_MAX } from '@testwarden/platform/artifacts/past-runs'
import { isRepositoryName, readOrigin } from '@testwarden/platform/git/origin'
import type { CommandCall, Terminal } from '../command.js'
import { wholeNumber } from '../history/numbers.js'
import type { Standing } from '../stand-at-root.js'
import { readArtifactRuns } from './artifact-runs.js'
import type { RunSource } from './run-source.js'

const RUNS = { name: 'runs', fallback: 50 }
/** What GitHub tells of each run. */
const TOLD: readonly string[] = ['reports', 'commit', 'run', 'attempt', 'time', 'mapping', 'name-pattern']

/** Past runs of a workflow on GitHub, newest first, whose artifacts are not read yet. @throws ConfigurationError, PlatformError */
export async function findPastRuns({ call, terminal }: Standing): Promise<RunSource> {
  const { values } = call
  const other = TOLD.find((name) => values.has(name))
  if (other !== undefined) throw refusal(`--from-artifacts and --${other} exclude each other`, `Leave out --${other}.`)
  const [file, limit] = [workflowFile(values.get('workflow') ?? ''), runLimit(call)]
  const repository = await repositoryOf(call, terminal)
  const { GITHUB_API_URL: apiUrl } = terminal.environment
  const api = createPastRunApi({
    token: tokenOf(terminal),
    repository,
    apiUrl: apiUrl || 'https://api.github.com',
  })
  const branch = values.get('branch') ?? (await api.defaultBranch())
  const runs = await api.listRuns({ workflow: file, branch, limit })
  const [newest] = runs
  if (newest === undefined)
    throw refusal(
      `${repository} has no completed run of ${file} by a push or on a schedule on ${branch}`,
      'Name another workflow with --workflow, or another branch with --branch.',
    )
  const pattern = values.get('from-artifacts') ?? ''
  const note = `${countWord(runs.length, 'run')} of the workflow ${JSON.stringify(newest.workflow)} on ${branch} of ${repository}`
  return { workflow: newest.workflow, branch, runs: readArtifactRuns(api, { runs, pattern }), notes: [note] }
}

function workflowFile(written: string): string {
  const file = written.slice(written.lastIndexOf('/') + 1)
  if (/^(?:[\w. -]{1,200}\.ya?ml|\d{1,20})$/.test(file)) return file
  throw refusal(
    `--from-artifacts needs the file of a workflow, not ${JSON.stringify(written.slice(0, 100))}`,
    'Write, for example, --workflow ci.yml.',
  )
}

function runLimit(call: CommandCall): number {
  const limit = wholeNumber(call, RUNS)
  if (limit >= 1 && limit <= PAST_RUNS_MAX) return limit
  throw refusal(`--runs must be from 1 to ${PAST_RUNS_MAX}`, `Write, for example, --runs ${RUNS.fallback}.`)
}

function tokenOf({ environment: { GITHUB_TOKEN, GH_TOKEN } }: Terminal): string {
  const token = GITHUB_TOKEN || GH_TOKEN
  if (token) return token
  throw refusal(
    'Artifacts are given to nobody without a token',
    'Set GITHUB_TOKEN or GH_TOKEN to one that reads actions.',
  )
}

/** The token is for one server, so that a remote elsewhere is no answer. */
async function repositoryOf({ values }: CommandCall, { cwd, environment }: Terminal): Promise<string> {
  const given = values.get('repository')
  if (given !== undefined) {
    if (isRepositoryName(given)) return given
    throw refusal(`${JSON.stringify(given.slice(0, 100))} is no repository`, 'Write --repository <owner>/<name>.')
  }
  const { host } = new URL(serverUrl(environment.GITHUB_SERVER_URL))
  const origin = await readOrigin(cwd, { ...environment })
  if (origin?.host === host) return origin.repository
  throw refusal(
    `The remote origin leads to no repository on ${host}`,
    'Name it with --repository <owner>/<name>; for another server, set GITHUB_API_URL too.',
  )
}

function serverUrl(written: string | undefined): string {
  return written && URL.canParse(written) ? written : 'https://github.com'
}

function refusal(message: string, remedy: string): ConfigurationError {
  return new ConfigurationError(`${message}.`, { remedy })
}
