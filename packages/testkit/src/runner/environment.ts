import type { StepRun } from './action-run.js'
import type { Contexts } from './expressions.js'

/** Fields of `github.*` that the runner turns into variables; `event` and `token` are not among them. */
const GITHUB_VARIABLES = [
  'action',
  'action_ref',
  'action_repository',
  'actor',
  'actor_id',
  'api_url',
  'base_ref',
  'event_name',
  'event_path',
  'graphql_url',
  'head_ref',
  'job',
  'ref',
  'ref_name',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'workspace',
]

/** Variables of the machine without which programs do not start. Nothing else of this process reaches the action. */
const MACHINE_VARIABLES = [
  'PATH',
  'HOME',
  'LANG',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'USERPROFILE',
  'PATHEXT',
  'COMSPEC',
]

/** Nothing listens there: an action that calls the artifact or cache service in a test fails at once. */
const NO_SERVICE = 'http://127.0.0.1:1/'

export interface EnvironmentParts {
  readonly run: StepRun
  readonly contexts: Contexts
  readonly inputs: ReadonlyMap<string, string>
  /** Variable name to path, such as GITHUB_OUTPUT. */
  readonly files: Readonly<Record<string, string>>
}

/** All variables of the child process, from the machine's to the step's own. */
export function environmentOf({ run, contexts, inputs, files }: EnvironmentParts): Record<string, string> {
  return {
    ...machineVariables(),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...run.env,
    ...githubVariables(contexts.github),
    ...runnerVariables(contexts.runner),
    ACTIONS_RUNTIME_URL: NO_SERVICE,
    ACTIONS_RUNTIME_TOKEN: 'no-runtime-token',
    ACTIONS_RESULTS_URL: NO_SERVICE,
    ACTIONS_CACHE_URL: NO_SERVICE,
    ...files,
    ...inputVariables(inputs),
  }
}

function machineVariables(): Record<string, string> {
  return Object.fromEntries(
    MACHINE_VARIABLES.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function githubVariables(github: unknown): Record<string, string> {
  const values = new Map(Object.entries(Object(github)))
  const variables: Record<string, string> = {}
  for (const name of GITHUB_VARIABLES) {
    const value = values.get(name)
    if (typeof value === 'string' || typeof value === 'boolean')
      variables[`GITHUB_${name.toUpperCase()}`] = String(value)
  }
  return variables
}

function runnerVariables(runner: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(Object(runner)).map(([name, value]) => [`RUNNER_${name.toUpperCase()}`, String(value)]),
  )
}

/** Only spaces are replaced: a hyphen stays, which is why no shell can read `INPUT_COVERAGE-FILE`. */
function inputVariables(inputs: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    [...inputs].map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  )
}
