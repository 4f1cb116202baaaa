import { deflateRawSync } from 'node:zlib'

/** One entry; what it claims may be a lie. */
export interface ZipInput {
  readonly name: string
  readonly content: string | Uint8Array
  /** Mode bits as Unix has them, file kind included: 0o100644 is a file, 0o120777 a link. */
  readonly mode?: number
  /** Claimed length when unpacked, instead of the true one. */
  readonly claimedBytes?: number
  /** What the entry's own header calls it, instead of `name`. */
  readonly localName?: string
  readonly isEncrypted?: boolean
}

const UTF8_NAME = 1 << 11

/** A zip file as GitHub hands out artifacts: deflated entries, a central directory, no comment. */
export function writeZip(inputs: readonly ZipInput[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const input of inputs) {
    const content = Buffer.from(input.content)
    const packed = deflateRawSync(content)
    const fields = commonFields(input, { bytes: input.claimedBytes ?? content.length, packed: packed.length })
    const local = Buffer.concat([signed(0x04034b50), fields, nameOf(input.localName ?? input.name), packed])
    // The name's length stands in the common fields, so that another name needs its own.
    local.writeUInt16LE(Buffer.byteLength(input.localName ?? input.name), 26)
    locals.push(local)
    directory.push(directoryEntry(input, fields, offset))
    offset += local.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(inputs.length, 8)
  end.writeUInt16LE(inputs.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

/** From "version needed" to "extra field length", which both headers have alike. The checksum is left out. */
function commonFields(
  { name, isEncrypted = false }: ZipInput,
  { bytes, packed }: { readonly bytes: number; readonly packed: number },
): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(UTF8_NAME | (isEncrypted ? 1 : 0), 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(packed, 14)
  fields.writeUInt32LE(bytes, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  return fields
}

function directoryEntry({ name, mode = 0o100644 }: ZipInput, fields: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE((mode << 16) >>> 0, 6)
  rest.writeUInt32LE(offset, 10)
  const madeBy = Buffer.from([20, 3])
  return Buffer.concat([signed(0x02014b50), madeBy, fields, rest, nameOf(name)])
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}

function nameOf(name: string): Buffer {
  return Buffer.from(name)
}
