/** The name of a test without its class: `Ns.Class.Adds(1, 2)` is `Adds(1, 2)` in `Ns.Class`. Other names stay whole. */
export function memberName(fullName: string, className: string | null): string {
  if (className === null || className === '') return fullName
  const isMember = fullName.length > className.length + 1 && fullName.startsWith(`${className}.`)
  return isMember ? fullName.slice(className.length + 1) : fullName
}
