import { sharedConfig } from '@testwarden/core/action/shared-config'
import { fileConfig } from '@testwarden/core/config/file-config'
import { suggest } from '@testwarden/core/config/suggest'
import { fieldsOf } from '@testwarden/core/config/walk-section'
import { ConfigurationError } from '@testwarden/core/model/errors'
import type { ActionHost } from './action-host.js'
import type { AnyAction, GatesTask } from './judge-gates.js'

/** What one step runs: one gate that was asked for by name, or all of which some may have no input. */
export interface Suite {
  /** `coverage-gate`, `gates`: the key of its comment and the name that its run goes by. */
  readonly id: string
  readonly definitions: readonly AnyAction[]
  readonly withoutInput: GatesTask['withoutInput']
  /** Inputs that reach the settings; everything else comes from the config file. */
  readonly settingInputs: readonly string[]
}

export function soleGate(definition: AnyAction): Suite {
  const fields = [definition.config, sharedConfig, fileConfig].flatMap((section) => [...fieldsOf(section)])
  const settingInputs = fields.map(({ field }) => field.input).filter((name) => name !== null)
  return { id: definition.id, definitions: [definition], withoutInput: 'is-an-error', settingInputs }
}

/** Every gate in one step. Settings of a gate come from the config file, so that one step stays one step to configure. */
export function allGates(definitions: readonly AnyAction[]): Suite {
  const settingInputs = [...fieldsOf(fileConfig)].map(({ field }) => field.input).filter((name) => name !== null)
  return { id: 'gates', definitions, withoutInput: 'is-left-out', settingInputs }
}

/**
 * The gates that the inputs `only` and `skip` leave of a suite. Those that `only` names run whatever their settings say.
 * @throws ConfigurationError for a word that is no gate, and when none is left
 */
export function chosenGates({ definitions }: Suite, host: Pick<ActionHost, 'input'>): readonly AnyAction[] {
  const only = namedGates(host.input('only'), definitions)
  const skip = namedGates(host.input('skip'), definitions)
  const chosen = definitions.filter(({ gate }) => (only.size === 0 || only.has(gate)) && !skip.has(gate))
  if (chosen.length > 0) return only.size === 0 ? chosen : chosen.map(askedFor)
  throw new ConfigurationError('The inputs `only` and `skip` leave no gate.', {
    remedy: `Gates: ${definitions.map(({ gate }) => gate).join(', ')}.`,
  })
}

function askedFor({ isWanted: _isWanted, ...definition }: AnyAction): AnyAction {
  return definition
}

function namedGates(text: string, definitions: readonly AnyAction[]): ReadonlySet<string> {
  const known = definitions.map(({ gate }) => gate)
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  for (const word of words) if (!known.includes(word)) throw unknownGate(word, known)
  return new Set(words)
}

function unknownGate(word: string, known: readonly string[]): ConfigurationError {
  const near = suggest(word, known)
  return new ConfigurationError(`There is no gate ${JSON.stringify(word)}.`, {
    remedy: near === null ? `Gates: ${known.join(', ')}.` : `Did you mean ${near}?`,
  })
}
