import { commandWords } from '@testwarden/core/command/command-words'
import type { Field, Parsed, Settings } from '@testwarden/core/config/field'
import { choice } from '@testwarden/core/config/fields/choice'
import { count } from '@testwarden/core/config/fields/count'
import { duration } from '@testwarden/core/config/fields/duration'
import { text } from '@testwarden/core/config/fields/text'
import { tightenToFirst } from '@testwarden/core/config/tighten'
import { parseBenchCommand } from './bench-command.js'
import { runners } from './runners/registry.js'

/** With fewer no bound of 95 % exists: 4 pairs all on one side happen by chance once in 16 times. */
export const LEAST_SCREEN = 5
/** With fewer nothing reaches one chance in 200, not even of one benchmark. */
const LEAST_CONFIRM = 8
/** So many pairs are judged exactly. */
const MOST_PAIRS = 64

/**
 * How base and change are measured in pairs. All of it is policy: on a pull request the config file of the base branch
 * says what is run and how thoroughly, or where it says nothing the workflow, and never the config file of the tested tree.
 */
export const pairedConfig = {
  setup: commandLine({
    description:
      'Prepares a tree for its build, such as `npm ci`. Runs once in a clone of the base and once in one of the change.',
    input: 'setup',
  }),
  build: commandLine({ description: 'Builds a tree for its benchmarks, after `setup`.', input: 'build' }),
  command: checked(
    text({
      description: `Runs the benchmarks of a tree once: ${runners.map(({ id }) => `\`${id}\``).join(', ')} with further words for the tool, or a command line with \`{filter}\` where benchmarks can be chosen and \`{report}\` for a folder to report into. With it, a pull request is judged by pairs of base and change.`,
      fallback: null,
      input: 'command',
      role: 'policy',
    }),
    parseBenchCommand,
  ),
  shell: {
    ...choice(['none', 'bash'], {
      description:
        '`bash` runs `setup`, `build` and `command` through bash, as a `run:` step would; `none` starts their programs themselves.',
      fallback: 'none',
      input: 'shell',
      role: 'policy',
    }),
    tighten: tightenToFirst<'none' | 'bash'>,
  },
  'bench-report': {
    ...text({
      description:
        'File, folder or glob where `command` writes its reports, if not into `{report}` or where its tool always does. Only what it changed is read.',
      fallback: null,
      input: 'bench-report',
      role: 'policy',
    }),
    tighten: tightenToFirst<string | null>,
  },
  'pair-budget': {
    ...duration({
      description:
        'How long setup, build and all pairs together may take. What does not fit is not begun, and the page says how much it would take.',
      fallback: 900_000,
      input: 'pair-budget',
      role: 'policy',
    }),
    tighten: tightenToFirst<number | null>,
  },
  'screen-pairs': pairs(LEAST_SCREEN, {
    description: 'Pairs in which every benchmark is measured, to find those that may be slower.',
    fallback: 8,
    input: 'screen-pairs',
  }),
  'confirm-pairs': pairs(LEAST_CONFIRM, {
    description: 'Fresh pairs in which only those are measured that may be slower: they decide.',
    fallback: 20,
    input: 'confirm-pairs',
  }),
} as const

export type PairedSettings = Settings<typeof pairedConfig>

function commandLine(details: { readonly description: string; readonly input: string }): Field<string | null> {
  return checked(text({ ...details, fallback: null, role: 'policy' }), (line) =>
    commandWords(line) === null ? { ok: false, expected: 'a command line whose quotes all end' } : { ok: true },
  )
}

type Check = (line: string) => { readonly ok: true } | { readonly ok: false; readonly expected: string }

/** One line of text that is known to be a command before anything is run. */
function checked(line: Field<string | null>, check: Check): Field<string | null> {
  return {
    ...line,
    tighten: tightenToFirst,
    parse(raw) {
      const parsed = line.parse(raw)
      if (!parsed.ok || parsed.value === null) return parsed
      const result = check(parsed.value)
      return result.ok ? parsed : { ok: false, expected: result.expected }
    },
  }
}

interface PairsDetails {
  readonly description: string
  readonly fallback: number
  readonly input: string
}

function pairs(least: number, details: PairsDetails): Field<number> {
  const field = count({ ...details, role: 'policy', stricter: 'higher' })
  const expected = `a whole number from ${least} to ${MOST_PAIRS}`
  return {
    ...field,
    tighten: tightenToFirst<number>,
    jsonSchema: { type: 'integer', minimum: least, maximum: MOST_PAIRS },
    parse(raw): Parsed<number> {
      const parsed = field.parse(raw)
      if (!parsed.ok) return { ok: false, expected }
      return parsed.value >= least && parsed.value <= MOST_PAIRS ? parsed : { ok: false, expected }
    },
  }
}
