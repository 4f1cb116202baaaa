import type { LineRange } from '@testwarden/core/model/line-range'
import type { Inline, Section, TableSection } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { testNameOf } from '@testwarden/core/model/test-key'
import { clip } from '@testwarden/core/render/clip'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { Trouble, TroubledTest } from '../detect/trouble.js'
import type { IncidentStory } from '../incident/incident-story.js'
import { causeText, namesCode } from './words.js'

const TESTS_SHOWN = 50
const TITLE_CHARACTERS = 300
const NAME_CHARACTERS = 200
const PATH_CHARACTERS = 300
const MESSAGE_CHARACTERS = 200
const ADVICE_CHARACTERS = 600
const SAID_CHARACTERS = 1000
const EXPLAINED_SHOWN = 20

/** What is wrong, as this run saw it. */
export function troubleSections(trouble: Trouble, explains: readonly string[]): readonly Section[] {
  const what: Inline = [clip(trouble.title, TITLE_CHARACTERS), ': ', causeText(trouble.because), '.']
  return [
    { kind: 'text', heading: 'What is wrong', text: what },
    ...saidSections(trouble),
    ...testSections(trouble),
    ...categorySections(trouble),
    ...explainedSections(explains),
  ]
}

function saidSections({ said }: Trouble): readonly Section[] {
  return said === null ? [] : [{ kind: 'text', text: richText(clip(said, SAID_CHARACTERS)) }]
}

function testSections({ tests, testCount }: Trouble): readonly Section[] {
  if (tests.length === 0) return []
  const table = testsTable(tests.slice(0, TESTS_SHOWN))
  const left = testCount - table.rows.length
  return left > 0 ? [table, { kind: 'text', text: `and ${formatInteger(left)} more` }] : [table]
}

function testsTable(tests: readonly TroubledTest[]): TableSection {
  return {
    kind: 'table',
    heading: 'Affected tests',
    columns: ['test', 'place', 'owner', 'what it said'].map((title) => ({ title, align: 'left' })),
    rows: tests.map((test) => [
      { kind: 'code', text: clip(testNameOf(test.key), NAME_CHARACTERS) },
      placeText(test),
      namesCode(test.owners),
      test.message === '' ? '' : { kind: 'code', text: clip(test.message, MESSAGE_CHARACTERS) },
    ]),
  }
}

function placeText({ location }: TroubledTest): Inline {
  if (location === null) return ''
  const range: LineRange = { first: location.startLine, last: location.endLine }
  return { kind: 'location', path: clip(location.path, PATH_CHARACTERS), ranges: [range] }
}

function categorySections({ category, tests }: Trouble): readonly Section[] {
  if (category === null) return []
  const { title, priority, minutes, advice } = category
  const usually = minutes === null ? '' : `, usually ${formatInteger(minutes)} minutes of work`
  const said = tests[0]?.message ?? ''
  const evidence: Inline = said === '' ? '' : [' Known by: ', { kind: 'code', text: clip(said, MESSAGE_CHARACTERS) }]
  const text: Inline = [`Priority ${priority}${usually}. `, richText(clip(advice, ADVICE_CHARACTERS)), evidence]
  return [{ kind: 'text', heading: title, text }]
}

function explainedSections(explains: IncidentStory['explains']): readonly Section[] {
  if (explains.length === 0) return []
  const shown = explains.slice(0, EXPLAINED_SHOWN).map((title) => clip(title, TITLE_CHARACTERS))
  const left = explains.length - shown.length
  const items = left > 0 ? [...shown, `and ${formatInteger(left)} more`] : shown
  return [{ kind: 'list', heading: 'The same run saw this, which it may explain', items }]
}
