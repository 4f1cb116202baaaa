import { selectorOf } from './registry.js'
import type { TestSelector } from './selector.js'

/** Tools whose reports name them as no selector is called. */
const RUNNERS: Readonly<Record<string, string>> = {
  'jest-junit': 'jest',
  'jest-json': 'jest',
  surefire: 'maven',
  'playwright-json': 'playwright',
  'rspec-json': 'rspec',
  'go-test-json': 'go-test',
  gotestsum: 'go-test',
  'go-junit-report': 'go-test',
}

/** The runner that wrote a report, by its dialect or format; null where that is not known. */
export function runnerOf(format: string): TestSelector | null {
  return selectorOf(RUNNERS[format] ?? format)
}
