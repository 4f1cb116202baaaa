import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { askGit, type GitPlace } from '../git/run-git.js'
import type { CommitDraft, TreeChange } from './branch.js'

/** The account that GitHub shows for what a workflow commits. */
const PERSON = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' }

/** A commit by plumbing, without a working tree. Until a ref points to it nobody sees any of it. @throws PlatformError */
export async function createCommit(place: GitPlace, { parent, changes, message }: CommitDraft): Promise<string> {
  const index = path.join(place.cwd, `index-${randomUUID()}`)
  const writing: GitPlace = { ...place, variables: { ...place.variables, GIT_INDEX_FILE: index, ...identity() } }
  const what = 'prepare the history commit'
  try {
    await askGit(writing, { what, args: ['read-tree', ...(parent === null ? ['--empty'] : [parent])] })
    const input = await indexInfo(writing, changes)
    await askGit(writing, { what, args: ['update-index', '-z', '--add', '--index-info'], input })
    const tree = (await askGit(writing, { what, args: ['write-tree'] })).trim()
    const parents = parent === null ? [] : ['-p', parent]
    return (await askGit(writing, { what, args: ['commit-tree', tree, ...parents], input: message })).trim()
  } finally {
    await rm(index, { force: true })
  }
}

/** `<mode> <id>\t<path>`; mode 0 removes. Removals first: a name may be left and taken again in one commit. */
async function indexInfo(place: GitPlace, changes: readonly TreeChange[]): Promise<string> {
  const lines: string[] = []
  for (const change of changes) if (change.kind === 'remove') lines.push(`0 ${'0'.repeat(40)}\t${change.path}\0`)
  for (const change of changes) {
    if (change.kind === 'place') lines.push(`100644 ${change.blob}\t${change.path}\0`)
    if (change.kind === 'write') lines.push(`100644 ${await writeBlob(place, change.content)}\t${change.path}\0`)
  }
  return lines.join('')
}

async function writeBlob(place: GitPlace, content: Uint8Array): Promise<string> {
  const args = ['hash-object', '-w', '--stdin', '--no-filters']
  return (await askGit(place, { what: 'store a file of the history', args, input: content })).trim()
}

function identity(): Record<string, string> {
  return {
    GIT_AUTHOR_NAME: PERSON.name,
    GIT_AUTHOR_EMAIL: PERSON.email,
    GIT_COMMITTER_NAME: PERSON.name,
    GIT_COMMITTER_EMAIL: PERSON.email,
  }
}
