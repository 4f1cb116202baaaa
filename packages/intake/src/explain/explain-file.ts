import type { ExplainedFile, Mention, MergedFile } from '@testwarden/core/files/explain-file'
import type { FileCoverage } from '@testwarden/core/model/coverage'
import { countFile } from '@testwarden/core/model/coverage-totals'
import { createLineSets } from '../contradictions.js'
import type { FoldedCoverage } from '../fold-coverage.js'
import type { PathResolver } from '../resolve-paths.js'
import { formulaCounts } from './formula-counts.js'
import { lineNumbers } from './line-numbers.js'
import type { ChosenFile, SeenMention } from './mention-log.js'
import { mergeSteps } from './merge-steps.js'
import { recordsOf } from './sighting-log.js'
import { touchingTests } from './touching-tests.js'

export interface IgnoreGlob {
  /** As the user wrote it. */
  readonly glob: string
  readonly matches: (path: string) => boolean
}

export interface Explaining {
  /** null: the file as a whole. */
  readonly line: number | null
  readonly ignore: readonly IgnoreGlob[]
  readonly folded: FoldedCoverage
  readonly resolver: PathResolver
}

/** What reports say of one file, what became of each, and what they say together. */
export function explainFile({ path, mentions }: ChosenFile, explaining: Explaining): ExplainedFile {
  const explained = mentions.map((mention) => explainMention(mention, explaining))
  const counted = mentions.filter((_, index) => explained[index]?.isCounted)
  const sightings = mentions.map(({ records, file }) => records.sightings.filter((seen) => seen.path === file.path))
  return {
    path,
    isTracked: mentions.some(({ how }) => how !== null && how !== 'unchecked'),
    mentions: explained,
    merged: mergedFile(path, explained, explaining),
    contradictions: contradictionsOf(path, counted),
    tests: touchingTests(sightings, explaining.line),
  }
}

function explainMention(mention: SeenMention, { line, ignore, folded, resolver }: Explaining): Mention {
  const { report, file, path, how, sources, records } = mention
  const module = file.module ?? null
  const ignoredBy = ignore.filter(({ matches }) => matches(path)).map(({ glob }) => glob)
  return {
    report,
    written: file.path,
    module,
    how,
    tried: resolver.explain(file.path, sources).tried,
    ignoredBy,
    isCounted: ignoredBy.length === 0 && folded.reports.some((summary) => summary.path === report),
    isPlaceholder: file.isPlaceholder === true,
    totals: countFile(file),
    line: line === null ? null : lineNumbers(file, line),
    records: recordsOf(records, file.path, module),
    unlistedRecords: records.unlisted,
  }
}

/** null: it counts nowhere. */
function mergedFile(path: string, mentions: readonly Mention[], { line, folded }: Explaining): MergedFile | null {
  const coverage: FileCoverage | undefined = folded.files.find((file) => file.coverage.path === path)?.coverage
  if (coverage === undefined) return null
  const numbers = line === null ? null : lineNumbers(coverage, line)
  const counted = mentions.filter(({ isCounted }) => isCounted)
  return {
    totals: countFile(coverage),
    formulas: formulaCounts(coverage),
    line: numbers,
    steps: mergeSteps(counted, numbers),
  }
}

function contradictionsOf(path: string, counted: readonly SeenMention[]): readonly string[] {
  const lineSets = createLineSets()
  for (const { file, report } of counted) lineSets.add({ ...file, path }, report)
  return lineSets.contradictions().map(({ message }) => message)
}
