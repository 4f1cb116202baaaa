import type { Diff, FileDiff } from '@testwarden/core/model/diff'
import { ReportError } from '@testwarden/core/model/errors'
import type { Reader, ReaderOptions } from '../format.js'
import { guardedReader, type TextMachine } from '../guarded-reader.js'
import { type LineSink, LineSplitter } from '../text/line-splitter.js'
import { WarningLog } from '../warning-log.js'
import { FileHeader } from './file-header.js'
import { HunkLines, readHunkHeader } from './hunk-lines.js'

/** Headers are shorter; of content only the first character matters. */
const KEPT_CHARACTERS = 64 * 1024
const START = 'diff --git '
const COMBINED = /^diff --(?:cc|combined) /

/**
 * Reads what `git diff --no-color --src-prefix=a/ --dst-prefix=b/` prints, with or without context lines. An empty
 * diff is a diff without files.
 * @see https://git-scm.com/docs/diff-format#generate_patch_text_with_p
 */
export function unifiedDiffReader({ path }: ReaderOptions): Reader<Diff> {
  return guardedReader(path, new UnifiedDiffMachine(path), { isEmptyAllowed: true })
}

class UnifiedDiffMachine implements TextMachine<Diff>, LineSink {
  readonly warnings = new WarningLog()
  private readonly path: string
  private readonly lines: LineSplitter
  private readonly files: FileDiff[] = []
  private header: FileHeader | null = null
  private hunk: HunkLines | null = null
  private lastLine = 0

  constructor(path: string) {
    this.path = path
    this.lines = new LineSplitter(this, { path, maxCharacters: KEPT_CHARACTERS, longLines: 'cut' })
  }

  write(text: string): void {
    this.lines.write(text)
  }

  end(): { readonly model: Diff; readonly partial: boolean } {
    this.lines.end()
    if (this.hunk !== null && !this.hunk.isComplete) this.fail('the diff ends inside a hunk', this.lastLine)
    this.endFile()
    return { model: this.files, partial: false }
  }

  line(text: string, start: number, end: number, at: number): void {
    this.lastLine = at
    if (this.hunk !== null && !this.hunk.isComplete) {
      if (!this.hunk.take(start === end ? '' : text.charAt(start))) this.fail('a line that does not fit its hunk', at)
    } else this.readHeader(text.slice(start, end), at)
  }

  private readHeader(line: string, at: number): void {
    if (line.startsWith(START)) {
      this.endFile()
      this.header = new FileHeader(line.slice(START.length), at)
    } else if (COMBINED.test(line)) this.fail('a combined diff of a merge, which has no single base', at)
    else if (this.header === null) this.readOutside(line, at)
    else if (line.startsWith('@@')) this.beginHunk(line, at)
    else if (this.hunk === null && !this.header.readLine(line)) this.fail('a path that cannot be read', at)
    else if (this.hunk !== null && !isBetweenHunks(line)) this.fail('a line outside any hunk', at)
  }

  /** `git show` and `git format-patch` put a commit message first; a submodule log stands between files. */
  private readOutside(line: string, at: number): void {
    if (line.startsWith('@@ ') || line.startsWith('--- a/') || line.startsWith('+++ b/'))
      this.fail('a patch without a "diff --git" line', at)
  }

  private beginHunk(line: string, at: number): void {
    const header = readHunkHeader(line)
    if (header === null) this.fail('a hunk header that cannot be read', at)
    else {
      this.endHunk()
      this.hunk = new HunkLines(header)
    }
  }

  private endHunk(): void {
    if (this.hunk !== null) this.header?.addHunks(this.hunk.end())
    this.hunk = null
  }

  private endFile(): void {
    this.endHunk()
    if (this.header === null) return
    const file = this.header.toFileDiff()
    if (file === null) this.fail('a "diff --git" line whose paths cannot be told apart', this.header.at)
    else this.files.push(file)
    this.header = null
  }

  private fail(problem: string, line: number): never {
    throw new ReportError(`not a diff that git wrote, in line ${line}: ${problem}`, {
      path: this.path,
      line,
      remedy: 'Write it with: git diff --no-color --src-prefix=a/ --dst-prefix=b/ -M',
    })
  }
}

/** What may follow a hunk that is complete and start no other: the mark for a missing line end, a mail signature. */
function isBetweenHunks(line: string): boolean {
  return line.startsWith('\\') || line === '' || line === '-- ' || /^[0-9.]+/.test(line)
}
