import { ConfigurationError, PlatformError, ReportError } from '@testwarden/core/model/errors'
import type { Files, FoundFile } from '@testwarden/core/ports/files'
import type { Format } from '@testwarden/formats/format'
import type { Witness } from '@testwarden/formats/witness'
import { describePassedBy, EVERYWHERE, mayBeReport } from './discovery.js'
import { type FoundReport, foundApart, foundTogether } from './found-report.js'
import { type ReadOutcome, type ReadReport, readReport } from './read-report.js'

export interface ReadRequest<Model> {
  /** Files, folders and globs; none: look everywhere. */
  readonly patterns: readonly string[]
  /** Id of the format that named files are read as, without detection; null: each file's content tells. */
  readonly format: string | null
  readonly formats: readonly Format<Model>[]
  /**
   * Formats of other kinds. Gates share the word `reports`, so a report of another kind is passed over where it is
   * named; without these it is an error.
   */
  readonly foreign?: readonly Pick<Format<unknown>, 'id' | 'detect'>[]
  /** Files that are left alone while looking everywhere. */
  readonly isSkipped?: (path: string) => boolean
  /**
   * Is told, for people, of folders that cannot be listed; the same may be told again. Without it such a folder is an
   * error, and nothing of its pattern is read.
   */
  readonly warn?: Warn
  /** Is told where the numbers of some files stand, before the report that they stand in is handed out. */
  readonly witness?: Witness
}

/**
 * Finds reports and reads each file once, one after the other, so that whoever folds them never holds two at a time.
 * A file that the user named must be a report; a file met in a folder or by a glob is ignored when it is none. A
 * pattern that leads to no report at all is an error.
 * @throws ConfigurationError when the format is unknown
 */
export async function* readReports<Model>(
  request: ReadRequest<Model>,
  files: Files,
): AsyncGenerator<ReadReport<Model>, void, undefined> {
  // Whoever names a format of another kind does not ask this gate.
  if (request.foreign?.some(({ id }) => id === request.format) === true) return
  const reading: Reading<Model> = {
    files,
    warn: request.warn,
    witness: request.witness,
    formats: chooseFormats(request),
    foreign: request.foreign ?? [],
    passedOver: new Set(),
    isForced: request.format !== null,
    seen: new Set(),
    firstByContent: new Map(),
    sizes: new Map(),
  }
  if (request.patterns.length === 0) yield* readEverywhere(reading, request)
  for (const pattern of request.patterns) yield* readPattern(pattern, reading)
}

type Warn = (message: string) => void

interface Reading<Model> {
  readonly files: Files
  readonly warn: Warn | undefined
  readonly witness: Witness | undefined
  readonly formats: readonly Format<Model>[]
  readonly foreign: readonly Pick<Format<unknown>, 'id' | 'detect'>[]
  /** Reports of other kinds, by {@link identityOf}. */
  readonly passedOver: Set<string>
  readonly isForced: boolean
  /** By {@link identityOf}: a file that two patterns spell differently is read once. */
  readonly seen: Set<string>
  readonly firstByContent: Map<string, string>
  /** How many of the found files have this length: only equal lengths can be equal contents. */
  readonly sizes: Map<number, number>
}

function chooseFormats<Model>({ format, formats }: ReadRequest<Model>): readonly Format<Model>[] {
  if (format === null) return formats
  const chosen = formats.filter(({ id }) => id === format)
  if (chosen.length > 0) return chosen
  throw new ConfigurationError(`The report format ${JSON.stringify(format)} is not known.`, {
    remedy: `Write one of ${formats.map(({ id }) => id).join(', ')}, or leave it out: the content tells.`,
  })
}

async function* readEverywhere<Model>(
  reading: Reading<Model>,
  { isSkipped }: ReadRequest<Model>,
): AsyncGenerator<ReadReport<Model>> {
  const found = await findFiles(EVERYWHERE, reading)
  if (found instanceof ReportError) return yield { path: EVERYWHERE, ok: false, error: found }
  const candidates = found.filter((file) => mayBeReport(file) && isSkipped?.(file.path) !== true)
  // Nobody named these, so whatever else lies around is no error.
  yield* readFound(
    candidates.map((file) => ({ ...file, how: 'met' as const })),
    reading,
  )
}

