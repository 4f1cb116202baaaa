import { expect, test } from '@jest/globals'
import { coverageFormats } from '@testwarden/formats/coverage/registry'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { parseQuestion } from '../../src/explain/asked-file.js'
import { explainCoverage } from '../../src/explain/explain-coverage.js'

const TRACKED = ['src/a.ts', 'src/b.ts', 'lib/a.ts']

async function explain(asked: string, contents: Readonly<Record<string, string>>) {
  return explainCoverage({
    question: parseQuestion(asked),
    workspace: '/work',
    repository: { trackedFiles: TRACKED, isTracked: (path) => TRACKED.includes(path), workspacePrefix: '' },
    files: new MemoryFiles(contents),
    formats: coverageFormats,
    patterns: [],
    format: null,
    roots: [],
    ignore: [{ glob: 'lib/**', matches: (path) => path.startsWith('lib/') }],
    warn: (message) => {
      throw new Error(message)
    },
  })
}

function lcov(path: string, ...records: readonly string[]): string {
  return `TN:\nSF:${path}\n${records.join('\n')}\nend_of_record\n`
}

test('each report tells its own numbers and where they stand, and the merged file what they come to', async () => {
  const { file, nearest } = await explain('src/a.ts:1', {
    '1.info': lcov('src/a.ts', 'DA:1,3', 'DA:1,9', 'BRDA:1,0,0,1', 'BRDA:1,0,1,0'),
    '2.info': lcov('./src/a.ts', 'DA:1,0', 'DA:2,1'),
  })
  expect(nearest).toEqual([])
  expect(file?.mentions.map(({ report, line }) => [report, line?.hits])).toEqual([
    ['1.info', 12],
    ['2.info', 0],
  ])
  expect(file?.mentions[0]?.records.map(({ kind, reportLine, hits }) => [kind, reportLine, hits])).toEqual([
    ['entry', 2, null],
    ['line', 3, 3],
    ['line', 4, 9],
    ['arm', 5, 1],
    ['arm', 6, 0],
  ])
  expect(file?.merged?.line?.hits).toBe(12)
  expect(file?.merged?.steps).toEqual([
    'repeated: 1.info lists the line 2 times (3, 9): they are added',
    'line: hits are added, 12 + 0 = 12',
    'branches: joined by their names, hits of one name are added',
  ])
  expect(file?.contradictions).toHaveLength(1)
})

test('records of a file with the same name elsewhere are not mixed in', async () => {
  const { file } = await explain('src/a.ts:1', {
    'lcov.info': lcov('src/a.ts', 'DA:1,3') + lcov('lib/a.ts', 'DA:1,8'),
  })
  expect(file?.mentions).toHaveLength(1)
  expect(file?.mentions[0]?.records.map(({ text }) => text)).toEqual(['SF:src/a.ts', 'DA:1,3'])
})

test('a file that is ignored counts nowhere, and its glob is named', async () => {
  const { file } = await explain('lib/a.ts', { 'lcov.info': lcov('lib/a.ts', 'DA:1,8') })
  expect(file).toMatchObject({ merged: null, mentions: [{ isCounted: false, ignoredBy: ['lib/**'] }] })
})

test('a report that is not matched with the code counts for nothing, and says why', async () => {
  const { file, reports } = await explain('src/b.ts', {
    'lcov.info': lcov('src/b.ts', 'DA:1,1') + lcov('gone/x.ts', 'DA:1,1') + lcov('gone/y.ts', 'DA:1,1'),
  })
  expect(file).toMatchObject({ merged: null, mentions: [{ isCounted: false }] })
  expect(reports).toMatchObject([
    { outcome: 'unmatched', mentionsFile: true, problem: expect.stringContaining('1 of 3') },
  ])
})

test('a cut report counts as far as it goes, and its copy not again', async () => {
  const { reports } = await explain('src/a.ts', {
    'cut.info': 'TN:\nSF:src/a.ts\nDA:1,1\n',
    'copy.info': 'TN:\nSF:src/a.ts\nDA:1,1\n',
  })
  const outcomes = Object.fromEntries(reports.map(({ path, outcome }) => [path, outcome]))
  expect(outcomes).toMatchObject({ 'copy.info': 'cut-off', 'cut.info': 'copy' })
})

test('tests are named by the reports that know them, and nobody is named for a line that did not run', async () => {
  const first = `TN:unit\nSF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\n`
  const contents = { '1.info': first, '2.info': first.replace('unit', '').replace('DA:2,0', 'DA:2,0\nDA:3,1') }
  expect((await explain('src/a.ts:1', contents)).file?.tests).toEqual({
    names: ['unit'],
    caveat: 'Not every report that has hits tells which tests they come from.',
  })
  expect((await explain('src/a.ts:2', contents)).file?.tests).toEqual({ names: [], caveat: 'No test ran it.' })
})

test('a file that was measured in one report and only listed in another counts as measured', async () => {
  const entry = (hits: number, all: boolean) => ({
    path: 'src/a.ts',
    ...(all ? { all } : {}),
    statementMap: { 0: { start: { line: 1, column: 0 }, end: { line: 1, column: 9 } } },
    fnMap: {},
    branchMap: {},
    s: { 0: hits },
    f: {},
    b: {},
  })
  const { file } = await explain('src/a.ts:1', {
    'coverage/1.json': JSON.stringify({ 'src/a.ts': entry(0, true) }),
    'coverage/2.json': JSON.stringify({ 'src/a.ts': entry(4, false) }),
  })
  expect(file?.merged?.line?.hits).toBe(4)
  expect(file?.merged?.steps).toEqual([
    'placeholder: coverage/1.json lists a file that no test loaded there, which gives way to what was measured',
    'one report counts, so nothing was merged',
  ])
})
