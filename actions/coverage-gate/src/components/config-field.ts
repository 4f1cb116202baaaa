import { toJsonSchema } from '@testwarden/core/config/config-json-schema'
import type { Field, Setting, Settings } from '@testwarden/core/config/field'
import { countLimit } from '@testwarden/core/config/fields/count-limit'
import type { ParsedEntry } from '@testwarden/core/config/fields/entry-list'
import { entryMap } from '@testwarden/core/config/fields/entry-map'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { globs } from '@testwarden/core/config/fields/globs'
import { PERCENT_SCHEMAS, percent } from '@testwarden/core/config/fields/percent'
import { points } from '@testwarden/core/config/fields/points'
import { type ConfigFile, fileLayer, isMapping } from '@testwarden/core/config/layer'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import { findUnknownKeys } from '@testwarden/core/config/unknown-keys'

/** A named part of the repository with limits of its own. */
export interface Component {
  readonly name: string
  /** Globs, files or folders from the repository's root, as the tested tree has them; empty: only the base has it. */
  readonly paths: readonly string[]
  /** As the base branch has them; null where no change is judged, and where the base has no such component. */
  readonly pathsOfBase: readonly string[] | null
  readonly limits: ComponentLimits
}

/** null: nobody wrote one, so there is none; `min-lines` is that of the whole then. */
export interface ComponentLimits {
  readonly patch: Readonly<Record<'line' | 'branch', string | null>> & { readonly 'min-lines': number | null }
  readonly project: Readonly<Record<'line' | 'branch' | 'statement' | 'function', string | null>>
  readonly drop: string | null
}

/** More parts nobody can tell apart on a page. */
const COMPONENTS_MAX = 100
const NAME = '^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,99}$'
/** What the files that no component has are called. */
const TAKEN = 'everything else'

function floor(description: string): Field<string | null> {
  return percent({ description, fallback: null, input: null, role: 'policy', stricter: 'higher' })
}

/** The settings of one component. None is assumed: what nobody wrote is not judged. */
const componentConfig = {
  paths: globs({
    description: 'Globs, files or folders of the component, from the root of the repository.',
    fallback: [],
    input: null,
    role: 'structure',
  }),
  patch: {
    line: floor('Share of its changed coverable lines that tests must run.'),
    branch: floor('Share of the branches on its changed lines that tests must take.'),
    'min-lines': countLimit({
      description:
        'Changes of it with fewer coverable lines are not judged by their share; as for the whole if absent.',
      fallback: null,
      input: null,
      role: 'policy',
    }),
  },
  project: {
    line: floor('Share of its coverable lines that tests must run.'),
    branch: floor('Share of its branches that tests must take.'),
    statement: floor('Share of its statements that tests must run.'),
    function: floor('Share of its functions that tests must call.'),
  },
  drop: points({
    description: 'Percentage points that its line rate may fall below its baseline.',
    fallback: null,
    input: null,
    role: 'policy',
    stricter: 'lower',
  }),
} as const

/** Components by name. Paths are structure and limits are policy, so the field is both. */
export function components(
  details: Omit<FieldDetails<readonly Component[]>, 'role' | 'input' | 'fallback'>,
): Field<readonly Component[]> {
  return entryMap(
    {
      ...details,
      role: 'both',
      join: joinComponents,
      toText: (parts) => parts.map(componentText).join('; ') || 'nothing',
    },
    {
      expected: `at most ${COMPONENTS_MAX} components, each as \`name: {paths: <globs>}\` with \`project\`, \`patch\` and \`drop\` as it needs`,
      maxEntries: COMPONENTS_MAX,
      names: { pattern: NAME, not: { const: TAKEN } },
      entry: entrySchema(),
      parse: parseComponent,
    },
  )
}

/** A bare percentage stands for the line rate. */
function entrySchema(): Record<string, unknown> {
  const { properties, ...schema } = toJsonSchema(componentConfig)
  const known = { ...(isMapping(properties) ? properties : {}) }
  for (const name of ['patch', 'project'] as const)
    known[name] = { anyOf: [...PERCENT_SCHEMAS, toJsonSchema(componentConfig[name])] }
  const some = { type: 'string', pattern: '\\S' }
  known.paths = { description: componentConfig.paths.description, anyOf: [some, listWith(some)] }
  return { ...schema, type: 'object', required: ['paths'], properties: known }
}