async function* readPattern<Model>(pattern: string, reading: Reading<Model>): AsyncGenerator<ReadReport<Model>> {
  const found = await findFiles(pattern, reading)
  if (found instanceof ReportError) return yield { path: pattern, ok: false, error: found }
  const isReadAlready = found.some(({ path }) => reading.seen.has(identityOf(path)))
  let reports = 0
  for await (const report of readFound(found, reading)) {
    reports++
    yield report
  }
  const isForeign = found.some(({ path }) => reading.passedOver.has(identityOf(path)))
  if (reports === 0 && !isReadAlready && !isForeign)
    yield { path: pattern, ok: false, error: nothingFound(pattern, found.length) }
}

async function* readFound<Model>(
  found: readonly FoundFile[],
  reading: Reading<Model>,
): AsyncGenerator<ReadReport<Model>> {
  yield* readEach(foundTogether(found, reading.formats), reading)
}

async function* readEach<Model>(
  found: readonly FoundReport<Model>[],
  reading: Reading<Model>,
): AsyncGenerator<ReadReport<Model>> {
  for (const { bytes } of found) reading.sizes.set(bytes, (reading.sizes.get(bytes) ?? 0) + 1)
  for (const each of found) {
    const unread = withoutSeen(each, reading.seen)
    if (unread === null) continue
    const isCopyPossible = (reading.sizes.get(each.bytes) ?? 0) > 1
    const outcome = await readReport(unread, { ...reading, isHashed: isCopyPossible })
    if (outcome === 'apart') yield* readEach(foundApart([...unread.files, ...unread.others]), reading)
    else if (outcome === 'foreign') reading.passedOver.add(identityOf(each.path))
    else if (outcome !== null) yield* readingsOf(unread, outcome, reading)
  }
}

function readingsOf<Model>(
  { files, others, bytes, how }: FoundReport<Model>,
  { reports, contentHash }: ReadOutcome<Model>,
  { seen, firstByContent }: Reading<Model>,
): readonly ReadReport<Model>[] {
  for (const { path } of [...files, ...others]) seen.add(identityOf(path))
  return reports.map((report) => {
    if (!report.ok || contentHash === null || how !== 'met') return report
    return markDuplicate(report, firstByContent, `${report.kind}-${bytes}-${contentHash}`)
  })
}

/** null where all of it was read before. */
function withoutSeen<Model>(found: FoundReport<Model>, seen: ReadonlySet<string>): FoundReport<Model> | null {
  const [first, ...rest] = found.files.filter(({ path }) => !seen.has(identityOf(path)))
  return first === undefined ? null : { ...found, files: [first, ...rest] }
}

function markDuplicate<Model>(
  report: Extract<ReadReport<Model>, { ok: true }>,
  firstByContent: Map<string, string>,
  content: string,
): ReadReport<Model> {
  const first = firstByContent.get(content)
  if (first === undefined) {
    firstByContent.set(content, report.path)
    return report
  }
  const warning = { message: `Has the same content as ${first}: counted once.`, line: null }
  return { ...report, warnings: [...report.warnings, warning], duplicateOf: first }
}

async function findFiles(
  pattern: string,
  { files, warn }: Pick<Reading<unknown>, 'files' | 'warn'>,
): Promise<readonly FoundFile[] | ReportError> {
  try {
    return await files.find(pattern, warn && ((folder) => warn(describePassedBy(folder))))
  } catch (error) {
    if (error instanceof PlatformError)
      return new ReportError(error.message, { path: pattern, line: null, remedy: error.remedy ?? CHECK_PATH })
    throw error
  }
}

const CHECK_PATH =
  'Check that the path is spelled as on disk, relative to the workspace, and that the tests ran before.'

function nothingFound(pattern: string, fileCount: number): ReportError {
  if (fileCount === 0)
    return new ReportError(`No file is or matches ${pattern}.`, { path: pattern, line: null, remedy: CHECK_PATH })
  return new ReportError(
    `${pattern} leads to ${fileCount} ${fileCount === 1 ? 'file' : 'files'}, and none is a report in a known format.`,
    {
      path: pattern,
      line: null,
      remedy: 'Name the report file itself to see what is wrong with it.',
    },
  )
}

/** `./a/../b` and `b` are one file; what leads above the start stays as it is. */
function identityOf(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part)
  }
  return parts.join('/')
}
