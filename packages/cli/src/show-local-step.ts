import { publish } from '@testwarden/core/render/publication'
import type { Redact } from '@testwarden/core/render/redact'
import { composeStepPage } from '@testwarden/core/render/step-page'
import { renderTerminalPage } from '@testwarden/core/render/terminal'
import { renderHtmlPage } from '@testwarden/html-page/html-page'
import { EXIT } from '@testwarden/platform/conclusion'
import type { JudgedGate } from '@testwarden/platform/judge-gates'
import { redactorOf } from '@testwarden/platform/redaction'
import { stepInputOf } from '@testwarden/platform/step-input'
import { verdictFileOf } from '@testwarden/platform/step-result'
import { browseCoverage } from './browse-coverage.js'
import type { CommandCall, Terminal } from './command.js'
import type { LocalStep } from './open-local-step.js'

export interface LocalShowing {
  readonly step: LocalStep
  readonly gates: readonly JudgedGate[]
  readonly call: CommandCall
  readonly terminal: Terminal
}

/** The page in the terminal, or the verdict as JSON; files where they were asked for. */
export async function showLocalStep({ step, gates, call, terminal }: LocalShowing): Promise<void> {
  const { run, sources, git, ports } = step
  const input = await stepInputOf({ run, gates, sources, git })
  const page = composeStepPage(input)
  if (call.flags.has('json')) terminal.print(verdictJson(step, { gates, redact: await redactorOf(sources) }))
  else terminal.print(renderTerminalPage(page, { columns: terminal.columns, style: terminal.style }))
  const html = call.values.get('html')
  if (html !== undefined) {
    const coverage = await browseCoverage({ step, gates, workspace: terminal.cwd })
    await ports.files.write(html, renderHtmlPage(page, coverage))
  }
  for (const { decision } of gates)
    for (const change of decision.changes)
      if (change.kind === 'write-file') await ports.files.write(change.path, change.content)
  const markdown = call.values.get('markdown')
  if (markdown !== undefined) await ports.files.write(markdown, publish(input).summary)
}

/** From a developer's machine nothing is changed but the files they asked for, so there are no receipts. */
function verdictJson(
  { run }: LocalStep,
  { gates, redact }: { readonly gates: readonly JudgedGate[]; readonly redact: Redact },
): string {
  const exitCode = Math.max(EXIT.ok, ...gates.map((gate) => gate.exitCode))
  return verdictFileOf({ run, gates: gates.map((gate) => ({ ...gate, receipts: [] })), problems: [], exitCode, redact })
}
