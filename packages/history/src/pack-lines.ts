import { createHash } from 'node:crypto'
import type { IntactLine, Segment } from './segment.js'

/** Far from what readers refuse, in bytes as in lines. */
const MAX_PACKED_BYTES = 8 * 1024 * 1024
const MAX_PACKED_LINES = 10_000

/**
 * Lines of one folder as few segments, oldest first, each line once and byte for byte as it was written: an older
 * version reads what it wrote, and fields of a newer one survive. The name stands for the content, so two writers who
 * pack the same lines write the same file.
 */
export function packLines(folder: string, lines: readonly IntactLine[]): Segment[] {
  const sorted = [...new Map(lines.map((line) => [line.text, line])).values()].sort(compareLines)
  const packs: string[][] = []
  let bytes = 0
  for (const { text } of sorted) {
    const size = text.length * 3
    const last = packs.at(-1)
    if (last === undefined || bytes + size > MAX_PACKED_BYTES || last.length >= MAX_PACKED_LINES) {
      packs.push([text])
      bytes = size
    } else {
      last.push(text)
      bytes += size
    }
  }
  return packs.map((pack) => packedSegment(folder, pack))
}

function packedSegment(folder: string, texts: readonly string[]): Segment {
  const content = new TextEncoder().encode(texts.map((text) => `${text}\n`).join(''))
  return { path: `${folder}/packed-${contentMark(content)}.jsonl`, content }
}

/** A short name of some bytes: 128 bits of their SHA-256. */
export function contentMark(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32)
}

function compareLines(left: IntactLine, right: IntactLine): number {
  return Date.parse(left.record.time) - Date.parse(right.record.time) || (left.text < right.text ? -1 : 1)
}
