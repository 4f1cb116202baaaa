import { type JsonTemplate, type Placeholder, placeholders } from '@testwarden/core/model/target'
import type { NoticeValues } from './notice-values.js'

const PLACEHOLDER = /\{\{\s*([A-Za-z]{1,40})\s*\}\}/g
const ALONE = /^\s*\{\{\s*([A-Za-z]{1,40})\s*\}\}\s*$/

/**
 * Puts values into a template. Both are JSON values and stay so: nothing is ever pasted into a text of JSON, and what was
 * put in is not looked through for placeholders again. A key whose whole value is null is left out, as services refuse
 * null where they take a text.
 */
export function fillTemplate(template: JsonTemplate, values: NoticeValues): unknown {
  if (typeof template === 'string') return fillText(template, values)
  if (typeof template !== 'object' || template === null) return template
  if (isList(template)) return template.map((item) => fillTemplate(item, values)).filter((item) => item !== null)
  const entries = Object.entries(template).map(([key, item]) => [key, fillTemplate(item, values), item] as const)
  return Object.fromEntries(entries.filter(([, filled, item]) => filled !== null || item === null))
}

function fillText(text: string, values: NoticeValues): unknown {
  const name = ALONE.exec(text)?.[1]
  if (name !== undefined && isPlaceholder(name)) return values[name]
  return text.replace(PLACEHOLDER, (whole, inner: string) => {
    const value = isPlaceholder(inner) ? values[inner] : whole
    return typeof value === 'string' ? value : ''
  })
}

function isList(template: object): template is readonly JsonTemplate[] {
  return Array.isArray(template)
}

function isPlaceholder(name: string): name is Placeholder {
  return [...placeholders.text, ...placeholders.other].some((known) => known === name)
}
