import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url))

/** A project of examples/: its files before and after the change, and the real reports of both. */
export interface ExampleProject {
  readonly base: Readonly<Record<string, string>>
  /** Only the files that the change lays over the base. */
  readonly change: Readonly<Record<string, string>>
  readonly reports: { readonly base: string; readonly change: string }
}

export const INVOICE = exampleProject('python-invoice', 'coverage.xml')
export const CART = exampleProject('typescript-cart', 'lcov.info')

function exampleProject(name: string, report: string): ExampleProject {
  const folder = join(EXAMPLES, name)
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  return {
    base: filesOf(join(folder, 'base')),
    change: filesOf(join(folder, 'change')),
    reports: { base: read(`reports/base/${report}`), change: read(`reports/change/${report}`) },
  }
}

function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    paths.map((path) => [
      path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
      readFileSync(path, 'utf8'),
    ]),
  )
}
