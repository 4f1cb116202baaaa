import type { XmlAttributes } from '../../xml/attributes.js'

const SEPARATOR = /[\\/]/

/** The attribute `path`; where it is missing, the name, below the folder of its package when it is a name alone. */
export function filePath(packageName: string, attributes: XmlAttributes): string {
  const path = attributes.get('path') ?? ''
  if (path !== '') return path
  const name = attributes.get('name') ?? ''
  const isBare = name !== '' && !SEPARATOR.test(name)
  return isBare && packageName !== '' ? `${packageName.replaceAll('.', '/')}/${name}` : name
}
