import { describe, expect, test } from '@jest/globals'
import type { FileCoverage } from '@testwarden/core/model/coverage'
import { jacocoReader } from '../../../src/coverage/jacoco/reader.js'
import { mustRead, readAll } from '../../support/read.js'

const read = (body: string, name = 'x') =>
  mustRead(readAll(jacocoReader({ path: 'jacoco.xml' }), `<report name="${name}">${body}</report>`))

const file = (body: string) => `<package name="p"><sourcefile name="A.java">${body}</sourcefile></package>`

function numbersOf(coverage: FileCoverage | undefined): unknown {
  return {
    lines: [...(coverage?.lines ?? [])],
    branches: [...(coverage?.branches ?? [])].map(([line, { counted }]) => [line, counted.covered, counted.total]),
  }
}

describe('a JaCoCo report', () => {
  test('covers a line of which any instruction ran, once', () => {
    const { model } = read(file('<line nr="1" mi="0" ci="9"/><line nr="2" mi="3" ci="1"/><line nr="3" mi="3" ci="0"/>'))
    expect(numbersOf(model.files[0])).toMatchObject({
      lines: [
        [1, 1],
        [2, 1],
        [3, 0],
      ],
    })
  })

  test('means 0 by an attribute that it leaves out', () => {
    const { model, warnings } = read(file('<line nr="1" ci="1" mb="2"/><line nr="2"/>'))
    expect(numbersOf(model.files[0])).toEqual({
      lines: [
        [1, 1],
        [2, 0],
      ],
      branches: [[1, 0, 2]],
    })
    expect(warnings).toEqual([])
  })

  test('keeps the best of a line that Kover repeats inside one file', () => {
    const { model } = read(file('<line nr="7" mi="3" mb="2"/><line nr="7" ci="5" mb="1" cb="1"/>'))
    expect(numbersOf(model.files[0])).toEqual({ lines: [[7, 1]], branches: [[7, 1, 2]] })
  })

  test('keeps files of the same name apart by their group', () => {
    const { model } = read(
      `<group name="a">${file('<line nr="1" ci="1"/>')}</group><group name="b">${file('')}</group>`,
    )
    expect(model.files.map(({ path, module }) => [path, module])).toEqual([
      ['p/A.java', 'a'],
      ['p/A.java', 'b'],
    ])
  })

  test('has a function for each method, told apart by class and descriptor', () => {
    const method = (desc: string, covered: 0 | 1) =>
      `<method name="m" desc="${desc}" line="3"><counter type="METHOD" missed="${1 - covered}" covered="${covered}"/></method>`
    const { model } = read(
      `<package name="p"><class name="p/A" sourcefilename="A.java">${method('()V', 1)}${method('(I)V', 0)}<method name="abstract" desc="()V"/></class><class name="p/A$B" sourcefilename="A.java">${method('()V', 0)}</class></package>`,
    )
    expect([...(model.files[0]?.functions?.values() ?? [])].map(({ name, line, hits }) => [name, line, hits])).toEqual([
      ['A.m()V', 3, 1],
      ['A.m(I)V', 3, 0],
      ['A$B.m()V', 3, 0],
    ])
  })

  test('never takes instructions for statements', () => {
    const { model } = read(
      '<counter type="INSTRUCTION" missed="1" covered="2"/><counter type="LINE" missed="0" covered="1"/>',
    )
    expect(model.declared?.statements).toBeNull()
    expect(model.declared?.lines).toEqual({ covered: 1, total: 1 })
  })

  test('declares no branches where it leaves their counter out', () => {
    expect(read('<counter type="LINE" missed="0" covered="1"/>').model.declared?.branches).toBeNull()
  })
})

describe('the tool behind a report is', () => {
  test.each([
    ['JaCoCo or anybody', 'my project', null],
    ['Pester', 'Pester (09/01/2025 07:37:37)', 'pester'],
    ['Kover by its name', 'Kover Gradle Plugin XML report for :app', 'kover'],
    ['Kover by the name that it once had', 'Intellij Coverage Report', 'kover'],
  ])('%s', (_what, name, dialect) => {
    expect(read('', name).model.dialect).toBe(dialect)
  })

  test('Kover where methods have no counter of their own', () => {
    const method = '<method name="m" desc="()V"><counter type="INSTRUCTION" missed="0" covered="2"/></method>'
    expect(
      read(`<package name="p"><class name="p/A" sourcefilename="A.kt">${method}</class></package>`).model,
    ).toMatchObject({ dialect: 'kover' })
  })
})
