import type { NoticeLink } from '@testwarden/core/model/notice'
import { safeUrl } from '@testwarden/core/render/escape'
import { plainLine } from '@testwarden/core/render/escape-chat'
import { fitText } from './fit-text.js'

/** Longer addresses than this are refused somewhere on the way. */
const HREF_CHARACTERS_MAX = 1500
const TEXT_CHARACTERS_MAX = 150

/** The links that every service takes, the most important first: plain http(s), never cut, each with a text. */
export function soundLinks(links: readonly NoticeLink[], most: number): readonly NoticeLink[] {
  const sound: NoticeLink[] = []
  for (const { text, href } of links) {
    const url = safeUrl(href)
    if (url === null || url.length > HREF_CHARACTERS_MAX) continue
    sound.push({ text: fitText(plainLine(text), { max: TEXT_CHARACTERS_MAX }) || 'Link', href: url })
  }
  return sound.slice(0, most)
}
