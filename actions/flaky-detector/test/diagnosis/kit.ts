import { type Diagnosis, diagnose, type Question } from '../../src/diagnosis/diagnose.js'
import type { StoryCell, TestStory } from '../../src/diagnosis/story.js'

const LETTERS: Readonly<Record<string, { readonly failed: number; readonly passed: number }>> = {
  P: { failed: 0, passed: 1 },
  F: { failed: 1, passed: 0 },
  R: { failed: 1, passed: 1 },
  B: { failed: 3, passed: 0 },
}

/** One letter for each commit, one hour apart: P passed, F failed, R failed and passed, B failed three times. */
export function cellsOf(text: string): readonly StoryCell[] {
  return [...text].map((letter, at) => ({
    commit: `commit-${at}`,
    tree: `tree-${at}`,
    run: `run-${at}`,
    time: timeOf(at),
    ...(LETTERS[letter] ?? { failed: 0, passed: 0 }),
  }))
}

export function timeOf(hour: number): string {
  return new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000).toISOString()
}

export function storyOf(text: string, parts: Partial<TestStory> = {}): TestStory {
  return { cells: cellsOf(text), contradictions: [], ...parts }
}

/** The diagnosis of one failed attempt after this story. */
export function diagnoseAfter(text: string, parts: Partial<Question> = {}): Diagnosis {
  return diagnose({
    story: storyOf(text),
    present: { failed: 1, passed: 0 },
    alsoFailsOnBase: null,
    isWithheld: false,
    ...parts,
  })
}
