import type { FileDiff, Hunk } from '@testwarden/core/model/diff'
import { ownText } from '../text/own-text.js'
import { readGitLine, readName, readSide } from './header-paths.js'

const SUBMODULE_MODE = '160000'

/** What git says of one file: header lines first, hunks after. */
export class FileHeader {
  private oldPath: string | null
  private newPath: string | null
  private isAdded = false
  private isDeleted = false
  private isBinary = false
  private isSubmodule = false
  private readonly hunks: Hunk[] = []
  /** 1-based line of `diff --git`. */
  readonly at: number

  constructor(gitLine: string, at: number) {
    this.oldPath = readGitLine(gitLine)
    this.newPath = this.oldPath
    this.at = at
  }

  /** @returns false for a line that cannot be read; unknown ones are skipped, because git may add more */
  readLine(line: string): boolean {
    if (line.startsWith('--- ')) return this.readOld(readSide(line.slice(4), 'old'))
    if (line.startsWith('+++ ')) return this.readNew(readSide(line.slice(4), 'new'))
    if (line.startsWith('rename from ')) return this.readOld({ path: readName(line.slice(12)) })
    if (line.startsWith('rename to ')) return this.readNew({ path: readName(line.slice(10)) })
    if (line.startsWith('copy from ')) return this.readOld({ path: readName(line.slice(10)) })
    if (line.startsWith('copy to ')) return this.readNew({ path: readName(line.slice(8)) })
    if (line.startsWith('Binary files ') || line === 'GIT binary patch') this.isBinary = true
    else this.readMode(line)
    return true
  }

  addHunks(hunks: readonly Hunk[]): void {
    for (const hunk of hunks) this.hunks.push(hunk)
  }

  /** null when no line named the file. */
  toFileDiff(): FileDiff | null {
    const oldPath = this.isAdded || this.oldPath === null ? null : ownText(this.oldPath)
    const newPath = this.isDeleted || this.newPath === null ? null : ownText(this.newPath)
    if (oldPath === null && newPath === null) return null
    // The one line of a submodule is the commit that it points to, and no line of any file.
    return { oldPath, newPath, isBinary: this.isBinary, hunks: this.isSubmodule ? [] : this.hunks }
  }

  private readMode(line: string): void {
    if (line.startsWith('new file mode ')) this.isAdded = true
    if (line.startsWith('deleted file mode ')) this.isDeleted = true
    const isMode = /^(?:new file mode|deleted file mode|old mode|new mode|index) /.test(line)
    if (isMode && line.endsWith(` ${SUBMODULE_MODE}`)) this.isSubmodule = true
  }

  private readOld(side: { readonly path: string | null } | null): boolean {
    if (side === null) return false
    if (side.path === null) this.isAdded = true
    else this.oldPath = side.path
    return true
  }

  private readNew(side: { readonly path: string | null } | null): boolean {
    if (side === null) return false
    if (side.path === null) this.isDeleted = true
    else this.newPath = side.path
    return true
  }
}
