import { afterEach, describe, expect, test } from '@jest/globals'
import { cobertura, type Hits, lcov, linesOf } from './support/reports.js'
import { createRepository, type Files, type Repository, rateOf, reasonOf } from './support/repository.js'

let repository: Repository

afterEach(() => repository.remove())

function start(base: Files, change: Files = {}): void {
  repository = createRepository({ base, change })
}

const CODE = linesOf(4)
const ONE_NEW_LINE = `${linesOf(4)}new\n`
/** The new line is the one that did not run. */
const HITS = [1, 1, 1, 1, 0]

/** What the change is told when its report was understood: one changed line, at its place in the repository. */
async function untestedPlaces(): Promise<readonly string[]> {
  const { gate } = await repository.judge()
  return gate.findings.map(({ location }) => `${location?.path}:${location?.startLine}`)
}

describe('11: a path of', () => {
  test.each<[tool: string, written: string]>([
    ['a build machine', '/home/ci/builds/9f2c/shop/src/cart/total.js'],
    ['a container', '/app/src/cart/total.js'],
    ['a deterministic build', '/_/src/cart/total.js'],
    ['a tool that likes dots', './src/./cart/../cart/total.js'],
    ['a folder below the root', 'cart/total.js'],
    ['a URL', 'file:///builds/shop/src/cart/total.js'],
  ])('%s is found among the tracked files: %s', async (_, written) => {
    start({ 'src/cart/total.js': CODE, 'src/other/total.js': CODE }, { 'src/cart/total.js': ONE_NEW_LINE })
    repository.write({ 'lcov.info': lcov({ [written]: HITS }) })
    expect(await untestedPlaces()).toEqual(['src/cart/total.js:5'])
  })

  test('a package of a monorepo, where its tests ran, is found by its source', async () => {
    start(
      { 'packages/api/src/index.py': CODE, 'packages/web/src/index.py': CODE },
      { 'packages/web/src/index.py': ONE_NEW_LINE },
    )
    repository.write({ 'coverage.xml': cobertura({ 'index.py': HITS }, '/builds/shop/packages/web/src') })
    expect(await untestedPlaces()).toEqual(['packages/web/src/index.py:5'])
  })

  test('a hidden folder keeps its dot', async () => {
    start({ '.github/scripts/a.py': CODE, 'github/scripts/a.py': CODE }, { '.github/scripts/a.py': ONE_NEW_LINE })
    repository.write({ 'coverage.xml': cobertura({ './.github/scripts/a.py': HITS }) })
    expect(await untestedPlaces()).toEqual(['.github/scripts/a.py:5'])
  })
})

describe('11: paths that match nothing', () => {
  const strange: Hits = { 'gone/a.js': [1], 'gone/b.js': [1], 'gone/c.js': [1] }

  test('are no green, empty report: the step ends with 2 and shows what was tried', async () => {
    start({ 'src/a.js': CODE })
    repository.write({ 'coverage.xml': cobertura(strange, '/build/dist') })
    const { exitCode, gate, page } = await repository.judge()
    expect([exitCode, gate.outcome]).toEqual([2, 'inconclusive'])
    expect(page).toContain('gone/a.js')
    expect(page).toContain('tried as')
  })

  test('are named one by one where most of the report is understood', async () => {
    start({ 'src/a.js': CODE, 'src/b.js': CODE, 'src/c.js': CODE })
    repository.write({ 'lcov.info': lcov({ 'src/a.js': [1], 'src/b.js': [1], 'src/c.js': [1], 'gen/made.js': [0] }) })
    const { exitCode, page } = await repository.judge()
    expect(exitCode).toBe(0)
    expect(page).toContain('gen/made.js')
  })

  test('are never guessed at: of two files that it may mean the report means none', async () => {
    start({ 'api/src/a.js': CODE, 'web/src/a.js': CODE })
    repository.write({ 'lcov.info': lcov({ '/builds/src/a.js': [1] }) })
    const { exitCode, page } = await repository.judge()
    expect(exitCode).toBe(2)
    expect(page).toContain('api/src/a.js')
    expect(page).toContain('web/src/a.js')
  })
})

