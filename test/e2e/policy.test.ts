import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { checkout } from '../../packages/testkit/src/git-remote/checkout.js'
import { git } from '../../packages/testkit/src/git-remote/git.js'
import type { FileChanges } from '../../packages/testkit/src/git-remote/git-remote.js'
import { createScenario, type JobResult, pullRequestEvent, type Scenario } from './support/scenario.js'

/**
 * The change has 26 of 31 new lines tested (83.9 %), the base asks for 90 %. Whatever the change does to its own gate, it
 * fails all the same, or the page says first what could not be held against it.
 */
const CONFIG = '.github/testwarden.yml'
const ACCEPTED = '.github/testwarden/accepted.yml'
const LAX = 'coverage:\n  patch:\n    line: 10%\n'

let open: Scenario | null = null

afterEach(close)

async function close(): Promise<void> {
  await open?.close()
  open = null
}

interface Attack {
  readonly base?: FileChanges
  readonly change?: FileChanges
  readonly with?: Readonly<Record<string, string>>
  readonly written?: Readonly<Record<string, string>>
  readonly labels?: readonly string[]
  readonly ref?: 'merge' | 'head'
}

async function attack({ base = {}, change = {}, labels = [], ref = 'merge', ...job }: Attack): Promise<JobResult> {
  const scenario = await createScenario({ baseFiles: base, changeFiles: change })
  open = scenario
  return scenario.run({
    event: pullRequestEvent(scenario, labels),
    github: { sha: scenario.merge },
    checkout: ref === 'merge' ? { ref: 'refs/pull/7/merge', depth: 1 } : { ref: scenario.head, depth: 1 },
    written: { 'coverage.xml': scenario.project.reports.change, ...job.written },
    ...(job.with === undefined ? {} : { with: job.with }),
  })
}

/** The gate stays as red as it is without the attack. */
function expectCaught(result: JobResult): void {
  expect(result.outputs.get('outcome')).toBe('fail')
  expect(result.exitCode).toBe(1)
  expect(result.summary).toContain('| new code tested | ❌ fail | 26 of 31 lines (83.9 %) | at least 90 % |')
}

/** What stands above the verdict table. */
function notesOf({ summary }: JobResult): string {
  return summary?.split('| gate |')[0] ?? ''
}

test('the page names the branch and the commit that the policy is from', async () => {
  const result = await attack({})
  expectCaught(result)
  expect(result.summary).toMatch(new RegExp(`Policy from \`main\` at \`${open?.base.slice(0, 7)}\``))
})

