import { describe, expect, test } from '@jest/globals'
import { countTests } from '@testwarden/core/model/test-totals'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { readCorpusFile, readCorpusIndex } from '../../support/corpus.js'
import { openTestRun } from '../../support/open-test-run.js'
import { mustRead, readAll } from '../../support/read.js'

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Node[]
}

const index = readCorpusIndex()
/** It lists no case, and fails all the same: reader.test.ts has such ones. */
const WITHOUT_CASES = 'test-run/failure-without-testcase.xml'

/** The document as a tree, by another parser. */
function treeOf(bytes: Uint8Array): Node {
  const root: Node = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const node: Node = { name, attributes, children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => open.pop())
  parser.write(new TextDecoder().decode(bytes)).close()
  return root
}

function all(node: Node, name: string): readonly Node[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

function has(node: Node, name: string): boolean {
  return node.children.some((child) => child.name === name)
}

/** What a person would count, without any rule for odd files. */
function countOf(root: Node) {
  const cases = all(root, 'testcase')
  const errored = cases.filter((one) => has(one, 'error'))
  const failed = cases.filter((one) => has(one, 'failure') && !has(one, 'error'))
  const skipped = cases.filter((one) => has(one, 'skipped') && !has(one, 'failure') && !has(one, 'error'))
  const flaky = cases.filter((one) => has(one, 'flakyFailure') && !has(one, 'failure'))
  const [of, bad] = [cases.length, errored.length + failed.length + skipped.length]
  return {
    totals: {
      cases: of,
      passed: of - bad,
      failed: failed.length,
      errored: errored.length,
      skipped: skipped.length,
      flaky: flaky.length,
    },
    suites: all(root, 'testsuite').filter((suite) => has(suite, 'testcase') || !has(suite, 'testsuite')).length,
    names: cases.map(({ attributes }) => attributes.name ?? ''),
  }
}

if (index === null) {
  describe('real JUnit files', () => {
    test.skip('SKIPPED: set TESTWARDEN_CORPUS to the folder of the corpus', () => undefined)
  })
} else {
  const files = index.flatMap(({ file, format }) => (format === 'junit' && file !== WITHOUT_CASES ? [file] : []))
  test.each(files.filter((file) => !file.includes('hostile')))('%s is what another parser counts', (file) => {
    const bytes = readCorpusFile(file)
    const { model } = mustRead(readAll(openTestRun('junit'), bytes))
    const { totals, suites, names } = countOf(treeOf(bytes))
    expect(countTests(model.cases)).toEqual(totals)
    expect(model.suites).toBe(suites)
    // One real case has no name.
    expect([...model.cases].map(({ name }, at) => (names[at] === '' ? '' : name))).toEqual(names)
  })

  test.each([
    ['test-run/time-attributes.xml', 2_585_100_000],
    ['test-run/phpunit-nested.xml', 41_478],
    ['test-run/surefire-flaky.xml', 46_000],
    ['test-run/eclipse.xml', 367_126_000],
  ])('%s took %d microseconds', (file, durationUs) => {
    expect(mustRead(readAll(openTestRun('junit'), readCorpusFile(file))).model.durationUs).toBe(durationUs)
  })
}
