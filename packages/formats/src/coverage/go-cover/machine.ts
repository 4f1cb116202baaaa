import type { CoverageReport, FileCoverage } from '@testwarden/core/model/coverage'
import { ReportError } from '@testwarden/core/model/errors'
import type { TextMachine } from '../../guarded-reader.js'
import type { ReportWatch } from '../../report-watch.js'
import { AsciiBytes, AsciiPiece } from '../../text/ascii-bytes.js'
import { type LineSink, LineSplitter } from '../../text/line-splitter.js'
import { ownText } from '../../text/own-text.js'
import { WarningLog } from '../../warning-log.js'
import { CoverageBuilder } from '../coverage-builder.js'
import { FileWatch } from '../file-watch.js'
import { plausibleLines } from '../plausible.js'
import { BlockReader } from './block-line.js'
import { addBlockLines, lastLine, lineCount } from './block-lines.js'
import { BlockStatements } from './block-statements.js'
import { BlockTable, type Contradiction, type PlacedBlock } from './block-table.js'
import { type Mode, readMode } from './mode.js'
import { describeRange, lineOf } from './place.js'

const MAX_LINE_LENGTH = 1024 * 1024
const RUN_AGAIN = 'Run `go test -coverprofile` again and name the file that it wrote.'

interface NamedBlocks {
  readonly path: string
  readonly blocks: BlockTable
  readonly watch: FileWatch | null
}

/** Reads Go profiles line by line; repeated blocks are merged as the Go tools do. */
export class GoCoverMachine implements TextMachine<CoverageReport>, LineSink {
  readonly warnings = new WarningLog()
  private readonly path: string
  private readonly lines: LineSplitter
  private readonly reader = new BlockReader()
  private readonly files = new Map<string, NamedBlocks>()
  private mode: Mode | null = null
  /** The file of the last line; the next one is mostly of the same. */
  private current: NamedBlocks | null = null
  /** With the colon behind it. */
  private currentPath = new AsciiPiece('')
  private readonly ascii = new AsciiBytes()
  private isInsideLine = false
  private isAtEnd = false
  private isCutOff = false
  private readonly watch: ReportWatch | null

  constructor(path: string, watch: ReportWatch | null) {
    this.path = path
    this.watch = watch
    this.lines = new LineSplitter(this, { path, maxCharacters: MAX_LINE_LENGTH, longLines: 'refuse' })
  }

  write(text: string): void {
    // Who watches must be told of every line.
    if (this.watch === null && this.ascii.load(text)) this.readAscii(text)
    else this.passOn(text)
  }

  end(): { readonly model: CoverageReport; readonly partial: boolean } {
    this.isAtEnd = true
    this.lines.end()
    if (this.mode === null) throw this.fault('the file does not begin with a mode line (mode: set)', 1)
    if (this.isCutOff) this.warnings.add('the last line is not whole: the file may be cut off', null)
    if (this.files.size === 0) this.warnings.add('the report lists no files', null)
    const tables = [...this.files.values()]
    for (const table of tables) this.fold(table)
    this.requirePlausible(tables.map(({ blocks }) => blocks))
    const files = fileCoverages(tables)
    return { model: { dialect: null, files, sources: [], declared: null }, partial: this.isCutOff }
  }

  line(text: string, start: number, end: number, at: number): void {
    if (this.watch !== null) this.watch.moveTo(at, () => text.slice(start, end))
    if (this.mode !== null && this.reader.read(text, start, end)) this.addBlock(text, start, at)
    else this.readOther(text.slice(start, end).trim(), at)
  }

  /** All but one line of a file take the quick way; the first one is how its path gets known. */
  private readAscii(text: string): void {
    for (let at = 0; at < text.length; ) {
      if (!this.isInsideLine && this.current !== null) at = this.readPlainLines(at, this.current)
      const lineEnd = text.indexOf('\n', at)
      const next = lineEnd === -1 ? text.length : lineEnd + 1
      this.passOn(text.slice(at, next))
      at = next
    }
  }

  /** @returns the offset of the first line that is not of this file, or not plain */
  private readPlainLines(start: number, file: NamedBlocks): number {
    const path = this.currentPath
    let at = start
    for (let next = at; next !== -1; next = this.reader.readPlain(this.ascii, at, path)) {
      if (next > at) this.addTo(file, this.lines.passOver(1))
      at = next
    }
    return at
  }

