import { describe, expect, test } from '@jest/globals'
import { ConfigurationError, PlatformError, ReportError } from '@testwarden/core/model/errors'
import type { PassBy } from '@testwarden/core/ports/files'
import { type Format, HEAD_BYTES, type Reader, type ReaderOptions } from '@testwarden/formats/format'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import type { ReadReport } from '../src/read-report.js'
import { type ReadRequest, readReports } from '../src/read-reports.js'

/** Files that start with `tiny` and hold nothing else; the model is their text. */
function tiny(id = 'tiny', magic = 'tiny'): Format<string> {
  return {
    id,
    kind: 'coverage',
    displayName: id,
    url: 'https://example.test',
    detect: (head) => new TextDecoder().decode(head).startsWith(magic),
    load: async () => (options) => tinyReader(options, { id, magic }),
  }
}

function tinyReader(
  { path }: ReaderOptions,
  { id, magic }: { readonly id: string; readonly magic: string },
): Reader<string> {
  let text = ''
  return {
    write(chunk) {
      text += new TextDecoder().decode(chunk)
    },
    end() {
      if (!text.startsWith(magic))
        return { ok: false, error: new ReportError(`not ${id}`, { path, line: 1, remedy: 'none' }) }
      return { ok: true, model: text, partial: text.endsWith('cut'), warnings: [] }
    },
  }
}

/** Makes one report of `1.part` and `2.part` in a folder; its model shows where which file begins. */
function grouping(): Format<string> {
  return {
    ...tiny(),
    group: (paths) =>
      [...new Set(paths.filter((path) => path.endsWith('.part')).map((path) => path.replace(/\/[^/]*$/, '')))]
        .map((folder) => ({
          path: folder,
          files: ['1', '2'].map((name) => `${folder}/${name}.part`).filter((path) => paths.includes(path)),
          others: [`${folder}/old.part`],
        }))
        .filter(({ files }) => files.length > 1),
    load: async () => (options) => {
      let text = ''
      const reader = tinyReader(options, { id: 'tiny', magic: '' })
      return {
        begin: (path) => reader.write(new TextEncoder().encode(`[${path}]`)),
        write: (chunk) => reader.write(chunk),
        end: () => {
          const result = reader.end()
          text = result.ok ? result.model : ''
          return { ok: true, model: text, partial: false, warnings: [] }
        },
      }
    },
  }
}

async function readAll(
  contents: Readonly<Record<string, string>>,
  request: Partial<ReadRequest<string>> = {},
  chunkBytes = 7,
): Promise<{ readonly reports: ReadReport<string>[]; readonly files: MemoryFiles }> {
  const files = new MemoryFiles(contents, chunkBytes)
  const reports: ReadReport<string>[] = []
  const whole = { patterns: [], format: null, formats: [tiny()], ...request }
  for await (const report of readReports(whole, files)) reports.push(report)
  return { reports, files }
}

function paths(reports: readonly ReadReport<string>[]): string[] {
  return reports.map((report) => `${report.path} ${report.ok ? report.model.length : report.error.message}`)
}

