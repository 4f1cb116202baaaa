import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Issue } from '../../../packages/testkit/src/fake-github/repository.js'
import type { FinishedRun } from '../../../packages/testkit/src/runner/workflow/results.js'
import { type DefaultBranch, openDefaultBranch } from '../support/default-branch.js'
import { issuesOf } from '../support/issues-of.js'
import type { Outcomes } from '../support/test-report.js'
import { addComment, mergeGroup, pullRequest, push } from './support/events.js'
import { recipeConfig } from './support/recipe.js'
import { leaving, STEADY } from './support/tested-invoice.js'
import { commentsOf, jobsOf, stepOf } from './support/what-users-see.js'
import { createWorld, type World } from './support/world.js'

const SECURITY = 'tests/test_login.py::test_login_security'
const INTEGRATION = 'tests/integration/test_rates.py::test_rates_are_fetched'
const GREEN: Outcomes = { [STEADY]: 'P', [SECURITY]: 'P', [INTEGRATION]: 'P' }
const BROKEN: Outcomes = { ...GREEN, [INTEGRATION]: 'F' }
const ON_FIRE: Outcomes = { ...GREEN, [SECURITY]: 'F' }

let world: World
let main: DefaultBranch

beforeEach(async () => {
  world = await createWorld({ recipe: 'incidents', config: recipeConfig('incidents') })
  for (const login of ['ada', 'grace']) world.repository.collaborators.set(login, 'write')
  main = openDefaultBranch(world, 'grace')
})

afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

/** A commit of grace on `main`, and what its tests come to. */
function pushed(outcomes: Outcomes): Promise<readonly FinishedRun[]> {
  const sha = main.commit()
  world.setTests(() => leaving('', outcomes))
  return world.raise(push(sha))
}

function said(login: string, body: string): Promise<readonly FinishedRun[]> {
  return world.raise(addComment(world, { issue: incident().number, login, body }))
}

function incidents(): readonly Issue[] {
  return issuesOf(world.repository)
}

function incident(): Issue {
  const [only, ...others] = incidents()
  if (only === undefined || others.length > 0) throw new Error(`${incidents().length} issues`)
  return only
}

describe('what breaks on main', () => {
  test('is an issue from the second bad push on, is taken by a comment, and ends with the second green one', async () => {
    expect(jobsOf(await pushed(BROKEN))).toMatchObject({ test: 'failure', incidents: 'success', sweep: 'success' })
    expect(incidents()).toEqual([])
    await pushed(BROKEN)
    expect(incident()).toMatchObject({
      state: 'open',
      labels: ['testwarden', 'incident', 'high'],
      assignees: ['grace'],
    })

    const runs = await said('ada', '/ack')
    expect(jobsOf(runs)).toEqual({ sweep: 'success' })
    expect(incident().labels).toContain('acknowledged')
    expect(commentsOf(world).join('\n')).toContain('cknowledged by `ada`')

    await pushed(GREEN)
    expect(incident().state).toBe('open')
    await pushed(GREEN)
    expect(incident()).toMatchObject({ state: 'closed', stateReason: 'completed' })
    expect(commentsOf(world).at(-1)).toContain('it is green again')
  })

  test('is not ended by somebody without write access', async () => {
    await pushed(ON_FIRE)
    const runs = await said('mallory', '/resolve')
    expect(incident().state).toBe('open')
    expect(stepOf(runs, 'sweep', 'testwarden').summary).toContain('no write access')
  })
})

describe('while a critical incident is open', () => {
  test('nothing is merged but its fix, and merging goes on by itself when it is over', async () => {
    await world.raise(pullRequest(world))
    const runs = await pushed(ON_FIRE)
    expect(incident().labels).toContain('critical')
    expect(stepOf(runs, 'incidents', 'publish').summary).toContain(
      'The job `freeze` of 1 open pull request runs again and asks anew.',
    )

    expect(jobsOf(await world.raise(pullRequest(world)))).toMatchObject({ freeze: 'failure' })
    expect(jobsOf(await world.raise(mergeGroup(world)))).toMatchObject({ freeze: 'failure' })
    const pull = world.repository.issues.get(7)
    if (pull !== undefined) world.repository.issues.set(7, { ...pull, labels: ['incident-fix'] })
    expect(jobsOf(await world.raise(pullRequest(world)))).toMatchObject({ freeze: 'success' })
    if (pull !== undefined) world.repository.issues.set(7, pull)

    await said('ada', '/resolve')
    expect(incident().state).toBe('closed')
    expect(jobsOf(await world.raise(pullRequest(world)))).toMatchObject({ freeze: 'success' })
  })
})
