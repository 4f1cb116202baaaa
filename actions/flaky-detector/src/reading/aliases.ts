import { keyOfParts, type TestKey } from '@testwarden/core/model/test-key'

/** `old name -> new name` as keys, by the new one. What has no arrow means nothing and is left out. */
export function readAliases(written: readonly string[]): ReadonlyMap<TestKey, TestKey> {
  return new Map(
    written.flatMap((line) => {
      const [from, to, ...more] = line.split(/\s+->\s+/)
      return from === undefined || to === undefined || more.length > 0
        ? []
        : [[keyOfName(to), keyOfName(from)] as const]
    }),
  )
}

/** A test as pages name it. */
export function keyOfName(name: string): TestKey {
  return keyOfParts(name.split(/\s*›\s*/))
}
