// A JUnit report of any size; the same numbers give the same bytes.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const CASES_PER_SUITE = 50
/** Every so many cases one fails, and one is skipped. */
const FAILURE_EVERY = 100
const SKIP_EVERY = 37
const TRACE = Array.from(
  { length: 12 },
  (_, frame) => `    at example.parcels.rates.Tariff${frame}.priceOf(Tariff${frame}.java:${40 + frame})\n`,
).join('')

/**
 * @param {string} path
 * @param {{ cases: number, bytes: number }} shape the file has so many cases, and output that fills it up
 */
export async function writeBigJunit(path, { cases, bytes }) {
  const stream = createWriteStream(path)
  const bytesPerSuite = Math.floor(bytes / Math.ceil(cases / CASES_PER_SUITE))
  stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n')
  for (let first = 0; first < cases; first += CASES_PER_SUITE)
    if (!stream.write(suiteOf(first, bytesPerSuite))) await once(stream, 'drain')
  stream.end('</testsuites>\n')
  await once(stream, 'finish')
}

/** @param {number} first @param {number} bytes */
function suiteOf(first, bytes) {
  const name = `example.parcels.part${first % 97}.Suite${first / CASES_PER_SUITE}Test`
  const listed = Array.from({ length: CASES_PER_SUITE }, (_, index) => caseOf(first + index, name)).join('')
  const head = `  <testsuite name="${name}" tests="${CASES_PER_SUITE}" time="12.5">\n`
  const filler = 'ordered a parcel, weighed it, found its rate\n'
  const room = Math.max(0, bytes - head.length - listed.length - 70)
  const output = filler.repeat(Math.floor(room / filler.length))
  return `${head}${listed}    <system-out><![CDATA[${output}]]></system-out>\n  </testsuite>\n`
}

/** @param {number} number @param {string} className */
function caseOf(number, className) {
  const tag = `    <testcase name="weighs parcel ${number} on its way to zone ${number % 13}" classname="${className}" time="0.${number % 1000}"`
  if (number % FAILURE_EVERY === 0)
    return `${tag}>\n      <failure message="expected: &lt;${number}&gt; but was: &lt;0&gt;" type="org.opentest4j.AssertionFailedError">${TRACE}</failure>\n    </testcase>\n`
  return number % SKIP_EVERY === 0 ? `${tag}>\n      <skipped/>\n    </testcase>\n` : `${tag}/>\n`
}
