import { expect, test } from '@jest/globals'
import { peekJson } from '../../src/json/peek.js'
import { asArray, asObject } from '../../src/json/value.js'
import { bytesOf } from '../support/read.js'

test('the head of a JSON file shows what is there of it', () => {
  const root =
    asObject(peekJson(bytesOf('\ufeff{"meta":{"version":"7"},"files":{"a.py":{"executed_lines":[1,2'))) ?? new Map()
  expect(asObject(root.get('meta'))?.get('version')).toBe('7')
  const file = asObject(asObject(root.get('files'))?.get('a.py'))
  expect(asArray(file?.get('executed_lines'))?.[0]).toBe(1)
})

test('a fault hides nothing that came before', () => {
  expect(peekJson(bytesOf('{"a":1,}'))).toEqual(new Map([['a', 1]]))
})

test('a head that is deeper or wider than any format asks for is cut', () => {
  expect(asArray(peekJson(bytesOf(`[${'1,'.repeat(30_000)}`)))).toHaveLength(4096)
  expect(JSON.stringify(peekJson(bytesOf('['.repeat(400))))).toBe('[[[[[[]]]]]]')
})

test.each(['', 'TN:\nSF:a', '<a/>', 'true', '1', '"x"'])('nothing is seen in %j', (text) => {
  expect(peekJson(bytesOf(text))).toBeNull()
})
