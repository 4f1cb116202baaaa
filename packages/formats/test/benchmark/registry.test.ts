import { describe, expect, test } from '@jest/globals'
import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { ParseResult } from '@testwarden/core/model/result'
import { benchmarkFormats } from '../../src/benchmark/registry.js'
import { coverageFormats } from '../../src/coverage/registry.js'
import { detectFormat } from '../../src/detect-format.js'
import { testRunFormats } from '../../src/test-run/registry.js'
import { type Fixture, fixturesOf, readFixture } from '../support/fixtures.js'
import { benchmarkFormat, metricLine, openBenchmarks, summaryOfBenchmarks } from '../support/open-benchmarks.js'
import { readAll } from '../support/read.js'

const fixtures = fixturesOf('benchmark')
const ids = benchmarkFormats.map(({ id }) => id)
const all = [...benchmarkFormats, ...coverageFormats, ...testRunFormats] as const

describe('every format of benchmarks', () => {
  test('has an id of its own, in the order of the alphabet', () => {
    expect(ids).toEqual([...new Set(ids)].sort())
  })

  test('shares its id with no format of another kind', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  test.each(ids)('%s has a basic, an empty and a malformed fixture', (id) => {
    const names = fixtures.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining([`${id}/basic`, `${id}/empty`, `${id}/malformed`]))
  })

  test('names in its errors the file and what to do', () => {
    for (const { id } of benchmarkFormats) {
      const result = readAll(openBenchmarks(id, 'out/report'), new Uint8Array(0))
      expect(result).toMatchObject({ ok: false, error: { path: 'out/report', message: 'the file is empty' } })
      expect(!result.ok && result.error.remedy.length > 20).toBe(true)
    }
  })
})

test.each([...fixturesOf('coverage'), ...fixturesOf('test-run')])('$name is not taken for benchmarks', ({
  input,
  format,
}) => {
  expect(detectFormat<unknown>(input, all)).toMatchObject({ kind: 'one', format: { id: format } })
})

describe.each(fixtures)('fixture $name', (fixture) => {
  const { format, input, expected, hasProvenance } = fixture

  test('is known as its own format and no other, save for one whose files it may share', () => {
    const detected = detectFormat<unknown>(input, all)
    if (detected.kind !== 'one') throw new Error(`it is ${detected.kind}`)
    const known = [detected.format, ...detected.sidelines]
    expect(known.filter(({ kind }) => kind === 'benchmark').map(({ id }) => id)).toEqual([format])
  })

  test('gives what expected.json says', () => {
    expect(summaryOfBenchmarks(format, read(fixture))).toEqual(expected)
  })

  test('says where it comes from', () => {
    expect(hasProvenance).toBe(true)
  })

  test('gives the same report in portions of any size', () => {
    const whole = shown(fixture, input.length)
    for (const portion of [1, 7, 1000]) expect(shown(fixture, portion)).toEqual(whole)
  })
})

function shown(fixture: Fixture, portion: number): unknown {
  const result = read(fixture, Math.max(1, portion))
  return [summaryOfBenchmarks(fixture.format, result), result.ok ? [...result.model.metrics].map(metricLine) : null]
}

function read(fixture: Fixture, portion?: number): ParseResult<BenchmarkReport> {
  const options = { format: benchmarkFormat(fixture.format), reader: openBenchmarks(fixture.format) }
  return readFixture(fixture, portion === undefined ? options : { ...options, portion })
}