describe('a named file', () => {
  test('is read whole, in whatever portions it comes', async () => {
    const long = `tiny ${'x'.repeat(HEAD_BYTES * 2)}`
    for (const chunkBytes of [1000, HEAD_BYTES, HEAD_BYTES + 1, HEAD_BYTES * 10]) {
      const { reports, files } = await readAll({ 'a.bin': long }, { patterns: ['a.bin'] }, chunkBytes)
      expect(reports).toMatchObject([{ path: 'a.bin', ok: true, format: 'tiny', kind: 'coverage', model: long }])
      expect(files.opened).toEqual(['a.bin'])
    }
  })

  test('that is no report is an error with a remedy', async () => {
    const files = { 'a.bin': 'something else', 'b.bin': '', 'c.bin': '\n<!DOCTYPE HTML>\n<html></html>' }
    const { reports } = await readAll(files, { patterns: Object.keys(files) })
    expect(paths(reports)).toEqual([
      'a.bin The file is no report in a known format.',
      'b.bin The file is empty: no report was written into it.',
      'c.bin The file is a page of HTML, made for people: it is no report.',
    ])
    expect(reports.every((report) => !report.ok && report.error.remedy !== '')).toBe(true)
  })

  test('that is missing, a glob without a match and a way out of the workspace are errors, and the rest is read', async () => {
    const { reports } = await readAll(
      { 'a.bin': 'tiny' },
      { patterns: ['missing.xml', 'out/*.xml', '../secret.xml', 'a.bin'] },
    )
    expect(paths(reports)).toEqual([
      'missing.xml No file is or matches missing.xml.',
      'out/*.xml No file is or matches out/*.xml.',
      '../secret.xml ../secret.xml lies outside the workspace.',
      'a.bin 4',
    ])
  })

  test('is read once, however often it is named', async () => {
    const { reports, files } = await readAll({ 'x/a.bin': 'tiny' }, { patterns: ['x', 'x/a.bin', 'x/*.bin'] })
    expect(paths(reports)).toEqual(['x/a.bin 4'])
    expect(files.opened).toEqual(['x/a.bin'])
  })

  test('is read once, however differently its path is spelled', async () => {
    const { reports } = await readAll({ 'a/b.txt': 'tiny' }, { patterns: ['a/b.txt', './a/b.txt', 'a/*.txt'] })
    expect(paths(reports)).toEqual(['a/b.txt 4'])
  })

  test('is read as the format that was asked for, even where its content looks otherwise', async () => {
    const formats = [tiny(), tiny('other', 'other')]
    const { reports } = await readAll({ 'a.bin': 'tiny' }, { patterns: ['a.bin'], format: 'other', formats })
    expect(paths(reports)).toEqual(['a.bin not other'])
  })

  test('in an unknown format is the user’s to mend', async () => {
    await expect(readAll({}, { patterns: ['a'], format: 'lcvo' })).rejects.toThrow(ConfigurationError)
  })

  test('that two formats know is refused instead of guessed', async () => {
    const { reports } = await readAll({ 'a.bin': 'tiny' }, { patterns: ['a.bin'], formats: [tiny('one'), tiny('two')] })
    expect(paths(reports)).toEqual(['a.bin The content fits more than one format: one and two.'])
  })
})

describe('a folder or glob', () => {
  test('gives its reports and ignores the rest', async () => {
    const contents = { 'out/b.bin': 'tiny b', 'out/a.bin': 'tiny', 'out/readme.md': 'hello', 'else/c.bin': 'tiny' }
    expect(paths((await readAll(contents, { patterns: ['out'] })).reports)).toEqual(['out/a.bin 4', 'out/b.bin 6'])
    expect(paths((await readAll(contents, { patterns: ['*/*.bin'] })).reports)).toEqual([
      'else/c.bin 4',
      'out/a.bin 4',
      'out/b.bin 6',
    ])
  })

  test('without any report among its files is an error', async () => {
    const { reports } = await readAll({ 'out/readme.md': 'hello' }, { patterns: ['out'] })
    expect(paths(reports)).toEqual(['out out leads to 1 file, and none is a report in a known format.'])
  })

  test('with copies of one report tells which are copies', async () => {
    const contents = { 'out/a.bin': 'tiny 1', 'out/b.bin': 'tiny 1', 'out/c.bin': 'tiny 2' }
    const { reports } = await readAll(contents, { patterns: ['out'] })
    expect(reports.map((report) => report.ok && report.duplicateOf)).toEqual([null, 'out/a.bin', null])
    expect(reports.map((report) => report.ok && report.warnings.length)).toEqual([0, 1, 0])
  })
})

