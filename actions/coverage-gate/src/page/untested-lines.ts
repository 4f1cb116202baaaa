import type { Decision } from '@testwarden/core/model/decision'
import type { Inline, Section } from '@testwarden/core/model/page'
import { formatInteger } from '@testwarden/core/render/numbers'
import { countBranch } from '../file-facts.js'
import type { PatchCoverage, PatchFile } from '../patch.js'
import { countLines } from '../ranges.js'
import { decisiveReasons } from './problems.js'

/** Shown at once; the others are folded. */
const FILES_SHOWN = 10
const FILES_FOLDED = 300

/** The changed lines that no test runs, the files with the most of them first. */
export function untestedLines(decision: Decision, patch: PatchCoverage): Section[] {
  const files = patch.files.filter((file) => file.missed.length > 0).sort(byGaps)
  const count = patch.lines.total - patch.lines.covered
  if (count === 0) return partialBranches(patch)
  const isProblem = decisiveReasons(decision).some(({ ruleId }) => ruleId === 'patch-line')
  const heading = `You added ${formatInteger(count)} untested ${count === 1 ? 'line' : 'lines'}`
  const items = files.slice(0, FILES_SHOWN).map(fileItem)
  const worst: Section = { kind: 'list', heading, items, ...(isProblem ? { role: 'problem' } : {}) }
  return [worst, ...folded(files.slice(FILES_SHOWN)), ...partialBranches(patch)]
}

function byGaps(left: PatchFile, right: PatchFile): number {
  return countLines(right.missed) - countLines(left.missed) || (left.path < right.path ? -1 : 1)
}

function fileItem({ path, covered, missed, gaps }: PatchFile): Inline {
  const untested = countLines(missed)
  const all = untested + countLines(covered)
  return [
    { kind: 'location', path, ranges: gaps },
    `: ${formatInteger(untested)} of ${formatInteger(all)} changed ${all === 1 ? 'line' : 'lines'} untested`,
  ]
}

function folded(files: readonly PatchFile[]): Section[] {
  if (files.length === 0) return []
  const left = files.length - FILES_FOLDED
  const items = files.slice(0, FILES_FOLDED).map(fileItem)
  if (left > 0) items.push(`and ${formatInteger(left)} more files`)
  const summary = `Untested lines in ${formatInteger(files.length)} more files`
  return [{ kind: 'details', summary, sections: [{ kind: 'list', items }] }]
}

/** Lines that ran and left a branch out; lines that never ran are listed already. */
function partialBranches({ files }: PatchCoverage): Section[] {
  const items = files.flatMap(({ path, covered, branches }) =>
    branches
      .filter(({ line }) => covered.some(({ first, last }) => first <= line && line <= last))
      .map((branch) => ({ line: branch.line, ...countBranch(branch) }))
      .filter((count) => count.covered < count.total)
      .map(
        ({ line, covered: taken, total }): Inline => [
          { kind: 'location', path, ranges: [{ first: line, last: line }] },
          `: ${taken} of ${total} branches taken`,
        ],
      ),
  )
  if (items.length === 0) return []
  const summary = `Changed lines with untested branches: ${formatInteger(items.length)}`
  return [{ kind: 'details', summary, sections: [{ kind: 'list', items: items.slice(0, FILES_FOLDED) }] }]
}
