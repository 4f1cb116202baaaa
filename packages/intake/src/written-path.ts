/** A path as a report wrote it, taken apart: separators, dots, drives and URLs no longer matter. */
export interface WrittenPath {
  readonly isAbsolute: boolean
  /** Components without `.` and `..`; a drive or a host is the first one. */
  readonly parts: readonly string[]
}

/** Longer texts are no paths. */
const MAX_PATH_CHARACTERS = 4096

const URL = /^([a-z][a-z0-9+.-]+):\/\/(.*)$/is
const DRIVE = /^[a-z]:/i

/**
 * Reads Windows paths (`C:\a`, `D:/a`, mixed, UNC), `file://` and other URLs, `./`, `a/./b` and `../`.
 * Leading dots of hidden folders stay. A `..` that leads above the start is dropped: the start is unknown anyway.
 */
export function parseWrittenPath(written: string): WrittenPath | null {
  if (written.length > MAX_PATH_CHARACTERS) return null
  const url = URL.exec(written)
  const plain = url === null ? written : decode((url[2] ?? '').replace(/[?#].*$/s, ''))
  const slashed = plain.replaceAll('\\', '/')
  const parts: string[] = []
  for (const part of slashed.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return { isAbsolute: url !== null || slashed.startsWith('/') || DRIVE.test(slashed), parts }
}

/** A percent sign that encodes nothing is meant as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `file` below `folder`; an absolute file stands alone. */
export function joinPaths(folder: WrittenPath, file: WrittenPath): WrittenPath {
  if (file.isAbsolute) return file
  return { isAbsolute: folder.isAbsolute, parts: [...folder.parts, ...file.parts] }
}

/**
 * Folders in which CI services and common container images check a repository out, and the prefix of deterministic
 * .NET builds. `*` stands for one component.
 */
const CHECKOUT_FOLDERS: readonly (readonly string[])[] = [
  ['home', 'runner', 'work', '*', '*'],
  ['Users', 'runner', 'work', '*', '*'],
  ['*:', 'a', '*', '*'],
  ['__w', '*', '*'],
  ['github', 'workspace'],
  ['_'],
  ['builds', '*', '*'],
  ['home', 'circleci', 'project'],
  ['home', 'circleci', '*'],
  ['home', 'travis', 'build', '*', '*'],
  ['bitbucket', 'pipelines', 'agent', 'build'],
  ['drone', 'src'],
  ['azp', '_work', '*', 's'],
  ['home', 'vsts', 'work', '*', 's'],
  ['var', 'jenkins_home', 'workspace', '*'],
  ['usr', 'src', 'app'],
  ['workspaces', '*'],
  ['workspace'],
  ['app'],
]

/** What remains of an absolute path below a folder where repositories are known to be checked out; null elsewhere. */
export function stripCheckoutFolder(path: WrittenPath): readonly string[] | null {
  if (!path.isAbsolute) return null
  const folder = CHECKOUT_FOLDERS.find((candidate) => startsWithFolder(path.parts, candidate))
  return folder === undefined ? null : path.parts.slice(folder.length)
}

function startsWithFolder(parts: readonly string[], folder: readonly string[]): boolean {
  return folder.every((expected, index) => {
    const part = parts[index]
    if (part === undefined) return false
    if (expected === '*:') return DRIVE.test(part)
    return expected === '*' || expected === part
  })
}
