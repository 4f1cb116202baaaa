import { describe, expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import { commit, newRepository, openGit, run, shallowCheckout } from '../support/git-project.js'

const inApi = (path: string) => path.startsWith('api/')
const inWeb = (path: string) => path.startsWith('web/')

describe('hashes over files of a commit', () => {
  test('are equal where paths, modes and contents are, whatever else changed', async () => {
    const remote = newRepository()
    const first = commit(remote, { 'api/a.ts': 'a\n', 'api/ü\tb.ts': 'b\n', 'web/w.ts': 'w\n' })
    const other = commit(remote, { 'web/w.ts': 'other\n', 'README.md': 'x\n' })
    const changed = commit(remote, { 'api/a.ts': 'A\n' })
    run(remote, 'mv', 'api/a.ts', 'api/c.ts')
    const renamed = commit(remote, {})
    const { git } = openGit(remote)
    const [before, beforeWeb] = await git.hashPaths(first, [inApi, inWeb])
    const [same, otherWeb] = await git.hashPaths(other, [inApi, inWeb])
    expect(same).toBe(before)
    expect(otherWeb).not.toBe(beforeWeb)
    const hashes = [before, ...(await git.hashPaths(changed, [inApi])), ...(await git.hashPaths(renamed, [inApi]))]
    expect(new Set(hashes).size).toBe(3)
    await git.dispose()
  })

  test('see every path as it is, and one listing answers all', async () => {
    const remote = newRepository()
    const sha = commit(remote, { 'dir/line\nbreak': '', 'dir/"quoted"': '', top: '' })
    const { git } = openGit(remote)
    const seen: string[] = []
    await git.hashPaths(sha, [(path) => seen.push(path) > 0, () => false])
    expect(seen).toEqual(['dir/"quoted"', 'dir/line\nbreak', 'top'])
    await git.dispose()
  })

  test('of a commit that the checkout left out are fetched, and of no commit are refused', async () => {
    const remote = newRepository()
    const before = commit(remote, { 'api/a.ts': 'a\n' })
    const after = commit(remote, { 'api/a.ts': 'b\n' })
    const { git } = openGit(shallowCheckout(`file://${remote}`, after))
    expect(await git.hashPaths(before, [inApi])).not.toEqual(await git.hashPaths(after, [inApi]))
    await expect(git.hashPaths('--help', [inApi])).rejects.toThrow(PlatformError)
    await git.dispose()
  })
})
