import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type FakeGitHub, startFakeGitHub } from '../../src/fake-github/start-fake-github.js'
import { send } from './client.js'

let github: FakeGitHub

beforeEach(async () => {
  github = await startFakeGitHub({ tokens: { writer: { login: 'app[bot]', permissions: {} } } })
})

afterEach(async () => {
  await github.close()
})

test('GraphQL tells any token whom it acts as', async () => {
  const { status, json } = await send(github, 'POST /graphql', { query: 'query { viewer { login } }' })
  expect({ status, json }).toEqual({ status: 200, json: { data: { viewer: { login: 'app[bot]' } } } })
  expect(github.requests.map(({ operation }) => operation)).toEqual(['graphql'])
  expect(github.violations).toEqual([])
})

test('a token that is issued later counts from then on', async () => {
  const ask = () => send(github, 'POST /graphql', { query: '{ viewer { login } }' }, 'later')
  expect((await ask()).status).toBe(401)
  github.tokens.set('later', { login: 'octocat', permissions: {} })
  expect((await ask()).json.data.viewer.login).toBe('octocat')
})

test('any other query is a violation, because nobody would notice a wrong answer', async () => {
  expect((await send(github, 'POST /graphql', { query: '{ viewer { email } }' })).status).toBe(400)
  expect(github.violations).toHaveLength(1)
})

test('faults that were cleared are not met', async () => {
  github.faults.add({ method: 'GET', path: /rate_limit/, nth: 'every', answer: { kind: 'status', status: 500 } })
  expect((await send(github, 'GET /rate_limit')).status).toBe(500)
  github.faults.clear()
  expect((await send(github, 'GET /rate_limit')).status).toBe(200)
})
