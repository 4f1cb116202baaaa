import { PlatformError } from '@testwarden/core/model/errors'

interface FailureMeaning {
  readonly pattern: RegExp
  readonly remedy: string
  readonly retryable?: boolean
  readonly permission?: string
}

/** What git's own words mean for the user. The first that fits is taken. */
const MEANINGS: readonly FailureMeaning[] = [
  {
    pattern:
      /not our ref|unadvertised object|remote ref .* not found|couldn't find remote ref|did not send all necessary/i,
    remedy: 'the commit is no longer on the server (a force push?): run the workflow again on the newest commit',
  },
  {
    pattern: /dubious ownership/i,
    remedy: 'the checkout belongs to another user: run this step as the user that checked out, or set safe.directory',
  },
  {
    pattern:
      /authentication failed|could not read username|invalid credentials|returned error: 40[0134]|permission denied|repository not found/i,
    remedy:
      'give the job `permissions: contents: read` and pass `github-token`, or set `fetch-depth: 2` in actions/checkout',
    permission: 'contents: read',
  },
  {
    pattern:
      /could not resolve host|timed out|connection (?:refused|reset)|early eof|returned error: (?:429|5\d\d)|hung up unexpectedly|unable to access/i,
    remedy: 'the server could not be reached: run the job again, or set `fetch-depth: 0` in actions/checkout',
    retryable: true,
  },
  {
    pattern:
      /bad object|bad revision|unknown revision|not a valid object|could not (?:read|get)|invalid object|missing (?:blob|tree|commit)/i,
    remedy:
      'the commit is not in this clone: set `fetch-depth: 2` in actions/checkout (`fetch-depth: 0` for all history)',
  },
  {
    pattern: /index file|index uses|unable to read index/i,
    remedy: 'the index of the checkout is damaged: run `git status` there',
  },
]

const SHOWN_CHARACTERS = 500

/** What git's standard error says, with its meaning and a remedy. The text may come from the server: it is shown, never obeyed. */
export function gitFailure(what: string, stderr: string): PlatformError {
  const meaning = MEANINGS.find(({ pattern }) => pattern.test(stderr))
  const otherwise = what.startsWith('fetch')
    ? 'set `fetch-depth: 2` in actions/checkout, so that nothing must be fetched'
    : 'run the same git command in the checkout to see what is wrong with it'
  return new PlatformError(`cannot ${what}: ${shorten(stderr)}`, {
    remedy: meaning?.remedy ?? otherwise,
    retryable: meaning?.retryable ?? false,
    permission: meaning?.permission ?? null,
  })
}

export function gitTimeout(what: string, timeoutMs: number): PlatformError {
  return new PlatformError(`cannot ${what}: git did not finish within ${timeoutMs / 1000} s`, {
    remedy: 'run the job again, or set `fetch-depth: 0` in actions/checkout so that nothing must be fetched',
    retryable: true,
  })
}

function shorten(stderr: string): string {
  const text = withoutCredentials(stderr)
    .trim()
    .replace(/\s*\n\s*/g, '; ')
  if (text === '') return 'git gave no reason'
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}...` : text
}

function withoutCredentials(text: string): string {
  return text.replace(/:\/\/[^\s/@]{1,500}@/g, '://***@').replace(/(authorization:\s*\w{1,20}\s+)\S+/gi, '$1***')
}
