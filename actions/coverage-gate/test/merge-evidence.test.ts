import { describe, expect, test } from '@jest/globals'
import type { FileCoverage } from '@testwarden/core/model/coverage'
import { FORMULAS } from '@testwarden/core/model/coverage-formula'
import { mergeFileCoverage } from '@testwarden/core/model/coverage-merge'
import type { Evidence } from '@testwarden/core/model/evidence'
import fc from 'fast-check'
import { decide } from '../src/decide.js'
import type { CoverageFacts } from '../src/facts.js'
import { encodeFile } from '../src/file-facts.js'
import { mergeEvidence } from '../src/merge-evidence.js'
import { projectTotals } from '../src/subject.js'
import { fileCoverage, legEvidence } from './arbitraries.js'
import { componentOf, configOf, evidenceOf, fileOf, reportOf, runOf } from './kit.js'

const LIMITS = { 'patch-line': '90', 'patch-branch': '50', 'min-changed-lines': '1', drop: '0.1', line: '80' }

const config = fc
  .constantFrom(...FORMULAS)
  .map((formula) =>
    configOf({ ...LIMITS, formula, critical: 'src/a.py 50%' }, [
      componentOf('all', { project: '70', drop: '1' }),
      componentOf('api', { patch: '90' }),
      componentOf('web', { project: '50', drop: '0' }),
    ]),
  )

const legs = fc.array(legEvidence, { minLength: 1, maxLength: 4 }).map((parts) =>
  parts.map((part, index): Evidence<CoverageFacts> => {
    const key = { ...part.run.key, matrix: `{"leg":${index}}` }
    return { ...part, run: { ...part.run, key } }
  }),
)

describe('merging the evidence of legs', () => {
  test('decides the same in any order', () => {
    fc.assert(
      fc.property(legs, config, (parts, policy) => {
        const merged = mergeEvidence(parts)
        expect(mergeEvidence(parts.toReversed())).toEqual(merged)
        expect(decide(mergeEvidence(parts.toReversed()), policy)).toEqual(decide(merged, policy))
      }),
    )
  })

  test('decides the same in any grouping', () => {
    fc.assert(
      fc.property(legs, fc.nat(3), (parts, cut) => {
        const groups = [parts.slice(0, cut), parts.slice(cut)].filter((group) => group.length > 0)
        expect(mergeEvidence(groups.map(mergeEvidence))).toEqual(mergeEvidence(parts))
      }),
    )
  })

  test('decides what one run over all files would, by each formula', () => {
    fc.assert(
      fc.property(fc.array(fileCoverage, { minLength: 1, maxLength: 6 }), config, (files, policy) => {
        const changes = { kind: 'known', base: 'base', files: [{ path: 'src/a.py', lines: '2-5' }] } as const
        const facts = { changes, reports: [reportOf('coverage-py-json')] }
        const parts = files.map((file) => evidenceOf({ ...facts, files: [encodeFile(file, true)] }))
        const whole = evidenceOf({ ...facts, files: mergeModels(files).map((file) => encodeFile(file, true)) })
        expect(decide(mergeEvidence(parts), policy)).toEqual(decide(whole, policy))
      }),
    )
  })

  test('of one leg, or of one leg twice, is that leg', () => {
    fc.assert(
      fc.property(legEvidence, (leg) => {
        expect(mergeEvidence([leg])).toEqual(leg)
        expect(mergeEvidence([leg, leg])).toEqual(leg)
      }),
    )
  })
})

/** As intake merges what one run reads. Ascending by path. */
function mergeModels(files: readonly FileCoverage[]): readonly FileCoverage[] {
  const byPath = new Map<string, FileCoverage>()
  for (const file of files) {
    const known = byPath.get(file.path)
    byPath.set(file.path, known === undefined ? file : mergeFileCoverage(known, file))
  }
  return [...byPath.values()].sort((left, right) => (left.path < right.path ? -1 : 1))
}

test('legs that tested different commits make no verdict', () => {
  const other = evidenceOf({ testedShas: ['other'] }, { run: runOf({ testedSha: 'other' }) })
  const decision = decide(mergeEvidence([evidenceOf(), other]), configOf())
  expect(decision.verdict.outcome).toBe('inconclusive')
  expect(decision.verdict.headline).toContain('different trees')
})

test('a leg without the base does not hide the change that another leg sees', () => {
  const blind = evidenceOf({ changes: { kind: 'unknown', reason: 'shallow', remedy: null } })
  const merged = mergeEvidence([blind, evidenceOf()])
  expect(merged.facts.changes.kind).toBe('known')
})

test('a component that one leg carries and another reports is as it was reported', () => {
  const totals = { lines: { covered: 9, total: 9 }, branches: null, functions: null, statements: null, partialLines: 0 }
  const web = { name: 'web', side: 'tested', paths: ['web'], unmatched: [], fileCount: 1, tree: 't' } as const
  const carries = evidenceOf({
    components: [{ ...web, members: [] }],
    carried: [{ name: 'web', side: 'tested', sha: 's', tool: null, files: [{ path: 'web/a.ts', totals }] }],
  })
  const reports = evidenceOf({
    components: [{ ...web, tree: null, members: ['web/a.ts'] }],
    files: [fileOf('web/a.ts', { covered: '1', missed: '2-4' })],
  })
  const { facts } = mergeEvidence([carries, reports])
  expect(projectTotals(facts).lines).toEqual({ covered: 1, total: 4 })
  expect(facts.components).toEqual([{ ...web, members: ['web/a.ts'] }])
  expect(projectTotals(carries.facts).lines).toEqual({ covered: 9, total: 9 })
})

test('nothing cannot be merged', () => {
  expect(() => mergeEvidence([])).toThrow(TypeError)
})
