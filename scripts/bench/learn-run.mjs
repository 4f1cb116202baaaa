// What a job does with the history of test runs: reads it, scores, appends its own run.
// Usage: node learn-run.mjs <workspace> <temporary> <cases.json> <run number> <start>; prints the milliseconds of each step.
import { readFileSync } from 'node:fs'
import { openTestRuns } from '../../packages/history/lib/tests/decode-runs.js'
import { openStore } from '../../packages/platform/lib/history/open-store.js'
import { ACTION, recordOfRun } from './flaky-record.mjs'

const RECENT_RUNS = 100

const [workspace, temporary, casesPath, number, startMs] = process.argv.slice(2)
const cases = JSON.parse(readFileSync(casesPath, 'utf8'))
const store = openStore('git:testwarden-history', {
  workspace,
  env: { ...process.env, RUNNER_TEMP: temporary },
  token: null,
})
const steps = {}
let lastMs = performance.now()
const { records, warnings } = await store.read({ action: ACTION })
lap('read')
const bodies = records.map(({ body }) => body)
const runs = openTestRuns(bodies)
lap('open')
const scored = score(runs)
lap('score')
const record = recordOfRun({ number: Number(number), startMs: Number(startMs), cases }, bodies)
lap('encode')
await store.append(record)
lap('append')
console.log(JSON.stringify({ steps, records: records.length, problems: [...warnings, ...runs.problems], scored }))

function lap(step) {
  const nowMs = performance.now()
  steps[step] = nowMs - lastMs
  lastMs = nowMs
}

/** Every cell of every test that ever failed, and how many failures each test of the last hundred runs promises. */
function score(opened) {
  const failing = new Set()
  for (const run of opened.usable) for (const { key } of opened.failed(run)) failing.add(key)
  let cells = 0
  for (const key of failing) for (const run of opened.usable) if (opened.cellOf(run, key) !== null) cells++
  let expected = 0
  const recent = opened.usable.slice(-RECENT_RUNS)
  for (const key of opened.keys(opened.usable.at(-1))) {
    let had = 0
    for (const run of recent) if (opened.has(run, key)) had++
    expected += 1 / (had + 2)
  }
  return { failing: failing.size, cells, expected }
}
