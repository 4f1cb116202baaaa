import { keyOfParts, type TestKey } from '@testwarden/core/model/test-key'

/** `old name -> new name` as keys, by the new one. What is written otherwise means nothing: {@link aliasNotes}. */
export function readAliases(written: readonly string[]): ReadonlyMap<TestKey, TestKey> {
  return new Map(written.flatMap((line) => readAlias(line) ?? []))
}

/** For people: lines that are no alias. */
export function aliasNotes(written: readonly string[]): readonly string[] {
  return written
    .filter((line) => readAlias(line) === null)
    .map(
      (line) => `\`aliases\` has ${JSON.stringify(line)}, which is not \`<old name> -> <new name>\`: it is left out.`,
    )
}

function readAlias(line: string): readonly [readonly [TestKey, TestKey]] | null {
  const [from, to, ...more] = line.split(' -> ')
  if (from === undefined || to === undefined || more.length > 0) return null
  return [[keyOfName(to.trim()), keyOfName(from.trim())]]
}

/** A test as pages name it. */
function keyOfName(name: string): TestKey {
  return keyOfParts(name.split(/\s*›\s*/))
}
