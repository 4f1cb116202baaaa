import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { ParseResult } from '@testwarden/core/model/result'
import type { Reader } from '../../src/format.js'
import type { XmlAttributes } from '../../src/xml/attributes.js'

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Pumps everything through a reader in portions of the given size. */
export function readAll<Model>(
  reader: Reader<Model>,
  input: string | Uint8Array,
  portion = 64 * 1024,
): ParseResult<Model> {
  pump(reader, typeof input === 'string' ? bytesOf(input) : input, portion)
  return reader.end()
}

export function pump(reader: Reader<unknown>, bytes: Uint8Array, portion = 64 * 1024): void {
  for (let at = 0; at < bytes.length; at += portion) reader.write(bytes.subarray(at, at + portion))
}

/** The result of a reading that must succeed. */
export function mustRead<Model>(result: ParseResult<Model>): Extract<ParseResult<Model>, { ok: true }> {
  if (!result.ok) throw result.error
  return result
}

/** Maps are made plain, so that two reports can be compared and shown. */
export function plain(result: ParseResult<CoverageReport>): unknown {
  if (!result.ok) return { message: result.error.message, line: result.error.line }
  const { model, partial, warnings } = result
  const files = model.files.map((file) => ({
    path: file.path,
    lines: [...file.lines],
    branches: [...file.branches].map(([line, { arms, counted }]) => [line, [...arms], counted]),
    functions: file.functions === null ? null : [...file.functions],
    statements: file.statements === null ? null : [...file.statements],
  }))
  return { ...model, files, partial, warnings }
}

/** One event of an XML document, with adjoining text made one. */
export type XmlEvent =
  | readonly ['open', string, Readonly<Record<string, string>>]
  | readonly ['close', string]
  | readonly ['text', string]

export class EventLog {
  readonly events: XmlEvent[] = []

  open(name: string, attributes: XmlAttributes): void {
    const entries = attributes.names().map((key): [string, string] => [key, attributes.get(key) ?? ''])
    this.events.push(['open', name, Object.fromEntries(entries)])
  }

  close(name: string): void {
    this.events.push(['close', name])
  }

  text(piece: string): void {
    const last = this.events.at(-1)
    if (last?.[0] === 'text') this.events[this.events.length - 1] = ['text', last[1] + piece]
    else if (piece !== '') this.events.push(['text', piece])
  }
}
