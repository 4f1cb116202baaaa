import type { ChartPoint, ChartSection } from '../model/page.js'

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
const POINTS_SHOWN_MAX = 60

/** A chart in one line of text: `▁▃▆█ 81.2 → 84.7 % (81.2 to 84.7, 4 points)`; the newest points where there are many. */
export function sparkline(chart: ChartSection): string {
  const points = chart.points.filter((point) => Number.isFinite(point.value)).slice(-POINTS_SHOWN_MAX)
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return 'no points yet'
  const { low, high } = extent(points)
  const bars = points.map((point) => barOf(point.value, { low, high })).join('')
  const hidden = chart.points.length - points.length
  const note = hidden === 0 ? '' : `, ${hidden} points not shown`
  return `${bars} ${first.value} → ${last.value} ${chart.unit} (${first.label} to ${last.label}${note})`
}

/** Smallest and largest value. The points must not be empty. */
export function extent(points: readonly ChartPoint[]): { readonly low: number; readonly high: number } {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const { value } of points) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return { low, high }
}

function barOf(value: number, { low, high }: { readonly low: number; readonly high: number }): string {
  const share = high === low ? 0.5 : (value - low) / (high - low)
  return BARS[Math.round(share * (BARS.length - 1))] ?? ''
}
