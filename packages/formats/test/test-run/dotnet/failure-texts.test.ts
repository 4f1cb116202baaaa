import { expect, test } from '@jest/globals'
import { FailureTexts, MESSAGE_AND_STACK_TRACE } from '../../../src/test-run/dotnet/failure-texts.js'

function told(texts: FailureTexts, name: string, pieces: readonly string[]): void {
  texts.open(name)
  for (const piece of pieces) texts.text(piece)
  texts.close(name)
}

test('message and trace are put together from their pieces, with the line ends of one system', () => {
  const texts = new FailureTexts(MESSAGE_AND_STACK_TRACE)
  told(texts, 'message', ['System.Exception : ', 'two\r\n', 'lines\r\n'])
  told(texts, 'stack-trace', ['   at A.B()\n'])
  expect(texts.take()).toEqual({
    type: 'System.Exception',
    message: 'System.Exception : two\nlines',
    trace: 'at A.B()',
  })
})

test('text of other elements is not wanted, and nothing is left for the next failure', () => {
  const texts = new FailureTexts(MESSAGE_AND_STACK_TRACE)
  told(texts, 'output', ['noise'])
  expect(texts.take()).toBeNull()
  told(texts, 'message', ['first'])
  texts.take()
  told(texts, 'stack-trace', ['at C.D()'])
  expect(texts.take()).toEqual({ type: null, message: '', trace: 'at C.D()' })
})

test('a text without an end does not swallow what follows', () => {
  const texts = new FailureTexts(MESSAGE_AND_STACK_TRACE)
  texts.open('message')
  texts.text('cut')
  expect(texts.take()?.message).toBe('cut')
  expect(texts.isWanted).toBe(false)
})
