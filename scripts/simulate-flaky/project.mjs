// One made-up project: which tests it has, how often they fail by themselves, and what happens to it.
import { seededRandom } from './random.mjs'

const TESTS = 300
export const COMMITS = 400
const FLAKY_TESTS = 30
const FLAKE_RATE = { least: 0.01, most: 0.3 }

/** What happens to all tests at once; each project meets one of them. An outage fails whole tests, or single attempts. */
const MASS_EVENTS = [
  { scenario: '95 % outage', kind: 'outage', hits: 'tests', share: 0.95, commits: 1 },
  { scenario: '30 % outage', kind: 'outage', hits: 'tests', share: 0.3, commits: 1 },
  { scenario: '4-run outage', kind: 'outage', hits: 'tests', share: 0.95, commits: 4 },
  { scenario: 'real break of 95 %', kind: 'break', share: 0.95, commits: 20 },
  { scenario: '95 % outage', kind: 'outage', hits: 'attempts', share: 0.95, commits: 1 },
  { scenario: '30 % outage', kind: 'outage', hits: 'attempts', share: 0.3, commits: 1 },
  { scenario: '4-run outage', kind: 'outage', hits: 'attempts', share: 0.95, commits: 4 },
  { scenario: 'real break of 95 %', kind: 'break', share: 0.95, commits: 20 },
]

/** Failures that belong to no scenario: what flaky tests do all the time. */
export const EVERYDAY = 'everyday flakes'
export const SCENARIOS = ['stable, broken', 'flaky, broken', 'fixed, broken again'].concat([
  ...new Set(MASS_EVENTS.map(({ scenario }) => scenario)),
])

/**
 * @typedef {{ scenario: string, from: number, to: number }} Break commits at which a test fails every attempt; `to` excluded
 * @typedef {{ rate: number, breaks: Break[] }} SimulatedTest `rate`: chance that an attempt fails by itself
 * @typedef {{ scenario: string, hits: 'tests' | 'attempts', share: number, from: number, to: number }} Outage
 * @returns {{ tests: SimulatedTest[], outages: Outage[] }}
 */
export function makeProject(seed) {
  const random = seededRandom(seed)
  const tests = Array.from({ length: TESTS }, (_, index) => ({
    rate: index < FLAKY_TESTS ? random.logarithmic(FLAKE_RATE.least, FLAKE_RATE.most) : 0,
    breaks: [],
  }))
  breakSomeTests(tests, random)
  const { scenario, kind, hits, share, commits } = MASS_EVENTS[seed % MASS_EVENTS.length]
  const from = random.between(5, COMMITS - commits - 5)
  const event = { scenario, from, to: from + commits }
  if (kind === 'outage') return { tests, outages: [{ ...event, hits, share }] }
  for (const test of tests) if (random.chance(share)) test.breaks.push(event)
  return { tests, outages: [] }
}

/** Breaks of single tests in each project: two of stable tests, two of flaky ones, one that comes back. */
function breakSomeTests(tests, random) {
  const [flaky, otherFlaky] = tests
  const [stable, otherStable, mended] = tests.slice(FLAKY_TESTS)
  // One of each early, while little is known of the test.
  stable.breaks.push(breakFrom('stable, broken', random.between(5, 40), random))
  otherStable.breaks.push(breakFrom('stable, broken', random.between(41, COMMITS - 10), random))
  flaky.breaks.push(breakFrom('flaky, broken', random.between(5, 40), random))
  otherFlaky.breaks.push(breakFrom('flaky, broken', random.between(41, COMMITS - 10), random))
  const first = { scenario: 'fixed, broken again', from: random.between(5, 150) }
  first.to = first.from + random.between(1, 12)
  mended.breaks.push(first, breakFrom('fixed, broken again', first.to + random.between(3, 100), random))
}

function breakFrom(scenario, from, random) {
  return { scenario, from, to: Math.min(COMMITS, from + random.between(4, 60)) }
}
