import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseWorkflowCommand } from '../../src/runner/workflow-command.js'

const KNOWN = new Set(['error', 'set-output', 'group'])

function parse(line: string) {
  const command = parseWorkflowCommand(line, KNOWN)
  return command === null ? null : { ...command, properties: Object.fromEntries(command.properties) }
}

describe('the colon form', () => {
  test('has a name, properties and data', () => {
    expect(parse('::error file=a.py,line=3::not tested')).toEqual({
      name: 'error',
      properties: { file: 'a.py', line: '3' },
      data: 'not tested',
    })
  })

  test('counts after white space only', () => {
    expect(parse(' \t\u00a0\u0085\u2028::error::x')?.data).toBe('x')
    expect(parse('x ::error::y')).toBeNull()
    expect(parse('\ufeff::error::y')).toBeNull()
    expect(parse('\u200b::error::y')).toBeNull()
  })

  test('is ordinary output with an unknown name, no second mark, or a space before the name', () => {
    expect(parse('::nothing::x')).toBeNull()
    expect(parse('::error')).toBeNull()
    expect(parse(':: error::x')).toBeNull()
    expect(parse('::::x')).toBeNull()
  })

  test('knows its names in any case', () => {
    expect(parse('::ERROR FILE=a::x')).toEqual({ name: 'ERROR', properties: { file: 'a' }, data: 'x' })
  })

  test('ends its head at a mark that characters without width interrupt', () => {
    expect(parse('::error:\u200b:x')?.name).toBe('error')
  })

  test('unescapes data and properties once, the percent sign last', () => {
    expect(parse('::error title=a%3Ab%2Cc%0Ad::x%0Ay%253A')).toEqual({
      name: 'error',
      properties: { title: 'a:b,c\nd' },
      data: 'x\ny%3A',
    })
    expect(parse('::error::%250A')?.data).toBe('%0A')
    expect(parse('::error::%3A')?.data).toBe('%3A')
  })

  test('ignores properties without a value and empty parts of a pair', () => {
    expect(parse('::error file=,line,=col==4,, title=x::y')?.properties).toEqual({ col: '4', ' title': 'x' })
  })
})

describe('the bracket form', () => {
  test('counts anywhere in a line', () => {
    expect(parse('PASS test ##[error file=a.py;line=3]not; tested')).toEqual({
      name: 'error',
      properties: { file: 'a.py', line: '3' },
      data: 'not; tested',
    })
  })

  test('unescapes its own marks', () => {
    expect(parse('##[set-output name=a%3Bb%5D]%25%0A')).toEqual({
      name: 'set-output',
      properties: { name: 'a;b]' },
      data: '%\n',
    })
  })

  test('is looked for when the colon form names nothing known', () => {
    expect(parse('::nothing::##[group]x')?.name).toBe('group')
    expect(parse('::error::##[group]x')?.name).toBe('error')
  })

  test('is only looked for at its first mark', () => {
    expect(parse('##[nothing] ##[error]x')).toBeNull()
    expect(parse('##[error')).toBeNull()
  })
})

describe('laws', () => {
  test('a text without `::` at its start and without `##[` is never a command', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        fc.pre(!text.trimStart().startsWith('::') && !/^[\s\u0085]*::/u.test(text) && !text.includes('##['))
        expect(parse(text)).toBeNull()
      }),
    )
  })

  test('data and properties that were escaped come back as they were', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (data, title) => {
        fc.pre(title !== '' && !title.startsWith('=') && title.trim() === title)
        const line = `::error title=${escapeProperty(title)}::${escapeData(data)}`
        fc.pre(!/:[\u00ad\u200b-\u200d\u2060\ufeff]+:/u.test(line))
        expect(parse(line)).toEqual({ name: 'error', properties: { title }, data })
      }),
    )
  })
})

function hostileText(): fc.Arbitrary<string> {
  const pieces = ['::', ':', '##[', ']', 'error', 'group', ' ', ',', ';', '=', '%', '%0A', '%25', '\u200b', 'x', '\n']
  return fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })), { maxLength: 8 })
    .map((parts) => parts.join(''))
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
