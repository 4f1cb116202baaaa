import { PlatformError, ReportError } from '@testwarden/core/model/errors'
import type { ReadWarning } from '@testwarden/core/model/result'
import type { Files } from '@testwarden/core/ports/files'
import { detectFormat } from '@testwarden/formats/detect-format'
import type { Format, Reader, ReportKind } from '@testwarden/formats/format'
import type { Witness } from '@testwarden/formats/witness'
import { type ContentHash, createContentHash } from './content-hash.js'
import type { FoundReport } from './found-report.js'
import { createHead, type Head } from './head.js'

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

/** What is no report for whoever asks. */
export type NoReport =
  /** Of no format that anybody knows. */
  | null
  /** Of another kind. */
  | 'foreign'
  /** Several files that only look like one report: they are to be read one by one. */
  | 'apart'

/** Its files, each opened once: the head of the first tells the format, then all go into that format's reader. */
export async function readReport<Model>(
  found: FoundReport<Model>,
  options: ReadOptions<Model>,
): Promise<ReadOutcome<Model> | NoReport> {
  try {
    return await pump(found, options)
  } catch (error) {
    if (error instanceof PlatformError) return failed(unreadable(found.path, error))
    if (error instanceof ReportError) return failed(error)
    throw error
  }
}

async function pump<Model>(
  found: FoundReport<Model>,
  options: ReadOptions<Model>,
): Promise<ReadOutcome<Model> | NoReport> {
  const hash = options.isHashed ? createContentHash() : null
  const [first, ...others] = found.files
  const begun = await readFirst(first.path, found, { ...options, hash })
  if (!('reader' in begun)) return noReport(found, options, begun)
  for (const { path } of others) {
    begun.reader.begin?.(path)
    for await (const chunk of options.files.read(path)) {
      hash?.update(chunk)
      begun.reader.write(chunk)
    }
  }
  return finish(found.path, begun, hash)
}

/** @returns what reads the report and has its first file; the head of the file where it is none */
async function readFirst<Model>(
  path: string,
  found: FoundReport<Model>,
  options: ReadOptions<Model> & { readonly hash: ContentHash | null },
): Promise<Opened<Model> | Head> {
  const head = createHead()
  let opened: Opened<Model> | null = null
  for await (const chunk of options.files.read(path)) {
    options.hash?.update(chunk)
    if (opened !== null) {
      opened.reader.write(chunk)
      continue
    }
    head.add(chunk)
    if (!head.isFull()) continue
    opened = await open(found, head, options)
    // Leaving the loop closes the file: the rest of something that is no report is never read.
    if (opened === null) break
  }
  if (opened === null && !head.isFull()) opened = await open(found, head, options)
  return opened ?? head
}

interface Opened<Model> {
  readonly format: Format<Model>
  readonly reader: Reader<Model>
}

async function open<Model>(
  found: FoundReport<Model>,
  head: Head,
  options: ReadOptions<Model>,
): Promise<Opened<Model> | null> {
  const format = formatOf(found, head.bytes(), options)
  if (format === null) return null
  const openReader = await format.load()
  const reader = openReader({ path: found.path, witness: options.witness })
  if (found.groupedBy !== null) reader.begin?.(found.files[0].path)
  for (const chunk of head.chunks) reader.write(chunk)
  return { format, reader }
}

function formatOf<Model>(
  { path, how, groupedBy }: FoundReport<Model>,
  head: Uint8Array,
  { formats, isForced }: ReadOptions<Model>,
): Format<Model> | null {
  if (groupedBy !== null) return detect(path, head, [groupedBy])
  return isForced && how === 'named' ? (formats[0] ?? null) : detect(path, head, formats)
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

function finish<Model>(path: string, { format, reader }: Opened<Model>, hash: ContentHash | null): ReadOutcome<Model> {
  const result = reader.end()
  if (!result.ok) return failed(result.error)
  const { model, partial, warnings } = result
  return {
    report: {
      path,
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

function noReport<Model>(
  { path, how, groupedBy }: FoundReport<Model>,
  { formats, foreign }: ReadOptions<Model>,
  head: Head,
): ReadOutcome<Model> | NoReport {
  if (groupedBy !== null) return 'apart'
  if (head.byteCount() > 0 && foreign.some((format) => format.detect(head.bytes()))) return 'foreign'
  if (how === 'met') return null
  const { message, remedy } = whyNoReport(head.bytes(), formats.map(({ displayName }) => displayName).join(', '))
  return failed(new ReportError(message, { path, line: null, remedy }))
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
