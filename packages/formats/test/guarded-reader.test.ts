import { expect, test } from '@jest/globals'
import { ReportError } from '@testwarden/core/model/errors'
import { guardedReader, type TextMachine } from '../src/guarded-reader.js'
import { WarningLog } from '../src/warning-log.js'
import { bytesOf, mustRead, readAll } from './support/read.js'

/** Keeps what it is given; throws at the wanted text, and at the end if asked. */
class Recorder implements TextMachine<string> {
  readonly warnings = new WarningLog()
  text = ''
  calls = 0
  private readonly faults: Faults

  constructor(faults: Faults = {}) {
    this.faults = faults
  }

  write(text: string): void {
    this.calls++
    this.text += text
    if (this.faults.inWrite !== undefined) throw this.faults.inWrite
  }

  end(): { readonly model: string; readonly partial: boolean } {
    this.calls++
    if (this.faults.inEnd !== undefined) throw this.faults.inEnd
    return { model: this.text, partial: this.text.endsWith('...') }
  }
}

interface Faults {
  readonly inWrite?: Error
  readonly inEnd?: Error
}

const fault = (message: string): ReportError => new ReportError(message, { path: 'r', line: 3, remedy: 'none' })

test('text, what is partial and warnings come from the machine', () => {
  const machine = new Recorder()
  machine.warnings.add('odd', 2)
  const result = readAll(guardedReader('r', machine), 'some text...', 3)
  expect(result).toEqual({ ok: true, model: 'some text...', partial: true, warnings: [{ message: 'odd', line: 2 }] })
})

test('what is odd about the encoding is a warning', () => {
  const bytes = Uint8Array.from([...bytesOf('a'), 0xff, ...bytesOf('b')])
  const { model, warnings } = mustRead(readAll(guardedReader('r', new Recorder()), bytes))
  expect(model).toBe('a\ufffdb')
  expect(warnings).toEqual([{ message: expect.stringContaining('U+FFFD'), line: null }])
})

test.each([
  ['no bytes at all', ''],
  ['a byte order mark alone', '\ufeff'],
])('%s are an error with a remedy, unless the format allows it', (_, text) => {
  expect(readAll(guardedReader('r', new Recorder()), text)).toEqual({
    ok: false,
    error: expect.objectContaining({ message: 'the file is empty', path: 'r', remedy: expect.stringMatching(/./) }),
  })
  const allowed = guardedReader('r', new Recorder(), { isEmptyAllowed: true })
  expect(readAll(allowed, text)).toMatchObject({ ok: true, model: '' })
})

test('the first error of the machine is the result, and nothing is asked of it again', () => {
  const machine = new Recorder({ inWrite: fault('first'), inEnd: fault('second') })
  const reader = guardedReader('r', machine)
  for (let block = 0; block < 10; block++) reader.write(new Uint8Array(64 * 1024).fill(0x61))
  expect(reader.end()).toMatchObject({ ok: false, error: { message: 'first', line: 3 } })
  expect(machine.calls).toBe(1)
})

test('an error at the end is the result', () => {
  const reader = guardedReader('r', new Recorder({ inEnd: fault('not whole') }))
  expect(readAll(reader, 'text')).toMatchObject({ ok: false, error: { message: 'not whole' } })
})

test('a fault of ours is not taken for one of the report', () => {
  const bug = new TypeError('a bug')
  expect(() => readAll(guardedReader('r', new Recorder({ inWrite: bug })), 'text')).toThrow(bug)
  expect(() => readAll(guardedReader('r', new Recorder({ inEnd: bug })), 'text')).toThrow(bug)
})
