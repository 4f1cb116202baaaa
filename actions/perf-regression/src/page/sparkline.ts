const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

/** Values as a line of bars, from the smallest to the largest. Empty for fewer than three. */
export function sparkline(values: readonly number[]): string {
  if (values.length < 3) return ''
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (!(high > low)) return BARS[3].repeat(values.length)
  return values.map((value) => BARS[Math.round(((value - low) / (high - low)) * (BARS.length - 1))]).join('')
}
