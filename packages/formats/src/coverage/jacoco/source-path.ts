/**
 * Where a source file lies below its source folder: the folder of its package, then its name. Pester writes a path
 * below the package's parent for the name, so what both have in common stands there once.
 * @param packageName with slashes, as JaCoCo writes it; empty for the default package
 */
export function sourcePath(packageName: string, fileName: string): string {
  const end = fileName.lastIndexOf('/')
  if (packageName === '' || fileName.startsWith('/')) return fileName
  const folder = fileName.slice(0, Math.max(end, 0))
  if (folder !== '' && `/${packageName}`.endsWith(`/${folder}`)) return `${packageName}${fileName.slice(end)}`
  return `${packageName}/${fileName}`
}
