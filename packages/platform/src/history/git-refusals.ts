import { PlatformError } from '@testwarden/core/model/errors'
import { gitFailure } from '../git/failures.js'
import { shortRef } from './branch-ref.js'
import { type Refusal, refusalOf } from './write-refusals.js'

/** What git says when the server has no such ref; it never says so when it could not ask. */
export function isMissingRef(stderr: string, ref: string): boolean {
  return stderr.toLowerCase().includes(`couldn't find remote ref ${ref.toLowerCase()}`)
}

/** A fetch of the history that failed: never an empty history. */
export function fetchFailure(ref: string, stderr: string): PlatformError {
  const what = `fetch the history ${shortRef(ref)}`
  const { message, retryable, permission, remedy } = gitFailure(what, stderr)
  const mended =
    permission === null ? FETCH_REMEDY : 'give the job `permissions: contents: read` and pass `github-token`'
  return new PlatformError(message, { remedy: retryable ? (remedy ?? FETCH_REMEDY) : mended, retryable, permission })
}

const FETCH_REMEDY = 'run the same `git fetch` by hand to see what is wrong'

/** Somebody else moved the ref between our look and our push, or was moving it at the same instant. */
const MOVED =
  /\[(?:remote )?rejected\].*\((?:stale info|fetch first|non-fast-forward|needs force|failed to update ref|incorrect old value provided|reference already exists|cannot lock ref[^)]*|atomic push failed)\)|cannot lock ref|remote ref does not exist/i

/** Trouble of the server's or the network's that may be gone soon. */
const PASSING =
  /\((?:internal server error|unpacker error|shallow update not allowed)\)|unpack(?:er)? (?:failed|error)|index-pack (?:failed|abnormal exit)|remote end hung up|service unavailable|try again/i

/**
 * What a failed push means.
 * @throws PlatformError unless somebody else was only faster
 */
export function pushAnswer(ref: string, said: string): 'moved-meanwhile' {
  const refusal = refusalOf(said)
  if (refusal !== null) throw refused(ref, { refusal, said })
  if (MOVED.test(said)) return 'moved-meanwhile'
  const failure = gitFailure(`push the history ${shortRef(ref)}`, withoutPorcelain(said))
  if (failure.permission !== null) throw refused(ref, { refusal: NO_WRITE, said })
  const retryable = failure.retryable || PASSING.test(said)
  throw new PlatformError(failure.message, { remedy: retryable ? 'run the job again' : PUSH_REMEDY, retryable })
}

const PUSH_REMEDY = 'run the same `git push` by hand to see why the server refuses it'

const NO_WRITE: Refusal = {
  reason: 'the token may not write',
  remedy: 'add `permissions: contents: write` to the job, or let the `publish` action write the history',
  permission: 'contents: write',
}

function refused(ref: string, { refusal, said }: { readonly refusal: Refusal; readonly said: string }): PlatformError {
  const { message } = gitFailure(`write the history ${shortRef(ref)}`, withoutPorcelain(said))
  return new PlatformError(`${refusal.reason}: ${message}`, {
    remedy: refusal.remedy,
    permission: refusal.permission,
  })
}

/** `To <url>` and `Done` say nothing that anybody wants. */
function withoutPorcelain(said: string): string {
  return said.replace(/^(?:To .*|Done)$/gm, '').trim()
}
