import type { TestFailure } from '@testwarden/core/model/test-run'

const TYPE = /^(?:Uncaught )?([A-Z][\w$.]{0,98}(?:Error|Exception|Failure)|Error)(?: \[\w{1,98}\])?: /
const FRAME = /^[ \t]{0,16}at /m

/**
 * A failure of which a JavaScript tool tells the stack of its error: name and message, then one line per frame, as in
 * `TypeError: no door\n    at open (door.js:1:2)`.
 */
export function failureOfStack(stack: string): TestFailure {
  const frames = stack.search(FRAME)
  const message = frames === -1 ? stack : stack.slice(0, frames)
  return { ...failureOfMessage(message), trace: frames === -1 ? '' : stack.slice(frames) }
}

/** The same where message and stack stand apart, and the stack may say the message again. */
export function failureOfMessage(message: string, trace = ''): TestFailure {
  const [heading = '', type = null] = TYPE.exec(message) ?? []
  return { type, message: message.slice(heading.length).trim(), trace }
}

/** The type of the error that a stack begins with; null where it shows none. */
export function typeOfStack(stack: string): string | null {
  return TYPE.exec(stack)?.[1] ?? null
}
