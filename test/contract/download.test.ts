import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'

const ROOT = new URL('../..', import.meta.url)
/** What runs, and what people read who look into the download. */
const NEEDED = ['LICENSE', 'action.yml', 'actions', 'dist', 'package.json']
const READ = ['.gitattributes', '.gitignore', '.npmrc', 'CHANGELOG.md', 'CONTRIBUTING.md', 'README.md', 'SECURITY.md']

function git(...args: string[]): string[] {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\0').slice(0, -1)
}

/** Those of the paths that the archive has, which every job with a `uses:` step downloads. */
function downloaded(paths: readonly string[]): string[] {
  const answers = git('check-attr', '-z', 'export-ignore', '--', ...paths)
  return paths.filter((_, index) => answers[3 * index + 2] !== 'set')
}

test('every job downloads only what a step needs: the rest of the repository is left out', () => {
  const entries = git('ls-tree', '-z', '--name-only', 'HEAD')
  expect(downloaded(entries).sort()).toEqual([...NEEDED, ...READ].sort())
})

test('of an action it downloads no sources and no tests', () => {
  const entries = git('ls-tree', '-z', '--name-only', 'HEAD:actions').flatMap((action) =>
    git('ls-tree', '-z', '--name-only', `HEAD:actions/${action}`).map((entry) => `actions/${action}/${entry}`),
  )
  const names = downloaded(entries).map((path) => path.split('/').at(-1))
  expect([...new Set(names)].sort()).toEqual(['README.md', 'action.yml'])
})
