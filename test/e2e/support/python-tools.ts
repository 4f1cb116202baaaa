import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const BUILD = resolve(fileURLToPath(new URL('../../..', import.meta.url)), 'build')
const INSTALL = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
const INSTALL_MS = 300_000

/** What a benchmark of pytest needs. */
export const PYTEST_BENCHMARK: readonly string[] = ['pytest==9.0.1', 'pytest-benchmark==5.2.3']

/**
 * The folder of a `python` that has these packages, in an environment of its own that stays for the next time.
 * @param name of the folder
 * @returns null where there is no Python, or nothing can be installed
 */
export function pythonWith(name: string, packages: readonly string[]): string | null {
  const folder = join(BUILD, 'python', name)
  if (existsSync(folder)) return join(folder, 'bin')
  // Test files run side by side and want the same one: whoever is first wins.
  const own = `${folder}.${process.pid}`
  mkdirSync(join(BUILD, 'python'), { recursive: true })
  const isMade = run('python3', ['-m', 'venv', own]) && run(join(own, 'bin', 'python'), [...INSTALL, ...packages])
  if (isMade && !existsSync(folder)) renameSync(own, folder)
  rmSync(own, { recursive: true, force: true })
  if (existsSync(folder)) return join(folder, 'bin')
  process.stderr.write(`skipped: ${packages.join(' and ')} cannot be installed here\n`)
  return null
}

function run(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore', timeout: INSTALL_MS }).status === 0
}
