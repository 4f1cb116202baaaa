import { steadyName } from '@testwarden/core/model/test-key'
import type { RunnerName, SelectedTest, TestSelector } from '../selectors/selector.js'

/**
 * Those of `reported` that are `wanted`, which another report may name otherwise: both are compared by what their runner
 * calls them. A place that only one of them tells is no difference, nor is the folder that it begins in.
 */
export function matchTests<Test extends SelectedTest>(
  wanted: SelectedTest,
  reported: readonly Test[],
  selector: TestSelector,
): readonly Test[] {
  const name = selector.nameOf(wanted)
  const steady = steadyName(name.name)
  return reported.filter((test) => {
    const other = selector.nameOf(test)
    return steadyName(other.name) === steady && isSamePlace(name.place, other.place)
  })
}

function isSamePlace(left: RunnerName['place'], right: RunnerName['place']): boolean {
  if (left === null || right === null) return true
  const [one, other] = [slashed(left), slashed(right)]
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`)
}

function slashed(place: string): string {
  return place.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
}
