import { afterEach, describe, expect, test } from '@jest/globals'
import type { Count } from '../../packages/core/src/model/count.js'
import { cobertura, lcov, linesOf } from './support/reports.js'
import { createRepository, type Files, type Repository, rateOf } from './support/repository.js'

let repository: Repository

afterEach(() => repository.remove())

function start(base: Files, change: Files = {}): void {
  repository = createRepository({ base, change })
}

const CODE = linesOf(4)

test('3: shards count as one whole: a line is tested when any of them ran it', async () => {
  start({ 'src/a.js': CODE })
  repository.write({ 'one.info': lcov({ 'src/a.js': [1, 0, 0, 0] }), 'two.info': lcov({ 'src/a.js': [0, 1, 2, 0] }) })
  expect(rateOf(await repository.judge(), 'project-line')).toBe('warn 3/4')
})

test('5: shards that list other lines of a file are named, instead of a number that nobody can explain', async () => {
  start({ 'src/a.js': linesOf(6) })
  repository.write({ 'one.info': lcov({ 'src/a.js': [1, 0, 0] }), 'two.info': lcov({ 'src/a.js': [1, 1, 1, 1, 0] }) })
  const { page } = await repository.judge()
  expect(page).toMatch(/one\.info.*two\.info.*different lines of.*src\/a\.js/)
})

describe('17: branches of two shards', () => {
  const place = (line: number, column: number) => ({ start: { line, column }, end: { line, column: column + 5 } })
  const branchAt = (line: number) => ({
    type: 'if',
    line,
    loc: place(line, 2),
    locations: [place(line, 4), place(line, 14)],
  })

  function istanbul(branches: Readonly<Record<string, readonly [line: number, hits: readonly number[]]>>): string {
    const entries = Object.entries(branches)
    return JSON.stringify({
      '/builds/shop/src/a.js': {
        path: '/builds/shop/src/a.js',
        statementMap: { 0: place(2, 0) },
        fnMap: {},
        branchMap: Object.fromEntries(entries.map(([id, [line]]) => [id, branchAt(line)])),
        s: { 0: 1 },
        f: {},
        b: Object.fromEntries(entries.map(([id, [, hits]]) => [id, hits])),
      },
    })
  }

  async function branchesOf(files: Files): Promise<Count | null | undefined> {
    start({ 'src/a.js': CODE })
    repository.write(files)
    return (await repository.inspect(...Object.keys(files))).merged.coverage?.totals.branches
  }

  test('that istanbul numbered differently are the same by their places', async () => {
    const files = {
      'one/coverage-final.json': istanbul({ 0: [2, [1, 0]], 1: [3, [0, 0]] }),
      'two/coverage-final.json': istanbul({ 0: [3, [1, 0]], 1: [2, [0, 1]] }),
    }
    expect(await branchesOf(files)).toEqual({ covered: 3, total: 4 })
  })

  test('that are only counted are never added up', async () => {
    const report = (taken: number) =>
      cobertura({ 'src/a.js': [1, 1] }).replace(
        '<line number="1" hits="1"/>',
        `<line number="1" hits="${taken}" branch="true" condition-coverage="${taken * 25}% (${taken}/4)"/>`,
      )
    expect(await branchesOf({ 'one.xml': report(1), 'two.xml': report(3) })).toEqual({ covered: 3, total: 4 })
  })

  test('that LCOV numbered differently are not twice as many', async () => {
    // As V8 numbers them: through the file, and another block in between where another run saw one.
    const report = (records: readonly string[]) =>
      `SF:src/a.js\nDA:1,1\nDA:4,1\nDA:9,1\n${records.map((record) => `BRDA:${record}\n`).join('')}end_of_record\n`
    const one = report(['1,0,0,1', '9,1,0,1', '9,1,1,0'])
    const two = report(['1,0,0,1', '4,1,0,1', '9,2,0,0', '9,2,1,1'])
    expect(await branchesOf({ 'one.info': one, 'two.info': two })).toEqual({ covered: 4, total: 4 })
  })

  test('of two tools that call them differently count once', async () => {
    const asCounted = cobertura({ 'src/a.py': [1] }).replace(
      '<line number="1" hits="1"/>',
      '<line number="1" hits="1" branch="true" condition-coverage="50% (1/2)"/>',
    )
    const asNamed = 'SF:src/a.py\nDA:1,1\nBRDA:1,0,0,1\nBRDA:1,0,1,-\nend_of_record\n'
    expect(await branchesOf({ 'one.xml': asCounted, 'two.info': asNamed })).toEqual({ covered: 1, total: 2 })
  })
})

describe('18: a Go profile', () => {
  const blocks = ['shop.test/cart/total.go:3.20,5.2 2 0', 'shop.test/cart/total.go:7.20,9.2 3 1']
  const sources = { 'go.mod': 'module shop.test\n\ngo 1.22\n', 'cart/total.go': linesOf(10) }

  test('that repeats its blocks for every test binary counts each once', async () => {
    start(sources)
    const ran = blocks.map((block) => block.replace(/ \d$/, ' 1'))
    repository.write({ 'cover.out': `mode: set\n${[...blocks, ...blocks, ...ran, ...blocks].join('\n')}\n` })
    const { reports } = await repository.inspect('cover.out')
    expect(reports).toMatchObject([{ totals: { statements: { covered: 5, total: 5 } }, warnings: [] }])
    expect(rateOf(await repository.judge(), 'project-line')).toBe('pass 4/4')
  })

  test('in pieces that were put together, each with its own mode, is one profile', async () => {
    start(sources)
    const piece = `mode: count\n${blocks.join('\n')}\n`
    repository.write({ 'cover.out': piece + piece })
    const { reports } = await repository.inspect('cover.out')
    expect(reports).toMatchObject([{ totals: { statements: { covered: 3, total: 5 } } }])
  })
})

describe('30: a line that one report misses and another does not list', () => {
  test.each(['one.info', 'zero.info'])('is missed, also when %s is read first', async (other) => {
    start({ 'src/a.js': CODE }, { 'src/a.js': `${CODE}new\n` })
    repository.write({ 'other.info': lcov({ 'src/a.js': [1, 1, 1, 1, 0] }), [other]: lcov({ 'src/a.js': [1, 1] }) })
    const judged = await repository.judge('--patch-line', '100', '--min-changed-lines', '1')
    expect(rateOf(judged, 'patch-line')).toBe('fail 0/1')
  })
})
