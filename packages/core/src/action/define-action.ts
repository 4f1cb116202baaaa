import type { Section, Settings } from '../config/field.js'
import type { fileConfig } from '../config/file-config.js'
import type { WeighedAccept } from '../model/accept.js'
import type { WriteFile } from '../model/change.js'
import type { CoverageView } from '../model/coverage-view.js'
import type { Decision } from '../model/decision.js'
import type { Evidence, RunContext } from '../model/evidence.js'
import type { Page } from '../model/page.js'
import type { Request, RunCommand } from '../model/request.js'
import type { Unit } from '../model/verdict.js'
import type { WrittenFiles } from '../ports/exec.js'
import type { Ports } from '../ports/ports.js'
import type { SharedSettings } from './shared-config.js'

/**
 * One gate, as data and pure functions around a single `collect`. The pipeline calls them in the order in which they
 * stand here; see docs/architecture.md.
 */
export interface ActionDefinition<Own extends Section = Section, Facts = unknown> {
  /** `coverage-gate`: folder, action name and history key. */
  readonly id: string
  /** `coverage`: the word of the config section and of `testwarden check`. */
  readonly gate: string
  readonly title: string
  readonly description: string
  /** This action's section of the config file and its inputs. */
  readonly config: Own
  /** Beyond the outputs that every action has. */
  readonly outputs: readonly OutputDefinition<Facts>[]
  /** Evidence files longer than this are refused, so that a report cannot fill somebody's artifact store. */
  readonly maxEvidenceBytes: number
  /** What stands for "read nothing" when every report was unreadable; `decide` must cope with it. */
  readonly emptyFacts: Facts
  /** What to do when no report was found: how the usual tools are told to write one. */
  readonly noInputRemedy: string
  /** Rules whose limit an accept may lower. Absent: none. */
  readonly acceptable?: readonly AcceptableRule[]
  /** Pure. Whether a step of all gates runs it, by its settings; one that was asked for by name always runs. Absent: always. */
  isWanted?(config: GateConfig<Own>): boolean
  /** Reads, never judges. */
  collect(context: CollectContext<Own>, ports: Ports): Promise<Collected<Facts>>
  /** Pure. What else must be measured or read first. Absent: nothing ever is. */
  ask?(evidence: Evidence<Facts>, config: GateConfig<Own>): readonly Request[]
  /**
   * Reads what a command of {@link ActionDefinition.ask} reported, and judges nothing. Gives plain JSON for the
   * observation, which others may hand over: whoever reads that checks it. Absent: no command reports anything.
   */
  readReported?(request: RunCommand, written: WrittenFiles): Promise<unknown>
  /**
   * Pure. The evidence once nothing is asked any more, with what its observations say among the facts, for whoever
   * decides, here or in another job. Absent: decide reads the observations.
   */
  settle?(evidence: Evidence<Facts>, config: GateConfig<Own>): Evidence<Facts>
  /** Pure. */
  decide(evidence: Evidence<Facts>, config: GateConfig<Own>): Decision
  /** Pure. What a decision rests on beyond reasons and findings is computed again, never handed along. */
  present(decision: Decision, evidence: Evidence<Facts>, config: GateConfig<Own>): Page
  /** Pure. What a reader may look through beyond the page, where a channel has room for it. Absent: there is nothing. */
  browse?(evidence: Evidence<Facts>): CoverageView
  /**
   * Pure. Facts as another job handed them over: somebody else's JSON, so every value is checked and capped.
   * @throws ReportError naming the place that is wrong
   */
  parseFacts(value: unknown): Facts
  /** Pure. Any order and grouping of parts gives the same decision as one run over all of them. */
  mergeEvidence(parts: readonly Evidence<Facts>[]): Evidence<Facts>
  /**
   * Reads, never judges. Legs as other jobs handed them over, before they are folded: each with the past that is read
   * here, in place of what a leg that nobody vouches for says to have read. Absent: legs hand over no past that counts.
   */
  compareLegs?(legs: readonly Evidence<Facts>[], ports: Pick<Ports, 'history'>): Promise<readonly Evidence<Facts>[]>
  /**
   * Reads, never judges. Of a whole that was folded from legs: compares it with the past of the whole, as the legs were
   * compared with their own. Absent: the facts know no past.
   */
  compareWhole?(whole: Evidence<Facts>, ports: Pick<Ports, 'history'>): Promise<Evidence<Facts>>
}

export interface AcceptableRule {
  readonly ruleId: string
  /** In which the limit is written: `percent`, `points`. */
  readonly unit: Unit
  /** What an accept must name beside the rule, such as `files of the critical module`; null where it judges one thing. */
  readonly subject: string | null
  /** What an accept may name instead of the whole, such as a component. Absent: nothing. */
  readonly part?: string
}

export interface GateConfig<Own extends Section> {
  readonly own: Settings<Own>
  readonly shared: SharedSettings
  /** What stands above the sections of all gates. */
  readonly file: Settings<typeof fileConfig>
  /** Entries of the accepts files that count in this run. */
  readonly accepts: readonly WeighedAccept[]
}

export interface CollectContext<Own extends Section> {
  readonly config: GateConfig<Own>
  /** What the change that is judged would make of it, where it alters the gate's policy: `proposedConfig`. Never judged by. */
  readonly proposed?: GateConfig<Own>
  readonly run: RunContext
}

/** `facts: null`: this gate found no input at all, which is for the pipeline to judge, not for the action. */
export interface Collected<Facts> {
  readonly facts: Facts | null
  readonly problems: Evidence<Facts>['problems']
  /** Files that the user asked for, made of all that was read; whatever the verdict. Absent: none. */
  readonly writes?: readonly WriteFile[]
}

export interface OutputDefinition<Facts> {
  readonly name: string
  readonly description: string
  valueOf(decision: Decision, evidence: Evidence<Facts>): string
}

/** Ties the type parameters of a definition together; adds nothing. */
export function defineAction<Own extends Section, Facts>(
  definition: ActionDefinition<Own, Facts>,
): ActionDefinition<Own, Facts> {
  return definition
}
