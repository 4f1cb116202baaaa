import { describe, expect, test } from '@jest/globals'
import { blobBaseOf, blobLink, runLink } from '../../src/render/links.js'
import { RUN } from './picture.js'

const base = { url: 'https://github.example/acme/shop/blob/abc' }

describe('blobLink', () => {
  test.each([
    ['src/a.ts', { first: 88, last: 89 }, '/src/a.ts#L88-L89'],
    ['src/a.ts', { first: 5, last: 5 }, '/src/a.ts#L5'],
    ['src/a b/#1?%.ts', null, '/src/a%20b/%231%3F%25.ts'],
    ["app/(group)/[id]/it's.tsx", null, '/app/%28group%29/%5Bid%5D/it%27s.tsx'],
    ['ü/\ud800.ts', null, '/%C3%BC/%EF%BF%BD.ts'],
  ])('%s at %j ends in %s', (path, range, expected) => {
    expect(blobLink(base, path, range)).toBe(base.url + expected)
  })

  test.each(['../x', 'a/../../x', '/etc/passwd', './x', ''])('there is none for %j', (path) => {
    expect(blobLink(base, path, null)).toBeNull()
  })
})

test('links lead to the head commit on the server of the run', () => {
  expect(blobBaseOf(RUN)?.url).toBe(`https://github.example/acme/shop/blob/${RUN.headSha}`)
  expect(runLink(RUN)).toBe('https://github.example/acme/shop/actions/runs/4711')
})

test('outside GitHub there are no links', () => {
  const local = { ...RUN, serverUrl: null, repository: null }
  expect([blobBaseOf(local), runLink(local)]).toEqual([null, null])
  expect(blobBaseOf({ ...RUN, headSha: null })).toBeNull()
  expect(runLink({ ...RUN, key: { ...RUN.key, run: 'local' } })).toBeNull()
})
