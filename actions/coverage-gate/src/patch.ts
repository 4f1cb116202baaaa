import { addCounts, type Count, NOTHING_COUNTED } from '@testwarden/core/model/count'
import type { CoverageCounts } from '@testwarden/core/model/coverage-formula'
import { rememberByKey } from '@testwarden/core/model/remember-by-key'
import { carriedFiles } from './components/carry-forward.js'
import type { CoverageFacts } from './facts.js'
import { type BranchFacts, type FileFacts, sumBranches } from './file-facts.js'
import { partialLines } from './partial-lines.js'
import { countLines, intersect, joinOver, type Lines, linesFromText, subtract } from './ranges.js'
import { looksLikeTest } from './test-files.js'

/** What the reports say about the changed lines. */
export interface PatchCoverage {
  /** Changed files that a report mentions, ascending by path. */
  readonly files: readonly PatchFile[]
  readonly lines: Count
  /** Covered lines with something left out. */
  readonly partialLines: number
  /** null: no report says anything about branches. */
  readonly branches: Count | null
  /** Changed files of a kind that the reports cover, which no report mentions. */
  readonly unreported: readonly string[]
}

export interface PatchFile {
  readonly path: string
  readonly covered: Lines
  readonly missed: Lines
  /** Those of {@link covered} with something left out. */
  readonly partial: Lines
  /** {@link missed}, with the changed lines in between that nothing could cover, such as blank ones. */
  readonly gaps: Lines
  /** On changed lines. */
  readonly branches: readonly BranchFacts[]
}

/** What a formula is computed from. Reports do not say which functions and statements lie on changed lines. */
export function patchCounts({ lines, branches, partialLines: partial }: PatchCoverage): CoverageCounts {
  return { lines, branches, functions: null, statements: null, partialLines: partial }
}

/** null when the changed lines are not known. Only changed files are looked into. */
export const patchCoverage = rememberByKey(readPatch)

function readPatch(facts: CoverageFacts): PatchCoverage | null {
  if (facts.changes.kind !== 'known') return null
  const byPath = new Map(facts.files.filter((file) => file.isTracked).map((file) => [file.path, file]))
  const isCoveredKind = coveredKinds([...byPath.keys(), ...carriedFiles(facts).map(({ path }) => path)])
  const files: PatchFile[] = []
  const unreported: string[] = []
  for (const { path, lines } of facts.changes.files) {
    const file = byPath.get(path)
    if (file !== undefined) files.push(patchFile(file, linesFromText(lines)))
    else if (isCoveredKind(path)) unreported.push(path)
  }
  return {
    files,
    lines: sumLines(files),
    partialLines: files.reduce((sum, { partial }) => sum + countLines(partial), 0),
    branches: patchBranches(facts, files),
    unreported,
  }
}

function patchFile(file: FileFacts, changed: Lines): PatchFile {
  const fileCovered = linesFromText(file.covered)
  const covered = intersect(changed, fileCovered)
  const missed = intersect(changed, linesFromText(file.missed))
  return {
    path: file.path,
    covered,
    missed,
    partial: intersect(changed, partialLines(file)),
    gaps: joinOver(missed, subtract(changed, fileCovered)),
    branches: branchesOn(file.branches, changed),
  }
}

function branchesOn(branches: readonly BranchFacts[], changed: Lines): readonly BranchFacts[] {
  const lines = branches.map(({ line }) => ({ first: line, last: line }))
  const wanted = new Set(intersect(changed, lines).map(({ first }) => first))
  return branches.filter(({ line }) => wanted.has(line))
}

function sumLines(files: readonly PatchFile[]): Count {
  return files.reduce((sum, file) => {
    const covered = countLines(file.covered)
    return addCounts(sum, { covered, total: covered + countLines(file.missed) })
  }, NOTHING_COUNTED)
}

function patchBranches(facts: CoverageFacts, files: readonly PatchFile[]): Count | null {
  if (facts.files.every((file) => file.branches.length === 0)) return null
  return files.map((file) => sumBranches(file.branches)).reduce(addCounts, NOTHING_COUNTED)
}

/** A kind is an extension. Tests are left out where reports do not list tests. */
function coveredKinds(paths: Iterable<string>): (path: string) => boolean {
  const extensions = new Set<string>()
  let areTestsReported = false
  for (const path of paths) {
    extensions.add(extensionOf(path))
    areTestsReported ||= looksLikeTest(path)
  }
  return (path) => extensions.has(extensionOf(path)) && (areTestsReported || !looksLikeTest(path))
}

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot)
}
