/** What the part that looks through coverage adds to the page's style. A state has a colour, a mark and a word. */
export const COVERAGE_STYLE = `
:root { --miss: #fdebe9; --part: #fcf2d9; --miss-edge: #cf3a2d; --part-edge: #b07a00; --hit-edge: #2c9b5f; --lit: #0b57c4; --track: #e3e7ec }
@media (prefers-color-scheme: dark) {
  :root { --miss: #3b1f1e; --part: #36301c; --miss-edge: #f0756a; --part-edge: #d9a53c; --hit-edge: #3fa66c; --lit: #7fb2ff; --track: #2b323c }
}
main { max-width: none }
main > section, main > details { max-width: 60rem; margin-left: auto; margin-right: auto }
main > .coverage { max-width: 100rem; padding-bottom: 0.875rem }
.remark, .status { color: var(--quiet); font-size: 0.875rem; margin: 0 0 0.5rem }
.remark:empty { display: none }
.alive .plain { display: none }
#browser:not([hidden]) { display: grid; grid-template-columns: minmax(18rem, 28rem) minmax(0, 1fr); gap: 1.25rem; align-items: start }
.side { position: sticky; top: 0.5rem; display: flex; flex-direction: column; max-height: calc(100vh - 1rem); min-width: 0 }
.toolbar { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem; margin-bottom: 0.5rem }
.toolbar label { display: flex; flex-direction: column; gap: 0.125rem; min-width: 0; color: var(--quiet); font-size: 0.8125rem }
.toolbar label:first-child { grid-column: 1 / -1 }
.toolbar input, .toolbar select, .controls button {
  font: inherit; font-size: 0.875rem; color: var(--text); background: var(--card); border: 1px solid var(--quiet); border-radius: 6px;
  padding: 0.3125rem 0.5rem; min-height: 2.125rem; min-width: 0;
}
.files { overflow: auto; min-height: 6rem; border: 1px solid var(--edge); border-radius: 6px; padding: 0.25rem }
.row {
  display: grid; grid-template-columns: minmax(0, 1fr) 3.5rem 6.75rem 3.75rem; gap: 0.5rem; align-items: center; cursor: pointer; border-radius: 4px;
  padding: 0.1875rem 0.375rem 0.1875rem calc((var(--level) - 1) * 0.875rem + 1.25rem); font-size: 0.875rem; min-height: 1.75rem; position: relative;
}
.row:hover, .row[aria-selected="true"] { background: var(--code) }
.row[aria-selected="true"] { font-weight: 600 }
.row:focus-visible { outline-offset: -2px }
.row .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.row .count, .row .percent { text-align: right; white-space: nowrap; font-size: 0.8125rem }
.row .count { color: var(--quiet) }
.folder::before {
  content: "▸"; position: absolute; left: calc((var(--level) - 1) * 0.875rem + 0.25rem); width: 0.875rem; text-align: center; color: var(--quiet); font-size: 0.75rem;
}
.folder[aria-expanded="true"]::before { content: "▾" }
.bar { display: block; height: 0.375rem; border-radius: 3px; overflow: hidden; background: linear-gradient(to right, var(--hit-edge) calc(var(--share) * 100%), var(--miss-edge) 0) }
.bar.full { background: var(--hit-edge) } .bar.empty { background: var(--track) }
.panel { min-width: 0 }
.panel h3 { font-size: 1rem; margin: 0 0 0.25rem; overflow-wrap: anywhere } .panel h3 code { background: none; padding: 0 }
.facts { list-style: none; display: flex; flex-wrap: wrap; gap: 0.125rem 1rem; padding: 0; margin: 0 0 0.5rem; color: var(--quiet); font-size: 0.8125rem }
.legend { margin: 0 0 0 auto; color: var(--quiet); font-size: 0.8125rem; white-space: pre-wrap }
.controls { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem; margin-bottom: 0.5rem }
.controls:empty { display: none }
.controls button { cursor: pointer } .controls button:hover { background: var(--code) }
.controls button[aria-pressed="true"] { background: var(--text); color: var(--card); border-color: var(--text) }
.code { border: 1px solid var(--edge); border-radius: 6px; overflow-x: auto; font-size: 0.8125rem; line-height: 1.25rem }
.sheet { width: max-content; min-width: 100% }
.block { content-visibility: auto; contain-intrinsic-size: auto calc(var(--lines) * 1.25rem) }
.code-line { display: flex; min-height: 1.25rem; scroll-margin: 4rem; border-left: 4px solid transparent }
.code-line.hit { border-left-color: var(--hit-edge) }
.code-line.miss { background: var(--miss); border-left-color: var(--miss-edge) }
.code-line.part { background: var(--part); border-left-color: var(--part-edge) }
.code-line.lit { box-shadow: inset 0 0 0 1px var(--lit) }
.code-line .number { flex: none; min-width: 3.5rem; padding: 0 0.5rem; text-align: right; color: var(--quiet); user-select: none }
.code-line .mark { flex: none; width: 2.5rem; white-space: pre; user-select: none; font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace }
.code-line.new .mark { font-weight: 700 }
.code-line code { background: none; padding: 0 1rem 0 0; font-size: inherit; white-space: pre; tab-size: 4; position: relative }
.note { padding: 0 1rem 0 6.5rem; font-style: italic; color: var(--text); background: var(--part); border-left: 4px solid var(--part-edge) }
.between { padding: 0.125rem 1rem 0.125rem 6.5rem; color: var(--quiet); background: var(--code) }
.without-text dt { font-weight: 600; margin-top: 0.5rem } .without-text dd { margin: 0 }
@media (max-width: 56rem) {
  #browser:not([hidden]) { grid-template-columns: minmax(0, 1fr) }
  .side { position: static; max-height: none } .files { max-height: 45vh }
  .code-line .number { min-width: 2.75rem } .note, .between { padding-left: 5.75rem }
  .row { grid-template-columns: minmax(0, 1fr) 3rem 3.75rem; min-height: 2.25rem } .row .count { display: none }
}
@media (forced-colors: active) { .bar { forced-color-adjust: none } .code-line.miss, .code-line.part { border-left-style: double } }
@media print { main > .coverage { max-width: 60rem } #browser:not([hidden]) { display: none } .alive .plain { display: block } }
`

/** Must follow every change of the style; a test names the new value. */
export const COVERAGE_STYLE_HASH = 'sha256-PxQSgQ2lfidxqpmlXGu5ECts6rah8fYDDBAOMWJ7uaA='
