import { PlatformError } from '@testwarden/core/model/errors'
import type { Files, FoundFile } from '@testwarden/core/ports/files'
import picomatch from 'picomatch'

/** A workspace as a list of paths and contents. Counts how often each file was opened. */
export class MemoryFiles implements Files {
  readonly opened: string[] = []
  readonly #contents = new Map<string, Uint8Array>()
  readonly #chunkBytes: number

  /** @param chunkBytes the size of the portions in which files are read; small ones find readers that forget state */
  constructor(contents: Readonly<Record<string, string | Uint8Array>> = {}, chunkBytes = 64 * 1024) {
    this.#chunkBytes = chunkBytes
    for (const [path, content] of Object.entries(contents)) this.#contents.set(path, toBytes(content))
  }

  async find(pattern: string): Promise<readonly FoundFile[]> {
    const plain = pattern.replace(/^\.\//, '')
    if (plain.startsWith('/') || plain.split('/').includes('..'))
      throw new PlatformError(`${pattern} lies outside the workspace.`, { remedy: 'Name a path inside the workspace.' })
    const named = this.#contents.get(plain)
    if (named !== undefined) return [{ path: plain, bytes: named.length, how: 'named' }]
    const folder = plain === '.' || plain === '' ? '' : `${plain.replace(/\/$/, '')}/`
    const matches = picomatch(plain, { dot: true })
    return [...this.#contents]
      .filter(([path]) => path.startsWith(folder) || matches(path))
      .map(([path, bytes]) => ({ path, bytes: bytes.length, how: 'met' as const }))
      .sort((left, right) => (left.path < right.path ? -1 : 1))
  }

  async *read(path: string): AsyncIterable<Uint8Array> {
    const bytes = this.#bytesOf(path)
    this.opened.push(path)
    for (let at = 0; at < bytes.length; at += this.#chunkBytes) yield bytes.slice(at, at + this.#chunkBytes)
  }

  async readHead(path: string, limit: number): Promise<Uint8Array> {
    this.opened.push(path)
    return this.#bytesOf(path).slice(0, limit)
  }

  async readText(path: string, maxBytes: number): Promise<string | null> {
    const bytes = this.#contents.get(path)
    if (bytes === undefined) return null
    if (bytes.length > maxBytes) throw new PlatformError(`${path} is longer than ${maxBytes} bytes.`)
    return new TextDecoder().decode(bytes)
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    this.#contents.set(path, toBytes(content))
  }

  #bytesOf(path: string): Uint8Array {
    const bytes = this.#contents.get(path)
    if (bytes === undefined) throw new PlatformError(`There is no file ${path}.`)
    return bytes
  }
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
