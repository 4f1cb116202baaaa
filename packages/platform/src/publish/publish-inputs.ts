import { ARTIFACT_PREFIX } from '@testwarden/core/action/publish-inputs'
import type { Expectation } from '@testwarden/core/evidence-fold/missing-legs'
import { ConfigurationError } from '@testwarden/core/model/errors'
import type { ActionHost } from '../action-host.js'

const LEGS_MAX = 1000

/** @throws ConfigurationError for one so short that every artifact would be taken for evidence */
export function readPrefix(host: Pick<ActionHost, 'input'>): string {
  const given = host.input('artifact-prefix') || ARTIFACT_PREFIX
  if (given.length >= 3) return given
  throw new ConfigurationError(`The input artifact-prefix is ${JSON.stringify(given)}, which is too short.`, {
    remedy: 'Write at least three characters, with which only evidence artifacts begin.',
  })
}

/** What the user says that there should be: a number, or one name per line. null: nothing, so GitHub's jobs tell. */
export function readExpectedLegs(host: Pick<ActionHost, 'input'>): Exclude<Expectation, { kind: 'jobs' }> | null {
  const given = host.input('expected-legs').trim()
  if (given === '') return null
  if (/^\d{1,4}$/.test(given) && Number(given) > 0 && Number(given) <= LEGS_MAX)
    return { kind: 'count', count: Number(given) }
  const names = given.split('\n').map((line) => line.trim())
  if (/^[-+.\d]+$/.test(given) || names.length > LEGS_MAX)
    throw new ConfigurationError(`The input expected-legs is ${JSON.stringify(given.slice(0, 80))}.`, {
      remedy: `Write how many legs there are, from 1 to ${LEGS_MAX}, or their names as GitHub shows them, one per line.`,
    })
  return { kind: 'names', names: names.filter((name) => name !== '') }
}