describe('the config of the change', () => {
  test.each<[string, Attack['change']]>([
    ['with a lower limit', { [CONFIG]: LAX }],
    ['removed', { [CONFIG]: null }],
    ['empty', { [CONFIG]: '# nothing\n' }],
    ['with advise', { [CONFIG]: 'coverage:\n  mode: advise\n' }],
    ['with collect', { [CONFIG]: 'coverage:\n  mode: collect\n' }],
    ['that ignores its own files', { [CONFIG]: 'coverage:\n  ignore: src/**\n' }],
    ['that ignores everything', { [CONFIG]: 'coverage:\n  ignore: "**"\n' }],
    ['that judges no small change', { [CONFIG]: 'coverage:\n  patch:\n    min-lines: 1000\n' }],
    ['that lets what is inconclusive pass', { [CONFIG]: 'coverage:\n  on-inconclusive: pass\n' }],
    ['with an anchor', { [CONFIG]: 'coverage:\n  patch: &low\n    line: 10%\n  project: *low\n' }],
    ['that is a link to another file of the change', { [CONFIG]: { link: '../lax.yml' }, 'lax.yml': LAX }],
  ])('%s does not count, and what merging it would do is said', async (_, change) => {
    for (const ref of ['merge', 'head'] as const) {
      const result = await attack({ change: change ?? {}, ref })
      expectCaught(result)
      expect(notesOf(result)).toContain('This change alters the policy')
      await close()
    }
  })

  test.each<[string, Attack['change']]>([
    ['with a key twice', { [CONFIG]: 'coverage:\n  patch:\n    line: 90%\n    line: 10%\n' }],
    ['of two documents', { [CONFIG]: `coverage:\n  patch:\n    line: 90%\n---\n${LAX}` }],
    ['with a merge key', { [CONFIG]: 'coverage:\n  patch:\n    <<: {line: 10%}\n' }],
    ['with a key of the prototype', { [CONFIG]: '__proto__:\n  coverage:\n    mode: advise\n' }],
    ['with a tag', { [CONFIG]: 'coverage: !!js/function "x"\n' }],
    ['with a value out of range', { [CONFIG]: 'coverage:\n  patch:\n    line: -1\n' }],
    ['that is a link out of the workspace', { [CONFIG]: { link: '../../../../../../etc/hostname' } }],
  ])('%s is refused with its place', async (_, change) => {
    const result = await attack({ change: change ?? {} })
    expect(result.exitCode).toBe(2)
    expect(result.outputs.get('outcome')).toBe('inconclusive')
    expect(result.summary).toContain(CONFIG)
  })

  test('that is renamed and named by the workflow leaves the policy where it was', async () => {
    const result = await attack({ change: { [CONFIG]: null, 'lax.yml': LAX }, with: { config: 'lax.yml' } })
    expectCaught(result)
    expect(notesOf(result)).toContain('has no config file `lax.yml`')
  })

  test.each(['./lax.yml', 'src/../lax.yml'])('named as %s is the same new file', async (config) => {
    expectCaught(await attack({ change: { 'lax.yml': LAX }, with: { config } }))
  })

  test('that is stricter does not count either: it would be the policy of nobody', async () => {
    const strict = 'coverage:\n  patch:\n    line: 90%\n  project:\n    line: 99%\n'
    const result = await attack({ change: { [CONFIG]: strict } })
    expectCaught(result)
    expect(notesOf(result)).toContain('`coverage.project.line` 85 → 99')
  })

  test('decides where reports lie, and that is said', async () => {
    const config = 'coverage:\n  reports: forged.xml\n  patch:\n    line: 90%\n  project:\n    line: 85%\n'
    const result = await attack({ change: { [CONFIG]: config }, written: { 'forged.xml': 'x' } })
    expect(result.exitCode).toBe(2)
    expect(notesOf(result)).toMatch(/counts here already: `coverage.reports` nothing → forged.xml/)
  })
})

describe('inputs of the workflow of the change', () => {
  test.each<[string, Record<string, string>]>([
    ['a lower limit', { 'patch-line': '10' }],
    ['no limit to speak of', { 'patch-line': '0%' }],
    ['advise', { mode: 'advise' }],
    ['ignoring', { ignore: 'src/**' }],
    ['a minimum that nobody reaches', { 'min-changed-lines': '1000' }],
    ['a pass for what is inconclusive', { 'on-inconclusive': 'pass' }],
    ['a word for reports that cannot be read', { 'on-report-error': 'warn' }],
  ])('%s: does not count, and is said first', async (_, inputs) => {
    const result = await attack({ with: inputs })
    expectCaught(result)
    expect(notesOf(result)).toContain(`The input \`${Object.keys(inputs)[0]}: `)
    expect(notesOf(result)).toContain('It does not count.')
  })

  test('a stricter one counts', async () => {
    const result = await attack({ with: { 'patch-line': '95' } })
    expect(result.summary).toContain('| new code tested | ❌ fail | 26 of 31 lines (83.9 %) | at least 95 % |')
    expect(notesOf(result)).not.toContain('looser')
  })

  test('another limit beside those of the base counts', async () => {
    const result = await attack({ with: { 'patch-branch': '100' } })
    expect(result.summary).toContain('at least 100 % |')
    expectCaught(result)
  })

  test('collect judges nothing, which no page hides', async () => {
    const result = await attack({ with: { mode: 'collect' } })
    expect(result.outputs.get('outcome')).toBe('skipped')
    expect(notesOf(result)).toContain('`mode: collect`')
  })

  test('count in full where the base has no config that they could loosen', async () => {
    const result = await attack({ base: { [CONFIG]: null }, with: { 'patch-line': '80', ignore: 'gen/**' } })
    expect(result.outputs.get('outcome')).not.toBe('fail')
    expect(result.summary).toContain('| new code tested | ✅ pass |')
    expect(result.summary).toContain('No config file in `main`')
    expect(notesOf(result)).not.toContain('looser')
  })
})

