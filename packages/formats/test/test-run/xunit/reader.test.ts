import { expect, test } from '@jest/globals'
import { xunitReader } from '../../../src/test-run/xunit/reader.js'
import { xunit } from '../../../src/test-run/xunit.js'
import { bytesOf, mustRead, readAll } from '../../support/read.js'

function read(content: string) {
  return mustRead(readAll(xunitReader({ path: 'x.xml' }), `<assemblies>${content}</assemblies>`))
}

test.each([
  ['Pass', 'passed'],
  ['Fail', 'failed'],
  ['Skip', 'skipped'],
  ['NotRun', 'skipped'],
  ['Exploded', 'errored'],
])('a test with the result %s is %s', (result, expected) => {
  const { model } = read(
    `<assembly name="a.dll"><collection><test name="t" result="${result}"/></collection></assembly>`,
  )
  expect([...model.cases].map(({ status }) => status)).toEqual([expected])
})

test('a test without a result is errored, with a warning', () => {
  const { model, warnings } = read('<assembly name="a.dll"><collection><test name="t"/></collection></assembly>')
  expect([...model.cases][0]?.status).toBe('errored')
  expect(warnings).toEqual([
    { message: 'a test has a result that xUnit.net does not know, and counts as errored', line: 1 },
  ])
})

test('collections are suites; an assembly without any is one itself', () => {
  const { model } = read('<assembly name="a.dll"><collection/><collection/></assembly><assembly name="b.dll"/>')
  expect(model.suites).toBe(3)
})

test('the type of an exception is what the tag says, not what a message begins with', () => {
  const failure = '<failure exception-type="A.B"><message>C.D : no</message></failure>'
  const { model } = read(`<assembly><test name="t" result="Fail">${failure}</test></assembly>`)
  expect([...model.cases][0]?.attempts[0]?.failure).toEqual({ type: 'A.B', message: 'C.D : no', trace: '' })
})

test('what assemblies claim adds up, errors beside tests', () => {
  const { model } = read(
    '<assembly total="3" failed="1" skipped="1" not-run="1" errors="2" time="1.5"/><assembly total="1" time="0.25"/>',
  )
  expect(model.declared).toEqual({ cases: 6, failed: 1, errored: 2, skipped: 2 })
  expect(model.durationUs).toBe(1_750_000)
})

test.each([
  ['<assemblies/>', true],
  ['<assemblies><assembly name="a.dll"/></assemblies>', true],
  ['<assembly name="a.dll" run-date="2026-11-20"/>', true],
  ['<assemblies><part/></assemblies>', false],
  ['<assembly xmlns="http://maven.apache.org/ASSEMBLY/2.2.0"><id>x</id></assembly>', false],
])('%s is known as xUnit.net: %s', (text, expected) => {
  expect(xunit.detect(bytesOf(text))).toBe(expected)
})
