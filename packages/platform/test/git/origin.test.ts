import { describe, expect, test } from '@jest/globals'
import { isRepositoryName, parseRemoteUrl } from '../../src/git/origin.js'

describe('the URL of a remote', () => {
  test.each([
    ['https://github.com/acme/shop.git', 'github.com', 'acme/shop'],
    ['https://x-access-token:secret@github.com/acme/shop', 'github.com', 'acme/shop'],
    ['ssh://git@GitHub.example:2222/acme/shop.git', 'github.example', 'acme/shop'],
    ['git@github.com:acme/shop.js.git', 'github.com', 'acme/shop.js'],
  ])('%s names a repository on a server', (url, host, repository) => {
    expect(parseRemoteUrl(url)).toEqual({ host, repository })
  })

  test.each([
    '/srv/git/shop.git',
    'file:///srv/acme/shop',
    'gh:acme/shop',
    'https://github.com/acme',
    'git@github.com:a b',
  ])('%s names none', (url) => {
    expect(parseRemoteUrl(url)).toBeNull()
  })
})

test('owner and name make a repository, and nothing else does', () => {
  expect(['acme/shop', 'acme', 'acme/shop/x', '/shop', 'a?b/c'].map(isRepositoryName)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})
