import type { LimitOrigin } from '../model/verdict.js'

/**
 * One setting: what it means, what it is when nobody wrote it, and how a raw value becomes a typed one. Defaults live
 * here and nowhere else; the JSON Schema, the action's inputs, the command line and the README tables are made of it.
 */
export interface Field<Value> {
  readonly type: 'field'
  /** One or two sentences of Markdown for the tables. */
  readonly description: string
  /** Used when no layer has a value. A limit among them only advises. */
  readonly fallback: Value
  /** How the fallback reads in a table or an `action.yml`; empty when it is "nothing". */
  readonly fallbackText: string
  /** Name of the action's input and of the command-line option; null when only the config file has it. */
  readonly input: string | null
  /** On a pull request policy comes from the base branch, structure from the tested commit; see {@link Field.join}. */
  readonly role: FieldRole
  /** Which of two limits binds harder; null where that has no meaning. */
  readonly stricter: 'higher' | 'lower' | null
  readonly jsonSchema: Readonly<Record<string, unknown>>
  /**
   * What counts on a change that asks for `wanted` where the base branch has `base`: a value at least as strict as the
   * base's. A limit that nobody wrote only advises, so anything may take its place. Absent: nothing can be compared, so
   * the base's value counts.
   */
  tighten?(base: Setting<Value>, wanted: Value): Value
  /**
   * For the role `both`, whose value holds structure and policy: what counts on a change, made of the structure that the
   * tested tree has and of the policy that the base branch has.
   */
  join?(tested: Setting<Value>, base: Setting<Value>): Value
  /** How a value that is neither text nor number reads in a sentence. */
  toText?(value: Value): string
  /** `raw` is a YAML value or, from an input, always a string. */
  parse(raw: unknown): Parsed<Value>
}

export type FieldRole = 'policy' | 'structure' | 'both'

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly expected: string; readonly fault?: InnerFault }

/** What is wrong inside a value that is a mapping itself, so that a message can name the very key. */
export interface InnerFault {
  /** Keys below the setting. */
  readonly path: readonly string[]
  readonly message: string
  readonly remedy: string
}

/** A named group of settings, as deep as the file has it. */
export interface Section {
  readonly [name: string]: Field<unknown> | Section
}

/** Where a value came from; {@link limitOrigin} makes of it whether a limit binds. */
export type SettingOrigin =
  | { readonly kind: 'assumed' }
  | {
      readonly kind: 'file'
      readonly path: string
      readonly line: number | null
      /** The commit of the base branch that has the file; null: the file of the tested tree. */
      readonly at: string | null
    }
  | { readonly kind: 'input'; readonly name: string }

export interface Setting<Value> {
  readonly value: Value
  readonly origin: SettingOrigin
}

/** The resolved values of a section, leaf by leaf with their origin. */
export type Settings<S> = {
  readonly [Name in keyof S]: S[Name] extends Field<infer Value> ? Setting<Value> : Settings<S[Name]>
}

export function isField(node: Field<unknown> | Section): node is Field<unknown> {
  return node.type === 'field'
}

/** `none` when there is no limit at all. */
export function limitOrigin(setting: Setting<unknown>): LimitOrigin {
  if (setting.value === null) return 'none'
  return setting.origin.kind === 'assumed' ? 'assumed' : 'written'
}
