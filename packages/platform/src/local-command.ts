import type { ConfigSources } from '@testwarden/core/action/effective-config'
import { listSettings } from '@testwarden/core/action/list-settings'
import type { Base, Observation } from '@testwarden/core/model/evidence'
import { TOOL_VERSION } from '@testwarden/core/model/version'
import { FOOT_CHARACTERS_MAX } from '@testwarden/core/render/step-page'
import type { AnyAction } from './judge-gates.js'
import { DEFAULT_CONFIG_PATH } from './read-config-file.js'

export interface JudgedStep {
  readonly definitions: readonly AnyAction[]
  readonly sources: ConfigSources
  readonly base: Base
  /** Of all gates. */
  readonly observations: readonly Observation[]
}

/**
 * What gives the verdict of a step in a clone of its repository: `npx testwarden@0.1.0 check coverage --base 1f3c9abd0e11
 * --drop 0.5`. Of the step's inputs those that count; one that the base branch overrules would count here.
 */
export function localCommand(step: JudgedStep): string {
  const names = step.definitions.map(({ gate }) => gate)
  const short = commandOf([...names, ...baseWords(step.base), ...configWords(step.sources), ...rerunWords(step)])
  const whole = [short, ...inputWords(step).map(shellWord)].join(' ')
  // A command that is cut off somewhere is none, and a comment may be copied with it.
  return whole.length > FOOT_CHARACTERS_MAX ? `${short} # and the inputs of the step` : whole
}

function commandOf(words: readonly string[]): string {
  return `npx testwarden@${TOOL_VERSION} check ${words.map(shellWord).join(' ')}`
}

function baseWords(base: Base): readonly string[] {
  if (base.kind === 'commit') return ['--base', base.sha.slice(0, 12)]
  return base.kind === 'diff-file' ? ['--diff', base.path] : []
}

function configWords({ file }: ConfigSources): readonly string[] {
  return file === null || file.path === DEFAULT_CONFIG_PATH ? [] : ['--config', file.path]
}

/** A developer's machine runs nothing unasked, so there the verdict of a step that ran commands needs leave to. */
function rerunWords({ observations }: JudgedStep): readonly string[] {
  return observations.some(({ result }) => result.kind === 'command') ? ['--rerun'] : []
}

/** A list has one entry in a line, and the option once for each. */
function inputWords({ definitions, sources }: JudgedStep): readonly string[] {
  const listed = listSettings(definitions, sources)
  const origins = listed.ok ? listed.settings.map(({ origin }) => origin) : []
  const names = new Set(origins.flatMap((origin) => (origin.kind === 'input' ? [origin.name] : [])))
  return [...names].flatMap((name) => linesOf(sources.inputs.get(name)).flatMap((line) => [`--${name}`, line]))
}

function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\r\n|\r|\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
}

/** Quoted where a POSIX shell would read more into it than letters. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
