import { describe, expect, test } from '@jest/globals'
import type { ConfigSources } from '@testwarden/core/action/effective-config'
import { globs } from '@testwarden/core/config/fields/globs'
import { TOOL_VERSION } from '@testwarden/core/model/version'
import { type JudgedStep, localCommand } from '../src/local-command.js'
import { askingAction } from './support/asking-action.js'

function commandOf(sources: Partial<ConfigSources>, step: Partial<JudgedStep> = {}): string {
  const whole: ConfigSources = { inputs: new Map(), file: null, ...sources }
  const judged = { definitions: [askingAction], base: { kind: 'history' }, sources: whole, observations: [] } as const
  const command = localCommand({ ...judged, ...step })
  return command.replace(`npx testwarden@${TOOL_VERSION} `, '')
}

describe('the command that gives the verdict of a step', () => {
  test('names the gates and the commit that was compared with', () => {
    expect(commandOf({}, { base: { kind: 'commit', sha: 'a'.repeat(40), origin: 'named' } })).toBe(
      'check asking --base aaaaaaaaaaaa',
    )
    expect(commandOf({}, { base: { kind: 'diff-file', path: 'my change.diff' } })).toBe(
      "check asking --diff 'my change.diff'",
    )
  })

  test('has leave to run commands where the step ran some', () => {
    const ran = { kind: 'command', exitCode: 0, stdout: '', durationMs: 1 } as const
    expect(commandOf({}, { observations: [{ requestId: 'a', result: ran }] })).toBe('check asking --rerun')
    const refused = { kind: 'failed', message: 'nothing is started here' } as const
    expect(commandOf({}, { observations: [{ requestId: 'a', result: refused }] })).toBe('check asking')
  })

  test('has the inputs that were given, and not those that were left empty', () => {
    const inputs = new Map([
      ['history', 'git:testwarden-history'],
      ['mode', ''],
      ['comment', 'always'],
    ])
    expect(commandOf({ inputs })).toBe('check asking --history git:testwarden-history')
  })

  test('leaves out an input that the base branch overrules: here it would count', () => {
    const inputs = new Map([['mode', 'advise']])
    const enforced = { path: '.github/testwarden.yml', root: { asking: { mode: 'enforce' } }, lineOf: () => null }
    const place = { branch: 'main', sha: 'b'.repeat(40), before: null, missing: null }
    expect(commandOf({ inputs })).toBe('check asking --mode advise')
    expect(commandOf({ inputs, policy: { kind: 'base', file: enforced, ...place } })).toBe('check asking')
  })

  test('names a config file that lies elsewhere', () => {
    const file = { path: 'ci/gates.yml', root: {}, lineOf: () => null }
    expect(commandOf({ file })).toBe('check asking --config ci/gates.yml')
    expect(commandOf({ file: { ...file, path: '.github/testwarden.yml' } })).toBe('check asking')
  })

  test('gives a list one entry at a time, quoted so that a shell reads nothing into it', () => {
    const inputs = new Map([['reports', "a.xml\r\n\n  it's $(b).xml  "]])
    const reports = globs({ description: '', fallback: [], input: 'reports', role: 'structure' })
    const command = commandOf({ inputs }, { definitions: [{ ...askingAction, config: { reports } }] })
    expect(command).toBe("check asking --reports a.xml --reports 'it'\\''s $(b).xml'")
  })

  test('that would be too long to show says what it leaves out', () => {
    const file = { path: `${'long/'.repeat(50)}gates.yml`, root: {}, lineOf: () => null }
    const inputs = new Map([['history', 'git:testwarden-history']])
    expect(commandOf({ file, inputs })).toBe(`check asking --config ${file.path} # and the inputs of the step`)
  })
})
