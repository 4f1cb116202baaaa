import type { TestRuns } from '@testwarden/history/tests/decode-runs'
import { type CauseSigns, createTrail } from './cause-trail.js'
import { createFlakeMemory, type FlakeMemory } from './known-flakes.js'
import { createLine, type LineRun, type RecordedLine } from './recorded-line.js'
import { failedForGood, type RecordedRules, troublesOfRun } from './recorded-troubles.js'
import type { Arrival, RecordedWorkflow } from './recorded-workflow.js'

/** A run that told how the branch stands. */
export interface RunSigns {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly causes: readonly CauseSigns[]
}

export interface ReadSigns {
  /** In the order in which they came. */
  readonly runs: readonly RunSigns[]
  /** Runs with a failure that counts. */
  readonly badRuns: number
  /** Of known flakes: tests, one for each run that they failed in. */
  readonly flakeFailures: number
}

/** The runs of a workflow as incidents see them. @param closeAfter green runs after which a cause is gone */
export function readSigns({ cells, arrivals }: RecordedWorkflow, rules: RecordedRules, closeAfter: number): ReadSigns {
  const known = cells.map((runs): Cell => ({ runs, flakes: createFlakeMemory(runs), line: createLine() }))
  const trail = createTrail(
    known.map(({ line }) => line),
    closeAfter,
  )
  const runs: RunSigns[] = []
  let [badRuns, flakeFailures] = [0, 0]
  for (const arrival of arrivals) {
    const cell = known[arrival.cell]
    if (cell === undefined) continue
    cell.flakes.learn(arrival.run, arrival.record.tree)
    const run = lineRunOf(cell, arrival, rules)
    if (run === null) continue
    flakeFailures += failuresOfFlakes(cell, arrival.run)
    if (run.troubles.size > 0) badRuns++
    if (cell.line.add(run)) runs.push({ at: run.time, causes: trail.step(arrival.cell, run) })
  }
  return { runs, badRuns, flakeFailures }
}

interface Cell {
  readonly runs: TestRuns
  readonly flakes: FlakeMemory
  readonly line: RecordedLine
}

/** null: it is not on the default branch. */
function lineRunOf({ runs, flakes }: Cell, { record, run, place }: Arrival, rules: RecordedRules): LineRun | null {
  if (place === null) return null
  const troubles = troublesOfRun({ runs, run, flakes: flakes.known }, rules)
  return {
    sha: record.testedSha,
    run: record.key.run,
    time: record.time,
    place,
    troubles: new Map(troubles.map((trouble) => [trouble.cause, trouble])),
    isWhole: runs.isWhole(run) && runs.withheld(run) === null,
  }
}

function failuresOfFlakes({ runs, flakes }: Cell, run: number): number {
  if (runs.withheld(run) !== null) return 0
  return failedForGood(runs, run).filter(({ key }) => flakes.known.has(key)).length
}
