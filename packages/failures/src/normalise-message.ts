import { MAX_MESSAGE } from '@testwarden/core/model/test-run'
import { stripAnsi } from './strip-ansi.js'

/** What stands for a value that differs from run to run. One mark for all: a hex number may have decimal digits only. */
const VOLATILE_MARK = '#'

/** Characters that are kept of a normalised message: what makes a cause known stands at its front, diffs follow. */
const MAX_NORMALISED = 1_000

const IN_PATH = '[^\\s\'"`<>|()\\[\\]{},:;]+'
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}'
const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? '
const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?'
const ZONE = ' ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})'

/**
 * In this order: a longer shape before the parts of it. Each is linear: it starts at a character or prefix of its own
 * and either has a bound or cannot start twice in one run of characters.
 */
const VOLATILE: readonly RegExp[] = [
  new RegExp(`(?:/private)?/(?:tmp|var/tmp|var/folders|dev/shm)/${IN_PATH}`, 'g'),
  new RegExp(`/_temp/${IN_PATH}`, 'g'),
  new RegExp(
    `[A-Za-z]:[\\\\/]{1,2}Users[\\\\/]{1,2}[^\\\\/\\s]{1,64}[\\\\/]{1,2}AppData[\\\\/]{1,2}Local[\\\\/]{1,2}Temp[\\\\/]{1,2}${IN_PATH}`,
    'g',
  ),
  /(?<![0-9A-Za-z])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![0-9A-Za-z])/g,
  new RegExp(`\\d{4}-\\d{2}-\\d{2}(?:[T ]${CLOCK}(?:${ZONE})?)?`, 'g'),
  new RegExp(
    `\\b(?:${WEEKDAY})?(?:\\d{1,2} ${MONTH}|${MONTH} \\d{1,2})(?!\\w)(?:,? \\d{4})?(?:,? ${CLOCK})?(?: [AP]M)?(?:${ZONE})?(?: \\d{4})?`,
    'g',
  ),
  new RegExp(`(?<![\\d:])\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?(?: [AP]M)?(?:${ZONE})?`, 'g'),
  /(?<![\w:.])(?=[0-9a-fA-F:]{0,39}\d)(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}(?:%\w{1,15})?(?![\w:])/g,
  /0[xX][0-9a-fA-F]+/g,
  // The identity that Java prints of an object without a text of its own.
  /(?<=[\w\];])@[0-9a-f]{4,8}(?![\w.])/g,
  // A number with an exponent looks like a hex number up to its sign, and one without letters is left to the last shape.
  /(?:(?<![\w)\]#])-)?\d+(?:[.,]\d+)*[eE][+-]\d+/g,
  /(?<![0-9A-Za-z])(?=\d*[a-fA-F])[0-9a-fA-F]{16,}(?![0-9A-Za-z])/g,
  /(?<![0-9A-Za-z])(?=\d{0,14}[a-fA-F])(?=[a-fA-F]{0,14}\d)[0-9a-fA-F]{7,15}(?![0-9A-Za-z])/g,
  /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{10,}={1,2}(?![\w=])/g,
  /(?:(?<![\w)\]#])-)?\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?/g,
]

/** Where runners check repositories out: the same file lies elsewhere in each leg of a matrix. */
const CHECKOUT =
  /(?:\/github\/workspace|(?:\/(?:home|Users)\/runner\/work|\/__w|\b[A-Za-z]:[\\/]a)[\\/][^\\/\s]{1,100}[\\/][^\\/\s]{1,100})[\\/]/g

/**
 * A message without what differs from run to run though the cause is the same: numbers, ports, addresses, hex numbers,
 * uuids, dates and times, paths in temporary folders, the folder of a checkout, colours of terminals, white space. Random
 * names made of letters alone cannot be told from words and stay.
 *
 * Still the message's own words, secrets among them: neither it nor the message may go to history, its hash may.
 */
export function normaliseMessage(message: string): string {
  let text = stripAnsi(message.slice(0, MAX_MESSAGE)).replace(CHECKOUT, '')
  for (const shape of VOLATILE) text = text.replace(shape, VOLATILE_MARK)
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_NORMALISED)
}
