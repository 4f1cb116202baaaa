import { describe, expect, test } from '@jest/globals'
import { vitestJson } from '../../src/benchmark/vitest-json.js'
import { openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const HEAD = { numTotalTestSuites: 1, numTotalTests: 1 }
const task = { name: 'f', latency: { mean: 2, p50: 1 } }
const measured = { ancestorTitles: [], title: 'a', status: 'passed', benchmarks: [{ name: 'a', tasks: [task] }] }
const failed = { ancestorTitles: [], title: 'b', status: 'failed', failureMessages: ['Error: no\nway'], benchmarks: [] }

function read(...files: readonly { readonly assertionResults: readonly unknown[]; readonly name: string }[]) {
  return mustRead(readAll(openBenchmarks('vitest-json'), bytesOf(JSON.stringify({ ...HEAD, testResults: files }))))
    .model
}

describe('tests of Vitest', () => {
  test('may hold benchmarks wherever the head ends, while those of Jest never do', () => {
    expect(vitestJson.detect(bytesOf(JSON.stringify(HEAD)))).toBe(true)
    expect(vitestJson.detect(bytesOf(JSON.stringify({ numRuntimeErrorTestSuites: 0, ...HEAD })))).toBe(false)
  })

  test('without a benchmark are no report of benchmarks, failed or not', () => {
    const model = read({ assertionResults: [failed], name: '/x/test/a.test.ts' })
    expect(vitestJson.sideline?.isNothing(model)).toBe(true)
  })

  test('that failed before they measured are failed benchmarks only where benchmarks are', () => {
    const bench = read({ assertionResults: [failed], name: 'C:\\x\\a.bench.mts' })
    expect(bench.failed).toEqual([{ name: 'a.bench.mts > b', message: 'Error: no' }])
    expect(vitestJson.sideline?.isNothing(bench)).toBe(false)
    expect(read({ assertionResults: [measured, failed], name: '/x/a.test.ts' }).failed).toHaveLength(1)
  })

  test('measure nothing with a stored result', () => {
    const compared = {
      ...measured,
      benchmarks: [{ name: 'a', tasks: [task, { ...task, name: 'g', fromStore: true }] }],
    }
    const { metrics } = read({ assertionResults: [compared], name: '/x/a.bench.ts' })
    expect(metrics.map(({ name }) => name)).toEqual(['a.bench.ts > a > f'])
  })
})
