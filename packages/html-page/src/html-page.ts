import type { Section } from '@testwarden/core/model/page'
import { escapeHtml } from '@testwarden/core/render/escape'
import type { StepPage } from '@testwarden/core/render/step-page'
import type { CoverageBrowsing } from './coverage/browsing.js'
import { coverageHtml } from './coverage/coverage-html.js'
import { SCRIPT, SCRIPT_HASH } from './coverage/script.js'
import { COVERAGE_STYLE, COVERAGE_STYLE_HASH } from './coverage/style.js'
import { inlineHtml, outcomeHtml } from './html-inline.js'
import { type SectionContext, sectionHtml } from './html-section.js'
import { linkOfPage } from './place-links.js'
import { STYLE, STYLE_HASH } from './style.js'

/** Nothing but our own style may load or run, so that no text of a report can, whatever escaped it. */
const STYLE_ONLY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`

/** The same with the one script that looks through coverage, which in turn may not make markup of any text. */
const WITH_SCRIPT = `default-src 'none'; style-src '${STYLE_HASH}' '${COVERAGE_STYLE_HASH}'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`

/**
 * A step as one HTML file without a network or anything else beside it.
 * @param coverage what can be looked through below the page; null for nothing, and then the file has no script at all
 */
export function renderHtmlPage(page: StepPage, coverage: CoverageBrowsing | null): string {
  const context: SectionContext = { linkOf: linkOfPage(page, coverage), level: 2 }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${coverage === null ? STYLE_ONLY : WITH_SCRIPT}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(page.title)}</title>
<style>${STYLE}</style>${coverage === null ? '' : `\n<style>${COVERAGE_STYLE}</style>`}
</head>
<body class="${page.outcome}">
<header>
<h1>${escapeHtml(page.title)}</h1>
<p>${outcomeHtml(page.outcome)} <span class="policy">${inlineHtml(page.policy, context.linkOf)}</span></p>
</header>
<main>
<section aria-labelledby="verdict">
<h2 id="verdict" class="unseen">Verdict</h2>
${page.verdict.map((section) => sectionHtml(section, { ...context, level: 3 })).join('\n')}
</section>
${groupProblems(page.sections)
  .map((group) => groupHtml(group, context))
  .join('\n')}${coverage === null ? '' : `\n${coverageHtml(coverage)}`}
</main>
<footer>
${footerHtml(page)}
</footer>${coverage === null ? '' : `\n<script>${SCRIPT}</script>`}
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
  return `${local}\n<p>${inlineHtml({ kind: 'link', text: 'The workflow run', url: page.runUrl }, () => null)}</p>`
}
