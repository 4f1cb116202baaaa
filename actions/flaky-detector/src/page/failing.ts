import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { partsOfKey, testNameOf } from '@testwarden/core/model/test-key'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { Category } from '@testwarden/failures/categories/category'
import type { TestCluster } from '../judging/clusters.js'
import type { JudgedTest } from '../judging/judge-tests.js'
import { runnerOf } from '../selectors/runner-of.js'
import type { Subject } from '../subject.js'
import { explainDiagnosis, HEADINGS, shortName } from '../words.js'

/** More failures than these are a list: whoever broke a hundred tests reads the first. */
const TOLD = 10
const LISTED = 100
/** A command line that a person copies. */
const RERUN_MAX = 20
/** What a failed assertion asks for nobody needs to read. */
const OBVIOUS = 'assertion'
const MESSAGE_LINES = 6
/** A longer line is easier to read by itself. */
const LINE_CHARACTERS = 160
const MESSAGE_CHARACTERS = 800
const TRACE_LINES = 40
const TRACE_CHARACTERS = 4_000

/** Each cause of failures that count, with what one of them said, where to look, what is known and how to run it again. */
export function failingSections(clusters: readonly TestCluster[], subject: Subject): readonly Section[] {
  const told = clusters.slice(0, TOLD).flatMap((cluster) => sectionsOf(cluster, subject))
  const rest = clusters.slice(TOLD).flatMap(({ tests }) => tests)
  return rest.length === 0 ? told : [...told, moreFailing(rest)]
}

function sectionsOf(cluster: TestCluster, subject: Subject): readonly Section[] {
  const { representative: test, tests, category } = cluster
  const said = saidSection(test)
  return [
    { kind: 'text', role: 'problem', heading: headingOf(cluster), text: richText(explainDiagnosis(test.diagnosis)) },
    ...(said === null ? [] : [said]),
    { kind: 'text', role: 'problem', text: placeText(test, subject) },
    ...(category === null || category.id === OBVIOUS ? [] : [adviceSection(category)]),
    ...rerunSection(tests),
    ...traceSection(test),
    ...othersSection(tests.filter((other) => other !== test)),
  ]
}

function headingOf({ representative: { key, diagnosis }, tests, category }: TestCluster): Inline {
  const name: Inline = { kind: 'code', text: shortName(key) }
  if (tests.length === 1) return [name, ` ${HEADINGS[diagnosis.kind]}`]
  const cause = category === null || category.id === OBVIOUS ? 'one cause' : `one cause: ${category.title}`
  return [name, ` and ${countWord(tests.length - 1, 'other test')} fail for ${cause}`]
}

/** What the cause is called, and what helps. */
function adviceSection({ title, priority, minutes, advice }: Category): Section {
  const effort = minutes === null ? '' : `, about ${formatInteger(minutes)} minutes`
  return {
    kind: 'text',
    role: 'problem',
    text: [{ kind: 'strong', text: title }, ` (${priority}${effort}): `, richText(advice)],
  }
}

function othersSection(others: readonly JudgedTest[]): readonly Section[] {
  return others.length === 0 ? [] : [listOf(`The same cause: ${countWord(others.length, 'test')}`, others)]
}

/** The failure's own words. */
function saidSection({ facts }: JudgedTest): Section | null {
  const message = facts.failures[0]?.message.trim() ?? ''
  if (message === '') return null
  const lines = message.split('\n').slice(0, MESSAGE_LINES)
  const text = lines.join('\n').slice(0, MESSAGE_CHARACTERS)
  return lines.length === 1 && text.length <= LINE_CHARACTERS
    ? { kind: 'text', role: 'problem', text: { kind: 'code', text } }
    : { kind: 'code', role: 'problem', text }
}

