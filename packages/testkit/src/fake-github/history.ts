import type { Commit, Repository } from './repository.js'

/** A branch, a tag, a full ref, a sha or the unique beginning of one; `owner:branch` names a fork's. */
export function resolveRevision(repository: Repository, revision: string): Commit | null {
  const name = revision.replace(/^[^/:]+:/, '')
  const candidates = [`refs/heads/${name}`, `refs/tags/${name}`, name, `refs/${name}`]
  const ref = candidates.map((candidate) => repository.refs.get(candidate)).find((sha) => sha !== undefined)
  const direct = repository.commits.get(ref ?? name)
  if (direct !== undefined) return direct
  if (!/^[0-9a-f]{7,40}$/.test(name)) return null
  const beginning = [...repository.commits.values()].filter(({ sha }) => sha.startsWith(name))
  return beginning.length === 1 ? (beginning[0] ?? null) : null
}

/** The commit itself and all that it stands on, nearest first. Parents that the fake was not told of end the way. */
export function ancestors(repository: Repository, sha: string): ReadonlyMap<string, Commit> {
  const found = new Map<string, Commit>()
  let level: readonly string[] = [sha]
  while (level.length > 0) {
    const commits = level.flatMap((name) => repository.commits.get(name) ?? [])
    const fresh = commits.filter((commit) => !found.has(commit.sha))
    for (const commit of fresh) found.set(commit.sha, commit)
    level = fresh.flatMap((commit) => commit.parents)
  }
  return found
}

/** A common ancestor that no other common ancestor stands on; null when there is none. */
export function mergeBase(repository: Repository, left: string, right: string): Commit | null {
  const onLeft = ancestors(repository, left)
  const common = [...ancestors(repository, right).values()].filter(({ sha }) => onLeft.has(sha))
  const below = new Set(
    common.flatMap(({ sha }) => [...ancestors(repository, sha).keys()].filter((name) => name !== sha)),
  )
  return common.find(({ sha }) => !below.has(sha)) ?? null
}
