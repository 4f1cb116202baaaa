import { join, posix } from 'node:path'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { HistoryQuery, HistoryRead, HistoryStore } from '@testwarden/core/ports/history-store'
import { createSegmentFold } from '@testwarden/history/fold-segments'
import { linesOfKey } from '@testwarden/history/record-lookup'
import { encodeSegment, type Segment, segmentFileName } from '@testwarden/history/segment'
import { isLoosePath } from '@testwarden/history/segment-place'
import {
  type HistoryFolder,
  type HistoryPlace,
  listMonths,
  listSegments,
  makeFolders,
  makeHistoryFolder,
  openHistoryFolder,
  requireInside,
} from './history-folder.js'
import { publishFile, readSegmentFile } from './segment-file.js'
import { placeTaken, requireSameRecord } from './taken-place.js'

export interface DirStorePlace extends HistoryPlace {
  /** What the store is called on a page. */
  readonly name: string
}

/**
 * History as files of a folder, one segment per record key. Any number of processes may append at once.
 * The first append makes the folder. Links in it may not leave it.
 */
export function createDirStore(place: DirStorePlace): HistoryStore {
  return {
    name: place.name,
    async read(query) {
      const folder = await openHistoryFolder(place)
      return folder === null ? { records: [], warnings: [] } : readAction(folder, query)
    },
    append: (record) => appendRecord(place, record),
    async appendAll(records) {
      for (const record of records) await appendRecord(place, record)
    },
  }
}

async function appendRecord(place: DirStorePlace, record: HistoryRecord): Promise<'appended' | 'already-there'> {
  const segment = encodeSegment(record)
  const folder = await makeHistoryFolder(place)
  const known = await findSegment(folder, record)
  if (known !== null) return confirmSame(folder, { known, segment })
  await makeFolders(folder, posix.dirname(segment.path))
  if (await publishFile(join(folder.root, segment.path), segment.content)) return 'appended'
  return confirmSame(folder, { known: segment.path, segment })
}

async function readAction(folder: HistoryFolder, query: HistoryQuery): Promise<HistoryRead> {
  const fold = createSegmentFold(query)
  const { paths, strangers } = await listSegments(folder, query.action)
  for (const path of strangers) fold.addFault(`${path} is nothing that this version knows; it is not used`)
  for (const path of paths) {
    const read = await readSegmentFile(folder, path)
    if (read.ok) fold.add(read.segment)
    else fold.addFault(read.fault)
  }
  return fold.end()
}

/** A retry may come in another month than the first try, so all of them are looked at; so are the packed segments. */
async function findSegment(folder: HistoryFolder, record: HistoryRecord): Promise<string | null> {
  const months = await listMonths(folder, record.key.action)
  for (const month of months.paths) {
    const path = `${month}/${segmentFileName(record.key)}`
    if ((await requireInside(folder, join(folder.root, path))) !== null) return path
  }
  return findInPacked(folder, record)
}

async function findInPacked(folder: HistoryFolder, { key }: HistoryRecord): Promise<string | null> {
  const { paths } = await listSegments(folder, key.action)
  for (const path of paths.filter((each) => !isLoosePath(each))) {
    const read = await readSegmentFile(folder, path)
    if (read.ok && linesOfKey(read.segment, key) !== null) return path
  }
  return null
}

/** @throws PlatformError when the segment that holds the key holds another record under it */
async function confirmSame(
  folder: HistoryFolder,
  { known, segment }: { readonly known: string; readonly segment: Segment },
): Promise<'already-there'> {
  const read = await readSegmentFile(folder, known)
  if (!read.ok) throw placeTaken(known, read.fault)
  requireSameRecord(read.segment, segment)
  return 'already-there'
}
