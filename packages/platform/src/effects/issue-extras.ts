import { PlatformError } from '@testwarden/core/model/errors'
import type { GitHub } from '@testwarden/core/ports/github'

/** GitHub takes no more of an issue. */
const ASSIGNEES_MAX = 10

/** What an issue can be given, and sentences on what is left out. */
export interface Usable {
  readonly names: readonly string[]
  readonly lacks: readonly string[]
}

/** Labels that the repository has, the missing ones made. Where nobody can look, GitHub makes them with the issue. */
export async function usableLabels(names: readonly string[], github: GitHub): Promise<Usable> {
  const { able, unable } = await sift(names, (name) => orElse(true, () => github.ensureLabel(name)))
  return { names: able, lacks: unable.map(unmadeLabel) }
}

/** People to whom issues can be given. One who may not be assigned makes GitHub refuse the whole issue. */
export async function usableAssignees(logins: readonly string[], github: GitHub): Promise<Usable> {
  const { able, unable } = await sift(logins, (login) => orElse(false, () => github.mayBeAssigned(login)))
  return {
    names: able.slice(0, ASSIGNEES_MAX),
    lacks: [...unable.map(unassignable), ...able.slice(ASSIGNEES_MAX).map(oneTooMany)],
  }
}

/** One after the other, as GitHub wants its writes. */
async function sift(names: readonly string[], isAble: (name: string) => Promise<boolean>) {
  const able: string[] = []
  const unable: string[] = []
  for (const name of new Set(names)) ((await isAble(name)) ? able : unable).push(name)
  return { able, unable }
}

async function orElse(answer: boolean, ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return answer
  }
}

function unmadeLabel(name: string): string {
  return `The label ${JSON.stringify(name)} is left out: the repository does not have it, and the token may not make it.`
}

function unassignable(login: string): string {
  return `${JSON.stringify(login)} is not assigned: GitHub does not say that issues can be given to them.`
}

function oneTooMany(login: string): string {
  return `${JSON.stringify(login)} is not assigned: an issue takes ${ASSIGNEES_MAX} people.`
}
