import type { Field, Settings } from '@testwarden/core/config/field'
import { choice } from '@testwarden/core/config/fields/choice'
import { duration } from '@testwarden/core/config/fields/duration'
import { text } from '@testwarden/core/config/fields/text'
import { tightenToFirst } from '@testwarden/core/config/tighten'
import { presets } from './presets.js'
import { parseRerunCommand } from './rerun-command.js'

/**
 * How failed tests are run again. All of it is policy: on a pull request the config file of the base branch says what is
 * run, or where it says nothing the workflow, and never the config file of the tested tree.
 */
export const rerunConfig = {
  'rerun-command': rerunCommand({
    description: `Runs failed tests again, to tell flakes from real failures: ${presets.map(({ id }) => `\`${id}\``).join(', ')}, or a command line with \`{tests}\` where the tests go and \`{report}\` for a folder to report into. Blanks separate words, quotes keep them together.`,
    fallback: null,
    input: 'rerun-command',
    role: 'policy',
  }),
  'rerun-shell': {
    ...choice(['none', 'bash'], {
      description:
        '`bash` runs `rerun-command` through bash, as a `run:` step would; `none` starts its program itself.',
      fallback: 'none',
      input: 'rerun-shell',
      role: 'policy',
    }),
    tighten: tightenToFirst<'none' | 'bash'>,
  },
  'rerun-report': {
    ...text({
      description:
        'File, folder or glob where `rerun-command` writes its reports, if not into `{report}` or where its runner always does. Only what it changed is read.',
      fallback: null,
      input: 'rerun-report',
      role: 'policy',
    }),
    tighten: tightenToFirst<string | null>,
  },
  'rerun-budget': duration({
    description: 'How long all reruns of a job together may take; the command that is running then is ended.',
    fallback: 600_000,
    input: 'rerun-budget',
    role: 'policy',
  }),
} as const

export type RerunSettings = Settings<typeof rerunConfig>

/** One line of text that is known to be a command before anything is run. */
function rerunCommand(details: Parameters<typeof text>[0]): Field<string | null> {
  const line = text(details)
  return {
    ...line,
    tighten: tightenToFirst,
    parse(raw) {
      const parsed = line.parse(raw)
      if (!parsed.ok || parsed.value === null) return parsed
      const command = parseRerunCommand(parsed.value)
      return command.ok ? parsed : command
    },
  }
}
