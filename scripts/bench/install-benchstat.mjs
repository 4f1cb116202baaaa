import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BENCH_FOLDER } from './measure.mjs'

const VERSION = 'v0.0.0-20260908200009-22c9c6c9d4da'

/**
 * benchstat, built by Go into a folder of its own that stays for the next time.
 * @returns {{ program: string, version: string } | { reason: string }}
 */
export function installBenchstat() {
  const folder = join(BENCH_FOLDER, `benchstat-${VERSION}`)
  const program = join(folder, 'benchstat')
  if (existsSync(program)) return { program, version: VERSION }
  const { error, status, stderr } = spawnSync('go', ['install', `golang.org/x/perf/cmd/benchstat@${VERSION}`], {
    env: { ...process.env, GOBIN: folder },
    encoding: 'utf8',
    timeout: 600_000,
  })
  if (error !== undefined) return { reason: error.message }
  return status === 0
    ? { program, version: VERSION }
    : { reason: stderr.trim().split('\n').at(-1) ?? `it ended with ${status}` }
}
