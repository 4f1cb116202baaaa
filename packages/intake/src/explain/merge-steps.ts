import type { LineNumbers, Mention } from '@testwarden/core/files/explain-file'
import { formatInteger } from '@testwarden/core/render/numbers'

/** Reports and numbers that are spelled out in one step. */
const SPELLED_MAX = 12

/**
 * How the numbers of several reports became one, for people. The rules are those of core/model/coverage-merge.
 * @param mentions those that count
 */
export function mergeSteps(mentions: readonly Mention[], line: LineNumbers | null): readonly string[] {
  const measured = mentions.filter(({ isPlaceholder }) => !isPlaceholder)
  const inputs = measured.length === 0 ? mentions : measured
  return [...placeholderSteps(mentions, inputs), ...repeatSteps(inputs), ...joinSteps(inputs, line)]
}

function placeholderSteps(mentions: readonly Mention[], inputs: readonly Mention[]): readonly string[] {
  const left = mentions.filter((mention) => !inputs.includes(mention)).map(({ report }) => report)
  if (left.length === 0) return []
  return [`placeholder: ${spell(left)} lists a file that no test loaded there, which gives way to what was measured`]
}

/** A report may list a line more than once; its format says what that means. */
function repeatSteps(mentions: readonly Mention[]): readonly string[] {
  return mentions.flatMap(({ report, records, line }) => {
    const hits = records.filter(({ kind }) => kind === 'line').map((record) => record.hits ?? 0)
    if (hits.length < 2 || line === null || line.hits === null) return []
    const sum = hits.reduce((left, right) => left + right, 0)
    const rule = line.hits === sum ? 'they are added' : 'the best counts'
    return [`repeated: ${report} lists the line ${hits.length} times (${spell(hits.map(formatInteger))}): ${rule}`]
  })
}

function joinSteps(inputs: readonly Mention[], line: LineNumbers | null): readonly string[] {
  if (inputs.length < 2) return ['one report counts, so nothing was merged']
  if (line === null) return ['lines: by number, hits are added', 'branches: by name where they have one', NAMED_STEP]
  return [...hitStep(inputs, line), ...branchSteps(inputs, line), ...namedStep(line)]
}

function hitStep(inputs: readonly Mention[], { hits }: LineNumbers): readonly string[] {
  const known = inputs.map(({ line }) => line?.hits ?? null).filter((count) => count !== null)
  if (hits === null) return []
  const unlisted = inputs.length - known.length
  const note = unlisted === 0 ? '' : `; ${unlisted} of ${inputs.length} reports do not list the line`
  return [`line: hits are added, ${spell(known.map(formatInteger), ' + ')} = ${formatInteger(hits)}${note}`]
}

function branchSteps(inputs: readonly Mention[], { arms, counted }: LineNumbers): readonly string[] {
  const steps: string[] = []
  if (arms.length > 0) steps.push('branches: joined by their names, hits of one name are added')
  if (counted !== null) {
    const counts = inputs.map(({ line }) => line?.counted ?? null).filter((count) => count !== null)
    const inWords = counts.map(({ covered, total }) => `${covered} of ${total}`)
    steps.push(`branches: reports only count them, so the best count stands, of ${spell(inWords)}`)
  }
  if (arms.length > 0 && counted !== null)
    steps.push('branches: of names and counts, the best count and the largest total stand')
  return steps
}

const NAMED_STEP = 'functions and statements: joined by name and place, hits are added'

function namedStep({ functions, statements }: LineNumbers): readonly string[] {
  return functions.length + statements.length === 0 ? [] : [NAMED_STEP]
}

function spell(texts: readonly string[], separator = ', '): string {
  const hidden = texts.length - SPELLED_MAX
  const shown = texts.slice(0, SPELLED_MAX).join(separator)
  return hidden > 0 ? `${shown}${separator}(${hidden} more)` : shown
}
