import { EOL } from 'node:os'

/**
 * One workflow command as a line for the runner: `::error file=a.ts,line=3::message`. Properties without a value are
 * left out.
 *
 * The toolkit writes the same bytes, which tests hold it to; but loading the toolkit for one line costs more than
 * judging a small report does. See docs/decisions/0005.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number | null>>,
  message: string,
): string {
  const given = Object.entries(properties).filter(([, value]) => value !== null && value !== '')
  const list = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')
  return `::${name}${list === '' ? '' : ` ${list}`}::${escapeData(message)}${EOL}`
}

/** The runner ends a message at a line end, and reads the rest as another line of the log. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** Inside properties, colons and commas have a meaning too. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
