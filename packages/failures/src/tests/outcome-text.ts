import type { TestCase, TestStatus } from '@testwarden/core/model/test-run'

const LETTERS: Readonly<Record<TestStatus, string>> = { passed: 'P', failed: 'F', errored: 'E', skipped: 'S' }

/** More attempts of one test are told by the first and the last of them. */
const ATTEMPTS_MAX = 50

/** One letter for each attempt of a case: `P`, `FFP`, `S`. */
export function outcomeOf({ status, attempts }: Pick<TestCase, 'status' | 'attempts'>): string {
  if (attempts.length === 0) return LETTERS[status]
  return shortened(attempts.map((attempt) => LETTERS[attempt.status]).join(''))
}

/** Of cases that are attempts of one test, in their order. */
export function outcomeOfCases(cases: readonly Pick<TestCase, 'status' | 'attempts'>[]): string {
  return shortened(cases.map(outcomeOf).join(''))
}

function shortened(letters: string): string {
  if (letters.length <= ATTEMPTS_MAX) return letters
  return letters.slice(0, ATTEMPTS_MAX / 2) + letters.slice(-ATTEMPTS_MAX / 2)
}

/** How many attempts failed or errored, and how many passed. */
export function attemptsOf(outcome: string): { readonly failed: number; readonly passed: number } {
  let [failed, passed] = [0, 0]
  for (const letter of outcome)
    if (letter === 'P') passed++
    else if (letter !== 'S') failed++
  return { failed, passed }
}

/** What a test counts as: one that ever passed has passed, else the last attempt tells that was not skipped. */
export function statusOf(outcome: string): TestStatus {
  if (outcome.includes('P')) return 'passed'
  const last = Math.max(outcome.lastIndexOf('F'), outcome.lastIndexOf('E'))
  if (last === -1) return 'skipped'
  return outcome[last] === 'E' ? 'errored' : 'failed'
}

export function isFlakyOutcome(outcome: string): boolean {
  const { failed, passed } = attemptsOf(outcome)
  return failed > 0 && passed > 0
}

/** From harmless to harmful. */
function harmOf(outcome: string): number {
  const { failed, passed } = attemptsOf(outcome)
  if (failed > 0) return passed > 0 ? 2 : 3
  return passed > 0 ? 1 : 0
}

/** Of two reports of one test the worse one counts; a longer list of attempts says more. */
export function isWorse(left: string, right: string): boolean {
  return harmOf(left) > harmOf(right) || (harmOf(left) === harmOf(right) && left.length > right.length)
}
