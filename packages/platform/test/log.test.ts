import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createActionLog, createTerminalLog } from '../src/log.js'

function written(message: string): string {
  let text = ''
  createActionLog((part) => {
    text += part
  }).info(message)
  return text
}

/** The runner's rule: `::name` first in a line, or `##[name` anywhere; characters without width count as nothing. */
function looksLikeCommand(line: string): boolean {
  const seen = line.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trimStart()
  return seen.startsWith('::') || seen.includes('##[')
}

describe('the log of a job', () => {
  test.each([
    '::error::forged',
    '  \t::set-output name=a::b',
    'first\n::add-mask::x',
    'first\r::add-mask::x',
    '\u200b::error::x',
    ':\u200d:error::x',
    '\u2060 \u200d ::error::x',
    'text ##[error]x',
    '##\u00ad[group]x',
    '####[error]x',
    '##[a]##[b]',
  ])('never holds a command: %j', (message) => {
    expect(
      written(message)
        .split(/\r\n|\r|\n/)
        .filter(looksLikeCommand),
    ).toEqual([])
  })

  test('never holds a command, whatever it is given', () => {
    const piece = fc.constantFrom(
      ':',
      '::',
      '#',
      '##',
      '[',
      '\n',
      '\r',
      ' ',
      '\t',
      '\u200b',
      '\u200d',
      '\u00ad',
      '\u0085',
      'x',
      '\u001b',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(
          written(pieces.join(''))
            .split(/\r\n|\r|\n/)
            .filter(looksLikeCommand),
        ).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('leaves ordinary text alone', () => {
    const text = 'std::vector, a :: b, #1 [x] ## [y], 日本語 é\nsecond line'
    expect(written(text)).toBe(`${text}\n`)
  })

  test('shows no control character', () => {
    expect(written('\u001b[2Jgone')).not.toContain('\u001b')
  })

  test('names the level in plain text', () => {
    const lines: string[] = []
    const log = createActionLog((text) => lines.push(text))
    log.warning('w')
    log.error('e')
    log.debug('hidden')
    createActionLog((text) => lines.push(text), 'debug').debug('d')
    expect(lines).toEqual(['Warning: w\n', 'Error: e\n', 'Debug: d\n'])
  })
})

test('the log of a terminal goes to standard error and obeys nobody either', () => {
  const lines: string[] = []
  const log = createTerminalLog({ write: (text) => lines.push(text) })
  log.info('::error::x')
  log.error('e')
  log.debug('hidden')
  expect(lines.some(looksLikeCommand)).toBe(false)
  expect(lines).toHaveLength(2)
})

test('lines that belong together are folded in a job, and stand below their title in a terminal', () => {
  const texts = { job: '', terminal: '' }
  createActionLog((text) => {
    texts.job += text
  }).group('pytest ::x', 'one\n::endgroup::')
  createTerminalLog({
    write: (text) => {
      texts.terminal += text
    },
  }).group('pytest', 'one\ntwo')
  expect(texts.job.split(/\r?\n/)).toEqual(['::group::pytest ::x', 'one', '\\u{3a}:endgroup::', '::endgroup::', ''])
  expect(texts.terminal).toBe('pytest\n  one\n  two\n')
})
