// Adds up what the tests and the checks counted; the last line of a CI run.
// Usage: node scripts/count-results.mjs <exit code of the tests> <exit code of the checks>
import { existsSync, readFileSync } from 'node:fs'

const [tests = '1', checks = '1'] = process.argv.slice(2)
const results = existsSync('build/test-results.json')
  ? JSON.parse(readFileSync('build/test-results.json', 'utf8'))
  : null
const told = /checks: (\d+) passed, (\d+) failed/.exec(readFileSync('build/checks.txt', 'utf8'))

const passed = (results?.numPassedTests ?? 0) + Number(told?.[1] ?? 0)
const failedSuites = results?.numRuntimeErrorTestSuites ?? 0
const counted = (results?.numFailedTests ?? 0) + failedSuites + Number(told?.[2] ?? 0)
// A run that broke before it could count anything has failed all the same.
const failed = counted === 0 && (tests !== '0' || checks !== '0') ? 1 : counted

console.log(`skipped: ${results?.numPendingTests ?? 0} tests of tiers that this machine lacks`)
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
