/** One `-c name=value`, passed by environment: argv is readable by every process on the machine, and logged. */
export type ConfigEntry = readonly [name: string, value: string]

/** Variables that point git at another repository than the one we ask, or make it print and run what we did not ask for. */
const DROPPED = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_SHALLOW_FILE',
  'GIT_PREFIX',
  'GIT_NAMESPACE',
  'GIT_CONFIG',
  'GIT_CONFIG_PARAMETERS',
  'GIT_EXTERNAL_DIFF',
  'GIT_DIFF_OPTS',
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
]

const NO_FILE = process.platform === 'win32' ? 'NUL' : '/dev/null'

/** Nothing of the user's configuration may run a program of theirs or change the form of what we parse. */
const READING: readonly ConfigEntry[] = [
  ['core.hooksPath', NO_FILE],
  ['core.fsmonitor', 'false'],
  ['core.untrackedCache', 'keep'],
  ['core.quotePath', 'false'],
  ['core.precomposeUnicode', 'true'],
  // `git diff` would otherwise refresh the user's index when it only differs in time stamps.
  ['diff.autoRefreshIndex', 'false'],
  ['diff.mnemonicPrefix', 'false'],
  ['diff.noprefix', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
]

/**
 * The environment of every git process that we start.
 * @param env ours; configuration that it passes by GIT_CONFIG_COUNT stays in force, before ours
 * @param entries later ones win
 */
export function gitEnvironment(env: NodeJS.ProcessEnv, entries: readonly ConfigEntry[]): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !DROPPED.includes(name) && !name.startsWith('GIT_TRACE'))
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    LANGUAGE: '',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: NO_FILE,
    GIT_NO_LAZY_FETCH: '1',
    ...configVariables(env, [...READING, ...entries]),
  }
}

function configVariables(env: NodeJS.ProcessEnv, entries: readonly ConfigEntry[]): Record<string, string> {
  const first = countOf(env.GIT_CONFIG_COUNT)
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(first + entries.length) }
  entries.forEach(([name, value], index) => {
    variables[`GIT_CONFIG_KEY_${first + index}`] = name
    variables[`GIT_CONFIG_VALUE_${first + index}`] = value
  })
  return variables
}

function countOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : 0
}
