import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const RECORDS_PER_PART = 1000

/**
 * An LCOV tracefile of one section, as a generated source or a hostile hand makes it: every arm has a name of its own.
 * @param {string} path
 * @param {{ lines: number, arms: number }} size
 */
export async function writeOneSection(path, { lines, arms }) {
  const stream = createWriteStream(path)
  const write = async (text) => {
    if (!stream.write(text)) await once(stream, 'drain')
  }
  await write('TN:\nSF:src/generated.ts\n')
  for (const part of parts(lines, (line) => `DA:${line},${(line * 7919) % 1000}\n`)) await write(part)
  for (const part of parts(arms, (line) => `BRDA:${line},${line},0,${line % 2}\n`)) await write(part)
  stream.end('end_of_record\n')
  await once(stream, 'finish')
}

function* parts(count, recordOf) {
  for (let first = 1; first <= count; first += RECORDS_PER_PART) {
    const length = Math.min(RECORDS_PER_PART, count - first + 1)
    yield Array.from({ length }, (_, index) => recordOf(first + index)).join('')
  }
}
