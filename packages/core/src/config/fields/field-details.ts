import type { Field } from '../field.js'

/** What the author of a setting says about it; the field's maker adds the rest. */
export interface FieldDetails<Value> {
  readonly description: string
  readonly fallback: Value
  readonly input: string | null
  readonly role: Field<unknown>['role']
}

/** A limit also says which direction binds harder. */
export interface LimitDetails extends FieldDetails<string | null> {
  readonly stricter: 'higher' | 'lower'
}
