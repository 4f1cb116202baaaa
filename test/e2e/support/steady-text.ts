/** A text in which neither moments nor commits nor ids differ from run to run. */
export function steady(text: string): string {
  return text
    .replace(/<!-- testwarden-issue:[^\n]*-->/g, '<!-- marker -->')
    .replace(/<!-- testwarden:(told|[a-z]+-)[^\n]*-->\n/g, '')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, '<moment>')
    .replace(/\b(EMRG|INC)-\d{8}-\d{6}\b/g, '$1-<moment>')
    .replace(/\b[0-9a-f]{40}\b/g, '<sha>')
    .replace(/\b[0-9a-f]{10}\b/g, '<sha>')
    .replace(/inc-[0-9a-f]{32}/g, 'inc-<key>')
}

/** The lines of a part of the issue, from its heading to the next. */
export function partOf(body: string | null, heading: string): readonly string[] {
  const lines = steady(body ?? '').split('\n')
  const begin = lines.indexOf(`### ${heading}`)
  if (begin < 0) return []
  const rest = lines.slice(begin + 1)
  const end = rest.findIndex((line) => /^(?:### |<!-- |<details>|---$)/.test(line))
  return (end < 0 ? rest : rest.slice(0, end)).filter((line) => line !== '')
}

/** A row of the table at the top. */
export function factOf(body: string | null, name: string): string | null {
  const row = steady(body ?? '')
    .split('\n')
    .find((line) => line.startsWith(`| ${name} | `))
  return row === undefined ? null : row.slice(`| ${name} | `.length, -2)
}
