import { afterEach, expect, test } from '@jest/globals'
import { linesOf } from '../support/reports.js'
import { createRepository, type Files, type Repository, rateOf, reasonOf } from '../support/repository.js'
import { failed, junit, passed, surefire } from '../support/test-reports.js'

let repository: Repository

afterEach(() => repository.remove())

function start(base: Files): void {
  repository = createRepository({ base: { 'README.md': linesOf(1), ...base } })
}

test('4: a test that its runner retried until it passed is no failure, and is named', async () => {
  start({})
  const flaky = '<flakyFailure message="timed out" type="E"><stackTrace>at x</stackTrace></flakyFailure>'
  repository.write({ 'report.xml': surefire(`<testcase classname="a.B" name="pays">${flaky}</testcase>`) })
  const judged = await repository.judgeTests('--new-failures', '0')
  expect([judged.exitCode, rateOf(judged, 'failing-tests')]).toEqual([0, 'pass 0'])
  expect(judged.page).toContain('Passed when retried: 1 test')
})

test('5: tests of one name in two classes are two tests: the one that passed hides no failure', async () => {
  start({})
  repository.write({
    'report.xml': junit([failed('test_a', 'tests.test_one'), passed('test_a', '0.1', 'tests.test_two')]),
  })
  const judged = await repository.judgeTests('--new-failures', '0')
  expect([judged.exitCode, rateOf(judged, 'failing-tests')]).toEqual([1, 'fail 1'])
})

test('5: rows that share one name are no retries of each other', async () => {
  start({})
  repository.write({ 'report.xml': junit([failed('test_rows'), passed('test_rows')]) })
  const judged = await repository.judgeTests('--new-failures', '0')
  expect([judged.exitCode, rateOf(judged, 'failing-tests')]).toEqual([1, 'fail 1'])
})

test('10: nothing of the verdict needs a token', async () => {
  start({})
  repository.write({ 'report.xml': junit([failed('test_a')]) })
  const judged = await repository.judgeTests('--new-failures', '0')
  expect([judged.exitCode, judged.gate.outcome]).toEqual([1, 'fail'])
})

test('12: a thousand failures fit the summary', async () => {
  start({})
  const names = Array.from({ length: 1000 }, (_, index) =>
    failed(`test_${index}`, 'tests.test_many', `no ${'x'.repeat(index % 500)}`),
  )
  repository.write({ 'report.xml': junit(names) })
  const judged = await repository.judgeTests('--new-failures', '0')
  expect(rateOf(judged, 'failing-tests')).toBe('fail 1000')
  expect(Buffer.byteLength(judged.page)).toBeLessThan(1024 * 1024)
})

test('17: who answers for a failing test is what CODEOWNERS says of its file', async () => {
  start({ 'tests/test_pay.py': linesOf(9), '.github/CODEOWNERS': '/tests/ @acme/payments\n' })
  repository.write({ 'report.xml': junit([failed('test_pays')]) })
  expect((await repository.judgeTests()).page).toMatch(/Owner @\S*acme\/payments\./)
})

test('18: a place that is told from the folder of a project is found in the repository', async () => {
  start({ 'services/shop/tests/test_pay.py': linesOf(9) })
  repository.write({ 'services/shop/report.xml': junit([failed('test_pays')]) })
  const { gate } = await repository.judgeTests('--new-failures', '0')
  expect(gate.findings.map(({ location }) => location)).toEqual([
    { path: 'services/shop/tests/test_pay.py', startLine: 7, endLine: 7 },
  ])
})

test('20: a seed in a name makes no other test of it', async () => {
  start({})
  const reports = (first: string, second: string): Files => ({
    'a/report.xml': junit([failed(`shuffles {seed=[${first}]}`)]),
    'b/report.xml': junit([failed(`shuffles {seed=[${second}]}`)]),
  })
  repository.write(reports('3A5F:99', 'BEEF:1234'))
  expect(reasonOf(await repository.judgeTests(), 'failing-tests')?.actual).toBe(1)
})

test('23: what failed is told in the words of its runner, to run it alone', async () => {
  start({ 'tests/test_pay.py': linesOf(9) })
  repository.write({ 'report.xml': junit([failed('test_pays'), passed('test_refunds')]) })
  expect((await repository.judgeTests()).page).toContain('tests/test_pay.py::test_pays')
})

test('24: tests that all together take too long fail a limit that somebody wrote, and slow ones are listed', async () => {
  start({})
  repository.write({ 'report.xml': junit([passed('test_quick', '0.1'), passed('test_slow', '9.1')]) })
  const judged = await repository.judgeTests('--suite-time', '5s')
  expect(reasonOf(judged, 'suite-time')).toMatchObject({
    outcome: 'fail',
    message: 'All tests took 9.2 s, 4.2 s more than they may.',
  })
  expect(judged.page).toContain('Over 5s: 1 test')
})
