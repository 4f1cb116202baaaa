import { createHash } from 'node:crypto'
import type { Diff } from '@testwarden/core/model/diff'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Git, GitAbsence } from '@testwarden/core/ports/git'

export interface FakeCommit {
  readonly sha: string
  readonly parents: readonly string[]
  /** Path to content; what is not listed does not exist. */
  readonly files?: Readonly<Record<string, string>>
}

export interface FakeRepository {
  readonly absence?: GitAbsence
  /** The first one is HEAD. */
  readonly commits?: readonly FakeCommit[]
  readonly trackedFiles?: readonly string[]
  /** What every diff between two known trees answers. */
  readonly diff?: Diff
  readonly branches?: Readonly<Record<string, string>>
  readonly workspacePrefix?: string
  /** So many of the commits are known before history is deepened; all when absent. */
  readonly shallow?: number
}

/** A repository as a list of commits. Commits that are not listed cannot be had, as in a shallow clone without network. */
export class FakeGit implements Git {
  readonly absence: GitAbsence | null
  readonly #repository: FakeRepository
  readonly #parents: ReadonlyMap<string, readonly string[]>
  #known: number
  /** How often history was deepened. */
  deepenings = 0

  constructor(repository: FakeRepository = {}) {
    this.absence = repository.absence ?? null
    this.#repository = repository
    this.#parents = new Map((repository.commits ?? []).map((commit) => [commit.sha, commit.parents]))
    this.#known = repository.shallow ?? this.#parents.size
  }

  async headSha(): Promise<string> {
    const head = this.#repository.commits?.[0]
    if (head === undefined) throw new PlatformError('HEAD points to no commit.')
    return head.sha
  }

  async parents(sha: string): Promise<readonly string[]> {
    const parents = this.#parents.get(sha)
    if (parents === undefined) throw missing(sha)
    return parents
  }

  /** A hash of the listed files, so that equal trees have equal ids. */
  async treeOf(sha: string): Promise<string> {
    await this.ensureCommit(sha)
    const files = this.#repository.commits?.find((commit) => commit.sha === sha)?.files ?? {}
    return createHash('sha1')
      .update(JSON.stringify(Object.entries(files).sort()))
      .digest('hex')
  }

  /** The last of the list was made first, each an hour after the one before. */
  async timeOf(sha: string): Promise<string> {
    await this.ensureCommit(sha)
    const commits = this.#repository.commits ?? []
    const age = commits.findIndex((commit) => commit.sha === sha)
    return new Date(Date.UTC(2026, 0, 1) + (commits.length - age) * 3_600_000).toISOString()
  }

  async ensureCommit(sha: string): Promise<void> {
    if (!this.#parents.has(sha)) throw missing(sha)
  }

  async mergeBase(left: string, right: string): Promise<string | null> {
    const known = new Set(this.#ancestors(left))
    return this.#ancestors(right).find((sha) => known.has(sha)) ?? null
  }

  async resolve(revision: string): Promise<string | null> {
    if (this.#parents.has(revision)) return revision
    const branches = this.#repository.branches ?? {}
    return Object.hasOwn(branches, revision) ? (branches[revision] ?? null) : null
  }

  async firstParents(sha: string, limit: number): Promise<readonly string[]> {
    const line: string[] = []
    for (let at: string | undefined = sha; at !== undefined && line.length < limit; at = this.#parents.get(at)?.[0]) {
      if (!this.#parents.has(at) || line.length >= this.#known) break
      line.push(at)
    }
    return line
  }

  async deepen(sha: string, commits: number): Promise<void> {
    await this.ensureCommit(sha)
    if (this.#known >= this.#parents.size) return
    this.deepenings++
    this.#known = commits
  }

  async fetchBranch(name: string): Promise<string> {
    const sha = await this.resolve(name)
    if (sha === null) throw missing(name)
    return sha
  }

  async readFile(sha: string, path: string, maxBytes: number): Promise<string | null> {
    await this.ensureCommit(sha)
    const files = this.#repository.commits?.find((commit) => commit.sha === sha)?.files ?? {}
    const content = Object.hasOwn(files, path) ? (files[path] ?? null) : null
    if (content !== null && content.length > maxBytes)
      throw new PlatformError(`${path} is longer than ${maxBytes} bytes.`)
    return content
  }

  async hashPaths(sha: string, predicates: readonly ((path: string) => boolean)[]): Promise<readonly string[]> {
    await this.ensureCommit(sha)
    const files = Object.entries(this.#repository.commits?.find((commit) => commit.sha === sha)?.files ?? {}).sort()
    return predicates.map((takes) => JSON.stringify(files.filter(([path]) => takes(path))))
  }

  async diff(base: string, head: string | null): Promise<Diff> {
    await this.ensureCommit(base)
    if (head !== null) await this.ensureCommit(head)
    return this.#repository.diff ?? []
  }

  async trackedFiles(): Promise<readonly string[]> {
    return this.#repository.trackedFiles ?? []
  }

  async workspacePrefix(): Promise<string> {
    return this.#repository.workspacePrefix ?? ''
  }

  /** Breadth first, itself first. */
  #ancestors(sha: string): string[] {
    const seen = new Set([sha])
    for (const at of seen) for (const parent of this.#parents.get(at) ?? []) seen.add(parent)
    return [...seen]
  }
}

function missing(sha: string): PlatformError {
  return new PlatformError(`The commit ${sha} is not here.`, { remedy: 'Check out with fetch-depth: 0.' })
}
