import { expect, test } from '@jest/globals'
import * as v from 'valibot'
import { bindSchema } from '../../src/files/bind-schema.js'

interface Model {
  readonly name: string
  readonly tags: readonly string[]
  readonly note?: string
}

const name = v.string()
const tags = v.array(v.string())
const note = v.exactOptional(v.string())

test('a schema that says what the model says is handed on', () => {
  const schema = v.object({ name, tags, note })
  expect(bindSchema<Model>()(schema)).toBe(schema)
})

test('a schema that says anything else does not compile', () => {
  // @ts-expect-error a field is missing
  bindSchema<Model>()(v.object({ name, note }))
  // @ts-expect-error an optional field is missing
  bindSchema<Model>()(v.object({ name, tags }))
  // @ts-expect-error a field too many
  bindSchema<Model>()(v.object({ name, tags, note, age: v.number() }))
  // @ts-expect-error another type
  bindSchema<Model>()(v.object({ name: v.number(), tags, note }))
  // @ts-expect-error narrower than the model
  bindSchema<Model>()(v.object({ name: v.literal('x'), tags, note }))
  expect(bindSchema).toHaveLength(0)
})
