import { expect, test } from '@jest/globals'
import { PlainCursor, piece } from '../../src/json/plain-cursor.js'

function cursorOn(text: string): PlainCursor {
  const cursor = new PlainCursor()
  expect(cursor.load(text)).toBe(true)
  cursor.start(0)
  return cursor
}

function numberIn(text: string): readonly [number, number] {
  const cursor = cursorOn(text)
  return [cursor.number(), cursor.at]
}

test('a piece is read where it stands, and only there', () => {
  const cursor = cursorOn('{"loc":1}')
  expect([cursor.takes(piece('{"log"')), cursor.at, cursor.isCutOff]).toEqual([false, 0, false])
  expect([cursor.takes(piece('{"loc":')), cursor.at]).toEqual([true, 7])
})

test('a whole number is read as JSON writes it', () => {
  expect(numberIn('12,')).toEqual([12, 2])
  expect(numberIn('0}')).toEqual([0, 1])
  expect(numberIn('999999999999999 ')).toEqual([999999999999999, 15])
  for (const other of ['01', '-1', '', 'x', '1234567890123456,']) expect(numberIn(other)).toEqual([-1, 0])
})

test('a key that is a number is read with its colon', () => {
  const cursor = cursorOn('"12":3')
  expect([cursor.numberKey(), cursor.at]).toEqual([12, 5])
  for (const other of ['"a":3', '"1" :3', '"01":3', '1:3']) {
    const another = cursorOn(other)
    expect([another.numberKey(), another.at]).toEqual([-1, 0])
  }
})

test('a name without escapes is read up to its quote', () => {
  const cursor = cursorOn(`${'n'.repeat(40)}"`)
  expect([cursor.name(), cursor.at]).toEqual(['n'.repeat(40), 40])
  expect(cursorOn('a\\"b"').name()).toBeNull()
})

test('what ends with the text is told apart from what is another', () => {
  const ends: readonly ((cursor: PlainCursor) => unknown)[] = [
    (cursor) => cursor.takes(piece('12}')),
    (cursor) => cursor.name(),
    (cursor) => cursor.number(),
  ]
  for (const read of ends) {
    const cut = cursorOn('12')
    read(cut)
    expect(cut.isCutOff).toBe(true)
    const whole = cursorOn('12"}')
    read(whole)
    expect(whole.isCutOff).toBe(false)
  }
})
