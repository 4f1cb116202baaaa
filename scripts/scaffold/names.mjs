/** A refusal that the author of the new thing can mend; shown without a stack. */
export class Refusal extends Error {}

const KEBAB_CASE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const MAX_LENGTH = 40
const DISPLAY_NAME = /^[\p{L}\p{N}][\p{L}\p{N} .,()+#&/_-]{0,59}$/u
/** Words that cannot name a constant. */
const RESERVED = new Set(
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with yield let static await'.split(
    ' ',
  ),
)

/**
 * @param {string | undefined} name
 * @param {string} what it names, for the message
 * @returns {string}
 */
export function requireKebabCase(name, what) {
  if (name === undefined || name === '') throw new Refusal(`The ${what} is missing.`)
  if (!KEBAB_CASE.test(name))
    throw new Refusal(`The ${what} ${JSON.stringify(name)} is not in kebab-case, such as ${suggestKebabCase(name)}.`)
  if (name.length > MAX_LENGTH) throw new Refusal(`The ${what} ${name} is longer than ${MAX_LENGTH} characters.`)
  if (RESERVED.has(name))
    throw new Refusal(`The ${what} ${name} is a word of the language, so nothing can be called it.`)
  return name
}

/** @param {string | undefined} name */
export function requireDisplayName(name) {
  if (name === undefined || name === '') throw new Refusal('The display name is missing, such as "JaCoCo XML".')
  if (!DISPLAY_NAME.test(name))
    throw new Refusal(
      `The display name ${JSON.stringify(name)} is not up to 60 letters, digits, blanks and .,()+#&/_-.`,
    )
  return name
}

/** `mock-audit` to `mockAudit` @param {string} id */
export function camelCase(id) {
  return id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())
}

/** `mock-audit` to `MockAudit` @param {string} id */
export function pascalCase(id) {
  return id.charAt(0).toUpperCase() + camelCase(id).slice(1)
}

/** `mock-audit` to `Mock audit` @param {string} id */
export function sentenceCase(id) {
  return id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')
}

function suggestKebabCase(name) {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const suggestion = words.join('-').replace(/^[0-9-]+/, '')
  return suggestion === '' ? 'mock-audit' : suggestion.slice(0, MAX_LENGTH)
}
