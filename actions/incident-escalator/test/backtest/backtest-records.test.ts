import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ReplayedIncident } from '../../src/backtest/replayed-incident.js'
import { backtestOf, hour, line, type MadeRun, policyOf, replayOf } from './kit.js'

describe('a replay of incidents', () => {
  test('opens one with the second bad run, and ends it with the second green one', () => {
    const { incidents, counts, recovery } = replayOf(line('GBBBGG'))
    expect(incidents).toMatchObject([
      {
        cause: 'failure:f1',
        severity: 'low',
        since: hour(1),
        opened: hour(2),
        green: hour(4),
        ended: hour(5),
        badRuns: 3,
        longestBad: 3,
        tests: ['cart'],
      },
    ])
    expect(counts).toMatchObject({ incidents: 1, reopened: 0, delayMs: 3_600_000 })
    expect(recovery).toEqual({ incidents: 1, medianMs: 3 * 3_600_000, p90Ms: 3 * 3_600_000, longestMs: 3 * 3_600_000 })
  })

  test('lists the newest first, and one that is not over without an end', () => {
    const { incidents } = replayOf([...line('BBGG'), ...line('GBB', { pay: 'f2' })])
    expect(incidents.map(({ cause, ended }) => [cause, ended])).toEqual([
      ['failure:f2', null],
      ['failure:f1', hour(3)],
    ])
  })

  test('puts failures of one fingerprint into one incident, and those without one by test', () => {
    const { incidents } = replayOf(line('BB', { a: 'f1', b: 'f1', c: null, d: null }))
    expect(incidents.map(({ cause, tests }) => [cause, tests])).toEqual([
      ['failure:f1', ['a', 'b']],
      ['test:c', ['c']],
      ['test:d', ['d']],
    ])
  })

  test('counts single bad runs that are green in the next as pages that were avoided', () => {
    const { counts, avoided, openAfters } = replayOf(line('GBGGBGG'))
    expect(counts.incidents).toBe(0)
    expect(avoided).toEqual({ incidents: 1 + 1, pages: 2 })
    expect(openAfters.map(({ openAfter, incidents }) => [openAfter, incidents])).toEqual([
      [1, 2],
      [2, 0],
      [3, 0],
    ])
  })

  test('knows no more about a single bad run at the very end', () => {
    expect(replayOf(line('GGB')).avoided.incidents).toBe(0)
  })

  test('reopens what comes back within days, and opens anew what comes back later', () => {
    const soon = replayOf(line('BBGGBBGG'))
    expect(soon.incidents.map(({ isReopened }) => isReopened)).toEqual([true, false])
    const late = [...line('BBGG'), ...line('BBGG').map((run, at) => ({ ...run, hour: 24 * 9 + at }))]
    expect(replayOf(late).incidents.map(({ isReopened }) => isReopened)).toEqual([false, false])
  })

  test('opens a critical one with the first bad run', () => {
    const half = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`t${at}`, 'f1']))
    const { incidents, avoided } = replayOf(line('GBG', half))
    expect(incidents).toMatchObject([{ severity: 'critical', opened: hour(1), since: hour(1) }])
    expect(avoided.incidents).toBe(0)
  })

  test('knows kinds of tests by whole words of their names', () => {
    expect(replayOf(line('B', { test_security_headers: 'f1' })).incidents).toMatchObject([{ severity: 'critical' }])
    expect(replayOf(line('BB', { test_insecure: 'f1' })).incidents).toMatchObject([{ severity: 'low' }])
  })

  test('takes a mass failure for one trouble of the surroundings, and says nothing of what else was wrong', () => {
    const { incidents } = replayOf(line('BMBMMGG'))
    expect(incidents.map(({ cause, tests, badRuns }) => [cause, tests.length, badRuns]).sort()).toEqual([
      ['failure:f1', 1, 2],
      ['surroundings', 30, 2],
    ])
  })

  test('sees no green in a run that was not read to its end', () => {
    const runs = line('BBGGG').map((run, at): MadeRun => (at === 2 ? { ...run, isWhole: false } : run))
    expect(replayOf(runs).incidents).toMatchObject([{ green: hour(3), ended: hour(4) }])
  })
})

