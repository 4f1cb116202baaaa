// Prints what a history on a branch does under every fault: `node scripts/faults-history.mjs [writers] [records each]`.
// Exit code 1 when a row is not as expected. The small version runs as a test of packages/platform.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const SUPPORT = join(ROOT, 'packages/platform/test/history/support')

async function main() {
  const [writers = 20, recordsEach = 1] = process.argv.slice(2).map(Number)
  const folder = mkdtempSync(join(tmpdir(), 'testwarden-faults-'))
  try {
    const { runHistoryFaults } = await import(pathToFileURL(bundle(folder, 'history-faults')).href)
    const startedMs = performance.now()
    const rows = await runHistoryFaults({ folder, writer: bundle(folder, 'history-writer'), writers, recordsEach })
    print(rows)
    console.log(`${((performance.now() - startedMs) / 1000).toFixed(0)} s`)
    process.exitCode = rows.every(({ expected, observed }) => expected === observed) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The sources as one file of JavaScript, so that nothing has to be built before. */
function bundle(folder, name) {
  const outfile = join(folder, `${name}.mjs`)
  const alias = Object.fromEntries(
    ['core', 'history', 'testkit'].map((part) => [`@testwarden/${part}`, join(ROOT, 'packages', part, 'src')]),
  )
  const entryPoints = [join(SUPPORT, `${name}.ts`)]
  buildSync({ entryPoints, outfile, alias, bundle: true, platform: 'node', format: 'esm', external: ['@actions/*'] })
  return outfile
}

function print(rows) {
  const width = Math.max(...rows.map(({ fault }) => fault.length))
  for (const { fault, expected, observed } of rows) {
    const mark = expected === observed ? 'ok  ' : 'FAIL'
    console.log(`${mark} ${fault.padEnd(width)}  ${observed}${expected === observed ? '' : ` (expected: ${expected})`}`)
  }
}

await main()
