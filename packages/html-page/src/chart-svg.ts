import type { ChartPoint, ChartSection } from '@testwarden/core/model/page'
import { extent, sparkline } from '@testwarden/core/render/chart-text'
import { escapeHtml } from '@testwarden/core/render/escape'

const WIDTH = 640
const HEIGHT = 140
const MARGIN = { left: 8, right: 8, top: 12, bottom: 12 }
/** More points than pixels show nothing more; the newest are kept. */
const POINTS_SHOWN_MAX = 600

/** A line over time. Whoever does not see the drawing gets the same numbers as text below it. */
export function chartHtml(chart: ChartSection): string {
  const points = chart.points.filter((point) => Number.isFinite(point.value)).slice(-POINTS_SHOWN_MAX)
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return '<p>no points yet</p>'
  const { low, high } = extent(points)
  const unit = escapeHtml(chart.unit)
  return `<figure>
<div class="plot"><span class="tick">${high} ${unit}</span>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(sparkline(chart))}">${drawing(points)}</svg>
<span class="tick">${low} ${unit}</span></div>
<figcaption><span>${escapeHtml(first.label)}: ${first.value} ${unit}</span><span>${escapeHtml(last.label)}: <strong>${last.value} ${unit}</strong></span></figcaption>
</figure>`
}

function drawing(points: readonly ChartPoint[]): string {
  const places = placesOf(points)
  const line = places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  const bottom = HEIGHT - MARGIN.bottom
  const area = `${line}L${places.at(-1)?.x ?? 0} ${bottom}L${places[0]?.x ?? 0} ${bottom}Z`
  const grid = [MARGIN.top, HEIGHT / 2, bottom].map((y) => `<path class="grid" d="M0 ${y}H${WIDTH}"/>`).join('')
  return `${grid}<path class="area" d="${area}"/><path class="line" d="${line}"/>`
}

function placesOf(points: readonly ChartPoint[]): { readonly x: number; readonly y: number }[] {
  const { low, high } = extent(points)
  const width = WIDTH - MARGIN.left - MARGIN.right
  const height = HEIGHT - MARGIN.top - MARGIN.bottom
  return points.map(({ value }, index) => ({
    x: round(MARGIN.left + (points.length === 1 ? width / 2 : (index / (points.length - 1)) * width)),
    y: round(MARGIN.top + (high === low ? height / 2 : (1 - (value - low) / (high - low)) * height)),
  }))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
