import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import * as v from 'valibot'
import { changePointsSchema, encodeChangePoints } from '../../src/files/changepoints-file.js'
import { comparisonSchema, encodeComparison } from '../../src/files/compare-file.js'
import { encodeEvidenceFile } from '../../src/files/encode-evidence.js'
import { encodeInspection } from '../../src/files/encode-inspection.js'
import { encodeSettings } from '../../src/files/encode-settings.js'
import { encodeVerdictFile } from '../../src/files/encode-verdict.js'
import { evidenceFileSchema } from '../../src/files/evidence-file.js'
import { inspectionSchema } from '../../src/files/inspect-file.js'
import { recordSchema } from '../../src/files/record-file.js'
import { settingsSchema } from '../../src/files/settings-file.js'
import { verdictFileSchema } from '../../src/files/verdict-file.js'
import { CHANGE_POINTS, COMPARISON, EVIDENCE, INSPECTION, RECORD, SETTINGS, VERDICT } from './samples.js'

const PUBLISHED = [
  { name: 'verdict', text: encodeVerdictFile(VERDICT), schema: verdictFileSchema },
  { name: 'evidence', text: encodeEvidenceFile(EVIDENCE, 100_000), schema: evidenceFileSchema },
  { name: 'inspect', text: encodeInspection(INSPECTION), schema: inspectionSchema },
  { name: 'changepoints', text: encodeChangePoints(CHANGE_POINTS.changePoints), schema: changePointsSchema },
  { name: 'compare', text: encodeComparison(COMPARISON), schema: comparisonSchema },
  { name: 'settings', text: encodeSettings(SETTINGS), schema: settingsSchema },
  { name: 'record', text: JSON.stringify(RECORD), schema: recordSchema },
]

/** No list among them: JSON Schema tells it from an object whose fields are all optional, our reader need not. */
const REPLACEMENTS = [null, true, -1, 1.5, 2 ** 60, '', 'x', {}]

describe.each(PUBLISHED)('schema/$name.v1.schema.json', ({ name, text, schema }) => {
  const validate = compile(name)

  test('accepts what we write', () => {
    expect({ isValid: validate(JSON.parse(text)), errors: validate.errors }).toEqual({ isValid: true, errors: null })
  })

  test('accepts fields that a later version adds', () => {
    expect(validate({ ...JSON.parse(text), added: 1 })).toBe(true)
  })

  test('refuses another version', () => {
    expect(validate({ ...JSON.parse(text), schema: `testwarden.${name}/2` })).toBe(false)
  })

  test('agrees with our own reader on every text with one wrong place', () => {
    const places = placesOf(JSON.parse(text), [])
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...REPLACEMENTS, undefined), (place, replacement) => {
        const changed = replaceAt(JSON.parse(text), place, replacement)
        expect({ changed, isValid: validate(changed) }).toEqual({ changed, isValid: v.is(schema, changed) })
      }),
      { numRuns: 1000 },
    )
  })
})

function compile(name: string): ValidateFunction {
  const file = join(import.meta.dirname, '../../../../schema', `${name}.v1.schema.json`)
  return new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(file, 'utf8')))
}

type Place = readonly (string | number)[]

function placesOf(value: unknown, at: Place): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return keys.flatMap((key) => [[...at, key], ...placesOf((value as Record<string, unknown>)[key], [...at, key])])
}

/** `undefined` takes the field away; in a list it leaves the list alone, because a shorter one is no fault. */
function replaceAt(root: unknown, place: Place, replacement: unknown): unknown {
  const parent = place.slice(0, -1).reduce((node, key) => (node as Record<string, unknown>)[key], root)
  const key = place.at(-1)
  if (key === undefined) return root
  const target = parent as Record<string | number, unknown>
  if (replacement !== undefined) target[key] = replacement
  else if (!Array.isArray(parent)) delete target[key]
  return root
}
