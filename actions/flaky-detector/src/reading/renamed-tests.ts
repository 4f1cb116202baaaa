import { keyOfParts, partsOfKey, type TestKey } from '@testwarden/core/model/test-key'
import { lastOf, moduleOf, modulesAround } from '@testwarden/failures/tests/module-name'
import type { FileRename, TestRename } from '../facts.js'

/** Each new test that would be one of the missing ones if its file still had its old name. */
export function renamedTests(
  missing: ReadonlySet<TestKey>,
  added: readonly TestKey[],
  renames: readonly FileRename[],
): readonly TestRename[] {
  const rewritesOf = createRewriteSearch(renames)
  return added.flatMap((to) => {
    const parts = partsOfKey(to)
    const former = rewritesOf(parts).map((rewrite) => keyOfParts(parts.map(rewrite)))
    const from = former.find((key) => key !== to && missing.has(key))
    return from === undefined ? [] : [{ from, to }]
  })
}

type Rewrite = (part: string) => string

/** The renames that say anything of a test: a folder that moves brings thousands of both. In the order of the renames. */
function createRewriteSearch(renames: readonly FileRename[]): (parts: readonly string[]) => readonly Rewrite[] {
  const rewrites = renames.map(({ from, to }) => rewriteOf(to, from))
  const byHint = new Map<string, number[]>()
  for (const [index, { to }] of renames.entries()) {
    const module = moduleOf(to)
    for (const hint of new Set([to, module, lastOf(module)])) {
      const known = byHint.get(hint)
      if (known === undefined) byHint.set(hint, [index])
      else known.push(index)
    }
  }
  return (parts) => {
    const hints = parts.flatMap((part) => [part, lastOf(part), ...modulesAround(part)])
    const found = new Set(hints.flatMap((hint) => byHint.get(hint) ?? []))
    return [...found].sort((left, right) => left - right).flatMap((index) => rewrites[index] ?? [])
  }
}

/** Names of tests hold the path of their file, or the same in the dots of a module: `tests.test_refund.TestRounding`. */
function rewriteOf(from: string, to: string): Rewrite {
  const [fromModule, toModule] = [moduleOf(from), moduleOf(to)]
  const [fromName, toName] = [lastOf(fromModule), lastOf(toModule)]
  return (part) => {
    if (part === from) return to
    if (part === fromModule) return toModule
    if (part.startsWith(`${fromModule}.`)) return toModule + part.slice(fromModule.length)
    // Java's source folders are no part of a class name, but its package is.
    const [fromTail, toTail] = tailsOf(fromModule, toModule, part)
    if (fromTail !== '' && part.endsWith(fromTail)) return part.slice(0, -fromTail.length) + toTail
    return part === fromName ? toName : part
  }
}

/** What both modules have of the part: as many trailing names as the part has. */
function tailsOf(fromModule: string, toModule: string, part: string): readonly [string, string] {
  const names = part.split('.').length
  if (names < 2) return ['', '']
  return [fromModule.split('.').slice(-names).join('.'), toModule.split('.').slice(-names).join('.')]
}

/** Facts that runs of the default branch wrote down beside their cells. */
export function recordedRenames(bodies: readonly unknown[]): readonly TestRename[] {
  return bodies.flatMap((body) => {
    const facts = typeof body === 'object' && body !== null && 'renamed' in body ? body.renamed : null
    return Array.isArray(facts) ? facts.filter(isRenamed) : []
  })
}

function isRenamed(value: unknown): value is TestRename {
  if (typeof value !== 'object' || value === null) return false
  return 'from' in value && 'to' in value && typeof value.from === 'string' && typeof value.to === 'string'
}

const STEPS_MAX = 20

/** All names that a test had, the present one first. */
export function namesOf(key: TestKey, renamed: ReadonlyMap<TestKey, TestKey>): readonly TestKey[] {
  const names = [key]
  for (let from = renamed.get(key); from !== undefined && !names.includes(from); from = renamed.get(from)) {
    names.push(from)
    if (names.length > STEPS_MAX) break
  }
  return names
}
