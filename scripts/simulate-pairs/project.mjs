import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
}

/** A repository with a base, a change that only renames things, and one that does a fifth more work. */
export function makeProject(folder) {
  const git = (...args) => execFileSync('git', args, { cwd: folder, env: ENV, encoding: 'utf8' }).trim()
  const commit = (files) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    git('add', '--all')
    git('commit', '--quiet', '--message', 'a change')
    return { sha: git('rev-parse', 'HEAD'), tree: git('rev-parse', 'HEAD^{tree}') }
  }
  git('init', '--quiet', '--initial-branch=main')
  return {
    base: commit({ 'work.txt': '300', 'readme.md': 'one' }),
    unchanged: commit({ 'readme.md': 'two' }),
    slower: commit({ 'work.txt': '360' }),
  }
}
