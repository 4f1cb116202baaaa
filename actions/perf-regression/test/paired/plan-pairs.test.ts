import { describe, expect, test } from '@jest/globals'
import type { RunCommand } from '@testwarden/core/model/request'
import fc from 'fast-check'
import type { PairedFacts } from '../../src/paired/facts.js'
import { orderOf, parsePairId } from '../../src/paired/pair-id.js'
import { withPairs } from '../../src/paired/with-pairs.js'
import {
  commandResult,
  measuredRun,
  type Played,
  play,
  settingsOf,
  steadyWorld,
  subjectOf,
  TREES,
  type World,
} from './kit.js'

const SAME = steadyWorld(() => ({ BenchmarkA: 100, BenchmarkB: 200 }))
/** A fifth slower in the change, with a little noise that differs from pair to pair. */
const SLOWER = steadyWorld(({ side, pair }) => ({
  BenchmarkA: (side === 'head' ? 120 : 100) + (pair % 5) / 10,
  BenchmarkB: 200 + ((pair * 7 + (side === 'head' ? 3 : 0)) % 5) / 10,
}))

function factsOf({ subject }: Played): PairedFacts {
  const facts = withPairs(subject)
  if (facts === null) throw new Error('nothing was configured')
  return facts
}

function stageIds(ids: readonly string[], stage: string): readonly string[] {
  return ids.filter((id) => id.startsWith(stage))
}

describe('what runs', () => {
  test('base and change take turns, with a kernel behind each pair', () => {
    const { ids } = play(subjectOf(), SAME)
    expect(ids.slice(0, 6)).toEqual([
      'screen/0/base/all',
      'screen/0/head/all',
      'screen/0/kernel',
      'screen/1/head/all',
      'screen/1/base/all',
      'screen/1/kernel',
    ])
    expect(ids).toHaveLength(8 * 3)
  })

  test('setup and build come first, of the base before those of the change, once', () => {
    const settings = settingsOf({ setup: 'npm ci', build: "make 'all of it'" })
    const { requests, ids } = play(subjectOf({ settings }), SAME)
    expect(ids.slice(0, 5)).toEqual(['setup/base', 'setup/head', 'build/base', 'build/head', 'screen/0/base/all'])
    expect(requests[3]).toMatchObject({ command: 'make', args: ['all of it'], tree: { sha: 'a'.repeat(40) } })
    expect(requests[0]).toMatchObject({ command: 'npm', args: ['ci'], tree: { sha: 'b'.repeat(40) } })
  })

  test('fresh pairs of what may be slower, and of nothing else', () => {
    const { requests, ids } = play(subjectOf(), SLOWER)
    expect(stageIds(ids, 'screen')).toHaveLength(8 * 3)
    expect(stageIds(ids, 'confirm')).toHaveLength(20 * 3)
    const confirming = requests.find(({ id }) => id === 'pair/confirm/1/head/some') as RunCommand
    expect(confirming.args).toContain('-bench=^BenchmarkA$')
    expect(requests[0]).toMatchObject({ args: expect.arrayContaining(['-bench=.']) })
  })

  test('nothing without a command, without a base, and where both trees have the same files', () => {
    expect(
      withPairs(subjectOf({ settings: { ...settingsOf(), command: { value: null, origin: { kind: 'assumed' } } } })),
    ).toBeNull()
    const none = play(subjectOf({ trees: { kind: 'none', reason: 'There is none.' } }), SAME)
    expect([none.ids, factsOf(none).outcome]).toEqual([[], { kind: 'no-base', reason: 'There is none.' }])
    const same = { ...TREES, head: { sha: 'c'.repeat(40), tree: '1'.repeat(40) } } as typeof TREES
    const played = play(subjectOf({ trees: same }), SAME)
    expect([played.ids, factsOf(played).outcome]).toEqual([[], { kind: 'same-tree' }])
  })

  test('through bash, names of benchmarks are never code', () => {
    const settings = settingsOf({ command: 'pytest-benchmark tests', shell: 'bash', setup: 'cd a && make' })
    const evil = "tests/a.py::test_$(touch x)'`"
    const world = steadyWorld(({ side, pair }) => ({ [evil]: (side === 'head' ? 130 : 100) + pair }))
    const { requests } = play(subjectOf({ settings }), world)
    const last = requests.findLast(({ kind }) => kind === 'run-command') as RunCommand
    expect(last.args.slice(0, 3)).toEqual(['-euo', 'pipefail', '-c'])
    expect(last.args[3]).not.toContain('touch')
    expect(last.args.at(-1)).toBe(evil)
    expect(requests[0]).toMatchObject({ command: 'bash', args: ['-euo', 'pipefail', '-c', 'cd a && make', 'bash'] })
  })
})

