import { opendir, rename, rm } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Segment } from '@testwarden/history/segment'
import { isEmptyEdit, type SegmentEdit } from '@testwarden/history/segment-edit'
import { type ArchiveContent, type HistoryArchive, MAX_ARCHIVE_BYTES } from './archive.js'
import type { DirStorePlace } from './dir-store.js'
import { fsError } from './fs-error.js'
import { type HistoryFolder, makeFolders, makeHistoryFolder, openHistoryFolder } from './history-folder.js'
import { publishFile, readSegmentFile } from './segment-file.js'

const MAX_FILES = 100_000

/**
 * All of a history folder. A change writes what is new first and takes away last, so that an end in the middle leaves
 * some records twice, which readers take for one, and none lost. A folder has no compare-and-swap: nothing else should
 * write meanwhile.
 */
export function createDirArchive(place: DirStorePlace): HistoryArchive {
  return {
    name: place.name,
    async read() {
      const folder = await openHistoryFolder(place)
      return folder === null ? null : readEverything(folder)
    },
    async change(plan) {
      const folder = await openHistoryFolder(place)
      const planned = plan(folder === null ? { segments: [], faults: [] } : await readEverything(folder))
      if (!isEmptyEdit(planned.edit)) await perform(folder ?? (await makeHistoryFolder(place)), planned.edit)
      return planned
    },
  }
}

async function perform(folder: HistoryFolder, { write, move, remove }: SegmentEdit): Promise<void> {
  for (const { path, content } of write) {
    await makeFolders(folder, posix.dirname(path))
    // A name that is taken stands for the same content: an earlier change came to its end only in part.
    await publishFile(join(folder.root, path), content)
  }
  try {
    for (const { from, to } of move) {
      await makeFolders(folder, posix.dirname(to))
      await rename(join(folder.root, from), join(folder.root, to))
    }
    for (const path of remove) await rm(join(folder.root, path), { force: true })
  } catch (error) {
    throw fsError(error, `change the history in ${folder.root}`)
  }
}

async function readEverything(folder: HistoryFolder): Promise<ArchiveContent> {
  const segments: Segment[] = []
  const faults: string[] = []
  let bytes = 0
  for (const path of await listFiles(folder)) {
    const read = await readSegmentFile(folder, path)
    if (!read.ok) {
      faults.push(read.fault.replace(/; it is not used$/, ''))
      continue
    }
    bytes += read.segment.content.length
    if (bytes > MAX_ARCHIVE_BYTES) throw tooMuch(folder, `${MAX_ARCHIVE_BYTES / 1024 / 1024} MiB`)
    segments.push(read.segment)
  }
  return { segments, faults }
}

/** Relative, with `/`, ascending. A draft that a writer left behind is nobody's. */
async function listFiles(folder: HistoryFolder): Promise<string[]> {
  const paths: string[] = []
  const walk = async (prefix: string): Promise<void> => {
    for await (const entry of await opendir(join(folder.root, prefix))) {
      const path = `${prefix}${entry.name}`
      if (entry.isDirectory()) await walk(`${path}/`)
      else if (!entry.name.endsWith('.draft')) paths.push(path)
      if (paths.length > MAX_FILES) throw tooMuch(folder, `${MAX_FILES} files`)
    }
  }
  try {
    await walk('')
  } catch (error) {
    throw fsError(error, `list the history in ${folder.root}`)
  }
  return paths.sort()
}

function tooMuch({ root }: HistoryFolder, limit: string): PlatformError {
  return new PlatformError(`the history in ${root} is larger than ${limit}`, {
    remedy: 'move the folders of the oldest months out of the history',
  })
}
