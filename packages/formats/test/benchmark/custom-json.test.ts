import { describe, expect, test } from '@jest/globals'
import { customJson } from '../../src/benchmark/custom-json.js'
import { metricLine, openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const read = (text: string) => mustRead(readAll(openBenchmarks('custom-json'), text)).model.metrics.map(metricLine)

describe('custom JSON', () => {
  test.each([
    ['[{"name":"a","unit":"ms","value":1}]', true],
    ['[{"value":"1","name":"a","unit":"ms","extra":""},{}]', true],
    ['[{"name":"a","value":1}]', false],
    ['[]', false],
    ['{"name":"a","unit":"ms","value":1}', false],
    ['[["name","unit","value"]]', false],
  ])('is known by its first entry: %s', (text, isKnown) => {
    expect(customJson.detect(bytesOf(text))).toBe(isKnown)
  })

  test.each([
    ['"1.5"', '1.5'],
    ['"-0.0"', '0'],
    ['".5e1"', '5'],
    ['1e3', '1000'],
  ])('has the number %s, in quotes or not', (written, shown) => {
    expect(read(`[{"name":"a","unit":"x","value":${written}}]`)).toEqual([
      `a > value, unknown which is better: ${shown} x`,
    ])
  })

  test.each(['"0x10"', '"1,5"', '"5 ms"', '""', 'true', '{}'])('has no number %s', (written) => {
    expect(read(`[{"name":"a","unit":"x","value":${written}}]`)).toEqual([])
  })

  test('that lists nothing is empty for who says that it is custom JSON', () => {
    expect(read('[]')).toEqual([])
  })

  test('is a list', () => {
    const result = readAll(openBenchmarks('custom-json', 'out.json'), '{"name":"a","unit":"ms","value":1}')
    expect(result).toMatchObject({
      ok: false,
      error: { path: 'out.json', message: 'the report is no list of benchmarks' },
    })
  })
})