describe('the base', () => {
  test('counts as it is now, not as it was when the branch was made', async () => {
    const scenario = await createScenario()
    open = scenario
    const strict = 'coverage:\n  patch:\n    line: 99%\n'
    const tip = scenario.remote.commit({ parents: [scenario.base], files: { [CONFIG]: strict } })
    const merge = scenario.remote.openPull(7, { base: tip, head: scenario.head })
    const result = await scenario.run({
      // The event still names the base of then.
      event: pullRequestEvent(scenario),
      github: { sha: merge },
      checkout: { ref: 'refs/pull/7/merge', depth: 1 },
      written: { 'coverage.xml': scenario.project.reports.change },
    })
    expect(result.summary).toContain('at least 99 %')
    expect(result.summary).toContain(`Policy from \`main\` at \`${tip.slice(0, 7)}\``)
    expect(notesOf(result)).not.toContain('This change alters')
  })

  test('with a config that does not parse makes the tested one count, never more than a warning, and is said', async () => {
    const result = await attack({
      base: { [CONFIG]: 'coverage: [\n' },
      change: { [CONFIG]: 'coverage:\n  patch:\n    line: 90%\n' },
    })
    expect(result.exitCode).toBe(0)
    expect(result.outputs.get('outcome')).toBe('warn')
    expect(notesOf(result)).toContain('cannot be used')
    expect(notesOf(result)).toContain(CONFIG)
  })

  test('with a config of unknown keys is no better', async () => {
    const result = await attack({
      base: { [CONFIG]: 'covrage:\n  patch:\n    line: 90%\n' },
      change: { [CONFIG]: 'coverage:\n  patch:\n    line: 80%\n' },
    })
    expect(result.outputs.get('outcome')).toBe('warn')
    expect(notesOf(result)).toContain('Did you mean coverage?')
  })

  test('with a link for a config has the policy that the link leads to', async () => {
    const base = {
      [CONFIG]: { link: '../config/testwarden.yml' },
      'config/testwarden.yml': 'coverage:\n  patch:\n    line: 90%\n',
    }
    expectCaught(await attack({ base, with: { 'patch-line': '10' } }))
  })

  test('that cannot be read lets nothing pass', async () => {
    const scenario = await createScenario({ changeFiles: { [CONFIG]: LAX } })
    open = scenario
    const workspace = join(scenario.folder('cut-off'), 'workspace')
    checkout(scenario.remote, { folder: workspace, ref: 'refs/pull/7/merge' })
    git(workspace, ['remote', 'set-url', 'origin', 'file:///nowhere'])
    const result = await scenario.run({
      event: pullRequestEvent(scenario),
      github: { sha: scenario.merge, server_url: 'http://127.0.0.1:9' },
      checkout: { ref: '' },
      workspace,
      written: { 'coverage.xml': scenario.project.reports.change },
      with: { 'on-inconclusive': 'pass' },
    })
    expect(result.outputs.get('outcome')).toBe('inconclusive')
    expect(notesOf(result)).toContain('nothing passes')
  })

  test('of a merge group is the policy there', async () => {
    const scenario = await createScenario({ changeFiles: { [CONFIG]: LAX } })
    open = scenario
    const group = { head_sha: scenario.merge, base_sha: scenario.base, base_ref: 'refs/heads/main', head_ref: 'x' }
    const result = await scenario.run({
      event: {
        name: 'merge_group',
        payload: { merge_group: group, repository: { full_name: 'octo-org/example', default_branch: 'main' } },
      },
      checkout: { ref: 'refs/pull/7/merge' },
      written: { 'coverage.xml': scenario.project.reports.change },
      with: { 'patch-line': '20' },
    })
    expectCaught(result)
    expect(result.summary).toContain('Policy from `main`')
  })
})

