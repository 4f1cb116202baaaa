import { describe, expect, test } from '@jest/globals'
import type { GateConfig } from '@testwarden/core/action/define-action'
import { sharedConfig } from '@testwarden/core/action/shared-config'
import { fileConfig } from '@testwarden/core/config/file-config'
import { type ConfigFile, fileLayer } from '@testwarden/core/config/layer'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import type { Change } from '@testwarden/core/model/change'
import { type Evidence, unanswered } from '@testwarden/core/model/evidence'
import { readMarkedBody } from '@testwarden/core/render/issue-marker'
import fc from 'fast-check'
import { ask } from '../../src/ask.js'
import { incidentsConfig } from '../../src/config.js'
import { decide } from '../../src/decide.js'
import type { FailedTest, IncidentsFacts } from '../../src/facts.js'
import { incidentOf } from '../../src/incident/incident-memory.js'
import { readIncidentRecord } from '../../src/past/incident-record.js'
import type { PastRun } from '../../src/past/streak.js'
import { present } from '../../src/present.js'
import { evidenceOf, legOf, runOf } from '../kit.js'
import { createSmallGitHub, type Loss, type SmallGitHub, type SmallIssue } from './small-github.js'

const START = Date.parse('2026-03-02T10:00:00.000Z')

function configOf(): GateConfig<typeof incidentsConfig> {
  const root = {
    incidents: {
      issues: 'on',
      freeze: { when: 'critical' },
      targets: {
        pager: { kind: 'pagerduty', secret: 'PAGER' },
        chat: { kind: 'slack', secret: 'CHAT' },
        late: { kind: 'teams', secret: 'LATE' },
      },
      escalation: {
        'hand-over': ['pager'],
        levels: [
          { name: 'first', people: ['ada'], targets: ['pager', 'chat'] },
          { name: 'second', people: ['grace'], targets: ['late'] },
        ],
      },
    },
  }
  const file: ConfigFile = { path: 'testwarden.yml', root, lineOf: () => null }
  const own = resolveSettings(incidentsConfig, [fileLayer(file, ['incidents'])])
  const [shared, top] = [resolveSettings(sharedConfig, []), resolveSettings(fileConfig, [])]
  if (!own.ok || !shared.ok || !top.ok) throw new Error('settings that are not valid')
  return { own: own.settings, shared: shared.settings, file: top.settings, accepts: [] }
}

const CONFIG = configOf()

/** What happens next in the life of a repository. */
interface Event {
  /** Failing tests of a push; null: a run that only looks after incidents. */
  readonly failing: readonly string[] | null
  /** What a person does before it, to an issue. */
  readonly deed: 'none' | '/ack' | '/resolve' | '/silence 2h lunch' | '/escalate' | 'close'
  readonly hours: number
  /** Kinds of changes of which something is lost. */
  readonly lost: readonly Change['kind'][]
  readonly loss: Loss
}

interface World {
  readonly github: SmallGitHub
  readonly runs: PastRun[]
  now: number
  run: number
}

/** One run, from reading to the last change. */
function step(world: World, event: Event): void {
  world.now += event.hours * 3_600_000
  world.run++
  const now = new Date(world.now).toISOString()
  const newest = world.github.issues.at(-1)
  if (newest !== undefined) act(world.github, newest, { deed: event.deed, now })
  const settled = settle(evidence(world, event, now), world.github)
  const { changes } = decide(settled, CONFIG)
  present(decide(settled, CONFIG), settled, CONFIG)
  world.github.perform(changes, ({ kind }) => (event.lost.includes(kind) ? event.loss : 'none'), now)
  for (const change of changes) if (change.kind === 'append-history') remember(world, change.body, now)
}

function act(
  github: SmallGitHub,
  issue: SmallIssue,
  { deed, now }: { readonly deed: Event['deed']; readonly now: string },
): void {
  // What people do comes before the run that sees it.
  const before = new Date(Date.parse(now) - 1000).toISOString()
  if (deed === 'close' && issue.state === 'open') github.close(issue, before)
  else if (deed.startsWith('/')) github.comment(issue, deed, before)
}

function evidence({ runs, run }: World, { failing }: Event, now: string): Evidence<IncidentsFacts> {
  const sha = String(run).padStart(40, '0')
  const leg =
    failing === null
      ? legOf({ reports: [], ran: 0 })
      : legOf({ testedSha: sha, ran: 20, failed: [...failing].sort().map(failed) })
  const isPush = failing !== null
  const base = runOf()
  return evidenceOf(
    { legs: [leg], past: { kind: 'known', runs: runs.slice(-60), isLate: false } },
    {
      run: {
        ...base,
        key: { ...base.key, run: String(run) },
        event: isPush ? 'push' : 'issue_comment',
        branch: 'main',
        pullRequest: null,
        testedSha: sha,
        isBaseline: isPush,
        base: { kind: 'history' },
        now,
      },
    },
  )
}

