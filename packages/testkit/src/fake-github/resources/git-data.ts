import { type Answer, type Call, NOT_FOUND, ok, refuse } from '../call.js'
import { ancestors } from '../history.js'
import { addCommit } from '../state.js'
import { addBlob, addTree, EMPTY_TREE, type NamedObject, objectId, objectsOf, walkTree } from './git-objects.js'
import { pageUrl, repositoryUrl } from './repositories.js'

/** GitHub gives at most so many entries of a tree at once. */
const MAX_TREE_ENTRIES = 100_000

const PERSON = { name: 'Octo Cat', email: 'octocat@example.com', date: '2026-01-01T00:00:00Z' }

/** `git/get-ref` */
export function getRef(call: Call): Answer {
  const ref = `refs/${call.path.ref}`
  const sha = call.repository.refs.get(ref)
  return sha === undefined ? NOT_FOUND : ok(presentRef(call, { ref, sha }))
}

/** `git/create-ref` */
export function createRef(call: Call): Answer {
  const { refs, commits } = call.repository
  const [ref, sha] = [String(call.body.ref), String(call.body.sha)]
  if (!/^refs\/[^/]+\/./.test(ref)) return refuse(422, 'Reference name must start with refs/ and have two slashes')
  if (refs.has(ref)) return refuse(422, 'Reference already exists')
  if (!commits.has(sha)) return refuse(422, 'Object does not exist')
  refs.set(ref, sha)
  return { status: 201, body: presentRef(call, { ref, sha }) }
}

/** `git/update-ref` */
export function updateRef(call: Call): Answer {
  const { refs, commits } = call.repository
  const [ref, sha] = [`refs/${call.path.ref}`, String(call.body.sha)]
  const before = refs.get(ref)
  if (before === undefined) return refuse(422, 'Reference does not exist')
  if (!commits.has(sha)) return refuse(422, 'Object does not exist')
  if (call.body.force !== true && !ancestors(call.repository, sha).has(before))
    return refuse(422, 'Update is not a fast forward')
  refs.set(ref, sha)
  return ok(presentRef(call, { ref, sha }))
}

/** `git/get-blob` */
export function getBlob(call: Call): Answer {
  const sha = String(call.path.file_sha)
  const content = objectsOf(call.repository).blobs.get(sha)
  if (content === undefined) return NOT_FOUND
  return ok({
    sha,
    node_id: `B_${sha}`,
    size: content.length,
    url: gitUrl(call, `blobs/${sha}`),
    content: Buffer.from(content).toString('base64'),
    encoding: 'base64',
  })
}

/** `git/create-blob` */
export function createBlob(call: Call): Answer {
  const encoding = call.body.encoding === 'base64' ? 'base64' : 'utf8'
  const sha = addBlob(objectsOf(call.repository), Buffer.from(String(call.body.content), encoding))
  return { status: 201, body: { sha, url: gitUrl(call, `blobs/${sha}`) } }
}

/** `git/get-tree`; takes the id of a commit, too. */
export function getTree(call: Call): Answer {
  const sha = treeId(call, String(call.path.tree_sha))
  const entries = sha === null ? null : walkTree(objectsOf(call.repository), sha)
  if (sha === null || entries === null) return NOT_FOUND
  const shown = [...entries].filter(([path]) => call.query.recursive !== undefined || !path.includes('/'))
  return ok(presentTree(call, { sha, entries: shown }))
}

