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

/** Evidence of so many files with two changed lines each, which counts how often one of its values is looked at. */
function countedEvidence(fileCount: number) {
  const lines = new Map(Array.from({ length: 200 }, (_, index) => [index + 1, index % 3] as const))
  const whole = encodeFile({ path: '', lines, branches: new Map(), functions: null, statements: null }, true)
  const paths = Array.from({ length: fileCount }, (_, index) => `src/module${index}/file.py`)
  let looks = 0
  const watched = <Value extends object>(value: Value): Value =>
    new Proxy(value, {
      get(target, name) {
        looks++
        return Reflect.get(target, name)
      },
    })
  const files = watched(paths.map((path) => watched({ ...whole, path })))
  const changed = watched(paths.map((path) => watched({ path, lines: '4,7' })))
  const evidence = evidenceOf({ files, changes: { kind: 'known', base: BASE_SHA, files: changed } })
  return { evidence, looks: () => looks }
}

test('judging and presenting a change looks at each file a few times, however many there are', () => {
  const looksPerFile = [100, 400].map((fileCount) => {
    const { evidence, looks } = countedEvidence(fileCount)
    const decision = decide(evidence, configOf())
    present(decision, evidence)
    expect(decision.findings).toHaveLength(2 * fileCount)
    return looks() / fileCount
  })
  const [few = 0, many = Number.POSITIVE_INFINITY] = looksPerFile
  expect(many).toBeLessThanOrEqual(few)
  expect(few).toBeLessThan(200)
})
