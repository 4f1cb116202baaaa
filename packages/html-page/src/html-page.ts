import type { Section } from '@testwarden/core/model/page'
import { escapeHtml } from '@testwarden/core/render/escape'
import type { StepPage } from '@testwarden/core/render/step-page'
import { inlineHtml, outcomeHtml } from './html-inline.js'
import { type SectionContext, sectionHtml } from './html-section.js'
import { STYLE, STYLE_HASH } from './style.js'

/** Nothing but our own style may load or run, so that no text of a report can, whatever escaped it. */
const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`

/** A step as one HTML file without a network, a script or anything else beside it. */
export function renderHtmlPage(page: StepPage): string {
  const context: SectionContext = { blobs: page.blobs, level: 2 }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(page.title)}</title>
<style>${STYLE}</style>
</head>
<body class="${page.outcome}">
<header>
<h1>${escapeHtml(page.title)}</h1>
<p>${outcomeHtml(page.outcome)} <span class="policy">${inlineHtml(page.policy, page.blobs)}</span></p>
</header>
<main>
<section aria-labelledby="verdict">
<h2 id="verdict" class="unseen">Verdict</h2>
${page.verdict.map((section) => sectionHtml(section, { ...context, level: 3 })).join('\n')}
</section>
${groupProblems(page.sections)
  .map((group) => groupHtml(group, context))
  .join('\n')}
</main>
<footer>
${footerHtml(page)}
</footer>
</body>
</html>
`
}

interface Group {
  readonly role: 'problem' | 'other'
  readonly sections: readonly Section[]
}

/** A problem and the sections that continue it belong together; any other section stands alone. */
function groupProblems(sections: readonly Section[]): Group[] {
  const groups: { role: Group['role']; sections: Section[] }[] = []
  for (const section of sections) {
    const isProblem = 'role' in section && section.role === 'problem'
    const open = groups.at(-1)
    if (isProblem && section.heading === undefined && open?.role === 'problem') open.sections.push(section)
    else groups.push({ role: isProblem ? 'problem' : 'other', sections: [section] })
  }
  return groups
}

function groupHtml({ role, sections }: Group, context: SectionContext): string {
  const html = sections.map((section) => sectionHtml(section, context)).join('\n')
  return sections[0]?.kind === 'details' ? html : `<section class="${role}">\n${html}\n</section>`
}

function footerHtml(page: StepPage): string {
  const local = `<p>Same verdict locally:</p>\n<pre tabindex="0" aria-label="Local command"><code>${escapeHtml(page.localCommand)}</code></pre>`
  if (page.runUrl === null) return local
  return `${local}\n<p>${inlineHtml({ kind: 'link', text: 'The workflow run', url: page.runUrl }, null)}</p>`
}