describe('files that are one report together', () => {
  const contents = {
    'x/a/1.part': 'tiny 1',
    'x/a/2.part': ' and 2',
    'x/a/old.part': 'tiny old',
    'x/b.bin': 'tiny b',
    'y/a/1.part': 'tiny 1',
    'y/a/2.part': ' and 2',
  }

  test('are read in their order by one reader, in whatever portions they come', async () => {
    for (const chunkBytes of [1, 7, 1000]) {
      const { reports, files } = await readAll(contents, { patterns: ['x'], formats: [grouping()] }, chunkBytes)
      expect(reports).toMatchObject([
        { path: 'x/a', ok: true, model: '[x/a/1.part]tiny 1[x/a/2.part] and 2', duplicateOf: null },
        { path: 'x/b.bin', ok: true, model: 'tiny b' },
      ])
      expect(files.opened).toEqual(['x/a/1.part', 'x/a/2.part', 'x/b.bin'])
    }
  })

  test('are read once, what belongs to them not at all, and copies of all are told', async () => {
    const patterns = ['.', 'x/a', 'x/a/old.part', 'x/a/2.part']
    const { reports } = await readAll(contents, { patterns, formats: [grouping()] })
    expect(reports.map((report) => [report.path, report.ok && report.duplicateOf])).toEqual([
      ['x/a', null],
      ['x/b.bin', null],
      ['y/a', 'x/a'],
    ])
  })

  test('are read by themselves where the first is none of the format', async () => {
    const other = { 'x/a/1.part': 'other 1', 'x/a/2.part': 'tiny 2', 'x/a/old.part': 'tiny old' }
    const { reports } = await readAll(other, { patterns: ['x'], formats: [grouping()] })
    expect(paths(reports)).toEqual(['x/a/2.part 6', 'x/a/old.part 8'])
  })

  test('are none where only one of them is named', async () => {
    const { reports } = await readAll(contents, { patterns: ['x/a/1.part'], formats: [grouping()] })
    expect(reports).toMatchObject([{ path: 'x/a/1.part', ok: true, model: 'tiny 1' }])
  })

  test('are an error together where one of them cannot be read', async () => {
    const formats: Format<string>[] = [
      { ...grouping(), group: () => [{ path: 'x/a', files: ['x/a/1.part', 'x/a/2.part'], others: [] }] },
    ]
    const files = new MemoryFiles(contents)
    const gone: Pick<MemoryFiles, 'read'> = {
      read: (path) => {
        if (path.endsWith('2.part')) throw new PlatformError('gone')
        return new MemoryFiles(contents).read(path)
      },
    }
    const request = { patterns: ['x'], format: null, formats }
    const reports: ReadReport<string>[] = []
    for await (const report of readReports(request, Object.assign(files, gone))) reports.push(report)
    expect(paths(reports)).toEqual(['x/a gone', 'x/a/old.part 8', 'x/b.bin 6'])
  })
})

describe('looking everywhere', () => {
  test('opens only what may be a report by its name, and stops after the head of what is none', async () => {
    const contents = {
      'src/a.py': 'tiny',
      'lcov.info': 'tiny',
      'pom.xml': `<project>${'x'.repeat(HEAD_BYTES * 3)}`,
      'package.json': 'tiny',
      'coverage/final.json': 'tiny json',
      'empty.xml': '',
    }
    const { reports, files } = await readAll(contents)
    expect(paths(reports)).toEqual(['coverage/final.json 9', 'lcov.info 4'])
    expect(files.opened).toEqual(['coverage/final.json', 'lcov.info', 'pom.xml'])
  })

  test('leaves alone what the caller skips, and finding nothing is no error', async () => {
    expect((await readAll({ 'lcov.info': 'tiny' }, { isSkipped: () => true })).reports).toEqual([])
  })
})

