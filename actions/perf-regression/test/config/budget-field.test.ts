import { describe, expect, test } from '@jest/globals'
import { perfConfig } from '../../src/config.js'
import { configOf } from '../kit.js'

const field = perfConfig.budgets

describe('budgets', () => {
  test('are read from a mapping or from lines, with their units', () => {
    const expected = [
      { benchmark: 'search*', text: '500ms', value: 5e8, unit: 'ns' },
      { benchmark: 'tests/a.py::b', text: '1000 ops/s', value: 1000, unit: 'ops/s' },
    ]
    expect(field.parse({ 'search*': '500ms', 'tests/a.py::b': '1000 ops/s' })).toEqual({ ok: true, value: expected })
    expect(field.parse('search*: 500ms\n\n tests/a.py::b: 1000 ops/s')).toEqual({ ok: true, value: expected })
  })

  test.each([
    [{ a: 'soon' }],
    [{ a: 5 }],
    [{ a: '5' }],
    ['a 5ms'],
    [['a']],
    [7],
  ])('%j is refused with a remedy', (raw) => {
    expect(field.parse(raw)).toMatchObject({ ok: false })
  })

  test('that a change writes never loosen those of the base', () => {
    const base = configOf({ budgets: 'a: 5ms\nb: 5ms' }).own.budgets
    const written = field.parse('a: 9ms\nb: 2ms\nc: 1ms')
    if (!written.ok) throw new Error('it is valid')
    expect(field.tighten?.(base, written.value).map(({ benchmark, text }) => `${benchmark} ${text}`)).toEqual([
      'a 5ms',
      'b 2ms',
      'c 1ms',
    ])
  })
})
