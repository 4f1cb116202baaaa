import { performance } from 'node:perf_hooks'
import { expect, test } from '@jest/globals'
import { decide } from '../src/decide.js'
import { encodeFile } from '../src/file-facts.js'
import { present } from '../src/present.js'
import { looksLikeTest } from '../src/test-files.js'
import { BASE_SHA, configOf, evidenceOf } from './kit.js'

test.each([
  ['tests/conftest.py', true],
  ['src/test_refund.py', true],
  ['pkg/refund_test.go', true],
  ['src/refund.spec.ts', true],
  ['src/RefundTest.java', true],
  ['src/RefundTests.cs', true],
  ['spec/refund_spec.rb', true],
  ['src/refund.py', false],
  ['src/contest.py', false],
  ['src/latest/attestation.ts', false],
  ['src/testimony.py', false],
])('%s looks like a test: %s', (path, expected) => {
  expect(looksLikeTest(path)).toBe(expected)
})

test('10,000 changed lines in 5,000 files are judged and presented within a second', () => {
  const lines = new Map(Array.from({ length: 200 }, (_, index) => [index + 1, index % 3] as const))
  const paths = Array.from({ length: 5000 }, (_, index) => `src/module${index}/file.py`)
  const files = paths.map((path) =>
    encodeFile({ path, lines, branches: new Map(), functions: null, statements: null }, true),
  )
  const changed = paths.map((path) => ({ path, lines: '4,7' }))
  const evidence = evidenceOf({ files, changes: { kind: 'known', base: BASE_SHA, files: changed } })
  const start = performance.now()
  const decision = decide(evidence, configOf())
  present(decision, evidence)
  expect(performance.now() - start).toBeLessThan(1000)
  expect(decision.findings).toHaveLength(10_000)
})
