import { PlatformError } from '@testwarden/core/model/errors'
import { capture } from '../exec/capture.js'
import { type Conversation, startConversation } from '../exec/child.js'
import { type ByteSource, readBytes } from './byte-source.js'
import { gitFailure, gitTimeout } from './failures.js'
import { type GitPlace, placeEnvironment } from './run-git.js'

const ANSWER_TIMEOUT_MS = 60_000
const MAX_ERROR_BYTES = 64 * 1024

export interface GitObject {
  readonly id: string
  /** `commit`, `tree`, `blob` or `tag`. */
  readonly type: string
  /** null when it is longer than was allowed. */
  readonly content: Buffer | null
}

/**
 * The objects of one repository. One process answers all questions, because starting git takes longer than looking an
 * object up. It is started at the first question and sees what is fetched later.
 */
export interface ObjectReader {
  /**
   * @param name as git spells revisions, such as `<sha>^{tree}`; without a line break
   * @returns null when there is no such object. @throws PlatformError
   */
  read(name: string, maxBytes: number): Promise<GitObject | null>
  close(): void
}

/** One reader for each place, opened when it is wanted. */
export interface ObjectReaders {
  at(place: GitPlace): ObjectReader
  close(): void
}

export function createObjectReaders(): ObjectReaders {
  const readers = new Map<GitPlace, ObjectReader>()
  return {
    at(place) {
      const reader = readers.get(place) ?? openObjectReader(place)
      readers.set(place, reader)
      return reader
    },
    close() {
      for (const reader of readers.values()) reader.close()
      readers.clear()
    },
  }
}

function openObjectReader(place: GitPlace): ObjectReader {
  let started: Promise<Talk> | null = null
  let last: Promise<unknown> = Promise.resolve()
  const end = (): void => {
    started?.then(({ child }) => child.kill()).catch(() => undefined)
    started = null
  }
  const ask = async (question: Question): Promise<GitObject | null> => {
    started ??= startTalk(place)
    const answer = await withinTime(question, answerOf(await started, question)).catch((error: unknown) => {
      end()
      throw error
    })
    // The rest of what is too long would have to be read first.
    if (answer?.content === null) end()
    return answer
  }
  return {
    read(name, maxBytes) {
      const answer = last.then(() => ask({ name, maxBytes }))
      last = answer.catch(() => undefined)
      return answer
    },
    close: end,
  }
}

interface Question {
  readonly name: string
  readonly maxBytes: number
}

interface Talk {
  readonly child: Conversation
  readonly said: ByteSource
  readonly complaints: Promise<{ readonly text: string }>
}

async function startTalk(place: GitPlace): Promise<Talk> {
  const args = ['cat-file', '--batch']
  const child = await startConversation({ command: place.program, args, cwd: place.cwd, env: placeEnvironment(place) })
  return {
    child,
    said: readBytes(child.stdout),
    complaints: capture(child.stderr, { remaining: MAX_ERROR_BYTES }),
  }
}

/** `<id> <type> <size>`, the content and a line end; or the name with a word such as `missing`. */
async function answerOf({ child, said, complaints }: Talk, { name, maxBytes }: Question): Promise<GitObject | null> {
  child.say(`${name}\n`)
  const header = await said.line()
  if (header === null) throw gitFailure(`read ${name}`, (await complaints).text)
  const [, id, type, size] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(header) ?? []
  if (id === undefined || type === undefined) return null
  if (Number(size) > maxBytes) return { id, type, content: null }
  const content = await said.take(Number(size))
  const lineEnd = await said.take(1)
  if (content === null || lineEnd === null) throw gitFailure(`read ${name}`, (await complaints).text)
  return { id, type, content }
}

/** The timer also keeps us alive while we wait: the process itself does not, so that nobody must end it. */
function withinTime<Value>({ name }: Question, answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(gitTimeout(`read ${name}`, ANSWER_TIMEOUT_MS)), ANSWER_TIMEOUT_MS)
  })
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}

/** For questions about things that must be there. @throws PlatformError */
export async function requireObject(
  objects: ObjectReader,
  { name, maxBytes, what }: Question & { readonly what: string },
): Promise<Buffer> {
  const found = await objects.read(name, maxBytes)
  if (found === null) throw gitFailure(`read ${what}`, 'bad object, missing or damaged')
  if (found.content !== null) return found.content
  throw new PlatformError(`${what} is longer than ${maxBytes} bytes`, { remedy: 'shorten the file' })
}
