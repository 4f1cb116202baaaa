import { canonicalJson } from '../model/record-key.js'
import type { Field, Section, Setting, SettingOrigin } from './field.js'
import type { Layer } from './layer.js'
import { type Resolution, type ResolvedField, resolveEach, resolveField, settingText } from './resolve-settings.js'
import type { NamedField } from './walk-section.js'

/** The sources of a change's settings. */
export interface ChangeLayers {
  readonly inputs: Layer
  /** The config file of the tested tree; null without one. */
  readonly tested: Layer | null
  /** The config file of the base branch; null: it has none, so no limit is written that an input could loosen. */
  readonly base: Layer | null
}

/** An input that asked for less than the base branch does, wholly or in part, or for something else. */
export interface LooserInput {
  readonly path: readonly string[]
  readonly input: string
  /** What was asked for, what the base has, and what counts, for people. */
  readonly wanted: string
  readonly base: string
  readonly effective: string
  readonly baseOrigin: SettingOrigin
  /** false: of two values of this setting none is stricter. */
  readonly isComparable: boolean
}

export interface ChangeResolution<S extends Section> {
  readonly resolution: Resolution<S>
  readonly looser: readonly LooserInput[]
}

/**
 * The effective settings of a change: structure as the tested tree has it, policy as the base branch has it; a field
 * that is both joins them. An input counts for a policy only where it is stricter.
 */
export function resolveChange<S extends Section>(section: S, layers: ChangeLayers): ChangeResolution<S> {
  const looser: LooserInput[] = []
  const resolution = resolveEach(section, (named) => {
    if (named.field.role === 'structure') return resolveField(named, [layers.inputs, ...listOf(layers.tested)])
    if (named.field.join !== undefined) return resolveJoined(named, layers, named.field.join)
    if (layers.base === null) return resolveField(named, [layers.inputs])
    return resolvePolicy(named, { inputs: layers.inputs, base: layers.base, looser })
  })
  return { resolution, looser }
}

/** Where the base has no config, nobody wrote a limit there. */
function resolveJoined(
  named: NamedField,
  layers: ChangeLayers,
  join: NonNullable<Field<unknown>['join']>,
): ResolvedField {
  const tested = resolveField(named, [layers.inputs, ...listOf(layers.tested)])
  const base = resolveField(named, listOf(layers.base))
  const error = tested.error ?? base.error
  const origin = base.setting.origin.kind === 'assumed' ? tested.setting.origin : base.setting.origin
  return { setting: { value: join(tested.setting, base.setting), origin }, error }
}

interface PolicyLayers {
  readonly inputs: Layer
  readonly base: Layer
  readonly looser: LooserInput[]
}

function resolvePolicy(named: NamedField, { inputs, base, looser }: PolicyLayers): ResolvedField {
  const before = resolveField(named, [base])
  if (before.error !== null || inputs.valueOf(named) === undefined) return before
  const wanted = resolveField(named, [inputs])
  if (wanted.error !== null) return wanted
  // Saying what the base says changes nothing, but for a limit that nobody wrote: now somebody did.
  if (isSame(before.setting.value, wanted.setting.value))
    return before.setting.origin.kind === 'assumed' ? wanted : before
  const value = tightened(named.field, before.setting, wanted.setting.value)
  if (isSame(value, wanted.setting.value)) return wanted
  looser.push({
    path: named.path,
    input: named.field.input ?? named.path.join('.'),
    wanted: settingText(named.field, wanted.setting.value),
    base: settingText(named.field, before.setting.value),
    effective: settingText(named.field, value),
    baseOrigin: before.setting.origin,
    isComparable: named.field.tighten !== undefined,
  })
  if (isSame(value, before.setting.value)) return before
  return { setting: { value, origin: wanted.setting.origin }, error: null }
}

function tightened(field: Field<unknown>, base: Setting<unknown>, wanted: unknown): unknown {
  return field.tighten === undefined ? base.value : field.tighten(base, wanted)
}

function isSame(left: unknown, right: unknown): boolean {
  return canonicalJson(left) === canonicalJson(right)
}

function listOf(layer: Layer | null): readonly Layer[] {
  return layer === null ? [] : [layer]
}
