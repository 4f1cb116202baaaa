import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { measureUnit } from '../../src/model/measure-unit.js'
import { formatMeasure } from '../../src/render/measure.js'
import { changeInWords, formatChange } from '../../src/render/ratio.js'

describe('a value of a benchmark', () => {
  test.each([
    [41_234_567, 'ns', '41.2 ms'],
    [1718, 'ns', '1.718 µs'],
    [1422.5, 'ns', '1.423 µs'],
    [3065.5, 'ns', '3.07 µs'],
    [500e6, 'ns', '500 ms'],
    [0.4123, 'ns', '412 ps'],
    [0, 'ns', '0 ns'],
    [999.6, 'ns', '1 µs'],
    [999_960, 'ns', '1 ms'],
    [59.94e9, 'ns', '59.9 s'],
    [7430e9, 'ns', '7,430 s'],
    [-1.5e6, 'ns', '-1.5 ms'],
    [12_300_000, 'B/s', '12.3 MB/s'],
    [1024, 'B', '1.024 kB'],
    [999, 'B', '999 B'],
    [2.5e9, 'bit/s', '2.5 Gbit/s'],
    [84.2, 'ns/row', '84.2 ns/row'],
    [1234.6, 'ns/row', '1.235 µs/row'],
    [1_234_567, 'instructions', '1,234,567 instructions'],
    [12_345.6, 'ops/s', '12,346 ops/s'],
    [3, 'allocs/op', '3 allocs/op'],
    [0.033333, 'allocs/op', '0.0333 allocs/op'],
    [0.00000012346, 'x', '0.0000001235 x'],
    [8.25, '%', '8.25 %'],
    [8.25, '', '8.25'],
    [Number.NaN, 'ns', '–'],
    [Number.POSITIVE_INFINITY, 'ns', '–'],
  ])('%d %s reads %s', (value, unit, text) => {
    expect(formatMeasure(value, unit)).toBe(text)
  })

  test('reads back as what it was, to half a percent', () => {
    const units = fc.constantFrom('ns', 'ns/row', 'B', 'B/s', 'bit/s', 'ops/s', 'allocs/op', 'points')
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e18, noNaN: true }), units, (value, unit) => {
        const [number = '', shown = ''] = formatMeasure(value, unit).split(' ')
        const { unit: read, factor } = measureUnit(shown)
        expect(read).toBe(unit)
        expect((Number(number.replaceAll(',', '')) * factor) / value).toBeCloseTo(1, 2)
      }),
    )
  })
})

describe('a ratio', () => {
  test.each([
    [1.18, 'ns', '+18 %', '18 % slower'],
    [0.958, 'ns/row', '-4.2 %', '4.2 % faster'],
    [1.05, 'B', '+5 %', '5 % more'],
    [0.5, 'ops/s', '-50 %', '50 % less'],
    [1.0994, 'ns', '+9.9 %', '9.9 % slower'],
    [1.0996, 'ns', '+10 %', '10 % slower'],
    [34.5, 'ns', '+3,350 %', '3,350 % slower'],
    [0, 'ns', '-100 %', '100 % faster'],
    [1, 'ns', '±0 %', 'unchanged'],
    [1.0004, 'ns', '±0 %', 'unchanged'],
    [Number.POSITIVE_INFINITY, 'ns', '–', '–'],
    [Number.NaN, 'ns', '–', '–'],
  ])('of %d in %s reads %s and %s', (ratio, unit, change, words) => {
    expect([formatChange(ratio), changeInWords(ratio, unit)]).toEqual([change, words])
  })
})
