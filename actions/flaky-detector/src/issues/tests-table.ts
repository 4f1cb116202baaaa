import type { Inline, TableSection } from '@testwarden/core/model/page'
import { testNameOf } from '@testwarden/core/model/test-key'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { FailurePlace } from '@testwarden/failures/tests/test-facts'
import type { Diagnosis } from '../diagnosis/diagnose.js'
import type { JudgedTest } from '../judging/judge-tests.js'

const LISTED = 50

/** Every test of a cause, with its counts; columns that would be empty are left out. */
export function testsTable(tests: readonly JudgedTest[]): TableSection {
  const shown = tests.slice(0, LISTED)
  const left = tests.length - LISTED
  const columns = COLUMNS.filter(({ isAlways, cellOf }) => isAlways || shown.some((test) => cellOf(test) !== ''))
  const rows = shown.map((test) => columns.map(({ cellOf }) => cellOf(test)))
  return {
    kind: 'table',
    heading: 'What fails',
    columns: columns.map(({ title }) => ({ title, align: 'left' })),
    rows: left > 0 ? [...rows, [`and ${formatInteger(left)} more`]] : rows,
  }
}

interface TestColumn {
  readonly title: string
  /** Others are left out where they are empty. */
  readonly isAlways: boolean
  cellOf(test: JudgedTest): Inline
}

const COLUMNS: readonly TestColumn[] = [
  { title: 'test', isAlways: true, cellOf: ({ key }) => ({ kind: 'code', text: testNameOf(key) }) },
  { title: 'attempts known', isAlways: true, cellOf: ({ diagnosis }) => attemptsText(diagnosis) },
  { title: 'legs', isAlways: false, cellOf: ({ legs }) => (legs.length > 1 ? formatInteger(legs.length) : '') },
  { title: 'place', isAlways: false, cellOf: ({ facts }) => placeText(facts.place) },
  { title: 'owner', isAlways: false, cellOf: ({ owners }) => owners.join(', ') },
]

function attemptsText({ failed, streakAttempts, passed }: Diagnosis): string {
  return `${formatInteger(failed + streakAttempts)} failed, ${formatInteger(passed)} passed`
}

function placeText(place: FailurePlace | null): Inline {
  if (place === null) return ''
  return { kind: 'location', path: place.path, ranges: [{ first: place.line, last: place.line }] }
}
