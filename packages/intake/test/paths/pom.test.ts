import { expect, test } from '@jest/globals'
import { XMLParser } from 'fast-xml-parser'
import { readPom } from '../../src/paths/pom.js'

const parser = new XMLParser({ parseTagValue: false, processEntities: false, ignoreDeclaration: true })
const read = (inner: string) => readPom(`<project>${inner}</project>`, (text) => parser.parse(text))

test('a project without a word on sources has the usual ones, of its parent next door', () => {
  expect(read('<parent><artifactId>p</artifactId></parent><artifactId> api </artifactId>')).toEqual({
    artifactId: 'api',
    parent: '../pom.xml',
    sources: null,
    testSources: null,
    moreSources: [],
  })
})

test('source folders are relative to the project, however they are written', () => {
  const build = `<build><sourceDirectory>\${project.basedir}/java</sourceDirectory><testSourceDirectory>\${basedir}/tests</testSourceDirectory></build>`
  expect(read(build)).toMatchObject({ sources: 'java', testSources: 'tests' })
})

test('a folder that only a running Maven could tell is unknown', () => {
  expect(read(`<build><sourceDirectory>\${generated}/java</sourceDirectory></build>`)).toMatchObject({ sources: null })
})

test('the build-helper plugin adds folders', () => {
  const plugin = (id: string, sources: string) =>
    `<plugin><artifactId>${id}</artifactId><executions><execution><configuration><sources>${sources}</sources></configuration></execution></executions></plugin>`
  const helper = plugin('build-helper-maven-plugin', '<source>a</source><source>b</source>')
  const plugins = `<plugins>${helper}${plugin('other', '<source>c</source>')}</plugins>`
  expect(read(`<build>${plugins}</build>`)?.moreSources).toEqual(['a', 'b'])
})

test.each([
  ['../..', '../../pom.xml'],
  ['../build/parent.xml', '../build/parent.xml'],
  ['', null],
])('a parent at %j', (written, parent) => {
  expect(read(`<parent><relativePath>${written}</relativePath></parent>`)?.parent).toBe(parent)
})

test.each(['<html/>', '', 'no xml', '<project'])('%j is no project', (text) => {
  expect(readPom(text, () => null)).toBeNull()
})

test('names of the language are no elements', () => {
  expect(readPom('', () => JSON.parse('{"project":{"__proto__":{"artifactId":"x"}}}'))?.artifactId).toBeNull()
})