/** `git/create-tree` */
export function createTree(call: Call): Answer {
  const objects = objectsOf(call.repository)
  const base = call.body.base_tree === undefined ? EMPTY_TREE : treeId(call, String(call.body.base_tree))
  const before = base === null ? null : walkTree(objects, base)
  if (before === null) return refuse(404, 'Not Found')
  const files = new Map([...before].filter(([, { type }]) => type === 'blob'))
  for (const entry of call.body.tree as readonly TreeRequest[]) {
    const { path = '', mode = '100644', sha, content } = entry
    if (sha === null) {
      if (!files.delete(path)) return refuse(422, 'GitRPC::BadObjectState')
      continue
    }
    const blob = sha ?? addBlob(objects, Buffer.from(content ?? ''))
    if (!objects.blobs.has(blob)) return refuse(422, `tree.sha ${blob} is not a valid blob`)
    files.set(path, { mode, type: 'blob', sha: blob })
  }
  const sha = addTree(objects, files)
  const shown = [...(walkTree(objects, sha) ?? [])].filter(([path]) => !path.includes('/'))
  return { status: 201, body: presentTree(call, { sha, entries: shown }) }
}

interface TreeRequest {
  readonly path?: string
  readonly mode?: string
  readonly sha?: string | null
  readonly content?: string
}

/** `git/get-commit` */
export function getGitCommit(call: Call): Answer {
  const sha = String(call.path.commit_sha)
  return call.repository.commits.has(sha) ? ok(presentCommit(call, sha)) : NOT_FOUND
}

/** `git/create-commit` */
export function createCommit(call: Call): Answer {
  const { repository } = call
  const [tree, message] = [String(call.body.tree), String(call.body.message)]
  const parents = Array.isArray(call.body.parents) ? call.body.parents.map(String) : []
  if (!objectsOf(repository).trees.has(tree)) return refuse(422, 'Tree SHA does not exist')
  if (parents.some((parent) => !repository.commits.has(parent))) return refuse(422, 'Parent SHA does not exist')
  const date = call.state.now().getTime()
  const sha = objectId('commit', Buffer.from(JSON.stringify([tree, parents, message, date])))
  addCommit(repository, { sha, parents, message })
  objectsOf(repository).treeOfCommit.set(sha, tree)
  return { status: 201, body: presentCommit(call, sha) }
}

function treeId({ repository }: Call, sha: string): string | null {
  const { trees, treeOfCommit } = objectsOf(repository)
  if (trees.has(sha)) return sha
  return treeOfCommit.get(sha) ?? (repository.commits.has(sha) ? EMPTY_TREE : null)
}

function presentRef(call: Call, { ref, sha }: { readonly ref: string; readonly sha: string }): unknown {
  return {
    ref,
    node_id: `REF_${ref}`,
    url: gitUrl(call, ref),
    object: { type: 'commit', sha, url: gitUrl(call, `commits/${sha}`) },
  }
}

interface ShownTree {
  readonly sha: string
  readonly entries: readonly (readonly [string, NamedObject])[]
}

function presentTree(call: Call, { sha, entries }: ShownTree): unknown {
  const { blobs } = objectsOf(call.repository)
  return {
    sha,
    url: gitUrl(call, `trees/${sha}`),
    truncated: entries.length > MAX_TREE_ENTRIES,
    tree: entries.slice(0, MAX_TREE_ENTRIES).map(([path, object]) => ({
      path,
      ...object,
      ...(object.type === 'blob' ? { size: blobs.get(object.sha)?.length ?? 0 } : {}),
      url: gitUrl(call, `${object.type}s/${object.sha}`),
    })),
  }
}

function presentCommit(call: Call, sha: string): unknown {
  const commit = call.repository.commits.get(sha)
  const tree = treeId(call, sha) ?? EMPTY_TREE
  return {
    sha,
    node_id: `C_${sha}`,
    url: gitUrl(call, `commits/${sha}`),
    html_url: `${pageUrl(call.repository)}/commit/${sha}`,
    author: PERSON,
    committer: PERSON,
    message: commit?.message ?? '',
    tree: { sha: tree, url: gitUrl(call, `trees/${tree}`) },
    parents: (commit?.parents ?? []).map((parent) => ({
      sha: parent,
      url: gitUrl(call, `commits/${parent}`),
      html_url: `${pageUrl(call.repository)}/commit/${parent}`,
    })),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  }
}

function gitUrl({ baseUrl, repository }: Call, rest: string): string {
  return `${repositoryUrl(baseUrl, repository)}/git/${rest}`
}
