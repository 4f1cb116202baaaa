/**
 * The file name of an assembly. Folders in front of it are those of one machine, and one name stands for the same tests
 * on every machine.
 */
export function assemblyName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}
