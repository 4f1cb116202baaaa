import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createScenario, type Job, pullRequestEvent, pushEvent, type Scenario } from './support/scenario.js'

let scenario: Scenario

beforeEach(async () => {
  scenario = await createScenario()
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

function job(more: Partial<Job> = {}): Job {
  return {
    action: 'gates',
    event: pullRequestEvent(scenario),
    github: { sha: scenario.merge },
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    written: { 'coverage.xml': scenario.project.reports.change },
    ...more,
  }
}

describe('the root action', () => {
  test('runs every gate that has input, with its outputs and its exit code', async () => {
    const result = await scenario.run(job())
    expect(result.exitCode).toBe(1)
    expect(result.outputs.get('outcome')).toBe('fail')
    expect(result.outputs.get('patch-line-rate')).toBe('83.87')
    expect(result.summary).toContain('| new code tested | ❌ fail | 26 of 31 lines (83.9 %) | at least 90 % | – |')
    const verdict = JSON.parse(readFileSync(result.outputs.get('verdict-path') ?? '', 'utf8'))
    expect(verdict.gates.map(({ gate }: { gate: string }) => gate)).toEqual(['coverage'])
  })

  test('leaves out what is skipped, and says when nothing is left', async () => {
    const others = await scenario.run(job({ with: { skip: 'coverage' } }))
    expect(others.summary).toContain('Tests: no report was found.')
    expect(others.summary).not.toContain('Coverage')
    const result = await scenario.run(job({ with: { skip: 'coverage, flaky, perf, incidents' } }))
    expect(result.exitCode).toBe(2)
    expect(result.summary).toContain('leave no gate')
    const typo = await scenario.run(job({ with: { only: 'coverge' } }))
    expect(typo.summary).toContain('Did you mean coverage?')
  })

  test('takes the mode of a gate from the config file', async () => {
    await scenario.close()
    scenario = await createScenario({
      baseFiles: { '.github/testwarden.yml': 'coverage:\n  mode: advise\n  patch:\n    line: 90%\n' },
    })
    const result = await scenario.run(job())
    expect(result.exitCode).toBe(0)
    expect(result.outputs.get('outcome')).toBe('warn')
  })

  test('without any report anywhere says how to write one', async () => {
    const result = await scenario.run(job({ written: {} }))
    expect(result.exitCode).toBe(2)
    expect(result.summary).toMatch(/no report was found/)
  })

  test('a gate whose reports are no longer written is inconclusive, not skipped', async () => {
    const history = { history: 'dir:.testwarden/history' }
    const push = await scenario.run({
      action: 'gates',
      event: pushEvent(scenario.base),
      checkout: { ref: 'refs/heads/main', depth: 1 },
      written: { 'coverage.xml': scenario.project.reports.base },
      with: history,
    })
    const folder = join(push.workspace, '.testwarden/history')
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const carried = Object.fromEntries(
      entries.map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(push.workspace.length + 1), readFileSync(path, 'utf8')]
      }),
    )
    const result = await scenario.run(job({ written: carried, with: history }))
    expect(result.outputs.get('outcome')).toBe('inconclusive')
    expect(result.exitCode).toBe(0)
    expect(result.summary).toContain(`the record of \`${scenario.base.slice(0, 10)}\` on the base branch`)
  })
})