describe('12: Windows writes', () => {
  test.each<[what: string, report: Files]>([
    ['a drive and backslashes', { 'lcov.info': lcov({ 'D:\\a\\shop\\shop\\src\\Cart\\Total.cs': HITS }) }],
    ['a drive and slashes', { 'lcov.info': lcov({ 'C:/Users/me/shop/src/Cart/Total.cs': HITS }) }],
    ['both separators in one path', { 'lcov.info': lcov({ 'D:\\a\\shop/src\\Cart/Total.cs': HITS }) }],
    ['relative paths with backslashes', { 'lcov.info': lcov({ '.\\src\\Cart\\Total.cs': HITS }) }],
    ['another case', { 'lcov.info': lcov({ 'd:\\A\\SHOP\\SRC\\CART\\TOTAL.CS': HITS }) }],
    ['the name of a share', { 'lcov.info': lcov({ '\\\\build\\c$\\shop\\src\\Cart\\Total.cs': HITS }) }],
    ['the drive as the source', { 'c.xml': cobertura({ 'a\\shop\\src\\Cart\\Total.cs': HITS }, 'D:') }],
    ['the drive with a backslash as the source', { 'c.xml': cobertura({ 'a\\src\\Cart\\Total.cs': HITS }, 'D:\\') }],
    ['a folder as the source', { 'c.xml': cobertura({ 'Cart\\Total.cs': HITS }, 'D:\\a\\shop\\shop\\src') }],
  ])('%s', async (_, report) => {
    start({ 'src/Cart/Total.cs': CODE, 'lib/Total.cs': CODE }, { 'src/Cart/Total.cs': ONE_NEW_LINE })
    repository.write(report)
    expect(await untestedPlaces()).toEqual(['src/Cart/Total.cs:5'])
  })
})

describe('13: projects of a monorepo are told apart', () => {
  const base = { 'api/src/index.js': CODE, 'web/src/index.js': CODE }
  const reports = {
    'api/coverage/lcov.info': lcov({ 'api/src/index.js': [1, 1, 1, 1] }),
    'web/coverage/lcov.info': lcov({ 'web/src/index.js': [1, 0, 0, 0] }),
  }
  const policy =
    'coverage:\n  components:\n    api: {paths: api/**, project: 80%}\n    web: {paths: web/**, project: 80%}\n'

  test('each has limits of its own, on one page', async () => {
    start({ ...base, '.github/testwarden.yml': policy })
    repository.write(reports)
    const judged = await repository.judge()
    expect(judged.exitCode).toBe(1)
    expect(rateOf(judged, 'project-line', 'api')).toBe('pass 4/4')
    expect(rateOf(judged, 'project-line', 'web')).toBe('fail 1/4')
    expect(rateOf(judged, 'project-line')).toBe('warn 5/8')
  })

  test('and no file of one is taken for that of another, though both reports call it the same', async () => {
    start(base)
    repository.write({
      'api/coverage.xml': cobertura({ 'src/index.js': [1, 1, 1, 1] }, '/builds/shop/api'),
      'web/coverage.xml': cobertura({ 'src/index.js': [1, 0, 0, 0] }, '/builds/shop/web'),
      'out.txt': '',
    })
    await repository.judge('--write-lcov', 'out.info')
    const { reports: read, merged } = await repository.inspect('out.info')
    expect(read).toMatchObject([{ files: 2, totals: { lines: { covered: 5, total: 8 } } }])
    expect(merged.coverage?.totals.lines).toEqual({ covered: 5, total: 8 })
  })
})

