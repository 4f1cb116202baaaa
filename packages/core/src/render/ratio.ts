import { formatInteger, NO_VALUE } from './numbers.js'

/** `+18 %` of a ratio of 1.18, `-4.2 %` of one of 0.958: whole percent from ten on. A dash where there is no ratio. */
export function formatChange(ratio: number): string {
  if (!isRatio(ratio)) return NO_VALUE
  const text = percentOf(ratio)
  if (text === '0') return '±0 %'
  return `${ratio > 1 ? '+' : '-'}${text} %`
}

/** `18 % slower`, `4.2 % faster`; of what is no time `18 % more`, `4.2 % less`; `unchanged` where no digit would show. */
export function changeInWords(ratio: number, unit: string): string {
  if (!isRatio(ratio)) return NO_VALUE
  const text = percentOf(ratio)
  if (text === '0') return 'unchanged'
  const [above, below] = unit.split('/')[0] === 'ns' ? ['slower', 'faster'] : ['more', 'less']
  return `${text} % ${ratio > 1 ? above : below}`
}

function isRatio(ratio: number): boolean {
  return Number.isFinite(ratio) && ratio >= 0
}

function percentOf(ratio: number): string {
  const percent = Math.abs(ratio - 1) * 100
  return percent >= 9.95 ? formatInteger(Math.round(percent)) : String(Number(percent.toFixed(1)))
}