describe('a look', () => {
  test('is taken once at each stage, when all its pairs have run: values never change how many there are', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 50, max: 200, noNaN: true })), (values) => {
        const draw = () => values.next().value as number
        const world = steadyWorld(() => ({ BenchmarkA: draw(), BenchmarkB: draw() }))
        const { ids } = play(subjectOf(), world)
        expect(stageIds(ids, 'screen')).toHaveLength(8 * 3)
        expect([0, 20 * 3]).toContain(stageIds(ids, 'confirm').length)
      }),
      { numRuns: 50 },
    )
  })

  test('what decides are fresh pairs only', () => {
    const world = steadyWorld(({ side, pair, stage }) => ({
      BenchmarkA: (side === 'head' && stage === 'screen' ? 130 : 100) + (pair % 3),
    }))
    const [metric] = factsOf(play(subjectOf(), world)).metrics
    expect(metric?.isCandidate).toBe(true)
    expect(metric?.screen).toHaveLength(8)
    expect(metric?.confirm).toHaveLength(20)
    expect(metric?.confirm.every(([base, head]) => base === head)).toBe(true)
  })

  test('each side is first in half of the pairs', () => {
    const firsts = Array.from({ length: 20 }, (_, pair) => orderOf(pair)[0])
    expect(firsts.filter((side) => side === 'base')).toHaveLength(10)
  })
})

describe('the time', () => {
  test('is never exceeded by more than the last command, whatever commands take', () => {
    const duration = fc.integer({ min: 1, max: 120_000 })
    const budget = fc.integer({ min: 1_000, max: 600_000 })
    fc.assert(
      fc.property(budget, fc.infiniteStream(duration), (budgetMs, durations) => {
        const settings = settingsOf({ 'pair-budget': `${budgetMs}ms`, setup: 'a', build: 'b' })
        let usedMs = 0
        const limited: World = (request, asked) => {
          if (request.kind === 'kernel') return { kind: 'kernel', wallNs: 1, cpuNs: 1, durationMs: 0 }
          const { timeoutMs } = asked as RunCommand
          expect(usedMs + timeoutMs).toBeLessThanOrEqual(budgetMs)
          const durationMs = Math.min(durations.next().value as number, timeoutMs)
          usedMs += durationMs
          const isTimedOut = durationMs === timeoutMs
          return commandResult({
            durationMs,
            reported: measuredRun({ BenchmarkA: 1 }),
            ...(isTimedOut ? { isTimedOut } : {}),
          })
        }
        play(subjectOf({ settings }), limited)
        expect(usedMs).toBeLessThanOrEqual(budgetMs)
      }),
      { numRuns: 200 },
    )
  })

  test('that does not hold the whole plan gives fewer pairs, decided by the first, and says what all would take', () => {
    const settings = settingsOf({ 'pair-budget': '30s' })
    const played = play(subjectOf({ settings }), SLOWER)
    const facts = factsOf(played)
    expect(facts.planned.screen).toBe(7)
    expect(stageIds(played.ids, 'screen')).toHaveLength(7 * 3)
    expect(facts.planned.confirm).toBe(0)
    expect(facts.neededMs).toBeGreaterThan(30_000)
    expect(facts.usedMs).toBeLessThanOrEqual(30_000)
  })

  test('for confirming is known once a pair of the candidates has run, which may take much less', () => {
    const quick: World = (request, asked) => {
      const result = SLOWER(request, asked)
      return request.kind === 'process' && request.scope === 'some'
        ? ({ ...commandResult(), ...result, durationMs: 100 } as never)
        : result
    }
    const facts = factsOf(play(subjectOf({ settings: settingsOf({ 'pair-budget': '25s' }) }), quick))
    expect(facts.planned).toEqual({ screen: 5, confirm: 20 })
  })

  test('for less than the fewest pairs is not used up: nothing is judged, and it says what it takes', () => {
    const played = play(subjectOf({ settings: settingsOf({ 'pair-budget': '8s' }) }), SAME)
    const facts = factsOf(played)
    expect(played.ids).toHaveLength(3)
    expect(facts.outcome).toEqual({ kind: 'too-little-time' })
    expect(facts.neededMs).toBe(28 * 2_100)
  })

  test('without a limit is what it is', () => {
    const settings = { ...settingsOf(), 'pair-budget': { value: null, origin: { kind: 'assumed' } as const } }
    const { requests } = play(subjectOf({ settings }), SAME)
    expect((requests[0] as RunCommand).timeoutMs).toBe(2 ** 31 - 1)
  })

  test('of a process that hangs ends long before that of all others', () => {
    const { requests } = play(subjectOf(), SAME)
    expect((requests[0] as RunCommand).timeoutMs).toBe(900_000)
    expect((requests.findLast(({ kind }) => kind === 'run-command') as RunCommand).timeoutMs).toBe(60_000)
  })
})

