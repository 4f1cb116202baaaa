import type { GitHub } from '@testwarden/core/ports/github'
import type { TokenGrant } from '@testwarden/testkit/fake-github/permissions'
import type { Repository } from '@testwarden/testkit/fake-github/repository'
import { type FakeGitHub, startFakeGitHub } from '@testwarden/testkit/fake-github/start-fake-github'
import { addCommit, addRepository } from '@testwarden/testkit/fake-github/state'
import { createGitHub } from '../../src/github/client.js'

export const US = 'github-actions[bot]'

export interface FakeRepository {
  readonly fake: FakeGitHub
  readonly repository: Repository
  /** Tip of the default branch. */
  readonly tip: string
  /** What a run has: its waits and answers are its own. */
  connect(permissions: TokenGrant['permissions']): GitHub
}

/** It is private, so that every request needs its permission. */
export async function openFakeRepository(now: () => Date): Promise<FakeRepository> {
  const fake = await startFakeGitHub({ now })
  const repository = addRepository(fake.state, { owner: 'octo', name: 'example', isPrivate: true })
  const tip = addCommit(repository, {})
  repository.refs.set('refs/heads/main', tip)
  return {
    fake,
    repository,
    tip,
    connect(permissions) {
      const token = `token-${fake.tokens.size}`
      fake.tokens.set(token, { login: US, permissions })
      return createGitHub({ token, repository: 'octo/example', apiUrl: fake.url })
    },
  }
}
