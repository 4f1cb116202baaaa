import type { CoverageViewFile } from '@testwarden/core/model/coverage-view'
import { escapeHtml, escapeScriptJson, escapeTextNode } from '@testwarden/core/render/escape'
import { formatInteger } from '@testwarden/core/render/numbers'
import { type CoverageBrowsing, inOrderOfNeed } from './browsing.js'
import { type ChosenFiles, chooseFiles } from './choose-files.js'
import { coverageTree, shareOf } from './coverage-tree.js'
import type { BrowserData, Share } from './page-data.js'

/** Rows of the table that is read without a script, and printed. */
const ROWS_SHOWN = 200

/** The section that lets a reader look through all files; a plain table of the worst ones where no script runs. */
export function coverageHtml(browsing: CoverageBrowsing): string {
  const { view, redact } = browsing
  const chosen = chooseFiles(browsing)
  const notes = chosen.leftOut.map((sentence) => `<p class="remark">${escapeHtml(sentence)}</p>`)
  return `<section class="coverage" aria-labelledby="files">
<h2 id="files">Files, line by line</h2>
${notes.join('\n')}
<div id="browser" hidden></div>
${tableHtml(view.files, redact)}
${dataElement('tree', escapeScriptJson(JSON.stringify(browserData(chosen, browsing))))}
${chosen.details.map((detail, number) => dataElement(`file-${number}`, detail)).join('\n')}
</section>`
}

function browserData({ listed, numbers, first }: ChosenFiles, { view, redact }: CoverageBrowsing): BrowserData {
  const nodes = coverageTree(
    listed.map(({ path, totals, change }) => ({
      path: redact(path),
      lines: totals.lines,
      patch: change?.count ?? null,
      number: numbers.get(path) ?? null,
    })),
  )
  return { nodes, hasChange: view.patch !== null && view.patch.total > 0, first: escapeTextNode(redact(first)) }
}

/** A block of data is never run, whatever the page's policy says of scripts. */
function dataElement(id: string, json: string): string {
  return `<script type="application/json" id="${id}">${json}</script>`
}

function tableHtml(files: readonly CoverageViewFile[], redact: (text: string) => string): string {
  const rows = inOrderOfNeed(files)
    .slice(0, ROWS_SHOWN)
    .map(({ path, totals, change }) => {
      const cells = [change === null ? null : shareOf(change.count), shareOf(totals.lines)].map(cellHtml)
      return `<tr><th scope="row"><code>${escapeHtml(redact(path))}</code></th>${cells.join('')}</tr>`
    })
  const left = files.length - rows.length
  const rest = left > 0 ? `<p class="remark">${formatInteger(left)} more files are not in this table.</p>` : ''
  return `<div class="plain"><div class="scroll" role="region" aria-label="Files with the most untested lines" tabindex="0"><table>
<thead><tr><th scope="col">file</th><th scope="col" class="number">new lines tested</th><th scope="col" class="number">lines tested</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>
${rest}</div>`
}

function cellHtml(share: Share | null): string {
  if (share === null || share.total === 0) return '<td class="number">–</td>'
  const { covered, total, percent } = share
  return `<td class="number">${formatInteger(covered)} of ${formatInteger(total)} (${escapeHtml(percent)})</td>`
}
