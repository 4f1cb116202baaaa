import { describe, expect, test } from '@jest/globals'
import type { BuildFolders } from '../../src/paths/source-folders.js'
import { createPathResolver } from '../../src/resolve-paths.js'

const TRACKED = [
  'api/src/main/java/shop/Till.java',
  'api/src/main/java/shop/Settings.java',
  'api/src/test/java/shop/Till.java',
  'web/src/main/java/shop/Settings.java',
  'web/src/main/java/Main.java',
  'meter/src/main/kotlin/Reading.kt',
  'meter/src/main/kotlin/alarm/Bell.kt',
  'app/src/main/java/shop/Screen.kt',
  'app/src/debug/java/shop/Screen.kt',
  'odd/code/shop/Settings.java',
  'odd/code/Lone.java',
]

const build: BuildFolders = {
  folders: [{ path: 'odd/code/', module: 'odd/', isTest: false }],
  moduleNames: new Map([
    ['shop-api', ['api/']],
    ['shop-odd', ['odd/']],
    ['shop-empty', ['empty/']],
  ]),
}

function resolve(
  written: string,
  { report = 'target/jacoco.xml', module = null as string | null } = {},
): string | null {
  const resolver = createPathResolver({ trackedFiles: TRACKED, roots: [], build })
  return resolver.resolve(written, [], { report, module })?.path ?? null
}

describe('a package and a file name', () => {
  test.each([
    ['of a module by its artifact', 'shop/Settings.java', 'shop-api', 'api/src/main/java/shop/Settings.java'],
    ['of a module by its folder', 'shop/Settings.java', 'web', 'web/src/main/java/shop/Settings.java'],
    ['of a module by its name in Gradle', 'shop/Settings.java', ':web', 'web/src/main/java/shop/Settings.java'],
    ['of a group in a group', 'shop/Settings.java', 'all/shop-api', 'api/src/main/java/shop/Settings.java'],
    ['in a folder that only pom.xml names', 'shop/Settings.java', 'shop-odd', 'odd/code/shop/Settings.java'],
    ['that sources and tests have', 'shop/Till.java', null, 'api/src/main/java/shop/Till.java'],
    ['in no package', 'Main.java', null, 'web/src/main/java/Main.java'],
    ['in no package, below a folder that only pom.xml names', 'Lone.java', null, 'odd/code/Lone.java'],
    ['of Kotlin without its folders', 'example/meter/Reading.kt', null, 'meter/src/main/kotlin/Reading.kt'],
    ['of Kotlin without some of them', 'example/meter/alarm/Bell.kt', null, 'meter/src/main/kotlin/alarm/Bell.kt'],
  ])('%s', (_what, written, module, path) => {
    expect(resolve(written, { module })).toBe(path)
  })

  test('that two modules have is of the one that the report lies in', () => {
    expect(resolve('shop/Settings.java', { report: 'web/target/site/jacoco/jacoco.xml' })).toBe(
      'web/src/main/java/shop/Settings.java',
    )
  })

  test.each([
    ['that several modules have, with a report of none', 'shop/Settings.java', null],
    ['that two variants have', 'shop/Screen.kt', null],
    ['that only other modules than the named one have', 'shop/Settings.java', 'shop-empty'],
    ['of Java without its folders', 'example/Main.java', null],
    ['that nobody has', 'shop/Gone.java', 'shop-api'],
  ])('%s is not guessed', (_what, written, module) => {
    expect(resolve(written, { module })).toBeNull()
  })

  test('of 20,000 modules with files of the same names are told apart without a walk over all of them', () => {
    const trackedFiles = Array.from({ length: 20_000 }, (_, nth) => `m${nth}/src/main/java/shop/package-info.java`)
    const resolver = createPathResolver({ trackedFiles, roots: [] })
    for (let nth = 0; nth < 200; nth++)
      expect(resolver.resolve('shop/package-info.java', [], { report: 'x', module: `m${nth}` })?.path).toContain(
        `m${nth}/`,
      )
  })
})
