/**
 * The central directory of a zip file, and nothing more of the format than artifacts need: no encryption, no volumes,
 * no zip64 (four gigabytes are far beyond our limits).
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3
 */
export interface ZipEntry {
  readonly name: string
  readonly kind: 'file' | 'folder'
  readonly method: 'stored' | 'deflated'
  readonly compressedBytes: number
  readonly bytes: number
  /** Offset of the local header. */
  readonly offset: number
}

export type ZipListing =
  | { readonly ok: true; readonly entries: readonly ZipEntry[]; readonly directoryOffset: number }
  /** Reads on after the name of the file: `is no zip file`. */
  | { readonly ok: false; readonly message: string }

const END_SIGNATURE = 0x06054b50
const END_BYTES = 22
const MAX_COMMENT_BYTES = 0xffff
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_BYTES = 46
const FLAG_ENCRYPTED = 1
const MADE_ON_UNIX = 3
const UNIX_KIND_MASK = 0xf000
const UNIX_FILE = 0x8000
const UNIX_FOLDER = 0x4000

/** Lists the entries. An archive with one entry that could lead anywhere else is refused as a whole. */
export function listZip(zip: Buffer, maxEntries: number): ZipListing {
  const end = findEnd(zip)
  if (end === null) return refused('is no zip file, or ends early')
  const count = zip.readUInt16LE(end + 10)
  const bytes = zip.readUInt32LE(end + 12)
  const offset = zip.readUInt32LE(end + 16)
  const isWhole = zip.readUInt16LE(end + 4) === 0 && zip.readUInt16LE(end + 8) === count && offset + bytes <= end
  if (!isWhole) return refused('is a zip file of several parts, too large, or damaged')
  if (count > maxEntries) return refused(`has ${count} entries; at most ${maxEntries} are read`)
  return readEntries(zip.subarray(offset, offset + bytes), { count, offset })
}

function readEntries(
  directory: Buffer,
  { count, offset }: { readonly count: number; readonly offset: number },
): ZipListing {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let index = 0; index < count; index++) {
    const read = readEntry(directory, at)
    if (typeof read === 'string') return refused(read)
    const { entry, nextAt } = read
    if (entries.has(entry.name)) return refused(`has two entries called ${JSON.stringify(entry.name)}`)
    entries.set(entry.name, entry)
    at = nextAt
  }
  return { ok: true, entries: [...entries.values()], directoryOffset: offset }
}

/** A text says why not. */
function readEntry(directory: Buffer, at: number): { readonly entry: ZipEntry; readonly nextAt: number } | string {
  if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE)
    return 'has a damaged list of entries'
  const nameBytes = directory.readUInt16LE(at + 28)
  const nextAt = at + ENTRY_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  if (nextAt > directory.length) return 'has a damaged list of entries'
  const name = decodeName(directory.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes))
  if (name === null) return 'has an entry whose name is not UTF-8'
  const fault = faultOfName(name) ?? faultOfKind(directory, at)
  if (fault !== null) return `has the entry ${JSON.stringify(name.slice(0, 200))}, which ${fault}`
  const entry: ZipEntry = {
    name,
    kind: name.endsWith('/') ? 'folder' : 'file',
    method: directory.readUInt16LE(at + 10) === 0 ? 'stored' : 'deflated',
    compressedBytes: directory.readUInt32LE(at + 20),
    bytes: directory.readUInt32LE(at + 24),
    offset: directory.readUInt32LE(at + 42),
  }
  return { entry, nextAt }
}

function decodeName(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Nothing is ever unpacked to disk; a name that only makes sense there shows that the archive is none of ours. */
function faultOfName(name: string): string | null {
  if (name === '' || name.includes('\0')) return 'has no usable name'
  if (name.startsWith('/')) return 'is an absolute path'
  if (name.includes('\\')) return 'has a backslash in its path'
  if (/^[A-Za-z]:/.test(name)) return 'names a drive'
  if (name.split('/').includes('..')) return 'leads out of its folder'
  return null
}

function faultOfKind(directory: Buffer, at: number): string | null {
  if ((directory.readUInt16LE(at + 8) & FLAG_ENCRYPTED) !== 0) return 'is encrypted'
  const method = directory.readUInt16LE(at + 10)
  if (method !== 0 && method !== 8) return `is packed by the unknown method ${method}`
  if (directory.readUInt8(at + 5) !== MADE_ON_UNIX) return null
  const kind = (directory.readUInt32LE(at + 38) >>> 16) & UNIX_KIND_MASK
  return kind === 0 || kind === UNIX_FILE || kind === UNIX_FOLDER ? null : 'is a link or a device'
}

/** The record stands at the end, before a comment that says its own length. */
function findEnd(zip: Buffer): number | null {
  const first = Math.max(0, zip.length - END_BYTES - MAX_COMMENT_BYTES)
  for (let at = zip.length - END_BYTES; at >= first; at--) {
    const isEnd = zip.readUInt32LE(at) === END_SIGNATURE
    if (isEnd && at + END_BYTES + zip.readUInt16LE(at + 20) === zip.length) return at
  }
  return null
}

function refused(message: string): ZipListing {
  return { ok: false, message }
}
