const UNSAFE = /[&<>"'\t\n\r]/g
/** Control characters, halves of surrogate pairs and two that mean nothing: no XML 1.0 document may hold them. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\x7f-\x9f]|[\p{Cs}\ufffe\uffff]/gu

/** For the value of an attribute that other programs read: every character comes back as it was, where XML has it. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(UNSAFE, (character) => `&#${character.charCodeAt(0)};`)
}
