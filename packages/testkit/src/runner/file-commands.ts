/** What a step wrote into GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE, or why the runner cannot read it. */
export type KeyValueFile =
  | { readonly ok: true; readonly entries: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly message: string }

/**
 * `name=value`, or `name<<DELIMITER`, lines of a value, `DELIMITER`. Whichever of `=` and `<<` stands first decides; empty
 * lines between entries do not count.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export function parseKeyValueFile(text: string): KeyValueFile {
  const entries = new Map<string, string>()
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const entry = readEntry(lines, index)
    if (!entry.ok) return entry
    entries.set(entry.name, entry.value)
    index = entry.lastIndex
  }
  return { ok: true, entries }
}

type Entry =
  | { readonly ok: true; readonly name: string; readonly value: string; readonly lastIndex: number }
  | { readonly ok: false; readonly message: string }

function readEntry(lines: readonly string[], index: number): Entry {
  const line = lines[index] ?? ''
  const equals = line.indexOf('=')
  const heredoc = line.indexOf('<<')
  if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
    if (equals === 0) return { ok: false, message: `Invalid format '${line}': the name is empty` }
    return { ok: true, name: line.slice(0, equals), value: line.slice(equals + 1), lastIndex: index }
  }
  if (heredoc < 0) return { ok: false, message: `Invalid format '${line}'` }
  const name = line.slice(0, heredoc)
  const delimiter = line.slice(heredoc + 2)
  if (name === '' || delimiter === '')
    return { ok: false, message: `Invalid format '${line}': the name or the delimiter is empty` }
  const end = lines.indexOf(delimiter, index + 1)
  if (end < 0) return { ok: false, message: `Invalid value. Matching delimiter not found '${delimiter}'` }
  return { ok: true, name, value: lines.slice(index + 1, end).join('\n'), lastIndex: end }
}

/** One folder per line, as in GITHUB_PATH. */
export function parsePathFile(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line !== '')
}
