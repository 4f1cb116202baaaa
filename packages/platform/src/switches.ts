import { ConfigurationError } from '@testwarden/core/model/errors'
import type { ActionHost } from './action-host.js'

const SWITCHES: readonly string[] = ['annotations', 'dry-run']

/** @throws ConfigurationError for a switch that is neither on nor off: a typo must not decide what is written */
export function checkSwitches(host: Pick<ActionHost, 'input'>): void {
  for (const name of SWITCHES) {
    const given = host.input(name)
    if (given !== '' && given !== 'true' && given !== 'false')
      throw new ConfigurationError(`The input ${name} is ${JSON.stringify(given.slice(0, 80))}, which is not valid.`, {
        remedy: 'Write true or false.',
      })
  }
}

/** Anything but a plain no: when in doubt nothing is written. */
export function isDryRun(host: Pick<ActionHost, 'input'>): boolean {
  const given = host.input('dry-run')
  return given !== '' && given !== 'false'
}

/** Beside the lines, whoever shows them there: the step or the check run. */
export function wantsAnnotations(host: Pick<ActionHost, 'input'>): boolean {
  return host.input('annotations') !== 'false'
}
