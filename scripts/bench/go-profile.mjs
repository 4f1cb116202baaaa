import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const BLOCKS_PER_FILE = 200
const LINES_PER_BLOCK = 3

/**
 * A Go profile as a test binary writes it: files one after the other, each block beginning where the one before ends.
 * @param {string} path
 * @param {number} blocks
 */
export async function writeGoProfile(path, blocks) {
  const out = createWriteStream(path)
  out.write('mode: atomic\n')
  for (let first = 0; first < blocks; first += BLOCKS_PER_FILE)
    if (!out.write(fileBlocks(first, Math.min(BLOCKS_PER_FILE, blocks - first)))) await once(out, 'drain')
  out.end()
  await once(out, 'finish')
}

function fileBlocks(first, count) {
  const file = `example.com/project/internal/service${first % 97}/handler_${first}.go`
  return Array.from({ length: count }, (_, index) => {
    const line = 5 + index * LINES_PER_BLOCK
    return `${file}:${line}.${index % 2 === 0 ? 2 : 12},${line + LINES_PER_BLOCK}.22 ${1 + (index % 4)} ${index % 5}\n`
  }).join('')
}
