import { ConfigurationError } from '@testwarden/core/model/errors'

/** What is known of the run that a report is of, before git is asked. */
export interface RunPlace {
  /** A sha or the beginning of one; null: nobody says. */
  readonly commit: string | null
  readonly run: string | null
  readonly attempt: number | null
  /** ISO 8601. */
  readonly time: string | null
}

export const NOWHERE: RunPlace = { commit: null, run: null, attempt: null, time: null }

/** Of each fact the first that somebody tells. */
export function joinPlaces(places: readonly RunPlace[]): RunPlace {
  return places.reduce(
    (known, { commit, run, attempt, time }) => ({
      commit: known.commit ?? commit,
      run: known.run ?? run,
      attempt: known.attempt ?? attempt,
      time: known.time ?? time,
    }),
    NOWHERE,
  )
}

/** @param written empty texts count as not written. @throws ConfigurationError */
export function parsePlace(
  written: Readonly<Partial<Record<keyof RunPlace, string>>>,
  where: { readonly path?: string; readonly line?: number } = {},
): RunPlace {
  const { commit, run, attempt, time } = written
  return {
    commit: textOf(commit),
    run: textOf(run),
    attempt: textOf(attempt) === null ? null : attemptOf(attempt ?? '', where),
    time: textOf(time) === null ? null : timeOf(time ?? '', where),
  }
}

function textOf(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim()
}

function attemptOf(text: string, where: object): number {
  if (/^[1-9]\d{0,5}$/.test(text.trim())) return Number(text)
  throw new ConfigurationError(`${JSON.stringify(text.slice(0, 40))} is no attempt of a run.`, {
    remedy: 'Write 1, 2 and so on.',
    ...where,
  })
}

/** Only with a zone: a time that means something else on every machine orders nothing. */
function timeOf(text: string, where: object): string {
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/.test(text.trim())
  const ms = isMoment ? Date.parse(text.trim()) : Number.NaN
  if (!Number.isNaN(ms)) return new Date(ms).toISOString()
  throw new ConfigurationError(`${JSON.stringify(text.slice(0, 40))} is no moment.`, {
    remedy: 'Write it with its zone, as 2026-01-31T23:59:00Z.',
    ...where,
  })
}
