import { describe, expect, test } from '@jest/globals'
import type { Command } from '../src/command.js'
import { parseCall } from '../src/parse-call.js'

const command: Command = {
  name: 'check',
  summary: '',
  usage: '',
  options: [
    { name: 'base', takes: 'value', description: '' },
    { name: 'reports', takes: 'value', description: '' },
    { name: 'json', takes: 'nothing', description: '' },
  ],
  run: async () => 0,
}

describe('the command line', () => {
  test('words, values and flags', () => {
    const call = parseCall(command, ['coverage', '--base', 'main', '--json', '--reports=a.xml', '--reports', 'b.xml'])
    expect(call.words).toEqual(['coverage'])
    expect(call.values.get('base')).toBe('main')
    expect(call.values.get('reports')).toBe('a.xml\nb.xml')
    expect(call.flags.has('json')).toBe(true)
  })

  test.each([
    [['--bsae', 'main'], 'Did you mean --base?'],
    [['--base'], 'Write --base <value>.'],
    [['--json=yes'], 'Leave the value out.'],
    [['-x'], 'See: testwarden help check'],
  ])('%p is refused with a remedy', (args, remedy) => {
    expect(() => parseCall(command, args)).toThrow(expect.objectContaining({ remedy }))
  })

  test('everything behind -- is a word', () => {
    expect(parseCall(command, ['--', '--base']).words).toEqual(['--base'])
  })
})
