import { expect, test } from '@jest/globals'
import { openBenchmarks } from '../support/open-benchmarks.js'
import { mustRead, readAll } from '../support/read.js'

const VERSIONS = { Julia: '1.11.2', BenchmarkTools: '1.6.0' }

test('a trial outside of any group has no name', () => {
  const text = JSON.stringify([VERSIONS, [['Trial', { times: [5, 6], memory: 16, allocs: 1 }]]])
  const { model, warnings } = mustRead(readAll(openBenchmarks('julia'), text))
  expect(model.metrics.map(({ name, metric }) => `${name} ${metric}`)).toEqual([
    '(no name) time',
    '(no name) memory',
    '(no name) allocs',
  ])
  expect(warnings).toHaveLength(1)
})

test('parameters alone measure nothing', () => {
  const text = JSON.stringify([VERSIONS, [['Parameters', { seconds: 5, evals: 1 }]]])
  expect(mustRead(readAll(openBenchmarks('julia'), text)).model).toMatchObject({ metrics: [], failed: [] })
})

test('a file that has nothing but its versions is refused', () => {
  expect(readAll(openBenchmarks('julia'), JSON.stringify([VERSIONS]))).toMatchObject({
    ok: false,
    error: { message: 'the report has no list of results' },
  })
})

test('groups may be as deep as anybody writes them', () => {
  const deep = (depth: number): unknown =>
    depth === 0 ? ['Trial', { times: [5] }] : ['BenchmarkGroup', { data: { g: deep(depth - 1) }, tags: [] }]
  const text = JSON.stringify([VERSIONS, [deep(10)]])
  expect(mustRead(readAll(openBenchmarks('julia'), text)).model.metrics.map(({ name }) => name)).toEqual([
    new Array(10).fill('g').join('/'),
  ])
})
