import { PlatformError, ReportError } from '@testwarden/core/model/errors'
import type { ReadWarning } from '@testwarden/core/model/result'
import type { Files, FoundFile } from '@testwarden/core/ports/files'
import { detectFormat } from '@testwarden/formats/detect-format'
import { type Format, HEAD_BYTES, type Reader, type ReportKind } from '@testwarden/formats/format'
import type { Witness } from '@testwarden/formats/witness'
import { type ContentHash, createContentHash } from './content-hash.js'

export type ReadReport<Model> =
  | {
      readonly path: string
      readonly ok: true
      readonly format: string
      readonly kind: ReportKind
      readonly model: Model
      readonly partial: boolean
      readonly warnings: readonly ReadWarning[]
      /** The file read earlier that has the same content; whoever adds numbers up counts only that one. */
      readonly duplicateOf: string | null
    }
  | { readonly path: string; readonly ok: false; readonly error: ReportError }

/** One that could be read. */
export type GoodReport<Model> = Extract<ReadReport<Model>, { ok: true }>

export interface ReadOptions<Model> {
  readonly files: Files
  readonly formats: readonly Format<Model>[]
  /** Of other kinds: what one of them knows is none of this gate's reports, and no error either. */
  readonly foreign: readonly Pick<Format<unknown>, 'id' | 'detect'>[]
  /** A named file is read as the first format without asking its content. */
  readonly isForced: boolean
  readonly isHashed: boolean
  readonly witness: Witness | undefined
}

export interface ReadOutcome<Model> {
  readonly report: ReadReport<Model>
  /** null when nobody asked for it, or when the file could not be read to its end. */
  readonly contentHash: string | null
}

/**
 * One file, opened once: its head tells the format, then head and rest go into that format's reader.
 * @returns null for no report, `foreign` for one of another kind
 */
export async function readReport<Model>(
  file: FoundFile,
  options: ReadOptions<Model>,
): Promise<ReadOutcome<Model> | 'foreign' | null> {
  try {
    return await pump(file, options)
  } catch (error) {
    if (error instanceof PlatformError) return failed(unreadable(file.path, error))
    if (error instanceof ReportError) return failed(error)
    throw error
  }
}

async function pump<Model>(
  file: FoundFile,
  options: ReadOptions<Model>,
): Promise<ReadOutcome<Model> | 'foreign' | null> {
  const hash = options.isHashed ? createContentHash() : null
  const head = createHead()
  let opened: Opened<Model> | null = null
  for await (const chunk of options.files.read(file.path)) {
    hash?.update(chunk)
    if (opened !== null) {
      opened.reader.write(chunk)
      continue
    }
    head.add(chunk)
    if (!head.isFull()) continue
    opened = await open(file, head, options)
    // Leaving the loop closes the file: the rest of something that is no report is never read.
    if (opened === null) break
  }
  if (opened === null && !head.isFull()) opened = await open(file, head, options)
  if (opened !== null) return finish(file, opened, hash)
  if (head.byteCount() > 0 && options.foreign.some((format) => format.detect(head.bytes()))) return 'foreign'
  return notAReport(file, options, head.bytes())
}

interface Opened<Model> {
  readonly format: Format<Model>
  readonly reader: Reader<Model>
}

async function open<Model>(file: FoundFile, head: Head, options: ReadOptions<Model>): Promise<Opened<Model> | null> {
  const bytes = head.bytes()
  const isForced = options.isForced && file.how === 'named'
  const format = isForced ? (options.formats[0] ?? null) : detect(file.path, bytes, options.formats)
  if (format === null) return null
  const openReader = await format.load()
  const reader = openReader({ path: file.path, witness: options.witness })
  for (const chunk of head.chunks) reader.write(chunk)
  return { format, reader }
}

/** @throws ReportError when the content may be of two formats */
function detect<Model>(path: string, bytes: Uint8Array, formats: readonly Format<Model>[]): Format<Model> | null {
  if (bytes.length === 0) return null
  const detected = detectFormat(bytes, formats)
  if (detected.kind !== 'several') return detected.kind === 'one' ? detected.format : null
  const ids = detected.formats.map(({ id }) => id).join(' and ')
  const remedy = 'Name the file and its format.'
  throw new ReportError(`The content fits more than one format: ${ids}.`, { path, line: null, remedy })
}

function finish<Model>(
  file: FoundFile,
  { format, reader }: Opened<Model>,
  hash: ContentHash | null,
): ReadOutcome<Model> {
  const result = reader.end()
  if (!result.ok) return failed(result.error)
  const { model, partial, warnings } = result
  return {
    report: {
      path: file.path,
      ok: true,
      format: format.id,
      kind: format.kind,
      model,
      partial,
      warnings,
      duplicateOf: null,
    },
    contentHash: hash?.digest() ?? null,
  }
}

function notAReport<Model>(
  file: FoundFile,
  { formats }: ReadOptions<Model>,
  head: Uint8Array,
): ReadOutcome<Model> | null {
  if (file.how === 'met') return null
  const { message, remedy } = whyNoReport(head, formats.map(({ displayName }) => displayName).join(', '))
  return failed(new ReportError(message, { path: file.path, line: null, remedy }))
}

function whyNoReport(head: Uint8Array, known: string): { readonly message: string; readonly remedy: string } {
  if (head.length === 0)
    return {
      message: 'The file is empty: no report was written into it.',
      remedy: 'Look at the step that writes it: it may have failed, or run later.',
    }
  if (isWebPage(head))
    return {
      message: 'The file is a page of HTML, made for people: it is no report.',
      remedy: `Have the tool write a report beside it, in one of these formats: ${known}.`,
    }
  return {
    message: 'The file is no report in a known format.',
    remedy: `Name a report of one of these formats: ${known}.`,
  }
}

/** Also what a server answers instead of a file. */
function isWebPage(head: Uint8Array): boolean {
  const beginning = new TextDecoder().decode(head.subarray(0, 200)).trimStart().toLowerCase()
  return beginning.startsWith('<!doctype html') || beginning.startsWith('<html')
}

function unreadable(path: string, error: PlatformError): ReportError {
  const remedy = error.remedy ?? 'Check that the file exists and may be read.'
  return new ReportError(error.message, { path, line: null, remedy })
}

function failed<Model>(error: ReportError): ReadOutcome<Model> {
  return { report: { path: error.path, ok: false, error }, contentHash: null }
}

/** The first chunks of a file until they are enough for detection. */
interface Head {
  readonly chunks: readonly Uint8Array[]
  add(chunk: Uint8Array): void
  isFull(): boolean
  byteCount(): number
  /** At most {@link HEAD_BYTES}. */
  bytes(): Uint8Array
}

function createHead(): Head {
  const chunks: Uint8Array[] = []
  let byteCount = 0
  return {
    chunks,
    add(chunk) {
      // A stream may reuse its buffer for the next portion.
      chunks.push(chunk.slice())
      byteCount += chunk.length
    },
    isFull: () => byteCount >= HEAD_BYTES,
    byteCount: () => byteCount,
    bytes() {
      const bytes = new Uint8Array(Math.min(byteCount, HEAD_BYTES))
      let offset = 0
      for (const chunk of chunks) {
        const part = chunk.subarray(0, bytes.length - offset)
        bytes.set(part, offset)
        offset += part.length
      }
      return bytes
    },
  }
}
