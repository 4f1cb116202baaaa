/** Characters of a pattern; GitHub's own limit is that of the whole file. */
const MAX_OWNER_PATTERN = 1_000

/** What GitHub does not understand in a pattern, as the end of a sentence; null: all is well. */
export function faultOfPattern(pattern: string): string | null {
  if (pattern.startsWith('!')) return 'GitHub does not negate patterns: put an entry without owner below instead'
  if (pattern.startsWith('\\#'))
    return 'GitHub does not understand an escaped # at the beginning: write ?, or * for the folder'
  if (/[[\]]/.test(pattern)) return 'GitHub knows no character classes: write ? or an entry for each'
  if (pattern.length > MAX_OWNER_PATTERN) return `it is longer than ${MAX_OWNER_PATTERN} characters: shorten it`
  return null
}

/**
 * A pattern of CODEOWNERS. With a slash at its beginning or inside it starts at the root, else at any depth; what it
 * means may be a folder, which stands for all in it, unless it ends with `/*`: that is the files of a folder without
 * those of its folders. `*` and `?` stay within a name, `**` does not.
 * https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 * @param pattern escapes included
 */
export function createOwnerPattern(pattern: string): (path: string) => boolean {
  const isFolder = pattern.endsWith('/')
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '')
  const isAnchored = pattern.startsWith('/') || bare.includes('/')
  const written = bare.split('/').filter((segment) => segment !== '')
  const segments = isAnchored ? written : ['**', ...written]
  const isShallow = pattern.endsWith('/*')
  return (path) => matchesSegments(path.split('/'), segments, { mustBeInside: isFolder, mayBeInside: !isShallow })
}

interface Ending {
  /** The pattern means a folder: the path must go on below it. */
  readonly mustBeInside: boolean
  /** What the pattern means may be a folder that the path goes on below. */
  readonly mayBeInside: boolean
}

/**
 * Whether the names of a path, from the first on, are what the pattern says. All places that the pattern may have come to
 * are followed at once, so that stars never make it go back.
 */
function matchesSegments(names: readonly string[], segments: readonly string[], ending: Ending): boolean {
  let places = reach(new Set([0]), segments)
  for (const [index, name] of names.entries()) {
    if (places.has(segments.length) && index > 0 && ending.mayBeInside) return true
    places = reach(advance(places, segments, name), segments)
  }
  return places.has(segments.length) && !ending.mustBeInside
}

/** The places after one more name. */
function advance(places: ReadonlySet<number>, segments: readonly string[], name: string): Set<number> {
  const next = new Set<number>()
  for (const place of places) {
    const segment = segments[place]
    if (segment === '**') next.add(place === segments.length - 1 ? segments.length : place)
    else if (segment !== undefined && matchesName(name, segment)) next.add(place + 1)
  }
  return next
}

/** `**` may stand for no folder at all, but at the end of a pattern it stands for something. */
function reach(places: Set<number>, segments: readonly string[]): Set<number> {
  for (const place of places) if (segments[place] === '**' && place < segments.length - 1) places.add(place + 1)
  return places
}

/** One name and one part of a pattern; after a mismatch the last star takes one character more. */
function matchesName(name: string, pattern: string): boolean {
  let [at, inPattern, star, starAt] = [0, 0, -1, 0]
  while (at < name.length) {
    const { character, width, isLiteral } = readCharacter(pattern, inPattern)
    if (!isLiteral && character === '*') {
      star = inPattern
      starAt = at
      inPattern += width
    } else if (character === name[at] || (!isLiteral && character === '?')) {
      at++
      inPattern += width
    } else if (star >= 0) {
      inPattern = star + 1
      at = ++starAt
    } else return false
  }
  return /^\**$/.test(pattern.slice(inPattern))
}

interface PatternCharacter {
  readonly character: string | undefined
  readonly width: number
  /** Whether it stands for itself. */
  readonly isLiteral: boolean
}

function readCharacter(pattern: string, at: number): PatternCharacter {
  const character = pattern[at]
  if (character !== '\\') return { character, width: 1, isLiteral: false }
  return { character: pattern[at + 1], width: 2, isLiteral: true }
}