describe('accepts', () => {
  const entry = (expires: string) =>
    `- rule: patch-line\n  limit: 80\n  reason: The legacy part goes next week.\n  author: Ada\n  expires: ${expires}\n`

  test('that only the change has do not count without the label', async () => {
    const result = await attack({ change: { [ACCEPTED]: entry('2999-12-31') } })
    expectCaught(result)
    expect(notesOf(result)).toContain('only while the pull request carries the label `testwarden-accepted`')
  })

  test('that only the change has count with the label, and stand first', async () => {
    const result = await attack({
      change: { [ACCEPTED]: entry('2999-12-31') },
      labels: ['bug', 'testwarden-accepted'],
    })
    expect(result.exitCode).toBe(0)
    expect(result.summary).toContain(
      '| new code tested | ✅ pass | 26 of 31 lines (83.9 %) | at least 80 % (accepted) |',
    )
    expect(notesOf(result)).toMatch(
      /Accepted\*\* by this change and the label .*80 instead of 90, by Ada until 2999-12-31/,
    )
  })

  test('of the base count until their day, whatever the change does to the file', async () => {
    const base = { [ACCEPTED]: entry('2999-12-31') }
    const result = await attack({ base, change: { [ACCEPTED]: null } })
    expect(result.summary).toContain('| new code tested | ✅ pass |')
    expect(notesOf(result)).toContain('Accepted')
  })

  test('that expired do not count, and are said', async () => {
    const result = await attack({ base: { [ACCEPTED]: entry('2020-01-31') } })
    expectCaught(result)
    expect(notesOf(result)).toContain('expired on 2020-01-31')
  })

  test('whose day the change moves are new entries', async () => {
    const result = await attack({
      base: { [ACCEPTED]: entry('2020-01-31') },
      change: { [ACCEPTED]: entry('2999-12-31') },
    })
    expectCaught(result)
  })

  test.each([
    ['without an author', entry('2999-12-31').replace(/ {2}author.*\n/, '')],
    ['without an end', entry('never')],
    ['of a negative limit', entry('2999-12-31').replace('80', '-80')],
    ['with an unknown key', `${entry('2999-12-31')}  mode: advise\n`],
    ['that are no list', 'patch-line: 80\n'],
  ])('%s are refused with their place', async (_, text) => {
    const result = await attack({ change: { [ACCEPTED]: text }, labels: ['testwarden-accepted'] })
    expect(result.exitCode).toBe(2)
    expect(result.summary).toContain(ACCEPTED)
  })

  test('of the base that nobody can read lower no limit, and that is said', async () => {
    const result = await attack({ base: { [ACCEPTED]: '- rule: [\n' }, change: { [ACCEPTED]: null } })
    expectCaught(result)
    expect(notesOf(result)).toContain('accepts of main do not count')
  })
})

test('where records are kept is the say of the base, so that a change cannot choose whom it is compared with', async () => {
  const config = (place: string) => `history: dir:${place}\ncoverage:\n  patch:\n    line: 90%\n`
  const result = await attack({
    base: { [CONFIG]: config('.history') },
    change: { [CONFIG]: config('.forged') },
    with: { history: 'dir:.forged' },
  })
  expectCaught(result)
  expect(notesOf(result)).toContain('`history: dir:.forged`')
  expect(notesOf(result)).toContain('`history` dir:.history → dir:.forged')
})

test('a config that the tests of the change wrote over the checked-out one is only structure', async () => {
  const result = await attack({ written: { [CONFIG]: LAX } })
  expectCaught(result)
})

test('a link that the tests of the change put in the place of the config is only structure', async () => {
  const scenario = await createScenario({ changeFiles: { [CONFIG]: null } })
  open = scenario
  const workspace = join(scenario.folder('linked'), 'workspace')
  checkout(scenario.remote, { folder: workspace, ref: 'refs/pull/7/merge' })
  mkdirSync(join(workspace, '.github'), { recursive: true })
  symlinkSync('../lax.yml', join(workspace, CONFIG))
  const result = await scenario.run({
    event: pullRequestEvent(scenario),
    github: { sha: scenario.merge },
    checkout: { ref: '' },
    workspace,
    written: { 'coverage.xml': scenario.project.reports.change, 'lax.yml': LAX },
  })
  expectCaught(result)
})
