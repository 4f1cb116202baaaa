import { expect, test } from '@jest/globals'
import { boundedName } from '../src/bounded-name.js'
import { jacocoReader } from '../src/coverage/jacoco/reader.js'
import { opencoverReader } from '../src/coverage/opencover/reader.js'
import { WarningLog } from '../src/warning-log.js'
import { mustRead, readAll } from './support/read.js'

const LONG = 'x'.repeat(900_000)

test('an ordinary name stays as it is', () => {
  const warnings = new WarningLog()
  expect(boundedName('com/example/A', 1, warnings)).toBe('com/example/A')
  expect(warnings.list()).toEqual([])
})

test('a very long one keeps both ends, with a warning', () => {
  const warnings = new WarningLog()
  expect(boundedName(`a${LONG}z`, 7, warnings)).toMatch(/^ax{498}…x{498}z$/)
  expect(warnings.list()).toEqual([{ message: 'a name longer than 1000 characters is shortened', line: 7 }])
})

test('a package with a name of a megabyte does not make a megabyte of each of its files and methods', () => {
  const method = '<method name="m" desc="()V"><counter type="METHOD" missed="0" covered="1"/></method>'
  const files = Array.from({ length: 5000 }, (_, nth) => `<sourcefile name="${nth}"/>`)
  const inner = `<package name="${LONG}"><class name="${LONG}" sourcefilename="0">${method}</class>${files.join('')}</package>`
  const text = `<report name="x">${'<group name="g">'.repeat(400)}${inner}${'</group>'.repeat(400)}</report>`
  const { model } = mustRead(readAll(jacocoReader({ path: 'j.xml' }), text))
  expect(model.files).toHaveLength(5000)
  const longest = model.files.map(({ path, module }) => path.length + (module?.length ?? 0))
  expect(longest.reduce((left, right) => Math.max(left, right))).toBeLessThan(2100)
})

test('nor does a method of OpenCover make one of each of its branches', () => {
  const branches = Array.from({ length: 2000 }, (_, nth) => `<BranchPoint vc="1" sl="1" offset="${nth}" fileid="1"/>`)
  const text = `<CoverageSession><Module><Files><File uid="1" fullPath="a"/></Files><Method><Name>${LONG}</Name><SequencePoint vc="1" sl="1" fileid="1"/>${branches.join('')}</Method></Module></CoverageSession>`
  const { model } = mustRead(readAll(opencoverReader({ path: 'o.xml' }), text))
  const arms = [...(model.files[0]?.branches.get(1)?.arms.keys() ?? [])]
  expect(arms).toHaveLength(2000)
  expect(arms.every((arm) => arm.length < 1100)).toBe(true)
})
