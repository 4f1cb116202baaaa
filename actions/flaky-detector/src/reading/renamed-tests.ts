import { keyOfParts, partsOfKey, type TestKey } from '@testwarden/core/model/test-key'
import type { FileRename, TestRename } from '../facts.js'

/** Each new test that would be one of the missing ones if its file still had its old name. */
export function renamedTests(
  missing: ReadonlySet<TestKey>,
  added: readonly TestKey[],
  renames: readonly FileRename[],
): readonly TestRename[] {
  const rewrites = renames.map(({ from, to }) => rewriteOf(to, from))
  return added.flatMap((to) => {
    const parts = partsOfKey(to)
    const from = rewrites.map((rewrite) => keyOfParts(parts.map(rewrite))).find((key) => key !== to && missing.has(key))
    return from === undefined ? [] : [{ from, to }]
  })
}

/** Names of tests hold the path of their file, or the same in the dots of a module: `tests.test_refund.TestRounding`. */
function rewriteOf(from: string, to: string): (part: string) => string {
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

function moduleOf(path: string): string {
  return path.replace(/\.\w+$/, '').replaceAll('/', '.')
}

function lastOf(module: string): string {
  return module.slice(module.lastIndexOf('.') + 1)
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
