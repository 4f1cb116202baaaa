import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { PIPELINE_INPUTS } from '@testwarden/core/action/pipeline-inputs'
import { ConfigurationError } from '@testwarden/core/model/errors'

/** What a step was given, as the runner hands it over. */
export interface ActionHost {
  readonly env: NodeJS.ProcessEnv
  readonly workspace: string
  readonly temporaryFolder: string
  /** One of the action's inputs; empty when it was not given. */
  input(name: string): string
  /** The event's payload; null where there is none. @throws ConfigurationError when it cannot be read */
  eventPayload(): Promise<unknown>
}

export function createActionHost(env: NodeJS.ProcessEnv): ActionHost {
  return {
    env,
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    temporaryFolder: env.RUNNER_TEMP || tmpdir(),
    input: (name) => readInput(env, name),
    eventPayload: () => readPayload(env.GITHUB_EVENT_PATH),
  }
}

/**
 * As the runner names them: upper case, spaces as underscores. Read here rather than through the toolkit, because a run
 * that only collects evidence then never loads it. Outside a runner an input has the fallback of its definition, unless
 * that is an expression of the workflow language.
 */
export function readInput(env: NodeJS.ProcessEnv, name: string): string {
  const given = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim()
  if (given !== undefined && given !== '') return given
  const fallback = PIPELINE_INPUTS.find((input) => input.name === name)?.fallback ?? ''
  return fallback.startsWith('$') ? '' : fallback
}

async function readPayload(path: string | undefined): Promise<unknown> {
  if (path === undefined || path === '') return null
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigurationError(`The event's payload cannot be read: ${reason}`, {
      path,
      remedy: 'Run the action in a workflow; on your machine use the command line.',
    })
  }
}
