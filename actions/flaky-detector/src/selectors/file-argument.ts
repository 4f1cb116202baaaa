/** A path or package as an argument: one that begins with a dash would be an option. */
export function fileArgument(path: string): string {
  return path.startsWith('-') ? `./${path}` : path
}
