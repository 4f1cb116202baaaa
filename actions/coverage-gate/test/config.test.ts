import { describe, expect, test } from '@jest/globals'
import { coverageConfig } from '../src/config.js'
import { configOf } from './kit.js'

describe('critical modules', () => {
  const { critical } = coverageConfig

  test('come as a list from the file and as lines from an input', () => {
    const modules = [
      { files: 'src/a/**', line: '85' },
      { files: 'src/b c.py', line: null },
    ]
    expect(critical.parse([{ files: 'src/a/**', line: 85 }, { files: 'src/b c.py' }])).toEqual({
      ok: true,
      value: modules,
    })
    expect(critical.parse('src/a/** 85%\n\n  src/b c.py\n')).toEqual({ ok: true, value: modules })
  })

  test.each([
    ['a number', 85],
    ['an entry without files', [{ line: 85 }]],
    ['a floor above 100', [{ files: 'a', line: 101 }]],
    ['a floor above 100 in a line', 'a 101%'],
    ['a misspelt key', [{ files: 'a', lines: 85 }]],
    ['an empty glob', [{ files: ' ' }]],
    ['a list in a list', [['a']]],
  ])('refuse %s', (_name, raw) => {
    expect(critical.parse(raw).ok).toBe(false)
  })
})

test('nothing is written until somebody writes it', () => {
  const { patch, project, drop } = configOf().own
  const values = [patch.line, patch.branch, patch['min-lines'], project.line, project.branch, project.statement]
  expect([...values, project.function, drop].map(({ value, origin }) => [value, origin.kind])).toEqual([
    ['90', 'assumed'],
    [null, 'assumed'],
    [5, 'assumed'],
    ['80', 'assumed'],
    ['60', 'assumed'],
    [null, 'assumed'],
    [null, 'assumed'],
    ['0.1', 'assumed'],
  ])
})
