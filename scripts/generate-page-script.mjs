// The script of the HTML page: packages/html-page/browser as one text, with the hash that lets only it run.
// Usage: node scripts/generate-page-script.mjs [--check]
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const TARGET = 'packages/html-page/src/coverage/script.ts'

const script = await bundle()
// Inside a page the first of these would end the element or begin a comment.
if (/<\/script|<!--/i.test(script)) throw new Error('the script of the HTML page holds markup')
const content = moduleOf(script)
const isStale = !existsSync(join(ROOT, TARGET)) || readFileSync(join(ROOT, TARGET), 'utf8') !== content

if (!process.argv.includes('--check')) {
  if (isStale) writeFileSync(join(ROOT, TARGET), content)
} else if (isStale) {
  console.error(`${TARGET} is stale: run npm run generate`)
  process.exitCode = 1
}
console.log(`script of the HTML page: ${script.length} characters`)

/** @returns {Promise<string>} */
async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'packages', 'html-page', 'browser', 'main.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    write: false,
    absWorkingDir: ROOT,
    tsconfigRaw: '{}',
  })
  return outputFiles[0].text.trim()
}

/** @param {string} script */
function moduleOf(script) {
  const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`
  const quoted = JSON.stringify(script).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return [
    '// Generated from packages/html-page/browser by `npm run generate`.',
    '',
    '// biome-ignore format: one long text',
    '// biome-ignore lint/suspicious/noTemplateCurlyInString: templates of the script itself',
    `export const SCRIPT = '${quoted}'`,
    '',
    `export const SCRIPT_HASH = '${hash}'`,
    '',
  ].join('\n')
}
