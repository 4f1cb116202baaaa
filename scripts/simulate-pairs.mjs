// `npm run simulate:pairs`: whether pairs find what is a fifth slower, and nothing that is not, while something else wants
// every core half of the time. Real processes in real clones, measured and judged as perf-regression does.
// Ends with 1 when a promise of docs/pairs.md is broken. Usage: node scripts/simulate-pairs.mjs [--repeats <n>] [--keep
// <file>]   (after `tsc -b`); 100 repeats of each kind unless said otherwise; what was measured is kept in the file.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { pairedConfig } from '../actions/perf-regression/lib/paired/config.js'
import { inputLayer } from '../packages/core/lib/config/layer.js'
import { resolveSettings } from '../packages/core/lib/config/resolve-settings.js'
import { createExec } from '../packages/platform/lib/exec.js'
import { createGit } from '../packages/platform/lib/git.js'
import { makeProgram } from './simulate-pairs/program.mjs'
import { makeProject } from './simulate-pairs/project.mjs'
import { judgeOnce } from './simulate-pairs/repeat.mjs'

/** Of 100 that are a fifth slower. */
const LEAST_FOUND = 95
const SAME = 'simulation.BenchmarkSame'
const WORK = 'simulation.BenchmarkWork'

const { values } = parseArgs({ options: { repeats: { type: 'string', default: '100' }, keep: { type: 'string' } } })
const repeats = Number(values.repeats)
if (!Number.isInteger(repeats) || repeats < 1) throw new Error(`--repeats takes a whole number, not ${values.repeats}`)

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'testwarden-pairs-')))
const loads = Array.from({ length: availableParallelism() }, startLoad)
process.exitCode = await simulate().finally(() => {
  for (const load of loads) load.kill()
  rmSync(folder, { recursive: true, force: true })
})

async function simulate() {
  const workspace = join(folder, 'project')
  mkdirSync(workspace)
  const { base, unchanged, slower } = makeProject(workspace)
  const command = [...makeProgram(folder), '{report}/bench.txt', '{filter:go-test}'].join(' ')
  const env = { ...process.env, RUNNER_TEMP: folder }
  const git = createGit({ workspace, env, token: null, parseDiff: async () => [], log: { warning: console.warn } })
  const exec = createExec({ cwd: workspace, env, clones: git.clones })
  const run = { exec, base, settings: settingsOf({ command }) }
  console.log(`${loads.length} cores, each wanted half of the time by something else`)
  const calm = await repeat('unchanged', { ...run, head: unchanged })
  const loud = await repeat('a fifth slower', { ...run, head: slower })
  await git.dispose()
  if (values.keep) writeFileSync(values.keep, JSON.stringify({ calm, loud }))
  const found = loud.filter(({ judged }) => stateOf(judged, WORK) === 'regressed').length
  const wrong = [
    ...calm.flatMap(({ judged }) => judged.metrics),
    ...loud.flatMap(({ judged }) => judged.metrics.filter(({ key }) => nameOf(key) === SAME)),
  ].filter(({ state }) => state === 'regressed').length
  console.log(`\nfound: ${found} of ${repeats} that are a fifth slower; called slower without a reason: ${wrong}`)
  return found >= (LEAST_FOUND * repeats) / 100 && wrong === 0 ? 0 : 1
}

async function repeat(title, run) {
  const start = performance.now()
  const results = []
  for (let at = 0; at < repeats; at++) results.push(await judgeOnce(run))
  const seconds = (performance.now() - start) / 1000
  const pairs = results.reduce((sum, { facts }) => sum + facts.rounds.length, 0)
  console.log(`\n${title}: ${repeats} repeats, ${pairs} pairs of processes, ${Math.round(seconds)} s`)
  for (const name of [SAME, WORK]) console.log(`  ${name}: ${countStates(results, name)}`)
  return results
}

function countStates(results, name) {
  const counts = new Map()
  for (const { judged } of results) {
    const state = stateOf(judged, name)
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return [...counts].map(([state, count]) => `${count} ${state}`).join(', ')
}

function stateOf({ metrics }, name) {
  return metrics.find(({ key }) => nameOf(key) === name)?.state ?? 'not measured'
}

function nameOf(key) {
  return key.split('\u001f')[1]
}

function settingsOf(inputs) {
  const resolved = resolveSettings(pairedConfig, [inputLayer(new Map(Object.entries(inputs)))])
  if (!resolved.ok) throw resolved.errors[0]
  return resolved.settings
}

function startLoad() {
  const script = join(dirname(fileURLToPath(import.meta.url)), 'simulate-pairs', 'half-load.mjs')
  return spawn(process.execPath, [script], { stdio: 'ignore' })
}
