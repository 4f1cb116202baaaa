import { expect, test } from '@jest/globals'
import type { TestCase } from '@testwarden/core/model/test-run'
import { trxReader } from '../../../src/test-run/trx/reader.js'
import { mustRead, readAll } from '../../support/read.js'

const RESULTS = `<Results>
  <UnitTestResult executionId="E1" testId="T1" testName="Adds" outcome="Passed" duration="00:00:01"/>
  <UnitTestResult executionId="e2" testId="t2" testName="Ns.C.Rounds" outcome="Failed"/>
</Results>`
const DEFINITIONS = `<TestDefinitions>
  <UnitTest id="t1" name="Adds" storage="/a/b.dll"><TestMethod className="Ns.C" name="Adds"/></UnitTest>
  <UnitTest id="T2" name="Rounds"><TestMethod codeBase="x/B.dll" className="Ns.C, B, Version=1.0" name="Rounds"/></UnitTest>
</TestDefinitions>`

function casesOf(content: string): readonly TestCase[] {
  return [...mustRead(readAll(trxReader({ path: 'run.trx' }), `<TestRun>${content}</TestRun>`)).model.cases]
}

function warningsOf(content: string): readonly string[] {
  const { warnings } = mustRead(readAll(trxReader({ path: 'run.trx' }), `<TestRun>${content}</TestRun>`))
  return warnings.map(({ message }) => message)
}

test('results find their definitions in front of them and behind, whatever the case of ids', () => {
  const cases = casesOf(RESULTS + DEFINITIONS)
  expect(casesOf(DEFINITIONS + RESULTS)).toEqual(cases)
  expect(cases).toMatchObject([
    { suite: ['b.dll'], className: 'Ns.C', name: 'Adds', status: 'passed', durationUs: 1_000_000 },
    { suite: ['B.dll'], className: 'Ns.C', name: 'Rounds', status: 'failed', durationUs: null },
  ])
})

test('an assembly is a suite by its name, a file of sources is the file of its tests', () => {
  const definitions = (storage: string) =>
    `<TestDefinitions><UnitTest id="t1" name="Adds" storage="${storage}"/></TestDefinitions>`
  const placeOf = (storage: string) => {
    const [only] = casesOf(
      `<Results><UnitTestResult testId="t1" testName="Adds" outcome="Passed"/></Results>${definitions(storage)}`,
    )
    return [only?.suite, only?.file]
  }
  expect(placeOf('C:\\a\\Cart.Tests.DLL')).toEqual([['Cart.Tests.DLL'], null])
  expect(placeOf('a/cart.test.js')).toEqual([[], 'a/cart.test.js'])
})

test('a result without a name is called as its definition', () => {
  const [first] = casesOf(`<Results><UnitTestResult testId="t1" outcome="Passed"/></Results>${DEFINITIONS}`)
  expect(first).toMatchObject({ className: 'Ns.C', name: 'Adds' })
})

test('results of one test are cases of their own unless they are of one execution', () => {
  const result = (execution: string, outcome: string) =>
    `<UnitTestResult executionId="${execution}" testId="t1" testName="Adds" outcome="${outcome}"/>`
  const statuses = (content: string) =>
    casesOf(`<Results>${content}</Results>`).map(({ status, attempts }) => [status, attempts.length])
  expect(statuses(result('1', 'Failed') + result('2', 'Passed'))).toEqual([
    ['failed', 1],
    ['passed', 0],
  ])
  expect(statuses(result('1', 'Failed') + result('1', 'Passed'))).toEqual([['passed', 2]])
  expect(statuses(result('', 'Failed') + result('', 'Passed'))).toHaveLength(2)
  expect(statuses(result('1', 'Failed') + result('1', 'Passed').replace('Adds', 'Adds (2)'))).toHaveLength(2)
})

test('rows that stand beside the result that stands for them are cases, and it is none', () => {
  const rows = `<UnitTestResult executionId="p" testId="t1" testName="Adds" outcome="Failed" resultType="DataDrivenTest"/>
    <UnitTestResult executionId="r" parentExecutionId="p" testId="t1" testName="Adds (1)" outcome="Failed"/>`
  expect(casesOf(`<Results>${rows}</Results>${DEFINITIONS}`).map(({ name }) => name)).toEqual(['Adds (1)'])
})

test('a run that failed outside of its tests has an errored case, one whose tests failed has none', () => {
  const summary = '<ResultSummary outcome="Failed"/>'
  const passed = '<Results><UnitTestResult testId="t1" testName="Adds" outcome="Passed"/></Results>'
  expect(casesOf(passed + summary).map(({ status }) => status)).toEqual(['passed', 'errored'])
  expect(casesOf(RESULTS + summary).map(({ status }) => status)).toEqual(['passed', 'failed'])
})

test('what the run says is a warning, without what its results say anyway', () => {
  const info = (text: string) => `<RunInfo outcome="Error"><Text>${text}</Text></RunInfo>`
  const infos = info('host crashed&#xD;&#xA;at A.B()') + info('[xUnit.net 00:00:00.51]     Ns.C.Rounds [FAIL]')
  expect(
    warningsOf(`${DEFINITIONS}${RESULTS}<ResultSummary outcome="Failed"><RunInfos>${infos}</RunInfos></ResultSummary>`),
  ).toEqual(['the run says: host crashed'])
})
