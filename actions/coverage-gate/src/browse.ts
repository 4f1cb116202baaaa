import { type Count, NOTHING_COUNTED } from '@testwarden/core/model/count'
import type { CoverageView, CoverageViewFile, FileChange, PartialLine } from '@testwarden/core/model/coverage-view'
import type { Evidence } from '@testwarden/core/model/evidence'
import { branchesInWords } from './branch-words.js'
import type { CoverageFacts } from './facts.js'
import { countBranch, countFileFacts, type FileFacts } from './file-facts.js'
import { type PatchFile, patchCoverage } from './patch.js'
import { countLines, intersect, type Lines, linesFromText } from './ranges.js'

/** The evidence as people look through it. The same for one run and for a whole that was folded from legs. */
export function browse({ facts }: Evidence<CoverageFacts>): CoverageView {
  const patch = patchCoverage(facts)
  const patchFiles = new Map(patch?.files.map((file) => [file.path, file]))
  const changed = new Map(changedFiles(facts).map(({ path, lines }) => [path, linesFromText(lines)]))
  return {
    files: facts.files.map((file) => {
      const lines = file.isTracked ? changed.get(file.path) : undefined
      const change = lines === undefined ? null : { lines, count: countPatch(patchFiles.get(file.path)) }
      return viewFile(file, change)
    }),
    patch: patch === null ? null : patch.lines,
  }
}

function changedFiles({ changes }: CoverageFacts): readonly { readonly path: string; readonly lines: string }[] {
  return changes.kind === 'known' ? changes.files : []
}

function countPatch(file: PatchFile | undefined): Count {
  if (file === undefined) return NOTHING_COUNTED
  const covered = countLines(file.covered)
  return { covered, total: covered + countLines(file.missed) }
}

function viewFile(file: FileFacts, change: FileChange | null): CoverageViewFile {
  const missed = linesFromText(file.missed)
  return {
    path: file.path,
    isTracked: file.isTracked,
    totals: countFileFacts(file),
    covered: linesFromText(file.covered),
    missed,
    partial: partialLines(file, missed),
    uncalled: (file.functions?.missed ?? []).map(functionOfKey).sort((left, right) => left.line - right.line),
    change,
  }
}

/** Lines that never ran take no branch, which needs no saying. */
function partialLines({ branches }: FileFacts, missed: Lines): PartialLine[] {
  const lines = branches.map(({ line }) => ({ first: line, last: line }))
  const neverRan = new Set(intersect(missed, lines).map(({ first }) => first))
  return branches
    .filter(({ line }) => !neverRan.has(line))
    .map((branch) => ({ line: branch.line, branches: countBranch(branch), untaken: branchesInWords(branch) }))
    .filter(({ branches: { covered, total } }) => covered < total)
}

/** The reverse of core's `functionKey`. */
function functionOfKey(key: string): CoverageViewFile['uncalled'][number] {
  const colon = key.indexOf(':')
  const line = Number(key.slice(0, colon))
  return { name: key.slice(colon + 1), line: Number.isSafeInteger(line) ? line : 0 }
}
