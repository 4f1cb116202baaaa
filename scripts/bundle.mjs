// Bundles everything that runs into one folder: one shared bundle with chunks, and a small entry per action.
// Usage: node scripts/bundle.mjs [--out dist]   (after `tsc -b`)
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { minify } from '@swc/core'
import ncc from '@vercel/ncc'
import { transform } from 'esbuild'
import { bundledFolders } from './action-folders.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const ENTRY = join(ROOT, 'build', 'entry', 'index.js')

const { values } = parseArgs({ options: { out: { type: 'string', default: 'build/dist' } } })
const out = join(ROOT, values.out)

/** Entry name to the module that runs on import. */
const entries = Object.fromEntries([
  ...bundledFolders().map((name) => [name, `../../actions/${name}/lib/main.js`]),
  ['cli', '../../packages/cli/lib/main.js'],
])

writeEntry()
await bundle()
for (const name of Object.keys(entries)) writeStub(name)

/** The module that is bundled: each entry is loaded on demand, so that an action never loads another's code. */
function writeEntry() {
  const lines = Object.entries(entries).map(([name, path]) => `  ${JSON.stringify(name)}: () => import('${path}'),`)
  write(ENTRY, `export const entries = {\n${lines.join('\n')}\n}\n`)
}

async function bundle() {
  rmSync(out, { recursive: true, force: true })
  const { code, assets } = await ncc(ENTRY, { cache: false, quiet: true, license: 'licenses.txt' }).catch((error) => {
    // ncc's own report of a failure prints its whole source.
    throw new Error(`ncc failed: ${String(error.message ?? error).slice(0, 2000)}`)
  })
  write(join(out, 'shared', 'index.js'), await shorten(code))
  for (const [name, asset] of Object.entries(assets)) {
    const source = name.endsWith('.js') ? await shorten(String(asset.source)) : asset.source
    write(join(out, 'shared', name), source)
  }
  write(join(out, 'package.json'), '{ "type": "module" }\n')
}

/**
 * Without comments and blanks: half the download, and less to parse at each start. Names of functions and classes stay, so
 * that the stack of a bug can be read; those of variables do not, which are a fifth of it, nor any of libraries. ncc's own
 * option leaves chunks as they are.
 */
async function shorten(source) {
  const isOurs = !isLibrary(source)
  const { code } = await transform(source, {
    minifyWhitespace: true,
    minifySyntax: true,
    minifyIdentifiers: !isOurs,
    legalComments: 'none',
    format: 'esm',
    target: 'node20',
  })
  return isOurs ? shortenVariables(code) : code
}

async function shortenVariables(source) {
  const mangle = { keep_fnames: true, keep_classnames: true }
  const { code } = await minify(source, {
    module: true,
    compress: false,
    mangle,
    format: { comments: false, ecma: 2020 },
  })
  return code
}

/** A chunk of CommonJS alone: all code of ours are ES modules. */
function isLibrary(source) {
  return /\(\s*(?:\w+\s*,\s*)?exports\s*,\s*__webpack_require__\s*\)/.test(source) && !/[Tt]estwarden/.test(source)
}

function writeStub(name) {
  const shebang = name === 'cli' ? '#!/usr/bin/env node\n' : ''
  write(
    join(out, name, 'index.js'),
    `${shebang}import { entries } from '../shared/index.js'\n\nawait entries[${JSON.stringify(name)}]()\n`,
  )
}

function write(path, content) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
