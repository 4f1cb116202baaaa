const MAX_LENGTH = 200
const SEPARATOR = ' : '
const TYPE = /^[\p{L}_][\p{L}\p{N}_.`+]*$/u

/** The type of an exception that a message begins with, as NUnit and xUnit.net write it: `System.Exception : text`. */
export function exceptionType(message: string): string | null {
  const end = message.slice(0, MAX_LENGTH).indexOf(SEPARATOR)
  const type = message.slice(0, Math.max(end, 0))
  return TYPE.test(type) && (type.includes('.') || type.endsWith('Exception')) ? type : null
}
