import { describe, expect, test } from '@jest/globals'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
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

const files = new MemoryFiles({ 'report.xml': JUNIT, 'tests/test_refund.py': '' })

describe('flaky-detector', () => {
  test('reads a report and names what fails', async () => {
    const config = configOf({ reports: 'report.xml', 'new-failures': '0' })
    const { facts, problems } = await flakyDetector.collect({ config, run: runOf() }, portsOf({ files }))
    const evidence = evidenceOf(facts ?? {}, { problems })
    console.log(JSON.stringify(evidence.facts, null, 1))
    const decision = flakyDetector.decide(evidence, config)
    console.log(JSON.stringify(decision, null, 1))
    console.log(JSON.stringify(flakyDetector.present(decision, evidence, config), null, 1))
    expect(decision.verdict.outcome).toBe('fail')
  })
})
