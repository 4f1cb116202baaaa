import { describe, expect, test } from '@jest/globals'
import type { Setting } from '@testwarden/core/config/field'
import { fieldsOf } from '@testwarden/core/config/walk-section'
import type { WeighedAccept } from '@testwarden/core/model/accept'
import fc from 'fast-check'
import { ACCEPTABLE_RULES } from '../src/acceptable-rules.js'
import { coverageConfig } from '../src/config.js'
import { type CriticalModule, criticalModules } from '../src/critical-modules.js'
import { decide } from '../src/decide.js'
import { configOf, evidenceOf, fileOf } from './kit.js'

function accept(part: Partial<WeighedAccept>): WeighedAccept {
  return {
    rule: 'project-line',
    subject: null,
    limit: '50',
    reason: 'It is being split.',
    author: 'Ada',
    expires: '2999-01-01',
    path: '.github/testwarden/accepted.yml',
    line: 1,
    standing: 'base',
    ...part,
  }
}

/** 6 of 10 lines of either module. */
const EVIDENCE = evidenceOf({
  files: ['a.ts', 'b.ts'].map((path) => fileOf(path, { covered: '1-6', missed: '7-10' })),
  changes: { kind: 'none', reason: 'A push.' },
})

function reasonsUnder(accepts: readonly WeighedAccept[]) {
  const config = { ...configOf({ line: '90', critical: 'a.ts 80%\nb.ts 80%' }), accepts }
  return decide(EVIDENCE, config).verdict.reasons
}

describe('an accept', () => {
  test('lowers the limit of its rule alone, and the reason says so', () => {
    const reasons = reasonsUnder([accept({})])
    const [line] = reasons.filter(({ ruleId }) => ruleId === 'project-line')
    expect(line).toMatchObject({ outcome: 'pass', limit: '50', accepted: { instead: '90', author: 'Ada' } })
    expect(line?.message).toContain('The limit is 50 instead of 90, accepted by Ada until 2999-01-01')
    expect(reasons.filter(({ outcome }) => outcome === 'fail')).toHaveLength(2)
  })

  test('of a critical module counts for that module', () => {
    const critical = reasonsUnder([accept({ rule: 'critical-module', subject: 'a.ts' })]).filter(
      ({ ruleId }) => ruleId === 'critical-module',
    )
    expect(critical.map(({ subject, outcome }) => [subject, outcome])).toEqual([
      ['a.ts', 'pass'],
      ['b.ts', 'fail'],
    ])
  })

  test('that is not low enough is named where it failed', () => {
    const [line] = reasonsUnder([accept({ limit: '70' })]).filter(({ ruleId }) => ruleId === 'project-line')
    expect(line).toMatchObject({ outcome: 'fail', limit: '70' })
    expect(line?.message).toContain('accepted by Ada')
  })

  test('can be written for every rule that has a limit of its own', () => {
    const inputs = {
      line: '1',
      branch: '1',
      statement: '1',
      function: '1',
      'patch-line': '1',
      'patch-branch': '1',
      drop: '1',
    }
    const { reasons } = decide(EVIDENCE, configOf({ ...inputs, critical: 'a.ts 1%' })).verdict
    const limited = new Set(reasons.filter(({ limit }) => limit !== null).map(({ ruleId }) => ruleId))
    expect([...limited].sort()).toEqual(ACCEPTABLE_RULES.map(({ ruleId }) => ruleId).sort())
  })
})

describe('critical modules on a change', () => {
  const { tighten } = criticalModules({ description: '', fallback: [], input: 'critical', role: 'policy' })
  const written = (value: readonly CriticalModule[]): Setting<readonly CriticalModule[]> => ({
    value,
    origin: { kind: 'file', path: 'testwarden.yml', line: 1, at: null },
  })
  const modules = fc.uniqueArray(
    fc.record({
      files: fc.constantFrom('a/**', 'b/**', 'c/**'),
      line: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 100 }).map(String)),
    }),
    { selector: ({ files }) => files },
  )

  test('are never fewer, and no floor sinks', () => {
    fc.assert(
      fc.property(modules, modules, (base, wanted) => {
        const effective = tighten?.(written(base), wanted) ?? []
        for (const { files, line } of base) {
          const floors = effective.filter((module) => module.files === files).map((module) => module.line)
          const isKept = floors.some((floor) => line === null || (floor !== null && Number(floor) >= Number(line)))
          expect({ base, wanted, files, isKept }).toEqual({ base, wanted, files, isKept: true })
        }
        for (const { files } of wanted) expect(effective.map((module) => module.files)).toContain(files)
      }),
    )
  })
})

test('every policy that an input can set says which of two values is stricter, but for the formula, where none is', () => {
  const silent = [...fieldsOf(coverageConfig)].filter(
    ({ field }) => field.role === 'policy' && field.input !== null && field.tighten === undefined,
  )
  expect(silent.map(({ path }) => path.join('.'))).toEqual(['formula'])
})
