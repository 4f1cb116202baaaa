import { sharedConfig } from '@testwarden/core/action/shared-config'
import type { Field } from '@testwarden/core/config/field'
import { fileConfig } from '@testwarden/core/config/file-config'
import { suggest } from '@testwarden/core/config/suggest'
import { fieldsOf } from '@testwarden/core/config/walk-section'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { coverageFormats } from '@testwarden/formats/coverage/registry'
import { testRunFormats } from '@testwarden/formats/test-run/registry'
import type { AnyAction } from '@testwarden/platform/judge-gates'
import { GATES } from '@testwarden/suite/gates'
import type { Option } from './command.js'

/** The named gates, or all. @throws ConfigurationError for a word that is no gate */
export function chooseGates(words: readonly string[]): readonly AnyAction[] {
  if (words.length === 0) return GATES
  return words.map((word) => {
    const found = GATES.find(({ gate, id }) => gate === word || id === word)
    if (found === undefined) throw unknownGate(word)
    return found
  })
}

function unknownGate(word: string): ConfigurationError {
  const names = GATES.map(({ gate }) => gate)
  const near = suggest(word, names)
  return new ConfigurationError(`There is no gate ${word}.`, {
    remedy: near === null ? `Gates: ${names.join(', ')}.` : `Did you mean ${near}?`,
  })
}

/** The inputs of the actions as options of the same names. */
export function gateOptions(): Option[] {
  const fields = [fileConfig, sharedConfig, ...GATES.map(({ config }) => config)].flatMap((section) => [
    ...fieldsOf(section),
  ])
  const options = fields.flatMap(({ field }): Option[] =>
    field.input === null ? [] : [{ name: field.input, takes: 'value', description: describe(field.input, field) }],
  )
  return [...new Map(options.map((option) => [option.name, option])).values()]
}

function describe(input: string, { description, fallback, fallbackText }: Field<unknown>): string {
  const ids =
    input === 'format' ? ` Formats of coverage: ${idsOf(coverageFormats)}; of tests: ${idsOf(testRunFormats)}.` : ''
  const repeated = Array.isArray(fallback) ? ' May be repeated.' : ''
  const assumed = fallbackText === '' ? '' : ` Assumed: ${fallbackText.replaceAll('\n', ', ')}.`
  return `${description}${ids}${repeated}${assumed}`
}

function idsOf(formats: readonly { readonly id: string }[]): string {
  return formats.map(({ id }) => id).join(', ')
}
