import { expect, test } from '@jest/globals'
import { sourcePath } from '../../../src/coverage/jacoco/source-path.js'

test.each([
  ['a file of a package', 'shop/till', 'Drawer.java', 'shop/till/Drawer.java'],
  ['a file of the default package', '', 'Main.java', 'Main.java'],
  ['a path that begins below the package', 'module/Public', 'Public/Get-Till.ps1', 'module/Public/Get-Till.ps1'],
  ['a path that begins with the package', 'src/a', 'src/a/B.ps1', 'src/a/B.ps1'],
  ['a path that has nothing to do with the package', 'module', 'Other/Get-Till.ps1', 'module/Other/Get-Till.ps1'],
  ['a folder that only ends like the package', 'xPublic', 'Public/Get-Till.ps1', 'xPublic/Public/Get-Till.ps1'],
  ['an absolute path', 'module', '/build/Get-Till.ps1', '/build/Get-Till.ps1'],
])('%s', (_what, packageName, fileName, path) => {
  expect(sourcePath(packageName, fileName)).toBe(path)
})
