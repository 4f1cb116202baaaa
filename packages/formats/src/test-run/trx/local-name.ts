/** Without the prefix of a namespace: most writers of TRX make theirs the default one, some do not. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
