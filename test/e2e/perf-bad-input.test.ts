import { cpus } from 'node:os'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createScenario, type JobResult, pullRequestEvent, pushEvent, type Scenario } from './support/scenario.js'

let scenario: Scenario

beforeEach(async () => {
  scenario = await createScenario()
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

type Files = Readonly<Record<string, string>>

/** A change whose benchmarks left these reports, where somebody wrote a limit for their speed. */
async function change(written: Files, inputs: Files = {}): Promise<JobResult> {
  return scenario.run({
    action: 'perf-regression',
    event: pullRequestEvent(scenario),
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    written,
    with: { slowdown: '5%', reports: Object.keys(written).join('\n'), ...inputs },
    github: { sha: scenario.merge },
  })
}

const ENDED = ({ exitCode, outputs }: JobResult) => [exitCode, outputs.get('outcome')]

function go(...lines: readonly string[]): string {
  return ['pkg: example.org/x', ...lines, 'PASS', 'ok  \texample.org/x\t1s', ''].join('\n')
}

interface GoogleRow {
  readonly name: string
  readonly real: string
  readonly aggregate?: string
}

/** Rows as Google Benchmark writes them, with the numbers as they stand. */
function google(rows: readonly GoogleRow[]): string {
  const listed = rows.map(({ name, real, aggregate }, index) => {
    const kind =
      aggregate === undefined
        ? `"run_type": "iteration", "repetition_index": ${index}, "iterations": 100`
        : `"run_type": "aggregate", "aggregate_name": "${aggregate}", "aggregate_unit": "time", "iterations": 3`
    const full = aggregate === undefined ? name : `${name}_${aggregate}`
    return `{"name": "${full}", "run_name": "${name}", "family_index": 0, ${kind}, "repetitions": 3, "threads": 1, "real_time": ${real}, "cpu_time": ${real}, "time_unit": "ns"}`
  })
  const context = '"context": {"date": "2026-01-01T00:00:00+00:00", "num_cpus": 4, "library_build_type": "release"}'
  return `{${context}, "benchmarks": [${listed.join(', ')}]}`
}

test('values that are no number are left out, and said; where nothing is left the limit has no answer', async () => {
  const rows = ['NaN', '"NaN"', '"Infinity"', '"inf"'].map((real, at) => ({ name: `BM_${at}`, real }))
  const result = await change({ 'b.json': google(rows) })
  expect(ENDED(result)).toEqual([0, 'inconclusive'])
  expect(result.summary).toContain('| speed | ❔ inconclusive | nothing usable | at most 5 % slower | – |')
  expect(result.summary).toContain('0 missing, 4 failed')
  expect(result.summary).toContain('a value that is no finite number is left out')
})

test('statistics beside samples are no samples', async () => {
  const samples = ['10', '11', '12'].map((real) => ({ name: 'BM_a', real }))
  const aggregates = ['mean', 'median', 'stddev', 'cv'].map((aggregate) => ({ name: 'BM_a', real: '500', aggregate }))
  const result = await change({ 'b.json': google([...samples, ...aggregates]) })
  expect(ENDED(result)).toEqual([0, 'inconclusive'])
  expect(result.summary).toContain('google-benchmark, 1 benchmark, 6 values')
  expect(result.summary).toContain('| `BM_a` | too young to judge | 11 ns |')
})

test('a time of zero is below what a clock can tell, and a negative one is none', async () => {
  const result = await change({ 'b.txt': go('BenchmarkA 1 0 ns/op', 'BenchmarkB 1 -5 ns/op', 'BenchmarkC 1 5 ns/op') })
  expect(ENDED(result)).toEqual([0, 'inconclusive'])
  expect(result.summary).toContain('`b.txt`: line 2: a time of 0 is below what its clock can tell')
  expect(result.summary).toContain('`b.txt`: line 3: a negative value is left out')
  expect(result.summary).toContain('`example.org/x.BenchmarkB` failed: It has no value that can be used.')
})

test('one name twice in a report is one benchmark, in two reports two processes of it', async () => {
  const twice = await change({ 'b.txt': go('BenchmarkA 1 10 ns/op', 'BenchmarkA 1 12 ns/op') })
  expect(twice.outputs.get('benchmark-count')).toBe('1')
  expect(twice.summary).toContain('go-bench, 1 benchmark, 2 values')
  const apart = await change({ 'b.txt': go('BenchmarkA 1 10 ns/op'), 'c.txt': go('BenchmarkA 1 14 ns/op') })
  expect(apart.outputs.get('benchmark-count')).toBe('1')
  expect(apart.summary).toContain('| `example.org/x.BenchmarkA` | too young to judge | 12 ns |')
})

test('one value alone is told to say nothing of its noise', async () => {
  const result = await change({ 'b.txt': go('BenchmarkA 1 10 ns/op') }, { 'min-rounds': '3' })
  expect(ENDED(result)).toEqual([0, 'inconclusive'])
  expect(result.summary).toContain('`example.org/x.BenchmarkA`: fewer than 3 values, so nobody knows their noise.')
})

/** What machines have that name a maker is another than this. */
const OTHER_PROCESSOR = /intel/i.test(cpus()[0]?.model ?? '')
  ? 'AMD EPYC 7763 64-Core Processor'
  : 'Intel(R) Xeon(R) CPU'
const onNamedProcessor = /intel|amd|apple|arm/i.test(cpus()[0]?.model ?? '') ? test : test.skip

onNamedProcessor('what was measured on another processor is compared with nothing, and not recorded', async () => {
  const report = `goos: linux\ngoarch: amd64\ncpu: ${OTHER_PROCESSOR}\n${go('BenchmarkA 1 10 ns/op')}`
  const history = { history: 'git:testwarden-history' }
  const result = await change({ 'b.txt': report }, history)
  expect(ENDED(result)).toEqual([0, 'inconclusive'])
  expect(result.summary).toContain(`\`b.txt\` was measured on ${OTHER_PROCESSOR}`)
  const push = await scenario.run({
    action: 'perf-regression',
    event: pushEvent(scenario.base),
    checkout: { ref: 'refs/heads/main', depth: 1 },
    written: { 'b.txt': report },
    with: { ...history, reports: 'b.txt' },
    permissions: { contents: 'write' },
    github: { sha: scenario.base },
  })
  expect(push.exitCode).toBe(0)
  expect(scenario.remote.refSha('refs/heads/testwarden-history')).toBeNull()
})

test.each([
  ['ends early', google([{ name: 'BM_a', real: '10' }]).slice(0, -2), 'The report ends early'],
  ['is empty', '', 'The file is empty'],
])('a report that %s ends with 2, and is no report of fast benchmarks', async (_what, text, message) => {
  const result = await change({ 'b.json': text })
  expect(ENDED(result)).toEqual([2, 'inconclusive'])
  expect(result.summary).toContain(message)
})
