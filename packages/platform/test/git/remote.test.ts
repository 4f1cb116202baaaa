import { describe, expect, test } from '@jest/globals'
import { remoteConfig } from '../../src/git/remote.js'

const FACTS = { persisted: [], token: 't', serverUrl: 'https://github.com', repository: 'o/r' } as const

function urlFor(origin: string, token: string | null = 't'): string | undefined {
  const config = remoteConfig({ ...FACTS, token, persisted: [['remote.origin.url', origin]] })
  return config.find(([name]) => name === 'remote.testwarden.url')?.[1]
}

function headersFor(origin: string): readonly string[] {
  const config = remoteConfig({ ...FACTS, persisted: [['remote.origin.url', origin]] })
  return config.filter(([name]) => name.endsWith('extraheader')).map(([, value]) => value)
}

describe('the remote to fetch from', () => {
  test('is the origin of the checkout, else the repository of the job', () => {
    expect(urlFor('https://github.com/fork/r')).toBe('https://github.com/fork/r')
    expect(remoteConfig(FACTS)).toContainEqual(['remote.testwarden.url', 'https://github.com/o/r'])
    expect(remoteConfig({ ...FACTS, token: null })).toEqual([['remote.testwarden.url', 'https://github.com/o/r']])
  })

  test.each([
    'git@github.com:o/r.git',
    'ssh://git@github.com/o/r.git',
  ])('replaces %s by https, which the token opens', (origin) => {
    expect(urlFor(origin)).toBe('https://github.com/o/r')
    expect(urlFor(origin, null)).toBe(origin)
  })

  test.each([
    'https://mirror.example/o/r',
    'https://github.com.evil.example/o/r',
    'http://github.com/o/r',
    'https://github.com:8443/o/r',
    'git@mirror.example:o/r',
    'file:///srv/r',
    '/srv/r',
  ])('keeps %s and gives it no token', (origin) => {
    expect(urlFor(origin)).toBe(origin)
    expect(headersFor(origin)).toEqual([])
  })

  test('resets other headers before the token’s, under the longest key', () => {
    const config = remoteConfig({
      ...FACTS,
      persisted: [
        ['http.https://github.com/.extraheader', 'AUTHORIZATION: basic old'],
        ['http.proxy', 'http://proxy'],
      ],
    })
    expect(config.filter(([name]) => name.startsWith('http.'))).toEqual([
      ['http.proxy', 'http://proxy'],
      ['http.https://github.com/o/r.extraheader', ''],
      ['http.https://github.com/o/r.extraheader', 'AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46dA=='],
      ['http.followRedirects', 'false'],
    ])
  })

  test('that nobody knows is an error with its remedy', () => {
    expect(() => remoteConfig({ ...FACTS, token: null, serverUrl: null })).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('fetch-depth: 0') }),
    )
  })
})