function failed(name: string): FailedTest {
  const failure = { type: 'AssertionError', message: `${name.repeat(9)} is wrong`, trace: '' }
  return { key: `tests/${name}.py › ${name}`, file: `tests/${name}.py`, tags: [], failure, place: null, owners: [] }
}

function settle(start: Evidence<IncidentsFacts>, github: SmallGitHub): Evidence<IncidentsFacts> {
  let settled = start
  for (let round = 0; round < 20; round++) {
    const open = unanswered(ask(settled, CONFIG), settled.observations)
    if (open.length === 0) return settled
    settled = { ...settled, observations: [...settled.observations, ...open.map(github.answer)] }
  }
  throw new Error('it asks in circles')
}

function remember({ runs, run }: World, body: unknown, now: string): void {
  const record = readIncidentRecord(JSON.parse(JSON.stringify(body), (_, value) => (isReference(value) ? 1 : value)))
  if (record === null) throw new Error('a record that nobody can read')
  if (record.tells === 'run') runs.push({ sha: String(run).padStart(40, '0'), run: String(run), time: now, record })
}

function isReference(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ref' in value
}

const NAMES = ['adds', 'pays', 'security_login']
const anyEvent: fc.Arbitrary<Event> = fc.record({
  failing: fc.option(fc.subarray(NAMES), { nil: null, freq: 3 }),
  deed: fc.constantFrom('none', 'none', 'none', '/ack', '/resolve', '/silence 2h lunch', '/escalate', 'close'),
  hours: fc.constantFrom(0.1, 1, 5, 30),
  lost: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray<Change['kind']>(['open-issue', 'update-issue', 'notify']) },
  ),
  loss: fc.constantFrom('request', 'answer'),
})

function live(events: readonly Event[]): World {
  const world: World = { github: createSmallGitHub(), runs: [], now: START, run: 100 }
  for (const event of events) step(world, event)
  return world
}

/** Each of them is a dozen runs. */
const RUNS = { numRuns: 20 }

const GREEN: Event = { failing: [], deed: 'none', hours: 1, lost: [], loss: 'none' }
const QUIET: Event = { failing: null, deed: 'none', hours: 0, lost: [], loss: 'none' }

describe('whatever happens, in whatever order, and whatever fails in between', () => {
  const lives = fc.array(anyEvent, { minLength: 1, maxLength: 12 })

  test('no trouble has two open issues', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const open = live(events).github.issues.filter(({ state }) => state === 'open')
        const keys = open.flatMap(({ body }) => readMarkedBody(body)?.marker.keys ?? [])
        expect(new Set(keys).size).toBe(keys.length)
      }),
      RUNS,
    )
  })

  test('after enough green runs nothing is open, and every target that got a trigger got its end last', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const { github } = live([...events, GREEN, GREEN, GREEN, QUIET])
        expect(github.issues.map(({ state }) => state)).toEqual(github.issues.map(() => 'closed'))
        const last = new Map(github.told.map(({ target, key, event }) => [`${target} ${key}`, event]))
        expect([...last].filter(([, event]) => event !== 'resolve')).toEqual([])
      }),
      RUNS,
    )
  })

  test('a further look at the same moment writes nothing, once what was lost is told', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const world = live([...events, QUIET, QUIET])
        const before = JSON.stringify([world.github.issues, world.github.told])
        step(world, QUIET)
        expect(JSON.stringify([world.github.issues, world.github.told])).toBe(before)
      }),
      RUNS,
    )
  })

  test('a marker always remembers, and says what the issue is', () => {
    fc.assert(
      fc.property(lives, (events) => {
        for (const { body, state } of live([...events, QUIET]).github.issues) {
          const marker = readMarkedBody(body)?.marker
          const incident = incidentOf(marker?.keys[0] ?? '', { state: marker?.state ?? '', about: marker?.about ?? [] })
          expect(incident === null).toBe(false)
          expect(incident?.state === 'resolved').toBe(state === 'closed')
        }
      }),
      RUNS,
    )
  })

  test('nobody is told of a level twice in one round, where nothing was lost', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const { github } = live(events.map((event) => ({ ...event, lost: [] })))
        for (const { timeline } of github.issues) {
          const marks = timeline.flatMap((entry) =>
            entry.kind === 'comment' && entry.by !== 'ada' ? [entry.body.split('\n')[0]] : [],
          )
          expect(new Set(marks).size).toBe(marks.length)
        }
      }),
      RUNS,
    )
  })
})