describe('known flakes', () => {
  test('are tests that failed and passed on the same tree, from then on', () => {
    const again: MadeRun[] = [{ failed: { cart: 'f1' } }, { passed: ['cart'], commit: 0 }]
    const { policies, flakeFailures, badRuns } = backtestOf([
      ...again,
      ...line('BBB').map((run, at) => ({ ...run, commit: at + 1 })),
    ])
    expect(policies[0]?.incidents).toEqual([])
    expect([flakeFailures, badRuns]).toEqual([3, 1])
  })

  test('are told by retries and by pull requests too, not by a mass failure', () => {
    expect(replayOf([{ failed: { cart: 'FP' } }, ...line('BB')]).incidents).toEqual([])
    const tested = (letter: string, part: MadeRun): MadeRun[] =>
      line(letter).map((run) => ({ ...run, tree: 'b'.repeat(40), ...part }))
    const pull = [...tested('B', { trust: 'pull-request' }), ...tested('G', { trust: 'pull-request' })]
    expect(replayOf([...pull, ...line('BB')]).incidents).toEqual([])
    const outage = [...tested('B', { withheld: 'mass-failure', commit: 0 }), ...tested('G', { commit: 0 })]
    const after = line('BB').map((run, at) => ({ ...run, commit: at + 1 }))
    expect(replayOf([...outage, ...after]).incidents).toMatchObject([{ cause: 'failure:f1' }])
  })
})

describe('several jobs and matrix cells of a workflow', () => {
  const cell = (matrix: string, letters: string, minutes: number): MadeRun[] =>
    line(letters).map((run, at) => ({ ...run, matrix, commit: at, hour: at + minutes / 60 }))

  test('have one incident of one cause, which ends when it is gone in all of them', () => {
    const runs = [...cell('{"os":"linux"}', 'BBGGGG', 0), ...cell('{"os":"mac"}', 'BBBGGG', 1)]
    expect(replayOf(runs).incidents).toMatchObject([{ badRuns: 4, green: hour(3 + 1 / 60), ended: hour(4 + 1 / 60) }])
  })

  test('do not count together: each has its own bad runs in a row', () => {
    expect(replayOf([...cell('{"os":"linux"}', 'BG', 0), ...cell('{"os":"mac"}', 'BG', 1)]).incidents).toEqual([])
  })

  test('of another one that never had it say nothing', () => {
    const runs = [...cell('{"os":"linux"}', 'BBB', 0), ...cell('{"os":"mac"}', 'GGG', 1)]
    expect(replayOf(runs).incidents).toMatchObject([{ ended: null }])
  })
})

describe('the order of runs', () => {
  test('is that of commits: a late run of an earlier commit tells nothing of how the branch stands', () => {
    const runs: MadeRun[] = [...line('BBGG'), { failed: { cart: 'f1' }, commit: 1, tree: 'c'.repeat(40), hour: 9 }]
    expect(replayOf(runs).incidents).toMatchObject([{ ended: hour(3), badRuns: 2 }])
  })

  test('is that of time where git knows no commits', () => {
    const { policies } = backtestOf(line('GBB'), { firstParents: [] })
    expect(policies[0]?.incidents).toMatchObject([{ since: hour(1), opened: hour(2) }])
  })

  test('begins with the last runs that are asked for', () => {
    const { runs, policies } = backtestOf(line('BBGGGB'), { runs: 3 })
    expect([runs, policies[0]?.incidents]).toEqual([3, []])
  })
})

