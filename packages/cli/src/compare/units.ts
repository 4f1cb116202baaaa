/** Whether a unit of the model is one of time: `ns`, `ns/row`. */
export function isTime(unit: string): boolean {
  return unit === 'ns' || unit.startsWith('ns/')
}
