import { escapeTerminal, escapeTextNode } from './escape.js'

/** Line breaks in every spelling become `\n`, and what nobody sees becomes visible: for fields without any markup. */
export function plainLines(text: string): string {
  return escapeTextNode(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')).replaceAll('\t', '  ')
}

/** The same on one line. */
export function plainLine(text: string): string {
  return escapeTerminal(text.replace(/\s+/gu, ' ')).trim()
}

/**
 * For Slack's mrkdwn: its three special characters as entities (docs.slack.dev, "Formatting message text"), so that
 * nothing is a link, a channel or a call for everybody; `@name` and `:emoji:` are broken, as old clients and `parse: full`
 * take them. Lines stay.
 */
export function escapeSlack(text: string): string {
  return breakNames(plainLines(text)).replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * For Discord's Markdown, where a backslash takes the meaning from any punctuation. `@everyone` and addresses are broken
 * beside that; whom a message may ping is said in `allowed_mentions`. Lines stay.
 */
export function escapeDiscord(text: string): string {
  return breakNames(plainLines(text))
    .replace(/[\\`*_~|<>[\]()#-]/g, '\\$&')
    .replaceAll('://', ':\u200b//')
}

/** For plain fields of chats that still look for people and emoji in them. Lines stay. */
export function breakNames(text: string): string {
  return text.replace(/@(?=\S)/g, '@\u200b').replace(/:(?=[a-z0-9_+'-]+:)/gi, ':\u200b')
}
