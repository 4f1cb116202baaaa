import { durationText, parseDuration } from '@testwarden/core/config/fields/duration'
import type { IncidentCommand, ReadCommands, RefusedCommand } from './command.js'

/** A comment may say several things; nobody means to say more than these. */
const MOST_COMMANDS = 5
const MOST_LINES = 200
const REASON_CHARACTERS = 300
const DAY_MS = 24 * 60 * 60 * 1000
const LONGEST_SILENCE_MS = 7 * DAY_MS
const COMMAND = /^\/(ack|acknowledge|resolve|silence|escalate)(?:\s+(.*))?$/i
const FENCE = /^\s{0,3}(?:```|~~~)/

/**
 * Commands of a comment: lines that begin with a slash and one of our words. What is quoted, or stands in a block of
 * code, is somebody else's word or an example. Any other slash is none of our business.
 */
export function readCommands(body: string): ReadCommands {
  const commands: IncidentCommand[] = []
  const refused: RefusedCommand[] = []
  for (const line of plainLines(body)) {
    const [, word, rest = ''] = COMMAND.exec(line) ?? []
    if (word === undefined || commands.length + refused.length >= MOST_COMMANDS) continue
    const read = readCommand(word.toLowerCase(), rest.trim())
    if (typeof read === 'string') refused.push({ line, reason: read })
    else commands.push(read)
  }
  return { commands, refused }
}

function plainLines(body: string): readonly string[] {
  let isCode = false
  return body.split(/\r\n|\r|\n/, MOST_LINES).flatMap((line) => {
    if (FENCE.test(line)) isCode = !isCode
    return isCode ? [] : [line.trimEnd()]
  })
}

/** @returns why not, where it is none */
function readCommand(word: string, rest: string): IncidentCommand | string {
  switch (word) {
    case 'resolve':
      return { kind: 'resolve' }
    case 'escalate':
      return { kind: 'escalate' }
    case 'silence':
      return readSilence(rest)
    default:
      return { kind: 'acknowledge' }
  }
}

function readSilence(rest: string): IncidentCommand | string {
  const [written = '', ...words] = rest.split(/\s+/)
  const reason = words.join(' ').slice(0, REASON_CHARACTERS)
  const durationMs = silenceOf(written)
  if (durationMs === null) return 'say for how long and why, such as `/silence 2h deploying the fix`'
  if (durationMs > LONGEST_SILENCE_MS)
    return `at most ${LONGEST_SILENCE_MS / DAY_MS} days at once, so that nothing is silent for ever`
  if (reason === '') return `say why, such as \`/silence ${durationText(durationMs)} deploying the fix\``
  return { kind: 'silence', durationMs, reason }
}

/** `2h`, `30m`, `1d` */
function silenceOf(written: string): number | null {
  const [, days] = /^(\d{1,3})d$/.exec(written) ?? []
  if (days !== undefined) return Number(days) > 0 ? Number(days) * DAY_MS : null
  const parsed = parseDuration(written)
  return parsed.ok && parsed.value >= 60_000 ? parsed.value : null
}
