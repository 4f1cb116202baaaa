import { expect, test } from '@jest/globals'
import { scoverageReader } from '../../../src/coverage/scoverage/reader.js'
import { mustRead, readAll } from '../../support/read.js'

function read(statements: string) {
  const text = `<scoverage><class name="p.A" filename="p/A.scala"><method name="p/A/m"><statements>${statements}</statements></method></class></scoverage>`
  return mustRead(readAll(scoverageReader({ path: 'scoverage.xml' }), text))
}

test('a line is covered when any of its statements was invoked', () => {
  const { model } = read('<statement line="3" invocation-count="0"/><statement line="3" invocation-count="2"/>')
  expect([...(model.files[0]?.lines ?? [])]).toEqual([[3, 2]])
})

test('each statement of a branch is an outcome, told by its place', () => {
  const { model } = read(
    '<statement line="3" start="1" end="2" branch="true" invocation-count="0"/><statement line="3" start="4" end="5" branch="true" invocation-count="1"/>',
  )
  expect([...(model.files[0]?.branches.get(3)?.arms ?? [])]).toEqual([
    ['1-2', 0],
    ['4-5', 1],
  ])
})

test('a statement that its author excluded is none', () => {
  const { model } = read('<statement line="3" invocation-count="0" ignored="true"/>')
  expect(model.files.map(({ lines, functions }) => [lines.size, functions])).toEqual([[0, null]])
})

test('a method is a function, with its first line and its most invoked statement', () => {
  const { model } = read('<statement line="7" invocation-count="1"/><statement line="5" invocation-count="4"/>')
  expect([...(model.files[0]?.functions?.values() ?? [])]).toEqual([{ name: 'p/A/m', line: 5, hits: 4 }])
})

test('the source code of a statement is not taken for anything', () => {
  const { model } = read('<statement line="7" invocation-count="1">if (a &lt; b) c</statement>')
  expect(model.files[0]?.lines.size).toBe(1)
})
