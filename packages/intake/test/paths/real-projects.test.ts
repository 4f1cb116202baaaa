import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { coverageFormats } from '@testwarden/formats/coverage/registry'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { createCoverageFold, type FoldedCoverage } from '../../src/fold-coverage.js'
import { readBuildFolders } from '../../src/paths/read-build-folders.js'
import { readReports } from '../../src/read-reports.js'

const ROOT = join(import.meta.dirname, '../../../..')

/** An example project with its change, as git has it. */
function projectOf(name: string): Record<string, string> {
  const files: Record<string, string> = {}
  for (const tree of ['base', 'change'])
    for (const entry of readdirSync(join(ROOT, 'examples', name, tree), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      files[path.slice(join(ROOT, 'examples', name, tree).length + 1).replaceAll('\\', '/')] = readFileSync(
        path,
        'utf8',
      )
    }
  return files
}

async function foldOf(project: string, fixture: string, reportPath: string): Promise<FoldedCoverage> {
  const sources = projectOf(project)
  const report = readFileSync(join(ROOT, 'fixtures/coverage', fixture, 'input.xml'), 'utf8')
  const files = new MemoryFiles({ ...sources, [reportPath]: report })
  const trackedFiles = Object.keys(sources)
  const build = await readBuildFolders({ trackedFiles, workspacePrefix: '' }, files)
  const fold = createCoverageFold({ paths: { trackedFiles, roots: [], build }, isIgnored: () => false })
  for await (const read of readReports({ patterns: [reportPath], format: null, formats: coverageFormats }, files))
    fold.add(read)
  return fold.result()
}

test('a class that two modules have is found in each, by the names of their artifacts', async () => {
  const folded = await foldOf(
    'java-parcels',
    'jacoco/maven-aggregate',
    'report/target/site/jacoco-aggregate/jacoco.xml',
  )
  expect(folded.problems).toEqual([])
  expect(folded.files.map(({ coverage, isTracked }) => [coverage.path, coverage.lines.size, isTracked])).toEqual([
    ['labels/src/main/java/parcels/Settings.java', 2, true],
    ['labels/src/main/java/parcels/print/Label.java', 14, true],
    ['rates/src/main/java/parcels/Insurance.java', 5, true],
    ['rates/src/main/java/parcels/Rate.java', 14, true],
    ['rates/src/main/java/parcels/Settings.java', 1, true],
    ['rates/src/main/java/parcels/Zone.java', 7, true],
  ])
})

test('the report of one module means its own class, not that of its neighbour', async () => {
  const folded = await foldOf('java-parcels', 'jacoco/maven', 'rates/target/site/jacoco/jacoco.xml')
  expect(folded.files.map(({ coverage }) => coverage.path)).toContain('rates/src/main/java/parcels/Settings.java')
  expect(folded.unmatched).toEqual([])
})

test('Kotlin files that lie in no folder of their package are found', async () => {
  const folded = await foldOf('kotlin-meter', 'jacoco/kover', 'target/site/kover/report.xml')
  expect(folded.files.map(({ coverage, isTracked }) => [coverage.path, isTracked])).toEqual([
    ['src/main/kotlin/Alarm.kt', true],
    ['src/main/kotlin/Reading.kt', true],
    ['src/main/kotlin/Tariff.kt', true],
  ])
})
