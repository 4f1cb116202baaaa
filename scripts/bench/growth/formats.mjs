import { createNamePattern } from '../../../packages/cli/lib/import/name-pattern.js'
import { failureOfStack } from '../../../packages/formats/lib/test-run/javascript-failure.js'
import { testRunFormats } from '../../../packages/formats/lib/test-run/registry.js'
import { readPoint } from '../../../packages/formats/lib/test-run/tap/test-point.js'

const PORTION_BYTES = 64 * 1024
const TAP_SIGNS = ['#', ' #', '# skip', '\\', '-', ' ']
const SHA = '1f'.repeat(20)

/** @returns {Promise<readonly import('./measure-growth.mjs').GrowthCase[]>} */
export async function formatCases() {
  const [readGo, readDart, readTrx] = [
    await readerOf('go-test-json'),
    await readerOf('dart-json'),
    await readerOf('trx'),
  ]
  return [
    {
      what: 'a name of go test that is nothing but slashes',
      size: 50_000,
      prepare: (size) => {
        const bytes = linesOf(['run', 'fail'].map((Action) => ({ Action, Package: 'p', Test: '/'.repeat(size) })))
        return () => readGo(bytes)
      },
    },
    {
      what: 'groups of Dart in each other',
      size: 2_000,
      prepare: (size) => {
        const bytes = linesOf(nestedGroups(size))
        return () => readDart(bytes)
      },
    },
    {
      what: 'a TRX file of many tests',
      size: 1_000,
      prepare: (size) => {
        const bytes = new TextEncoder().encode(trx(size))
        return () => readTrx(bytes)
      },
    },
    {
      what: 'a stack of JavaScript that is nothing but blanks',
      size: 50_000,
      prepare: (size) => {
        const stack = `${'A'.repeat(size)}\n${' '.repeat(size)}at`
        return () => failureOfStack(stack)
      },
    },
    {
      what: 'lines of TAP that are nothing but signs',
      size: 20_000,
      prepare: (size) => {
        const lines = TAP_SIGNS.map((sign) => `ok 1 ${sign.repeat(size)}`)
        return () => lines.map((line) => readPoint(line, true))
      },
    },
    {
      what: 'a path that fits a name pattern badly',
      size: 200,
      prepare: (size) => {
        const read = createNamePattern('<sha>/<run>-<attempt>/*-*-*/...')
        const path = `${SHA}/${'-1'.repeat(size)}`
        return () => read(path)
      },
    },
  ]
}

async function readerOf(id) {
  const open = await testRunFormats.find((format) => format.id === id).load()
  return (bytes) => {
    const reader = open({ path: 'report' })
    for (let at = 0; at < bytes.length; at += PORTION_BYTES) reader.write(bytes.subarray(at, at + PORTION_BYTES))
    return reader.end()
  }
}

function linesOf(events) {
  return new TextEncoder().encode(events.map((event) => `${JSON.stringify(event)}\n`).join(''))
}

function nestedGroups(count) {
  const groups = Array.from({ length: count }, (_, at) => ({
    type: 'group',
    group: { id: at + 1, name: `g${at}`, parentID: at === 0 ? null : at, suiteID: 0, testCount: 0 },
    time: 1,
  }))
  const test = { id: count + 1, name: 'stops', suiteID: 0, groupIDs: [count], line: 7 }
  return [
    { type: 'start', protocolVersion: '0.1.1', time: 0 },
    { type: 'suite', suite: { id: 0, path: 'test/a_test.dart' }, time: 0 },
    ...groups,
    { type: 'testStart', test, time: 10 },
    { type: 'testDone', testID: count + 1, result: 'success', skipped: false, hidden: false, time: 12 },
    { type: 'done', success: true, time: 100 },
  ]
}

function trx(count) {
  const ids = Array.from({ length: count }, (_, index) => `6f0a4c1e-0000-4000-8000-${String(index).padStart(12, '0')}`)
  const output = `<Output><StdOut>${'one more line of output '.repeat(20)}</StdOut></Output>`
  const results = ids.map(
    (id) =>
      `<UnitTestResult executionId="${id}" testId="${id}" testName="T" duration="00:00:00.001" outcome="Passed">${output}</UnitTestResult>`,
  )
  const definitions = ids.map(
    (id) =>
      `<UnitTest name="T" id="${id}"><Execution id="${id}"/><TestMethod className="Shop.Tests" name="T"/></UnitTest>`,
  )
  const parts = `<Results>${results.join('')}</Results><TestDefinitions>${definitions.join('')}</TestDefinitions>`
  return `<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">${parts}</TestRun>`
}
