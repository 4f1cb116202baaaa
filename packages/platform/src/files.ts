import type { Files } from '@testwarden/core/ports/files'
import { type Boundary, type BoundaryOptions, createBoundary } from './files/confine.js'
import { findFiles } from './files/find.js'
import { readChunks, readHead, readText } from './files/read.js'
import { unpacked } from './files/unpack.js'
import { writeWhole } from './files/write.js'

/**
 * Files below a root. With `reach: 'workspace'` nothing outside the root is read or written, whatever links and `..`
 * say, but for what earlier steps left in `stepFiles`, which is read only; with `reach: 'machine'` a path that the user
 * names may lie anywhere. Touches the disk at the first question.
 */
export function createWorkspaceFiles(options: BoundaryOptions): Files {
  let known: Promise<Boundary> | null = null
  const boundary = (): Promise<Boundary> => {
    known ??= createBoundary(options)
    return known
  }
  return {
    find: async (pattern, passBy) => findFiles(await boundary(), pattern, passBy),
    async *read(path) {
      yield* unpacked(readChunks(await boundary(), path), { given: path })
    },
    readHead: async (path, limit) => readHead(await boundary(), path, limit),
    readText: async (path, maxBytes) => readText(await boundary(), path, maxBytes),
    write: async (path, content) => writeWhole(await boundary(), path, content),
  }
}
