import { PlatformError, ReportError } from '@testwarden/core/model/errors'
import type { ParseResult, ReadWarning } from '@testwarden/core/model/result'
import type { Files } from '@testwarden/core/ports/files'
import { detectFormat } from '@testwarden/formats/detect-format'
import type { Format, Reader, ReportKind } from '@testwarden/formats/format'
import type { Witness } from '@testwarden/formats/witness'
import { type ContentHash, createContentHash } from './content-hash.js'
import type { FoundReport } from './found-report.js'
import { createHead, type Head } from './head.js'
import { whyNoReport } from './why-no-report.js'

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
  /** One, or one of each kind that the file holds. */
  readonly reports: readonly ReadReport<Model>[]
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

/**
 * Its files, each opened once: the head of the first tells the format, then all go into that format's reader, and into
 * those of its sidelines.
 */
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
  if ('chunks' in begun) return noReport(found, options, begun)
  for (const { path } of others) {
    for (const { reader } of begun) reader.begin?.(path)
    for await (const chunk of options.files.read(path)) {
      hash?.update(chunk)
      for (const { reader } of begun) reader.write(chunk)
    }
  }
  const reports = reportsOf(begun, { path: found.path, isForced: isForced(found, options) })
  return reports.length === 0 ? 'foreign' : { reports, contentHash: hash?.digest() ?? null }
}

/** @returns what reads the report and has its first file; the head of the file where it is none */
async function readFirst<Model>(
  path: string,
  found: FoundReport<Model>,
  options: ReadOptions<Model> & { readonly hash: ContentHash | null },
): Promise<readonly Opened<Model>[] | Head> {
  const head = createHead()
  let opened: readonly Opened<Model>[] | null = null
  for await (const chunk of options.files.read(path)) {
    options.hash?.update(chunk)
    if (opened !== null) {
      for (const { reader } of opened) reader.write(chunk)
      continue
    }
    head.add(chunk)
    if (!head.isFull()) continue
    opened = await open(found, head, options)
    // Leaving the loop closes the file: the rest of something that is no report is never read.
    if (opened.length === 0) break
  }
  opened ??= await open(found, head, options)
  return opened.length === 0 ? head : opened
}

interface Opened<Model> {
  readonly format: Format<Model>
  readonly reader: Reader<Model>
}

/** None where no format knows it. */
async function open<Model>(
  found: FoundReport<Model>,
  head: Head,
  options: ReadOptions<Model>,
): Promise<readonly Opened<Model>[]> {
  const opened: Opened<Model>[] = []
  for (const format of formatsOf(found, head.bytes(), options)) {
    const openReader = await format.load()
    const reader = openReader({ path: found.path, witness: options.witness })
    if (found.groupedBy !== null) reader.begin?.(found.files[0].path)
    for (const chunk of head.chunks) reader.write(chunk)
    opened.push({ format, reader })
  }
  return opened
}

function formatsOf<Model>(
  found: FoundReport<Model>,
  head: Uint8Array,
  options: ReadOptions<Model>,
): readonly Format<Model>[] {
  const { path, groupedBy } = found
  if (groupedBy !== null) return detect(path, head, [groupedBy])
  return isForced(found, options) ? options.formats.slice(0, 1) : detect(path, head, options.formats)
}

function isForced<Model>({ how }: FoundReport<Model>, options: ReadOptions<Model>): boolean {
  return options.isForced && how === 'named'
}

/** @throws ReportError when the content may be of two formats */
function detect<Model>(path: string, bytes: Uint8Array, formats: readonly Format<Model>[]): readonly Format<Model>[] {
  if (bytes.length === 0) return []
  const detected = detectFormat(bytes, formats)
  if (detected.kind !== 'several') return detected.kind === 'one' ? [detected.format, ...detected.sidelines] : []
  const ids = detected.formats.map(({ id }) => id).join(' and ')
  const remedy = 'Name the file and its format.'
  throw new ReportError(`The content fits more than one format: ${ids}.`, { path, line: null, remedy })
}

/** None where nothing but sidelines was asked for, and they found nothing. */
function reportsOf<Model>(
  opened: readonly Opened<Model>[],
  { path, isForced }: { readonly path: string; readonly isForced: boolean },
): readonly ReadReport<Model>[] {
  return opened.flatMap(({ format, reader }) => {
    const result = reader.end()
    const { sideline } = format
    if (sideline === undefined || isForced) return [reportOf(path, format, result)]
    // What is wrong with the file is told by the format that it is of.
    const isNothing = result.ok ? sideline.isNothing(result.model) : opened.length > 1
    return isNothing ? [] : [reportOf(path, format, result)]
  })
}

function reportOf<Model>(path: string, format: Format<Model>, result: ParseResult<Model>): ReadReport<Model> {
  if (!result.ok) return { path, ok: false, error: result.error }
  const { model, partial, warnings } = result
  return { path, ok: true, format: format.id, kind: format.kind, model, partial, warnings, duplicateOf: null }
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

function unreadable(path: string, error: PlatformError): ReportError {
  const remedy = error.remedy ?? 'Check that the file exists and may be read.'
  return new ReportError(error.message, { path, line: null, remedy })
}

function failed<Model>(error: ReportError): ReadOutcome<Model> {
  return { reports: [{ path: error.path, ok: false, error }], contentHash: null }
}
