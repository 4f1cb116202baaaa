/**
 * The diffs that the demo shows where there is no git, made again from the examples:
 *
 *   node scripts/demo-diffs.mjs            writes examples/<name>/change.diff
 *   node scripts/demo-diffs.mjs --check    exits 1 when one is not what git says
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CART, diffOf, INVOICE, stageRepository, storedDiff } from './demo-stage.mjs'

const isCheck = process.argv.includes('--check')
const folder = mkdtempSync(join(tmpdir(), 'testwarden-diffs-'))
try {
  for (const example of [INVOICE, CART]) refresh(example)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** @param {import('./demo-stage.mjs').Example} example */
function refresh(example) {
  const repository = join(folder, example.name)
  stageRepository(example, repository)
  const diff = diffOf(repository)
  if (!isCheck) {
    writeFileSync(storedDiff(example), diff)
  } else if (readFileSync(storedDiff(example), 'utf8') !== diff) {
    console.error(`examples/${example.name}/change.diff is stale: run node scripts/demo-diffs.mjs`)
    process.exitCode = 1
  }
}
