import type { Repository } from '@testwarden/testkit/fake-github/repository'
import { addBlob, addTree, objectsOf, walkTree } from '@testwarden/testkit/fake-github/resources/git-objects'
import { type FakeGitHub, startFakeGitHub } from '@testwarden/testkit/fake-github/start-fake-github'
import { addCommit, addRepository } from '@testwarden/testkit/fake-github/state'
import type { SegmentStoreUnderTest } from '@testwarden/testkit/history-store-conformance'
import { createApiBranch } from '../../../src/history/api-branch.js'
import { FIRST_FILES } from '../../../src/history/branch-marker.js'
import { createBranchStore } from '../../../src/history/branch-store.js'
import { REF, SAMPLE_NOW_MS, TEST_PATIENCE } from './git-history.js'

const BOT = 'github-actions[bot]'

export interface ApiHistory extends SegmentStoreUnderTest {
  readonly github: FakeGitHub
  readonly repository: Repository
  openAs(token: string): ReturnType<SegmentStoreUnderTest['open']>
}

/** A repository with a commit on `main`, for tokens named `writer`, `reader` and `stranger`. */
export async function makeApiHistory(): Promise<ApiHistory> {
  const github = await startFakeGitHub({
    tokens: {
      writer: { login: BOT, permissions: { contents: 'write' } },
      reader: { login: BOT, permissions: { contents: 'read' } },
      stranger: { login: BOT, permissions: {}, repositories: [] },
    },
  })
  github.state.rateLimit.remaining = 1_000_000
  github.state.rateLimit.limit = 1_000_000
  const repository = addRepository(github.state, { owner: 'o', name: 'r', isPrivate: true })
  repository.refs.set('refs/heads/main', addCommit(repository, { message: 'first' }))
  const openAs: ApiHistory['openAs'] = (token) =>
    createBranchStore({
      name: 'git:testwarden-history',
      branch: createApiBranch({ ref: REF, github: { token, repository: 'o/r', apiUrl: github.url } }),
      patience: TEST_PATIENCE,
      nowMs: () => SAMPLE_NOW_MS,
    })
  return {
    github,
    repository,
    openAs,
    open: () => openAs('writer'),
    plant: async ({ path, content }) => plant(repository, { path, content }),
  }
}

function plant(
  repository: Repository,
  { path, content }: { readonly path: string; readonly content: Uint8Array },
): void {
  const objects = objectsOf(repository)
  const head = repository.refs.get(REF)
  const before = head === undefined ? new Map() : walkTree(objects, objects.treeOfCommit.get(head) ?? '')
  const files = new Map([...(before ?? [])].filter(([, { type }]) => type === 'blob'))
  const text = new TextEncoder()
  const added = [...(head === undefined ? FIRST_FILES.map((file) => [file.path, text.encode(file.text)] as const) : [])]
  for (const [name, bytes] of [...added, [path, content] as const])
    files.set(name, { mode: '100644', type: 'blob', sha: addBlob(objects, bytes) })
  const commit = addCommit(repository, {
    message: `planted ${repository.commits.size}`,
    parents: head === undefined ? [] : [head],
  })
  objects.treeOfCommit.set(commit, addTree(objects, files))
  repository.refs.set(REF, commit)
}
