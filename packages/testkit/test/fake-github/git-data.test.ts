import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Repository } from '../../src/fake-github/repository.js'
import { type FakeGitHub, startFakeGitHub } from '../../src/fake-github/start-fake-github.js'
import { addCommit, addRepository } from '../../src/fake-github/state.js'
import { type Reply, send as sendTo } from './client.js'

let github: FakeGitHub
let repository: Repository

beforeEach(async () => {
  github = await startFakeGitHub({
    tokens: {
      writer: { login: 'octocat', permissions: { contents: 'write' } },
      reader: { login: 'octocat', permissions: { contents: 'read' } },
    },
  })
  repository = addRepository(github.state, { owner: 'o', name: 'r' })
})

afterEach(async () => {
  expect(github.violations).toEqual([])
  await github.close()
})

function send(method: string, path: string, body?: unknown, token?: string): Promise<Reply> {
  return sendTo(github, `${method} /repos/o/r/git/${path}`, body, token)
}

async function commit(files: Readonly<Record<string, string>>, parents: readonly string[] = []): Promise<string> {
  const tree = Object.entries(files).map(([path, content]) => ({ path, mode: '100644', type: 'blob', content }))
  const base = parents[0] === undefined ? {} : { base_tree: parents[0] }
  const { json } = await send('POST', 'trees', { tree, ...base })
  return (await send('POST', 'commits', { message: 'a commit', tree: json.sha, parents })).json.sha
}

test('objects have the ids that git gives them', async () => {
  const { json: blob } = await send('POST', 'blobs', { content: 'one\n' })
  expect(blob.sha).toBe('5626abf0f72e58d7a153368ba57db4c673c0e171')
  const tree = [{ path: 'd/a.txt', mode: '100644', type: 'blob', sha: blob.sha }]
  expect((await send('POST', 'trees', { tree })).json.sha).toBe('cce31045c686e58d23aadcfc1ce464167c0f5d9d')
  expect((await send('GET', `blobs/${blob.sha}`)).json).toMatchObject({ content: 'b25lCg==', size: 4 })
})

test('a tree on top of another keeps, adds and removes paths', async () => {
  const first = await commit({ 'a/x': '1', 'b/y': '2' })
  const tree = [
    { path: 'a/x', mode: '100644', type: 'blob', sha: null },
    { path: 'a/z', mode: '100644', type: 'blob', content: '3' },
  ]
  const { json } = await send('POST', 'trees', { base_tree: first, tree })
  const { json: all } = await send('GET', `trees/${json.sha}?recursive=1`)
  expect(all.tree.map(({ path, type }: { path: string; type: string }) => `${type} ${path}`).sort()).toEqual([
    'blob a/z',
    'blob b/y',
    'tree a',
    'tree b',
  ])
  expect((await send('POST', 'trees', { base_tree: json.sha, tree: tree.slice(0, 1) })).status).toBe(422)
  expect((await send('GET', `trees/${first}`)).json.tree).toHaveLength(2)
})

test('a ref is made once and moves forward only, unless forced', async () => {
  const first = await commit({ a: '1' })
  const second = await commit({ a: '2' }, [first])
  const other = addCommit(repository, { message: 'other' })
  const ref = { ref: 'refs/heads/h', sha: first }
  expect((await send('POST', 'refs', ref)).status).toBe(201)
  expect((await send('POST', 'refs', ref)).json.message).toBe('Reference already exists')
  expect((await send('PATCH', 'refs/heads/h', { sha: second, force: false })).status).toBe(200)
  expect((await send('PATCH', 'refs/heads/h', { sha: other })).json.message).toBe('Update is not a fast forward')
  expect((await send('PATCH', 'refs/heads/none', { sha: other })).json.message).toBe('Reference does not exist')
  expect((await send('GET', 'ref/heads/h')).json.object.sha).toBe(second)
  expect((await send('PATCH', 'refs/heads/h', { sha: other, force: true })).status).toBe(200)
  expect((await send('GET', 'ref/heads/none')).status).toBe(404)
})

test('a token that may only read writes nothing', async () => {
  const refused = await send('POST', 'blobs', { content: 'x' }, 'reader')
  expect([refused.status, refused.headers.get('x-accepted-github-permissions')]).toEqual([403, 'contents=write'])
})
