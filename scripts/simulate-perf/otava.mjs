// Change points as Apache Otava finds them, taken for alarms as soon as so many points have come since.
import { createChangePointFinder } from '../../packages/stats/lib/e-divisive/find-series-change-points.js'

/** Its own default. */
const WINDOW = 50

/** What is older than several windows changes nothing near the end; whole windows are left out, so that the others stay. */
const POINTS = 4 * WINDOW

/** Change points that are so near to each other are of one change. */
const NEAR = 3

/** One rule for each number of points to wait for. All of them see the same change points, each processor's by itself. */
export function otavaRules(waits) {
  const found = new WeakMap()
  return waits.map((wait) => ({
    name: `Otava after ${wait} ${wait === 1 ? 'point' : 'points'}`,
    start: (project) => {
      const points = found.get(project) ?? findAsTold(project)
      found.set(project, points)
      return alarmsAfter(wait, points, project)
    },
  }))
}

/** Finds the change points of every benchmark once for each run, whoever asks first. */
function findAsTold({ benchmarks }) {
  const find = createChangePointFinder({ window: WINDOW })
  const pasts = new Map()
  let told = { run: -1, worse: [] }
  return (row, run, processor) => {
    if (told.run === run) return told.worse
    const past = pasts.get(processor) ?? Array.from({ length: benchmarks }, () => ({ values: [], before: 0 }))
    pasts.set(processor, past)
    told = { run, worse: past.map((each, index) => worsePoints(each, { value: Math.exp(row[index]), find })) }
    return told.worse
  }
}

/** Places in the whole past of a processor at which the benchmark became slower, and how many points it has. */
function worsePoints(past, { value, find }) {
  past.values.push(value)
  if (past.values.length > POINTS + WINDOW) {
    past.values.splice(0, WINDOW)
    past.before += WINDOW
  }
  const worse = find(past.values).filter(({ meanBefore, meanAfter }) => meanAfter > meanBefore)
  return { places: worse.map(({ index }) => past.before + index), points: past.before + past.values.length }
}

function alarmsAfter(wait, pointsOf, { benchmarks }) {
  const alarmed = new Map()
  return (row, run, processor) => {
    const known = alarmed.get(processor) ?? Array.from({ length: benchmarks }, () => [])
    alarmed.set(processor, known)
    return pointsOf(row, run, processor).flatMap(({ places, points }, benchmark) => {
      const fresh = places.filter(
        (place) => points - place >= wait && !known[benchmark].some((other) => Math.abs(place - other) <= NEAR),
      )
      known[benchmark].push(...fresh)
      return fresh.length > 0 ? [benchmark] : []
    })
  }
}
