import type { ExplainedVariant, TestExplanation } from '@testwarden/core/files/explain-test-file'
import type { Inline, Section } from '@testwarden/core/model/page'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { renderTerminal } from '@testwarden/core/render/terminal'
import type { TerminalOptions } from '@testwarden/core/render/terminal-table'
import { failureLines, quarantineLine } from './test-failure-text.js'
import { storyLines } from './test-story-text.js'

const CANDIDATES_SHOWN_MAX = 50

/** The story of a test for people, or the tests that may be meant. */
export function testExplanationText(
  { asked, test, candidates, variants }: Omit<TestExplanation, 'schema'>,
  options: TerminalOptions,
): string {
  if (test === null) return `${renderTerminal(candidateSections(asked, candidates), options)}\n`
  const nothing: Section = { kind: 'text', text: 'The history has no run of it.' }
  const sections = variants.length === 0 ? [nothing] : variants.flatMap((variant) => variantSections(variant, options))
  return `${renderTerminal([{ kind: 'text', text: test }, ...sections], options)}\n`
}

function candidateSections(asked: string, candidates: readonly string[]): readonly Section[] {
  if (candidates.length === 0) return [{ kind: 'text', text: `No test is called ${asked}.` }]
  const left = candidates.length - CANDIDATES_SHOWN_MAX
  const items = candidates.slice(0, CANDIDATES_SHOWN_MAX)
  const heading = `Tests that ${asked} may mean`
  return [{ kind: 'list', heading, items: left > 0 ? [...items, `and ${formatInteger(left)} more`] : items }]
}

function variantSections(variant: ExplainedVariant, options: TerminalOptions): readonly Section[] {
  const { story, names } = variant
  return [
    { kind: 'text', heading: headingOf(variant), text: knownText(variant) },
    ...(story.length === 0 ? [] : [{ kind: 'code', text: storyLines(story, options.columns).join('\n') } as const]),
    ...listOf('Segments', variant.segments.length > 1 ? variant.segments.map(segmentLine) : []),
    ...listOf(`Evidence: ${formatInteger(variant.evidence.points)}`, variant.evidence.grounds.map(groundLine)),
    ...listOf(
      variant.failure.isReported ? 'It failed in the reports at hand' : 'If it failed now',
      failureLines(variant),
    ),
    { kind: 'list', heading: 'Standing', items: [quarantineLine(variant.quarantine), ...scoreLines(variant)] },
    ...listOf('Earlier names', names.slice(1)),
  ]
}

function headingOf({ workflow, job, matrix, step }: ExplainedVariant): string {
  return [workflow, job, step, ...(matrix === '{}' ? [] : [matrix])].join(' / ')
}

function knownText({ story, evidence }: ExplainedVariant): string {
  const failing = story.filter(({ failed }) => failed > 0).length
  const flaky = countWord(evidence.failed, 'flaky failure')
  return `Known at ${countWord(new Set(story.map(({ commit }) => commit)).size, 'commit')} of the default branch: ${formatInteger(evidence.passed)} passed, ${flaky}; failed at ${formatInteger(failing)}.`
}

function segmentLine({ first, last, begins, commits, failingCommits }: ExplainedVariant['segments'][number]): Inline {
  const since =
    begins === null || begins.earliest.commit === begins.latest.commit
      ? ''
      : `, begun between ${dayOf(begins.earliest.time)} and ${dayOf(begins.latest.time)}`
  return [
    `${dayOf(first.time)} to ${dayOf(last.time)}, from `,
    { kind: 'code', text: first.commit.slice(0, 10) },
    `: failed at ${formatInteger(failingCommits)} of ${countWord(commits, 'commit')}${since}`,
  ]
}

function groundLine({
  kind,
  commit,
  run,
  pullRequest,
  commits,
  ...counts
}: ExplainedVariant['evidence']['grounds'][number]): Inline {
  const attempts = `${formatInteger(counts.failed)} failed, ${formatInteger(counts.passed)} passed`
  const day = dayOf(counts.time)
  if (kind === 'elsewhere')
    return `${day}: both outcomes on one tree${pullRequest === null ? '' : ` of pull request ${pullRequest}`} (${attempts})`
  const where: Inline = [' at ', { kind: 'code', text: (commit ?? '').slice(0, 10) }, `, run ${run ?? '?'}`]
  if (kind === 'both-outcomes') return [`${day}: both outcomes`, where, ` (${attempts})`]
  return [`${day}: failed at ${countWord(commits, 'commit')}`, where, ', then passed by itself']
}

function scoreLines({ scores, durations }: ExplainedVariant): readonly string[] {
  const { rank, ranked, flipRate, recentFlipRate, recentEntropy, failureState } = scores
  const place =
    rank === null ? 'it never failed' : `number ${formatInteger(rank)} of ${countWord(ranked, 'test')} that failed`
  const state = failureState === null ? '' : `, failure-state score ${failureState.toFixed(3)}`
  const flips = `flip rate ${flipRate.toFixed(3)}, recently ${recentFlipRate.toFixed(3)}`
  const lines = [`flakiness: ${place}; ${flips}, entropy ${recentEntropy.toFixed(3)}${state}`]
  if (durations === null) return lines
  const { runs, medianUs, slowestUs, lastUs } = durations
  const times = `median ${secondsOf(medianUs)}, slowest ${secondsOf(slowestUs)}, last ${secondsOf(lastUs)}`
  return [...lines, `time: ${times}, of ${countWord(runs, 'run')}`]
}

function secondsOf(us: number): string {
  return us < 1_000_000 ? `${Math.round(us / 1000)} ms` : `${(us / 1_000_000).toFixed(1)} s`
}

function dayOf(time: string): string {
  return time.slice(0, 10)
}

function listOf(heading: string, items: readonly Inline[]): readonly Section[] {
  return items.length === 0 ? [] : [{ kind: 'list', heading, items }]
}
