/** Takes secrets out of a text that leaves the job: the runner masks logs and summaries, and nothing else. */
export type Redact = (text: string) => string

const MASK = '[redacted]'

/**
 * Shapes of well-known secrets. Each is linear: it can only start where its prefix stands, and a run that it scans
 * ends at a character that no prefix has.
 */
const SHAPES: readonly RegExp[] = [
  // GitHub: personal, OAuth, user, server and refresh tokens; newer ones carry dots.
  /gh[oprsu]_[A-Za-z0-9_.-]{16,}/g,
  /github_pat_[A-Za-z0-9_]{20,}/g,
  /glpat-[A-Za-z0-9_-]{20,}/g,
  /(?:AKIA|ASIA)[A-Z0-9]{16}/g,
  /xox[a-z]-[A-Za-z0-9-]{10,}/g,
  /xapp-[A-Za-z0-9-]{10,}/g,
  /npm_[A-Za-z0-9]{36}/g,
  // Every PyPI token starts with the same macaroon header.
  /pypi-AgE[A-Za-z0-9_-]{16,}/g,
  /AIza[A-Za-z0-9_-]{35}/g,
  /[rs]k_live_[A-Za-z0-9]{16,}/g,
  /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]*/g,
  /(?<=hooks\.slack\.com\/services\/)[A-Za-z0-9/]{10,}/g,
  /(?<=\/api\/webhooks\/\d{1,20}\/)[A-Za-z0-9_-]{10,}/g,
  /(?<=secret_?access_?key["']?[ \t]{0,4}[:=][ \t]{0,4}["']?)[A-Za-z0-9/+]{40}/gi,
]

const CREDENTIALS_IN_URL = /:\/\/[^\s/?#]+@/g
const AUTHORIZATION = /\b(bearer|basic|token)([ \t]{1,4})([A-Za-z0-9._~+/=-]{16,})/gi
const KEY_BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----/g
const KEY_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----/g

/**
 * @param patterns the user's own: plain text in which `*` stands for any run of characters without white space, such as
 *   `ACME-*`. Not regular expressions, so that none can run for minutes.
 */
export function createRedactor(patterns: readonly string[]): Redact {
  const own = patterns.map(toPieces).filter((pieces) => pieces.some((piece) => piece !== ''))
  return (text) => {
    let redacted = redactKnown(text)
    for (const pieces of own) redacted = redactOwn(redacted, pieces)
    return redacted
  }
}

/** Every shape needs one of these: most texts have none, and evidence has a great many texts. */
const HINT =
  /gh[oprsu]_|github_pat_|glpat-|AKIA|ASIA|xox|xapp-|npm_|pypi-|AIza|_live_|eyJ|slack|webhooks|access|:\/\/|bearer|basic|token|PRIVATE/i

function redactKnown(text: string): string {
  if (!HINT.test(text)) return text
  let redacted = redactPrivateKeys(text)
  for (const shape of SHAPES) redacted = redacted.replace(shape, MASK)
  return redacted.replace(CREDENTIALS_IN_URL, `://${MASK}@`).replace(AUTHORIZATION, maskAuthorization)
}

/** `basic authentication` in a sentence is no secret; one has digits. */
function maskAuthorization(whole: string, scheme: string, gap: string, credentials: string): string {
  return /\d/.test(credentials) ? `${scheme}${gap}${MASK}` : whole
}

/** A block without its end was cut off, so all that follows belongs to it. */
function redactPrivateKeys(text: string): string {
  let redacted = ''
  let from = 0
  for (;;) {
    const begin = findFrom(KEY_BEGIN, text, from)
    if (begin === null) return redacted + text.slice(from)
    redacted += text.slice(from, begin.start) + MASK
    const end = findFrom(KEY_END, text, begin.end)
    if (end === null) return redacted
    from = end.end
  }
}

function findFrom(
  pattern: RegExp,
  text: string,
  from: number,
): { readonly start: number; readonly end: number } | null {
  const search = new RegExp(pattern)
  search.lastIndex = from
  const match = search.exec(text)
  return match === null ? null : { start: match.index, end: match.index + match[0].length }
}

function toPieces(pattern: string): readonly string[] {
  return pattern.trim().split(/\*+/)
}

function redactOwn(text: string, pieces: readonly string[]): string {
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined) return text.replaceAll(only, MASK)
  return text.replace(/\S+/g, (word) => redactWord(word, pieces))
}

/** An open end reaches to the end of the word; the pieces between are looked for from left to right. */
function redactWord(word: string, pieces: readonly string[]): string {
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  const start = word.indexOf(first)
  if (start < 0) return word
  let position = start + first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = word.indexOf(piece, position)
    if (found < 0) return word
    position = found + piece.length
  }
  const end = last === '' ? word.length : word.lastIndexOf(last)
  if (end < position) return word
  return word.slice(0, start) + MASK + word.slice(end + last.length)
}
