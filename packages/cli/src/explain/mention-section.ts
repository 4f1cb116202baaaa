import type { ExplainedReport, Mention, ReportRecord } from '@testwarden/core/files/explain-file'
import type { Inline, Section } from '@testwarden/core/model/page'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { lineInWords, totalsInWords } from './number-words.js'

const RECORDS_SHOWN_MAX = 20

/** The rules of the path resolver in words. */
const RULES: Readonly<Record<string, string>> = {
  'go-module': 'in the folder of its Go module',
  exact: 'as written',
  source: 'below a source folder that the report names',
  workspace: 'below the working directory',
  root: 'by `roots`',
  'checkout-folder': 'without the folder of a build machine or container',
  case: 'in another case',
  suffix: 'by the longest ending that one tracked file has',
  'source-folder': 'below a source folder of the build',
  'file-name': 'by the name of a file in the root',
  unchecked: 'as written, as there is no repository to ask',
}

/** What one report says of the file, and what became of it. */
export function mentionSection(mention: Mention, report: ExplainedReport | undefined): Section {
  const { line, records } = mention
  const items: Inline[] = [pathLine(mention), fateLine(mention, report)]
  if (line === null) items.push(totalsInWords(mention.totals))
  else items.push(...lineInWords(line))
  items.push(...records.slice(0, RECORDS_SHOWN_MAX).map((record) => recordLine(mention.report, record)))
  const hidden = Math.max(0, records.length - RECORDS_SHOWN_MAX) + mention.unlistedRecords
  if (hidden > 0) items.push(`and ${countWord(hidden, 'more record')}`)
  if (line !== null && line.hits !== null && records.every(({ kind }) => kind === 'entry'))
    items.push('the reader of this format does not tell the place of single numbers')
  return { kind: 'details', summary: summaryOf(mention, report), sections: [{ kind: 'list', items }] }
}

function summaryOf({ report }: Mention, read: ExplainedReport | undefined): string {
  if (read === undefined) return report
  return `${report} (${read.format}${read.dialect === null ? '' : `, written by ${read.dialect}`})`
}

function pathLine({ written, module, how, tried }: Mention): Inline {
  const inModule = module === null ? [] : [' in ', code(module)]
  if (how !== null) return ['path ', code(written), ...inModule, `: found ${RULES[how] ?? how}`, triedOf(tried)]
  return ['path ', code(written), ...inModule, ': no tracked file answers to it', triedOf(tried)]
}

const TRIED_SHOWN_MAX = 8

function triedOf(tried: readonly string[]): Inline {
  if (tried.length === 0) return ''
  const shown = tried.slice(0, TRIED_SHOWN_MAX).flatMap((path, index) => [index === 0 ? '' : ', ', code(path)])
  const hidden = tried.length - TRIED_SHOWN_MAX
  return ['; looked for ', ...shown, hidden > 0 ? ` and ${formatInteger(hidden)} more` : '']
}

function fateLine({ isCounted, ignoredBy, isPlaceholder }: Mention, report: ExplainedReport | undefined): Inline {
  if (ignoredBy.length > 0)
    return ['not counted: ignored by ', ...ignoredBy.flatMap((glob, at) => [at === 0 ? '' : ', ', code(glob)])]
  if (!isCounted) return `not counted: ${report?.problem ?? 'the report could not be used'}`
  const cut = report?.outcome === 'cut-off' ? ', although the report is cut off' : ''
  return `counted${cut}${isPlaceholder ? ', as a placeholder for a file that no test loaded' : ''}`
}

function recordLine(report: string, { kind, reportLine, text, lines, name, hits, total }: ReportRecord): Inline {
  const place = reportLine === null ? report : `${report}:${reportLine}`
  const stands: Inline = text === null ? '' : [' ', code(text)]
  if (kind === 'entry') return ['the file: ', { kind: 'strong', text: place }, stands]
  const amount = total === null ? countWord(hits ?? 0, 'hit') : `${formatInteger(hits ?? 0)} of ${formatInteger(total)}`
  const named = name === null ? '' : [' ', code(name)]
  const where = lines.first === lines.last ? '' : ` (lines ${lines.first} to ${lines.last})`
  return [kind, named, where, `: ${amount}, `, { kind: 'strong', text: place }, stands]
}

function code(text: string): Inline {
  return { kind: 'code', text: text.slice(0, 500) }
}
