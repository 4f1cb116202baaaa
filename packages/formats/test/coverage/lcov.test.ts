import { describe, expect, test } from '@jest/globals'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { lcovReader } from '../../src/coverage/lcov/reader.js'
import { mustRead, readAll } from '../support/read.js'

const section = (...records: readonly string[]) => ['SF:a', ...records, 'end_of_record', ''].join('\n')
const read = (text: string) => mustRead(readAll(lcovReader({ path: 'lcov.info' }), text))
const only = (...records: readonly string[]) => {
  const [file] = read(section(...records)).model.files
  if (file === undefined) throw new Error('no file')
  return file
}

describe('an LCOV section', () => {
  test('may list its records in any order and repeat lines, whose hits add up', () => {
    expect([...only('LH:1', 'DA:2,1', 'FNDA:1,f', 'DA:1,0', 'FN:1,f', 'DA:2,3').lines]).toEqual([
      [1, 0],
      [2, 4],
    ])
  })

  test('names branches by block and branch, which may be text with commas', () => {
    const file = only('BRDA:1,0,jump to line 5, or out,3', 'BRDA:1,e0,1,-', 'BRDA:1,fU0,2,0', 'BRDA:2,0,0,0')
    expect([...(file.branches.get(1)?.arms ?? [])]).toEqual([
      ['0,jump to line 5, or out', 3],
      ['0,1', 0],
    ])
    expect(countCoverage([file]).branches).toEqual({ covered: 1, total: 3 })
  })

  test('ties the n-th count of a name to its n-th start', () => {
    const file = only('FN:1,render', 'FN:9,render', 'FNDA:0,render', 'FNDA:4,render')
    expect([...(file.functions?.values() ?? [])].map(({ line, hits }) => [line, hits])).toEqual([
      [1, 0],
      [9, 4],
    ])
  })

  test('tells by its FNF whether names on one line are aliases', () => {
    const names = ['FN:3,a', 'FN:3,b', 'FNDA:0,a', 'FNDA:2,b']
    expect(countCoverage([only(...names, 'FNF:1')]).functions).toEqual({ covered: 1, total: 1 })
    expect(countCoverage([only(...names, 'FNF:2')]).functions).toEqual({ covered: 1, total: 2 })
    expect(countCoverage([only(...names)]).functions).toEqual({ covered: 1, total: 2 })
  })

  test('without function records knows nothing about functions', () => {
    expect(only('DA:1,1', 'FNF:0', 'FNH:0').functions).toBeNull()
  })

  test('that gives no line total claims none for the file', () => {
    expect(read(section('DA:1,1', 'LF:1', 'LH:1') + section('DA:1,1')).model.declared).toBeNull()
  })

  test('warns with the line of what is odd', () => {
    expect(read(section('DA:590', 'DA:1,-2')).warnings).toEqual([
      { message: 'a DA record without a hit count is not counted', line: 2 },
      { message: 'a negative hit count counts as 0', line: 3 },
    ])
  })
})

describe('an LCOV file', () => {
  test.each([1, 3, 5, 8, 12])('cut off %i bytes before its end is partial, with nothing made up', (missing) => {
    const text = `${section('DA:1,1').replace('SF:a', 'SF:first')}${section('DA:1,1', 'DA:12,34')}`
    const { model, partial } = read(text.slice(0, -missing - 1))
    expect(partial).toBe(true)
    expect(model.files.map(({ path }) => path)).toEqual(['first', 'a'])
  })

  test('that needs no line end behind its last record is whole', () => {
    expect(read(section('DA:1,1').trimEnd())).toMatchObject({ partial: false, warnings: [] })
  })

  test('of 100 MB in one line is one clear error', () => {
    const reader = lcovReader({ path: 'lcov.info' })
    reader.write(new TextEncoder().encode('TN:\nSF:'))
    const block = new Uint8Array(1024 * 1024).fill(0x61)
    for (let count = 0; count < 100; count++) reader.write(block)
    expect(reader.end()).toMatchObject({
      ok: false,
      error: { line: 2, message: 'line 2 is longer than 1048576 characters' },
    })
  })

  test('that holds no record of LCOV is an error', () => {
    expect(readAll(lcovReader({ path: 'x' }), 'hello\nworld\n')).toMatchObject({ ok: false, error: { line: 1 } })
  })
})
