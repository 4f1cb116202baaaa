import type { ExplainedFailure, ExplainedQuarantine } from '@testwarden/core/files/explain-test-file'
import { type TestKey, testNameOf } from '@testwarden/core/model/test-key'
import { isMeant, type Quarantine, standingOf } from '@testwarden/core/quarantine/quarantine'
import { attemptsOf } from '@testwarden/failures/tests/outcome-text'
import { type Diagnosis, diagnose } from '../diagnosis/diagnose.js'
import { tallyOf } from '../diagnosis/evidence.js'
import { attemptsToSettle, judgeExcuse } from '../diagnosis/excuse.js'
import { flakeRate, mayEnterQuarantine } from '../diagnosis/quarantine-rule.js'
import type { TestStory } from '../diagnosis/story.js'
import type { RecordedQuarantine } from '../facts.js'
import type { TestQuestion } from './test-question.js'

export interface FailureQuestion {
  readonly story: TestStory
  readonly question: Pick<TestQuestion, 'config' | 'now' | 'reported'>
  /** What the history holds of quarantines. */
  readonly recorded: readonly RecordedQuarantine[]
}

/** What the reports at hand say, judged; else what one failed attempt would be. */
export function explainFailure(key: TestKey, { story, question, recorded }: FailureQuestion): ExplainedFailure {
  const reported = attemptsOf(question.reported.get(key) ?? '')
  const isReported = reported.failed > 0
  const present = isReported ? reported : { failed: 1, passed: 0 }
  const diagnosis = diagnose({ story, present, alsoFailsOnBase: null, isWithheld: false })
  const entry = entryOf(key, { question, recorded })
  const standing = entry === null ? 'none' : standingOf(entry, question.now) === 'valid' ? 'valid' : 'expired'
  const excuse = judgeExcuse({ diagnosis, quarantine: standing, isTouched: false })
  return {
    isReported,
    ...present,
    diagnosis: diagnosis.kind,
    streakCommits: diagnosis.streakCommits,
    streakAttempts: diagnosis.streakAttempts,
    chance: diagnosis.chance,
    formula: formulaOf(diagnosis),
    isExcused: excuse.kind === 'excused',
    refusal: excuse.kind === 'excused' ? null : excuse.because,
    reruns: attemptsToSettle(diagnosis),
  }
}

/** As docs/flakiness.md has it. */
function formulaOf({ failed, passed, streakAttempts }: Diagnosis): string {
  return `B(0.3 + ${failed} + ${streakAttempts}, 0.5 + ${passed}) / B(0.3 + ${failed}, 0.5 + ${passed})`
}

export function explainQuarantine(key: TestKey, { story, question, recorded }: FailureQuestion): ExplainedQuarantine {
  const tally = tallyOf(story)
  const entry = entryOf(key, { question, recorded })
  const proposal = { isProposed: mayEnterQuarantine(tally), rate: flakeRate(tally) }
  if (entry === null) return { standing: 'none', owner: null, reason: null, since: null, expires: null, ...proposal }
  const { owner, reason, since, expires } = entry
  return { standing: standingOf(entry, question.now), owner, reason, since, expires, ...proposal }
}

/** The valid entry that means the test, else the last one. */
function entryOf(key: TestKey, { question, recorded }: Omit<FailureQuestion, 'story'>): Quarantine | null {
  const { own } = question.config
  const facts = own['quarantine-by'].value === 'rules' ? recorded.filter(({ left }) => left === null) : []
  const entries = [
    ...own.quarantine.value,
    ...facts.map(({ key: quarantined, reason, owner, since, expires }): Quarantine => {
      return { test: testNameOf(quarantined), reason, owner, issue: null, since, expires, origin: 'history' }
    }),
  ].filter((entry) => isMeant(entry, key))
  return entries.find((entry) => standingOf(entry, question.now) === 'valid') ?? entries.at(-1) ?? null
}
