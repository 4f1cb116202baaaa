import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installOtava } from '../install-otava.mjs'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { noisySeries } from '../noisy-series.mjs'
import { plainChangePoints } from '../plain-change-points.mjs'
import { atLeast } from '../rows.mjs'

const ROUNDS = 2
/** The first one compiles; a gate has hundreds of series as well. */
const PASSES = 5
const SPEED_UP = 50
/** It takes its time. */
const PLAIN_SERIES = 20
const P_VALUE_DIGITS = 1e-9
const OPTIONS = { window: 50, maxPValue: 0.001, minMagnitude: 0 }

/**
 * Change points of 1,000 series of 500 points against apache-otava, which must have the same answers: CPU time of the
 * search alone, the best of each. Where the package cannot be installed, a plain implementation takes its place.
 */
export function rows() {
  const series = noisySeries()
  const path = join(BENCH_FOLDER, 'series.json')
  writeFileSync(path, JSON.stringify(series))
  const otava = installOtava()
  const runs = { theirs: [], ours: [] }
  for (let round = 0; round < ROUNDS; round++) {
    if ('python' in otava) runs.theirs.push(measureOtava(otava.python, path))
    runs.ours.push(measureOurs(path))
  }
  const [{ answers }] = runs.ours
  const oursMs = Math.min(...runs.ours.flatMap(({ cpuMs }) => cpuMs))
  const firstMs = Math.min(...runs.ours.map(({ cpuMs }) => cpuMs[0]))
  for (const theirs of runs.theirs) mustAgree(theirs.answers, answers)
  const plainMs = measurePlain(series, answers) * series.length
  return [
    ...againstOtava(otava, runs.theirs, oursMs),
    plainRow(otava, plainMs, oursMs),
    { what: 'change points: the first pass, with what V8 needs to compile', value: `${Math.round(firstMs)} ms` },
  ]
}

function againstOtava(otava, theirs, oursMs) {
  if (!('python' in otava)) return [{ what: `apache-otava cannot be installed here: ${otava.reason}`, value: '-' }]
  const theirsMs = Math.min(...theirs.map(({ cpuMs }) => cpuMs))
  return [
    { what: `apache-otava ${otava.version}, 1,000 series of 500 points`, value: `${Math.round(theirsMs)} ms` },
    atLeast(`change points: times as fast as apache-otava (${Math.round(oursMs)} ms)`, theirsMs / oursMs, SPEED_UP),
  ]
}

/** Bounds only where nothing else does. */
function plainRow(otava, plainMs, oursMs) {
  const row = atLeast('change points: times as fast as a plain implementation', plainMs / oursMs, SPEED_UP)
  return 'python' in otava ? { what: row.what, value: row.value } : row
}

function measureOtava(python, path) {
  const { status, stdout, stderr } = spawnSync(python, [scriptPath('change-points-with-otava.py'), path], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`apache-otava failed:\n${stderr}`)
  return JSON.parse(stdout)
}

function measureOurs(path) {
  const script = scriptPath('change-points-with-testwarden.mjs')
  return JSON.parse(measureScript(script, { args: [path, String(PASSES)] }).stdout)
}

/** @returns milliseconds for each series */
function measurePlain(series, answers) {
  const before = process.cpuUsage()
  const found = series.slice(0, PLAIN_SERIES).map((one) => plainChangePoints(one, OPTIONS))
  const { user } = process.cpuUsage(before)
  found.forEach((points, at) => {
    const indexes = points.map(({ index }) => index)
    const expected = answers[at].map(([index]) => index)
    if (String(indexes) !== String(expected)) throw new Error(`series ${at}: ${indexes} and ${expected}`)
  })
  return user / 1000 / PLAIN_SERIES
}

/** The same change points, with the same means to the last bit. */
function mustAgree(theirs, ours) {
  theirs.forEach((points, at) => {
    const agrees = points.length === ours[at].length && points.every((point, which) => isSame(point, ours[at][which]))
    if (!agrees) throw new Error(`series ${at}: ${JSON.stringify(points)} and ${JSON.stringify(ours[at])}`)
  })
}

function isSame([index, pValue, ...rest], [ourIndex, ourPValue, ...ourRest]) {
  const isNear = Math.abs(pValue - ourPValue) <= P_VALUE_DIGITS * pValue
  return index === ourIndex && isNear && rest.every((value, at) => value === ourRest[at])
}

function scriptPath(name) {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}