  private passOn(text: string): void {
    if (text === '') return
    this.lines.write(text)
    this.isInsideLine = !text.endsWith('\n')
  }

  private readOther(line: string, at: number): void {
    if (line === '') return
    const mode = readMode(line)
    if (mode !== null) this.beginProfile(mode, at)
    else if (this.mode === null) throw this.fault('the file does not begin with a mode line (mode: set)', at)
    else if (this.reader.read(line, 0, line.length)) this.addBlock(line, 0, at)
    else if (this.isAtEnd) this.isCutOff = true
    else this.warnings.add('a line that is no block (file.go:5.12,8.22 3 1) is ignored', at)
  }

  /** Profiles of several packages or runs are often just put one behind the other. */
  private beginProfile(mode: Mode, at: number): void {
    this.mode ??= mode
    if (this.mode === mode) return
    this.warnings.add(`the file mixes mode ${this.mode} with mode ${mode}: its counts do not mean the same`, at)
  }

  private addBlock(text: string, start: number, at: number): void {
    const file = this.fileOf(text.slice(start, this.reader.block.pathEnd))
    if (file !== this.current) this.currentPath = new AsciiPiece(`${file.path}:`)
    this.current = file
    this.addTo(file, at)
  }

  private addTo({ path, blocks, watch }: NamedBlocks, at: number): void {
    const { block } = this.reader
    if (block.oddity !== null) this.warnings.add(block.oddity, at)
    if (block.start < 0 || block.end < block.start) {
      this.warnings.add('a block that does not end behind its start, or lies outside any file, is ignored', at)
      return
    }
    if (watch !== null) watchBlock(block, watch)
    const contradiction = blocks.add(block)
    if (contradiction !== null) throw this.contradiction(path, contradiction, at)
  }

  private fileOf(written: string): NamedBlocks {
    const known = this.files.get(written)
    if (known !== undefined) return known
    const path = ownText(written)
    const fresh = { path, blocks: new BlockTable(this.mode ?? 'set'), watch: this.watchFile(path) }
    this.files.set(path, fresh)
    return fresh
  }

  private watchFile(path: string): FileWatch | null {
    if (this.watch?.wants(path) !== true) return null
    const watch = new FileWatch(this.watch, { path, module: null })
    watch.entry()
    return watch
  }

  private fold({ path, blocks }: NamedBlocks): void {
    const contradiction = blocks.fold()
    if (contradiction !== null) throw this.contradiction(path, contradiction, null)
  }

  private requirePlausible(tables: readonly BlockTable[]): void {
    let [entries, lines, statements] = [0, 0, 0]
    for (const blocks of tables) {
      entries += blocks.size
      for (let index = 0; index < blocks.size; index++) {
        lines += lineCount(blocks, index)
        statements += blocks.statementsAt(index)
      }
    }
    if (Math.max(lines, statements) <= plausibleLines(entries)) return
    const claim = `${entries} blocks claim ${lines} lines and ${statements} statements`
    throw this.fault(`${claim}, more than any program has`, null)
  }

  private contradiction(path: string, { start, end, statements }: Contradiction, at: number | null): ReportError {
    const message = `the block ${path.slice(0, 200)}:${describeRange(start, end)} has ${statements[0]} statements in one place and ${statements[1]} in another`
    return new ReportError(message, {
      path: this.path,
      line: at,
      remedy: 'Merge only profiles of the same sources: delete old ones, then run the tests again.',
    })
  }

  private fault(message: string, line: number | null): ReportError {
    return new ReportError(message, { path: this.path, line, remedy: RUN_AGAIN })
  }
}

function fileCoverages(tables: readonly NamedBlocks[]): FileCoverage[] {
  const builder = new CoverageBuilder('max')
  for (const { path, blocks } of tables) {
    const file = builder.file(path)
    addBlockLines(blocks, file)
    file.endSection()
  }
  const statements = tables.map(({ blocks }) => new BlockStatements(blocks))
  return builder.build().map((file, index) => ({ ...file, statements: statements[index] ?? null }))
}

function watchBlock({ start, end, hits }: PlacedBlock, watch: FileWatch): void {
  watch.statement({ first: lineOf(start), last: lastLine(start, end) }, { name: describeRange(start, end), hits })
}
