import { PlatformError } from '@testwarden/core/model/errors'
import { askGit, type GitPlace } from '../git/run-git.js'
import { isSha } from '../git/user-repository.js'
import type { CommitDraft, TreeChange } from './branch.js'

/** The account that GitHub shows for what a workflow commits. */
const PERSON = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>'

/** Of our own repository: fast-import cannot make a commit without a ref. */
const DRAFT = 'refs/testwarden/draft'

/**
 * A commit without an index or a working tree, by one process however many files it changes: who was outrun makes it
 * again, and processes are what a try costs. Until a ref of the server points to it nobody sees any of it.
 * @see https://git-scm.com/docs/git-fast-import
 * @throws PlatformError
 */
export async function createCommit(place: GitPlace, draft: CommitDraft): Promise<string> {
  const what = 'prepare the history commit'
  const args = ['fast-import', '--quiet', '--force', '--date-format=now', '--done']
  const answer = await askGit(withoutUnpacking(place), { what, args, input: streamOf(draft) })
  const sha = answer.trim()
  if (isSha(sha)) return sha
  throw new PlatformError(`cannot ${what}: git answered ${JSON.stringify(sha.slice(0, 100))}`)
}

/** Few objects would else be taken apart again, by a second process. */
function withoutUnpacking(place: GitPlace): GitPlace {
  return { ...place, config: [...place.config, ['fastimport.unpackLimit', '0']] }
}

/** Removals come first: a name may be left and taken again in one commit. */
function streamOf({ parent, changes, message }: CommitDraft): Uint8Array {
  const removals = changes.filter(({ kind }) => kind === 'remove')
  const others = changes.filter(({ kind }) => kind !== 'remove')
  return Buffer.concat([
    Buffer.from(`commit ${DRAFT}\nmark :1\ncommitter ${PERSON} now\n`),
    dataOf(Buffer.from(message)),
    Buffer.from(parent === null ? '' : `from ${parent}\n`),
    ...[...removals, ...others].flatMap(commandOf),
    Buffer.from('\nget-mark :1\ndone\n'),
  ])
}

function commandOf(change: TreeChange): readonly Uint8Array[] {
  const path = quoted(change.path)
  if (change.kind === 'remove') return [Buffer.from(`D ${path}\n`)]
  if (change.kind === 'place') return [Buffer.from(`M 100644 ${change.blob} ${path}\n`)]
  return [Buffer.from(`M 100644 inline ${path}\n`), dataOf(change.content)]
}

/** The length goes before, so no content can end it. */
function dataOf(content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`data ${content.length}\n`), content, Buffer.from('\n')])
}

/** As C writes a string: the path may be anybody's, and must not become a command of its own. */
function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`
}