function placeText(test: JudgedTest, { evidence }: Subject): Inline {
  const { facts, legs, key, owners } = test
  const place: Inline = facts.place === null ? testNameOf(key) : locationOf(facts.place.path, facts.place.line)
  const owned = owners.length === 0 ? '' : ` Owner ${owners.join(', ')}.`
  const failed = legs.filter(({ standing }) => standing !== 'retried').length
  const all = evidence.facts.legs.length
  const where = all > 1 ? ` Fails in ${formatInteger(failed)} of ${countWord(all, 'leg')}.` : ''
  const within = partsOfKey(key).length > 1 && facts.place !== null ? [' in ', testNameOf(key)] : []
  return [place, ...within, '.', touchedText(test), owned, where, excuseText(test)]
}

/** Which changed line the trace passes: mostly the one to look at. */
function touchedText({ leg, facts, isTouched }: JudgedTest): Inline {
  if (!isTouched || leg.change.kind !== 'known') return ''
  const changed = new Set(leg.change.paths)
  const passed = facts.passes.find(({ path }) => changed.has(path))
  return passed === undefined
    ? ' The change touches its file.'
    : [' The trace passes your change at ', locationOf(passed.path, passed.line), '.']
}

/** Why a flake counts all the same. */
function excuseText({ excuse, diagnosis, quarantine }: JudgedTest): string {
  if (excuse.kind === 'excused' || excuse.because === 'no-flake') return ''
  switch (excuse.because) {
    case 'no-quarantine':
      return diagnosis.kind === 'proven-flake' || diagnosis.kind === 'known-flake'
        ? ' It is under no quarantine, so it counts.'
        : ''
    case 'expired':
      return ` Its quarantine ended on ${quarantine?.expires ?? 'an earlier day'}.`
    case 'unlikely':
      return ' It fails more often here than its flakiness explains, so its quarantine does not excuse it.'
    case 'touched':
      return ' The change touches what it runs, and it did not pass here, so its quarantine does not excuse it.'
  }
}

/** The whole trace of the one that is shown, folded: what it says of the cause stands above. */
function traceSection({ key, facts }: JudgedTest): readonly Section[] {
  const trace = facts.failures[0]?.trace.trim() ?? ''
  if (trace === '') return []
  const lines = trace.split('\n')
  const left = lines.length - TRACE_LINES
  const shown = left > 0 ? [...lines.slice(0, TRACE_LINES), `… ${formatInteger(left)} lines more`] : lines
  const text = shown.join('\n').slice(0, TRACE_CHARACTERS)
  return [{ kind: 'details', summary: `Trace of ${shortName(key)}`, sections: [{ kind: 'code', text }] }]
}

function rerunSection(tests: readonly JudgedTest[]): readonly Section[] {
  const [first] = tests
  const selector = first === undefined ? null : runnerOf(first.facts.format)
  const named = tests.slice(0, RERUN_MAX).map(({ facts }) => ({ ...facts.written, format: facts.format }))
  const selection = selector?.select(named)
  if (selector === null || selection === undefined || selection.args.length === 0) return []
  return [
    {
      kind: 'text',
      role: 'problem',
      text: [`Rerun with ${selector.displayName}: `, { kind: 'code', text: selection.text }, ...restText(tests.length)],
    },
  ]
}

/** The setting writes the whole list. */
function restText(tests: number): readonly Inline[] {
  const left = tests - RERUN_MAX
  return left <= 0
    ? []
    : [` and ${countWord(left, 'other test')}; `, { kind: 'code', text: 'failed-list' }, ' writes all of them.']
}

function moreFailing(rest: readonly JudgedTest[]): Section {
  return listOf(countWord(rest.length, 'more failing test'), rest)
}

function listOf(summary: string, tests: readonly JudgedTest[]): Section {
  const items = tests
    .slice(0, LISTED)
    .map(({ key, diagnosis }): Inline => [{ kind: 'code', text: shortName(key) }, ` ${HEADINGS[diagnosis.kind]}`])
  const left = tests.length - LISTED
  const all = left > 0 ? [...items, `and ${formatInteger(left)} more`] : items
  return { kind: 'details', summary, sections: [{ kind: 'list', items: all }] }
}

function locationOf(path: string, line: number): Inline {
  return { kind: 'location', path, ranges: [{ first: line, last: line }] }
}
