import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BENCH_FOLDER } from './measure.mjs'

const VERSION = '0.8.0'

/** What `otava.analysis` imports; the package itself wants the clients of half a dozen databases as well. */
const IMPORTED = ['numpy', 'scipy']

/**
 * A Python that has apache-otava, in an environment of its own that stays for the next time.
 * @returns {{ python: string, version: string } | { reason: string }}
 */
export function installOtava() {
  const folder = join(BENCH_FOLDER, `otava-${VERSION}`)
  const python = join(folder, 'bin/python')
  if (!existsSync(python)) {
    const made = run('python3', ['-m', 'venv', folder])
    if (made !== null) return { reason: made }
  }
  if (run(python, ['-c', 'import otava.analysis']) === null) return { python, version: VERSION }
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
  const failed =
    run(python, [...install, ...IMPORTED]) ?? run(python, [...install, '--no-deps', `apache-otava==${VERSION}`])
  return failed === null ? { python, version: VERSION } : { reason: failed }
}

/** @returns {string | null} what went wrong */
function run(program, args) {
  const { error, status, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 600_000 })
  if (error !== undefined) return error.message
  return status === 0 ? null : (stderr.trim().split('\n').at(-1) ?? `${program} ended with ${status}`)
}
