import { describe, expect, test } from '@jest/globals'
import { coverageFormats } from '../../src/coverage/registry.js'
import type { Sighting, Witness } from '../../src/witness.js'
import { fixturesOf } from '../support/fixtures.js'
import { plain, readAll } from '../support/read.js'

/** What is seen of the files of one name, or of all. */
async function sightingsOf(id: string, input: string | Uint8Array, name = ''): Promise<readonly Sighting[]> {
  const sightings: Sighting[] = []
  const witness: Witness = { wants: (path) => path.endsWith(name), saw: (sighting) => void sightings.push(sighting) }
  await readWith(id, input, witness)
  return sightings
}

async function readWith(id: string, input: string | Uint8Array, witness?: Witness) {
  const format = coverageFormats.find((candidate) => candidate.id === id)
  if (format === undefined) throw new Error(`no format ${id}`)
  const open = await format.load()
  return plain(readAll(open({ path: 'report', witness }), input))
}

/** `line 12 0 | 3 DA:12,0` */
function told({ kind, first, last, name, hits, total, place }: Sighting): string {
  const numbers = [kind, first === last ? first : `${first}-${last}`, name, hits, total].filter((part) => part !== null)
  return `${numbers.join(' ')} | ${place.line} ${place.text}`
}

const FIXTURES = fixturesOf('coverage')

test.each(FIXTURES)('a witness changes nothing of what is read: $name', async ({ format, input }) => {
  const witness: Witness = { wants: () => true, saw: () => undefined }
  expect(await readWith(format, input, witness)).toEqual(await readWith(format, input))
})

test.each(FIXTURES)('every place that is told lies in the report: $name', async ({ format, input }) => {
  const lineCount = new TextDecoder().decode(input).split('\n').length
  for (const { place } of await sightingsOf(format, input)) {
    expect(place.line).toBeGreaterThanOrEqual(1)
    if (!format.startsWith('gcov') && input[1] !== 0) expect(place.line).toBeLessThanOrEqual(lineCount)
  }
})

describe('LCOV', () => {
  const REPORT = `TN:first
SF:src/a.c
FN:1,main
FNDA:3,main
BRDA:1,0,0,-
DA:1,3
DA:2,0,sum
end_of_record
SF:src/b.c
DA:1,1
end_of_record
`

  test('tells the record of each number, functions too, and nothing of other files', async () => {
    expect((await sightingsOf('lcov', REPORT, 'a.c')).map(told)).toEqual([
      'entry 0 | 2 SF:src/a.c',
      'arm 1 0,0 0 | 5 BRDA:1,0,0,-',
      'line 1 3 | 6 DA:1,3',
      'line 2 0 | 7 DA:2,0,sum',
      'function 1 main 3 | 4 FNDA:3,main',
    ])
  })

  test('tells the test that a section is of', async () => {
    expect(new Set((await sightingsOf('lcov', REPORT, 'a.c')).map((sighting) => sighting.test))).toEqual(
      new Set(['first']),
    )
  })
})

test('Cobertura tells the tag of each number', async () => {
  const report = `<coverage line-rate="1">
<packages><package><classes>
<class filename="a.py" name="a"><lines>
<line number="3" hits="2" branch="true" condition-coverage="50% (1/2)"/>
</lines></class></classes></package></packages></coverage>`
  expect((await sightingsOf('cobertura', report)).map(told)).toEqual([
    'entry 0 | 3 <class filename="a.py" name="a">',
    'line 3 2 | 4 <line number="3" hits="2" branch="true" condition-coverage="50% (1/2)">',
    'branches 3 1 2 | 4 <line number="3" hits="2" branch="true" condition-coverage="50% (1/2)">',
  ])
})

test('JaCoCo tells the tag of each line, and the method that a function is', async () => {
  const report = `<report name="r"><package name="p">
<class name="p/A" sourcefilename="A.java">
<method name="f" desc="()V" line="3"><counter type="METHOD" missed="0" covered="1"/></method></class>
<sourcefile name="A.java"><line nr="3" mi="0" ci="2" mb="1" cb="1"/></sourcefile>
</package></report>`
  const sightings = (await sightingsOf('jacoco', report)).filter(({ kind }) => kind !== 'entry').map(told)
  expect(sightings).toEqual([
    expect.stringMatching(/^function 3 \S+ 1 \| 3 <method>$/),
    'line 3 1 | 4 <line nr="3" mi="0" ci="2" mb="1" cb="1">',
    'branches 3 1 2 | 4 <line nr="3" mi="0" ci="2" mb="1" cb="1">',
  ])
})

test('Go tells the blocks by their lines, repeated ones too', async () => {
  const report = 'mode: set\nm/a.go:1.1,3.2 5 1\nm/a.go:1.1,3.2 5 0\n'
  expect((await sightingsOf('go-cover', report)).map(told)).toEqual([
    'entry 0 | 2 m/a.go:1.1,3.2 5 1',
    'statement 1-2 1.1,3.2 1 | 2 m/a.go:1.1,3.2 5 1',
    'statement 1-2 1.1,3.2 0 | 3 m/a.go:1.1,3.2 5 0',
  ])
})

test('coverage.py JSON tells the keys that lead to a number, and which contexts ran a line', async () => {
  const report = `{"meta":{"version":"7","branch_coverage":false},"files":{"src/a b.py":{
"executed_lines":[1,2],"missing_lines":[4],
"contexts":{"1":["","test_a|run"]}}}}`
  expect((await sightingsOf('coverage-py-json', report)).map(told)).toEqual([
    'entry 0 | 1 .files["src/a b.py"]',
    'line 1 1 | 2 .files["src/a b.py"].executed_lines[0] = 1',
    'line 2 1 | 2 .files["src/a b.py"].executed_lines[1] = 2',
    'line 4 0 | 2 .files["src/a b.py"].missing_lines[0] = 4',
    'test 1 test_a|run | 3 .files["src/a b.py"].contexts["1"][1] = "test_a|run"',
  ])
})

test('Istanbul tells statements by the ids that tie their counts to them', async () => {
  const report = JSON.stringify({
    '/app/a.js': {
      path: '/app/a.js',
      statementMap: { 0: { start: { line: 2, column: 4 }, end: { line: 3, column: 5 } } },
      fnMap: {},
      branchMap: {},
      s: { 0: 7 },
      f: {},
      b: {},
    },
  })
  expect((await sightingsOf('istanbul', report)).map(told)).toEqual([
    'entry 0 | 1 .["/app/a.js"]',
    'statement 2-3 2:4-3:5 7 | 1 .["/app/a.js"].s["0"] = 7',
  ])
})

test('SimpleCov tells each command by itself', async () => {
  const report = JSON.stringify({
    RSpec: { coverage: { '/app/a.rb': { lines: [null, 2] } }, timestamp: 1 },
    Minitest: { coverage: { '/app/a.rb': { lines: [null, 1] } }, timestamp: 1 },
  })
  const lines = (await sightingsOf('simplecov', report)).filter(({ kind }) => kind === 'line')
  expect(lines.map((sighting) => [sighting.test, told(sighting)])).toEqual([
    ['RSpec', 'line 2 2 | 1 .RSpec.coverage["/app/a.rb"].lines'],
    ['Minitest', 'line 2 1 | 1 .Minitest.coverage["/app/a.rb"].lines'],
  ])
})
