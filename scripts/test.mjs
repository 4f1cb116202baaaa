// `npm test`: builds the bundle, then runs every test that needs nothing but npm. Other tiers are skipped aloud.
// Usage: node scripts/test.mjs [jest arguments]
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeMemoryFolder } from './memory-folder.mjs'
import { node24Path } from './node24.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const TIERS = [
  {
    name: 'corpus of real reports',
    missing: !process.env.TESTWARDEN_CORPUS,
    how: 'set TESTWARDEN_CORPUS to its folder',
  },
]

run('npx', ['tsc', '-b'])
if (node24Path() === null) run('npm', ['ci', '--prefix', 'tools/node24', '--no-audit'], { mayFail: true })
run(process.execPath, ['scripts/bundle.mjs', '--out', 'build/dist'])
for (const tier of TIERS.filter(({ missing }) => missing)) console.log(`SKIPPED TIER ${tier.name}: ${tier.how}`)
if (node24Path() === null)
  console.log('SKIPPED TIER Node 24: no binary for this platform; bundles run on this Node only')
if (process.env.TMPDIR === undefined) useMemoryFolder()
run(process.execPath, [
  '--experimental-vm-modules',
  '--no-warnings',
  join(ROOT, 'node_modules/jest/bin/jest.js'),
  '--json',
  '--outputFile=build/test-results.json',
  ...process.argv.slice(2),
])

function useMemoryFolder() {
  const folder = makeMemoryFolder()
  if (folder === null) return
  process.env.TMPDIR = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  console.log(`Temporary files are in memory, in ${folder}; set TMPDIR for another place.`)
}

function run(command, args, { mayFail = false } = {}) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0 && !mayFail) process.exit(status ?? 1)
}
