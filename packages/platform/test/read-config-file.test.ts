import { describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { parseConfigFile } from '../src/read-config-file.js'

describe('reading the config file', () => {
  test('knows the line of every key', async () => {
    const file = await parseConfigFile('testwarden.yml', 'coverage:\n  patch:\n    # why\n    line: 90%\n')
    expect(file.root).toEqual({ coverage: { patch: { line: '90%' } } })
    expect(file.lineOf(['coverage', 'patch', 'line'])).toBe(4)
    expect(file.lineOf(['coverage', 'nothing'])).toBeNull()
  })

  test('an empty file is an empty config', async () => {
    expect((await parseConfigFile('testwarden.yml', '# nothing yet\n')).root).toEqual({})
  })

  test.each([
    ['ill-formed', 'coverage: [1, 2\n', 'not valid YAML'],
    ['the same key twice', 'coverage:\n  drop: 1\n  drop: 2\n', 'not valid YAML'],
    ['a list', '- coverage\n', 'not a mapping'],
  ])('%s is refused with its line', async (_, source, message) => {
    const error = await parseConfigFile('testwarden.yml', source).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(String(error)).toContain(message)
    expect((error as ConfigurationError).line).toBeGreaterThan(0)
  })

  test('aliases that multiply without end are refused', async () => {
    const levels = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`)
    const source = ['a0: &a0 [x]', ...levels].join('\n')
    await expect(parseConfigFile('testwarden.yml', source)).rejects.toBeInstanceOf(ConfigurationError)
  })
})
