/**
 * What a number is called that has a unit and nothing else.
 * @param unit one of the model
 */
export function metricOfUnit(unit: string): string {
  if (unit === 'ns') return 'time'
  return unit.endsWith('/s') ? 'throughput' : 'value'
}
