import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { listZip, type ZipEntry } from './zip-directory.js'

const inflate = promisify(inflateRaw)

const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_BYTES = 30

export interface UnzipLimits {
  readonly maxEntries: number
  /** Of one entry, unpacked. */
  readonly maxEntryBytes: number
  /** Of all together, unpacked. */
  readonly maxTotalBytes: number
  /** Unpacked to packed, of one entry and of all together. */
  readonly maxRatio: number
}

export type Unzipped =
  | { readonly ok: true; readonly files: readonly UnzippedFile[] }
  /** Reads on after the name of the archive: `is no zip file`. */
  | { readonly ok: false; readonly message: string }

export interface UnzippedFile {
  readonly name: string
  readonly content: Buffer
}

/**
 * The wanted files of a zip archive from a stranger, in memory. Everything that the archive says of itself is checked
 * before the first byte is unpacked, and again while it is: what it claims is never what memory is given by.
 */
export async function unzip(zip: Buffer, isWanted: (name: string) => boolean, limits: UnzipLimits): Promise<Unzipped> {
  const listing = listZip(zip, limits.maxEntries)
  if (!listing.ok) return listing
  const fault = faultOfSizes(listing.entries, limits)
  if (fault !== null) return { ok: false, message: fault }
  const files: UnzippedFile[] = []
  for (const entry of listing.entries.filter(({ name, kind }) => kind === 'file' && isWanted(name))) {
    const content = await unpack(zip.subarray(0, listing.directoryOffset), entry)
    if (content === null) return { ok: false, message: `is damaged at the entry ${JSON.stringify(entry.name)}` }
    files.push({ name: entry.name, content })
  }
  return { ok: true, files }
}

function faultOfSizes(
  entries: readonly ZipEntry[],
  { maxEntryBytes, maxTotalBytes, maxRatio }: UnzipLimits,
): string | null {
  let packed = 0
  let unpacked = 0
  for (const { name, bytes, compressedBytes } of entries) {
    packed += compressedBytes
    unpacked += bytes
    const what = `the entry ${JSON.stringify(name.slice(0, 200))}`
    if (bytes > maxEntryBytes) return `has ${what}, which is ${bytes} bytes long; at most ${maxEntryBytes} are read`
    if (bytes > compressedBytes * maxRatio) return `has ${what}, which unpacks to more than ${maxRatio} times its size`
  }
  if (unpacked > maxTotalBytes) return `unpacks to ${unpacked} bytes; at most ${maxTotalBytes} are read`
  return unpacked > packed * maxRatio ? `unpacks to more than ${maxRatio} times its size` : null
}

/** null: what lies there is not what the directory says. */
async function unpack(zip: Buffer, entry: ZipEntry): Promise<Buffer | null> {
  const packed = packedBytes(zip, entry)
  if (packed === null) return null
  if (entry.method === 'stored') return packed.length === entry.bytes ? packed : null
  try {
    // One byte more than claimed is enough to see that the claim was a lie.
    const content = await inflate(packed, { maxOutputLength: entry.bytes + 1 })
    return content.length === entry.bytes ? content : null
  } catch {
    return null
  }
}

function packedBytes(zip: Buffer, { name, offset, compressedBytes }: ZipEntry): Buffer | null {
  if (offset + LOCAL_BYTES > zip.length || zip.readUInt32LE(offset) !== LOCAL_SIGNATURE) return null
  const nameEnd = offset + LOCAL_BYTES + zip.readUInt16LE(offset + 26)
  const start = nameEnd + zip.readUInt16LE(offset + 28)
  const hasSameName = zip.subarray(offset + LOCAL_BYTES, nameEnd).equals(Buffer.from(name))
  return hasSameName && start + compressedBytes <= zip.length ? zip.subarray(start, start + compressedBytes) : null
}
