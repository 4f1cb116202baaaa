import type { AppendHistory } from '@testwarden/core/model/change'
import type { Count } from '@testwarden/core/model/count'
import type { Counting, CoverageCounts } from '@testwarden/core/model/coverage-formula'
import type { Evidence } from '@testwarden/core/model/evidence'
import { canonicalJson } from '@testwarden/core/model/record-key'
import { isRest } from './components/component-id.js'
import { lostComponents } from './components/lost-components.js'
import {
  readPartialLines,
  type WrittenFile,
  type WrittenPart,
  writeFile,
  writePart,
} from './components/recorded-parts.js'
import type { CoverageFacts } from './facts.js'
import { countedFiles, projectTotals } from './subject.js'
import { toolCounting } from './tool-counting.js'

export const RECORD_SCHEMA = 'testwarden.coverage-record/1'

/** Body of a history record: enough for a later run to count by any formula. */
export interface CoverageRecord {
  readonly schema: typeof RECORD_SCHEMA
  readonly totals: CoverageCounts
  /** How the tools count that wrote the reports. */
  readonly tool: Counting
  /** Ascending by path; those that were carried from an earlier record included. */
  readonly files: readonly WrittenFile[]
  /** Absent where the config names none. */
  readonly components?: readonly WrittenPart[]
}

/** The change that makes this run a baseline, when it may become one. */
export function recordBaseline(evidence: Evidence<CoverageFacts>): readonly AppendHistory[] {
  if (!evidence.run.isBaseline || whyNoRecord(evidence) !== null) return []
  const files = countedFiles(evidence.facts)
  const components = evidence.facts.components
    .filter(({ side }) => side === 'tested')
    .map((component) => writePart(component, files))
  const body: CoverageRecord = {
    schema: RECORD_SCHEMA,
    totals: projectTotals(evidence.facts),
    tool: toolCounting(evidence.facts),
    files: files.map(writeFile),
    ...(components.length === 0 ? {} : { components }),
  }
  return [{ kind: 'append-history', key: `append-history:${canonicalJson(evidence.run.key)}`, body }]
}

/** A number that is not the whole truth would be held against later runs. null: nothing speaks against recording. */
export function whyNoRecord({ run, facts, problems }: Evidence<CoverageFacts>): string | null {
  if (!run.isBaseline) return 'Only runs of the default branch become baselines.'
  if (problems.length > 0) return 'Not recorded as a baseline: not every report could be used.'
  if (facts.testedShas.length !== 1) return 'Not recorded as a baseline: the legs tested different trees.'
  if (facts.files.length === 0) return 'Not recorded as a baseline: the reports list no file.'
  const lost = lostComponents(facts).find((component) => !isRest(component))
  if (lost !== undefined)
    return `Not recorded as a baseline: no report mentions the component ${lost.name}, which changed.`
  return null
}

/** Totals of a record's body; null when it is not one of ours, such as one of a later version. */
export function totalsOfRecord(body: unknown): CoverageCounts | null {
  if (!isMapping(body) || body.schema !== RECORD_SCHEMA || !isMapping(body.totals)) return null
  const lines = countOf(body.totals.lines)
  const others = [body.totals.branches, body.totals.functions, body.totals.statements].map((count) =>
    count === null ? null : (countOf(count) ?? undefined),
  )
  const [branches, functions, statements] = others
  if (lines === null || branches === undefined || functions === undefined || statements === undefined) return null
  const totals = { lines, branches, functions, statements }
  return { ...totals, partialLines: readPartialLines(body.totals.partialLines, totals) }
}

function countOf(value: unknown): Count | null {
  if (!isMapping(value)) return null
  const { covered, total } = value
  const isCount = isNatural(covered) && isNatural(total) && covered <= total
  return isCount ? { covered, total } : null
}

function isNatural(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
