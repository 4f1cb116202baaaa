import { expect, test } from '@jest/globals'
import { Fields, members, objects, texts } from '../../src/json/fields.js'
import { JsonScanner } from '../../src/json/scanner.js'
import type { JsonVisitor } from '../../src/json/visitor.js'
import { WarningLog } from '../../src/warning-log.js'

function read(visitor: JsonVisitor, json: string): void {
  const scanner = new JsonScanner(visitor, { path: 'r.json', warnings: new WarningLog() })
  scanner.write(json)
  scanner.end()
}

test('what was asked for is known by its kind, and nothing else', () => {
  const fields = new Fields(new Set(['name', 'count', 'part', 'flag', 'zero', 'huge', '__proto__']))
  read(
    objects(() => fields),
    '{"name":"a","count":3,"part":1.5,"flag":false,"zero":0,"huge":4294967296,"other":1,"__proto__":"own"}',
  )
  expect([fields.text('name'), fields.text('count'), fields.text('other')]).toEqual(['a', null, null])
  expect([fields.count('count'), fields.count('part'), fields.count('name')]).toEqual([3, null, null])
  expect([fields.line('count'), fields.line('zero'), fields.line('huge')]).toEqual([3, null, null])
  expect([fields.number('part'), fields.number('flag')]).toEqual([1.5, null])
  expect([fields.flag('flag'), fields.flag('count'), fields.has('flag'), fields.has('other')]).toEqual([
    false,
    null,
    true,
    false,
  ])
  expect(fields.text('__proto__')).toBe('own')
})

test('a list keeps so many texts, and no other values', () => {
  const list: string[] = []
  read({ enter: () => texts(list, 2) }, '["a",1,null,"b","c"]')
  expect(list).toEqual(['a', 'b'])
})

test('of an object whose scalars nobody wants only the other members are read', () => {
  const inner = new Fields(new Set(['name']))
  const entered: string[] = []
  const outer = members((key) => {
    entered.push(key)
    return key === 'results' ? inner : null
  })
  read(
    objects(() => outer),
    '{"name":"outer","list":[],"results":{"name":"inner"},"count":1}',
  )
  expect([entered, inner.text('name'), outer.wantsText?.('name')]).toEqual([['list', 'results'], 'inner', false])
})

test('done is said behind the last member', () => {
  const said: (string | null)[] = []
  const fields: Fields = new Fields(new Set(['name']), { done: () => said.push(fields.text('name')) })
  read(
    objects(() => fields),
    '{"parts":[{"name":"inner"}],"name":"outer"}',
  )
  expect(said).toEqual(['outer'])
})

test('a number that had to be changed is said only where it was asked for', () => {
  const warnings = new WarningLog()
  const scanner = new JsonScanner(
    objects(() => new Fields(new Set(['mean']))),
    { path: 'r.json', warnings },
  )
  scanner.write('{"skewness":NaN,"mean":1}')
  expect(warnings.list()).toEqual([])
  const asked = new JsonScanner(
    objects(() => new Fields(new Set(['mean']))),
    { path: 'r.json', warnings },
  )
  asked.write('{"skewness":1,"mean":NaN}')
  expect(warnings.list()).toHaveLength(1)
})
