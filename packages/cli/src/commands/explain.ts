import { existsSync } from 'node:fs'
import path from 'node:path'
import { policyNotes } from '@testwarden/core/action/policy-notes'
import { encodeExplanation } from '@testwarden/core/files/encode-explanation'
import type { Explanation } from '@testwarden/core/files/explain-file'
import { encodeTestExplanation } from '@testwarden/core/files/explain-test-file'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { countWord, plainText } from '@testwarden/core/render/inline'
import { parseQuestion } from '@testwarden/intake/explain/asked-file'
import { EXIT } from '@testwarden/platform/conclusion'
import { chooseGates, gateOptions } from '../choose-gates.js'
import type { Command, CommandCall, Terminal } from '../command.js'
import { coverageSettings } from '../explain/coverage-settings.js'
import { explainQuestion } from '../explain/explain-question.js'
import { explainNamedTest } from '../explain/explain-test.js'
import { explanationText } from '../explain/explanation-text.js'
import { testExplanationText } from '../explain/test-explanation-text.js'
import { openLocalStep } from '../open-local-step.js'
import { standAtRoot } from '../stand-at-root.js'

/** Inputs of the gate that decide which reports are read, what their paths mean, how they count and against what. */
const INPUTS: ReadonlySet<string> = new Set([
  'reports',
  'format',
  'roots',
  'ignore',
  'formula',
  'history',
  'baseline-depth',
])

/** Where a number comes from, for somebody who does not believe it. Reads only. */
export const explain: Command = {
  name: 'explain',
  summary: 'Tells where the coverage of a file or a line comes from, or the whole story of a test.',
  usage: 'explain [options] <file>[:<line>] | explain [options] test <name>',
  options: [
    {
      name: 'json',
      takes: 'nothing',
      description: 'Print JSON (testwarden.explain/1, testwarden.explain-test/1) instead of text.',
    },
    { name: 'all', takes: 'nothing', description: 'Also list the reports that say nothing of the file.' },
    { name: 'base', takes: 'value', description: 'Branch or commit to compare with; the likely one when left out.' },
    { name: 'config', takes: 'value', description: 'Config file; .github/testwarden.yml when left out.' },
    ...gateOptions().filter(({ name }) => INPUTS.has(name)),
  ],
  run: runExplain,
}

async function runExplain(call: CommandCall, terminal: Terminal): Promise<number> {
  if (call.words[0] === 'test' && call.words.length > 1) return runExplainTest(call, terminal)
  const [word, ...others] = call.words
  if (word === undefined || others.length > 0)
    throw new ConfigurationError('explain needs one file.', {
      remedy: 'Write: testwarden explain <file>, or <file>:<line>, or test <name>',
    })
  const standing = standAtRoot(call, terminal)
  const step = await openLocalStep(standing, 'base')
  try {
    const asked = parseQuestion(word)
    const question = { ...asked, file: seenFrom(standing.folder, { file: asked.file, cwd: terminal.cwd }) }
    const found = await explainQuestion(question, { step, workspace: standing.terminal.cwd })
    const explanation = { ...found, asked }
    const formula = coverageSettings(step.sources).own.formula.value
    if (call.flags.has('json')) terminal.print(encodeExplanation(explanation))
    else terminal.print(explanationText(explanation, { ...terminal, silentReports: silentReports(call), formula }))
    for (const note of policyNotes(chooseGates(['coverage']), step.sources))
      terminal.complain(`testwarden: ${escapeTerminal(plainText(note))}\n`)
    for (const note of explanation.notes) terminal.complain(`testwarden: ${escapeTerminal(note)}\n`)
    if (explanation.file === null) terminal.complain(unknownFile(explanation))
    return explanation.file === null ? EXIT.cannotRead : EXIT.ok
  } finally {
    await step.git.dispose()
  }
}

/** A name may have spaces, and not every shell user quotes it. */
async function runExplainTest(call: CommandCall, terminal: Terminal): Promise<number> {
  const step = await openLocalStep(standAtRoot(call, terminal), 'base')
  try {
    const explanation = await explainNamedTest(call.words.slice(1).join(' '), step)
    if (call.flags.has('json')) terminal.print(encodeTestExplanation(explanation))
    else terminal.print(testExplanationText(explanation, terminal))
    for (const note of explanation.notes) terminal.complain(`testwarden: ${escapeTerminal(note)}\n`)
    return explanation.test === null ? EXIT.cannotRead : EXIT.ok
  } finally {
    await step.git.dispose()
  }
}

/** A file that lies where the developer stands is that one; any other may be written as the root or a report has it. */
function seenFrom(folder: string, { file, cwd }: { readonly file: string; readonly cwd: string }): string {
  return path.isAbsolute(file) || !existsSync(path.join(cwd, file)) ? file : path.posix.join(folder, file)
}

function silentReports(call: CommandCall): 'counted' | 'listed' {
  return call.flags.has('all') ? 'listed' : 'counted'
}

function unknownFile({ asked, nearest, reports }: Omit<Explanation, 'schema'>): string {
  if (reports.length === 0) return 'testwarden: no report was found. Name one with --reports.\n'
  const near = nearest[0] === undefined ? '' : ` Did you mean ${escapeTerminal(nearest[0])}?`
  const looked = countWord(reports.length, 'report')
  return `testwarden: no report mentions ${escapeTerminal(asked.file)}; ${looked} looked at.${near}\n`
}
