import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import { type Counting, type CoverageCounts, countBy } from '@testwarden/core/model/coverage-formula'
import { countBranch, type FileFacts } from '../file-facts.js'
import type { HeadlineCounting } from '../formula.js'
import { patchCounting } from '../formula.js'
import { partialLines } from '../partial-lines.js'
import { joinOver, type Lines, linesFromRanges, linesFromText, subtract, unite } from '../ranges.js'

/** What a rate counts, and where in a file that which it lacks stands. */
export interface Measure {
  /** What a test must do with it: `tested`. */
  readonly tested: string
  readonly one: string
  readonly many: string
  /** null: the reports do not tell. */
  count(totals: CoverageCounts): Count | null
  /** Lines on which something untested stands. */
  places(file: FileFacts): Lines
  /** The same places as people read them. `within`: the lines that are looked at. */
  shown(file: FileFacts, places: Lines, within: Lines): Lines
}

/** What a rule counts under the formula in force; null for rules that compare no rate. */
export function measureOf(ruleId: string, headline: HeadlineCounting): Measure | null {
  switch (ruleId) {
    case 'project-line':
    case 'drop':
    case 'critical-module':
      return measureBy(headline.counting)
    case 'patch-line':
      return measureBy(patchCounting(headline).counting)
    case 'patch-branch':
    case 'project-branch':
      return BRANCHES
    case 'project-function':
      return FUNCTIONS
    case 'project-statement':
      return measureBy('statements')
    default:
      return null
  }
}

const WORDS: Readonly<Record<Counting, Pick<Measure, 'tested' | 'one' | 'many'>>> = {
  lines: { tested: 'tested', one: 'line', many: 'lines' },
  'full-lines': { tested: 'fully tested', one: 'line', many: 'lines' },
  'lines-and-branches': { tested: 'tested', one: 'line or branch', many: 'lines or branches' },
  statements: { tested: 'tested', one: 'statement', many: 'statements' },
  elements: { tested: 'tested', one: 'line, branch or function', many: 'lines, branches or functions' },
}

function measureBy(counting: Counting): Measure {
  return {
    ...WORDS[counting],
    count: (totals) => countBy(counting, totals),
    places: (file) => {
      const missed = linesFromText(file.missed)
      return counting === 'lines' ? missed : unite(missed, partialLines(file))
    },
    // Blank lines in between do not make two places out of one.
    shown: (file, places, within) => joinOver(places, subtract(within, linesFromText(file.covered))),
  }
}

const BRANCHES: Measure = {
  tested: 'tested',
  one: 'branch',
  many: 'branches',
  count: countOf('branches'),
  places: ({ branches }) =>
    linesFromRanges(
      branches
        .map((branch) => ({ line: branch.line, count: countBranch(branch) }))
        .filter(({ count }) => count.covered < count.total)
        .map(({ line }) => ({ first: line, last: line })),
    ),
  shown: (_file, places) => places,
}

const FUNCTIONS: Measure = {
  tested: 'tested',
  one: 'function',
  many: 'functions',
  count: countOf('functions'),
  places: ({ functions }) => linesFromRanges((functions?.missed ?? []).flatMap(lineOfFunction)),
  shown: (_file, places) => places,
}

function countOf(kind: keyof CoverageTotals): Measure['count'] {
  return (totals) => totals[kind]
}

/** A function is known by its first line and its name: `12:total`; the line is 0 where no report says it. */
function lineOfFunction(key: string): Lines {
  const line = Number(/^(\d{1,15}):/.exec(key)?.[1] ?? 0)
  return line === 0 ? [] : [{ first: line, last: line }]
}
