import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { atMost } from '../rows.mjs'

const FILES = 1000
/** Every tenth is longer than a head. */
const ITEMS = { few: 30, many: 3000 }
const BOUND = 4

/** Files of JSON that are no reports, looked at by every format of all kinds, against reading and parsing them. */
export async function rows() {
  const folder = join(BENCH_FOLDER, 'json-results')
  writeFiles(folder)
  const [plain, ours] = ['parse-folder.mjs', 'look-at-folder.mjs'].map((script) =>
    Math.min(...[1, 2].map(() => measureScript(scriptPath(script), { args: [folder] }).cpuMs)),
  )
  return [
    { what: `${FILES} files of JSON, read and parsed`, value: `${Math.round(plain)} ms` },
    atMost(`the same, looked at by all formats: times that (${Math.round(ours)} ms)`, ours / plain, BOUND),
  ]
}

function writeFiles(folder) {
  mkdirSync(folder, { recursive: true })
  if (readdirSync(folder).length === FILES) return
  for (let file = 0; file < FILES; file++) {
    const length = file % 10 === 0 ? ITEMS.many : ITEMS.few
    const items = Array.from({ length }, (_, id) => ({ id, title: `Item ${id}`, tags: ['a', 'b'], at: { x: id / 2 } }))
    writeFileSync(join(folder, `${file}.json`), JSON.stringify({ name: `file ${file}`, items }))
  }
}

function scriptPath(name) {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}
