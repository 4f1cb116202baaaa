import { createOwnerPattern, faultOfPattern } from './owner-pattern.js'

/** Where GitHub looks for the file, from the root of the repository; the first that is there counts alone. */
export const CODEOWNERS_PATHS: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']

/** A larger file is not read: neither does GitHub, from 3 MB on. */
export const MAX_CODEOWNERS_CHARACTERS = 3_000_000
/** Entries that are read: each is asked for each failing file. */
export const MAX_CODEOWNERS_ENTRIES = 20_000

export interface Codeowners {
  readonly entries: readonly OwnerEntry[]
  /** Lines that are passed over, as GitHub does, and why. */
  readonly problems: readonly OwnerProblem[]
}

export interface OwnerEntry {
  /** 1-based. */
  readonly line: number
  readonly pattern: string
  /** `@user`, `@organisation/team` or an address; empty: nobody owns what it matches. */
  readonly owners: readonly string[]
  readonly matches: (path: string) => boolean
}

export interface OwnerProblem {
  /** 1-based. */
  readonly line: number
  /** What is wrong and what to do. */
  readonly message: string
}

const OWNER = /^@[A-Za-z\d](?:[A-Za-z\d_-]{0,99})(?:\/[\w.-]{1,100})?$|^[^\s@]{1,64}@[^\s@.]{1,100}\.[^\s@]{1,150}$/

/** Reads a CODEOWNERS file by GitHub's rules, which are those of .gitignore with exceptions. */
export function parseCodeowners(text: string): Codeowners {
  if (text.length > MAX_CODEOWNERS_CHARACTERS) return { entries: [], problems: [{ line: 1, message: TOO_LARGE }] }
  const entries: OwnerEntry[] = []
  const problems: OwnerProblem[] = []
  for (const [index, written] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const [pattern, ...owners] = splitLine(written)
    if (pattern === undefined) continue
    const line = index + 1
    if (entries.length === MAX_CODEOWNERS_ENTRIES)
      return { entries, problems: [...problems, { line, message: TOO_MANY }] }
    const message = faultOfEntry(pattern, owners)
    if (message === null) entries.push({ line, pattern, owners, matches: createOwnerPattern(pattern) })
    else problems.push({ line, message })
  }
  return { entries, problems }
}

const TOO_LARGE = 'CODEOWNERS is larger than 3 MB, GitHub does not read it: shorten it with wider patterns'
const TOO_MANY = `CODEOWNERS has more than ${MAX_CODEOWNERS_ENTRIES} entries, this line and what follows is not read: use wider patterns`

/** The last entry that matches counts alone; empty: it names nobody, or none matches. */
export function ownersOf({ entries }: Codeowners, path: string): readonly string[] {
  return entries.findLast(({ matches }) => matches(path))?.owners ?? []
}

/** The pattern, in which `\ ` is a space, and the owners, up to a comment. */
function splitLine(line: string): readonly string[] {
  const words = [...line.matchAll(/(?:\\.|[^\s\\]|\\$)+/g)].map(([word]) => word)
  const comment = words.findIndex((word) => word.startsWith('#'))
  return comment < 0 ? words : words.slice(0, comment)
}

function faultOfEntry(pattern: string, owners: readonly string[]): string | null {
  const fault = faultOfPattern(pattern)
  if (fault !== null) return `the pattern "${pattern}" is passed over: ${fault}`
  const stranger = owners.find((owner) => !OWNER.test(owner))
  if (stranger === undefined) return null
  return `the owner "${stranger}" is none, so the line is passed over: write @user, @organisation/team or an address`
}
