import type * as v from 'valibot'

/**
 * Ties a schema to a type of the model: it compiles only when each of the two is assignable to the other, optional
 * fields included, so neither can change alone. Adds nothing.
 */
export function bindSchema<Model>() {
  return <Schema extends v.GenericSchema<unknown, Model>>(
    schema: Schema & Covers<Model, v.InferOutput<Schema>>,
  ): v.GenericSchema<unknown, Model> => schema
}

type Covers<Model, Output> = [Whole<Model>] extends [Whole<Output>]
  ? [Whole<Output>] extends [Whole<Model>]
    ? unknown
    : { readonly lacks: Model }
  : { readonly lacks: Model }

/** Every field required and read-only, at every depth: what is left to compare are names and types. */
type Whole<Value> = Value extends readonly (infer Item)[]
  ? readonly Whole<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]-?: Whole<Value[Key]> }
    : Value
