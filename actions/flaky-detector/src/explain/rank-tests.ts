import type { ExplainedScores } from '@testwarden/core/files/explain-test-file'
import type { TestKey } from '@testwarden/core/model/test-key'
import type { StoryCell } from '../diagnosis/story.js'
import { scoresOf } from '../diagnosis/trend.js'
import { storyOf } from '../reading/build-past.js'
import { readCells } from '../reading/story-text.js'
import type { Timeline } from '../reading/timeline.js'

/** Scores of a test, and where it stands among all that ever failed. @param names of the test, the present one first */
export function rankOf(names: readonly TestKey[], cells: readonly StoryCell[], timeline: Timeline): ExplainedScores {
  const own = scoresOf(cells)
  const failed = new Set(timeline.usable.flatMap((run) => timeline.runs.failed(run).map(({ key }) => key)))
  const others = [...failed].filter((key) => !names.includes(key)).map((key) => recentFlipRate(key, timeline))
  const hasFailed = cells.some((cell) => cell.failed > 0)
  return {
    ...own,
    rank: hasFailed ? others.filter((rate) => rate > own.recentFlipRate).length + 1 : null,
    ranked: others.length + (hasFailed ? 1 : 0),
  }
}

function recentFlipRate(key: TestKey, timeline: Timeline): number {
  return scoresOf(readCells(storyOf([key], timeline).cells, timeline.commits) ?? []).recentFlipRate
}