function listWith(some: unknown): Record<string, unknown> {
  return { type: 'array', items: { type: 'string' }, contains: some }
}

function parseComponent(name: string, entry: unknown): ParsedEntry<Component> {
  const refuse = (message: string, remedy: string) => ({ ok: false, fault: { message, remedy } }) as const
  if (name === TAKEN) return refuse(`No component can be called ${TAKEN}.`, 'That is what files in none are called.')
  if (!new RegExp(NAME).test(name))
    return refuse(
      `${JSON.stringify(name.slice(0, 100))} is no name of a component.`,
      'Write at most 100 letters, digits, blanks, dots, slashes, dashes and underscores, a letter or a digit first.',
    )
  if (!isMapping(entry)) return refuse(`The component ${name} needs keys below it.`, 'Write at least `paths`.')
  const file: ConfigFile = { path: '', root: withLineRates(entry), lineOf: () => null }
  const [unknown] = findUnknownKeys(file, componentConfig)
  if (unknown !== undefined) return refuse(`In the component ${name}: ${unknown.message}`, unknown.remedy)
  const resolved = resolveSettings(componentConfig, [fileLayer(file, [])])
  if (!resolved.ok) {
    const [error] = resolved.errors
    return refuse(`In the component ${name}: ${error?.message}`, error?.remedy ?? '')
  }
  if (resolved.settings.paths.value.length > 0) return { ok: true, value: componentOf(name, resolved.settings) }
  return refuse(`The component ${name} has no paths.`, 'Write the globs of its files as `paths`.')
}

/** `patch: 90` is `patch: {line: 90}`. */
function withLineRates(entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const written = Object.entries(entry).map(([name, value]) => {
    const isRate = (name === 'patch' || name === 'project') && value !== null && !isMapping(value)
    return [name, isRate ? { line: value } : value] as const
  })
  return Object.fromEntries(written)
}

function componentOf(name: string, { paths, patch, project, drop }: Settings<typeof componentConfig>): Component {
  return {
    name,
    paths: paths.value,
    pathsOfBase: null,
    limits: {
      patch: { line: patch.line.value, branch: patch.branch.value, 'min-lines': patch['min-lines'].value },
      project: {
        line: project.line.value,
        branch: project.branch.value,
        statement: project.statement.value,
        function: project.function.value,
      },
      drop: drop.value,
    },
  }
}

const NO_LIMITS: ComponentLimits = {
  patch: { line: null, branch: null, 'min-lines': null },
  project: { line: null, branch: null, statement: null, function: null },
  drop: null,
}

/** What the base has keeps its limits and its paths, whatever the change calls a component. */
function joinComponents(
  tested: Setting<readonly Component[]>,
  base: Setting<readonly Component[]>,
): readonly Component[] {
  const now = new Map(tested.value.map((part) => [part.name, part.paths]))
  const kept = base.value.map((part) => ({ ...part, paths: now.get(part.name) ?? [], pathsOfBase: part.paths }))
  const known = new Set(base.value.map(({ name }) => name))
  const added = tested.value.filter(({ name }) => !known.has(name)).map((part) => ({ ...part, limits: NO_LIMITS }))
  return [...kept, ...added]
}

/** `api: services/api/** (patch line 90, drop 1)` */
function componentText({ name, paths, limits }: Component): string {
  const rates = (['patch', 'project'] as const).flatMap((group) =>
    Object.entries(limits[group]).map(([rate, value]) => [`${group} ${rate}`, value] as const),
  )
  const written = [...rates, ['drop', limits.drop] as const].filter(([, value]) => value !== null)
  const text = written.map(([limit, value]) => `${limit} ${value}`).join(', ')
  return `${name}: ${paths.join(', ')}${text === '' ? '' : ` (${text})`}`
}
