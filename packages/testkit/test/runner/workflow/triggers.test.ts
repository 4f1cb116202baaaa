import { describe, expect, test } from '@jest/globals'
import { startsOn } from '../../../src/runner/workflow/triggers.js'
import type { Workflow } from '../../../src/runner/workflow/workflow.js'
import type { WorkflowEvent } from '../../../src/runner/workflow/workflow-event.js'

function workflow(on: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Workflow {
  return { path: 'ci.yml', name: 'CI', on: new Map(Object.entries(on)), permissions: null, env: {}, jobs: [] }
}

function event(name: string, payload: Readonly<Record<string, unknown>>): WorkflowEvent {
  return { name, payload, sha: '0'.repeat(40), ref: 'refs/heads/main', isRestricted: false }
}

const SYNCHRONIZE = { action: 'synchronize', pull_request: { base: { ref: 'main' } } }

describe('startsOn', () => {
  test('asks for the name of the event', () => {
    expect(startsOn(workflow({ push: {} }), event('push', { ref: 'refs/heads/x' }))).toBe(true)
    expect(startsOn(workflow({ push: {} }), event('pull_request', SYNCHRONIZE))).toBe(false)
  })

  test('knows which types of a pull request count where none is named', () => {
    expect(startsOn(workflow({ pull_request: {} }), event('pull_request', SYNCHRONIZE))).toBe(true)
    const labeled = event('pull_request', { ...SYNCHRONIZE, action: 'labeled' })
    expect(startsOn(workflow({ pull_request: {} }), labeled)).toBe(false)
    expect(startsOn(workflow({ pull_request: { types: ['labeled'] } }), labeled)).toBe(true)
  })

  test('compares the branch that is pushed, the base of a change, the base of a group', () => {
    const onMain = { branches: ['main'] }
    expect(startsOn(workflow({ push: onMain }), event('push', { ref: 'refs/heads/main' }))).toBe(true)
    expect(startsOn(workflow({ push: onMain }), event('push', { ref: 'refs/heads/gh-readonly-queue/main/x' }))).toBe(
      false,
    )
    expect(startsOn(workflow({ pull_request: onMain }), event('pull_request', SYNCHRONIZE))).toBe(true)
    const group = event('merge_group', { action: 'checks_requested', merge_group: { base_ref: 'refs/heads/next' } })
    expect(startsOn(workflow({ merge_group: onMain }), group)).toBe(false)
  })

  test('asks which workflow has ended', () => {
    const ended = event('workflow_run', { action: 'completed', workflow_run: { name: 'CI', head_branch: 'x' } })
    expect(startsOn(workflow({ workflow_run: { workflows: ['CI'], types: ['completed'] } }), ended)).toBe(true)
    expect(startsOn(workflow({ workflow_run: { workflows: ['Other'] } }), ended)).toBe(false)
    expect(startsOn(workflow({ workflow_run: { workflows: ['CI'], types: ['requested'] } }), ended)).toBe(false)
  })

  test('refuses a filter or a pattern that it would pass over', () => {
    expect(() => startsOn(workflow({ push: { paths: ['src/**'] } }), event('push', {}))).toThrow("'paths'")
    expect(() => startsOn(workflow({ push: { branches: ['release/**'] } }), event('push', {}))).toThrow('patterns')
  })
})
