// Usage: node compare-with-testwarden.mjs <base> <head> <passes>; prints the milliseconds that each pass takes from the
// files to the text, as `testwarden compare` does it.
import { dirname } from 'node:path'
import { compareSides } from '../../packages/cli/lib/compare/compare-sides.js'
import { comparisonText } from '../../packages/cli/lib/compare/comparison-text.js'
import { readSide } from '../../packages/cli/lib/compare/read-side.js'
import { createWorkspaceFiles } from '../../packages/platform/lib/files.js'

const [base, head, passes] = process.argv.slice(2)
const files = createWorkspaceFiles({ root: dirname(base), reach: 'machine' })
const request = { format: null, warn: () => undefined }
const wallMs = []
for (let pass = 0; pass < Number(passes); pass++) {
  const startedMs = performance.now()
  const sides = [await readSide(base, request, files), await readSide(head, request, files)]
  const text = comparisonText(compareSides(...sides, { alpha: 0.05, isWanted: () => true }), {
    style: 'plain',
    columns: 120,
  })
  if (text.length === 0) throw new Error('nothing was compared')
  wallMs.push(performance.now() - startedMs)
}
console.log(JSON.stringify({ wallMs }))
