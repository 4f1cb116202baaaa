import { describe, expect, test } from '@jest/globals'
import { ReportError } from '@testwarden/core/model/errors'
import fc from 'fast-check'
import type { CoverageFacts } from '../src/facts.js'
import { parseFacts } from '../src/parse-facts.js'
import { legEvidence } from './arbitraries.js'

const SHA = 'a'.repeat(40)

/** The arbitraries of merging have short names for shas. */
function withShas(facts: CoverageFacts): CoverageFacts {
  const baselines = facts.baselines.map((baseline) =>
    baseline.kind === 'record' ? { ...baseline, sha: SHA } : baseline,
  )
  const carried = facts.carried.map((part) => ({ ...part, sha: SHA }))
  return { ...facts, baselines, carried, testedShas: [SHA, null] }
}

const facts = legEvidence.map((evidence) => withShas(evidence.facts))

function asJson(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value))
}

describe('facts of another job', () => {
  test('are taken as they are when a step of ours wrote them', () => {
    fc.assert(fc.property(facts, (own) => expect(parseFacts(asJson(own))).toEqual(own)))
  })

  test('are refused with a message, whatever stands in the place of one value', () => {
    const places = [
      'reports',
      'files',
      'components',
      'carried',
      'changes',
      'baselines',
      'testedShas',
      'unmatched',
      'notes',
    ]
    const anything = fc.anything({ withNullPrototype: false })
    fc.assert(
      fc.property(facts, fc.constantFrom(...places), anything, (own, place, wrong) => {
        try {
          parseFacts({ ...asJson(own), [place]: wrong })
        } catch (error) {
          expect(error).toBeInstanceOf(ReportError)
        }
      }),
    )
  })

  const file = {
    path: 'src/a.py',
    isTracked: true,
    isPlaceholder: false,
    covered: '1-5',
    missed: '6',
    branches: [{ line: 1, taken: ['a'], untaken: ['b'], counted: [0, 0] }],
    functions: { covered: ['1:f'], missed: [] },
    statements: null,
  }
  const component = {
    name: 'api',
    side: 'tested',
    paths: ['src'],
    unmatched: [],
    fileCount: 1,
    tree: null,
    members: ['src/a.py'],
  }
  const own = {
    reports: [],
    files: [file],
    components: [component],
    carried: [],
    changes: { kind: 'none', reason: 'A push.' },
    baselines: [],
    testedShas: [SHA],
    unmatched: [],
    notes: [],
    historyNotes: [],
  }

  const carriedTotals = {
    lines: { covered: 1, total: 1 },
    branches: null,
    functions: null,
    statements: null,
    partialLines: 0,
  }
  const carried = { name: 'a', side: 'base', sha: SHA, tool: null, files: [{ path: 'x', totals: carriedTotals }] }

  test('lose fields that nobody asked for', () => {
    expect(parseFacts({ ...own, extra: 1, files: [{ ...file, __proto__: { x: 1 }, more: 2 }] })).toEqual(own)
  })

  test.each<[string, object, string]>([
    ['a line that is both covered and missed', { files: [{ ...file, missed: '5' }] }, 'facts.files[0]'],
    ['ranges out of order', { files: [{ ...file, covered: '5,1' }] }, 'facts.files[0].covered'],
    ['a file twice', { files: [file, file] }, 'facts.files[1]'],
    ['an arm twice', { files: [{ ...file, branches: [{ ...file.branches[0], taken: ['a', 'a'] }] }] }, '.taken[1]'],
    [
      'an arm on both sides',
      { files: [{ ...file, branches: [{ ...file.branches[0], untaken: ['a'] }] }] },
      '.branches',
    ],
    ['three counts', { files: [{ ...file, branches: [{ ...file.branches[0], counted: [1, 2, 3] }] }] }, '.counted'],
    [
      'more covered than there is',
      { files: [{ ...file, branches: [{ ...file.branches[0], counted: [2, 1] }] }] },
      '.counted',
    ],
    ['a sha that is an option', { testedShas: ['--upload-pack=x'] }, 'facts.testedShas[0]'],
    ['a number that is none', { files: [{ ...file, branches: [{ ...file.branches[0], line: 1.5 }] }] }, '.line'],
    ['a path without end', { files: [{ ...file, path: 'x'.repeat(5000) }] }, 'facts.files[0].path'],
    ['a component on a third side', { components: [{ ...component, side: 'left' }] }, 'facts.components[0].side'],
    ['a component twice', { components: [component, component] }, 'facts.components[1]'],
    ['members out of order', { components: [{ ...component, members: ['b', 'a'] }] }, '.members[1]'],
    [
      'carried counts beyond what there is',
      {
        carried: [
          { ...carried, files: [{ path: 'x', totals: { ...carriedTotals, lines: { covered: 2, total: 1 } } }] },
        ],
      },
      '.totals.lines',
    ],
    [
      'more partial lines than ran',
      { carried: [{ ...carried, files: [{ path: 'x', totals: { ...carriedTotals, partialLines: 2 } }] }] },
      '.totals',
    ],
    ['a counting that nobody knows', { carried: [{ ...carried, tool: 'words' }] }, 'facts.carried[0].tool'],
    ['an unknown kind of change', { changes: { kind: 'toString' } }, 'facts.changes.kind'],
    ['a list in place of an object', { files: [[]] }, 'facts.files[0]'],
  ])('are refused with %s, and the place is named', (_, wrong, place) => {
    expect(() => parseFacts({ ...own, ...wrong })).toThrow(place)
  })
})
