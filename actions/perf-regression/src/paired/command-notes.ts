import type { ObservedCommand, ObservedResult } from '@testwarden/core/model/evidence'
import type { PairRequest, Side } from './pair-id.js'
import { readProcess } from './read-process.js'

const SIDES: Readonly<Record<Side, string>> = { base: 'base', head: 'change' }

/** What is worth saying of one command, whatever became of it. */
export function commandNotes(request: PairRequest, result: ObservedResult): readonly string[] {
  if (request.kind === 'kernel' || result.kind !== 'command') return []
  return [
    ...(result.lacks ?? []).map((lack) => `The clone of the ${SIDES[request.side]}: ${lack}`),
    ...(result.hasLeftovers === true ? [leftoverNote(request)] : []),
    ...(request.kind === 'process' ? processNotes(result) : []),
  ]
}

function leftoverNote(request: Exclude<PairRequest, { kind: 'kernel' }>): string {
  const what = request.kind === 'step' ? `\`${request.step}\`` : '`command`'
  return `${what} left processes running, which were ended: they would take time from what is measured.`
}

function processNotes(result: ObservedCommand): readonly string[] {
  const { measured } = readProcess(result)
  if (measured === null) return []
  const { leftOut, problems } = measured
  const exit = result.exitCode === 0 ? [] : [`\`command\` measured, and ended with ${exitText(result)}.`]
  const many = leftOut === 0 ? [] : [`${leftOut} metrics are more than are kept.`]
  return [...exit, ...many, ...problems]
}

function exitText({ exitCode }: ObservedCommand): string {
  return exitCode === null ? 'no exit code' : `exit code ${exitCode}`
}
