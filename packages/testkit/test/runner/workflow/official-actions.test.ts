// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of GitHub expressions
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { FinishedRun } from '../../../src/runner/workflow/results.js'
import { createSmallSite, printed, RUN, results, type SmallSite } from '../../../src/runner/workflow/small-site.js'

let small: SmallSite

beforeEach(async () => {
  small = await createSmallSite()
})

afterEach(() => small.close())

/** Runs one job with these steps, given as a YAML list in one line each. */
function run(steps: readonly string[], permissions = '{ contents: read }'): Promise<FinishedRun> {
  const list = steps.map((step) => `      - ${step}`).join('\n')
  return small.run(`on: push\njobs:\n  test:\n    runs-on: x\n    permissions: ${permissions}\n    steps:\n${list}\n`)
}

function git({ jobs }: FinishedRun, ...args: readonly string[]): string {
  return execFileSync('git', [...args], { cwd: jobs[0]?.workspace ?? '', encoding: 'utf8' }).trim()
}

describe('actions/checkout', () => {
  test("fetches the event's commit and no more, by the token of the job", async () => {
    const done = await run(['uses: actions/checkout@v5'])
    expect(results(done)).toEqual({ test: 'success' })
    expect(git(done, 'rev-parse', 'HEAD')).toBe(small.sha)
    expect(git(done, 'rev-list', '--count', 'HEAD')).toBe('1')
    expect(git(done, 'rev-parse', '--abbrev-ref', 'HEAD')).toBe('main')
    expect(git(done, 'config', 'remote.origin.url')).toBe(`${small.server.url}/octo-org/example`)
  })

  test('fetches more where it is told to, and leaves its token only where nobody forbids it', async () => {
    const kept = await run(['{ uses: actions/checkout@v5, with: { fetch-depth: 2 } }'])
    expect(git(kept, 'rev-list', '--count', 'HEAD')).toBe('2')
    expect(git(kept, 'config', `http.${small.server.url}/.extraheader`)).toMatch(/^AUTHORIZATION: basic /)
    const clean = await run(['{ uses: actions/checkout@v5, with: { persist-credentials: false } }'])
    expect(git(clean, 'config', '--local', '--list')).not.toContain('extraheader')
  })

  test('fails in a private repository without `contents: read`', async () => {
    expect(results(await run(['uses: actions/checkout@v5'], '{}'))).toEqual({ test: 'failure' })
  })

  test('is an error with an input that is not simulated', async () => {
    const step = '{ uses: actions/checkout@v5, with: { sparse-checkout: src } }'
    await expect(run([step])).rejects.toThrow('sparse-checkout')
  })
})

describe('actions/upload-artifact', () => {
  const upload = (more: string) => `{ id: up, uses: actions/upload-artifact@v4, with: { name: all, ${more} } }`

  /** Names in the central directory of the only artifact, in its order. */
  function entries(): readonly string[] {
    const zip = [...small.site.repository.artifacts.values()][0]?.zip ?? Buffer.alloc(0)
    const names: string[] = []
    for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 1))
      names.push(zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)))
    return names
  }

  test('keeps files below the nearest folder that holds them all, without hidden ones', async () => {
    const made = 'run: mkdir -p out/deep .x && touch out/a.txt out/deep/b.txt out/.hidden'
    const done = await run([made, upload('path: out'), 'run: echo "${{ steps.up.outputs.artifact-id }}"'])
    const [artifact] = [...small.site.repository.artifacts.values()]
    expect(artifact).toMatchObject({ run: RUN, name: 'all' })
    expect(entries()).toEqual(['a.txt', 'deep/b.txt'])
    expect(printed(done)).toContain(String(artifact?.id))
  })

  test('refuses a second one of the same name, unless it may overwrite', async () => {
    const made = 'run: echo 1 > a.txt'
    const twice = await run([made, upload('path: a.txt'), upload('path: a.txt')])
    expect(results(twice)).toEqual({ test: 'failure' })
    expect(printed(twice).join('\n')).toContain('409')
    const over = await run([made, upload('path: a.txt, overwrite: true'), upload('path: a.txt, overwrite: true')])
    expect(results(over)).toEqual({ test: 'success' })
    expect(small.site.repository.artifacts.size).toBe(1)
  })

  test('warns about files that are not there, or fails where it is told to', async () => {
    const warned = await run([upload('path: none.txt')])
    expect([results(warned), small.site.repository.artifacts.size]).toEqual([{ test: 'success' }, 0])
    expect(printed(warned).join('\n')).toContain('##[warning]No files were found')
    expect(results(await run([upload('path: none.txt, if-no-files-found: error')]))).toEqual({ test: 'failure' })
  })

  test('refuses a time that GitHub would not keep it, and a name that is no name', async () => {
    const made = 'run: echo 1 > a.txt'
    expect(results(await run([made, upload('path: a.txt, retention-days: 91')]))).toEqual({ test: 'failure' })
    const named = '{ uses: actions/upload-artifact@v4, with: { name: a/b, path: a.txt } }'
    expect(results(await run([made, named]))).toEqual({ test: 'failure' })
  })
})

describe('the git server', () => {
  /** A script that pushes with a token of its own choice. */
  const push = (token: string) => {
    const header = `AUTHORIZATION: basic $(printf 'x-access-token:%s' '${token}' | base64 | tr -d '\\n')`
    const script = `git -c http.extraheader="${header}" push -q "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY" HEAD:refs/heads/new`
    return `{ run: ${JSON.stringify(script)} }`
  }
  const OWN = '${{ github.token }}'
  const checkout = '{ uses: actions/checkout@v5, with: { persist-credentials: false, fetch-depth: 0 } }'

  test('takes a push from a token with `contents: write`, and from no other', async () => {
    const reading = await run([checkout, push(OWN)])
    expect(printed(reading).join('\n')).toMatch(/403/)
    const unknown = await run([checkout, push('ghs_nobody')], '{ contents: write }')
    expect(printed(unknown).join('\n')).toMatch(/Authentication failed|could not read Username|401/)
    expect([reading, unknown].map(results)).toEqual([{ test: 'failure' }, { test: 'failure' }])
    expect(small.remote.refSha('refs/heads/new')).toBeNull()
    const writing = await run([checkout, push(OWN)], '{ contents: write }')
    expect(results(writing)).toEqual({ test: 'success' })
    expect(small.remote.refSha('refs/heads/new')).toBe(small.sha)
    expect(small.server.accesses.at(-1)).toMatchObject({ kind: 'write' })
  })

  test('serves the API too, as Enterprise Server does', async () => {
    small.site.github.tokens.set('t', { login: 'x', permissions: { metadata: 'read' } })
    const headers = { authorization: 'token t' }
    const rest = await fetch(`${small.server.url}/api/v3/repos/octo-org/example`, { headers })
    expect(await rest.json()).toMatchObject({ full_name: 'octo-org/example' })
    const body = JSON.stringify({ query: 'query { viewer { login } }' })
    const graphql = await fetch(`${small.server.url}/api/graphql`, { method: 'POST', headers, body })
    expect(await graphql.json()).toEqual({ data: { viewer: { login: 'x' } } })
  })
})

test('a job keeps its files to itself', async () => {
  const done = await run(['run: echo 1 > a.txt'])
  const again = await run(['run: ls'])
  expect(readFileSync(join(done.jobs[0]?.workspace ?? '', 'a.txt'), 'utf8')).toBe('1\n')
  expect(existsSync(join(again.jobs[0]?.workspace ?? '', 'a.txt'))).toBe(false)
})
