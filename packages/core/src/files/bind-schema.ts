import type * as v from 'valibot'

/**
 * Ties a schema to a type of the model: it compiles only when each of the two is assignable to the other, so neither
 * can change alone. Adds nothing.
 */
export function bindSchema<Model>() {
  return <Schema extends v.GenericSchema<unknown, Model>>(
    schema: Schema & Covers<Model, v.InferOutput<Schema>>,
  ): v.GenericSchema<unknown, Model> => schema
}

type Covers<Model, Output> = [Model] extends [DeepReadonly<Output>] ? unknown : { readonly lacks: Model }

type DeepReadonly<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
    : Value
