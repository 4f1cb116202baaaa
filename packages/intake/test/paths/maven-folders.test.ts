import { expect, test } from '@jest/globals'
import { mavenFolders } from '../../src/paths/maven-folders.js'
import type { Pom } from '../../src/paths/pom.js'

const pom = (part: Partial<Pom> = {}): Pom => ({
  artifactId: null,
  parent: null,
  sources: null,
  testSources: null,
  moreSources: [],
  ...part,
})

function pathsOf(poms: Readonly<Record<string, Pom>>): readonly string[] {
  return mavenFolders(new Map(Object.entries(poms))).folders.map(
    ({ path, isTest }) => `${path}${isTest ? ' (tests)' : ''}`,
  )
}

test('the usual folders where nobody says otherwise', () => {
  expect(pathsOf({ 'api/pom.xml': pom() })).toEqual(['api/src/main/java/', 'api/src/test/java/ (tests)'])
})

test('what a parent says holds below each of its modules', () => {
  const poms = {
    'pom.xml': pom({ sources: 'java' }),
    'api/pom.xml': pom({ parent: '../pom.xml', testSources: '../tests' }),
    'api/v2/pom.xml': pom({ parent: '../pom.xml' }),
  }
  expect(pathsOf(poms)).toEqual([
    'java/',
    'src/test/java/ (tests)',
    'api/java/',
    'tests/ (tests)',
    'api/v2/java/',
    'api/tests/ (tests)',
  ])
})

test('the folder of the project itself may be the source folder', () => {
  expect(pathsOf({ 'pom.xml': pom({ sources: '.' }) })[0]).toBe('')
})

test('two projects that are parents of each other end somewhere', () => {
  const poms = { 'a/pom.xml': pom({ parent: '../b/pom.xml' }), 'b/pom.xml': pom({ parent: '../a/pom.xml' }) }
  expect(pathsOf(poms)).toHaveLength(4)
})

test('a module goes by its artifact, also where two have the same', () => {
  const poms = { 'a/pom.xml': pom({ artifactId: 'core' }), 'b/pom.xml': pom({ artifactId: 'core' }) }
  expect(mavenFolders(new Map(Object.entries(poms))).moduleNames.get('core')).toEqual(['a/', 'b/'])
})
