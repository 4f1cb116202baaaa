import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Direction } from '../../src/model/benchmark.js'
import { measureUnit } from '../../src/model/measure-unit.js'

type Row = readonly [written: string, unit: string, factor: number, direction: Direction]

const MINUTE = 60e9

const TIMES: readonly Row[] = [
  ['ps', 'ns', 1e-3, 'lower'],
  ['ns', 'ns', 1, 'lower'],
  ['us', 'ns', 1e3, 'lower'],
  ['\u00b5s', 'ns', 1e3, 'lower'],
  ['\u03bcs', 'ns', 1e3, 'lower'],
  ['ms', 'ns', 1e6, 'lower'],
  ['s', 'ns', 1e9, 'lower'],
  ['sec', 'ns', 1e9, 'lower'],
  ['Seconds', 'ns', 1e9, 'lower'],
  ['m', 'ns', MINUTE, 'lower'],
  ['min', 'ns', MINUTE, 'lower'],
  ['h', 'ns', 60 * MINUTE, 'lower'],
  [' ms ', 'ns', 1e6, 'lower'],
]

const TIMES_OF_A_RUN: readonly Row[] = [
  ['ns/op', 'ns', 1, 'lower'],
  ['us/op', 'ns', 1e3, 'lower'],
  ['day/op', 'ns', 24 * 60 * MINUTE, 'lower'],
  ['ns/iter', 'ns', 1, 'lower'],
  ['ms/run', 'ns', 1e6, 'lower'],
  ['ms/calls', 'ns', 1e6, 'lower'],
  ['ns / iteration', 'ns', 1, 'lower'],
  ['ns per iteration', 'ns', 1, 'lower'],
  ['p99-latency-ns', 'ns', 1, 'lower'],
  ['ms/frame', 'ns/frame', 1e6, 'lower'],
  ['us/row', 'ns/row', 1e3, 'lower'],
]

const SIZES: readonly Row[] = [
  ['B', 'B', 1, 'lower'],
  ['bytes', 'B', 1, 'lower'],
  ['KB', 'B', 1000, 'lower'],
  ['kB', 'B', 1000, 'lower'],
  ['KiB', 'B', 1024, 'lower'],
  ['MB', 'B', 1e6, 'lower'],
  ['MiB', 'B', 1024 ** 2, 'lower'],
  ['GiB', 'B', 1024 ** 3, 'lower'],
  ['B/op', 'B', 1, 'lower'],
  ['bytes/iter', 'B', 1, 'lower'],
  ['peak-RSS-bytes', 'B', 1, 'lower'],
  ['KB/page', 'B/page', 1000, 'lower'],
]

const RATES: readonly Row[] = [
  ['ops/s', 'ops/s', 1, 'higher'],
  ['op/s', 'ops/s', 1, 'higher'],
  ['ops/sec', 'ops/s', 1, 'higher'],
  ['operations per second', 'ops/s', 1, 'higher'],
  ['ops/ms', 'ops/s', 1e3, 'higher'],
  ['ops/us', 'ops/s', 1e6, 'higher'],
  ['ops/min', 'ops/s', 1 / 60, 'higher'],
  ['Mops/s', 'ops/s', 1e6, 'higher'],
  ['iter/sec', 'iter/s', 1, 'higher'],
  ['requests/s', 'req/s', 1, 'higher'],
  ['elem/s', 'elem/s', 1, 'higher'],
  ['Melem/s', 'elem/s', 1e6, 'higher'],
  ['items_per_second', 'items/s', 1, 'higher'],
  ['bytes_per_second', 'B/s', 1, 'higher'],
  ['MB/s', 'B/s', 1e6, 'higher'],
  ['MiB/s', 'B/s', 1024 ** 2, 'higher'],
  ['MBps', 'B/s', 1e6, 'higher'],
  ['Mbps', 'bit/s', 1e6, 'higher'],
  ['Gb/s', 'bit/s', 1e9, 'higher'],
  ['mb/s', 'mb/s', 1, 'higher'],
  ['rows/s', 'rows/s', 1, 'higher'],
  ['1/s', '1/s', 1, 'higher'],
  ['QPS', 'queries/s', 1, 'higher'],
]

const COSTS: readonly Row[] = [
  ['allocs/op', 'allocs/op', 1, 'lower'],
  ['instructions', 'instructions', 1, 'lower'],
  ['Estimated Cycles', 'Estimated Cycles', 1, 'lower'],
  ['L1-dcache-load-misses', 'L1-dcache-load-misses', 1, 'lower'],
  ['errors', 'errors', 1, 'lower'],
  ['misses/s', 'misses/s', 1, 'unknown'],
  ['errors/ms', 'errors/s', 1e3, 'unknown'],
]

const UNKNOWN: readonly Row[] = [
  '',
  '%',
  'points',
  'counts',
  'hits/op',
  '#/op',
  '/s',
  'ms/s',
  'MB/s/core',
  'MS',
  'x',
].map((written) => [written, written, 1, 'unknown'])

const ALL = [...TIMES, ...TIMES_OF_A_RUN, ...SIZES, ...RATES, ...COSTS, ...UNKNOWN]

describe('a unit', () => {
  test.each(ALL)('%j is %s times %d, better %s', (written, unit, factor, direction) => {
    expect(measureUnit(written)).toEqual({ unit, factor, direction })
  })

  test.each(ALL)('%j reads the same again once it was read', (written, unit, _, direction) => {
    expect(measureUnit(unit)).toEqual({ unit, factor: 1, direction })
    expect(measureUnit(written).unit).toBe(unit)
  })

  test.each(TIMES)('%j is the inverse of the same unit in a rate', (written, _, factor) => {
    expect(measureUnit(`ops/${written}`).factor * factor).toBeCloseTo(1e9, 3)
  })

  test.each(SIZES.filter(([written]) => !/[-/]/.test(written)))('%j is as large in a rate', (written, _, factor) => {
    expect(measureUnit(`${written}/s`)).toEqual({ unit: 'B/s', factor, direction: 'higher' })
    expect(measureUnit(`${written}/ms`).factor).toBe(1000 * factor)
  })

  test('of any text is one that reads the same again', () => {
    const part = fc.constantFrom(
      'ns',
      'ms',
      's',
      'B',
      'MB',
      'kb',
      'ops',
      'M',
      'item',
      'misses',
      'per',
      '/',
      '_',
      ' ',
      '-',
      'µ',
      'x',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
        ),
        (written) => {
          const { unit, factor, direction } = measureUnit(written)
          expect(factor).toBeGreaterThan(0)
          expect(measureUnit(unit)).toEqual({ unit, factor: 1, direction })
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('that is no unit but a megabyte of something is left alone, at once', () => {
    const written = ' '.repeat(1_000_000)
    expect(measureUnit(written)).toEqual({ unit: written, factor: 1, direction: 'unknown' })
  })
})
