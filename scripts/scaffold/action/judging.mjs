import { camelCase, pascalCase, sentenceCase } from '../names.mjs'

/** @param {import('./manifest.mjs').ActionNames} names */
export function subject({ gate }) {
  return `import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Finding } from '@testwarden/core/model/finding'
import type { Reason } from '@testwarden/core/model/verdict'
import type { ${camelCase(gate)}Config } from './config.js'
import type { ${pascalCase(gate)}Facts } from './facts.js'

/** What every rule looks at. */
export interface Subject {
  readonly evidence: Evidence<${pascalCase(gate)}Facts>
  readonly config: GateConfig<typeof ${camelCase(gate)}Config>
}

/** Pure. No reason at all means that nobody set a limit. */
export type Rule = (subject: Subject) => Judgement

export interface Judgement {
  readonly reasons: readonly Reason[]
  readonly findings: readonly Finding[]
}
`
}

export function fileLimitRule() {
  return `import { limitOrigin } from '@testwarden/core/config/field'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { Judgement, Subject } from '../subject.js'

/** How many files there may be. A limit that nobody wrote only advises. */
export function fileLimit({ evidence, config }: Subject): Judgement {
  // Without a single file, what could not be read is all there is to say.
  if (evidence.facts.files.length === 0) return { reasons: [], findings: [] }
  const limit = config.own['max-files']
  const origin = limitOrigin(limit)
  const count = evidence.facts.files.length
  const broken: Outcome = origin === 'written' ? 'fail' : 'warn'
  const reason: Reason = {
    ruleId: 'file-limit',
    title: 'number of files',
    outcome: count <= limit.value ? 'pass' : broken,
    message: \`Counted \${filesText(count)}; at most \${formatInteger(limit.value)} may be there.\`,
    actual: count,
    limit: String(limit.value),
    limitOrigin: origin,
    unit: 'files',
    baseline: null,
    wording: { limit: \`at most \${formatInteger(limit.value)}\` },
  }
  return { reasons: [reason], findings: [] }
}

function filesText(count: number): string {
  return count === 1 ? '1 file' : \`\${formatInteger(count)} files\`
}
`
}

export function reportProblemsRule() {
  return `import { reportProblemReasons } from '@testwarden/core/limits/report-problems'
import type { Judgement, Subject } from '../subject.js'

/** What could not be read, by the rule that all gates share. */
export function reportProblems({ config, evidence }: Subject): Judgement {
  return { reasons: reportProblemReasons(evidence.problems, config.shared), findings: [] }
}
`
}

/** @param {import('./manifest.mjs').ActionNames} names */
export function decide({ gate }) {
  return `import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import { worstOutcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'
import type { ${camelCase(gate)}Config } from './config.js'
import type { ${pascalCase(gate)}Facts } from './facts.js'
import { fileLimit } from './rules/file-limit.js'
import { reportProblems } from './rules/report-problems.js'
import type { Rule } from './subject.js'

/** In the order of the verdict's table. */
const RULES: readonly Rule[] = [fileLimit, reportProblems]

export function decide(
  evidence: Evidence<${pascalCase(gate)}Facts>,
  config: GateConfig<typeof ${camelCase(gate)}Config>,
): Decision {
  const judgements = RULES.map((rule) => rule({ evidence, config }))
  const reasons = judgements.flatMap((judgement) => judgement.reasons)
  const isJudged = config.shared.mode.value !== 'collect'
  return {
    verdict: { outcome: worstOutcome(reasons.map(({ outcome }) => outcome)), headline: headlineOf(reasons), reasons },
    findings: isJudged ? judgements.flatMap((judgement) => judgement.findings) : [],
    changes: [],
  }
}

/** The message of the first reason that decided. */
function headlineOf(reasons: readonly Reason[]): string {
  const worst = worstOutcome(reasons.map(({ outcome }) => outcome))
  return reasons.find(({ outcome }) => outcome === worst)?.message ?? 'Nothing was judged.'
}
`
}

/** @param {import('./manifest.mjs').ActionNames} names */
export function present({ gate }) {
  return `import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Inline, Page, Section } from '@testwarden/core/model/page'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { ${pascalCase(gate)}Facts } from './facts.js'

/** More than these nobody reads. */
const FILES_SHOWN = 50

/** The verdict's table stands above all pages of a step; this is what a reader needs beyond it. */
export function present(decision: Decision, evidence: Evidence<${pascalCase(gate)}Facts>): Page {
  return {
    gate: '${gate}',
    title: '${sentenceCase(gate)}',
    sections: [...problemSections(decision), ...fileSections(evidence.facts)],
  }
}

function problemSections({ verdict }: Decision): Section[] {
  const broken = verdict.reasons.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn')
  return broken.map(({ title, message }) => ({ kind: 'text', role: 'problem', heading: \`Too high: \${title}\`, text: message }))
}

function fileSections({ files }: ${pascalCase(gate)}Facts): Section[] {
  if (files.length === 0) return []
  const items: Inline[] = files.slice(0, FILES_SHOWN).map((path) => ({ kind: 'location', path, ranges: [] }))
  const left = files.length - FILES_SHOWN
  if (left > 0) items.push(\`and \${formatInteger(left)} more\`)
  return [{ kind: 'details', summary: \`Counted: \${formatInteger(files.length)}\`, sections: [{ kind: 'list', items }] }]
}
`
}
