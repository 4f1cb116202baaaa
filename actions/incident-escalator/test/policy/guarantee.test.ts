import { expect, test } from '@jest/globals'
import { guaranteeOf } from '../../src/policy/guarantee.js'
import { levelOf, policyOf } from './kit.js'

const dev = levelOf('developer', { involved: ['author'] })
const lead = levelOf('lead', { targets: ['pager'], severities: ['critical', 'high'] })

test('a sweep promises nothing under an hour, and says which timers are no more than an aim', () => {
  const policy = policyOf({ levels: [dev, lead] })
  expect(guaranteeOf(policy, 'schedule')).toBe(
    'The levels developer and lead are told only by runs of this action, and GitHub starts scheduled ones hours late and some nights not at all. Nothing under an hour is promised, so 15m for critical is an aim. Hand such levels over to a paging service to have it kept.',
  )
  expect(guaranteeOf(policy, 'runs')).toContain(
    'are told only when some workflow runs next, as no schedule looks after it. No time is',
  )
})

test('a paging service keeps the minutes of its levels', () => {
  const policy = policyOf({ levels: [dev, lead], handOver: ['pager'] })
  expect(guaranteeOf(policy, 'schedule')).toBe(
    'pager is told as soon as an incident opens and keeps the minutes of the level lead by a policy there. The level developer is told only by runs of this action, and GitHub starts scheduled ones hours late and some nights not at all. Nothing under an hour is promised.',
  )
  expect(guaranteeOf(policyOf({ levels: [lead], handOver: ['pager'] }), 'runs')).toBe(
    'pager is told as soon as an incident opens and keeps the minutes of the level lead by a policy there.',
  )
})
