const TIME = /^(?:[fpnuµμm]?s|sec|min|m|h)(?:\/|$)/
const RATE = /\/s(?:ec)?$/

/** What is measured, where a tool tells nothing but the unit: `time`, `throughput`, else the unit's own word. */
export function metricOfUnit(unit: string): string {
  if (TIME.test(unit)) return 'time'
  if (RATE.test(unit)) return 'throughput'
  const [things = unit] = unit.split('/')
  return things === '' ? unit : things
}
