import { markedBody, readMarkedBody } from '../../../packages/core/src/render/issue-marker.js'
import type { Repository } from '../../../packages/testkit/src/fake-github/repository.js'

const HOUR_MS = 60 * 60_000

/** The action looks at the real clock: everything that GitHub remembers of issues becomes so many hours older. */
export function passTime({ issues, comments, events }: Repository, hours: number): void {
  const byMs = hours * HOUR_MS
  for (const issue of issues.values()) {
    Object.assign(issue, {
      createdAt: earlier(issue.createdAt, byMs),
      updatedAt: earlier(issue.updatedAt, byMs),
      closedAt: issue.closedAt === null ? null : earlier(issue.closedAt, byMs),
      body: issue.body === null ? null : earlierBody(issue.body, byMs),
    })
  }
  for (const comment of comments.values()) {
    Object.assign(comment, {
      createdAt: earlier(comment.createdAt, byMs),
      updatedAt: earlier(comment.updatedAt, byMs),
      body: earlierText(comment.body, byMs),
    })
  }
  for (const event of events) Object.assign(event, { at: earlier(event.at, byMs) })
}

/** A sound marker stays sound. */
function earlierBody(body: string, byMs: number): string {
  const read = readMarkedBody(body)
  if (read === null) return earlierText(body, byMs)
  const about = read.marker.about.map((word) => earlierWord(word, byMs))
  return markedBody({ ...read.marker, about }, earlierText(body.slice(body.indexOf('\n')), byMs))
}

/** `opened:20261122t103500.123z` */
function earlierWord(word: string, byMs: number): string {
  return word.replace(
    /(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d\.\d{3})z/,
    (_, year: string, month: string, day: string, hour: string, minute: string, second: string) =>
      new Date(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - byMs)
        .toISOString()
        .replace(/[-:]/g, '')
        .toLowerCase(),
  )
}

/** `2026-11-22 10:35 UTC` */
function earlierText(text: string, byMs: number): string {
  return text.replace(/(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC/g, (_, day: string, time: string) => {
    const moment = new Date(Date.parse(`${day}T${time}:00Z`) - byMs).toISOString()
    return `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`
  })
}

/** As GitHub writes it. */
function earlier(moment: string, byMs: number): string {
  return new Date(Date.parse(moment) - byMs).toISOString().replace(/\.\d+Z$/, 'Z')
}
