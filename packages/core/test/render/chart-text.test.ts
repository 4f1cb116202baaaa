import { expect, test } from '@jest/globals'
import { sparkline } from '../../src/render/chart-text.js'

const chart = (values: readonly number[]) => ({
  kind: 'chart' as const,
  heading: 'h',
  unit: '%',
  points: values.map((value, index) => ({ label: `d${index}`, value })),
})

test('a chart is one line with its first and last value', () => {
  expect(sparkline(chart([1, 2, 3, 8]))).toBe('▁▂▃█ 1 → 8 % (d0 to d3)')
})

test('a flat line stays in the middle, an empty chart says so', () => {
  expect(sparkline(chart([5, 5]))).toBe('▅▅ 5 → 5 % (d0 to d1)')
  expect(sparkline(chart([]))).toBe('no points yet')
})

test('what is left out is counted', () => {
  expect(sparkline(chart([Number.NaN, ...Array(70).keys()]))).toContain('11 points not shown')
})
