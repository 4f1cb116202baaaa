import type { HistoryRecord } from '@testwarden/core/model/history-record'

/** Files that a repair took out of use. No reader looks into a folder whose name begins with a dot. */
const QUARANTINE = '.quarantine'

/** `<action>/<yyyy-mm>` */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

export function folderOfRecord({ key, time }: HistoryRecord): string {
  return `${key.action}/${time.slice(0, 7)}`
}

/** Whether this version would read the file as a segment of an action. */
export function isSegmentPath(path: string): boolean {
  return /^[a-z][a-z0-9-]{0,63}\/\d{4}-\d{2}\/[^./][^/]*\.jsonl$/.test(path)
}

/** The file of one record, named by its key; every other segment may hold any number. */
export function isLoosePath(path: string): boolean {
  return /\/[0-9a-f]{64}\.jsonl$/.test(path)
}

export function isQuarantined(path: string): boolean {
  return path.startsWith(`${QUARANTINE}/`)
}

/** `mark` stands for the content, so that a second damaged file of the same name does not replace the first. */
export function quarantinePath(path: string, mark: string): string {
  return `${QUARANTINE}/${path}.${mark}`
}
