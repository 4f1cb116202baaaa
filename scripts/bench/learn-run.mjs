// What a job does with the history of test runs: reads it, scores, appends its own run.
// Usage: node learn-run.mjs <workspace> <temporary> <cases.json> <run number> <start>; prints the milliseconds of each step.
import { readFileSync } from 'node:fs'
import { tallyOf } from '../../actions/flaky-detector/lib/diagnosis/evidence.js'
import { mayEnterQuarantine } from '../../actions/flaky-detector/lib/diagnosis/quarantine-rule.js'
import { storiesOf } from '../../actions/flaky-detector/lib/judging/stories.js'
import { buildPast } from '../../actions/flaky-detector/lib/reading/build-past.js'
import { orderRecords } from '../../actions/flaky-detector/lib/reading/order-records.js'
import { openStore } from '../../packages/platform/lib/history/open-store.js'
import { ACTION, recordOfRun } from './flaky-record.mjs'

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
const failing = cases.filter(({ outcome }) => outcome.includes('F')).map(({ key }) => key)
const { past, problems, bodies } = buildPast({
  records: orderRecords(records, { ancestors: [], isWhole: false }),
  keys: cases.map(({ key }) => key),
  wanted: new Set(failing),
  baseSha: null,
  renames: [],
})
lap('past')
const judged = judge(past)
lap('judge')
const record = recordOfRun({ number: Number(number), startMs: Number(startMs), cases }, bodies)
lap('encode')
await store.append(record)
lap('append')
console.log(JSON.stringify({ steps, records: records.length, problems: [...warnings, ...problems], judged }))

function lap(step) {
  const nowMs = performance.now()
  steps[step] = nowMs - lastMs
  lastMs = nowMs
}

/** Every test that ever failed: what its story proves, and whether it deserves a quarantine. */
function judge(known) {
  const stories = storiesOf({ past: known })
  const tallies = known.stories.map(({ key }) => tallyOf(stories.storyOf(key)))
  return { stories: tallies.length, flaky: tallies.filter(mayEnterQuarantine).length }
}
