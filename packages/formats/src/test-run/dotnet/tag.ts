/** Of one case, and more than the model keeps. */
export const MAX_TAGS = 100

/** A category is a tag by itself, any other property with its name; null: it is of the tool's own use. */
export function tagOf(name: string, value: string): string | null {
  if (name === '' || name.startsWith('_')) return null
  if (name === 'Category') return value === '' ? null : value
  return value === '' ? name : `${name}=${value}`
}
