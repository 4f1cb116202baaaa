/**
 * How text that we did not write becomes harmless where it is shown. Every sink has one function here, and each text
 * passes exactly one of them, exactly once.
 *
 * Characters that nobody sees (controls, direction overrides, zero width) are shown as escapes such as `\u{202e}`, so
 * that a reader notices them.
 */

const UNSEEN =
  /[\p{Cc}\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu
const WHITESPACE = /[\t\n\v\f\r \u0085\u2028\u2029]+/g
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** For a terminal: one line, whatever the text; no sequence can move the cursor, colour or reorder what stands there. */
export function escapeTerminal(text: string): string {
  return text.replace(UNSEEN, showUnseen)
}

/**
 * For a line of a job's log. The runner takes `::name::` at the start of a line and `##[name]` anywhere in it for a
 * command (actions/runner, ActionCommand.cs), so both are broken visibly.
 */
export function escapeLogLine(text: string): string {
  return escapeTerminal(text)
    .replaceAll('##[', '##\\u{5b}')
    .replace(/^\s*::/, (start) => `${start.slice(0, -2)}\\u{3a}:`)
}

/**
 * For finished output of the command line, our own colours or JSON included, because it may run inside a job: no line of
 * it is a command for the runner. The escape means the same in JSON.
 */
export function breakCommands(text: string): string {
  return text.replace(BRACKET_COMMAND, '##\\u005b').replace(LINE_COMMAND, '$1\\u003a:')
}

/** The runner compares by culture, where characters without width and most controls count as nothing. */
const BRACKET_COMMAND = /#[\p{Default_Ignorable_Code_Point}]*#[\p{Default_Ignorable_Code_Point}]*\[/gu
const LINE_COMMAND = /^([^\S\r\n]*)[\p{Default_Ignorable_Code_Point}]*:[\p{Default_Ignorable_Code_Point}]*:/gmu

/** For an element's text and a quoted attribute's value in HTML. Line breaks stay. */
export function escapeHtml(text: string): string {
  return escapeTextNode(text).replace(/[&<>"']/g, (character) => HTML[character] ?? character)
}

/** For a script that puts the text into a node of its own, where nothing is markup. Line breaks and tabs stay. */
export function escapeTextNode(text: string): string {
  return text.replace(UNSEEN, (character) =>
    character === '\n' || character === '\t' ? character : showUnseen(character),
  )
}

/** JSON for a `<script>` element that holds data: nothing in it can end the element or begin a comment. */
export function escapeScriptJson(json: string): string {
  return json.replaceAll('<', '\\u003c')
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * For running text in GitHub's Markdown, table cells included: shown as written, on one line. Nothing in it becomes
 * markup, a link, a mention of a person, an issue or a commit, an emoji or a formula.
 */
export function escapeMarkdown(text: string): string {
  return breakReferences(onOneLine(text))
    .replace(/[\\`*[\]<>&|~$\u200b]/g, (character) => MARKDOWN[character] ?? character)
    .replace(/_+/g, escapeOuterUnderscores)
}

const MARKDOWN: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '`': '\\`',
  '*': '\\*',
  '[': '\\[',
  ']': '\\]',
  '~': '\\~',
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  // Parsers disagree about `\\|` in a table; none splits a row at an entity.
  '|': '&#124;',
  // GitHub's way to keep a dollar sign from starting a formula.
  $: '<span>$</span>',
  '\u200b': '&#8203;',
}

/** Running text inside raw HTML of a Markdown document, such as `<summary>`: GitHub still links references there. */
export function escapeMarkdownHtml(text: string): string {
  return breakReferences(onOneLine(text)).replace(
    /[&<>"'$\u200b]/g,
    (character) => HTML[character] ?? MARKDOWN[character] ?? character,
  )
}

/**
 * A whole code span, delimiters included. Text that a delimiter could not hold in a table, or that would look like a
 * hidden comment of ours, becomes a `<code>` element.
 */
export function escapeMarkdownCode(text: string): string {
  const line = escapeTerminal(text.replace(WHITESPACE, ' '))
  if (line.trim() === '' || line.includes('|') || line.includes('<!--')) return `<code>${escapeMarkdown(line)}</code>`
  const fence = '`'.repeat(longestRun(line, '`') + 1)
  const isPadded = /^[` ]|[` ]$/.test(line)
  return isPadded ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`
}

/** A whole fenced block: nothing in it ends the block, is markup, a mention or a reference. Line breaks and tabs stay. */
export function escapeMarkdownBlock(text: string): string {
  const lines = escapeTextNode(text.replace(/\r\n?/g, '\n')).replaceAll('<!--', '<\\!--')
  const fence = '`'.repeat(Math.max(3, longestRun(lines, '`') + 1))
  return `${fence}text\n${lines}\n${fence}`
}

/** For escaped Markdown that starts a block: it must not start a heading, a list or a rule. Harmless to apply twice. */
export function guardLineStart(markdown: string): string {
  return markdown
    .replace(/^([-+=]+)(?=\s|$)/, (_, run: string) => `\\${run}`)
    .replace(/^(#{1,6})(?=\s|$)/, (_, run: string) => `\\${run}`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, (_, digits: string, mark: string) => `${digits}\\${mark}`)
}

/** The address for a link, encoded for HTML and Markdown alike; null unless it is plain http(s) without credentials. */
export function safeUrl(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, username, password, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  if (username !== '' || password !== '') return null
  return href.replace(/[^A-Za-z0-9\-._~:/?#@!$&+,;=%]/gu, encodeForUrl)
}

function encodeForUrl(character: string): string {
  if (character.length > 1 || character > '\u007f') return encodeURIComponent(character)
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

function onOneLine(text: string): string {
  return escapeTerminal(text.replace(WHITESPACE, ' '))
}

/** Puts a zero-width space into whatever GitHub would link or replace, after all others were made visible. */
function breakReferences(text: string): string {
  return text
    .replace(/@(?=\S)/g, '@\u200b')
    .replace(/#(?=\d)/g, '#\u200b')
    .replace(/GH-(?=\d)/gi, '$&\u200b')
    .replace(/www\./gi, (match) => `${match.slice(0, 3)}\u200b.`)
    .replaceAll('://', ':\u200b//')
    .replace(/:(?=[a-z0-9_+-]+:)/gi, ':\u200b')
    .replace(/(?<![a-z0-9])[0-9a-f]{7,40}(?![a-z0-9])/gi, breakSha)
}

/** Words without a digit and plain numbers are no shas that anybody would meet. */
function breakSha(word: string): string {
  return /\d/.test(word) && /[a-f]/i.test(word) ? `${word.slice(0, 1)}\u200b${word.slice(1)}` : word
}

/** `snake_case` stays readable: inside a word an underscore means nothing to Markdown. */
function escapeOuterUnderscores(run: string, offset: number, whole: string): string {
  const isInsideWord = isWordCharacter(whole[offset - 1]) && isWordCharacter(whole[offset + run.length])
  return isInsideWord ? run : '\\_'.repeat(run.length)
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}

function showUnseen(character: string): string {
  return NAMED[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

function longestRun(text: string, character: string): number {
  let longest = 0
  let current = 0
  for (const next of text) {
    current = next === character ? current + 1 : 0
    longest = Math.max(longest, current)
  }
  return longest
}
