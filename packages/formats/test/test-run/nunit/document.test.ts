import { describe, expect, test } from '@jest/globals'
import type { TestCase } from '@testwarden/core/model/test-run'
import { nunit2Reader } from '../../../src/test-run/nunit2/reader.js'
import { nunit3Reader } from '../../../src/test-run/nunit3/reader.js'
import { mustRead, readAll } from '../../support/read.js'

const FAILED = 'result="Failed" site="Child"'

function nunit3(content: string): readonly TestCase[] {
  return [...mustRead(readAll(nunit3Reader({ path: 'r.xml' }), `<test-run>${content}</test-run>`)).model.cases]
}

function nunit2(content: string): readonly TestCase[] {
  return [...mustRead(readAll(nunit2Reader({ path: 'r.xml' }), `<test-results>${content}</test-results>`)).model.cases]
}

describe('NUnit 3', () => {
  test.each([
    ['result="Passed"', 'passed'],
    ['result="Warning"', 'passed'],
    ['result="Failed"', 'failed'],
    ['result="Failed" label="Error"', 'errored'],
    ['result="Failed" label="Cancelled"', 'errored'],
    ['result="Skipped" label="Explicit"', 'skipped'],
    ['result="Inconclusive"', 'skipped'],
    ['result="Exploded"', 'errored'],
    ['', 'skipped'],
  ])('a case with %s is %s', (attributes, expected) => {
    expect(nunit3(`<test-case name="a" ${attributes}/>`)[0]?.status).toBe(expected)
  })

  test('a suite that fails with a case of it is no case, nor are those around it', () => {
    const cases = nunit3(
      `<test-suite name="A" ${FAILED}><test-suite name="B" ${FAILED}><test-case name="a" result="Failed"/></test-suite></test-suite>`,
    )
    expect(cases.map(({ name }) => name)).toEqual(['a'])
  })

  test('a suite that fails by itself is one case, and those around it are none', () => {
    const inner =
      '<test-suite name="B" result="Failed" label="Invalid"><reason><message>why</message></reason></test-suite>'
    const cases = nunit3(`<test-suite name="A" ${FAILED}>${inner}</test-suite>`)
    expect(cases).toMatchObject([{ name: 'B', status: 'errored', attempts: [{ failure: { message: 'why' } }] }])
  })

  test('a tear-down that fails is told beside a case that failed', () => {
    const cases = nunit3(
      '<test-suite name="A" fullname="N.A" result="Failed" site="TearDown"><failure><message>no</message></failure><test-case name="a" result="Failed"/></test-suite>',
    )
    expect(cases.map(({ name, status }) => `${name} ${status}`)).toEqual(['a failed', 'OneTimeTearDown errored'])
  })

  test('cases have the categories of the suites around them, and no tag twice', () => {
    const category = (name: string) => `<properties><property name="Category" value="${name}"/></properties>`
    const cases = nunit3(
      `<test-suite name="A">${category('Slow')}<test-case name="a" result="Passed">${category('Slow')}${category('Db')}</test-case></test-suite><test-case name="b" result="Passed"/>`,
    )
    expect(cases.map(({ tags }) => tags)).toEqual([['Slow', 'Db'], []])
  })

  test('a hundred thousand properties of one case take no time', () => {
    const many = Array.from({ length: 100_000 }, (_, nth) => `<property name="p" value="${nth}"/>`).join('')
    expect(nunit3(`<test-case name="a" result="Passed">${many}</test-case>`)[0]?.tags.length).toBeLessThanOrEqual(100)
  })

  test('the output of a case and the message of its warning are no failure', () => {
    const [only] = nunit3(
      '<test-case name="a" result="Failed"><failure><message>m</message></failure><output>o</output><assertions><assertion><message>x</message></assertion></assertions></test-case>',
    )
    expect(only?.attempts[0]?.failure).toEqual({ type: null, message: 'm', trace: '' })
  })

  test('a case that the file is cut off in counts with what its tag says', () => {
    const text =
      '<test-run><test-suite name="A" result="Failed"><test-case name="a" result="Failed"><failure><message>half of'
    const { model, partial, warnings } = mustRead(readAll(nunit3Reader({ path: 'r.xml' }), text))
    expect(partial).toBe(true)
    expect([...model.cases]).toMatchObject([{ name: 'a', attempts: [{ failure: { message: 'half of' } }] }])
    expect(model.suites).toBe(1)
    expect(warnings[0]?.message).toContain('cut off')
  })

  test('a file that is cut off in front of its first case is an error', () => {
    expect(readAll(nunit3Reader({ path: 'r.xml' }), '<test-run><test-suite name="A">').ok).toBe(false)
  })
})

describe('NUnit 2', () => {
  test.each([
    ['result="Success"', 'passed'],
    ['result="Failure"', 'failed'],
    ['result="Error"', 'errored'],
    ['result="NotRunnable"', 'errored'],
    ['result="Ignored"', 'skipped'],
    ['result="Strange"', 'errored'],
    ['executed="True" success="True"', 'passed'],
    ['executed="True" success="False"', 'failed'],
    ['executed="False"', 'skipped'],
  ])('a case with %s is %s', (attributes, expected) => {
    expect(nunit2(`<test-case name="a" ${attributes}/>`)[0]?.status).toBe(expected)
  })

  test('suites of a megabyte each, one in the other, cost no more than what is written', () => {
    const depth = 40
    const open = `<test-suite type="Namespace" name="${'n'.repeat(500_000)}" result="Success"><results>`.repeat(depth)
    const close = '</results></test-suite>'.repeat(depth)
    const [only] = nunit2(`${open}<test-case name="a" result="Success"/>${close}`)
    expect(only?.className?.length).toBeLessThanOrEqual(1000)
  })

  test.each([
    ['N.C.Adds', 'N.C', 'Adds'],
    ['N.C.Adds(1.5)', 'N.C', 'Adds(1.5)'],
    ['Adds', null, 'Adds'],
    ['ends with a dot.', null, 'ends with a dot.'],
  ])('a case %s outside of its fixture is in the class %s', (written, className, name) => {
    expect(nunit2(`<test-case name="${written}" result="Success"/>`)).toMatchObject([{ className, name }])
  })
})
