import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Incident, NoticeThread } from '../../src/incident/incident.js'
import { advance, type Signs } from '../../src/life/advance.js'
import type { Deed } from '../../src/life/deed.js'
import { type PlannedNotice, planNotices, threadsAfter } from '../../src/telling/plan-notices.js'
import { incidentOf, minute, RULES, signsOf } from '../life/kit.js'

function tell(incident: Incident, signs: Partial<Signs>, wanted: readonly string[] = []) {
  const step = advance(incident, signsOf(signs), RULES)
  const now = signs.now ?? minute(0)
  return planNotices({ ...step, wanted, now }).map(({ target, event, thread }) => [target, event, thread])
}

const PAGED = incidentOf({
  threads: [
    { target: 'pager', phase: 'told', id: null },
    { target: 'chat', phase: 'told', id: 'c1:2' },
  ],
})
const inPhase = (phase: NoticeThread['phase']) => PAGED.threads.map((thread) => ({ ...thread, phase }))
const by = { at: minute(1), by: 'ada' }

describe('targets', () => {
  test('are told when their level is due', () => {
    expect(tell(incidentOf(), {}, ['pager'])).toEqual([['pager', 'trigger', null]])
    expect(tell(PAGED, {}, ['chat'])).toEqual([['chat', 'trigger', 'c1:2']])
    expect(tell(PAGED, {})).toEqual([])
  })

  test('are told once of an acknowledgement and of the end, each where it was told before', () => {
    const ended = { greenRuns: 2, now: minute(9) }
    expect(tell(PAGED, { deeds: [{ kind: 'acknowledge', ...by }] })).toEqual([
      ['pager', 'acknowledge', null],
      ['chat', 'acknowledge', 'c1:2'],
    ])
    expect(tell(PAGED, ended).map(([, event]) => event)).toEqual(['resolve', 'resolve'])
    const { incident } = advance(PAGED, signsOf(ended), RULES)
    const later = { greenRuns: 3, now: minute(20) }
    expect(tell({ ...incident, threads: inPhase('ended') }, later)).toEqual([])
    // Whom nobody could tell is told by the next run.
    expect(tell(incident, later).map(([, event]) => event)).toEqual(['resolve', 'resolve'])
  })

  test('of which nobody knows whether they were told are told again, and the end of it too', () => {
    const unsure = { ...PAGED, threads: inPhase('planned') }
    expect(tell(unsure, {}).map(([, event]) => event)).toEqual(['trigger', 'trigger'])
    expect(tell(unsure, { greenRuns: 2 }).map(([, event]) => event)).toEqual(['resolve', 'resolve'])
    expect(tell({ ...unsure, silencedUntil: minute(60) }, { now: minute(5) })).toEqual([])
  })

  test('are told again when it is back, or became worse', () => {
    const resolved = { ...PAGED, state: 'resolved' as const, resolvedAt: minute(1) }
    expect(tell(resolved, { badRuns: 2, severity: 'high' }).map(([, event]) => event)).toEqual(['trigger', 'trigger'])
    expect(tell(PAGED, { badRuns: 3, severity: 'critical' }).map(([, event]) => event)).toEqual(['trigger', 'trigger'])
  })

  test('hear nothing of a silenced incident but its end', () => {
    const silent = { ...PAGED, silencedUntil: minute(60) }
    expect(tell(silent, { now: minute(5) }, ['other'])).toEqual([])
    expect(tell(silent, { now: minute(5), greenRuns: 2 }).map(([, event]) => event)).toEqual(['resolve', 'resolve'])
    expect(tell(silent, { now: minute(60) }, ['other'])).toEqual([['other', 'trigger', null]])
  })

  test('hear nothing new while somebody has it in hand', () => {
    const seen = { ...PAGED, state: 'acknowledged' as const, acknowledgement: by }
    expect(tell(seen, { now: minute(5) }, ['other'])).toEqual([])
  })

  test('are told all the same where somebody asks for them', () => {
    const deeds = [{ kind: 'push-on' as const, ...by }]
    const seen = { ...PAGED, state: 'acknowledged' as const, acknowledgement: by }
    expect(tell(seen, { now: minute(5), deeds }, ['other'])).toEqual([['other', 'trigger', null]])
    const silent = { ...PAGED, silencedUntil: minute(60) }
    expect(tell(silent, { now: minute(5), deeds }, ['other'])).toEqual([['other', 'trigger', null]])
  })
})

interface LifeStep {
  readonly deeds: readonly Deed[]
  readonly run: 'bad' | 'green' | 'none'
  readonly wanted: readonly string[]
  /** Whether the services answer. */
  readonly isTold: boolean
}

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('acknowledge' as const, 'give-back' as const, 'resolve' as const, 'reopen' as const),
    by: fc.constant('ada'),
    at: fc.constant(minute(0)),
  }),
  fc.integer({ min: 0, max: 300 }).map((minutes) => ({
    ...{ kind: 'silence' as const, by: 'ada', at: minute(0), until: minute(minutes), reason: 'lunch' },
  })),
)
const step: fc.Arbitrary<LifeStep> = fc.record({
  deeds: fc.array(deeds, { maxLength: 2 }),
  run: fc.constantFrom('bad' as const, 'green' as const, 'none' as const),
  wanted: fc.subarray(['pager', 'chat', 'mail']),
  isTold: fc.boolean(),
})

/** One step of a life, and who rings after it. Some targets cannot be told, and stay as they were planned. */
function live(incident: Incident, { deeds: done, run, wanted, isTold }: LifeStep, now: string) {
  const runs = { badRuns: run === 'bad' ? 2 : 0, greenRuns: run === 'green' ? 2 : 0 }
  const next = advance(incident, signsOf({ deeds: done, ...runs, severity: run === 'bad' ? 'high' : null, now }), RULES)
  const planned = planNotices({ ...next, wanted, now })
  const threads = threadsAfter(next.incident.threads, planned)
  return { planned, incident: { ...next.incident, threads: isTold ? settled(threads, planned) : threads } }
}

function settled(threads: readonly NoticeThread[], planned: readonly PlannedNotice[]): readonly NoticeThread[] {
  return threads.map((thread) => {
    const event = planned.find(({ target }) => target === thread.target)?.event
    if (event === 'trigger') return { ...thread, phase: 'told' }
    return event === 'resolve' ? { ...thread, phase: 'ended' } : thread
  })
}

const unended = ({ threads }: Incident) => threads.filter(({ phase }) => phase !== 'ended').map(({ target }) => target)

test('whoever got a trigger gets the end, whatever people do in between, and nobody gets an end without one', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 15 }), (life) => {
      let incident = incidentOf()
      const ringing = new Set<string>()
      for (const [at, each] of life.entries()) {
        const next = live(incident, each, minute(at * 20))
        const told = (event: string) =>
          next.planned.flatMap((notice) => (notice.event === event ? [notice.target] : []))
        const known = incident.threads.map(({ target }) => target)
        expect(known).toEqual(expect.arrayContaining([...told('resolve'), ...told('acknowledge')]))
        // A trigger may have arrived though nobody heard of it; an end that nobody took is told again.
        for (const target of told('trigger')) ringing.add(target)
        if (each.isTold) for (const target of told('resolve')) ringing.delete(target)
        incident = next.incident
        if (incident.state === 'resolved') expect([...ringing].sort()).toEqual([...unended(incident)].sort())
      }
    }),
  )
})
