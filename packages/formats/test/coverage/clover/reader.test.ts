import { describe, expect, test } from '@jest/globals'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { cloverReader } from '../../../src/coverage/clover/reader.js'
import { mustRead, readAll } from '../../support/read.js'

const read = (body: string, root = 'generated="1" clover="4.5.2"') =>
  mustRead(
    readAll(cloverReader({ path: 'clover.xml' }), `<coverage ${root}><project name="x">${body}</project></coverage>`),
  )

const file = (lines: string) => `<file name="a.php">${lines}</file>`

describe('the tool that wrote a file is', () => {
  test.each([
    ['istanbul, by its version and the name of its project', 'generated="1" clover="3.2.0"', 'All files', 'istanbul'],
    ['PHPUnit, by the lack of a version', 'generated="1"', 'x', 'phpunit'],
    ['OpenClover, by any other version', 'clover="4.5.2" generated="1"', 'x', 'openclover'],
    ['Clover, even of the version that istanbul claims', 'clover="3.2.0" generated="1"', 'my project', 'openclover'],
  ])('%s', (_what, root, name, dialect) => {
    const text = `<coverage ${root}><project name="${name}"/></coverage>`
    expect(mustRead(readAll(cloverReader({ path: 'c.xml' }), text)).model.dialect).toBe(dialect)
  })
})

describe('a Clover file', () => {
  test('of istanbul has covered and missed branches for true and false', () => {
    const { model } = read(file('<line num="3" count="9" type="cond" truecount="2" falsecount="1"/>'))
    expect(model.files[0]?.branches.get(3)?.counted).toEqual({ covered: 2, total: 3 })
    expect([...(model.files[0]?.lines ?? [])]).toEqual([[3, 9]])
  })

  test('of OpenClover has two outcomes for each condition, however many share a line', () => {
    const { model } = read(
      file(
        '<line num="3" type="cond" truecount="4" falsecount="0"/><line num="3" type="cond" truecount="1" falsecount="2"/>',
      ),
    )
    expect([...(model.files[0]?.branches.get(3)?.arms ?? [])]).toEqual([
      ['0:true', 4],
      ['0:false', 0],
      ['1:true', 1],
      ['1:false', 2],
    ])
    expect([...(model.files[0]?.lines ?? [])]).toEqual([[3, 4]])
  })

  test('has functions for methods, whose lines cannot be covered', () => {
    const { model } = read(
      file(
        '<line num="1" type="method" name="f" count="2"/><line num="2" type="stmt" count="2"/><line num="9" type="method" name="g" count="0"/>',
      ),
    )
    expect(countCoverage(model.files)).toMatchObject({
      lines: { covered: 1, total: 1 },
      functions: { covered: 1, total: 2 },
    })
  })

  test('without methods knows nothing of functions', () => {
    expect(read(file('<line num="1" type="stmt" count="1"/>')).model.files[0]?.functions).toBeNull()
  })

  test('takes the totals of its project, not those of a package or file', () => {
    const metrics = (total: number) => `<metrics statements="${total}" coveredstatements="0"/>`
    const body = `${metrics(1)}<package name="p">${metrics(2)}<file name="a">${metrics(3)}<line num="1" type="stmt" count="0"/></file></package>`
    expect(read(body).model.declared?.lines).toEqual({ covered: 0, total: 1 })
  })

  test.each([
    ['by its path', '<file name="A.java" path="/b/p/A.java"/>', '/b/p/A.java'],
    ['by its name where that is a path', '<package name="p.q"><file name="/b/A.php"/></package>', '/b/A.php'],
    ['by its name with backslashes', '<package name="p.q"><file name="src\\A.php"/></package>', 'src\\A.php'],
    ['below its package where the name is bare', '<package name="p.q"><file name="A.java"/></package>', 'p/q/A.java'],
    ['by a bare name outside any package', '<file name="A.php"/>', 'A.php'],
  ])('knows a file %s', (_how, body, path) => {
    expect(read(body).model.files.map((found) => found.path)).toEqual([path])
  })
})
