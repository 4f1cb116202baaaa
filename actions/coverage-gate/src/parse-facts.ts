import {
  ascendingFact,
  booleanFact,
  checkedFact,
  type FactReader,
  integerFact,
  kindFact,
  listFact,
  nullableFact,
  objectFact,
  readFacts,
  shapedFact,
  textFact,
} from '@testwarden/core/evidence-fold/read-facts'
import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import { COUNTINGS, type Counting, type CoverageCounts } from '@testwarden/core/model/coverage-formula'
import type { ReportSummary, UnmatchedPath } from '@testwarden/core/model/report-summary'
import type { ReadWarning } from '@testwarden/core/model/result'
import { componentKey } from './components/component-id.js'
import type {
  BaselineFacts,
  CarriedComponent,
  CarriedFile,
  ChangedFile,
  ChangeFacts,
  ComponentFacts,
  ComponentId,
  CoverageFacts,
  RecordedComponent,
} from './facts.js'
import type { BranchFacts, FileFacts, HitSet } from './file-facts.js'
import { intersect, linesFromText } from './ranges.js'

/** Longer than any file system allows. */
const PATH_CHARACTERS = 4096
/** Messages of ours; what they quote is cut when they are made. */
const MESSAGE_CHARACTERS = 20_000
/** So many files no repository has; the evidence's own limit of bytes is nearly always reached first. */
const FILES_MAX = 1_000_000
const ITEMS_MAX = 1_000_000
const LEGS_MAX = 1000
/** A change and its base may name 100 each, and each of the base counts by the paths of both. */
const COMPONENTS_MAX = 400
const COMPONENT_CHARACTERS = 100
const PATTERNS_MAX = 10_000

/**
 * Facts as another job handed them over. What passes is as {@link CoverageFacts} of our own: sorted, without copies,
 * and with counts that can be added up.
 * @throws ReportError naming the place that is wrong
 */
export function parseFacts(value: unknown): CoverageFacts {
  return readFacts(value, facts)
}

const path = textFact(PATH_CHARACTERS)
const message = textFact(MESSAGE_CHARACTERS)
const count = integerFact()
const sha = shapedFact('a sha', (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text))
const time = shapedFact('a time in UTC', (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text))
const lines = shapedFact('ascending line ranges such as 1-5,7', areLines)

const covered: FactReader<Count> = checkedFact(objectFact<Count>({ covered: count, total: count }), (read) =>
  read.covered <= read.total ? null : 'at most as many covered as there are',
)

const totals = objectFact<CoverageTotals>({
  lines: covered,
  branches: nullableFact(covered),
  functions: nullableFact(covered),
  statements: nullableFact(covered),
})

const counts: FactReader<CoverageCounts> = checkedFact(
  objectFact<CoverageCounts>({
    lines: covered,
    branches: nullableFact(covered),
    functions: nullableFact(covered),
    statements: nullableFact(covered),
    partialLines: nullableFact(count),
  }),
  ({ lines: all, partialLines }) =>
    partialLines === null || partialLines <= all.covered ? null : 'at most as many partial lines as ran',
)

const identities = ascendingFact(listFact(path, ITEMS_MAX), (identity) => identity)

const hitSet: FactReader<HitSet> = checkedFact(
  objectFact<HitSet>({ covered: identities, missed: identities }),
  (read) => disjoint(read.covered, read.missed),
)

const branch: FactReader<BranchFacts> = checkedFact(
  objectFact<BranchFacts>({
    line: count,
    taken: identities,
    untaken: identities,
    counted: readCounted,
  }),
  ({ taken, untaken }) => disjoint(taken, untaken),
)

const file: FactReader<FileFacts> = checkedFact(
  objectFact<FileFacts>({
    path,
    isTracked: booleanFact,
    isPlaceholder: booleanFact,
    covered: lines,
    missed: lines,
    branches: ascendingFact(listFact(branch, ITEMS_MAX), ({ line }) => line),
    functions: nullableFact(hitSet),
    statements: nullableFact(hitSet),
  }),
  (read) =>
    intersect(linesFromText(read.covered), linesFromText(read.missed)).length === 0
      ? null
      : 'no line that is both covered and missed',
)

