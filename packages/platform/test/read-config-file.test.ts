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

  test('the words of the library end as a sentence, without the place that is said beside the path', async () => {
    await expect(parseConfigFile('c.yml', 'coverage: [\n')).rejects.toMatchObject({
      message: expect.stringMatching(/^The config file is not valid YAML: .*[^.:]\.$/),
    })
    await expect(parseConfigFile('c.yml', 'coverage: [\n')).rejects.not.toThrow('column')
  })

  test('aliases that multiply without end are refused', async () => {
    const levels = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`)
    const source = ['a0: &a0 [x]', ...levels].join('\n')
    await expect(parseConfigFile('testwarden.yml', source)).rejects.toBeInstanceOf(ConfigurationError)
  })
})

test.each([
  ['brackets', `a: ${'['.repeat(300_000)}`, 1],
  ['closed brackets', `a:\n  ${'['.repeat(2000)}${']'.repeat(2000)}`, 2],
  ['mappings in one line', `a: ${'{a: '.repeat(200)}1${'}'.repeat(200)}`, 1],
  ['lists in lists', `a:\n  ${'- '.repeat(5000)}x`, 2],
  ['keys that are mappings', '? '.repeat(5000), 1],
  ['indents', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 100],
])('%s without end are told as too deep, with their line and a remedy', async (_, source, line) => {
  await expect(parseConfigFile('c.yml', source)).rejects.toMatchObject({
    name: 'ConfigurationError',
    message: 'The file nests more than 100 levels deep.',
    line,
    remedy: expect.stringContaining('indents'),
  })
})

test('a file nested as deep as allowed is read', async () => {
  const { root } = await parseConfigFile('c.yml', `a: ${'['.repeat(90)}${']'.repeat(90)}\n`)
  expect(JSON.stringify(root)).toBe(`{"a":${'['.repeat(90)}${']'.repeat(90)}}`)
})

test('of a hundred thousand keys the one that is written twice is found, before anybody tires', async () => {
  const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}:\n`).join('')
  await expect(parseConfigFile('c.yml', `${keys}k7:\n`)).rejects.toMatchObject({
    message: expect.stringContaining('"k7" is written twice'),
    line: 100_001,
  })
})

test('one key in two spellings, or deep inside, is still one key', async () => {
  for (const twice of ['a: 1\n"a": 2\n', 'x:\n  - {b: 1, b: 2}\n', '1: a\n"1": b\n'])
    await expect(parseConfigFile('c.yml', twice)).rejects.toThrow('written twice')
})

test('a key that is no text is no reason for the library to print something', async () => {
  const warnings: unknown[] = []
  const note = (warning: unknown) => void warnings.push(warning)
  process.on('warning', note)
  await parseConfigFile('c.yml', '? [a, b]\n: 1\n')
  await new Promise(setImmediate)
  process.off('warning', note)
  expect(warnings).toEqual([])
})
