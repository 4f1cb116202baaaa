import { type Problem, toProblem } from '@testwarden/core/model/errors'

export type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

/** Errors of the user and of the world become values here; anything else is our bug and goes on. */
export async function attempt<Value>(act: () => Value | Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await act() }
  } catch (error) {
    const problem = toProblem(error)
    if (problem === null) throw error
    return { ok: false, problem }
  }
}
