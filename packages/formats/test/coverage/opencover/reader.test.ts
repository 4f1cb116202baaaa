import { describe, expect, test } from '@jest/globals'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { opencoverReader } from '../../../src/coverage/opencover/reader.js'
import { mustRead, readAll } from '../../support/read.js'

const read = (modules: string) =>
  mustRead(
    readAll(opencoverReader({ path: 'o.xml' }), `<CoverageSession><Modules>${modules}</Modules></CoverageSession>`),
  )

const module = (methods: string, uid = 1) =>
  `<Module><Files><File uid="${uid}" fullPath="A.cs"/></Files><Classes><Class><Methods>${methods}</Methods></Class></Classes></Module>`

const method = (points: string, name = 'M', head = '') =>
  `<Method>${head}<Name>${name}</Name><SequencePoints>${points}</SequencePoints></Method>`

function linesOf(modules: string): unknown {
  return read(modules).model.files.map(({ path, lines }) => [path, [...lines]])
}

describe('an OpenCover file', () => {
  test('covers a line when any point that starts on it was visited', () => {
    const points =
      '<SequencePoint vc="0" sl="3" fileid="1"/><SequencePoint vc="2" sl="3" fileid="1"/><SequencePoint vc="0" sl="4" el="9" fileid="1"/>'
    expect(linesOf(module(method(points)))).toEqual([
      [
        'A.cs',
        [
          [3, 2],
          [4, 0],
        ],
      ],
    ])
  })

  test('finds the file of a point by its method where the point names none', () => {
    const older = `<Method><Name>M</Name><FileRef uid="1"/><SequencePoints><SequencePoint vc="1" sl="3"/></SequencePoints></Method>`
    expect(linesOf(module(older))).toEqual([['A.cs', [[3, 1]]]])
  })

  test('joins a file that two modules give two numbers', () => {
    const one = module(method('<SequencePoint vc="0" sl="3" fileid="1"/>'), 1)
    const two = module(method('<SequencePoint vc="1" sl="3" fileid="2"/>', 'N'), 2)
    expect(linesOf(`${one}${two}`)).toEqual([['A.cs', [[3, 1]]]])
  })

  test('leaves out lines that compilers hide, and what was skipped', () => {
    const hidden = method('<SequencePoint vc="1" sl="16707566" fileid="1"/><SequencePoint vc="1" sl="2" fileid="1"/>')
    const skipped =
      '<Method skippedDueTo="Attribute"><SequencePoints><SequencePoint vc="0" sl="8" fileid="1"/></SequencePoints></Method>'
    const { warnings } = read(module(`${hidden}${skipped}`))
    expect(linesOf(module(`${hidden}${skipped}`))).toEqual([['A.cs', [[2, 1]]]])
    expect(warnings).toEqual([])
  })

  test('puts a branch without a line on that of the code before it', () => {
    const body = `<Method><Name>M</Name><SequencePoints><SequencePoint vc="1" offset="0" sl="3" fileid="1"/><SequencePoint vc="1" offset="8" sl="4" fileid="1"/></SequencePoints><BranchPoints><BranchPoint vc="1" offset="6" path="0" fileid="1"/><BranchPoint vc="0" offset="8" path="1" fileid="1"/></BranchPoints></Method>`
    const { model } = read(module(body))
    expect([...(model.files[0]?.branches ?? [])].map(([line, { arms }]) => [line, [...arms.values()]])).toEqual([
      [3, [1]],
      [4, [0]],
    ])
  })

  test('tells branches of two methods on one line apart', () => {
    const lambda = (name: string, hits: number) =>
      `<Method><Name>${name}</Name><SequencePoints><SequencePoint vc="1" sl="3" fileid="1"/></SequencePoints><BranchPoints><BranchPoint vc="${hits}" offset="1" path="0" ordinal="0" sl="3" fileid="1"/></BranchPoints></Method>`
    const { model } = read(module(`${lambda('A', 1)}${lambda('B', 0)}`))
    expect(countCoverage(model.files).branches).toEqual({ covered: 1, total: 2 })
  })

  test('has a function for each method with a point, named in any number of pieces', () => {
    const { model } = read(
      module(
        `${method('<SequencePoint vc="0" sl="9" fileid="1"/><SequencePoint vc="3" sl="7" fileid="1"/>', 'A&lt;T&gt;::M')}${method('')}`,
      ),
    )
    expect([...(model.files[0]?.functions?.values() ?? [])]).toEqual([{ name: 'A<T>::M', line: 7, hits: 3 }])
  })
})
