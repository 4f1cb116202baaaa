/** The whole style sheet. Colours reach WCAG AA on their background in light and dark. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --back: #f5f6f8; --card: #fff; --text: #1b2027; --quiet: #566070; --edge: #d9dee5; --code: #eef0f4; --link: #0b57c4;
  --pass: #116b39; --warn: #855000; --inconclusive: #6238b8; --fail: #b3241a; --skipped: #566070;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #0f1216; --card: #171b21; --text: #e3e7ed; --quiet: #9aa4b2; --edge: #2b323c; --code: #222831; --link: #7fb2ff;
    --pass: #63d391; --warn: #eebd62; --inconclusive: #bfa5ff; --fail: #ff8f85; --skipped: #9aa4b2;
  }
}
.pass { --tone: var(--pass) } .warn { --tone: var(--warn) } .inconclusive { --tone: var(--inconclusive) }
.fail { --tone: var(--fail) } .skipped { --tone: var(--skipped) }
* { box-sizing: border-box }
body {
  margin: 0; background: var(--back); color: var(--text); overflow-wrap: anywhere; border-top: 4px solid var(--tone);
  font: 0.9375rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums;
}
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1rem }
header { padding-top: 1.5rem; padding-bottom: 1rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.5rem; letter-spacing: -0.01em }
h2 { font-size: 1.0625rem; line-height: 1.35; margin: 0 0 0.5rem }
h3, h4, h5, h6 { font-size: 0.9375rem; margin: 1rem 0 0.25rem }
p, ul, figure { margin: 0 0 0.5rem }
ul { padding-left: 1.25rem }
header p { margin: 0; color: var(--quiet); font-size: 0.875rem }
.policy { margin-left: 0.25rem }
main > section, details {
  background: var(--card); border: 1px solid var(--edge); border-radius: 8px; padding: 0.875rem 1rem 0.5rem; margin: 0 0 0.75rem;
}
main > section.problem { border-left: 4px solid var(--tone) }
section > :last-child, .folded > :last-child { margin-bottom: 0.375rem }
a { color: var(--link); text-decoration: none } a:hover { text-decoration: underline }
p a, li a { text-decoration: underline; text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); text-underline-offset: 0.2em }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.875em }
code { background: var(--code); border-radius: 4px; padding: 0.1em 0.3em; -webkit-box-decoration-break: clone; box-decoration-break: clone }
h1 code, h2 code { font-weight: 600 }
pre { background: var(--code); border-radius: 6px; padding: 0.5rem 0.75rem; margin: 0 0 0.75rem; overflow-x: auto; white-space: pre; font-size: 0.8125rem; color: var(--text) }
pre code { background: none; padding: 0; font-size: inherit }
.scroll { overflow-x: auto; margin: 0 0 0.5rem }
table { border-collapse: collapse; overflow-wrap: normal }
th, td { text-align: left; vertical-align: top; padding: 0.375rem 1.5rem 0.375rem 0; border-bottom: 1px solid var(--edge) }
tr:has(> :nth-child(4)) > * { min-width: 6.5rem }
tr:has(> :nth-child(4)) > :nth-child(3) { min-width: 11rem }
tr > :last-child { padding-right: 0 }
tbody tr:last-child > * { border-bottom: 0 }
thead th { color: var(--quiet); font-size: 0.8125rem; font-weight: 500 }
tbody th { font-weight: 500 }
.number { text-align: right }
.outcome { color: var(--tone); font-weight: 600; white-space: nowrap }
.outcome::before {
  display: inline-block; width: 1.25em; height: 1.25em; margin-right: 0.4em; border-radius: 50%; text-align: center;
  font-size: 0.8em; line-height: 1.25em; background: var(--tone); color: var(--card); content: "–";
}
.outcome.pass::before { content: "✓" } .outcome.fail::before { content: "✕" }
.outcome.warn::before { content: "!" } .outcome.inconclusive::before { content: "?" }
details { padding: 0 }
summary { cursor: pointer; padding: 0.625rem 1rem; border-radius: 8px }
summary h2, summary h3, summary h4, summary h5, summary h6 { display: inline; font-size: 0.9375rem; font-weight: 500; margin: 0 }
details[open] > summary { border-bottom: 1px solid var(--edge); border-radius: 8px 8px 0 0 }
.folded { padding: 0.75rem 1rem 0.5rem }
.folded > :first-child { margin-top: 0 }
.folded details { margin-bottom: 0.5rem }
.plot { display: flex; flex-direction: column; max-width: 40rem }
.plot svg { display: block; width: 100%; height: 8rem }
.tick { color: var(--quiet); font-size: 0.75rem; line-height: 1.3 }
.grid { stroke: var(--edge); stroke-width: 1; fill: none; vector-effect: non-scaling-stroke }
.line { stroke: var(--link); stroke-width: 2; fill: none; stroke-linejoin: round; vector-effect: non-scaling-stroke }
.area { fill: var(--link); opacity: 0.1 }
figcaption { display: flex; justify-content: space-between; gap: 1rem; max-width: 40rem; color: var(--quiet); font-size: 0.8125rem }
figcaption strong { color: var(--text) }
footer { padding-top: 0.5rem; padding-bottom: 2rem; color: var(--quiet); font-size: 0.875rem }
footer p { margin-bottom: 0.25rem }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media print { body { background: none } main > section, details { break-inside: avoid } }
`

/** Must follow every change of the style; a test names the new value. */
export const STYLE_HASH = 'sha256-B5cKXzOjSZkO13W7yI9+S3MD6SMhXK8EwOrOBTPUjsc='
