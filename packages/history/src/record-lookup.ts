import { canonicalJson, type RecordKey } from '@testwarden/core/model/record-key'
import { decodeRecord } from './record-codec.js'
import { MAX_SEGMENT_BYTES, type Segment } from './segment.js'

/**
 * The lines of a segment that hold a key, as a segment of its own; null when there are none. Only lines that name the
 * run are decoded, so looking through a year of packed segments costs little more than reading them.
 */
export function linesOfKey({ path, content }: Segment, key: RecordKey): Segment | null {
  if (content.byteLength > MAX_SEGMENT_BYTES) return null
  const mark = `"run":${JSON.stringify(key.run)}`
  const wanted = canonicalJson(key)
  const lines = new TextDecoder()
    .decode(content)
    .split('\n')
    .filter((line) => line.includes(mark) && holds(line, wanted))
  return lines.length === 0 ? null : { path, content: new TextEncoder().encode(`${lines.join('\n')}\n`) }
}

function holds(line: string, wanted: string): boolean {
  const decoded = decodeRecord(line)
  return decoded.ok && canonicalJson(decoded.model.key) === wanted
}
