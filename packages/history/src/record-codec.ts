import { type DecodedDocument, decodeDocument } from '@testwarden/core/files/document'
import { assertPlainJson } from '@testwarden/core/files/plain-json'
import { RECORD_DOCUMENT } from '@testwarden/core/files/record-file'
import { PlatformError } from '@testwarden/core/model/errors'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson } from '@testwarden/core/model/record-key'

/**
 * One record as one line of canonical JSON, without a line end: equal records are equal bytes, whatever the order of
 * their keys, and a line that was decoded is encoded to the same bytes again, fields of newer versions included.
 * @throws TypeError when no reader would take the record; that is a bug of ours.
 * @throws PlatformError when the line would be longer than any reader accepts.
 */
export function encodeRecord(record: HistoryRecord): string {
  assertPlainJson(record)
  const line = canonicalJson(record)
  if (line.length > RECORD_DOCUMENT.maxCharacters) throw tooLong(record, line.length)
  const decoded = decodeRecord(line)
  if (!decoded.ok) throw new TypeError(`a history record that is to be written ${decoded.message}`)
  return line
}

/** A newer major version is told apart from damage: its record is intact and must stay where it is. */
export function decodeRecord(line: string): DecodedDocument<HistoryRecord> {
  return decodeDocument(line, RECORD_DOCUMENT)
}

function tooLong({ key }: HistoryRecord, characters: number): PlatformError {
  const limit = RECORD_DOCUMENT.maxCharacters
  return new PlatformError(
    `the history record of ${key.action} is ${characters} characters long; at most ${limit} are kept`,
    { remedy: 'split the job, so that each of its parts leaves a smaller record' },
  )
}
