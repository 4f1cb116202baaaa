import { parseTextList } from '@testwarden/core/config/fields/globs'

const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,48})$/
const TEAM = /^[A-Za-z0-9][A-Za-z0-9-]{0,48}\/[A-Za-z0-9_.-]{1,100}$/

export const TEXTS_SCHEMA = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }

/** Texts with or without the `@` with which people mention each other; null: something among them is no text. */
export function parseNames(raw: unknown): readonly string[] | null {
  const parsed = parseTextList(raw === undefined ? [] : raw)
  return parsed.ok ? parsed.value.map((name) => name.replace(/^@/, '')) : null
}

export function isLogin(name: string): boolean {
  return LOGIN.test(name)
}

/** `acme/security` */
export function isTeam(name: string): boolean {
  return TEAM.test(name)
}

/** The first name that is there twice, in whatever case; null: none. */
export function repeatedName(names: readonly string[]): string | null {
  const lower = names.map((name) => name.toLowerCase())
  return names.find((_, at) => lower.indexOf(lower[at] ?? '') < at) ?? null
}
