import { durationText } from '@testwarden/core/config/fields/duration'
import type { Inline, Section } from '@testwarden/core/model/page'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { TestFact } from '@testwarden/failures/tests/test-facts'
import type { KnownPast, LegFacts } from '../facts.js'
import { secondsText } from '../rules/time-budgets.js'
import type { Subject } from '../subject.js'
import { shortName } from '../words.js'

const LISTED = 20
const DAY_MS = 24 * 60 * 60 * 1000
/** Fewer runs, or runs of less time, say nothing about a day. */
const FEWEST_RUNS = 5
const RECENT = 50

/** Tests over the limit, the slowest first, with what they cost in a day. */
export function slowSections({ evidence, config }: Subject): readonly Section[] {
  const limitMs = config.own['slow-test'].value
  if (limitMs === null) return []
  const slow = evidence.facts.legs.flatMap((leg) => slowTests(leg, limitMs))
  if (slow.length === 0) return []
  const sorted = slow.sort((left, right) => (right.test.durationUs ?? 0) - (left.test.durationUs ?? 0))
  const items = sorted.slice(0, LISTED).map(itemOf)
  const left = slow.length - LISTED
  const all = left > 0 ? [...items, `and ${formatInteger(left)} more`] : items
  const summary = `Over ${durationText(limitMs)}: ${countWord(slow.length, 'test')}`
  return [{ kind: 'details', summary, sections: [{ kind: 'list', items: all }] }]
}

interface SlowTest {
  readonly test: TestFact
  readonly runsPerDay: number | null
}

function slowTests({ tests, past }: LegFacts, limitMs: number): readonly SlowTest[] {
  const perDay = past.kind === 'known' ? runsPerDay(past) : null
  return tests
    .filter(({ durationUs }) => (durationUs ?? 0) > limitMs * 1000)
    .map((test) => ({ test, runsPerDay: perDay }))
}

/** Of the default branch, as its last records have it; null: too few to say. */
function runsPerDay({ commits }: KnownPast): number | null {
  const recent = commits.slice(-RECENT)
  const [first, last] = [recent[0], recent.at(-1)]
  if (first === undefined || last === undefined || recent.length < FEWEST_RUNS) return null
  const days = (Date.parse(last.time) - Date.parse(first.time)) / DAY_MS
  return days < 1 ? null : (recent.length - 1) / days
}

function itemOf({ test, runsPerDay: perDay }: SlowTest): Inline {
  const ms = Math.round((test.durationUs ?? 0) / 1000)
  const cost = perDay === null ? '' : `, about ${secondsText(Math.round(ms * perDay))} a day on the default branch`
  return [{ kind: 'code', text: shortName(test.key) }, ` ${secondsText(ms)}${cost}`]
}
