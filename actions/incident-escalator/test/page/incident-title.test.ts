import { describe, expect, it } from '@jest/globals'
import { keyOfParts } from '@testwarden/core/model/test-key'
import { createRedactor } from '@testwarden/core/render/redact'
import { incidentId } from '../../src/page/incident-id.js'
import { incidentTitle } from '../../src/page/incident-title.js'
import { blindStory, incidentOf, OPENED, redact, storyOf, testOf, troubleOf } from './kit.js'

describe('the id of an incident', () => {
  it('says what it is and when it was opened', () => {
    expect(incidentId({ severity: 'critical', openedAt: OPENED })).toBe('EMRG-20261122-103500')
    expect(incidentId({ severity: 'high', openedAt: '2026-01-02T03:04:05Z' })).toBe('INC-20260102-030405')
  })
})

describe('the title of an incident', () => {
  it('names a test that fails, and where', () => {
    expect(incidentTitle(storyOf(), redact)).toBe('[critical] test_login and other tests fail (ci on main)')
    const trouble = troubleOf({ testCount: 1 })
    expect(incidentTitle(storyOf({ trouble }), redact)).toBe('[critical] test_login fails (ci on main)')
  })

  it('is that of the trouble where no test is to blame, and of the workflow where nothing is known', () => {
    const trouble = troubleOf({ because: { kind: 'gate', gate: 'coverage', rule: 'x' }, title: 'Coverage fell' })
    expect(incidentTitle(storyOf({ trouble }), redact)).toBe('[critical] Coverage fell (ci on main)')
    expect(incidentTitle(blindStory(), redact)).toBe('[critical] ci fails on main')
  })

  it('changes nothing but the severity of one that stands there', () => {
    const story = blindStory({ incident: incidentOf({ severity: 'high' }) })
    expect(incidentTitle(story, redact, '[low] Our login is broken')).toBe('[high] Our login is broken')
    expect(incidentTitle(story, redact, 'Our login')).toBe('[high] Our login')
    expect(incidentTitle(storyOf(), redact, '[low] ')).toBe('[critical] test_login and other tests fail (ci on main)')
  })

  it('is one short line without secrets, whatever the test is called', () => {
    const hostile = testOf({ key: keyOfParts(['a', `x\n\u202eACME-1 ${'y'.repeat(500)}`]) })
    const trouble = troubleOf({ tests: [hostile] })
    const story = storyOf({ trouble, workflow: 'w'.repeat(300), branch: 'b'.repeat(300) })
    const title = incidentTitle(story, createRedactor(['ACME-*']))
    expect(title.length).toBeLessThanOrEqual(200)
    expect(title).toMatch(/^\[critical\] x \\u\{202e\}\[redacted\] y+… and other tests fail \(w+… on b+…\)$/)
    expect(incidentTitle(story, redact, 'z'.repeat(500)).length).toBeLessThanOrEqual(200)
  })
})