describe('a folder that cannot be listed', () => {
  class HalfReadable extends MemoryFiles {
    override async find(pattern: string, passBy?: PassBy) {
      if (passBy === undefined) throw new PlatformError('cannot list secret: not allowed')
      passBy({ path: 'secret', reason: 'not allowed' })
      return super.find(pattern)
    }
  }

  async function readHalf(request: Partial<ReadRequest<string>>): Promise<string[]> {
    const reports: ReadReport<string>[] = []
    const whole = { format: null, formats: [tiny()], patterns: [], ...request }
    for await (const report of readReports(whole, new HalfReadable({ 'out/a.xml': 'tiny 1' }))) reports.push(report)
    return paths(reports)
  }

  test.each([[[]], [['out']], [['**/*.xml']]])('is told by its name, and the rest of %j is read', async (patterns) => {
    const told: string[] = []
    expect(await readHalf({ patterns, warn: (message) => told.push(message) })).toEqual(['out/a.xml 6'])
    expect(told).toEqual([
      expect.stringMatching(/^The folder secret cannot be listed \(not allowed\).*make it readable/),
    ])
  })

  test('is an error where nobody listens', async () => {
    expect(await readHalf({ patterns: ['out'] })).toEqual(['out cannot list secret: not allowed'])
  })
})

describe('a report of another kind', () => {
  const contents = { 'junit.xml': '<testsuite/>', 'a.tiny': 'tiny one' }
  const foreign = [tiny('junit', '<testsuite')]

  test('is passed over where it is named, because gates share the word for reports', async () => {
    const { reports } = await readAll(contents, { patterns: ['junit.xml', 'a.tiny'], foreign })
    expect(reports.map(({ path, ok }) => [path, ok])).toEqual([['a.tiny', true]])
  })

  test('is an error where nobody knows of other kinds', async () => {
    const { reports } = await readAll(contents, { patterns: ['junit.xml'] })
    expect(reports.map(({ path, ok }) => [path, ok])).toEqual([['junit.xml', false]])
  })

  test('whose format somebody names leaves nothing to read', async () => {
    const { reports } = await readAll(contents, { patterns: ['junit.xml'], format: 'junit', foreign })
    expect(reports).toEqual([])
  })
})

describe('a file that may hold a second kind', () => {
  /** Of files that start with `tiny`: what stands behind a plus. */
  const behindPlus: Format<string> = {
    ...tiny('plus'),
    kind: 'benchmark',
    sideline: { of: 'tiny', isNothing: (text) => !text.includes('+') },
  }
  const contents = { 'out/a.bin': 'tiny 1+2', 'out/b.bin': 'tiny 1', 'out/c.bin': 'tiny 1+2' }
  const kindsOf = (reports: readonly ReadReport<string>[]): string[] =>
    reports.map((report) => `${report.path} ${report.ok ? report.format : report.error.message}`)

  test('is read as both where both are asked for, in one go', async () => {
    const { reports, files } = await readAll(contents, { patterns: ['out'], formats: [behindPlus, tiny()] })
    expect(kindsOf(reports)).toEqual([
      'out/a.bin tiny',
      'out/a.bin plus',
      'out/b.bin tiny',
      'out/c.bin tiny',
      'out/c.bin plus',
    ])
    expect(reports.map((report) => report.ok && report.duplicateOf)).toEqual([
      null,
      null,
      null,
      'out/a.bin',
      'out/a.bin',
    ])
    expect(files.opened).toEqual(['out/a.bin', 'out/b.bin', 'out/c.bin'])
  })

  test('is read by whoever asks for the second kind alone, and is of another kind where it holds none', async () => {
    const request = { patterns: ['out/a.bin', 'out/b.bin'], formats: [behindPlus] }
    expect(kindsOf((await readAll(contents, request)).reports)).toEqual(['out/a.bin plus'])
  })

  test('is read as that kind, empty or not, where somebody names its format', async () => {
    const request = { patterns: ['out/b.bin'], formats: [behindPlus, tiny()], format: 'plus' }
    expect(kindsOf((await readAll(contents, request)).reports)).toEqual(['out/b.bin plus'])
  })

  test('tells once what is wrong with it', async () => {
    const broken = { ...tiny(), load: tiny('other', 'other').load }
    const formats = [broken, { ...behindPlus, load: broken.load }]
    const { reports } = await readAll(contents, { patterns: ['out/a.bin'], formats })
    expect(kindsOf(reports)).toEqual(['out/a.bin not other'])
    expect(kindsOf((await readAll(contents, { patterns: ['out/a.bin'], formats: formats.slice(1) })).reports)).toEqual([
      'out/a.bin not other',
    ])
  })
})
