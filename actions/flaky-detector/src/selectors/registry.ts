import { goTestSelector } from './go-test.js'
import { gradleSelector } from './gradle.js'
import { jestSelector } from './jest.js'
import { mavenSelector } from './maven.js'
import { nextestSelector } from './nextest.js'
import { playwrightSelector } from './playwright.js'
import { pytestSelector } from './pytest.js'
import { rspecSelector } from './rspec.js'
import type { TestSelector } from './selector.js'
import { vitestSelector } from './vitest.js'

/** Every runner that can be told which tests to run, by id. */
export const selectors: readonly TestSelector[] = [
  goTestSelector,
  gradleSelector,
  jestSelector,
  mavenSelector,
  nextestSelector,
  playwrightSelector,
  pytestSelector,
  rspecSelector,
  vitestSelector,
]

export function selectorOf(id: string): TestSelector | null {
  return selectors.find((selector) => selector.id === id) ?? null
}