describe('20: JaCoCo knows a package and a file name, and the file is found', () => {
  test.each<[what: string, path: string]>([
    ['in the usual place of Java', 'app/src/main/java/shop/cart/Total.java'],
    ['in that of Kotlin', 'app/src/main/kotlin/shop/cart/Total.java'],
    ['in a source set of a multiplatform project', 'app/src/jvmMain/kotlin/shop/cart/Total.java'],
    ['in a variant of Android', 'app/src/freeDebug/java/shop/cart/Total.java'],
  ])('%s', async (_, path) => {
    start({ [path]: CODE, 'app/src/test/java/shop/cart/TotalTest.java': CODE }, { [path]: ONE_NEW_LINE })
    repository.write({ 'app/build/jacoco.xml': jacoco('shop/cart', 'Total.java', LINES_OF_JACOCO) })
    expect(await untestedPlaces()).toEqual([`${path}:5`])
  })

  test('in the module that the report lies in, where two modules have one of that name', async () => {
    const [ours, theirs] = ['a/src/main/java/shop/Main.java', 'b/src/main/java/shop/Main.java']
    start({ [ours]: CODE, [theirs]: CODE }, { [ours]: ONE_NEW_LINE })
    repository.write({ 'a/build/reports/jacoco.xml': jacoco('shop', 'Main.java', LINES_OF_JACOCO) })
    expect(await untestedPlaces()).toEqual([`${ours}:5`])
  })

  test('where Kotlin leaves out the folders of the common package', async () => {
    const path = 'app/src/main/kotlin/cart/Total.kt'
    const code = `package org.shop.cart\n${linesOf(3)}`
    start({ [path]: code }, { [path]: `${code}new\n` })
    repository.write({ 'app/build/kover.xml': jacoco('org/shop/cart', 'Total.kt', LINES_OF_JACOCO) })
    expect(await untestedPlaces()).toEqual([`${path}:5`])
  })

  test('and a line that is listed twice counts once', async () => {
    const path = 'src/main/kotlin/shop/Total.kt'
    start({ [path]: CODE })
    repository.write({ 'kover.xml': jacoco('shop', 'Total.kt', `${LINES_OF_JACOCO}${LINES_OF_JACOCO}`) })
    expect(rateOf(await repository.judge(), 'project-line')).toBe('pass 4/5')
  })
})

const LINES_OF_JACOCO = [1, 2, 3, 4, 5]
  .map((line) => `<line nr="${line}" mi="${line === 5 ? 2 : 0}" ci="${line === 5 ? 0 : 2}" mb="0" cb="0"/>`)
  .join('')

function jacoco(packageName: string, file: string, lines: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="shop"><package name="${packageName}"><sourcefile name="${file}">${lines}</sourcefile></package></report>\n`
}

test('28: a report whose attributes are missing or mangled is read as far as it goes, with a warning for each', async () => {
  start({ 'src/a.py': CODE })
  repository.write({
    'coverage.xml': `<coverage line-rate="0,87" complexity="NaN" branch-rate="" timestamp=""><packages><package><classes><class filename="src/a.py">
<lines><line number="1" hits="1" branch="True" condition-coverage="-50% (-1/2)"/><line number="2"/><line hits="1"/><line number="x" hits="1"/><line number="3" hits="-4"/><line number="4" hits="1e3"/></lines>
</class></classes></package></packages></coverage>`,
  })
  const { reports, merged, errors } = await repository.inspect('coverage.xml')
  expect(errors).toEqual([])
  expect(reports).toMatchObject([{ format: 'cobertura', files: 1 }])
  expect(reports[0]?.warnings.length).toBeGreaterThanOrEqual(4)
  const judged = await repository.judge()
  expect(judged.exitCode).toBe(0)
  expect(reasonOf(judged, 'project-line')?.actual).toEqual(merged.coverage && asRatio(merged.coverage.totals.lines))
})

function asRatio({ covered, total }: { readonly covered: number; readonly total: number }) {
  return { numerator: covered, denominator: total }
}
