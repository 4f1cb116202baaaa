/** @throws Error for an input whose effect is not simulated, so that no test rests on it */
export function refuseUnknownInputs(
  action: string,
  inputs: ReadonlyMap<string, string>,
  known: readonly string[],
): void {
  const unknown = [...inputs.keys()].filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`The simulated ${action} does not know ${unknown.join(', ')}`)
}
