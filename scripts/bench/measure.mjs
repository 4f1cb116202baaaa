import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const REPORT_USAGE = new URL('./report-usage.mjs', import.meta.url).href

/** Where everything that a bench writes goes. */
export const BENCH_FOLDER = fileURLToPath(new URL('../../build/bench', import.meta.url))

/**
 * @typedef {object} Measured
 * @property {number} cpuMs of all threads: other programs on the machine do not change it as they change wall time
 * @property {number} wallMs
 * @property {number} peakMiB
 * @property {string} stdout
 */

/**
 * Runs a script in a Node of its own, which reports what it used when it ends.
 * @param {string} script
 * @param {{ args?: readonly string[], cwd?: string, env?: NodeJS.ProcessEnv, node?: string }} [options] `node`: the binary
 * @returns {Measured}
 */
export function measureScript(script, { args = [], cwd, env = process.env, node = process.execPath } = {}) {
  const usagePath = join(BENCH_FOLDER, 'usage.json')
  const result = spawnSync(node, ['--import', REPORT_USAGE, script, ...args], {
    cwd,
    env: { ...env, TESTWARDEN_BENCH_USAGE: usagePath },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.error !== undefined) throw result.error
  if (result.status !== 0) throw new Error(`${script} ended with ${result.status}:\n${result.stderr}${result.stdout}`)
  return { ...JSON.parse(readFileSync(usagePath, 'utf8')), stdout: result.stdout }
}

/**
 * Wall time of a process from its start to its end, in milliseconds.
 * @param {readonly string[]} args
 * @param {{ node: string, cwd: string, env: NodeJS.ProcessEnv }} place
 */
export function timeNode(args, { node, cwd, env }) {
  const startedMs = performance.now()
  const result = spawnSync(node, args, { cwd, env, encoding: 'utf8' })
  const wallMs = performance.now() - startedMs
  if (result.status !== 0) throw new Error(`node ${args.join(' ')} ended with ${result.status}:\n${result.stderr}`)
  return wallMs
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)]
}
