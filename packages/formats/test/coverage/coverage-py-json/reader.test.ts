import { describe, expect, test } from '@jest/globals'
import { mergeFileCoverage } from '@testwarden/core/model/coverage-merge'
import { countFile } from '@testwarden/core/model/coverage-totals'
import { coveragePyJsonReader } from '../../../src/coverage/coverage-py-json/reader.js'
import { coveragePyJson } from '../../../src/coverage/coverage-py-json.js'
import { lcovReader } from '../../../src/coverage/lcov/reader.js'
import { bytesOf, mustRead, readAll } from '../../support/read.js'

const LISTS = { executed_lines: [], missing_lines: [], excluded_lines: [] }

function read(report: object) {
  const result = mustRead(readAll(coveragePyJsonReader({ path: 'coverage.json' }), JSON.stringify(report)))
  return { model: result.model, warnings: result.warnings.map(({ message }) => message) }
}

function readOne(parts: object) {
  const { model, warnings } = read({ meta: {}, files: { 'src/a.py': { ...LISTS, ...parts } } })
  if (model.files[0] === undefined) throw new Error('there is no file')
  return { file: model.files[0], warnings }
}

function refusal(text: string) {
  const result = readAll(coveragePyJsonReader({ path: 'coverage.json' }), text)
  return result.ok ? null : result.error
}

test('lines that ran have one hit, lines that did not have none, and excluded lines are not there', () => {
  const { file } = readOne({ executed_lines: [1, 4], missing_lines: [3], excluded_lines: [9] })
  expect([...file.lines]).toEqual([
    [1, 1],
    [3, 0],
    [4, 1],
  ])
})

test('a branch is known by the line that it leads to; a negative one leads out of the code', () => {
  const { file } = readOne({
    executed_branches: [
      [3, 4],
      [5, -2],
    ],
    missing_branches: [
      [3, 7],
      [5, 6],
    ],
  })
  expect([...file.branches].map(([line, { arms }]) => [line, [...arms]])).toEqual([
    [
      3,
      [
        ['>4', 1],
        ['>7', 0],
      ],
    ],
    [
      5,
      [
        ['>-2', 1],
        ['>6', 0],
      ],
    ],
  ])
})

test('branches of two runs are joined by what they lead to', () => {
  const left = readOne({ executed_branches: [[3, 4]], missing_branches: [[3, 7]] }).file
  const right = readOne({ executed_branches: [[3, 7]], missing_branches: [[3, 4]] }).file
  expect(countFile(mergeFileCoverage(left, right)).branches).toEqual({ covered: 2, total: 2 })
})

test('the same branches in the tracefile of the same run are not counted twice', () => {
  const json = readOne({ executed_lines: [3], executed_branches: [[3, 4]], missing_branches: [[3, 7]] }).file
  const text = 'SF:src/a.py\nDA:3,1\nBRDA:3,0,jump to line 4,1\nBRDA:3,0,jump to line 7,0\nend_of_record\n'
  const [tracefile] = mustRead(readAll(lcovReader({ path: 'lcov.info' }), text)).model.files
  if (tracefile === undefined) throw new Error('there is no file')
  for (const merged of [mergeFileCoverage(json, tracefile), mergeFileCoverage(tracefile, json)])
    expect(countFile(merged).branches).toEqual({ covered: 1, total: 2 })
})

describe('functions', () => {
  const region = (executed: readonly number[], missing: readonly number[], start?: number) => ({
    executed_lines: executed,
    missing_lines: missing,
    ...(start === undefined ? {} : { start_line: start }),
  })

  test('are called when a line in them ran, and start where the report says', () => {
    const functions = {
      'A.run': region([4], [5], 3),
      idle: region([], [9], 8),
      old: region([12], []),
      '': region([1], []),
    }
    const { file } = readOne({ functions })
    expect([...(file.functions?.values() ?? [])]).toEqual([
      { name: 'old', line: 0, hits: 1 },
      { name: 'A.run', line: 3, hits: 1 },
      { name: 'idle', line: 8, hits: 0 },
    ])
  })

  test('without a line in them are none', () => {
    expect(readOne({ functions: { stub: region([], [], 3) } }).file.functions?.size).toBe(0)
  })

  test('are not known before format 3', () => {
    expect(readOne({}).file.functions).toBeNull()
  })
})

test.each([
  [
    { executed_lines: [0, -1, 1.5, '3', null, 2 ** 40] },
    'a line that is no line number from 1 up is not counted (6 times)',
  ],
  [
    { executed_branches: [[1], [0, 1], ['1', 2], [1, 2, 3], []] },
    'a branch that is no pair of lines is not counted (5 times)',
  ],
])('what is none in %j is left out, and that is said', (parts, warning) => {
  const { file, warnings } = readOne(parts)
  expect(file.lines.size + file.branches.size).toBe(0)
  expect(warnings).toEqual([warning])
})

test('a format of the future is read as the newest known, and that is said', () => {
  expect(read({ meta: { format: 4 }, files: {} }).warnings).toContain(
    'the report is of format 4: it was read as format 3',
  )
})

test('declared totals that the lists do not confirm are explained', () => {
  const totals = { covered_lines: 3, num_statements: 4, covered_branches: 1, num_branches: 2 }
  const { model, warnings } = read({ meta: {}, files: { 'a.py': { ...LISTS, executed_lines: [1, 2] } }, totals })
  expect(model.declared?.lines).toEqual({ covered: 3, total: 4 })
  expect(warnings).toEqual([
    'the file declares lines 3/4, but lists 2/2: it counts lines without a number from 1 up',
    'the file declares branches 1/2, but lists 0/0: this version of coverage.py counts branches, but does not tell where they are',
  ])
})

test.each([
  ['[]', 'the report is no object'],
  ['{"meta":{}}', 'the report has no files'],
  ['{"files":[]}', 'files is no object'],
  ['{"files":{"a.py":[]}}', "the entry a.py is no file of coverage.py's"],
  ['{"files":{"a.py":{"summary":{}}}}', 'the entry a.py has no executed_lines and no missing_lines'],
])('%s is refused', (text, message) => {
  expect(refusal(text)?.message).toBe(message)
})

test('other JSON with meta and files is not taken for a report of coverage.py', () => {
  for (const text of ['{"meta":{"version":"1"},"files":{}}', '{"files":{}}', '{"meta":{"branch_coverage":true}}'])
    expect(coveragePyJson.detect(bytesOf(text))).toBe(false)
})
