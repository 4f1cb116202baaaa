import type { TestIdentity } from './test-run.js'

/**
 * Which test something is about, as one text that is the same in every run: file, suites, class and name, joined by
 * {@link SEPARATOR}. What changes from run to run by itself is replaced: seeds, uuids, addresses, moments.
 */
export type TestKey = string

const SEPARATOR = '\u001f'
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f]+/g

/** What tools print into names that no two runs have in common, and what stands for it. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '{uuid}'],
  [/\b(seed\s{0,2}[=:]\s{0,2}|seed\s|--seed[= ])(?:\[[0-9a-f:]{1,80}\]|(?:0x)?[0-9a-f]{2,40}\b)/gi, '$1{seed}'],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/g, '{time}'],
  [/\b0x[0-9a-f]{6,16}\b/gi, '{address}'],
  [/@[0-9a-f]{5,16}\b/g, '@{address}'],
  [/\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{24,128}\b/gi, '{hex}'],
]

/** Parts that repeat the one before are left out: many tools write a suite's name into its cases' classes. */
export function testKeyOf({ file, suite, className, name }: TestIdentity): TestKey {
  const parts = [file, ...suite, className].filter((part) => part !== null && part !== '').map(steadyName)
  const distinct = parts.filter((part, index) => part !== parts[index - 1])
  return [...distinct, steadyName(name)].join(SEPARATOR)
}

/** One part of an identity without what is different in every run. */
export function steadyName(text: string | null): string {
  let steady = (text ?? '').replace(CONTROLS, ' ')
  // Only digits make any of these.
  if (/[0-9]/.test(steady)) for (const [pattern, instead] of VOLATILE) steady = steady.replace(pattern, instead)
  return steady
}

/** The further of several tests that are named alike in one run, by their order: the second is number 2. */
export function numberedKey(key: TestKey, number: number): TestKey {
  return number === 1 ? key : `${key} #${number}`
}

/** Outermost first; the last is the test's own name. */
export function partsOfKey(key: TestKey): readonly string[] {
  return key.split(SEPARATOR)
}

export function keyOfParts(parts: readonly string[]): TestKey {
  return parts.map((part) => part.replace(CONTROLS, ' ')).join(SEPARATOR)
}

/** For people: `tests/test_a.py › TestA › test_b`. */
export function testNameOf(key: TestKey): string {
  return partsOfKey(key).join(' › ')
}