describe('pages', () => {
  test('follow the levels at their times until the end', () => {
    const levels = [
      { name: 'dev', people: ['ada'] },
      { name: 'lead', people: ['bo'] },
    ]
    const policy = policyOf({ escalation: { levels, timers: { low: '1h' }, repeat: 1 } })
    const [incident] = replayOf(
      [...line('BB'), { hour: 3.5, passed: ['cart'] }, { hour: 4.5, passed: ['cart'] }],
      policy,
    ).incidents
    expect(incident?.pages.map(({ level, atMs }) => [level, new Date(atMs).toISOString()])).toEqual([
      ['dev', hour(1)],
      ['lead', hour(2)],
      ['dev', hour(3)],
      ['lead', hour(4)],
    ])
  })

  test('at night and on weekends are told from those in business hours, where the policy is', () => {
    const night = line('BBGG').map((run, at): MadeRun => ({ ...run, hour: 15 + at }))
    const { counts } = replayOf(night)
    expect(counts).toMatchObject({ pages: 1, pagesOutsideHours: 1, pagesAtNight: 1 })
    expect(replayOf(night, policyOf({ 'time-zone': 'America/Los_Angeles' })).counts).toMatchObject({
      pagesOutsideHours: 0,
    })
    const saturday = line('BBGG').map((run, at): MadeRun => ({ ...run, hour: 5 * 24 + 2 + at }))
    expect(replayOf(saturday).counts).toMatchObject({ pagesOutsideHours: 1, pagesAtNight: 0 })
  })

  test('to levels that nobody is behind are none', () => {
    const half = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`t${at}`, 'f1']))
    expect(replayOf(line('BBG', half)).counts).toMatchObject({ pages: 3, unheard: 6 })
  })

  test('go to services that keep the minutes as soon as it opens, and once', () => {
    const levels = [
      { name: 'dev', targets: ['pager'] },
      { name: 'lead', targets: ['pager'] },
    ]
    const targets = { pager: { kind: 'pagerduty', secret: 'KEY' } }
    const policy = policyOf({ targets, escalation: { levels, 'hand-over': ['pager'], timers: { low: '1h' } } })
    expect(replayOf(line('BBBBB'), policy).counts).toMatchObject({ pages: 1, unheard: 0 })
  })

  test('of what was green before anybody had to answer are told', () => {
    expect(replayOf(line('BBGG')).counts.overBeforeAnswer).toBe(1)
    expect(replayOf(line('BBGG'), policyOf({ escalation: { timers: { low: '30m' } } })).counts.overBeforeAnswer).toBe(0)
    expect(replayOf(line('BBGG'), policyOf({ escalation: { timers: { low: 'never' } } })).counts.overBeforeAnswer).toBe(
      0,
    )
  })
})

function expectSound({ since, opened, green, ended, pages, badRuns, longestBad }: ReplayedIncident): void {
  expect(since <= opened).toBe(true)
  if (green !== null && ended !== null) expect(opened < green && green <= ended).toBe(true)
  expect(green === null).toBe(ended === null)
  const endMs = ended === null ? Number.POSITIVE_INFINITY : Date.parse(ended)
  expect(pages.filter(({ atMs }) => atMs < Date.parse(opened) || atMs >= endMs)).toEqual([])
  expect(badRuns).toBeGreaterThanOrEqual(longestBad)
}

describe('whatever the runs', () => {
  const letters = fc
    .array(fc.constantFrom('B', 'G', 'M', 'C'), { minLength: 1, maxLength: 40 })
    .map((all) => all.join(''))
  const critical = { test_security: 'f9' }
  const made = fc.tuple(letters, letters, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  const runsOf = (one: string, other: string): MadeRun[] => {
    const cellOf = (text: string, matrix: string, minutes: number): MadeRun[] =>
      [...text].flatMap((letter, at) =>
        line(letter === 'C' ? 'B' : letter, letter === 'C' ? critical : undefined).map((run) => {
          return { ...run, matrix, commit: at, tree: `${minutes}${at}`.padStart(40, '0'), hour: at * 3 + minutes / 60 }
        }),
      )
    return [...cellOf(one, '{"os":"linux"}', 1), ...cellOf(other, '{"os":"mac"}', 2)]
  }

  test('more bad runs never open more incidents', () => {
    fc.assert(
      fc.property(made, ([one, other, openAfter, closeAfter]) => {
        const { openAfters } = replayOf(
          runsOf(one, other),
          policyOf({ 'open-after': openAfter, 'close-after': closeAfter }),
        )
        const counts = openAfters.map(({ incidents }) => incidents)
        expect(counts).toEqual(counts.toSorted((left, right) => right - left))
      }),
      { numRuns: 60 },
    )
  })

  test('an incident is opened, green, and over in this order, and its pages lie within it', () => {
    fc.assert(
      fc.property(made, ([one, other, openAfter, closeAfter]) => {
        const runs = runsOf(one, other)
        const { incidents, counts, bySeverity, avoided, openAfters } = replayOf(
          runs,
          policyOf({ 'open-after': openAfter, 'close-after': closeAfter }),
        )
        for (const incident of incidents) expectSound(incident)
        expect(counts.pagesAtNight).toBeLessThanOrEqual(counts.pagesOutsideHours)
        expect(counts.pagesOutsideHours).toBeLessThanOrEqual(counts.pages)
        expect(counts.overBeforeAnswer).toBeLessThanOrEqual(counts.incidents)
        expect(Object.values(bySeverity).reduce((sum, count) => sum + count, 0)).toBe(counts.incidents)
        const [first] = openAfters
        expect(avoided.incidents + counts.incidents).toBeLessThanOrEqual(first?.incidents ?? 0)
      }),
      { numRuns: 60 },
    )
  })
})
