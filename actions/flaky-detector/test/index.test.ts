import { describe, expect, test } from '@jest/globals'
import type { Evidence } from '@testwarden/core/model/evidence'
import { renderTerminal } from '@testwarden/core/render/terminal'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import type { FlakyFacts } from '../src/facts.js'
import { flakyDetector } from '../src/index.js'
import { configOf, evidenceOf, portsOf, runOf } from './kit.js'

const JUNIT = `<?xml version="1.0" encoding="utf-8"?>
<testsuites><testsuite name="pytest" tests="3" failures="1" skipped="1" errors="0" time="0.3">
<testcase classname="tests.test_refund" name="test_adds" time="0.1"/>
<testcase classname="tests.test_refund" name="test_rounds" time="0.1"><failure message="assert 10.04 == 10.05">def test_rounds():
&gt;       assert refund(10.045) == 10.05
E       assert 10.04 == 10.05

tests/test_refund.py:41: AssertionError</failure></testcase>
<testcase classname="tests.test_refund" name="test_later" time="0.1"><skipped message="later"/></testcase>
</testsuite></testsuites>`

async function collect(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Evidence<FlakyFacts>> {
  const { facts, problems } = await flakyDetector.collect(
    { config: configOf(inputs), run: runOf() },
    portsOf({ files: new MemoryFiles(files) }),
  )
  return evidenceOf(facts ?? {}, { problems })
}

describe('flaky-detector', () => {
  test('says of a report what fails, why nobody can tell, and how to run it again', async () => {
    const config = configOf({ 'new-failures': '0' })
    const evidence = await collect({ 'report.xml': JUNIT }, { reports: 'report.xml' })
    const decision = flakyDetector.decide(evidence, config)
    expect(decision.verdict).toMatchObject({
      outcome: 'fail',
      headline: 'Tests: `test_rounds` fails, and no earlier run is known.',
    })
    const page = renderTerminal(flakyDetector.present(decision, evidence, config).sections, {
      columns: 100,
      style: 'plain',
    })
    expect(page).toContain('test_rounds fails, and nothing is known of its past')
    expect(page).toContain('assert 10.04 == 10.05')
    expect(page).toContain('Rerun with pytest: tests/test_refund.py::test_rounds')
    expect(page).toContain('Trace of test_rounds')
  })

  test('writes its numbers as outputs', async () => {
    const evidence = await collect({ 'report.xml': JUNIT }, { reports: 'report.xml' })
    const decision = flakyDetector.decide(evidence, configOf())
    expect(
      Object.fromEntries(flakyDetector.outputs.map((output) => [output.name, output.valueOf(decision, evidence)])),
    ).toMatchObject({
      'test-count': '3',
      'passed-tests': '1',
      'failed-tests': '1',
      'skipped-tests': '1',
      'new-failures': '1',
    })
  })

  test('without any report has no facts at all', async () => {
    const collected = await flakyDetector.collect(
      { config: configOf(), run: runOf() },
      portsOf({ files: new MemoryFiles({ 'a.txt': '' }) }),
    )
    expect(collected).toEqual({ facts: null, problems: [] })
  })

  test('counts what comes before the cut of a report, and is inconclusive', async () => {
    const evidence = await collect({
      'report.xml': JUNIT.slice(0, JUNIT.indexOf('<testcase classname="tests.test_refund" name="test_later"')),
    })
    expect(evidence.problems).toMatchObject([{ path: 'report.xml', message: expect.stringContaining('ends early') }])
    expect(flakyDetector.decide(evidence, configOf({ 'new-failures': '1' })).verdict.outcome).toBe('inconclusive')
  })

  test('counts the suites once that Ant writes twice', async () => {
    const suite = (name: string) =>
      `<testsuite name="${name}" package="acme" time="0.1"><testcase classname="acme.CartTest" name="adds" time="0.1"/></testsuite>`
    const evidence = await collect({
      'TEST-acme.CartTest.xml': suite('acme.CartTest'),
      'TESTS-TestSuites.xml': `<testsuites>${suite('CartTest')}</testsuites>`,
    })
    expect(evidence.facts.legs[0]?.tests).toHaveLength(1)
    expect(evidence.facts.legs[0]?.notes).toEqual([expect.stringContaining('counted once')])
  })
})
