import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type CopiedTree, copyTree, type Ended, isRepository } from './support/copied-tree.js'

/** Everything below happens in this copy, one after the other: building it once takes most of the time. */
let tree: CopiedTree
let formats: readonly Ended[]
let action: Ended
let types: Ended

const node = (...args: readonly string[]) => tree.run(process.execPath, args)
const jest = (...paths: readonly string[]) =>
  node('--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...paths)

if (!isRepository())
  process.stderr.write('SKIPPED: the scaffolds, because this is no git repository or git is missing\n')
const describeInRepository = isRepository() ? describe : describe.skip

beforeAll(() => {
  if (!isRepository()) return
  tree = copyTree()
  formats = [
    ['coverage', 'made-of-lines', 'Made of lines'],
    ['coverage', 'made-of-xml', 'Made of XML', 'xml'],
    ['coverage', 'made-of-json', 'Made of JSON', 'json'],
    ['test-run', 'tests-in-lines', 'Tests in lines'],
    ['test-run', 'tests-in-xml', 'Tests in XML', 'xml'],
    ['test-run', 'tests-in-json', 'Tests in JSON', 'json'],
    ['benchmark', 'speed-in-lines', 'Speed in lines'],
    ['benchmark', 'speed-in-xml', 'Speed in XML', 'xml'],
    ['benchmark', 'speed-in-json', 'Speed in JSON', 'json'],
  ].map((words) => node('scripts/new-format.mjs', ...words))
  action = node('scripts/new-action.mjs', 'mock-audit', 'mocks')
  tree.linkPackages()
  types = node('node_modules/typescript/bin/tsc', '-b')
})

afterAll(() => tree?.remove())

describeInRepository('what the scaffolds write', () => {
  test('is typed, formatted and inside the layer law', () => {
    expect(types).toEqual({ status: 0, output: '' })
    for (const { status, output } of [...formats, action])
      expect({ status, output }).toEqual({ status: 0, output: expect.not.stringContaining('not content') })
    expect(node('scripts/check-layers.mjs')).toMatchObject({ status: 0 })
  })

  test('is told with what comes next', () => {
    expect(formats[0]?.output).toContain('new      packages/formats/src/coverage/made-of-lines.ts')
    expect(formats[0]?.output).toContain('new      packages/formats/src/coverage/made-of-lines/reader.ts')
    expect(formats[3]?.output).toContain('new      packages/formats/src/test-run/tests-in-lines/reader.ts')
    expect(formats[3]?.output).toContain('changed  docs/formats-of-tests.md')
    expect(formats[6]?.output).toContain('new      packages/formats/src/benchmark/speed-in-lines/reader.ts')
    expect(formats[6]?.output).toContain('changed  docs/formats-of-benchmarks.md')
    expect(action.output).toContain('npm install')
    expect(action.output).toContain('npm run generate')
  })
})

describeInRepository('a new format of coverage', () => {
  test('is registered in the order of the alphabet', () => {
    const registry = tree.read('packages/formats/src/coverage/registry.ts')
    const listed = /= \[([^\]]*)\]/
      .exec(registry)?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    expect(listed).toEqual(expect.arrayContaining(['lcov', 'madeOfJson', 'madeOfLines', 'madeOfXml', 'opencover']))
    expect(listed).toEqual(listed?.toSorted())
  })

  test('fails its own tests, each of which says what to fill in, and no others', () => {
    const { status, output } = jest('packages/formats/test/coverage/made-of', 'packages/formats/test/coverage/registry')
    expect(status).toBe(1)
    const failed = [...output.matchAll(/^ {2}● (.+)$/gm)].map(([, name = '']) => name)
    expect(failed.filter((name) => !/made-of|Made of/.test(name))).toEqual([])
    expect(failed).toEqual(
      expect.arrayContaining([
        'a report of Made of lines › is known by its head',
        'fixture made-of-lines/basic › gives what expected.json says',
        'fixture made-of-xml/malformed › gives what expected.json says',
      ]),
    )
    expect(output).toContain('reading Made of lines is not written yet')
    expect(output).toContain('reading Made of XML is not written yet')
    expect(output).toContain('reading Made of JSON is not written yet')
    expect(output).toContain('"fill in": "the totals that the tool itself prints"')
  })
})

describeInRepository('a new format of test results', () => {
  test('has its row on the page of such formats, in the order of ids', () => {
    const ids = [...tree.read('docs/formats-of-tests.md').matchAll(/^\| [^|]+ \| `([\w-]+)` \|/gm)].map(([, id]) => id)
    expect(ids).toEqual(expect.arrayContaining(['tap', 'tests-in-json', 'tests-in-lines', 'tests-in-xml', 'trx']))
    expect(ids).toEqual(ids.toSorted())
  })

  test('fails its own tests, each of which says what to fill in, and no others', () => {
    const { status, output } = jest(
      'packages/formats/test/test-run/tests-in',
      'packages/formats/test/test-run/registry',
      'packages/formats/test/test-run/formats-of-tests',
    )
    expect(status).toBe(1)
    const failed = [...output.matchAll(/^ {2}● (.+)$/gm)].map(([, name = '']) => name)
    // The new formats of other kinds are in the same copy, and nothing knows their fixtures yet.
    expect(failed.filter((name) => !/tests-in|Tests in|report made-of-|report speed-in-/.test(name))).toEqual([])
    expect(failed).toEqual(
      expect.arrayContaining([
        'a report of Tests in lines › gives its tests with what became of them',
        'fixture tests-in-json/basic › gives what expected.json says',
        'fixture tests-in-xml/malformed › gives what expected.json says',
        'docs/formats-of-tests.md › tells how tests-in-lines is written',
      ]),
    )
    expect(output).toContain('reading Tests in lines is not written yet')
    expect(output).toContain('reading Tests in XML is not written yet')
    expect(output).toContain('reading Tests in JSON is not written yet')
    expect(output).toContain('"fill in": "the counts that the tool itself prints, and a line for each case"')
  })
})

