import { addCounts, type Count, NOTHING_COUNTED } from '@testwarden/core/model/count'
import { type BranchCoverage, countBranches, type FileCoverage } from '@testwarden/core/model/coverage'
import { ascending } from './ascending.js'
import { rateText } from './rate-text.js'
import { xmlText } from './xml-text.js'

export interface CoberturaHead {
  /** Of Testwarden. */
  readonly version: string
  /** Milliseconds since 1970. */
  readonly nowMs: number
}

/**
 * Merged coverage as Cobertura XML (coverage-04.dtd), for tools that read nothing else. Paths are relative to the
 * repository's root. The format ties a branch to a line that can be covered, and names no count of a function: branches
 * without such a line, statements and names of functions are left out.
 * @param files read twice, because the file's head holds the totals of all of it
 */
export function* writeCobertura(files: readonly FileCoverage[], head: CoberturaHead): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n'
  yield openCoverage(files.map(countWritten), head)
  yield '<sources><source>.</source></sources>\n<packages>\n'
  for (const [folder, members] of byFolder(files)) {
    yield `<package name="${xmlText(folder)}" ${rates(members.map(countWritten))}>\n<classes>\n`
    for (const file of members) yield [...classLines(file)].join('\n')
    yield '</classes>\n</package>\n'
  }
  yield '</packages>\n</coverage>\n'
}

interface WrittenCounts {
  readonly lines: Count
  readonly branches: Count
}

/** What a reader of the file will count. */
function countWritten({ lines, branches }: FileCoverage): WrittenCounts {
  let covered = 0
  for (const hits of lines.values()) if (hits > 0) covered++
  let counted = NOTHING_COUNTED
  for (const [line, branch] of branches) if (lines.has(line)) counted = addCounts(counted, countBranches(branch))
  return { lines: { covered, total: lines.size }, branches: counted }
}

function sumOf(parts: readonly WrittenCounts[]): WrittenCounts {
  return {
    lines: parts.map(({ lines }) => lines).reduce(addCounts, NOTHING_COUNTED),
    branches: parts.map(({ branches }) => branches).reduce(addCounts, NOTHING_COUNTED),
  }
}

function openCoverage(parts: readonly WrittenCounts[], { version, nowMs }: CoberturaHead): string {
  const { lines, branches } = sumOf(parts)
  const counts = `lines-covered="${lines.covered}" lines-valid="${lines.total}" branches-covered="${branches.covered}" branches-valid="${branches.total}"`
  const origin = `version="testwarden ${xmlText(version)}" timestamp="${Math.floor(nowMs / 1000)}"`
  return `<coverage ${rates(parts)} ${counts} ${origin}>\n`
}

function rates(parts: readonly WrittenCounts[]): string {
  const { lines, branches } = sumOf(parts)
  return `line-rate="${rateText(lines)}" branch-rate="${rateText(branches)}" complexity="0"`
}

function byFolder(files: readonly FileCoverage[]): ReadonlyMap<string, FileCoverage[]> {
  const folders = new Map<string, FileCoverage[]>()
  for (const file of files) {
    const folder = file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')))
    const members = folders.get(folder)
    if (members === undefined) folders.set(folder, [file])
    else members.push(file)
  }
  return folders
}

function* classLines(file: FileCoverage): Generator<string> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1)
  yield `<class name="${xmlText(name)}" filename="${xmlText(file.path)}" ${rates([countWritten(file)])}>`
  yield '<methods/>\n<lines>'
  for (const [line, hits] of ascending(file.lines)) yield lineElement({ line, hits, branch: file.branches.get(line) })
  yield '</lines>\n</class>\n'
}

interface WrittenLine {
  readonly line: number
  readonly hits: number
  readonly branch: BranchCoverage | undefined
}

function lineElement({ line, hits, branch }: WrittenLine): string {
  if (branch === undefined) return `<line number="${line}" hits="${hits}" branch="false"/>`
  const { covered, total } = countBranches(branch)
  const percent = total === 0 ? 0 : Math.floor((100 * covered) / total)
  return `<line number="${line}" hits="${hits}" branch="true" condition-coverage="${percent}% (${covered}/${total})"/>`
}
