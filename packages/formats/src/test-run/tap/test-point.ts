import { microsecondsOf, microsecondsOfSeconds } from '../duration.js'

/** One line `ok` or `not ok`. */
export interface TestPoint {
  readonly isOk: boolean
  /** null where the line has none. */
  readonly number: number | null
  /** May be empty. */
  readonly name: string
  readonly directive: 'skip' | 'todo' | null
  readonly durationUs: number | null
  /** Whether a brace ends the line: subtests follow, or the name is so. */
  readonly isBraced: boolean
}

const RESULT = /^(not )?ok(?![\w:.,;!?'/])/
/** The dash between number and name may touch both. */
const NUMBER = /^\s{1,100}(\d{1,15})(?=$|[\s#-])/
const DIRECTIVE = /^#\s{0,100}(skip\S{0,100}|todo)(?![^\s:])/i
const TIME = /^#\s{0,100}time=(\d{1,12}(?:\.\d{1,12})?)(ms|s)?(?=$|\s)/
/** As `bats --timing` writes it in TAP without a version. */
const IN_TIME = / in (\d{1,9})(ms|sec)$/

/** null for a line that is no result. @param hasVersion whether the stream says which version of TAP it is */
export function readPoint(line: string, hasVersion: boolean): TestPoint | null {
  const [result, not] = RESULT.exec(line) ?? []
  if (result === undefined) return null
  const behind = line.slice(result.length)
  const [numbered = '', number] = NUMBER.exec(behind) ?? []
  const description = behind.slice(numbered.length).trimStart().replace(/^-\s*/, '')
  const read = readDescription(description)
  const timed = hasVersion || read.durationUs !== null ? null : IN_TIME.exec(read.name)
  return {
    isOk: not === undefined,
    number: number === undefined ? null : Number(number),
    directive: read.directive,
    isBraced: /\s\{$/.test(description),
    name: timed === null ? read.name : read.name.slice(0, timed.index),
    durationUs: timed === null ? read.durationUs : timeUs(timed[1], timed[2]),
  }
}

/** Splits a description from what follows behind the first `#` that means something and has no backslash. */
function readDescription(text: string): Pick<TestPoint, 'name' | 'directive' | 'durationUs'> {
  let directive: TestPoint['directive'] = null
  let durationUs: number | null = null
  let end = text.length
  for (let at = nextHash(text, 0); at !== -1; at = nextHash(text, at + 1)) {
    const rest = text.slice(at)
    const [, word] = DIRECTIVE.exec(rest) ?? []
    const [, time, unit] = TIME.exec(rest) ?? []
    if (word === undefined && time === undefined) continue
    if (time !== undefined) durationUs ??= timeUs(time, unit)
    else directive ??= word?.toLowerCase() === 'todo' ? 'todo' : 'skip'
    end = Math.min(end, at)
    // What a directive gives as its reason may name another.
    if (directive !== null) break
  }
  return { name: unescaped(text.slice(0, end).trim()), directive, durationUs }
}

/** A `#` at the beginning or behind a blank. */
function nextHash(text: string, from: number): number {
  let at = text.indexOf('#', from)
  while (at > 0 && !/\s/.test(text.charAt(at - 1))) at = text.indexOf('#', at + 1)
  return at
}

/** TAP 14 puts a backslash before `#` and before a backslash; writers of TAP 13 do so too. */
export function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\([#\\])/g, '$1') : text
}

function timeUs(time: string | undefined, unit: string | undefined): number | null {
  if (time === undefined) return null
  return unit === 's' || unit === 'sec' ? microsecondsOf(time) : microsecondsOfSeconds(Number(time) / 1000)
}
