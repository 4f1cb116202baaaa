import { expect, test } from '@jest/globals'
import { conventionalFolder } from '../../src/paths/source-folders.js'

test.each([
  ['Maven and Gradle', 'src/main/java/a/B.java', 'src/main/java/', '', false],
  ['a module', 'services/api/src/main/kotlin/a/B.kt', 'services/api/src/main/kotlin/', 'services/api/', false],
  ['tests', 'api/src/test/java/a/BTest.java', 'api/src/test/java/', 'api/', true],
  ['an Android variant', 'app/src/freeDebug/java/a/B.java', 'app/src/freeDebug/java/', 'app/', false],
  ['Android tests', 'app/src/androidTest/kotlin/a/B.kt', 'app/src/androidTest/kotlin/', 'app/', true],
  ['Kotlin for several platforms', 'lib/src/commonMain/kotlin/B.kt', 'lib/src/commonMain/kotlin/', 'lib/', false],
  ['Scala', 'src/main/scala/a/B.scala', 'src/main/scala/', '', false],
])('the usual layout of %s', (_what, path, folder, module, isTest) => {
  expect(conventionalFolder(path)).toEqual({ path: folder, module, isTest })
})

test.each([
  'a/B.java',
  'src/B.java',
  'src/main/B.java',
  'xsrc/main/java/B.java',
  'src/main/javascript/b.js',
])('%s lies in no source folder', (path) => {
  expect(conventionalFolder(path)).toBeNull()
})
