import type { ConfigSources } from '@testwarden/core/action/effective-config'
import { fileConfig } from '@testwarden/core/config/file-config'
import type { ConfigFile } from '@testwarden/core/config/layer'
import { fieldsOf } from '@testwarden/core/config/walk-section'
import { ACCEPT_LABEL, ACCEPTS_PATH, weighAccepts } from '@testwarden/core/limits/accept'
import type { WrittenAccept } from '@testwarden/core/model/accept'
import { ConfigurationError, type Problem } from '@testwarden/core/model/errors'
import type { Inline } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import type { ActionHost } from '../action-host.js'
import type { RunApi } from '../artifacts/run-api.js'
import { attempt } from '../attempt.js'
import { parseAccepts } from '../read-accepts.js'
import { DEFAULT_CONFIG_PATH, parseConfigFile } from '../read-config-file.js'

/** Whose limits count in what is published. */
export type PolicyPlace =
  /** A change: the tip of the branch that it is to be merged into, now. */
  | { readonly kind: 'change'; readonly branch: string; readonly headSha: string; readonly labels: readonly string[] }
  /** A branch's own run: the commit that was tested. */
  | { readonly kind: 'commit'; readonly sha: string }

export interface SourcesQuestion {
  readonly host: ActionHost
  readonly api: RunApi
  readonly place: PolicyPlace
  /** ISO 8601, UTC. */
  readonly now: string
}

/**
 * Config and accepts, read through the API: a job that may write checks nothing out. Of a change nothing counts but the
 * accepts that somebody with a right to label it let through.
 * @throws PlatformError, ConfigurationError where the run's own commit cannot be used; of a change that is an answer
 */
export async function readSources(question: SourcesQuestion): Promise<ConfigSources> {
  const inputs = inputsOf(question.host)
  const { place } = question
  if (place.kind === 'change') return { inputs, ...(await readChangeSources(question, place)) }
  const { file, accepts, notes } = await readAt(question, place.sha)
  const missing = missingPath(question.host, file)
  if (missing !== null) throw noConfig(missing)
  return {
    inputs,
    file,
    accepts: weighAccepts({ base: null, tested: accepts, isLabelled: false, now: question.now }),
    notes,
  }
}

type ChangeSources = Omit<ConfigSources, 'inputs'>

async function readChangeSources(
  question: SourcesQuestion,
  { branch, headSha, labels }: Extract<PolicyPlace, { kind: 'change' }>,
): Promise<ChangeSources> {
  const read = await attempt(() => readAt(question, `refs/heads/${branch}`))
  if (!read.ok) return { file: null, policy: doubtOf(read.problem, branch) }
  const { sha, file, accepts, notes } = read.value
  const isLabelled = labels.includes(ACCEPT_LABEL)
  const tested = isLabelled ? await attempt(() => readAt(question, headSha)) : null
  const own = tested?.ok === true ? tested.value.accepts : []
  return {
    file,
    policy: { kind: 'base', branch, sha, file, before: file, missing: missingPath(question.host, file) },
    accepts: weighAccepts({ base: accepts, tested: own, isLabelled, now: question.now }),
    notes: [
      ...notes,
      ...(tested?.ok === false ? [`The accepts of the change do not count. ${tested.problem.message}`] : []),
    ],
  }
}

function doubtOf(problem: Problem, branch: string): NonNullable<ConfigSources['policy']> {
  if (problem.kind === 'platform') return { kind: 'unreachable', branch, problem }
  return { kind: 'ill-formed', branch, sha: '', problem }
}

interface ReadCommit {
  readonly sha: string
  readonly file: ConfigFile | null
  readonly accepts: readonly WrittenAccept[]
  readonly notes: readonly Inline[]
}

async function readAt({ host, api }: SourcesQuestion, revision: string): Promise<ReadCommit> {
  const path = host.input('config') || DEFAULT_CONFIG_PATH
  const { sha, texts } = await api.readTexts({ revision, paths: [path, ACCEPTS_PATH] })
  const [config, entries] = texts
  const file = config === null ? null : { ...(await parseConfigFile(path, config)), at: sha }
  const accepts = await attempt(() => (entries === null ? [] : parseAccepts(entries)))
  if (accepts.ok) return { sha, file, accepts: accepts.value, notes: [] }
  return { sha, file, accepts: [], notes: [richText(`The accepts do not count. ${accepts.problem.message}`)] }
}

/** The path that the user named and that is not there; null: it is, or nobody named one. */
function missingPath(host: ActionHost, file: ConfigFile | null): string | null {
  const path = host.input('config') || DEFAULT_CONFIG_PATH
  return file === null && path !== DEFAULT_CONFIG_PATH ? path : null
}

function noConfig(path: string): ConfigurationError {
  return new ConfigurationError(`The config file ${path} does not exist.`, {
    path,
    remedy: 'Correct the path, or leave it out to use the assumed limits.',
  })
}

/** Limits are no inputs here: those of a gate are told to the gate, or written into the file. */
function inputsOf(host: ActionHost): ReadonlyMap<string, string> {
  const names = [...fieldsOf(fileConfig)].map(({ field }) => field.input).filter((name) => name !== null)
  return new Map(names.map((name) => [name, host.input(name)]))
}
