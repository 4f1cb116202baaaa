import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from '@jest/globals'
import { benchmarkFormats } from '@testwarden/formats/benchmark/registry'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { inspectReports } from '../src/inspect-reports.js'

const INPUT = join(import.meta.dirname, '../../../fixtures/benchmark/criterion/basic/input')
const FILES = readdirSync(INPUT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))

function workspace(folder: string): MemoryFiles {
  return new MemoryFiles(
    Object.fromEntries(FILES.map((path) => [`${folder}/${relative(INPUT, path)}`, readFileSync(path)])),
  )
}

test.each([
  'target/criterion',
  'target/**/new/*.json',
  '**/*.json',
])('%s is one report of all its benchmarks', async (pattern) => {
  const { reports, errors } = await inspectReports(
    { patterns: [pattern], format: null, formats: benchmarkFormats },
    workspace('target'),
  )
  expect(errors).toEqual([])
  expect(reports).toMatchObject([
    { path: 'target/criterion', format: 'criterion', totals: { benchmarks: 3, metrics: 3, samples: 30 }, warnings: [] },
  ])
})

test('the files are found where nobody names them', async () => {
  const { reports } = await inspectReports({ patterns: [], format: null, formats: benchmarkFormats }, workspace('out'))
  expect(reports).toMatchObject([{ path: 'out/criterion', totals: { benchmarks: 3, metrics: 3, samples: 30 } }])
})

test('a single file is named after its folder', async () => {
  const request = {
    patterns: ['target/criterion/winner/of/10/new/sample.json'],
    format: null,
    formats: benchmarkFormats,
  }
  const { reports } = await inspectReports(request, workspace('target'))
  expect(reports).toMatchObject([{ format: 'criterion', totals: { benchmarks: 1, samples: 10 }, warnings: [] }])
})
