import type { TestFailure, TestStatus } from '@testwarden/core/model/test-run'
import type { YamlBlock } from './yaml-block.js'

/** What Node's runner calls a failure of the test's own code; whatever else it names stopped the test. */
const OWN_FAILURES: readonly string[] = ['testCodeFailure', 'subtestsFailed']
/** `/app/a.test.js:5:3`, with a function in front of it or without. */
const FRAME = /^(?:.{0,400}\()?[^()]{1,400}:\d{1,9}(?::\d{1,9})?\)?$/

export function statusOfFailure(yaml: YamlBlock | null): TestStatus {
  const kind = yaml?.get('failureType') ?? null
  return kind === null || OWN_FAILURES.includes(kind) ? 'failed' : 'errored'
}

/** @param comments lines behind the result, without their `#` */
export function tapFailure(yaml: YamlBlock | null, comments: readonly string[]): TestFailure {
  const type = yaml?.get('name') ?? null
  const message =
    yaml?.get('error') ?? yaml?.get('message') ?? comparison(yaml) ?? changeOf(yaml) ?? commentMessage(comments)
  const frames = yaml === null ? [] : framesOf(yaml)
  const details = frames.length > 0 ? [yaml?.get('diff') ?? ''] : [yaml?.toString().trimEnd() ?? '']
  return {
    type,
    message: message ?? 'the test failed and says nothing',
    trace: [...frames, ...details, ...comments].filter((line) => line !== '').join('\n'),
  }
}

function comparison(yaml: YamlBlock | null): string | null {
  const [expected, actual] = [yaml?.get('expected') ?? null, yaml?.get('actual') ?? null]
  if (expected === null && actual === null) return yaml?.get('operator') ?? null
  return `expected ${expected ?? 'nothing'}, got ${actual ?? 'nothing'}`
}

/** The lines of a diff that differ. */
function changeOf(yaml: YamlBlock | null): string | null {
  const lines = yaml?.get('diff')?.split('\n') ?? []
  const changed = lines.filter((line) => /^[+-](?!--|\+\+)/.test(line))
  return changed.length === 0 ? null : changed.join('\n')
}

/** bats says first where, in parentheses. */
function commentMessage(comments: readonly string[]): string | null {
  const line = comments.find((comment) => !/^\s*(?:\(|$)/.test(comment)) ?? comments[0]
  return line === undefined ? null : line.trim()
}

/** As JavaScript writes stack traces, so that places in them are found the usual way. */
function framesOf(yaml: YamlBlock): readonly string[] {
  const stack = yaml.get('stack')?.split('\n') ?? []
  const lines = stack.length > 0 ? stack : [placeOf(yaml) ?? '']
  return lines
    .filter((line) => line !== '')
    .map((line) => (FRAME.test(line) && !line.startsWith('at ') ? `    at ${line}` : line))
}

/** node-tap writes a map, tape a frame, Node's runner `location`. */
function placeOf(yaml: YamlBlock): string | null {
  const at = yaml.get('at') ?? yaml.get('location')
  const members = new Map((at ?? '').split('\n').map((line) => [line.split(':')[0], line.replace(/^[^:]*:\s*/, '')]))
  const file = members.get('file')
  if (file === undefined) return at
  return [file.replace(/^(['"])(.*)\1$/, '$2'), members.get('line'), members.get('column')]
    .filter((part) => part !== undefined)
    .join(':')
}
