/** The path of a file as many runners write it, in the dots of a module: `tests.test_refund`. */
export function moduleOf(path: string): string {
  return path.replace(/\.\w+$/, '').replaceAll('/', '.')
}

export function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

/** Of `a.b.C`: `a` and `a.b`. */
export function* modulesAround(name: string): Iterable<string> {
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) yield name.slice(0, dot)
}
