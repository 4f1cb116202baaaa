import { Refusal } from './names.mjs'

/**
 * Adds an item to a list in TypeScript such as `export const GATES: readonly AnyAction[] = [coverageGate]`.
 * @param {string} source
 * @param {{ name: string, item: string, order: 'sorted' | 'last' }} addition
 */
export function addToArray(source, { name, item, order }) {
  const pattern = new RegExp(`(export const ${name}\\b[^=]*= \\[)([^\\]]*)(\\])`)
  const match = pattern.exec(source)
  if (match === null) throw new Refusal(`There is no list ${name} to add ${item} to.`)
  const items = match[2].split(',').map((one) => one.trim())
  const all = [...items.filter((one) => one !== ''), item]
  if (order === 'sorted') all.sort()
  return source.replace(pattern, (_, before, _items, after) => `${before}${all.join(', ')}${after}`)
}

/**
 * Adds an import in front of the others; the formatter puts it in its place.
 * @param {string} source
 * @param {string} line
 */
export function addImport(source, line) {
  return `${line}\n${source}`
}

/**
 * Adds a project to the references of a tsconfig, behind its neighbours.
 * @param {string} source
 * @param {{ path: string, neighbours: string }} addition `neighbours`: how the paths of its kind start
 */
export function addReference(source, { path, neighbours }) {
  const config = JSON.parse(source)
  const last = config.references.findLastIndex((reference) => reference.path.startsWith(neighbours))
  if (last === -1) throw new Refusal(`There is no reference to ${neighbours}… to put ${path} behind.`)
  config.references.splice(last + 1, 0, { path })
  return `${JSON.stringify(config, null, 2)}\n`
}

/**
 * Adds a dependency to a package.json.
 * @param {string} source
 * @param {{ name: string, version: string }} addition
 */
export function addDependency(source, { name, version }) {
  const manifest = JSON.parse(source)
  const all = Object.entries({ ...manifest.dependencies, [name]: version })
  const dependencies = Object.fromEntries(all.sort(([left], [right]) => (left < right ? -1 : 1)))
  return `${JSON.stringify({ ...manifest, dependencies }, null, 2)}\n`
}
