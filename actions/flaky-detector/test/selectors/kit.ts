import type { SelectedTest } from '../../src/selectors/selector.js'

/** A test as a report may name it; whatever is left out the report does not tell. */
export function testNamed(name: string, rest: Partial<SelectedTest> = {}): SelectedTest {
  return { suite: [], className: null, file: null, format: 'junit', ...rest, name }
}
