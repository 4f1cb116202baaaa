import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node24Path } from '../../node24.mjs'
import { BENCH_CLI, bundleForBench } from '../bundle-for-bench.mjs'
import { writeGoBenchPair } from '../go-bench-pair.mjs'
import { installBenchstat } from '../install-benchstat.mjs'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { plainPValues } from '../plain-comparison.mjs'
import { atLeast } from '../rows.mjs'

const ROUNDS = 7
const PASSES = 12
const SPEED_UP = 5
const BASE = join(BENCH_FOLDER, 'compared-base.txt')
const HEAD = join(BENCH_FOLDER, 'compared-head.txt')
/** It takes its time. */
const PLAIN_BENCHMARKS = 300
/** benchstat shows three digits of a p value and two of a percentage. */
const SHOWN = { pValue: 0.0005, percent: 0.005, rounding: 1e-9 }

/**
 * `testwarden compare` of two files of 10,000 benchmarks with 10 samples each against benchstat, which must have the same
 * medians, changes and p values: whole processes on the clock, start-up and compilation and all, and the work from the
 * files to the text once V8 has compiled it; the best of each. Where benchstat cannot be installed, a plain implementation
 * takes its place.
 */
export function rows() {
  bundleForBench()
  writeGoBenchPair({ base: BASE, head: HEAD })
  const benchstat = installBenchstat()
  const found = comparisonOf()
  if ('program' in benchstat) mustAgree(benchstat.program, found)
  const { theirsMs, oursMs, newerMs } = measure(benchstat)
  const workMs = measureWork()
  const plain = atLeast('compare: times as fast as a plain implementation', measurePlain(found) / workMs, SPEED_UP)
  if (!('program' in benchstat))
    return [{ what: `benchstat cannot be installed here: ${benchstat.reason}`, value: '-' }, plain]
  const newer = Number.isFinite(newerMs) ? `${(theirsMs / newerMs).toFixed(1)} (${Math.round(newerMs)} ms)` : '-'
  return [
    { what: `benchstat ${benchstat.version}, 10,000 benchmarks`, value: `${Math.round(theirsMs)} ms` },
    atLeast(`compare: times as fast as benchstat (${Math.round(oursMs)} ms)`, theirsMs / oursMs, SPEED_UP),
    atLeast(`compare: the same, the work alone (${Math.round(workMs)} ms)`, theirsMs / workMs, SPEED_UP),
    { what: 'compare: the same, the whole call on Node 24', value: newer },
    { what: plain.what, value: plain.value },
  ]
}

/** The first passes compile. */
function measureWork() {
  const script = fileURLToPath(new URL('../compare-with-testwarden.mjs', import.meta.url))
  const { wallMs } = JSON.parse(measureScript(script, { args: [BASE, HEAD, String(PASSES)] }).stdout)
  return Math.min(...wallMs)
}

/** In turns: a busy machine can only make a run slower. */
function measure(benchstat) {
  const times = { theirs: [], ours: [], newer: [] }
  const node24 = node24Path()
  for (let round = 0; round < ROUNDS; round++) {
    if ('program' in benchstat) times.theirs.push(wallMsOf(benchstat.program, [BASE, HEAD]))
    times.ours.push(wallMsOf(process.execPath, [BENCH_CLI, 'compare', BASE, HEAD]))
    if (node24 !== null) times.newer.push(wallMsOf(node24, [BENCH_CLI, 'compare', BASE, HEAD]))
  }
  return { theirsMs: Math.min(...times.theirs), oursMs: Math.min(...times.ours), newerMs: Math.min(...times.newer) }
}

function wallMsOf(program, args) {
  const startedMs = performance.now()
  run(program, args)
  return performance.now() - startedMs
}

/** Without the variables of this machine: NODE_EXTRA_CA_CERTS alone takes as long as a bare Node. */
function run(program, args) {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stderr}`)
  return stdout
}

function comparisonOf() {
  const { tables } = JSON.parse(run(process.execPath, [BENCH_CLI, 'compare', '--json', BASE, HEAD]))
  return tables[0].rows
}

/** @returns {number} milliseconds for all benchmarks */
function measurePlain(found) {
  const before = performance.now()
  const pValues = plainPValues(
    [BASE, HEAD].map((path) => readFileSync(path, 'utf8')),
    PLAIN_BENCHMARKS,
  )
  const wallMs = performance.now() - before
  pValues.forEach((pValue, at) => {
    if (Math.abs(pValue - found[at].pValue) > SHOWN.rounding) throw new Error(`${found[at].name}: p = ${pValue}`)
  })
  return (wallMs * found.length) / PLAIN_BENCHMARKS
}

/** The same medians, changes and p values, as far as benchstat shows them. */
function mustAgree(program, found) {
  const shown = run(program, ['-format', 'csv', BASE, HEAD])
    .split('\n')
    .filter((line) => line.includes('p='))
  if (shown.length !== found.length) throw new Error(`benchstat has ${shown.length} rows, compare ${found.length}`)
  shown.forEach((line, at) => {
    if (!agrees(line.split(','), found[at])) throw new Error(`${line}\n${JSON.stringify(found[at])}`)
  })
}

function agrees([, base, , head, , change, test], row) {
  const isNear = (theirs, ours) => Math.abs(Number(theirs) * 1e9 - ours) <= SHOWN.rounding * ours
  const [, pValue] = /p=([0-9.]+)/.exec(test) ?? []
  const percent = change === '~' ? null : Number.parseFloat(change)
  const isSameChange =
    percent === null
      ? row.change === 'none'
      : row.change !== 'none' && Math.abs(percent - 100 * (row.ratio - 1)) <= SHOWN.percent + SHOWN.rounding
  const isSameTest = Math.abs(Number(pValue) - row.pValue) <= SHOWN.pValue + SHOWN.rounding
  return isNear(base, row.base.median) && isNear(head, row.head.median) && isSameChange && isSameTest
}
