/** What go.mod and go.work say of modules; folders as they are written there. */
export interface GoMod {
  /** null in go.work, which is none itself. */
  readonly module: string | null
  /** Module paths that are taken from a folder instead. */
  readonly replaced: readonly { readonly path: string; readonly folder: string }[]
  /** Folders of the modules that go.work uses. */
  readonly used: readonly string[]
}

const MAX_LINE_LENGTH = 4096
const WORD = /"([^"]*)"|`([^`]*)`|([^\s"`]+)/g

/**
 * Lines are a directive and its words, or the words alone inside `directive ( ... )`.
 * @see https://go.dev/ref/mod#go-mod-file-lexical
 */
export function readGoMod(text: string): GoMod {
  let module: string | null = null
  const replaced: { path: string; folder: string }[] = []
  const used: string[] = []
  for (const [directive, first = '', ...more] of directivesOf(text)) {
    if (first === '') continue
    if (directive === 'module') module ??= first
    if (directive === 'use') used.push(first)
    if (directive !== 'replace' || !more.includes('=>')) continue
    const folder = more[more.indexOf('=>') + 1] ?? ''
    if (isFolder(folder)) replaced.push({ path: first, folder })
  }
  return { module, replaced, used }
}

function* directivesOf(text: string): Generator<readonly string[]> {
  let block: string | null = null
  for (const line of text.split('\n')) {
    const words = wordsOf(line.slice(0, MAX_LINE_LENGTH))
    const [first, second] = words
    if (first === undefined) continue
    if (first === ')') block = null
    else if (second === '(') block = first
    else yield block === null ? words : [block, ...words]
  }
}

function wordsOf(line: string): string[] {
  const comment = line.indexOf('//')
  const code = comment === -1 ? line : line.slice(0, comment)
  return [...code.trimEnd().replace(/\($/, ' (').matchAll(WORD)].map(
    ([, quoted, raw, bare]) => quoted ?? raw ?? bare ?? '',
  )
}

/** Anything else is the path of another module. */
function isFolder(target: string): boolean {
  return target.startsWith('./') || target.startsWith('../') || target === '.' || target === '..'
}
