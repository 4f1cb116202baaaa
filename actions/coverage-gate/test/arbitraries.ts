import { type FileCoverage, functionKey } from '@testwarden/core/model/coverage'
import type { Evidence } from '@testwarden/core/model/evidence'
import fc from 'fast-check'
import type { BaselineFacts, CoverageFacts } from '../src/facts.js'
import { encodeFile } from '../src/file-facts.js'
import { mergeEvidence } from '../src/merge-evidence.js'
import { evidenceOf, factsOf, reportOf } from './kit.js'

const hits = fc.nat(2)
const line = fc.integer({ min: 1, max: 8 })
/** Names, and branches as some formats identify them: by place or by the line that is jumped to. */
const name = fc.constantFrom('a', 'b', '__proto__', 'x,y', '@1:2', '>4')

const branch = fc.record({
  arms: fc.array(fc.tuple(name, hits)).map((arms) => new Map(arms)),
  counted: fc.tuple(fc.nat(4), fc.nat(4)).map(([a, b]) => ({ covered: Math.min(a, b), total: Math.max(a, b) })),
})

/** Some are blocks of Go, which make lines partial. */
const statement = fc.oneof(name, fc.constantFrom('2.1,4.2#0', '2.1,4.2#1', '4.2,6.9#0'))

const someFunction = fc.record({ name, line, hits }).map((fn) => [functionKey(fn), fn] as const)

/** Coverage of one file, small enough that two of them overlap. */
export const fileCoverage: fc.Arbitrary<FileCoverage> = fc.record({
  path: fc.constantFrom('src/a.py', 'src/b.py', 'src/c.ts'),
  isPlaceholder: fc.boolean(),
  lines: fc.array(fc.tuple(line, hits)).map((lines) => new Map(lines)),
  branches: fc.array(fc.tuple(line, branch)).map((branches) => new Map(branches)),
  functions: fc.option(fc.array(someFunction).map((functions) => new Map(functions))),
  statements: fc.option(fc.array(fc.tuple(statement, hits)).map((statements) => new Map(statements))),
})

const baseline: fc.Arbitrary<BaselineFacts> = fc.constantFrom<BaselineFacts>(
  { kind: 'none', reason: 'No baseline yet.' },
  {
    kind: 'record',
    sha: 'a',
    components: [
      {
        name: 'web',
        paths: ['src/c.ts'],
        tree: 'same',
        totals: { lines: { covered: 1, total: 2 }, branches: null, functions: null, statements: null, partialLines: 0 },
      },
    ],
    distance: 1,
    time: '2026-01-01T00:00:00.000Z',
    writtenBy: null,
    totals: { lines: { covered: 3, total: 4 }, branches: null, functions: null, statements: null, partialLines: 0 },
  },
)

/** The components that each leg sees in its part of the files; `web` is carried by legs that do not report it. */
function componentsOf(files: readonly FileCoverage[]): Pick<CoverageFacts, 'components' | 'carried'> {
  const paths = [...new Set([...files.map(({ path }) => path), 'src/a.py'])].sort()
  const components = [
    { name: 'all', paths: ['src'], members: paths },
    { name: 'api', paths: ['src/*.py'], members: paths.filter((path) => path.endsWith('.py')) },
    { name: 'web', paths: ['src/c.ts'], members: paths.filter((path) => path === 'src/c.ts') },
  ].map((part) => ({
    ...part,
    side: 'tested' as const,
    unmatched: [],
    fileCount: 2,
    tree: files.length > 1 ? 'same' : null,
  }))
  const totals = { lines: { covered: 1, total: 2 }, branches: null, functions: null, statements: null, partialLines: 0 }
  const web = {
    name: 'web',
    side: 'tested' as const,
    sha: 'a',
    tool: 'statements' as const,
    files: [{ path: 'src/c.ts', totals }],
  }
  return { components, carried: paths.includes('src/c.ts') ? [] : [web] }
}

/** Formats whose tools count in three ways. */
const writer = fc.constantFrom('lcov', 'go-cover', 'coverage-py-json')

/** Evidence of one leg: a few files of one change. */
export const legEvidence: fc.Arbitrary<Evidence<CoverageFacts>> = fc
  .record({ files: fc.array(fileCoverage, { maxLength: 4 }), baseline, format: writer })
  .map(({ files, baseline: found, format }) => {
    const changes: CoverageFacts['changes'] = {
      kind: 'known',
      base: 'base',
      files: [{ path: 'src/a.py', lines: '2-5' }],
    }
    // A run reads its files through a merge too, so a leg is the merge of its files.
    const parts = files.map((file) => evidenceOf({ files: [encodeFile(file, true)], changes, baselines: [found] }))
    const reports = [{ ...reportOf(format), fileCount: files.length }]
    const seen = componentsOf(files)
    return mergeEvidence([...parts, evidenceOf({ ...factsOf(), ...seen, reports, changes, baselines: [found] })])
  })
