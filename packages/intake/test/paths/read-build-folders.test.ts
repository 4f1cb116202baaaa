import { expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Files } from '@testwarden/core/ports/files'
import { readBuildFolders } from '../../src/paths/read-build-folders.js'

/** Files of which nothing but the text is asked. */
function filesOf(texts: Readonly<Record<string, string>>): Files {
  const unused = () => {
    throw new Error('not asked for here')
  }
  return {
    find: unused,
    read: unused,
    readHead: unused,
    write: unused,
    async readText(path) {
      if (texts[path] === 'unreadable') throw new PlatformError('cannot be read', { retryable: false, cause: null })
      return texts[path] ?? null
    },
  }
}

const POM = '<project><artifactId>shop-api</artifactId><build><sourceDirectory>code</sourceDirectory></build></project>'

test('modules and source folders of a repository are those of its pom.xml files', async () => {
  const files = filesOf({ 'api/pom.xml': POM })
  const build = await readBuildFolders({ trackedFiles: ['api/pom.xml', 'api/code/A.java'], workspacePrefix: '' }, files)
  expect(build.moduleNames.get('shop-api')).toEqual(['api/'])
  expect(build.folders.map(({ path }) => path)).toEqual(['api/code/', 'api/src/test/java/'])
})

test('a workspace inside the repository reads its own files, under the paths that git has', async () => {
  const trackedFiles = ['java/api/pom.xml', 'other/pom.xml']
  const build = await readBuildFolders({ trackedFiles, workspacePrefix: 'java/' }, filesOf({ 'api/pom.xml': POM }))
  expect(build.moduleNames.get('shop-api')).toEqual(['java/api/'])
})

test.each([
  '',
  'no xml at all',
  '<project',
  '<html/>',
  'unreadable',
])('a pom.xml that is %j says nothing', async (text) => {
  const build = await readBuildFolders({ trackedFiles: ['pom.xml'], workspacePrefix: '' }, filesOf({ 'pom.xml': text }))
  expect([...build.moduleNames.keys()]).toEqual([])
})

test('no entity of a pom.xml is expanded', async () => {
  const bomb = `<!DOCTYPE project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${POM.replace('shop-api', '&b;')}`
  const build = await readBuildFolders({ trackedFiles: ['pom.xml'], workspacePrefix: '' }, filesOf({ 'pom.xml': bomb }))
  expect([...build.moduleNames.keys()]).toEqual(['&b;'])
})

test('without a repository, or without a pom.xml, there is nothing to read', async () => {
  expect(await readBuildFolders({ trackedFiles: null, workspacePrefix: '' }, filesOf({}))).toMatchObject({
    folders: [],
  })
  expect(await readBuildFolders({ trackedFiles: ['a.ts'], workspacePrefix: '' }, filesOf({}))).toMatchObject({
    folders: [],
  })
})
