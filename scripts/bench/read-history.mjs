// Usage: node read-history.mjs <workspace> <temporary>; prints how long reading took and how many records there are.
import { openStore } from '../../packages/platform/lib/history/open-store.js'

const [workspace, temporary] = process.argv.slice(2)
const env = { ...process.env, RUNNER_TEMP: temporary }
const startedMs = performance.now()
const { records } = await openStore('git:testwarden-history', { workspace, env, token: null }).read({
  action: 'coverage-gate',
})
console.log(JSON.stringify({ wallMs: performance.now() - startedMs, records: records.length }))