const warning = objectFact<ReadWarning>({ message, line: nullableFact(count) })

const report = objectFact<ReportSummary>({
  path,
  format: textFact(100),
  dialect: nullableFact(textFact(100)),
  fileCount: count,
  totals,
  declared: nullableFact(totals),
  warnings: listFact(warning, 1000),
  warningCount: count,
})

const unmatched = objectFact<UnmatchedPath>({
  report: path,
  written: path,
  tried: listFact(path, 1000),
  candidates: listFact(path, 1000),
})

const changedFile = objectFact<ChangedFile>({ path, lines })

const changes = kindFact<ChangeFacts>({
  known: objectFact({
    base: path,
    files: ascendingFact(listFact(changedFile, FILES_MAX), (changed) => changed.path),
  }),
  none: objectFact({ reason: message }),
  unknown: objectFact({ reason: message, remedy: nullableFact(message) }),
})

const componentName = textFact(COMPONENT_CHARACTERS)
const sideText = shapedFact('tested or base', (text) => text === 'tested' || text === 'base')
const side: FactReader<ComponentId['side']> = (value) => (sideText(value) === 'base' ? 'base' : 'tested')
const paths = ascendingFact(listFact(path, PATTERNS_MAX), (pattern) => pattern)
const tree = nullableFact(textFact(200))

const component = objectFact<ComponentFacts>({
  name: componentName,
  side,
  paths,
  unmatched: paths,
  fileCount: count,
  tree,
  members: ascendingFact(listFact(path, FILES_MAX), (member) => member),
})

const countingText = shapedFact('a counting', (text) => COUNTINGS.some((counting) => counting === text))
const counting: FactReader<Counting> = (value) => {
  const text = countingText(value)
  return COUNTINGS.find((known) => known === text) ?? 'lines'
}

const carriedFile = objectFact<CarriedFile>({ path, totals: counts })

const carried = objectFact<CarriedComponent>({
  name: componentName,
  side,
  sha,
  tool: nullableFact(counting),
  files: ascendingFact(listFact(carriedFile, FILES_MAX), (read) => read.path),
})

const recorded = objectFact<RecordedComponent>({ name: componentName, paths, tree, totals: counts })

const baseline = kindFact<BaselineFacts>({
  record: objectFact({
    sha,
    distance: count,
    totals: counts,
    components: listFact(recorded, COMPONENTS_MAX),
    time,
    writtenBy: nullableFact(message),
  }),
  none: objectFact({ reason: message }),
  foreign: objectFact({ reason: message, remedy: message }),
  unreadable: objectFact({ reason: message, remedy: nullableFact(message) }),
})

const facts = objectFact<CoverageFacts>({
  reports: listFact(report, ITEMS_MAX),
  files: ascendingFact(listFact(file, FILES_MAX), (read) => read.path),
  changes,
  components: ascendingFact(listFact(component, COMPONENTS_MAX), componentKey),
  carried: listFact(carried, COMPONENTS_MAX),
  baselines: listFact(baseline, LEGS_MAX),
  testedShas: listFact(nullableFact(sha), LEGS_MAX),
  unmatched: listFact(unmatched, ITEMS_MAX),
  notes: listFact(message, ITEMS_MAX),
  historyNotes: listFact(message, ITEMS_MAX),
})

function readCounted(value: unknown): readonly [covered: number, total: number] {
  const [taken = 0, total = 0, ...rest] = listFact(count, 2)(value)
  const { covered: known, total: all } = covered(
    Array.isArray(value) && value.length === 2 && rest.length === 0 ? { covered: taken, total } : null,
  )
  return [known, all]
}

function areLines(text: string): boolean {
  try {
    return linesFromText(text).length >= 0
  } catch {
    return false
  }
}

/** Both ascend. */
function disjoint(left: readonly string[], right: readonly string[]): string | null {
  const known = new Set(left)
  return right.some((identity) => known.has(identity)) ? 'nothing on both sides' : null
}
