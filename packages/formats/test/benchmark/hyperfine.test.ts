import { describe, expect, test } from '@jest/globals'
import { hyperfine } from '../../src/benchmark/hyperfine.js'
import { metricLine, openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

function read(text: string) {
  const { model, partial } = mustRead(readAll(openBenchmarks('hyperfine'), text))
  return { metrics: model.metrics.map(metricLine), partial }
}

describe('a report of hyperfine', () => {
  test.each([
    ['{"results":[{"command":"ls","mean":1,"stddev"', true],
    ['{"results":[{"command":"ls","times":[1]}]}', true],
    ['{"results":[]}', true],
    ['{"results":[],"tool":"other"}', false],
    ['{"results":[{"command":"ls"}]}', false],
    ['{"results":{"tool":{"name":"jest"}}}', false],
  ])('is known by its first command: %s', (text, isKnown) => {
    expect(hyperfine.detect(bytesOf(text))).toBe(isKnown)
  })

  test('has a process for each run', () => {
    expect(read('{"results":[{"command":"ls","median":0.5,"times":[0.25,0.5,1]}]}').metrics).toEqual([
      'ls > time, lower is better: 250000000 | 500000000 | 1000000000 ns; median 500000000',
    ])
  })

  test('names parameters only where a command stands for several', () => {
    const run = (command: string, size: string) => ({ command, times: [1], parameters: { size, kind: 'x' } })
    const results = [run('sort', '1'), run('sort', '2'), run('find 3', '3')]
    const names = read(JSON.stringify({ results })).metrics.map((line) => line.split(' >')[0])
    expect(names).toEqual(['sort [size=1, kind=x]', 'sort [size=2, kind=x]', 'find 3'])
  })

  test('that ends early has the commands before its end', () => {
    expect(read('{"results":[{"command":"ls","times":[1]},{"command":"cat","times":[')).toEqual({
      metrics: ['ls > time, lower is better: 1000000000 ns'],
      partial: true,
    })
  })

  test('has results', () => {
    const result = readAll(openBenchmarks('hyperfine', 'out.json'), '{}')
    expect(result).toMatchObject({ ok: false, error: { path: 'out.json', message: 'the report has no results' } })
  })
})
