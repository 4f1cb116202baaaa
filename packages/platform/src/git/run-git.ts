import { PlatformError } from '@testwarden/core/model/errors'
import { capture, chunksOf } from '../exec/capture.js'
import { type Child, type ChildEnd, startChild } from '../exec/child.js'
import { type ConfigEntry, gitEnvironment } from './environment.js'
import { gitFailure, gitTimeout } from './failures.js'

/** 200,000 paths of 1,000 bytes; more is no repository that a test runs in. */
const MAX_OUTPUT_BYTES = 200 * 1024 * 1024
const MAX_ERROR_BYTES = 64 * 1024
const READ_TIMEOUT_MS = 120_000

/** One repository as git is to see it. */
export interface GitPlace {
  /** Absolute path of git. */
  readonly program: string
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly config: readonly ConfigEntry[]
  /** Further variables, such as GIT_DIR. */
  readonly variables: Readonly<Record<string, string>>
}

export interface GitQuestion {
  /** For messages, after "cannot": `read commit 1234567`. */
  readonly what: string
  readonly args: readonly string[]
  readonly timeoutMs?: number
  /** Standard input of git. */
  readonly input?: string | Uint8Array
}

export interface GitAnswer {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** @throws PlatformError on any exit code but 0 */
export async function askGit(place: GitPlace, question: GitQuestion): Promise<string> {
  const answer = await tryGit(place, question)
  if (answer.exitCode !== 0) throw gitFailure(question.what, answer.stderr)
  return answer.stdout
}

/** For questions whose exit code is an answer. @throws PlatformError when git cannot start, hangs or says too much */
export async function tryGit(place: GitPlace, question: GitQuestion): Promise<GitAnswer> {
  const child = await startGit(place, question)
  const [stdout, stderr, end] = await Promise.all([
    capture(child.stdout, { remaining: MAX_OUTPUT_BYTES }),
    capture(child.stderr, { remaining: MAX_ERROR_BYTES }),
    child.ended,
  ])
  if (stdout.isTruncated)
    throw new PlatformError(`cannot ${question.what}: git's answer is longer than ${MAX_OUTPUT_BYTES} bytes`)
  return { exitCode: exitCodeOf(end, question), stdout: stdout.text, stderr: stderr.text }
}

/**
 * Hands git's output to a reader while it comes, so that memory does not grow with it.
 * @throws PlatformError, or what the reader throws; then git is ended
 */
export async function streamGit<Value>(
  place: GitPlace,
  question: GitQuestion,
  read: (bytes: AsyncIterable<Uint8Array>) => Promise<Value>,
): Promise<{ readonly value: Value; readonly stderr: string }> {
  const child = await startGit(place, question)
  const stderr = capture(child.stderr, { remaining: MAX_ERROR_BYTES })
  const value = await read(chunksOf(child.stdout)).catch((error: unknown) => {
    child.kill()
    throw error
  })
  const [end, said] = await Promise.all([child.ended, stderr])
  if (exitCodeOf(end, question) !== 0) throw gitFailure(question.what, said.text)
  return { value, stderr: said.text }
}

/** What a git process of this place sees. */
export function placeEnvironment(place: GitPlace): NodeJS.ProcessEnv {
  return { ...gitEnvironment(place.env, place.config), ...place.variables }
}

function startGit(place: GitPlace, { args, timeoutMs, input }: GitQuestion): Promise<Child> {
  const env = placeEnvironment(place)
  const start = { command: place.program, args, cwd: place.cwd, env, timeoutMs: timeoutMs ?? READ_TIMEOUT_MS }
  return startChild(input === undefined ? start : { ...start, input })
}

function exitCodeOf(end: ChildEnd, { what, timeoutMs }: GitQuestion): number {
  if (end.isTimedOut) throw gitTimeout(what, timeoutMs ?? READ_TIMEOUT_MS)
  if (end.exitCode === null) throw new PlatformError(`cannot ${what}: git was ended by a signal`, { retryable: true })
  return end.exitCode
}
