import { afterEach, expect, test } from '@jest/globals'
import { cobertura, hitsOf, lcov, linesOf } from './support/reports.js'
import { createRepository, type Files, type Repository, rateOf } from './support/repository.js'

let repository: Repository

afterEach(() => repository.remove())

function start(base: Files, change: Files = {}): void {
  repository = createRepository({ base, change })
}

test('8: a line that ran is covered although one of its branches was not taken, and branches have a rate of their own', async () => {
  start({ 'src/a.js': linesOf(4) })
  repository.write({
    'lcov.info': `SF:src/a.js\n${'DA:1,3\nDA:2,1\nDA:3,0\nDA:4,1\n'}BRDA:1,0,0,3\nBRDA:1,0,1,0\nend_of_record\n`,
  })
  const judged = await repository.judge('--line', '75', '--branch', '50')
  expect([rateOf(judged, 'project-line'), rateOf(judged, 'project-branch')]).toEqual(['pass 3/4', 'pass 1/2'])
  expect(judged.page).toContain('3 of 4 lines (75.0 %)')
  expect(judged.page).toContain('1 of 2 branches (50.0 %)')
})

test('8: totals that the tool prints stand beside ours where they differ, and the difference is explained', async () => {
  start({ 'src/a.js': linesOf(4) })
  const claimed = cobertura({ 'src/a.js': [1, 1, 0, 0] }).replace(
    'line-rate="1"',
    'line-rate="0.9" lines-covered="9" lines-valid="10"',
  )
  repository.write({ 'coverage.xml': claimed })
  const { reports } = await repository.inspect('coverage.xml')
  expect(reports).toMatchObject([
    { totals: { lines: { covered: 2, total: 4 } }, declared: { lines: { covered: 9, total: 10 } } },
  ])
  expect(reports[0]?.warnings.map(({ message }) => message).join()).toContain('declares lines 9/10, but lists 2/4')
  expect((await repository.judge()).page).toContain('9 of 10')
})

test.each([
  ['lines', '4/5'],
  ['codecov', '3/5'],
  ['sonar', '5/7'],
])('8: who wants the number of another tool names its formula: %s', async (formula, rate) => {
  start({ 'src/a.js': linesOf(5), '.github/testwarden.yml': `coverage:\n  formula: ${formula}\n` })
  const branches = 'BRDA:1,0,0,3\nBRDA:1,0,1,0\n'
  repository.write({ 'lcov.info': lcov({ 'src/a.js': [3, 1, 0, 1, 1] }).replace('end_of', `${branches}end_of`) })
  expect(rateOf(await repository.judge('--line', '1'), 'project-line')).toBe(`pass ${rate}`)
})

test.each([
  ['98.50 % against 99 %', hitsOf(197, 3), '99', '98.5 %'],
  ['89.996 % against 90 %', hitsOf(22_499, 2501), '90', '89.996 %'],
  ['99.99 % against 100 %', hitsOf(9999, 1), '100', '99.99 %'],
])('10: %s fails, and is never shown as the limit', async (_, hits, limit, shown) => {
  start({ 'src/a.js': 'code\n' })
  repository.write({ 'lcov.info': lcov({ 'src/a.js': hits }) })
  const judged = await repository.judge('--line', limit)
  expect(judged.exitCode).toBe(1)
  expect(judged.page).toContain(`(${shown})`)
})

test('10: what reaches a limit to the digit passes, whatever a division would make of it', async () => {
  start({ 'src/a.js': 'code\n' })
  repository.write({ 'lcov.info': lcov({ 'src/a.js': hitsOf(289, 711) }) })
  // 100 * 289 / 1000 is a little less than 28.9 in binary.
  expect(rateOf(await repository.judge('--line', '28.9'), 'project-line')).toBe('pass 289/1000')
})

test('14: nothing to cover is neither 0 % nor 100 %', async () => {
  start({ 'src/a.js': linesOf(4) }, { 'README.md': 'words\n' })
  repository.write({ 'lcov.info': lcov({ 'src/a.js': [1, 1, 0, 0] }) })
  const judged = await repository.judge('--patch-line', '100', '--min-changed-lines', '0')
  expect([judged.exitCode, rateOf(judged, 'patch-line')]).toEqual([0, 'skipped'])
})

test('24: a small change is not judged by its percentage, unless somebody asks for it', async () => {
  start({ 'src/a.js': linesOf(20) }, { 'src/a.js': `${linesOf(20)}new\nnewer\n` })
  repository.write({ 'lcov.info': lcov({ 'src/a.js': [...hitsOf(21, 0), 0] }) })
  const lenient = await repository.judge('--patch-line', '80')
  expect([lenient.exitCode, rateOf(lenient, 'patch-line')]).toEqual([0, 'skipped'])
  const strict = await repository.judge('--patch-line', '80', '--min-changed-lines', '1')
  expect([strict.exitCode, rateOf(strict, 'patch-line')]).toEqual([1, 'fail 1/2'])
})
