/** How a test of {@link reportOf} went: P passed, S skipped, or what it said when it failed. */
export type Told = 'P' | 'S' | { readonly says: string; readonly type?: string; readonly at?: string }

/** A report whose failures say what they like. */
export function reportOf(tests: Readonly<Record<string, Told>>, className = 'acme.RefundTest'): string {
  const cases = Object.entries(tests).map(
    ([name, told]) =>
      `  <testcase classname="${escaped(className)}" name="${escaped(name)}" time="0.012">${caseOf(told)}</testcase>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="${escaped(className)}" time="0.1" tests="${cases.length}" errors="0" skipped="0" failures="0">
${cases.join('\n')}
</testsuite>
`
}

function caseOf(told: Told): string {
  if (told === 'P') return ''
  if (told === 'S') return '<skipped message="later"/>'
  const { says, type = 'java.lang.AssertionError', at = 'acme.RefundTest' } = told
  return `<failure message="${escaped(says)}" type="${type}">${type}: ${escaped(says)}\n\tat ${at}</failure>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** So many tests that pass. */
export function passing(count: number): Readonly<Record<string, Told>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`passes_${index}`, 'P' as const]))
}