describeInRepository('a new format of benchmarks', () => {
  test('has its row on the page of such formats, in the order of ids', () => {
    const page = tree.read('docs/formats-of-benchmarks.md')
    const ids = [...page.matchAll(/^\| [^|]+ \| `([\w-]+)` \|/gm)].map(([, id]) => id)
    expect(ids).toEqual(expect.arrayContaining(['jmh', 'speed-in-json', 'speed-in-lines', 'speed-in-xml']))
    expect(ids).toEqual(ids.toSorted())
  })

  test('fails its own tests, each of which says what to fill in, and no others', () => {
    const { status, output } = jest(
      'packages/formats/test/benchmark/speed-in',
      'packages/formats/test/benchmark/registry',
      'packages/formats/test/benchmark/formats-of-benchmarks',
    )
    expect(status).toBe(1)
    const failed = [...output.matchAll(/^ {2}● (.+)$/gm)].map(([, name = '']) => name)
    expect(failed.filter((name) => !/speed-in|Speed in|made-of-|tests-in-/.test(name))).toEqual([])
    expect(failed).toEqual(
      expect.arrayContaining([
        'a report of Speed in lines › gives its benchmarks by process',
        'fixture speed-in-json/basic › gives what expected.json says',
        'fixture speed-in-xml/malformed › gives what expected.json says',
        'docs/formats-of-benchmarks.md › tells how speed-in-lines is written',
      ]),
    )
    expect(output).toContain('reading Speed in lines is not written yet')
    expect(output).toContain('reading Speed in XML is not written yet')
    expect(output).toContain('reading Speed in JSON is not written yet')
    expect(output).toContain('"fill in": "the numbers that the tool itself prints, and a line for each metric"')
  })
})

describeInRepository('what is left to fill in', () => {
  test('is listed place by place', () => {
    const { status, output } = jest('test/contract/fill-in')
    expect(status).toBe(1)
    expect(output).toContain('packages/formats/src/coverage/made-of-lines/reader.ts:')
    expect(output).toContain('fixtures/coverage/made-of-xml/basic/PROVENANCE.md:')
    expect(output).toContain('packages/formats/src/test-run/tests-in-json.ts:')
    expect(output).toContain('packages/formats/src/benchmark/speed-in-json/reader.ts:')
    expect(output).toContain('docs/formats-of-tests.md:')
    expect(output).toContain('docs/formats-of-benchmarks.md:')
  })
})

describeInRepository('a new action', () => {
  test('passes its tests', () => {
    expect(jest('actions/mock-audit')).toMatchObject({ status: 0 })
  })

  test('gets its generated files', () => {
    expect(node('scripts/generate.mjs')).toMatchObject({ status: 0 })
    expect(tree.read('actions/mock-audit/action.yml')).toContain('main: ../../dist/mock-audit/index.js')
    expect(tree.read('actions/mock-audit/README.md')).toContain('| `max-files` |')
    expect(tree.read('schema/config.v1.schema.json')).toContain('"mocks"')
  })

  test('meets the contract of all actions', () => {
    expect(jest('test/contract/actions')).toMatchObject({ status: 0 })
  })
})

describeInRepository('a scaffold refuses', () => {
  test.each([
    [['new-action', 'MockAudit', 'mocks'], 'not in kebab-case, such as mock-audit'],
    [['new-action', '../mocks', 'mocks'], 'not in kebab-case'],
    [['new-action', '__proto__', 'mocks'], 'not in kebab-case'],
    [['new-action', 'x', 'switch'], 'is a word of the language'],
    [['new-action', 'coverage-gate', 'mocks'], 'There is an action coverage-gate already'],
    [['new-action', 'other', 'coverage'], 'The gate coverage is that of actions/coverage-gate already'],
    [['new-action', 'other', 'history'], 'The config file has a key history already'],
    [['new-action', 'other'], 'The gate is missing'],
    [['new-action', 'a', 'b', 'c'], 'something behind the last word'],
    [['new-format', 'coverage', 'lcov', 'LCOV'], 'There is a format lcov already'],
    [['new-format', 'coverage', 'declared', 'Declared'], 'declared.ts exists already'],
    [['new-format', 'test-run', 'junit', 'JUnit'], 'There is a format junit already'],
    [['new-format', 'test-run', 'attempt', 'Attempt'], 'attempt.ts exists already'],
    [['new-format', 'benchmark', 'jmh', 'JMH'], 'There is a format jmh already'],
    [['new-format', 'benchmark', 'told-apart', 'Told apart'], 'told-apart.ts exists already'],
    [
      ['new-format', 'weather', 'rain', 'Rain'],
      'There is no kind of report weather yet. Kinds: benchmark, coverage, test-run',
    ],
    [['new-format'], 'The kind of report is missing'],
    [['new-format', 'coverage', 'rain'], 'The display name is missing'],
    [['new-format', 'coverage', 'rain', "*/ 'x"], 'is not up to 60 letters'],
    [['new-format', 'coverage', 'rain', 'Rain', 'yaml'], 'made of lines, of xml or of json, not of yaml'],
  ])('%j and writes nothing', ([script, ...args], message) => {
    const before = readdirSync(join(tree.folder, 'actions'))
    const { status, output } = node(`scripts/${script}.mjs`, ...args)
    expect({ status, output }).toEqual({ status: 2, output: expect.stringContaining(message) })
    expect(output).toContain('Usage: npm run new:')
    expect(output).not.toContain('new      ')
    expect(readdirSync(join(tree.folder, 'actions'))).toEqual(before)
  })
})
