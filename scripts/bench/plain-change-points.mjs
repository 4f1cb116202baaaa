// The change points of Apache Otava 0.8, read off its definition: every sum is added anew. The other half of differential
// tests of packages/stats/src/e-divisive, and what a bench compares with where Otava itself cannot be installed.

/**
 * @param {readonly number[]} series without missing values
 * @param {{ window: number, maxPValue: number, minMagnitude: number }} options
 */
export function plainChangePoints(series, { window, maxPValue, minMagnitude }) {
  const relaxed = maxPValue < 0.05 ? 10 * maxPValue : maxPValue < 0.5 ? 2 * maxPValue : maxPValue
  const weak = new Set()
  for (let start = 0; start < series.length; ) {
    const found = splitWindow(series.slice(start, start + window), relaxed).map((index) => start + index)
    for (const index of found) weak.add(index)
    start = Math.max(start + Math.floor(window / 2), ...found)
  }
  return merge(series, [...weak].sort(ascending), { maxPValue, minMagnitude })
}

function splitWindow(values, maxPValue) {
  const cuts = []
  for (;;) {
    const bounds = [0, ...cuts, values.length]
    const candidates = cuts.concat(values.length).flatMap((end, at) => bestCut(values, bounds[at], end))
    if (candidates.length === 0) return cuts
    const { index, from, end } = candidates.reduce((best, next) => (next.gain > best.gain ? next : best))
    if (!(judge(values, index, { from, end }).pValue <= maxPValue)) return cuts
    cuts.push(index)
    cuts.sort(ascending)
  }
}

/** None of a single value. */
function bestCut(values, from, end) {
  let best = null
  for (let tau = from + 1; tau < end; tau++) {
    for (let kappa = tau + 1; kappa <= end; kappa++) {
      const gain = gainOf(values.slice(from, tau), values.slice(tau, kappa))
      if (best === null || gain > best.gain) best = { index: tau, gain, from, end }
    }
  }
  return best === null ? [] : [best]
}

function gainOf(x, y) {
  const [n, m] = [x.length, y.length]
  let between = 0
  for (const left of x) for (const right of y) between += Math.abs(left - right)
  const withinX = n > 1 ? ((2 * m) / ((m + n) * (n - 1))) * distancesWithin(x) : 0
  const withinY = m > 1 ? ((2 * n) / ((m + n) * (m - 1))) * distancesWithin(y) : 0
  return (2 / (m + n)) * between - withinX - withinY
}

function distancesWithin(values) {
  let sum = 0
  for (let left = 0; left < values.length; left++)
    for (let right = left + 1; right < values.length; right++) sum += Math.abs(values[left] - values[right])
  return sum
}

function merge(series, indexes, { maxPValue, minMagnitude }) {
  const judged = (at, all) => judge(series, all[at], { from: all[at - 1] ?? 0, end: all[at + 1] ?? series.length })
  const points = indexes.map((_, at) => judged(at, indexes))
  while (points.length > 0) {
    let weakest = points.reduce((most, next) => (next.pValue > most.pValue ? next : most))
    if (weakest.pValue < maxPValue) {
      weakest = points.reduce((least, next) => (next.magnitude < least.magnitude ? next : least))
      if (weakest.magnitude > minMagnitude) break
    }
    const at = points.indexOf(weakest)
    points.splice(at, 1)
    const left = points.map(({ index }) => index)
    for (const again of [at, at + 1]) if (again < points.length) points[again] = judged(again, left)
  }
  return points
}

function judge(values, index, { from, end }) {
  const [left, right] = [values.slice(from, index), values.slice(index, end)]
  const [meanBefore, meanAfter] = [mean(left), mean(right)]
  const changes = [relativeChange(meanBefore, meanAfter), relativeChange(meanAfter, meanBefore)]
  return {
    index,
    pValue: pooledTTest(left, right),
    magnitude: Math.max(...changes.map(Math.abs)),
    meanBefore,
    meanAfter,
  }
}

function relativeChange(before, after) {
  return before === 0 ? 0 : after / before - 1
}

function pooledTTest(left, right) {
  const [n, m] = [left.length, right.length]
  const df = n + m - 2
  if (df === 0) return 1
  const pooled = ((n - 1) * variance(left) + (m - 1) * variance(right)) / df
  return twoSided((mean(left) - mean(right)) / Math.sqrt(pooled * (1 / n + 1 / m)), df)
}

/** Student's t with a whole number of degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4). */
function twoSided(t, df) {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(df))
  const isOdd = df % 2 === 1
  let term = isOdd ? Math.cos(angle) : 1
  let sum = df === 1 ? 0 : term
  for (let step = isOdd ? 3 : 2; step < df; step += 2) {
    term *= (Math.cos(angle) ** 2 * (step - 1)) / step
    sum += term
  }
  const inside = isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
  return Math.max(0, 1 - inside)
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Of a population. */
function variance(values) {
  const centre = mean(values)
  return mean(values.map((value) => (value - centre) ** 2))
}

function ascending(left, right) {
  return left - right
}
