import type { Section } from '../config/field.js'
import { fileConfig } from '../config/file-config.js'
import { type ConfigFile, fileLayer } from '../config/layer.js'
import type { LooserInput } from '../config/resolve-change.js'
import { resolveField, settingText } from '../config/resolve-settings.js'
import { fieldsOf, type NamedField } from '../config/walk-section.js'
import type { Inline } from '../model/page.js'
import { richText } from '../model/rich-text.js'
import { type ConfigSources, type ConfiguredGate, effectiveConfig, usablePolicy } from './effective-config.js'
import type { BasePolicy, IllFormedPolicy, PolicySource, UnreachablePolicy } from './policy.js'
import { placeOf } from './problem-page.js'
import { sharedConfig } from './shared-config.js'

/** A change of more settings than this is read in its diff. */
const TOLD_SETTINGS_MAX = 10
const SHORT_SHA = 7

/** What a reader of a change must know of its policy before the verdict; none off pull requests. */
export function policyNotes(
  definitions: readonly ConfiguredGate<Section>[],
  sources: ConfigSources,
): readonly Inline[] {
  const { policy } = sources
  if (policy === undefined) return []
  const doubts = definitions.map((definition) => usablePolicy(definition, policy)).find(isDoubt)
  if (doubts !== undefined) return [doubtNote(doubts)]
  if (policy.kind !== 'base') return []
  return [
    ...(policy.missing === null ? [] : [missingNote(policy, policy.missing)]),
    ...definitions.flatMap((definition) => gateNotes(definition, sources, policy)),
    ...alterations(definitions, policy, sources.file),
  ]
}

function isDoubt(policy: PolicySource | null): policy is IllFormedPolicy | UnreachablePolicy {
  return policy !== null && policy.kind !== 'base'
}

function doubtNote(doubt: IllFormedPolicy | UnreachablePolicy): Inline {
  const { problem } = doubt
  const place = problem.path === null ? '' : `\`${placeOf(problem)}\`: `
  const told = `${place}${problem.message}${problem.remedy === null ? '' : ` ${problem.remedy}`}`
  if (doubt.kind === 'ill-formed')
    return richText(
      `The config of ${branchName(doubt)} at \`${doubt.sha.slice(0, SHORT_SHA)}\` cannot be used, so this change is judged by its own and nothing fails. ${told}`,
    )
  return richText(
    `The policy of ${branchName(doubt)} could not be read, so this change is judged by its own and nothing passes. ${told}`,
  )
}

function missingNote({ branch, file }: BasePolicy, missing: string): Inline {
  const instead =
    file === null
      ? 'It has no other config at the default place, so nobody has written a limit there.'
      : `The policy is that of \`${file.path}\` there.`
  return richText(`${branchName({ branch })} has no config file \`${missing}\`, which this run names. ${instead}`)
}

function gateNotes(definition: ConfiguredGate<Section>, sources: ConfigSources, policy: BasePolicy): readonly Inline[] {
  const resolved = effectiveConfig(definition, sources)
  if (!resolved.ok) return []
  const { looser, gate } = resolved.config
  const collects: Inline[] =
    gate.shared.mode.value === 'collect' && gate.shared.mode.origin.kind === 'input' && policy.file !== null
      ? [
          richText(
            'The workflow of this change says `mode: collect`: this step judges nothing, whoever joins its evidence does.',
          ),
        ]
      : []
  return [...looser.map((input) => looserNote(input, policy)), ...collects]
}

function looserNote(looser: LooserInput, policy: BasePolicy): Inline {
  const { input, wanted, base, effective, baseOrigin, isComparable } = looser
  const where = baseOrigin.kind === 'file' ? ` (\`${placeOf(baseOrigin)}\`)` : ', as nobody wrote another'
  const counts = effective === base ? 'It does not count' : `Only what is stricter counts: ${effective}`
  return [
    'The input ',
    { kind: 'code', text: `${input}: ${wanted}` },
    richText(
      ` ${isComparable ? 'is looser than' : 'differs from'} the policy of ${branchName(policy)}, which has ${base}${where}. ${counts}.`,
    ),
  ]
}

interface Alteration {
  readonly named: NamedField
  readonly before: string
  readonly after: string
}

/** What the change's own config file does, and from when on. */
function alterations(
  definitions: readonly ConfiguredGate<Section>[],
  policy: BasePolicy,
  tested: ConfigFile | null,
): readonly Inline[] {
  const sections: readonly (readonly [Section, readonly string[]])[] = [
    [fileConfig, []],
    ...definitions.flatMap(({ config, gate }) => [[sharedConfig, [gate]] as const, [config, [gate]] as const]),
  ]
  const altered = sections.flatMap(([section, prefix]) => alteredIn(section, prefix, [policy.before, tested]))
  const later = altered.filter(({ named }) => named.field.role === 'policy')
  const now = altered.filter(({ named }) => named.field.role === 'structure')
  const both = altered.filter(({ named }) => named.field.role === 'both')
  const removed = tested === null && policy.before !== null ? ' It removes the config file.' : ''
  return [
    ...told(later, `This change alters the policy.${removed} It does not count here, but once it is merged`),
    ...told(now, 'This change alters where things are found, which counts here already'),
    ...told(
      both,
      'This change alters paths, which count here beside those of the base, or their limits, which do not yet',
    ),
  ]
}

function told(altered: readonly Alteration[], intro: string): readonly Inline[] {
  if (altered.length === 0) return []
  const items = altered
    .slice(0, TOLD_SETTINGS_MAX)
    .flatMap(({ named, before, after }, index): Inline[] => [
      index === 0 ? ': ' : ', ',
      { kind: 'code', text: named.path.join('.') },
      ` ${before} → ${after}`,
    ])
  const more = altered.length - TOLD_SETTINGS_MAX
  return [[intro, ...items, more > 0 ? `, and ${more} more.` : '.']]
}

function alteredIn(
  section: Section,
  prefix: readonly string[],
  [before, after]: readonly [ConfigFile | null, ConfigFile | null],
): readonly Alteration[] {
  return [...fieldsOf(section)].flatMap((named) => {
    const [was, is] = [textIn(named, before, prefix), textIn(named, after, prefix)]
    return was === is ? [] : [{ named: { ...named, path: [...prefix, ...named.path] }, before: was, after: is }]
  })
}

/** A value with a word for one that nobody wrote: writing down what was assumed makes it binding. */
function textIn(named: NamedField, file: ConfigFile | null, prefix: readonly string[]): string {
  const { setting } = resolveField(named, file === null ? [] : [fileLayer(file, prefix)])
  const text = settingText(named.field, setting.value)
  return setting.origin.kind === 'assumed' && setting.value !== null && text !== 'nothing' ? `${text} (assumed)` : text
}

function branchName({ branch }: { readonly branch: string | null }): string {
  return branch === null ? 'the base branch' : `\`${branch.replaceAll('`', '')}\``
}