describe('what breaks', () => {
  function breaking(part: Parameters<typeof commandResult>[0], when: (id: string) => boolean): World {
    return (request, asked) => (when(asked.id) ? commandResult({ reported: null, ...part }) : SLOWER(request, asked))
  }

  test.each(['setup', 'build'])('%s of the base: said, and nothing more is run', (step) => {
    const settings = settingsOf({ setup: 'a', build: 'b' })
    const played = play(
      subjectOf({ settings }),
      breaking({ exitCode: 2 }, (id) => id === `pair/${step}/base`),
    )
    expect(factsOf(played).outcome).toEqual({
      kind: 'broken',
      side: 'base',
      step,
      fault: 'failed (exit code 2): its output is in the log',
    })
    expect(played.ids.at(-1)).toBe(`${step}/base`)
  })

  test('a command that the base does not have is told from one that nobody has', () => {
    const empty = { exitCode: 4, reported: measuredRun({}, { problems: ['no such file'] }) }
    const base = play(
      subjectOf(),
      breaking(empty, (id) => id.includes('/base/')),
    )
    expect(factsOf(base).outcome).toEqual({
      kind: 'broken',
      side: 'base',
      step: 'command',
      fault: 'measured nothing (exit code 4): no such file',
    })
    expect(base.ids).toEqual(['screen/0/base/all', 'screen/0/head/all'])
    const both = play(
      subjectOf(),
      breaking(empty, (id) => id.includes('/all')),
    )
    expect(factsOf(both).outcome).toMatchObject({ side: 'both' })
  })

  test('one that cannot start, hangs, or says what nobody can read is a fault with its reason', () => {
    const faultOf = (result: ReturnType<World>) => factsOf(play(subjectOf(), () => result)).outcome
    expect(faultOf({ kind: 'failed', message: 'Cannot start go.' })).toMatchObject({
      fault: 'could not start: Cannot start go.',
    })
    expect(faultOf(commandResult({ exitCode: null, isTimedOut: true }))).toMatchObject({
      fault: 'was ended when its time was over',
    })
    expect(faultOf(commandResult({ reported: { metrics: 1 } }))).toMatchObject({
      fault: expect.stringContaining('wrong at facts.metrics'),
    })
  })

  test('a process that gave nothing costs its pair, and is told', () => {
    const played = play(
      subjectOf(),
      breaking({ exitCode: 1, reported: measuredRun({}) }, (id) => id === 'pair/screen/2/head/all'),
    )
    const facts = factsOf(played)
    expect(facts.metrics.map(({ screen }) => screen.length)).toEqual([7, 7])
    expect(facts.notes).toContainEqual(expect.stringContaining('1 process of the pairs gave nothing'))
  })

  test('three that gave nothing end the pairs', () => {
    const played = play(
      subjectOf(),
      breaking({ exitCode: 1, reported: measuredRun({}) }, (id) => /[234]\/head/.test(id)),
    )
    expect(factsOf(played).outcome).toMatchObject({ kind: 'broken', side: 'head', step: 'command' })
  })

  test('a tool that does not run what it is told runs everything, and only candidates are looked at', () => {
    const deaf = breaking({ reported: measuredRun({ BenchmarkB: 1 }) }, (id) => id.endsWith('/some'))
    const facts = factsOf(play(subjectOf(), deaf))
    expect(facts.metrics.map(({ confirm }) => confirm.length)).toEqual([20, 0])
    expect(facts.notes).toContainEqual(expect.stringContaining('did not run the benchmarks that'))
  })

  test('names that cannot be told to the tool run everything too', () => {
    const settings = settingsOf({ command: './bench {report}' })
    const { ids, subject } = play(subjectOf({ settings }), SLOWER)
    expect(stageIds(ids, 'confirm').every((id) => !id.endsWith('/some'))).toBe(true)
    expect(factsOf({ subject, ids, requests: [] }).notes).toContainEqual(expect.stringContaining('cannot be told'))
  })

  test('a command that reports nowhere is not run', () => {
    const played = play(subjectOf({ settings: settingsOf({ command: 'make bench' }) }), SAME)
    expect(played.ids).toEqual([])
    expect(factsOf(played).outcome).toMatchObject({
      kind: 'broken',
      side: 'both',
      fault: expect.stringContaining('bench-report'),
    })
    const placed = play(
      subjectOf({ settings: settingsOf({ command: 'make bench', 'bench-report': 'out/*.json' }) }),
      SAME,
    )
    expect(placed.requests[0]).toMatchObject({ report: { written: 'out/*.json', outputAs: null } })
  })
})

test('what is worth knowing is told once', () => {
  const lacks = ['Submodules are left empty: vendor.']
  const world: World = (request, asked) => {
    const result = SAME(request, asked)
    return result.kind === 'command' ? { ...result, lacks, hasLeftovers: true } : result
  }
  const settings = settingsOf({ command: 'pytest-benchmark' })
  const { notes } = factsOf(play(subjectOf({ settings, cores: 1 }), world))
  expect(notes).toEqual([
    expect.stringContaining('one core'),
    expect.stringContaining('Without `setup`'),
    'The clone of the base: Submodules are left empty: vendor.',
    expect.stringContaining('left processes running'),
    'The clone of the change: Submodules are left empty: vendor.',
  ])
})

test('ids are read back', () => {
  const { ids } = play(subjectOf({ settings: settingsOf({ setup: 'a' }) }), SLOWER)
  for (const id of ids) expect(parsePairId(`pair/${id}`)).not.toBeNull()
  expect(parsePairId('rerun/go-test/1/x')).toBeNull()
})
