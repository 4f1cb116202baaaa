// `npm run quiet`: tests of what takes time by the clock, with nothing beside them. Needs the bundle in build/dist.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', JEST, '--runInBand', 'test/quiet'],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, TESTWARDEN_QUIET: '1' } },
)
process.exitCode = status ?? 1
