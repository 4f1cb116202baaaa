import { describe, expect, test } from '@jest/globals'
import { criterionMessages } from '../../src/benchmark/criterion-messages.js'
import { detectFormat } from '../../src/detect-format.js'
import { openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const BENCHMARK = {
  reason: 'benchmark-complete',
  id: 'fill/a',
  unit: 'ns',
  iteration_count: [1, 2],
  measured_values: [10, 24],
}
const GROUP = { reason: 'group-complete', group_name: 'fill', benchmarks: ['fill/a'] }

function lines(...messages: readonly object[]): string {
  return `${messages.map((message) => JSON.stringify(message)).join('\n')}\n`
}

describe('messages', () => {
  test('that stop behind a whole line, within a group, are partial', () => {
    const { model, partial } = mustRead(readAll(openBenchmarks('criterion-messages'), lines(BENCHMARK)))
    expect([partial, model.metrics.map(({ samples }) => samples)]).toEqual([true, [[[10, 12]]]])
    expect(mustRead(readAll(openBenchmarks('criterion-messages'), lines(BENCHMARK, GROUP))).partial).toBe(false)
  })

  test('of measurements other than time have their own unit', () => {
    const message = { ...BENCHMARK, unit: 'cycles' }
    const { model } = mustRead(readAll(openBenchmarks('criterion-messages'), lines(message, GROUP)))
    expect(model.metrics).toMatchObject([{ metric: 'value', unit: 'cycles' }])
  })

  test('are known by the beginning of a line that is longer than the head, and behind what cargo prints', () => {
    const long = { ...BENCHMARK, iteration_count: new Array(20_000).fill(12_345) }
    const head = bytesOf(`   Compiling tally v0.1.0\n${lines(long)}`).subarray(0, 64 * 1024)
    expect(detectFormat(head, [criterionMessages]).kind).toBe('one')
  })

  test('of which none is of a benchmark are refused', () => {
    const other = lines({ reason: 'compiler-artifact', target: {} })
    expect(readAll(openBenchmarks('criterion-messages'), other)).toMatchObject({ ok: false })
  })
})
