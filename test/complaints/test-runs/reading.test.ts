import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { linesOf } from '../support/reports.js'
import { createRepository, type Repository, reasonOf } from '../support/repository.js'
import { failed, junit, passed, trx } from '../support/test-reports.js'

/** A limit that somebody wrote, for which evidence must be there. */
const STRICT = ['--new-failures', '0', '--on-inconclusive', 'fail']

let repository: Repository

beforeEach(() => {
  repository = createRepository({ base: { 'src/pay.py': linesOf(3), 'tests/test_pay.py': linesOf(9) } })
})

afterEach(() => repository.remove())

async function totalsOf(path: string) {
  const [report] = (await repository.inspect(path)).reports
  return report?.totals
}

test('1: a report of fifty thousand tests is no reason to split it', async () => {
  repository.write({ 'report.xml': junit(Array.from({ length: 50_000 }, (_, index) => passed(`test_${index}`))) })
  expect(await totalsOf('report.xml')).toMatchObject({ cases: 50_000, passed: 50_000 })
})

test('2: ten megabytes of output in one CDATA section are shortened, and the tests behind them count', async () => {
  const text = 'a line of the log\n'.repeat(600_000)
  const long = `<testcase classname="tests.test_pay" name="test_long"><failure message="no"><![CDATA[${text}]]></failure></testcase>`
  repository.write({ 'report.xml': junit([long, passed('test_after')]) })
  const { exitCode, page } = await repository.judgeTests('--new-failures', '0')
  expect(exitCode).toBe(1)
  expect(page.length).toBeLessThan(20_000)
  expect(await totalsOf('report.xml')).toMatchObject({ cases: 2, passed: 1, failed: 1 })
})

test('3: a TRX file of twenty megabytes is read whole', async () => {
  repository.write({ 'results.trx': trx(20_000) })
  expect(await totalsOf('results.trx')).toMatchObject({ cases: 20_000, passed: 20_000 })
})

test.each([
  ['1,234.5', 1_234_500],
  ['0,160', 160],
  ['2,120.532', 2_120_532],
])('22: a time of %s seconds is read as its tool meant it', async (time, durationMs) => {
  repository.write({ 'report.xml': junit([passed('test_slow', time)]) })
  const { reports } = await repository.inspect('report.xml')
  expect(reports).toMatchObject([{ durationMs }])
})

test.each([
  ['empty', ''],
  ['without a test', junit([])],
  ['cut off', junit([passed('test_a'), failed('test_b')]).slice(0, 150)],
  ['a page of HTML', '<!DOCTYPE html><html><body>404</body></html>'],
])('21: a report that is %s is never green', async (_, text) => {
  repository.write({ 'report.xml': text })
  const { exitCode, gate } = await repository.judgeTests('--reports', 'report.xml', ...STRICT)
  expect(exitCode).toBeGreaterThan(0)
  expect(gate.outcome).not.toBe('pass')
})

test('21: who says how many tests there are is told when there are fewer', async () => {
  repository.write({ 'report.xml': junit([passed('test_a')]) })
  const judged = await repository.judgeTests('--expected-tests', '4', '--missing-tests', 'fail')
  expect(judged.exitCode).toBe(1)
  expect(reasonOf(judged, 'expected-tests')?.message).toBe('1 test reported; at least 4 are expected.')
})
