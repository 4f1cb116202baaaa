import type { Field, Section } from '../config/field.js'
import { fileConfig } from '../config/file-config.js'
import { type ConfigFile, fileLayer, inputLayer } from '../config/layer.js'
import { type LooserInput, resolveChange } from '../config/resolve-change.js'
import { type Resolution, resolveSettings } from '../config/resolve-settings.js'
import { findUnknownKeys } from '../config/unknown-keys.js'
import { isInForce } from '../limits/accept.js'
import type { WeighedAccept } from '../model/accept.js'
import { type ConfigurationError, type Problem, toProblem } from '../model/errors.js'
import type { Inline } from '../model/page.js'
import type { ActionDefinition, GateConfig } from './define-action.js'
import type { IllFormedPolicy, PolicySource, UnreachablePolicy } from './policy.js'
import { sharedConfig } from './shared-config.js'

/** Sections that a config file may have in this version; an action alone knows only its own in depth. */
export const GATE_SECTIONS: readonly string[] = ['coverage', 'flaky', 'perf', 'incidents']

export interface ConfigSources {
  readonly inputs: ReadonlyMap<string, string>
  /** The config of the tested tree. null: there is none, and everything is as given by inputs or assumed. */
  readonly file: ConfigFile | null
  /** Absent where no change is judged: on a push and on a developer's machine. */
  readonly policy?: PolicySource
  /** Every entry of the accepts files, those that do not count included. */
  readonly accepts?: readonly WeighedAccept[]
  /** What else a reader must know of them first. */
  readonly notes?: readonly Inline[]
}

export interface EffectiveConfig<Own extends Section> {
  readonly gate: GateConfig<Own>
  /** Inputs that asked for less than the base branch does. */
  readonly looser: readonly LooserInput[]
  /** Why the base branch's policy is not the one in force; null when it is, and where no change is judged. */
  readonly doubt: IllFormedPolicy | UnreachablePolicy | null
}

export type EffectiveConfigResult<Own extends Section> =
  | { readonly ok: true; readonly config: EffectiveConfig<Own> }
  | { readonly ok: false; readonly errors: readonly ConfigurationError[] }

/** The part of a definition that says which settings it has. */
export type ConfiguredGate<Own extends Section> = Pick<ActionDefinition<Own>, 'gate' | 'config'>

/**
 * What one gate is run with. Off pull requests inputs win over the file, the file over what is assumed. On a change
 * the base branch's file is the policy, and inputs may only tighten it.
 */
export function effectiveConfig<Own extends Section>(
  definition: ConfiguredGate<Own>,
  sources: ConfigSources,
): EffectiveConfigResult<Own> {
  const policy = usablePolicy(definition, sources.policy)
  const use: Use = { inputs: sources.inputs, file: sources.file, policy, looser: [] }
  const top = resolveIn(fileConfig, [], use)
  const shared = resolveIn(sharedConfig, [definition.gate], use)
  const own = resolveIn(definition.config, [definition.gate], use)
  const wrong = policy?.kind === 'base' ? fileErrors(definition, sources.file) : unknownKeys(definition, sources.file)
  if (!top.ok || !shared.ok || !own.ok || wrong.length > 0)
    return { ok: false, errors: distinct([...wrong, ...errorsOf(top), ...errorsOf(shared), ...errorsOf(own)]) }
  const doubt = policy === null || policy.kind === 'base' ? null : policy
  const gate: GateConfig<Own> = {
    own: own.settings,
    shared: doubt?.kind === 'ill-formed' ? advising(shared.settings) : shared.settings,
    file: top.settings,
    accepts: (sources.accepts ?? []).filter(isInForce),
  }
  return { ok: true, config: { gate, looser: use.looser, doubt } }
}

/** What the sections of one gate are resolved from, and which inputs were found to loosen the policy. */
export interface Use {
  readonly inputs: ConfigSources['inputs']
  readonly file: ConfigFile | null
  readonly policy: PolicySource | null
  readonly looser: LooserInput[]
}

/** One section by the rules of {@link effectiveConfig}. */
export function resolveIn<S extends Section>(section: S, prefix: readonly string[], use: Use): Resolution<S> {
  const inputs = inputLayer(use.inputs)
  const tested = use.file === null ? null : fileLayer(use.file, prefix)
  if (use.policy?.kind !== 'base') return resolveSettings(section, tested === null ? [inputs] : [inputs, tested])
  const base = use.policy.file === null ? null : fileLayer(use.policy.file, prefix)
  const { resolution, looser } = resolveChange(section, { inputs, tested, base })
  use.looser.push(...looser)
  return resolution
}

/** A base config that this gate cannot use is as good as one that does not parse. */
export function usablePolicy(
  definition: ConfiguredGate<Section>,
  policy: PolicySource | undefined,
): PolicySource | null {
  if (policy === undefined) return null
  if (policy.kind !== 'base') return policy
  const [error] = fileErrors(definition, policy.file)
  const problem = error === undefined ? null : toProblem(error)
  return problem === null ? policy : illFormed(policy, problem)
}

function illFormed(
  { branch, sha }: IllFormedPolicy | (PolicySource & { kind: 'base' }),
  problem: Problem,
): IllFormedPolicy {
  return { kind: 'ill-formed', branch, sha, problem }
}

/** Everything that is wrong with a file by itself, as far as this gate knows it. */
function fileErrors(definition: ConfiguredGate<Section>, file: ConfigFile | null): readonly ConfigurationError[] {
  if (file === null) return []
  const resolved = [
    resolveSettings(fileConfig, [fileLayer(file, [])]),
    resolveSettings(sharedConfig, [fileLayer(file, [definition.gate])]),
    resolveSettings(definition.config, [fileLayer(file, [definition.gate])]),
  ]
  return [...unknownKeys(definition, file), ...resolved.flatMap(errorsOf)]
}

function unknownKeys(definition: ConfiguredGate<Section>, file: ConfigFile | null): readonly ConfigurationError[] {
  return file === null ? [] : findUnknownKeys(file, fileSchema([definition]))
}

/** The limits of a change itself must not stop it when those of its base cannot be read. */
function advising(shared: GateConfig<Section>['shared']): GateConfig<Section>['shared'] {
  return shared.mode.value === 'collect' ? shared : { ...shared, mode: { ...shared.mode, value: 'advise' } }
}

/** The same mistake is found by whoever looks at the whole file and by whoever looks for one value. */
function distinct(errors: readonly ConfigurationError[]): readonly ConfigurationError[] {
  return [...new Map(errors.map((error) => [`${error.path}:${error.line}:${error.message}`, error])).values()]
}

/** The whole file's schema as far as the given actions know it; the rest of the suite's sections are let through. */
export function fileSchema(definitions: readonly ConfiguredGate<Section>[]): Section {
  const others = GATE_SECTIONS.map((gate) => [gate, anything] as const)
  const known = definitions.map(({ gate, config }) => [gate, { ...sharedConfig, ...config }] as const)
  return { ...fileConfig, ...Object.fromEntries<Section | Field<unknown>>([...others, ...known]) }
}

function errorsOf(resolution: {
  readonly ok: boolean
  readonly errors?: readonly ConfigurationError[]
}): readonly ConfigurationError[] {
  return resolution.errors ?? []
}

const anything: Field<unknown> = {
  type: 'field',
  description: 'Settings of another gate.',
  fallback: null,
  fallbackText: '',
  input: null,
  role: 'policy',
  stricter: null,
  jsonSchema: {},
  parse: (raw) => ({ ok: true, value: raw }),
}
