import { expect, test } from '@jest/globals'
import { ReportError } from '@testwarden/core/model/errors'
import { DIFFERENCE_PREFIX } from '@testwarden/core/model/report-summary'
import { createCoverageFold, type FoldedCoverage } from '../src/fold-coverage.js'
import type { ReadReport } from '../src/read-report.js'

type Read = ReadReport<{
  readonly dialect: null
  readonly files: readonly ReturnType<typeof fileOf>[]
  readonly sources: readonly string[]
  readonly declared: null
}>

function fileOf(path: string) {
  return { path, lines: new Map([[1, 1]]), branches: new Map(), functions: null, statements: null }
}

function reportOf(path: string, paths: readonly string[], part: Partial<Extract<Read, { ok: true }>> = {}): Read {
  return {
    path,
    ok: true,
    format: 'lcov',
    kind: 'coverage',
    model: { dialect: null, files: paths.map(fileOf), sources: [], declared: null },
    partial: false,
    warnings: [],
    duplicateOf: null,
    ...part,
  }
}

function foldOf(reports: readonly Read[], isIgnored: (path: string) => boolean = () => false): FoldedCoverage {
  const trackedFiles = ['src/a.py', 'src/b.py', 'lib/b.py']
  const fold = createCoverageFold({ paths: { trackedFiles, roots: [] }, isIgnored })
  for (const report of reports) fold.add(report)
  return fold.result()
}

function pathsOf({ files }: FoldedCoverage): string[] {
  return files.map(({ coverage, isTracked }) => `${coverage.path}${isTracked ? '' : ' (untracked)'}`)
}

test('files are merged under the paths that git has', () => {
  const folded = foldOf([reportOf('1.info', ['./src/a.py']), reportOf('2.info', ['/app/src/a.py', 'src/b.py'])])
  expect(pathsOf(folded)).toEqual(['src/a.py', 'src/b.py'])
  expect(folded.reports.map(({ path, fileCount }) => [path, fileCount])).toEqual([
    ['1.info', 1],
    ['2.info', 2],
  ])
  expect(folded.problems).toEqual([])
})

test('half of the files are enough for a report, less is a problem that shows what was tried', () => {
  expect(pathsOf(foldOf([reportOf('half.info', ['src/a.py', 'b.py'])]))).toEqual(['b.py (untracked)', 'src/a.py'])
  const folded = foldOf([reportOf('less.info', ['src/a.py', 'x/gone.py', 'x/b.py'])])
  expect(folded.files).toEqual([])
  expect(folded.problems).toMatchObject([{ kind: 'report', path: 'less.info' }])
  expect(folded.problems[0]?.message).toContain('Only 1 of 3 files')
  expect(folded.problems[0]?.message).toContain('"x/gone.py" tried as x/gone.py')
  expect(folded.problems[0]?.message).toContain('(known: lib/b.py, src/b.py)')
})

test('ignored files count neither for nor against a report', () => {
  const folded = foldOf([reportOf('a.info', ['src/a.py', 'gen/x.py', 'gen/y.py'])], (path) => path.startsWith('gen/'))
  expect(pathsOf(folded)).toEqual(['src/a.py'])
  expect(folded.problems).toEqual([])
})

test('a cut report counts as far as it goes and is a problem; a copy and an unreadable one do not count', () => {
  const error = new ReportError('Broken.', { path: 'broken.info', line: 2, remedy: 'Mend it.' })
  const folded = foldOf([
    reportOf('cut.info', ['src/a.py'], { partial: true }),
    reportOf('copy.info', ['src/a.py'], { duplicateOf: 'cut.info' }),
    { path: 'broken.info', ok: false, error },
  ])
  expect(pathsOf(folded)).toEqual(['src/a.py'])
  expect(folded.reports).toHaveLength(1)
  expect(folded.notes).toEqual(['copy.info has the same content as cut.info and was counted once.'])
  expect(folded.problems.map(({ path }) => path)).toEqual(['cut.info', 'broken.info'])
})

test('files of two modules that share package and name stay apart, tracked or not', () => {
  const trackedFiles = ['a/src/main/java/p/Main.java', 'b/src/main/java/p/Main.java']
  const fold = createCoverageFold({ paths: { trackedFiles, roots: [] }, isIgnored: () => false })
  const report = reportOf('jacoco.xml', [])
  const files = ['a', 'b'].flatMap((module) => [
    { ...fileOf('p/Main.java'), module },
    { ...fileOf('p/Generated.java'), module },
  ])
  fold.add(report.ok ? { ...report, model: { ...report.model, files } } : report)
  expect(pathsOf(fold.result())).toEqual([
    'a/p/Generated.java (untracked)',
    'a/src/main/java/p/Main.java',
    'b/p/Generated.java (untracked)',
    'b/src/main/java/p/Main.java',
  ])
})

test('of many warnings those are kept that tell why the totals of a report differ', () => {
  const many = Array.from({ length: 30 }, (_, line) => ({ message: 'odd', line }))
  const telling = { message: `${DIFFERENCE_PREFIX}lines 1/2, but lists 1/1: unexplained`, line: null }
  const folded = foldOf([reportOf('1.info', ['src/a.py'], { warnings: [...many, telling] })])
  expect(folded.reports[0]?.warnings[0]).toEqual(telling)
  expect(folded.reports[0]?.warningCount).toBe(31)
})
