import { createHash } from 'node:crypto'

/**
 * A history branch that is nowhere but in memory and keeps the changes of each commit: a thousand appends in seconds
 * instead of minutes, by the store that jobs use.
 */
export function createMemoryBranch(ref) {
  let files = new Map()
  let head = null
  const commits = []
  const branch = {
    ref,
    fetch: async () => head,
    isAncestor: async () => true,
    list: async (_commit, folder) =>
      [...files]
        .filter(([path]) => folder === 'everything' || !path.includes('/') || path.startsWith(`${folder}/`))
        .map(([path, content]) => ({ path, blob: blobOf(content), kind: 'file', bytes: content.length })),
    async read(wanted, take) {
      for (const { path } of wanted) take({ path, content: files.get(path) })
    },
    async commit({ changes, message }) {
      commits.push({ changes, message })
      return String(commits.length)
    },
    async publish({ commit }) {
      files = new Map(files)
      const { changes } = commits[Number(commit) - 1]
      for (const { kind, path } of changes) if (kind === 'remove') files.delete(path)
      for (const { kind, path, content } of changes) if (kind === 'write') files.set(path, Buffer.from(content))
      head = commit
      return 'published'
    },
  }
  return { branch, commits }
}

function blobOf(content) {
  return createHash('sha1').update(content).digest('hex')
}

/** The commits as `git fast-import` reads them. */
export function* fastImportStream(ref, commits) {
  for (const [index, { changes, message }] of commits.entries()) {
    yield `commit ${ref}\ncommitter bench <bench@example.com> ${1_700_000_000 + index} +0000\n${dataOf(Buffer.from(message))}`
    for (const { kind, path } of changes) if (kind === 'remove') yield `D ${path}\n`
    for (const { kind, path, content } of changes)
      if (kind === 'write') yield `M 100644 inline ${path}\n${dataOf(Buffer.from(content))}`
  }
}

function dataOf(content) {
  return `data ${content.length}\n${content.toString('utf8')}\n`
}
