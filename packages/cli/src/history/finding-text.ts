import { escapeTerminal } from '@testwarden/core/render/escape'
import type { SegmentFinding } from '@testwarden/history/review'

/** `path:line: fault: message` */
export function findingLine({ path, line, fault, message }: SegmentFinding): string {
  return `${escapeTerminal(path)}${line === null ? '' : `:${line}`}: ${fault}: ${escapeTerminal(message)}\n`
}

/** Whether the file is in the way of readers; what a newer version wrote, and strangers, are only mentioned. */
export function isHarm({ fault }: SegmentFinding): boolean {
  return fault !== 'newer' && fault !== 'stranger'
}
