/** How often each operation was asked for, repeated requests included. */
export interface CallCounter {
  count(method: string, template: string): void
  /** `POST /check-runs` to a number; operations of the repository are named without its path. */
  read(): Readonly<Record<string, number>>
}

const REPOSITORY = '/repos/{owner}/{repo}'

export function createCallCounter(): CallCounter {
  const calls = new Map<string, number>()
  return {
    count(method, template) {
      const name = `${method} ${shortTemplate(template)}`
      calls.set(name, (calls.get(name) ?? 0) + 1)
    },
    read: () => Object.fromEntries([...calls].sort(([left], [right]) => (left < right ? -1 : 1))),
  }
}

/** On GitHub Enterprise the address of GraphQL is given in full. */
function shortTemplate(template: string): string {
  if (template.endsWith('/graphql')) return '/graphql'
  return template.startsWith(`${REPOSITORY}/`) ? template.slice(REPOSITORY.length) : template
}
