import { describe, expect, test } from '@jest/globals'
import { effectiveConfig } from '@testwarden/core/action/effective-config'
import { policyNotes } from '@testwarden/core/action/policy-notes'
import type { ConfigFile } from '@testwarden/core/config/layer'
import { coverageConfig } from '../src/config.js'

const DEFINITION = { gate: 'coverage', config: coverageConfig }
const SHA = 'b'.repeat(40)

/** A pull request whose base has this section, or no config at all, and which gives the formula as an input. */
function changeWith(formula: string, coverage: Readonly<Record<string, unknown>> | null) {
  const base: ConfigFile | null =
    coverage === null ? null : { path: '.github/testwarden.yml', root: { coverage }, lineOf: () => 3, at: SHA }
  const policy = { kind: 'base', branch: 'main', sha: SHA, file: base, before: base, missing: null } as const
  return { inputs: new Map([['formula', formula]]), file: base, policy }
}

describe('an input for the formula', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['another word of the base', { formula: 'codecov' }, 'codecov'],
    ['a base that says nothing of it', {}, 'lines'],
  ])('does not count on a change against %s, and is said', (_what, base, effective) => {
    const sources = changeWith('sonar', base)
    const resolved = effectiveConfig(DEFINITION, sources)
    expect(resolved.ok && resolved.config.gate.own.formula.value).toBe(effective)
    const notes = JSON.stringify(policyNotes([DEFINITION], sources))
    expect(notes).toContain('formula: sonar')
    expect(notes).toContain(' differs from the policy of ')
    expect(notes).toContain(`which has ${effective}`)
    expect(notes).toContain('It does not count.')
  })

  test('counts where it says what the base says, and where the base has no config', () => {
    for (const base of [{ formula: 'sonar' }, null]) {
      const sources = changeWith('sonar', base)
      const resolved = effectiveConfig(DEFINITION, sources)
      expect(resolved.ok && resolved.config.gate.own.formula.value).toBe('sonar')
      expect(policyNotes([DEFINITION], sources)).toEqual([])
    }
  })
})
