import { describe, expect, test } from '@jest/globals'
import type { WeighedAccept } from '@testwarden/core/model/accept'
import type { Evidence } from '@testwarden/core/model/evidence'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { decodeBenchmarks } from '@testwarden/history/benchmarks/decode-benchmarks'
import { decide } from '../../src/decide.js'
import type { MetricFacts, PastSeries, PerfFacts } from '../../src/facts.js'
import { configOf, evidenceOf, knownPast, legOf, metricOf, runOf } from '../kit.js'

const POINTS = 60
const SLOWER = 1.3
const HERE = 'a'.repeat(40)

const ACCEPT: WeighedAccept = {
  ...{ rule: 'whole-run', subject: null, limit: '35', reason: 'checks every request now' },
  ...{ author: 'Ada', expires: '2999-01-01', path: '.github/testwarden/accepted.yml', line: 1, standing: 'own' },
}

interface Past {
  /** Commits before this run that were slower already. */
  readonly slowCommits: number
  /** Nanoseconds of the reference kernel in those; as before where absent. */
  readonly kernelNs?: number
  /** Index of the commit at which everything was accepted. */
  readonly acceptedAt?: number
  /** What is measured; benchmarks by the clock where absent. */
  readonly what?: Partial<Pick<MetricFacts, 'kind' | 'unit'>>
  readonly inputs?: Readonly<Record<string, string>>
}

/** Ten benchmarks that all became slower together, and still are. */
function evidenceWith({ slowCommits, kernelNs = 1e7, acceptedAt, what = {} }: Past): Evidence<PerfFacts> {
  const isSlow = (index: number): boolean => index >= POINTS - slowCommits
  const noise = (index: number, seed: number): number =>
    1 + 0.02 * ((((index + 1) * 0.6180339887 + seed * 0.37) % 1) - 0.5)
  const commits = Array.from({ length: POINTS }, (_, index) => ({
    sha: `${index}`.padEnd(40, 'f'),
    time: '2026-01-01T00:00:00Z',
    kernelNs: isSlow(index) ? kernelNs : 1e7,
  }))
  const metrics = Array.from({ length: 10 }, (_, at) => metricOf(`bench${at}`, 1e9 * SLOWER * noise(POINTS, at), what))
  const series = metrics.map(({ key, kind, unit, direction }, at): PastSeries => {
    const values = commits.map((_, index) => 1e9 * noise(index, at) * (isSlow(index) ? SLOWER : 1))
    return { key, kind, unit, direction, values, acceptedAt: commits[acceptedAt ?? -1]?.sha ?? null }
  })
  const run = { ...runOf(), isBaseline: true, testedSha: HERE }
  const variant = canonicalJson(variantKeyOf(run.key))
  return evidenceOf({ legs: [legOf(metrics, { past: knownPast({ commits, series }), kernelNs, variant })] }, { run })
}

function judge(past: Past, accepts: readonly WeighedAccept[] = []) {
  const { verdict, changes } = decide(evidenceWith(past), { ...configOf({ slowdown: '5%', ...past.inputs }), accepts })
  const whole = verdict.reasons.find(({ ruleId }) => ruleId === 'whole-run')
  const [change] = changes
  const [recorded] = change?.kind === 'append-history' ? decodeBenchmarks([change.body]).runs : []
  return { verdict, whole, accepted: recorded?.accepted ?? [] }
}

describe('everything that became slower together', () => {
  test('is red once, and not ten times, where the reference kernel says that it is the code', () => {
    const { verdict, whole, accepted } = judge({ slowCommits: 5 })
    expect(whole).toMatchObject({ outcome: 'fail' })
    expect(whole?.message).toMatch(
      /^All benchmarks together are (?:29|30|31) % slower since `55f+`; the reference kernel did not/,
    )
    expect(verdict.reasons.filter(({ outcome }) => outcome === 'fail')).toHaveLength(1)
    expect(accepted).toEqual([])
  })

  test('only warns where the kernel became slower as well', () => {
    const { verdict, whole } = judge({ slowCommits: 5, kernelNs: 1.3e7 })
    expect(whole).toMatchObject({ outcome: 'warn' })
    expect(whole?.message).toContain('it is the machine')
    expect(verdict.outcome).toBe('warn')
  })

  test('passes within what a person accepted, and is what others are compared with from here on', () => {
    const { verdict, whole, accepted } = judge({ slowCommits: 5 }, [ACCEPT])
    expect(whole).toMatchObject({ outcome: 'pass', limit: '35', accepted: { author: 'Ada' } })
    expect(whole?.message).toContain('checks every request now')
    expect(verdict.outcome).toBe('pass')
    expect(accepted).toHaveLength(10)
  })

  test('fails beyond what was accepted', () => {
    const { verdict, accepted } = judge({ slowCommits: 5 }, [{ ...ACCEPT, limit: '20' }])
    expect([verdict.outcome, accepted]).toEqual(['fail', []])
  })

  test('is not told again once it was accepted', () => {
    const { verdict, whole } = judge({ slowCommits: 20, acceptedAt: POINTS - 15 })
    expect([verdict.outcome, whole]).toEqual(['pass', undefined])
  })

  test('only warns within the limit that somebody wrote for each', () => {
    const { verdict, whole } = judge({ slowCommits: 5, inputs: { slowdown: '40%' } })
    expect([verdict.outcome, whole?.outcome]).toEqual(['warn', 'warn'])
  })

  test('is judged by the limit of tests where it is tests', () => {
    const tests = { slowCommits: 5, what: { kind: 'test' } } as const
    expect(judge(tests).whole).toMatchObject({ outcome: 'warn' })
    expect(judge(tests).whole?.message).toMatch(/^All tests together/)
    expect(judge({ ...tests, inputs: { 'test-slowdown': '10%' } }).whole).toMatchObject({ outcome: 'fail' })
  })

  test('is called what it is where nothing is measured by the clock', () => {
    const { whole } = judge({ slowCommits: 5, what: { unit: 'B' } })
    expect(whole?.message).toMatch(/^All benchmarks together are \d+ % more/)
  })
})
