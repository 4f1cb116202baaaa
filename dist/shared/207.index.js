export const id = 207;
export const ids = [207];
export const modules = {

/***/ 9207:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _process_terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5066);
/* harmony import */ var _run_cli_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6500);


process.exitCode = await (0,_run_cli_js__WEBPACK_IMPORTED_MODULE_1__/* .runCli */ .a)(process.argv.slice(2), (0,_process_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .processTerminal */ .q)());
//# sourceMappingURL=main.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ processTerminal)
/* harmony export */ });
/* harmony import */ var _testwarden_core_render_escape__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7783);
/* harmony import */ var _testwarden_platform_log__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8127);


const DEFAULT_COLUMNS = 100;
/** The terminal that this process was started from. Colours only where a person looks, and as NO_COLOR and FORCE_COLOR say. */
function processTerminal() {
    const { env, stdout, stderr } = process;
    for (const stream of [stdout, stderr])
        stream.on('error', ignoreBrokenPipe);
    return {
        cwd: process.cwd(),
        environment: env,
        style: wantsColour(env, stdout.isTTY === true) ? 'colour' : 'plain',
        columns: stdout.columns ?? DEFAULT_COLUMNS,
        print: (text) => void stdout.write((0,_testwarden_core_render_escape__WEBPACK_IMPORTED_MODULE_0__/* .breakCommands */ .ix)(text)),
        complain: (text) => void stderr.write((0,_testwarden_platform_log__WEBPACK_IMPORTED_MODULE_1__/* .neutralizeCommands */ .Kw)(text)),
    };
}
function wantsColour(env, isPerson) {
    if (env.NO_COLOR !== undefined && env.NO_COLOR !== '')
        return false;
    if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0')
        return true;
    return isPerson && env.TERM !== 'dumb';
}
/** Whoever reads us, such as `head`, may have enough before the end: what we found and our exit code stay. */
function ignoreBrokenPipe(error) {
    if (error.code !== 'EPIPE')
        throw error;
}
//# sourceMappingURL=process-terminal.js.map

/***/ }),

/***/ 6500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runCli)
});

// UNUSED EXPORTS: problemMessage

// EXTERNAL MODULE: ./packages/core/lib/config/suggest.js
var suggest = __webpack_require__(6358);
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/core/lib/model/version.js
var version = __webpack_require__(9255);
// EXTERNAL MODULE: ./packages/platform/lib/conclusion.js
var conclusion = __webpack_require__(9406);
// EXTERNAL MODULE: ./packages/core/lib/limits/accept.js
var limits_accept = __webpack_require__(3344);
// EXTERNAL MODULE: ./packages/core/lib/model/decimal.js
var model_decimal = __webpack_require__(7976);
// EXTERNAL MODULE: ./packages/platform/lib/read-accepts.js
var read_accepts = __webpack_require__(8153);
;// CONCATENATED MODULE: ./packages/platform/lib/append-accept.js


const HEADER = ` Limits that may be broken for a while, each with its reason and its last day.
 Written by \`testwarden accept\`; an entry that the base branch lacks needs the label \`testwarden-accepted\`.`;
/**
 * Adds an entry to the end of the accepts file. Comments and the form of what is there stay as they are.
 * @throws ConfigurationError when the file is ill-formed, or would be with the entry
 * @throws PlatformError when it cannot be written
 */
async function appendAccept(files, accept) {
    const source = (await files.readText(limits_accept/* ACCEPTS_PATH */.QR, read_accepts/* MAX_ACCEPTS_BYTES */.lN)) ?? '';
    const known = (await (0,read_accepts/* parseAccepts */.fx)(source)).find((other) => isSame(other, accept));
    if (known !== undefined)
        return { outcome: 'already-there', line: known.line };
    const text = await withEntry(source, accept);
    const written = await (0,read_accepts/* parseAccepts */.fx)(text);
    await files.write(limits_accept/* ACCEPTS_PATH */.QR, text);
    return { outcome: 'appended', line: written.at(-1)?.line ?? null };
}
function isSame(left, right) {
    return ['rule', 'subject', 'limit', 'expires'].every((key) => left[key] === right[key]);
}
async function withEntry(source, { rule, subject, limit, reason, author, expires }) {
    const { Document, isSeq, parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const document = parseDocument(source);
    const number = Number(limit);
    const value = {
        rule,
        ...(subject === null ? {} : { subject }),
        limit: String(number) === limit ? number : limit,
        reason,
        author,
        expires,
    };
    if (isSeq(document.contents))
        document.contents.add(document.createNode(value));
    else
        document.contents = document.createNode([value]);
    if (source.trim() === '')
        document.commentBefore = HEADER;
    return document.toString({ lineWidth: 0 });
}
//# sourceMappingURL=append-accept.js.map
// EXTERNAL MODULE: ./packages/platform/lib/clock.js
var clock = __webpack_require__(1107);
// EXTERNAL MODULE: ./packages/platform/lib/exec.js
var lib_exec = __webpack_require__(8116);
// EXTERNAL MODULE: ./packages/platform/lib/files.js + 5 modules
var lib_files = __webpack_require__(3564);
// EXTERNAL MODULE: ./packages/suite/lib/gates.js
var gates = __webpack_require__(5874);
// EXTERNAL MODULE: ./packages/core/lib/action/shared-config.js + 2 modules
var shared_config = __webpack_require__(9558);
// EXTERNAL MODULE: ./packages/core/lib/config/file-config.js
var file_config = __webpack_require__(2483);
// EXTERNAL MODULE: ./packages/core/lib/config/walk-section.js
var walk_section = __webpack_require__(5341);
;// CONCATENATED MODULE: ./packages/cli/lib/choose-gates.js






/** The named gates, or all. @throws ConfigurationError for a word that is no gate */
function chooseGates(words) {
    if (words.length === 0)
        return gates/* GATES */.J;
    return words.map((word) => {
        const found = gates/* GATES */.J.find(({ gate, id }) => gate === word || id === word);
        if (found === undefined)
            throw unknownGate(word);
        return found;
    });
}
function unknownGate(word) {
    const names = gates/* GATES */.J.map(({ gate }) => gate);
    const near = (0,suggest/* suggest */.Z)(word, names);
    return new errors/* ConfigurationError */.j1(`There is no gate ${word}.`, {
        remedy: near === null ? `Gates: ${names.join(', ')}.` : `Did you mean ${near}?`,
    });
}
/** The inputs of the actions as options of the same names. */
function gateOptions() {
    const fields = [file_config/* fileConfig */.X, shared_config/* sharedConfig */.s, ...gates/* GATES */.J.map(({ config }) => config)].flatMap((section) => [
        ...(0,walk_section/* fieldsOf */.P)(section),
    ]);
    const options = fields.flatMap(({ field }) => {
        if (field.input === null)
            return [];
        const assumed = field.fallbackText === '' ? '' : ` Assumed: ${field.fallbackText.replaceAll('\n', ', ')}.`;
        return [{ name: field.input, takes: 'value', description: `${field.description}${assumed}` }];
    });
    return [...new Map(options.map((option) => [option.name, option])).values()];
}
//# sourceMappingURL=choose-gates.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/accept.js











/** Writes the one exception that a reviewer can see: a lower limit, with reason, author and end. */
const accept = {
    name: 'accept',
    summary: 'Lets one rule fall to a lower limit until a day, for a reason.',
    usage: `accept <${gates/* GATES */.J.map(({ gate }) => gate).join(' | ')}> <rule> [subject] --limit <n> --reason <text> --expires <day>`,
    options: [
        { name: 'limit', takes: 'value', description: 'The limit that counts instead, in the unit of the rule: 80.' },
        { name: 'reason', takes: 'value', description: 'Why, for those who review it.' },
        { name: 'expires', takes: 'value', description: 'The last day on which it counts, such as 2026-12-31 (UTC).' },
        { name: 'author', takes: 'value', description: 'Who answers for it; the name that git knows when left out.' },
    ],
    run: runAccept,
};
async function runAccept(call, terminal) {
    const entry = {
        ...chooseRule(call.words),
        limit: limitOf(call),
        reason: required(call, 'reason'),
        expires: expiryOf(call),
        author: call.values.get('author') ?? (await gitName(terminal)),
    };
    const files = (0,lib_files/* createWorkspaceFiles */.f)({ root: terminal.cwd, reach: 'workspace' });
    const { outcome, line } = await appendAccept(files, entry);
    const place = line === null ? limits_accept/* ACCEPTS_PATH */.QR : `${limits_accept/* ACCEPTS_PATH */.QR}:${line}`;
    terminal.print(outcome === 'already-there'
        ? `${place} has this entry already.\n`
        : `${place}: ${entry.rule} may fall to ${entry.limit} until ${entry.expires}.\nCommit the file, and ask a maintainer for the label ${limits_accept/* ACCEPT_LABEL */.KE}.\n`);
    return conclusion/* EXIT */.dc.ok;
}
function chooseRule(words) {
    const [gate, rule, subject = null, ...others] = words;
    if (gate === undefined || rule === undefined || others.length > 0)
        throw new errors/* ConfigurationError */.j1('An accept names a gate, a rule and, where the rule judges several things, one of them.', {
            remedy: `Write: testwarden ${accept.usage}`,
        });
    const rules = chooseGates([gate]).flatMap(({ acceptable }) => acceptable ?? []);
    const found = rules.find(({ ruleId }) => ruleId === rule);
    if (found === undefined)
        throw unknownRule(rule, rules);
    if (found.subject === null && subject !== null)
        throw new errors/* ConfigurationError */.j1(`The rule ${rule} judges one thing, so there is no ${JSON.stringify(subject)} to name.`, {
            remedy: 'Leave it out.',
        });
    if (found.subject !== null && subject === null)
        throw new errors/* ConfigurationError */.j1(`The rule ${rule} judges several things.`, { remedy: `Name ${found.subject}.` });
    return { rule, subject };
}
function unknownRule(rule, rules) {
    const names = rules.map(({ ruleId }) => ruleId);
    const near = (0,suggest/* suggest */.Z)(rule, names);
    return new errors/* ConfigurationError */.j1(`There is no rule ${rule} whose limit could be accepted.`, {
        remedy: near === null ? `Rules: ${names.join(', ')}.` : `Did you mean ${near}?`,
    });
}
function limitOf(call) {
    const limit = required(call, 'limit').replace(/%$/, '').trim();
    const decimal = (0,model_decimal/* parseDecimal */.$Q)(limit);
    if (decimal !== null && decimal.units >= 0n)
        return limit;
    throw new errors/* ConfigurationError */.j1(`The limit ${JSON.stringify(limit)} is no number from 0.`, {
        remedy: 'Write, for example, 84.5.',
    });
}
function expiryOf(call) {
    const expires = required(call, 'expires').trim();
    const today = clock/* systemClock */.m.now().toISOString().slice(0, 10);
    if (!isDay(expires))
        throw new errors/* ConfigurationError */.j1(`${JSON.stringify(expires)} is no day.`, { remedy: `Write it as ${today}.` });
    if (expires >= today)
        return expires;
    throw new errors/* ConfigurationError */.j1(`${expires} is in the past.`, {
        remedy: 'Name the last day on which the entry is to count.',
    });
}
function isDay(text) {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}
function required(call, name) {
    const value = call.values.get(name)?.trim() ?? '';
    if (value !== '')
        return value;
    throw new errors/* ConfigurationError */.j1(`An accept needs --${name}.`, { remedy: `Write: testwarden ${accept.usage}` });
}
async function gitName({ cwd, environment }) {
    const exec = (0,lib_exec/* createExec */.k)({ cwd, env: { ...environment } });
    const command = { command: 'git', args: ['config', 'user.name'], timeoutMs: 10_000, maxOutputBytes: 1000 };
    const name = await exec
        .run(command)
        .then(({ stdout }) => stdout.trim())
        .catch(() => '');
    if (name !== '')
        return name;
    throw new errors/* ConfigurationError */.j1('Nobody knows who accepts this.', { remedy: 'Write --author <name>.' });
}
//# sourceMappingURL=accept.js.map
// EXTERNAL MODULE: ./packages/platform/lib/judge-gates.js + 2 modules
var judge_gates = __webpack_require__(6123);
// EXTERNAL MODULE: ./packages/formats/lib/diff/read-unified-diff.js + 5 modules
var read_unified_diff = __webpack_require__(122);
// EXTERNAL MODULE: ./packages/platform/lib/git.js + 7 modules
var lib_git = __webpack_require__(2827);
// EXTERNAL MODULE: ./packages/platform/lib/history/open-history.js
var open_history = __webpack_require__(949);
// EXTERNAL MODULE: ./packages/platform/lib/log.js
var lib_log = __webpack_require__(8127);
// EXTERNAL MODULE: ./packages/platform/lib/read-config-file.js
var read_config_file = __webpack_require__(1543);
// EXTERNAL MODULE: ./packages/core/lib/model/sentence.js
var sentence = __webpack_require__(9522);
// EXTERNAL MODULE: ./packages/platform/lib/machine.js
var machine = __webpack_require__(8024);
// EXTERNAL MODULE: ./packages/platform/lib/run-context/run-key.js
var run_key = __webpack_require__(5950);
;// CONCATENATED MODULE: ./packages/platform/lib/run-context/local-run.js




/** What developers call the branch that their work goes to, in the order in which we ask git. */
const LIKELY_BASES = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];
/**
 * A run on a developer's machine: the working tree as it lies there.
 * @throws ConfigurationError when the named base does not exist
 */
async function describeLocalRun(facts) {
    const { git } = facts;
    if (git.absence !== null)
        return { run: localRun(facts, { base: withoutGit(git.absence), headSha: null }), comparedWith: null };
    const headSha = await git.resolve('HEAD');
    const { base, comparedWith } = facts.base === null ? await likelyBase(git, headSha) : await namedBase(git, facts.base);
    return { run: localRun(facts, { base, headSha }), comparedWith };
}
async function namedBase(git, name) {
    const sha = await git.resolve(name);
    if (sha === null)
        throw new errors/* ConfigurationError */.j1(`git knows no commit or branch called ${JSON.stringify(name)}`, {
            remedy: 'name a branch, a tag or a commit of this clone; `git fetch` first if it is new',
        });
    return { base: { kind: 'commit', sha, origin: 'named' }, comparedWith: name };
}
async function likelyBase(git, headSha) {
    if (headSha === null)
        return { base: unknownBase('the repository has no commit yet', 'commit something first'), comparedWith: null };
    for (const name of LIKELY_BASES) {
        const tip = await git.resolve(name);
        const sha = tip === null ? null : await git.mergeBase(tip, headSha);
        if (sha !== null)
            return { base: { kind: 'commit', sha, origin: 'merge-base' }, comparedWith: `the merge base with ${name}` };
    }
    const base = unknownBase(`none of ${LIKELY_BASES.join(', ')} shares history with HEAD`, 'name one with `--base <branch>`');
    return { base, comparedWith: null };
}
function localRun({ env, clock, action }, { base, headSha }) {
    return {
        key: (0,run_key/* describeLocalKey */.i)(action),
        event: 'local',
        repository: null,
        serverUrl: null,
        branch: null,
        pullRequest: null,
        testedSha: null,
        headSha,
        base,
        isBaseline: false,
        now: clock.now().toISOString(),
        machine: (0,machine/* describeMachine */.F)(env),
    };
}
function withoutGit(absence) {
    if (absence === 'no-git')
        return unknownBase('git is not installed', 'install git and put it on the PATH');
    return unknownBase('this folder is in no git repository', 'run the command inside your project');
}
function unknownBase(reason, remedy) {
    return { kind: 'unknown', reason: (0,sentence/* asSentence */.K)(reason), remedy: (0,sentence/* asSentence */.K)(remedy) };
}
//# sourceMappingURL=local-run.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/open-local-step.js











/** @throws ConfigurationError when an option names something that does not exist */
async function openLocalStep(call, terminal) {
    const { cwd: workspace } = terminal;
    const env = { ...terminal.environment };
    const log = (0,lib_log/* createTerminalLog */.$V)({ write: terminal.complain });
    const files = (0,lib_files/* createWorkspaceFiles */.f)({ root: workspace, reach: 'machine' });
    const sources = {
        inputs: call.values,
        file: await (0,read_config_file/* readConfigFile */.RG)(files, call.values.get('config') ?? null),
        accepts: (0,limits_accept/* weighAccepts */.sz)({
            base: null,
            tested: await (0,read_accepts/* readAcceptsFile */._E)(files),
            isLabelled: false,
            now: clock/* systemClock */.m.now().toISOString(),
        }),
    };
    const git = (0,lib_git/* createGit */.l)({ workspace, env, token: null, parseDiff: read_unified_diff/* readGitDiff */.y, log });
    const base = call.values.get('base') ?? null;
    const { run, comparedWith } = await describeLocalRun({ env, git, clock: clock/* systemClock */.m, base, action: 'check' });
    const exec = (0,lib_exec/* createExec */.k)({ cwd: workspace, env });
    const history = await (0,open_history/* openHistory */.j)(sources, { workspace, env, token: null });
    const ports = { files, git, exec, clock: clock/* systemClock */.m, log, github: null, history };
    return { run: withDiffFile(run, call.values.get('diff')), comparedWith, sources, ports, git };
}
function withDiffFile(run, path) {
    return path === undefined ? run : { ...run, base: { kind: 'diff-file', path } };
}
//# sourceMappingURL=open-local-step.js.map
// EXTERNAL MODULE: ./packages/core/lib/render/publication.js + 7 modules
var publication = __webpack_require__(2512);
// EXTERNAL MODULE: ./packages/core/lib/render/step-page.js + 3 modules
var step_page = __webpack_require__(6847);
// EXTERNAL MODULE: ./packages/core/lib/render/terminal.js + 3 modules
var render_terminal = __webpack_require__(7849);
// EXTERNAL MODULE: ./packages/core/lib/render/escape.js
var render_escape = __webpack_require__(7783);
// EXTERNAL MODULE: ./packages/core/lib/render/inline.js
var render_inline = __webpack_require__(2281);
// EXTERNAL MODULE: ./packages/core/lib/render/links.js
var links = __webpack_require__(9999);
;// CONCATENATED MODULE: ./packages/html-page/lib/html-inline.js



/** Running text as HTML. `blobs: null` leaves places without links. */
function inlineHtml(inline, blobs) {
    return (0,render_inline/* flattenInline */.Kg)(inline)
        .map((span) => spanHtml(span, blobs))
        .join('');
}
/** The mark is a drawing of the style sheet; the word tells the outcome to everybody. */
function outcomeHtml(outcome) {
    return `<span class="outcome ${outcome}">${outcome}</span>`;
}
function spanHtml(span, blobs) {
    if (typeof span === 'string')
        return textHtml(span);
    switch (span.kind) {
        case 'code':
            return codeHtml(span.text);
        case 'strong':
            return `<strong>${(0,render_escape/* escapeHtml */.ZD)(span.text)}</strong>`;
        case 'link':
            return linkHtml((0,render_escape/* escapeHtml */.ZD)(span.text), (0,render_escape/* safeUrl */.Pl)(span.url));
        case 'outcome':
            return outcomeHtml(span.outcome);
        case 'location':
            return locationHtml(span.path, span.ranges, blobs);
    }
}
function locationHtml(path, ranges, blobs) {
    const html = ranges.length > 1 ? `${codeHtml(path)} ${(0,render_inline/* formatRanges */.Gk)(ranges)}` : codeHtml((0,render_inline/* formatLocation */.j$)(path, ranges));
    return linkHtml(html, blobs === null ? null : (0,links/* blobLink */.C3)(blobs, path, ranges[0] ?? null));
}
/** A number and its percent sign stay on one line. */
function textHtml(text) {
    return (0,render_escape/* escapeHtml */.ZD)(text).replace(/(?<=\d) %/g, '\u00a0%');
}
/** Long paths and test names may break after their separators. */
function codeHtml(text) {
    return `<code>${(0,render_escape/* escapeHtml */.ZD)(text).replace(/(\/|::)(?=\w)/g, '$1<wbr>')}</code>`;
}
function linkHtml(html, url) {
    return url === null ? html : `<a href="${(0,render_escape/* escapeHtml */.ZD)(url)}" rel="noreferrer">${html}</a>`;
}
//# sourceMappingURL=html-inline.js.map
// EXTERNAL MODULE: ./packages/core/lib/render/chart-text.js
var chart_text = __webpack_require__(3648);
;// CONCATENATED MODULE: ./packages/html-page/lib/chart-svg.js


const WIDTH = 640;
const HEIGHT = 140;
const MARGIN = { left: 8, right: 8, top: 12, bottom: 12 };
/** More points than pixels show nothing more; the newest are kept. */
const POINTS_SHOWN_MAX = 600;
/** A line over time. Whoever does not see the drawing gets the same numbers as text below it. */
function chartHtml(chart) {
    const points = chart.points.filter((point) => Number.isFinite(point.value)).slice(-POINTS_SHOWN_MAX);
    const first = points[0];
    const last = points.at(-1);
    if (first === undefined || last === undefined)
        return '<p>no points yet</p>';
    const { low, high } = (0,chart_text/* extent */.X)(points);
    const unit = (0,render_escape/* escapeHtml */.ZD)(chart.unit);
    return `<figure>
<div class="plot"><span class="tick">${high} ${unit}</span>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${(0,render_escape/* escapeHtml */.ZD)((0,chart_text/* sparkline */.K)(chart))}">${drawing(points)}</svg>
<span class="tick">${low} ${unit}</span></div>
<figcaption><span>${(0,render_escape/* escapeHtml */.ZD)(first.label)}: ${first.value} ${unit}</span><span>${(0,render_escape/* escapeHtml */.ZD)(last.label)}: <strong>${last.value} ${unit}</strong></span></figcaption>
</figure>`;
}
function drawing(points) {
    const places = placesOf(points);
    const line = places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
    const bottom = HEIGHT - MARGIN.bottom;
    const area = `${line}L${places.at(-1)?.x ?? 0} ${bottom}L${places[0]?.x ?? 0} ${bottom}Z`;
    const grid = [MARGIN.top, HEIGHT / 2, bottom].map((y) => `<path class="grid" d="M0 ${y}H${WIDTH}"/>`).join('');
    return `${grid}<path class="area" d="${area}"/><path class="line" d="${line}"/>`;
}
function placesOf(points) {
    const { low, high } = (0,chart_text/* extent */.X)(points);
    const width = WIDTH - MARGIN.left - MARGIN.right;
    const height = HEIGHT - MARGIN.top - MARGIN.bottom;
    return points.map(({ value }, index) => ({
        x: round(MARGIN.left + (points.length === 1 ? width / 2 : (index / (points.length - 1)) * width)),
        y: round(MARGIN.top + (high === low ? height / 2 : (1 - (value - low) / (high - low)) * height)),
    }));
}
function round(value) {
    return Math.round(value * 10) / 10;
}
//# sourceMappingURL=chart-svg.js.map
;// CONCATENATED MODULE: ./packages/html-page/lib/html-section.js




const LEVEL_MAX = 6;
/** One section; `heading` and what follows it, without a landmark around them. */
function sectionHtml(section, context) {
    switch (section.kind) {
        case 'table':
            return headingHtml(section.heading, context) + tableHtml(section, context);
        case 'list':
            return headingHtml(section.heading, context) + listHtml(section, context);
        case 'text':
            return `${headingHtml(section.heading, context)}<p>${inlineHtml(section.text, context.blobs)}</p>`;
        case 'chart':
            return headingHtml(section.heading, context) + chartHtml(section);
        case 'details':
            return detailsHtml(section.summary, section.sections, context);
    }
}
function headingHtml(heading, { blobs, level }) {
    return heading === undefined ? '' : `<h${level}>${inlineHtml(heading, blobs)}</h${level}>\n`;
}
/** Wide tables scroll inside their own box, which the keyboard can reach. */
function tableHtml({ heading, columns, rows }, { blobs }) {
    const label = (0,render_escape/* escapeHtml */.ZD)(heading === undefined ? columns.map(({ title }) => title).join(', ') : (0,render_inline/* plainText */.wh)(heading));
    const alignment = columns.map(({ align }) => (align === 'right' ? ' class="number"' : ''));
    const head = columns.map(({ title }, index) => `<th scope="col"${alignment[index]}>${(0,render_escape/* escapeHtml */.ZD)(title)}</th>`);
    const body = rows.map((row) => {
        const cells = columns.map((_, index) => {
            const html = inlineHtml(row[index] ?? '', blobs);
            return index === 0 ? `<th scope="row"${alignment[index]}>${html}</th>` : `<td${alignment[index]}>${html}</td>`;
        });
        return `<tr>${cells.join('')}</tr>`;
    });
    return `<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></div>`;
}
function listHtml({ items }, { blobs }) {
    return `<ul>\n${items.map((item) => `<li>${inlineHtml(item, blobs)}</li>`).join('\n')}\n</ul>`;
}
function detailsHtml(summary, sections, { blobs, level }) {
    const inner = { blobs, level: Math.min(level + 1, LEVEL_MAX) };
    const body = sections.map((section) => sectionHtml(section, inner)).join('\n');
    return `<details><summary><h${level}>${(0,render_escape/* escapeHtml */.ZD)(summary)}</h${level}></summary>\n<div class="folded">\n${body}\n</div></details>`;
}
//# sourceMappingURL=html-section.js.map
;// CONCATENATED MODULE: ./packages/html-page/lib/style.js
/** The whole style sheet. Colours reach WCAG AA on their background in light and dark. */
const STYLE = `
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
`;
/** Must follow every change of the style; a test names the new value. */
const STYLE_HASH = 'sha256-B5cKXzOjSZkO13W7yI9+S3MD6SMhXK8EwOrOBTPUjsc=';
//# sourceMappingURL=style.js.map
;// CONCATENATED MODULE: ./packages/html-page/lib/html-page.js




/** Nothing but our own style may load or run, so that no text of a report can, whatever escaped it. */
const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
/** A step as one HTML file without a network, a script or anything else beside it. */
function renderHtmlPage(page) {
    const context = { blobs: page.blobs, level: 2 };
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${(0,render_escape/* escapeHtml */.ZD)(page.title)}</title>
<style>${STYLE}</style>
</head>
<body class="${page.outcome}">
<header>
<h1>${(0,render_escape/* escapeHtml */.ZD)(page.title)}</h1>
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
`;
}
/** A problem and the sections that continue it belong together; any other section stands alone. */
function groupProblems(sections) {
    const groups = [];
    for (const section of sections) {
        const isProblem = 'role' in section && section.role === 'problem';
        const open = groups.at(-1);
        if (isProblem && section.heading === undefined && open?.role === 'problem')
            open.sections.push(section);
        else
            groups.push({ role: isProblem ? 'problem' : 'other', sections: [section] });
    }
    return groups;
}
function groupHtml({ role, sections }, context) {
    const html = sections.map((section) => sectionHtml(section, context)).join('\n');
    return sections[0]?.kind === 'details' ? html : `<section class="${role}">\n${html}\n</section>`;
}
function footerHtml(page) {
    const local = `<p>Same verdict locally:</p>\n<pre tabindex="0" aria-label="Local command"><code>${(0,render_escape/* escapeHtml */.ZD)(page.localCommand)}</code></pre>`;
    if (page.runUrl === null)
        return local;
    return `${local}\n<p>${inlineHtml({ kind: 'link', text: 'The workflow run', url: page.runUrl }, null)}</p>`;
}
//# sourceMappingURL=html-page.js.map
// EXTERNAL MODULE: ./packages/platform/lib/redaction.js
var redaction = __webpack_require__(6288);
// EXTERNAL MODULE: ./packages/platform/lib/step-input.js + 2 modules
var step_input = __webpack_require__(7409);
// EXTERNAL MODULE: ./packages/platform/lib/step-result.js + 1 modules
var step_result = __webpack_require__(2658);
;// CONCATENATED MODULE: ./packages/cli/lib/show-local-step.js








/** The page in the terminal, or the verdict as JSON; files where they were asked for. */
async function showLocalStep({ step, gates, call, terminal }) {
    const { run, sources, git, ports } = step;
    const input = await (0,step_input/* stepInputOf */._)({ run, gates, sources, git });
    const page = (0,step_page/* composeStepPage */.k)(input);
    if (call.flags.has('json'))
        terminal.print(verdictJson(step, { gates, redact: await (0,redaction/* redactorOf */.y)(sources) }));
    else
        terminal.print((0,render_terminal/* renderTerminalPage */.s)(page, { columns: terminal.columns, style: terminal.style }));
    const html = call.values.get('html');
    if (html !== undefined)
        await ports.files.write(html, renderHtmlPage(page));
    const markdown = call.values.get('markdown');
    if (markdown !== undefined)
        await ports.files.write(markdown, (0,publication/* publish */.m)(input).summary);
}
/** Nothing is changed from a developer's machine, so there are no receipts. */
function verdictJson({ run }, { gates, redact }) {
    const exitCode = Math.max(conclusion/* EXIT */.dc.ok, ...gates.map((gate) => gate.exitCode));
    return (0,step_result/* verdictFileOf */.h)({ run, gates: gates.map((gate) => ({ ...gate, receipts: [] })), problems: [], exitCode, redact });
}
//# sourceMappingURL=show-local-step.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/check.js







/** The verdict of the actions, on a developer's machine and over the working tree. */
const check = {
    name: 'check',
    summary: 'Judges your working tree as the actions would judge the pull request.',
    usage: `check [${gates/* GATES */.J.map(({ gate }) => gate).join(' | ')}]... [options]`,
    options: [
        { name: 'base', takes: 'value', description: 'Branch or commit to compare with; the likely one when left out.' },
        {
            name: 'diff',
            takes: 'value',
            description: 'Unified diff to take the changed lines from, instead of asking git.',
        },
        { name: 'config', takes: 'value', description: 'Config file; .github/testwarden.yml when left out.' },
        { name: 'json', takes: 'nothing', description: 'Print the verdict as JSON (testwarden.verdict/1).' },
        { name: 'html', takes: 'value', description: 'Also write the page to this file, as one self-contained HTML.' },
        {
            name: 'markdown',
            takes: 'value',
            description: 'Also write the page to this file, as the job summary would have it.',
        },
        ...gateOptions(),
    ],
    run: runCheck,
};
async function runCheck(call, terminal) {
    const definitions = chooseGates(call.words);
    const step = await openLocalStep(call, terminal);
    try {
        const withoutInput = call.words.length > 0 ? 'is-an-error' : 'is-left-out';
        const gates = await (0,judge_gates/* judgeGates */.y8)({
            definitions,
            sources: step.sources,
            run: step.run,
            ports: step.ports,
            withoutInput,
        });
        if (gates.length === 0)
            throw nothingToJudge();
        await showLocalStep({ step, gates, call, terminal });
        return Math.max(conclusion/* EXIT */.dc.ok, ...gates.map(({ exitCode }) => exitCode));
    }
    finally {
        await step.git.dispose();
    }
}
function nothingToJudge() {
    return new errors/* ConfigurationError */.j1('No gate has any input: no report was found.', {
        remedy: gates/* GATES */.J.map(({ gate, noInputRemedy }) => `${gate}: ${noInputRemedy}`).join('\n  '),
    });
}
//# sourceMappingURL=check.js.map
// EXTERNAL MODULE: ./packages/core/lib/config/field.js
var field = __webpack_require__(9852);
// EXTERNAL MODULE: ./packages/core/lib/config/resolve-settings.js
var resolve_settings = __webpack_require__(4324);
// EXTERNAL MODULE: ./packages/core/lib/action/effective-config.js + 2 modules
var effective_config = __webpack_require__(6613);
;// CONCATENATED MODULE: ./packages/core/lib/action/list-settings.js





/** Every setting of the given gates, those above all gates first, in the order of the config file. */
function listSettings(definitions, sources) {
    const settings = [];
    for (const [index, definition] of definitions.entries()) {
        const resolved = (0,effective_config/* effectiveConfig */.k3)(definition, sources);
        if (!resolved.ok)
            return resolved;
        const { top, gate } = resolved.config;
        if (index === 0)
            settings.push(...list(file_config/* fileConfig */.X, top, []));
        settings.push(...list(shared_config/* sharedConfig */.s, gate.shared, [definition.gate]));
        settings.push(...list(definition.config, gate.own, [definition.gate]));
    }
    return { ok: true, settings };
}
/** `values` has the shape of the section, with a setting for each field. */
function list(section, values, prefix) {
    return Object.entries(section).flatMap(([name, node]) => {
        const value = values[name];
        const path = [...prefix, name];
        return (0,field/* isField */.d)(node) ? [listed(node, value, path)] : list(node, value, path);
    });
}
function listed(field, { value, origin }, path) {
    return { key: path.join('.'), value, text: (0,resolve_settings/* settingText */.Su)(field, value), role: field.role, origin };
}
//# sourceMappingURL=list-settings.js.map
// EXTERNAL MODULE: ./packages/core/lib/action/policy-notes.js
var policy_notes = __webpack_require__(2468);
// EXTERNAL MODULE: ./packages/core/lib/files/plain-json.js
var plain_json = __webpack_require__(8188);
;// CONCATENATED MODULE: ./packages/core/lib/files/encode-settings.js

/** Indented JSON with a line end. @throws TypeError when a value is none that JSON can hold */
function encodeSettings({ base, settings }) {
    const printed = settings.map(({ key, value, role, origin }) => ({ key, value, role, origin }));
    const file = { schema: 'testwarden.settings/1', base, settings: printed };
    (0,plain_json/* assertPlainJson */.zm)(file);
    return `${JSON.stringify(file, null, 2)}\n`;
}
//# sourceMappingURL=encode-settings.js.map
// EXTERNAL MODULE: ./packages/platform/lib/read-policy.js
var read_policy = __webpack_require__(404);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/config.js











/** Which value every setting has, and who said so. */
const config = {
    name: 'config',
    summary: 'Prints every setting with its value and where it comes from.',
    usage: `config --print [${gates/* GATES */.J.map(({ gate }) => gate).join(' | ')}]... [--base <branch or commit>] [--json] [options]`,
    options: [
        { name: 'print', takes: 'nothing', description: 'Print the effective settings.' },
        { name: 'json', takes: 'nothing', description: 'As JSON (testwarden.settings/1).' },
        {
            name: 'base',
            takes: 'value',
            description: 'As a pull request into this branch would see them: its policy, your structure, options as inputs.',
        },
        { name: 'config', takes: 'value', description: 'Config file; .github/testwarden.yml when left out.' },
        ...gateOptions(),
    ],
    run: runConfig,
};
async function runConfig(call, terminal) {
    if (!call.flags.has('print'))
        throw new errors/* ConfigurationError */.j1('There is nothing to do.', { remedy: 'Write: testwarden config --print' });
    const definitions = chooseGates(call.words);
    const step = await openLocalStep(call, terminal);
    try {
        const sources = await sourcesOf(step, call, terminal);
        const listed = listSettings(definitions, sources);
        if (!listed.ok)
            throw listed.errors[0];
        const base = sources.policy?.kind === 'base' ? sources.policy.sha : null;
        if (call.flags.has('json'))
            terminal.print(encodeSettings({ base, settings: listed.settings }));
        else
            terminal.print(settingsText(listed.settings));
        for (const note of (0,policy_notes/* policyNotes */.Y)(definitions, sources))
            terminal.complain(`${(0,render_escape/* escapeTerminal */.en)((0,render_inline/* plainText */.wh)(note))}\n`);
        return conclusion/* EXIT */.dc.ok;
    }
    finally {
        await step.git.dispose();
    }
}
async function sourcesOf(step, call, { cwd }) {
    const branch = call.values.get('base');
    const { base } = step.run;
    if (branch === undefined || base.kind !== 'commit')
        return step.sources;
    const place = { git: step.git, run: step.run, workspace: cwd, config: call.values.get('config') ?? null };
    const { policy } = await (0,read_policy/* readPolicyAt */.I)({ ...place, sha: base.sha, branch });
    return { ...step.sources, policy };
}
function settingsText(settings) {
    const rows = settings.map(({ key, text, origin }) => [key, oneLine(text), originText(origin)]);
    const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const lines = rows.map(([key, text, origin]) => `${key.padEnd(widths[0] ?? 0)}  ${text.padEnd(widths[1] ?? 0)}  ${origin}`);
    return `${lines.join('\n')}\n`;
}
const TEXT_CHARACTERS_MAX = 60;
function oneLine(text) {
    const plain = (0,render_escape/* escapeTerminal */.en)(text);
    return plain.length > TEXT_CHARACTERS_MAX ? `${plain.slice(0, TEXT_CHARACTERS_MAX - 1)}…` : plain;
}
function originText(origin) {
    switch (origin.kind) {
        case 'assumed':
            return 'assumed';
        case 'input':
            return `--${origin.name}`;
        case 'file': {
            const place = origin.line === null ? origin.path : `${origin.path}:${origin.line}`;
            return (0,render_escape/* escapeTerminal */.en)(origin.at === null ? place : `${place} at ${origin.at.slice(0, 7)}`);
        }
    }
}
//# sourceMappingURL=config.js.map
// EXTERNAL MODULE: ./packages/history/lib/retention.js
var retention = __webpack_require__(8592);
// EXTERNAL MODULE: ./packages/core/lib/model/record-key.js
var record_key = __webpack_require__(920);
// EXTERNAL MODULE: ./packages/history/lib/segment.js
var lib_segment = __webpack_require__(7995);
// EXTERNAL MODULE: ./packages/history/lib/segment-place.js
var segment_place = __webpack_require__(509);
;// CONCATENATED MODULE: ./packages/history/lib/review.js



/** Every fault of a whole history, one per line that has it. */
function reviewSegments(segments) {
    const places = new Map();
    const findings = [];
    const visible = segments.filter(({ path }) => !(0,segment_place/* isQuarantined */.fK)(path));
    for (const segment of visible) {
        const { path } = segment;
        if ((0,segment_place/* isSegmentPath */.f7)(path))
            reviewSegment(segment, { places, findings });
        else
            findings.push({ path, fault: 'stranger', line: null, message: 'is nothing that this version knows' });
    }
    for (const same of places.values())
        findings.push(...conflictsOf(same));
    const records = [...places.values()].flatMap(([first]) => (first === undefined ? [] : [first.record]));
    return { segments: visible.length, records, quarantined: segments.length - visible.length, findings };
}
function reviewSegment(segment, { places, findings }) {
    const { path } = segment;
    const read = (0,lib_segment/* readSegmentLines */.$l)(segment);
    if (!read.ok) {
        findings.push({ path, fault: 'damaged', line: null, message: read.fault.slice(path.length + 1) });
        return;
    }
    for (const [index, line] of read.lines.entries()) {
        if (!line.ok)
            findings.push({ path, fault: line.fault, line: index + 1, message: line.message });
        else
            notePlace(places, { path, line: index + 1, record: line.record, content: (0,record_key/* canonicalJson */.d)(line.record) });
    }
}
function notePlace(places, place) {
    const key = (0,record_key/* canonicalJson */.d)(place.record.key);
    const known = places.get(key);
    if (known === undefined)
        places.set(key, [place]);
    else
        known.push(place);
}
function conflictsOf(places) {
    const [first] = places;
    if (first === undefined || places.every(({ content }) => content === first.content))
        return [];
    return places.map(({ path, line, record }) => ({
        path,
        fault: 'conflicting',
        line,
        message: `is one of ${places.length} different records of run ${record.key.run}`,
    }));
}
//# sourceMappingURL=review.js.map
// EXTERNAL MODULE: ./packages/history/lib/pack-lines.js
var pack_lines = __webpack_require__(3071);
// EXTERNAL MODULE: ./packages/history/lib/record-codec.js + 1 modules
var record_codec = __webpack_require__(9709);
;// CONCATENATED MODULE: ./packages/history/lib/transfer.js






/**
 * All records as lines of JSON, oldest first, with a line end each.
 * @throws ConfigurationError when two records conflict
 */
function exportLines(segments) {
    const { records, findings } = reviewSegments(segments);
    if (findings.some(({ fault }) => fault === 'conflicting'))
        throw new errors/* ConfigurationError */.j1('the history holds different records of one run, so it cannot be exported', {
            remedy: 'see `testwarden history verify`, then `testwarden history repair`',
        });
    return records
        .map((record) => ({ timeMs: Date.parse(record.time), line: (0,record_key/* canonicalJson */.d)(record) }))
        .sort((left, right) => left.timeMs - right.timeMs || (left.line < right.line ? -1 : 1))
        .map(({ line }) => `${line}\n`);
}
/**
 * Adds records from lines of JSON.
 * @throws ConfigurationError for a line that is no record, and for one whose run has other content here: nothing is
 * imported then
 */
function planImport(segments, { path, text }) {
    const known = new Map(reviewSegments(segments).records.map((record) => [(0,record_key/* canonicalJson */.d)(record.key), (0,record_key/* canonicalJson */.d)(record)]));
    const before = known.size;
    const added = new Map();
    const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]));
    for (const { line, number } of lines) {
        const intact = readImportLine(line, { path, line: number });
        const key = (0,record_key/* canonicalJson */.d)(intact.record.key);
        if (known.has(key) && known.get(key) !== intact.text)
            throw conflict(path, number);
        if (known.has(key))
            continue;
        known.set(key, intact.text);
        const folder = (0,segment_place/* folderOfRecord */.lE)(intact.record);
        added.set(folder, [...(added.get(folder) ?? []), intact]);
    }
    const write = [...added].flatMap(([folder, packed]) => (0,pack_lines/* packLines */.F)(folder, packed));
    return {
        edit: { write, remove: [], move: [] },
        added: known.size - before,
        known: lines.length - (known.size - before),
    };
}
function readImportLine(text, place) {
    const decoded = (0,record_codec/* decodeRecord */.e)(text);
    if (decoded.ok)
        return { ok: true, text: (0,record_key/* canonicalJson */.d)(decoded.model), record: decoded.model };
    throw new errors/* ConfigurationError */.j1(`the line ${decoded.message}`, { ...place, remedy: IMPORT_REMEDY });
}
function conflict(path, line) {
    return new errors/* ConfigurationError */.j1('the history holds another record of the same run', {
        path,
        line,
        remedy: 'remove the line, or look at both with `testwarden history show`',
    });
}
const IMPORT_REMEDY = 'give a file that `testwarden history export` of this or an older version wrote';
//# sourceMappingURL=transfer.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/history/finding-text.js

/** `path:line: fault: message` */
function findingLine({ path, line, fault, message }) {
    return `${(0,render_escape/* escapeTerminal */.en)(path)}${line === null ? '' : `:${line}`}: ${fault}: ${(0,render_escape/* escapeTerminal */.en)(message)}\n`;
}
/** Whether the file is in the way of readers; what a newer version wrote, and strangers, are only mentioned. */
function isHarm({ fault }) {
    return fault !== 'newer' && fault !== 'stranger';
}
//# sourceMappingURL=finding-text.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/history/history-command.js
/** Says on the way what is not there and what could not be read; nothing of that is left out in silence. */
async function readArchive({ archive, terminal }) {
    const content = await archive.read();
    if (content === null)
        terminal.complain(`testwarden: ${archive.name} holds no history yet\n`);
    for (const fault of content?.faults ?? [])
        terminal.complain(`testwarden: ${fault}; it is left out\n`);
    return content ?? { segments: [], faults: [] };
}
//# sourceMappingURL=history-command.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/history/export-history.js





/** All records as JSON lines (testwarden.record/1), oldest first. What cannot be read is named and left out. */
async function exportHistory(history) {
    const { call, terminal, files } = history;
    const content = await readArchive(history);
    const lines = exportLines(content.segments);
    const { findings } = reviewSegments(content.segments);
    terminal.complain(findings.map((finding) => `left out: ${findingLine(finding)}`).join(''));
    const path = call.values.get('to');
    if (path === undefined)
        for (const line of lines)
            terminal.print(asHarmlessJson(line));
    else
        await files.write(path, lines.join(''));
    terminal.complain(`Exported ${lines.length} records\n`);
    return findings.length + content.faults.length === 0 ? conclusion/* EXIT */.dc.ok : conclusion/* EXIT */.dc.cannotRead;
}
/** The same JSON without the one sequence that a runner obeys anywhere in a line. */
function asHarmlessJson(line) {
    return line.replaceAll('##[', '#\\u0023[');
}
//# sourceMappingURL=export-history.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/history/change-history.js

/** Makes the planned change, or with `--dry-run` only plans it. @throws PlatformError */
async function changeHistory(history, plan) {
    if (!history.call.flags.has('dry-run'))
        return history.archive.change(plan);
    return plan(await readArchive(history));
}
/** `Moved` or, on a dry run, `Would have moved`. */
function didOrWould({ call }, did) {
    return call.flags.has('dry-run') ? `Would have ${did}` : `${did.charAt(0).toUpperCase()}${did.slice(1)}`;
}
//# sourceMappingURL=change-history.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/history/import-history.js




const MAX_IMPORT_BYTES = 256 * 1024 * 1024;
/** Adds the records of a file that `export` wrote: all of them or, when one of them conflicts, none. */
async function importHistory(history) {
    const { call, terminal, files } = history;
    const [path, ...rest] = call.words;
    if (path === undefined || rest.length > 0)
        throw new errors/* ConfigurationError */.j1('history import takes one file.', { remedy: 'Name a file that history export wrote.' });
    const text = await files.readText(path, MAX_IMPORT_BYTES);
    if (text === null)
        throw new errors/* ConfigurationError */.j1('there is no such file', { path, remedy: 'Name an existing file.' });
    const { added, known } = await changeHistory(history, ({ segments }) => ({
        ...planImport(segments, { path, text }),
        title: 'Import records',
    }));
    terminal.complain(`${didOrWould(history, 'added')} ${added} records; ${known} were there already\n`);
    return conclusion/* EXIT */.dc.ok;
}
//# sourceMappingURL=import-history.js.map
// EXTERNAL MODULE: ./packages/core/lib/action/file-settings.js
var file_settings = __webpack_require__(5384);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/history/lib/segment-edit.js
var segment_edit = __webpack_require__(5148);
;// CONCATENATED MODULE: ./packages/platform/lib/history/archive.js
/** More is not held in memory at once. */
const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;
//# sourceMappingURL=archive.js.map
// EXTERNAL MODULE: ./packages/platform/lib/history/branch-changes.js
var branch_changes = __webpack_require__(1128);
// EXTERNAL MODULE: ./packages/platform/lib/history/branch-ref.js
var branch_ref = __webpack_require__(8572);
// EXTERNAL MODULE: ./packages/platform/lib/history/branch-session.js
var branch_session = __webpack_require__(2525);
// EXTERNAL MODULE: ./packages/platform/lib/history/growing-wait.js
var growing_wait = __webpack_require__(5413);
;// CONCATENATED MODULE: ./packages/platform/lib/history/branch-archive.js









/** All of a history branch. A change is one commit on the state that it was planned for. */
function createBranchArchive({ name, branch, patience }) {
    const open = { branch, session: (0,branch_session/* openBranchSession */.P)(branch) };
    return {
        name,
        async read() {
            const commit = await open.session.refresh();
            return commit === null ? null : (await readEverything(open, commit)).content;
        },
        change: (plan) => (0,growing_wait/* keepTrying */.J)(patience ?? growing_wait/* JOB_PATIENCE */.m, {
            what: `change the history ${(0,branch_ref/* shortRef */.m3)(branch.ref)}`,
            attempt: () => tryChange(open, plan),
        }),
    };
}
async function tryChange(open, plan) {
    const { branch, session } = open;
    const expected = await session.refresh();
    const { content, files } = expected === null ? NOTHING : await readEverything(open, expected);
    const planned = plan(content);
    if ((0,segment_edit/* isEmptyEdit */.Wj)(planned.edit))
        return { value: planned };
    const changes = (0,branch_changes/* changesOf */.f)({ files, edit: planned.edit, isFirst: expected === null });
    const message = `${planned.title}\n\n[skip ci]\nwrite-id: ${(0,external_node_crypto_.randomUUID)()}\n`;
    const commit = await branch.commit({ parent: expected, changes, message });
    if ((await branch.publish({ expected, commit })) === 'moved-meanwhile')
        return 'again';
    session.advance(commit);
    return { value: planned };
}
const NOTHING = { content: { segments: [], faults: [] }, files: [] };
async function readEverything({ branch, session }, commit) {
    const files = await session.list(commit, 'everything');
    const readable = files.filter(({ kind, bytes }) => kind === 'file' && bytes <= lib_segment/* MAX_SEGMENT_BYTES */.lN);
    const unread = files.filter((file) => !readable.includes(file));
    if (readable.reduce((sum, { bytes }) => sum + bytes, 0) > MAX_ARCHIVE_BYTES)
        throw tooLarge(branch.ref);
    const segments = [];
    await branch.read(readable, ({ path, content }) => segments.push({ path, content: content.slice() }));
    const faults = unread.map(({ path, kind }) => `${path} ${kind === 'other' ? 'is no regular file' : 'is too long'}`);
    return { content: { segments, faults }, files };
}
function tooLarge(ref) {
    return new errors/* PlatformError */.Wk(`the history ${(0,branch_ref/* shortRef */.m3)(ref)} is larger than ${MAX_ARCHIVE_BYTES / 1024 / 1024} MiB`, {
        remedy: 'begin a new branch for the history, and keep this one as it is',
    });
}
//# sourceMappingURL=branch-archive.js.map
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/platform/lib/history/fs-error.js
var fs_error = __webpack_require__(2324);
// EXTERNAL MODULE: ./packages/platform/lib/history/history-folder.js
var history_folder = __webpack_require__(1447);
// EXTERNAL MODULE: ./packages/platform/lib/history/segment-file.js
var segment_file = __webpack_require__(570);
;// CONCATENATED MODULE: ./packages/platform/lib/history/dir-archive.js








const MAX_FILES = 100_000;
/**
 * All of a history folder. A change writes what is new first and takes away last, so that an end in the middle leaves
 * some records twice, which readers take for one, and none lost. A folder has no compare-and-swap: nothing else should
 * write meanwhile.
 */
function createDirArchive(place) {
    return {
        name: place.name,
        async read() {
            const folder = await (0,history_folder/* openHistoryFolder */.f0)(place);
            return folder === null ? null : dir_archive_readEverything(folder);
        },
        async change(plan) {
            const folder = await (0,history_folder/* openHistoryFolder */.f0)(place);
            const planned = plan(folder === null ? { segments: [], faults: [] } : await dir_archive_readEverything(folder));
            if (!(0,segment_edit/* isEmptyEdit */.Wj)(planned.edit))
                await perform(folder ?? (await (0,history_folder/* makeHistoryFolder */.Hl)(place)), planned.edit);
            return planned;
        },
    };
}
async function perform(folder, { write, move, remove }) {
    for (const { path, content } of write) {
        await (0,history_folder/* makeFolders */.wZ)(folder, external_node_path_.posix.dirname(path));
        // A name that is taken stands for the same content: an earlier change came to its end only in part.
        await (0,segment_file/* publishFile */.o)((0,external_node_path_.join)(folder.root, path), content);
    }
    try {
        for (const { from, to } of move) {
            await (0,history_folder/* makeFolders */.wZ)(folder, external_node_path_.posix.dirname(to));
            await (0,promises_.rename)((0,external_node_path_.join)(folder.root, from), (0,external_node_path_.join)(folder.root, to));
        }
        for (const path of remove)
            await (0,promises_.rm)((0,external_node_path_.join)(folder.root, path), { force: true });
    }
    catch (error) {
        throw (0,fs_error/* fsError */.y)(error, `change the history in ${folder.root}`);
    }
}
async function dir_archive_readEverything(folder) {
    const segments = [];
    const faults = [];
    let bytes = 0;
    for (const path of await listFiles(folder)) {
        const read = await (0,segment_file/* readSegmentFile */.A)(folder, path);
        if (!read.ok) {
            faults.push(read.fault.replace(/; it is not used$/, ''));
            continue;
        }
        bytes += read.segment.content.length;
        if (bytes > MAX_ARCHIVE_BYTES)
            throw tooMuch(folder, `${MAX_ARCHIVE_BYTES / 1024 / 1024} MiB`);
        segments.push(read.segment);
    }
    return { segments, faults };
}
/** Relative, with `/`, ascending. A draft that a writer left behind is nobody's. */
async function listFiles(folder) {
    const paths = [];
    const walk = async (prefix) => {
        for await (const entry of await (0,promises_.opendir)((0,external_node_path_.join)(folder.root, prefix))) {
            const path = `${prefix}${entry.name}`;
            if (entry.isDirectory())
                await walk(`${path}/`);
            else if (!entry.name.endsWith('.draft'))
                paths.push(path);
            if (paths.length > MAX_FILES)
                throw tooMuch(folder, `${MAX_FILES} files`);
        }
    };
    try {
        await walk('');
    }
    catch (error) {
        throw (0,fs_error/* fsError */.y)(error, `list the history in ${folder.root}`);
    }
    return paths.sort();
}
function tooMuch({ root }, limit) {
    return new errors/* PlatformError */.Wk(`the history in ${root} is larger than ${limit}`, {
        remedy: 'move the folders of the oldest months out of the history',
    });
}
//# sourceMappingURL=dir-archive.js.map
// EXTERNAL MODULE: ./packages/platform/lib/history/open-branch.js + 8 modules
var open_branch = __webpack_require__(4167);
// EXTERNAL MODULE: ./packages/platform/lib/history/open-store.js + 7 modules
var open_store = __webpack_require__(6170);
;// CONCATENATED MODULE: ./packages/platform/lib/history/open-archive.js






/**
 * The configured history as a whole. Nothing is read yet.
 * @throws ConfigurationError when none is configured, or the setting names none
 */
function openArchive(sources, context) {
    const setting = (0,file_settings/* fileSettings */.g)(sources).history.value;
    if (setting === null)
        throw new errors/* ConfigurationError */.j1('no history is configured', {
            remedy: 'set `history` in .github/testwarden.yml, or give --history git:testwarden-history',
        });
    const location = (0,open_store/* locateHistory */.z)(setting, context.workspace);
    if (location.kind === 'dir')
        return createDirArchive(location.place);
    return createBranchArchive({ name: location.name, branch: (0,open_branch/* openBranch */.D)(location.ref, context) });
}
//# sourceMappingURL=open-archive.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/history/open-history-call.js



/** @throws ConfigurationError when no history is named */
async function openHistoryCall(call, terminal) {
    const files = (0,lib_files/* createWorkspaceFiles */.f)({ root: terminal.cwd, reach: 'machine' });
    const file = await (0,read_config_file/* readConfigFile */.RG)(files, call.values.get('config') ?? null);
    const env = { ...terminal.environment };
    const token = env.GITHUB_TOKEN || env.GH_TOKEN || null;
    const archive = openArchive({ inputs: call.values, file }, { workspace: terminal.cwd, env, token });
    return { archive, call, terminal, files };
}
//# sourceMappingURL=open-history-call.js.map
// EXTERNAL MODULE: ./packages/history/lib/tidying.js
var tidying = __webpack_require__(5462);
;// CONCATENATED MODULE: ./packages/cli/lib/history/numbers.js

/** A whole number given as an option. @throws ConfigurationError */
function wholeNumber({ values }, option) {
    const text = values.get(option.name);
    if (text === undefined)
        return option.fallback;
    if (/^\d{1,6}$/.test(text))
        return Number(text);
    throw new errors/* ConfigurationError */.j1(`--${option.name} must be a whole number, not ${JSON.stringify(text.slice(0, 40))}.`, {
        remedy: `Write, for example, --${option.name} ${option.fallback}.`,
    });
}
//# sourceMappingURL=numbers.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/history/prune-history.js








/** Lets old records go and packs every month. The newest baseline of each job and branch always stays. */
async function pruneHistory(history) {
    const policy = policyOf(history.call);
    const nowMs = Date.now();
    const { before, after } = await changeHistory(history, (content) => planPruning(content, { policy, nowMs }));
    history.terminal.complain(`${didOrWould(history, 'kept')} ${after.records} of ${before.records} records, in ${after.files} files instead of ${before.files}\n`);
    return conclusion/* EXIT */.dc.ok;
}
function planPruning({ segments }, retention) {
    const folders = new Set(segments.map(({ path }) => (0,segment_place/* folderOf */.yS)(path)));
    const edit = (0,tidying/* planTidying */.e)(segments, { folders, retention });
    const [before, after] = [segments, (0,segment_edit/* applyEdit */.HU)(segments, edit)].map((all) => {
        const review = reviewSegments(all);
        return { records: review.records.length, files: review.segments };
    });
    const none = { records: 0, files: 0 };
    return { edit, before: before ?? none, after: after ?? none, title: 'Prune the history' };
}
function policyOf(call) {
    const days = (name, fallback) => wholeNumber(call, { name, fallback });
    const { allDays, dailyDays, weeklyDays, monthlyDays } = retention/* DEFAULT_RETENTION */.xh;
    return {
        allDays: days('all-days', allDays),
        dailyDays: days('daily-days', dailyDays),
        weeklyDays: days('weekly-days', weeklyDays),
        monthlyDays: days('monthly-days', monthlyDays),
    };
}
//# sourceMappingURL=prune-history.js.map
;// CONCATENATED MODULE: ./packages/history/lib/repair.js





/**
 * Takes damaged, misplaced and conflicting segments out of use, whole, into the quarantine; their intact lines are
 * written again beside it. A segment with a line of a newer version stays as it is.
 */
function planRepair(segments) {
    const byPath = new Map();
    for (const finding of reviewSegments(segments).findings)
        byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
    const faulty = segments.flatMap((segment) => {
        const findings = byPath.get(segment.path);
        return findings === undefined ? [] : [{ segment, findings }];
    });
    const mendable = faulty.filter(({ findings }) => findings.every(({ fault }) => isMendable(fault)));
    return {
        edit: (0,segment_edit/* joinEdits */.w0)(mendable.map(quarantine)),
        quarantined: mendable.map(({ segment }) => segment.path),
        left: faulty.filter((one) => !mendable.includes(one)).flatMap(({ findings }) => findings),
    };
}
function isMendable(fault) {
    return fault !== 'newer' && fault !== 'stranger';
}
function quarantine({ segment, findings }) {
    const bad = new Set(findings.map(({ line }) => line));
    const read = (0,lib_segment/* readSegmentLines */.$l)(segment);
    const intact = read.ok ? read.lines.filter((line, index) => line.ok && !bad.has(index + 1)) : [];
    const { path, content } = segment;
    return {
        write: (0,pack_lines/* packLines */.F)((0,segment_place/* folderOf */.yS)(path), intact.filter((line) => line.ok)),
        remove: [],
        move: [{ from: path, to: (0,segment_place/* quarantinePath */.Q2)(path, (0,pack_lines/* contentMark */.d)(content)) }],
    };
}
//# sourceMappingURL=repair.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/history/repair-history.js




/** Moves damaged files into the folder `.quarantine` of the history; their intact records stay in use. */
async function repairHistory(history) {
    const { terminal } = history;
    const { edit, left } = await changeHistory(history, ({ segments }) => ({
        ...planRepair(segments),
        title: 'Quarantine damaged files',
    }));
    terminal.print(edit.move.map(({ from, to }) => `${from} -> ${to}\n`).join(''));
    terminal.complain(left.map((finding) => `left as it is: ${findingLine(finding)}`).join(''));
    terminal.complain(`${didOrWould(history, 'moved')} ${edit.move.length} files into quarantine\n`);
    return left.some(isHarm) ? conclusion/* EXIT */.dc.cannotRead : conclusion/* EXIT */.dc.ok;
}
//# sourceMappingURL=repair-history.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/history/show-history.js





const LAST = { name: 'last', fallback: 20 };
/** What there is: a line for each action, or for each of the newest records of one. */
async function showHistory(history) {
    const { call, terminal } = history;
    const last = wholeNumber(call, LAST);
    const { records, segments, findings, quarantined } = reviewSegments((await readArchive(history)).segments);
    const action = call.values.get('action');
    const shown = records
        .filter(({ key }) => action === undefined || key.action === action)
        .sort((left, right) => Date.parse(left.time) - Date.parse(right.time));
    const lines = action === undefined ? actionLines(shown) : shown.slice(-last || shown.length).map(recordLine);
    terminal.print(lines.map((line) => `${line}\n`).join(''));
    terminal.complain(`${records.length} records in ${segments} files, ${quarantined} files in quarantine, ${findings.length} findings${findings.length === 0 ? '' : ': see `testwarden history verify`'}\n`);
    return conclusion/* EXIT */.dc.ok;
}
function actionLines(records) {
    const actions = [...new Set(records.map(({ key }) => key.action))].sort();
    return actions.map((action) => {
        const own = records.filter(({ key }) => key.action === action);
        const baselines = own.filter(({ trust }) => trust === 'default-branch').length;
        const branches = new Set(own.map(({ branch }) => branch)).size;
        return `${action}: ${own.length} records (${baselines} baselines) of ${branches} branches, ${dayOf(own.at(0))} to ${dayOf(own.at(-1))}`;
    });
}
function recordLine({ key, time, testedSha, branch, trust, event }) {
    const place = (0,render_escape/* escapeTerminal */.en)(`${branch ?? '(no branch)'} ${key.workflow} ${key.job} ${key.matrix}`);
    return `${time} ${testedSha.slice(0, 7)} ${trust} ${(0,render_escape/* escapeTerminal */.en)(event)} ${place} run ${(0,render_escape/* escapeTerminal */.en)(key.run)}.${key.attempt}`;
}
function dayOf(record) {
    return record?.time.slice(0, 10) ?? '';
}
//# sourceMappingURL=show-history.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/history/verify-history.js




/** Names every damaged, newer, misplaced and conflicting line. Exit code 2 when something is damaged. */
async function verifyHistory(history) {
    const { terminal } = history;
    const content = await readArchive(history);
    const { segments, records, findings } = reviewSegments(content.segments);
    terminal.print(findings.map(findingLine).join(''));
    const harm = findings.filter(isHarm).length;
    const remedy = harm === 0 ? '' : '; `testwarden history repair` takes what is damaged out of use';
    terminal.complain(`${records.length} records in ${segments} files: ${findings.length} findings, ${harm} of them damage${remedy}\n`);
    return harm + content.faults.length === 0 ? conclusion/* EXIT */.dc.ok : conclusion/* EXIT */.dc.cannotRead;
}
//# sourceMappingURL=verify-history.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/history.js










const COMMANDS = new Map([
    ['show', showHistory],
    ['verify', verifyHistory],
    ['repair', repairHistory],
    ['prune', pruneHistory],
    ['export', exportHistory],
    ['import', importHistory],
]);
const NAMES = [...COMMANDS.keys()];
/** Looks after the records of past runs, wherever they are kept. */
const history_history = {
    name: 'history',
    summary: 'Shows, checks, mends, thins out and moves the records of past runs.',
    usage: `history ${NAMES.join(' | ')} [options] [file to import]`,
    options: [
        { name: 'history', takes: 'value', description: 'Where it is: `git:<branch or full ref>` or `dir:<path>`.' },
        { name: 'config', takes: 'value', description: 'Config file that says so; .github/testwarden.yml when left out.' },
        { name: 'action', takes: 'value', description: 'show: only the records of this action, one in a line.' },
        { name: 'last', takes: 'value', description: 'show: at most so many of them, the newest. Assumed: 20.' },
        { name: 'to', takes: 'value', description: 'export: write to this file instead of the terminal.' },
        { name: 'dry-run', takes: 'nothing', description: 'repair, prune, import: only say what would be done.' },
        ...retentionOptions(),
    ],
    run: runHistory,
};
function retentionOptions() {
    const { allDays, dailyDays, weeklyDays, monthlyDays } = retention/* DEFAULT_RETENTION */.xh;
    const described = [
        ['all-days', `prune: keep everything for so many days. Assumed: ${allDays}.`],
        ['daily-days', `prune: then the newest of each day, up to this age. Assumed: ${dailyDays}.`],
        ['weekly-days', `prune: then the newest of each week, up to this age. Assumed: ${weeklyDays}.`],
        ['monthly-days', `prune: then the newest of each month, up to this age. Assumed: ${monthlyDays}.`],
    ];
    return described.map(([name, description]) => ({ name, takes: 'value', description }));
}
async function runHistory(call, terminal) {
    const [word = '', ...words] = call.words;
    const command = COMMANDS.get(word);
    if (command === undefined)
        throw unknownWord(word);
    const opened = await openHistoryCall({ ...call, words }, terminal);
    return command(opened);
}
function unknownWord(word) {
    const near = (0,suggest/* suggest */.Z)(word, NAMES);
    return new errors/* ConfigurationError */.j1(word === '' ? 'history needs to know what to do.' : `There is no history ${word}.`, {
        remedy: near === null ? `Write history and one of: ${NAMES.join(', ')}.` : `Did you mean history ${near}?`,
    });
}
//# sourceMappingURL=history.js.map
;// CONCATENATED MODULE: ./packages/core/lib/files/encode-inspection.js

/**
 * Indented JSON with a line end, reports and errors ascending by path.
 * @throws TypeError when a value is none that JSON can hold
 */
function encodeInspection({ reports, merged, errors }) {
    const inspection = {
        schema: 'testwarden.inspect/1',
        reports: [...reports].sort(byPath),
        merged,
        errors: [...errors].sort(byPath),
    };
    (0,plain_json/* assertPlainJson */.zm)(inspection);
    return `${JSON.stringify(inspection, null, 2)}\n`;
}
/** By code units, so that every machine prints the same order. */
function byPath(left, right) {
    return left.path < right.path ? -1 : left.path > right.path ? 1 : 0;
}
//# sourceMappingURL=encode-inspection.js.map
// EXTERNAL MODULE: ./packages/formats/lib/coverage/registry.js + 51 modules
var registry = __webpack_require__(1482);
// EXTERNAL MODULE: ./packages/core/lib/model/coverage-totals.js
var coverage_totals = __webpack_require__(7985);
// EXTERNAL MODULE: ./packages/intake/lib/merge-coverage.js + 1 modules
var merge_coverage = __webpack_require__(2650);
// EXTERNAL MODULE: ./packages/intake/lib/read-reports.js + 4 modules
var read_reports = __webpack_require__(6015);
;// CONCATENATED MODULE: ./packages/intake/lib/inspect-reports.js



/**
 * What the tool sees in reports, without judging them: each by itself, and all of them merged. Paths stay as their
 * reports write them, because only a repository could say which file they mean.
 */
async function inspectReports(request, files) {
    const reports = [];
    const errors = [];
    const merger = (0,merge_coverage/* createCoverageMerger */.J)();
    for await (const read of (0,read_reports/* readReports */.o)(request, files)) {
        if (!read.ok) {
            errors.push({ path: read.path, message: read.error.message, line: read.error.line });
            continue;
        }
        reports.push(inspected(read));
        if (read.duplicateOf === null)
            addFiles(merger, read.model.files);
    }
    return { reports, merged: { coverage: mergedCoverage(reports, merger), 'test-run': null, benchmark: null }, errors };
}
function inspected({ path, format, model, partial, warnings, }) {
    return {
        path,
        kind: 'coverage',
        format,
        dialect: model.dialect,
        partial,
        totals: (0,coverage_totals/* countCoverage */.at)(model.files),
        declared: model.declared,
        files: model.files.length,
        warnings,
    };
}
function addFiles(merger, files) {
    for (const file of files)
        merger.add({ ...file, path: plainPath(file.path) });
}
/** One spelling for `a\b.ts`, `./a/b.ts` and `a/./b.ts`, so that shards of one run fold. */
function plainPath(path) {
    return path.replaceAll('\\', '/').replace(/(^|\/)(?:\.\/)+/g, '$1');
}
function mergedCoverage(reports, merger) {
    if (reports.length === 0)
        return null;
    const files = merger.files();
    return { totals: (0,coverage_totals/* countCoverage */.at)(files), files: files.length };
}
//# sourceMappingURL=inspect-reports.js.map
// EXTERNAL MODULE: ./packages/core/lib/render/numbers.js
var numbers = __webpack_require__(1956);
;// CONCATENATED MODULE: ./packages/cli/lib/inspection-text.js



const KINDS = ['lines', 'branches', 'functions', 'statements'];
/** An inspection for people: a block per report, then all of them merged. */
function inspectionText({ reports, merged }) {
    const blocks = reports.map(reportBlock);
    if (merged.coverage !== null && reports.length > 1) {
        const title = `all ${reports.length} reports merged: ${(0,render_inline/* countWord */.MD)(merged.coverage.files, 'file')}`;
        blocks.push([title, ...totalLines(merged.coverage.totals, null)]);
    }
    return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
function reportBlock(report) {
    const dialect = report.dialect === null ? '' : `, written by ${report.dialect}`;
    const partial = report.partial ? ', cut off at its end' : '';
    return [
        (0,render_escape/* escapeTerminal */.en)(report.path),
        `  ${report.kind}, ${report.format}${dialect}${partial}: ${(0,render_inline/* countWord */.MD)(report.files, 'file')}`,
        ...totalLines(report.totals, report.declared),
        ...report.warnings.map(({ line, message }) => `  ! ${line === null ? '' : `line ${line}: `}${(0,render_escape/* escapeTerminal */.en)(message)}`),
    ];
}
function totalLines(totals, declared) {
    return KINDS.flatMap((kind) => {
        const count = totals[kind];
        if (count === null)
            return [];
        const claimed = declared?.[kind] ?? null;
        const differs = claimed !== null && (claimed.covered !== count.covered || claimed.total !== count.total);
        const note = differs
            ? `   the file itself says ${(0,numbers/* formatInteger */.Sm)(claimed.covered)} of ${(0,numbers/* formatInteger */.Sm)(claimed.total)}`
            : '';
        return [`  ${kind.padEnd(10)} ${fraction(count)}${note}`];
    });
}
function fraction({ covered, total }) {
    const ratio = { numerator: covered, denominator: total };
    return (0,numbers/* formatFraction */.MJ)(ratio, { counted: null, percent: (0,numbers/* formatPercent */.l9)(ratio, null) });
}
//# sourceMappingURL=inspection-text.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/inspect.js







/** What the tool sees in any report. Reads only; needs no repository and no configuration. */
const inspect = {
    name: 'inspect',
    summary: 'Shows what Testwarden sees in reports: format, totals, oddities.',
    usage: 'inspect [--json] [--format <id>] <path, folder or glob>...',
    options: [
        { name: 'json', takes: 'nothing', description: 'Print JSON (testwarden.inspect/1) instead of text.' },
        {
            name: 'format',
            takes: 'value',
            description: `Read as ${registry/* coverageFormats */.Z.map(({ id }) => id).join(', ')}, whatever the content says.`,
        },
    ],
    run: runInspect,
};
async function runInspect(call, terminal) {
    if (call.words.length === 0)
        throw new errors/* ConfigurationError */.j1('There is nothing to inspect.', { remedy: 'Name a report, a folder or a glob.' });
    const files = (0,lib_files/* createWorkspaceFiles */.f)({ root: terminal.cwd, reach: 'machine' });
    const request = { patterns: call.words, format: call.values.get('format') ?? null, formats: registry/* coverageFormats */.Z };
    const inspection = await inspectReports(request, files);
    if (call.flags.has('json'))
        terminal.print(encodeInspection(inspection));
    else
        terminal.print(inspectionText(inspection));
    for (const error of inspection.errors)
        terminal.complain(errorLine(error));
    return inspection.errors.length === 0 ? conclusion/* EXIT */.dc.ok : conclusion/* EXIT */.dc.cannotRead;
}
function errorLine({ path, line, message }) {
    return `testwarden: ${path}${line === null ? '' : `:${line}`}: ${message}\n`;
}
//# sourceMappingURL=inspect.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/help.js

/** The front page: every command in one line. */
function helpText(commands) {
    const width = Math.max(...commands.map(({ name }) => name.length));
    const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
    return [
        `testwarden ${version/* TOOL_VERSION */.w}: keeps a test suite trustworthy`,
        '',
        'Usage: testwarden <command> [options]',
        '',
        ...lines,
        '',
        'testwarden help <command> shows the options of one.',
        'Exit codes: 0 fine or advising, 1 a gate failed, 2 configuration or input cannot be used, 70 our fault.',
        '',
    ].join('\n');
}
function commandHelp(command) {
    const names = command.options.map(({ name, takes }) => (takes === 'value' ? `--${name} <value>` : `--${name}`));
    const width = Math.max(0, ...names.map((name) => name.length));
    const lines = command.options.map(({ description }, index) => `  ${names[index]?.padEnd(width)}  ${description}`);
    return [`Usage: testwarden ${command.usage}`, '', command.summary, '', 'Options:', ...lines, ''].join('\n');
}
//# sourceMappingURL=help.js.map
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./packages/cli/lib/parse-call.js



/** The words and options of one call. @throws ConfigurationError for an unknown option or a missing value */
function parseCall(command, args) {
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: Object.fromEntries(command.options.map(({ name, takes }) => [name, { type: takes === 'value' ? 'string' : 'boolean' }])),
        allowPositionals: true,
        strict: false,
        tokens: true,
    });
    const call = { words: [], values: new Map(), flags: new Set() };
    for (const token of tokens) {
        if (token.kind === 'positional')
            call.words.push(token.value);
        if (token.kind === 'option')
            takeOption(command, token, call);
    }
    return call;
}
function takeOption(command, token, call) {
    const option = command.options.find(({ name }) => name === token.name);
    if (option === undefined)
        throw unknownOption(command, token.rawName);
    if (option.takes === 'nothing') {
        if (token.value !== undefined)
            throw wrongOption(token.rawName, 'takes no value', 'Leave the value out.');
        call.flags.add(option.name);
        return;
    }
    if (token.value === undefined)
        throw wrongOption(token.rawName, 'needs a value', `Write --${option.name} <value>.`);
    const earlier = call.values.get(option.name);
    // Options that list things may be repeated: one entry per line, as in an action's input.
    call.values.set(option.name, earlier === undefined ? token.value : `${earlier}\n${token.value}`);
}
function unknownOption(command, rawName) {
    const near = (0,suggest/* suggest */.Z)(rawName.replace(/^-+/, ''), command.options.map(({ name }) => name));
    return new errors/* ConfigurationError */.j1(`The option ${rawName} is not known to ${command.name}.`, {
        remedy: near === null ? `See: testwarden help ${command.name}` : `Did you mean --${near}?`,
    });
}
function wrongOption(rawName, what, remedy) {
    return new errors/* ConfigurationError */.j1(`The option ${rawName} ${what}.`, { remedy });
}
//# sourceMappingURL=parse-call.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/run-cli.js











const run_cli_COMMANDS = [check, inspect, accept, config, history_history];
/** Runs one call of `testwarden` and answers with its exit code. The one place where errors become messages. */
async function runCli(args, terminal) {
    try {
        return await dispatch(args, terminal);
    }
    catch (error) {
        const problem = (0,errors/* toProblem */.H8)(error);
        terminal.complain(problem === null ? bugMessage(error) : problemMessage(problem));
        return problem === null ? conclusion/* EXIT */.dc.bug : conclusion/* EXIT */.dc.cannotRead;
    }
}
async function dispatch(args, terminal) {
    const [word, ...rest] = args;
    if (word === undefined || word === 'help' || word === '--help' || word === '-h')
        return help(rest[0], terminal);
    if (word === '--version' || word === '-v' || word === 'version') {
        terminal.print(`${version/* TOOL_VERSION */.w}\n`);
        return conclusion/* EXIT */.dc.ok;
    }
    const command = findCommand(word);
    if (rest.includes('--help') || rest.includes('-h'))
        return help(word, terminal);
    return command.run(parseCall(command, rest), terminal);
}
function help(word, terminal) {
    terminal.print(word === undefined ? helpText(run_cli_COMMANDS) : commandHelp(findCommand(word)));
    return conclusion/* EXIT */.dc.ok;
}
function findCommand(word) {
    const found = run_cli_COMMANDS.find(({ name }) => name === word);
    if (found !== undefined)
        return found;
    const names = run_cli_COMMANDS.map(({ name }) => name);
    const near = (0,suggest/* suggest */.Z)(word, names);
    throw new errors/* ConfigurationError */.j1(`There is no command ${word}.`, {
        remedy: near === null ? `Commands: ${names.join(', ')}.` : `Did you mean ${near}?`,
    });
}
/** `path:line: message`, then the remedy on a line of its own. */
function problemMessage({ path, line, message, remedy }) {
    const place = path === null ? '' : line === null ? `${path}: ` : `${path}:${line}: `;
    return `testwarden: ${place}${message}${remedy === null ? '' : `\n  ${remedy}`}\n`;
}
function bugMessage(error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `testwarden: this is a fault of Testwarden, not yours. Please report it with what follows.\n${detail}\n`;
}
//# sourceMappingURL=run-cli.js.map

/***/ }),

/***/ 404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readPolicyAt),
/* harmony export */   T: () => (/* binding */ readPolicy)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _testwarden_core_baseline_comparison__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1368);
/* harmony import */ var _testwarden_core_limits_accept__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3344);
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6688);
/* harmony import */ var _testwarden_core_model_rich_text__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(377);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6548);
/* harmony import */ var _read_accepts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8153);
/* harmony import */ var _read_config_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1543);








/** Whose limits count in a run, and which accepts. Where no change is judged: those of the tested tree. */
async function readPolicy(question) {
    const { run, accepts, event } = question;
    if (!(0,_testwarden_core_baseline_comparison__WEBPACK_IMPORTED_MODULE_1__/* .isChangeEvent */ .P)(run.event))
        return { accepts: (0,_testwarden_core_limits_accept__WEBPACK_IMPORTED_MODULE_6__/* .weighAccepts */ .sz)({ base: null, tested: accepts, isLabelled: false, now: run.now }) };
    const found = await readBase(question);
    const isLabelled = event.labels.includes(_testwarden_core_limits_accept__WEBPACK_IMPORTED_MODULE_6__/* .ACCEPT_LABEL */ .KE);
    return {
        policy: found.policy,
        accepts: (0,_testwarden_core_limits_accept__WEBPACK_IMPORTED_MODULE_6__/* .weighAccepts */ .sz)({ base: found.accepts, tested: accepts, isLabelled, now: run.now }),
        notes: found.notes,
    };
}
async function readBase(question) {
    const { branch } = question.event;
    const tip = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(() => findTip(question));
    if (!tip.ok)
        return unreachable(branch, tip.problem);
    const read = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(() => readPolicyAt({ ...question, sha: tip.value, branch }));
    if (read.ok)
        return read.value;
    if (read.problem.kind === 'platform')
        return unreachable(branch, read.problem);
    return { policy: { kind: 'ill-formed', branch, sha: tip.value, problem: read.problem }, accepts: [], notes: [] };
}
function unreachable(branch, problem) {
    return { policy: { kind: 'unreachable', branch, problem }, accepts: [], notes: [] };
}
/**
 * The newest commit of the base branch that can be had: what GitHub merged the change into, else what the event names
 * (which can be hours old), else what the branch is now.
 */
async function findTip({ git, run, event }) {
    if (git.absence !== null)
        throw withoutGit();
    const merged = run.base.kind === 'commit' && MERGED.includes(run.base.origin) ? [run.base.sha] : [];
    const failures = [];
    for (const sha of [...merged, ...(event.baseSha === null ? [] : [event.baseSha])]) {
        const failure = await failureOf(() => git.ensureCommit(sha));
        if (failure === null)
            return sha;
        failures.push(failure);
    }
    if (event.branch !== null)
        return git.fetchBranch(event.branch);
    throw failures[0] ?? new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .PlatformError */ .Wk('the event does not say what the change is to be merged into');
}
const MERGED = ['first-parent', 'merge-group'];
async function failureOf(act) {
    try {
        await act();
        return null;
    }
    catch (error) {
        if (error instanceof _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .PlatformError */ .Wk)
            return error;
        throw error;
    }
}
function withoutGit() {
    return new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .PlatformError */ .Wk('there is no git checkout to read the base branch with', {
        remedy: 'run actions/checkout before this step, on an image that has git',
    });
}
/** The policy as one commit has it. @throws ConfigurationError, PlatformError */
async function readPolicyAt(place) {
    const { git, sha, branch, run } = place;
    const prefix = await git.workspacePrefix();
    const named = namedPath(place);
    const fileAt = (commit, config) => readConfigAt(git, { sha: commit, config, prefix });
    const atNamed = await fileAt(sha, named);
    const file = atNamed ?? (named === _read_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_CONFIG_PATH */ .Bi ? null : await fileAt(sha, _read_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_CONFIG_PATH */ .Bi));
    const isBehind = run.base.kind === 'commit' && run.base.origin === 'merge-base' && run.base.sha !== sha;
    const before = isBehind ? await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(() => fileAt(baseSha(run), named)) : null;
    const policy = {
        kind: 'base',
        branch,
        sha,
        file,
        before: before?.ok === true ? before.value : file,
        missing: atNamed === null && named !== _read_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_CONFIG_PATH */ .Bi ? named : null,
    };
    return { policy, ...(await readAcceptsAt(git, { sha, prefix, branch })) };
}
function baseSha({ base }) {
    return base.kind === 'commit' ? base.sha : '';
}
/** From the workspace, with `/`; the default path however it is spelled. */
function namedPath({ config, workspace }) {
    if (config === null)
        return _read_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_CONFIG_PATH */ .Bi;
    return node_path__WEBPACK_IMPORTED_MODULE_0__.relative(workspace, node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(workspace, config)).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/');
}
async function readConfigAt(git, { sha, config, prefix }) {
    const source = await git.readFile(sha, prefix + config, _read_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_CONFIG_BYTES */ .GW);
    return source === null ? null : { ...(await (0,_read_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .parseConfigFile */ .me)(config, source)), at: sha };
}
/** Accepts that nobody can read lower no limit. */
async function readAcceptsAt(git, { sha, prefix, branch }) {
    const source = await git.readFile(sha, prefix + _testwarden_core_limits_accept__WEBPACK_IMPORTED_MODULE_6__/* .ACCEPTS_PATH */ .QR, _read_accepts_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_ACCEPTS_BYTES */ .lN);
    if (source === null)
        return { accepts: [], notes: [] };
    try {
        return { accepts: await (0,_read_accepts_js__WEBPACK_IMPORTED_MODULE_4__/* .parseAccepts */ .fx)(source), notes: [] };
    }
    catch (error) {
        const problem = (0,_testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .toProblem */ .H8)(error);
        if (problem === null)
            throw error;
        const whose = branch === null ? 'the base branch' : branch;
        return { accepts: [], notes: [(0,_testwarden_core_model_rich_text__WEBPACK_IMPORTED_MODULE_7__/* .richText */ .Y)(`The accepts of ${whose} do not count. ${problem.message}`)] };
    }
}
//# sourceMappingURL=read-policy.js.map

/***/ }),

/***/ 5874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ GATES)
/* harmony export */ });
/* harmony import */ var _testwarden_action_coverage_gate_index__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6197);

/** Every gate of the suite, in the order of a page: what `gates`, `publish` and the command line run. */
const GATES = [_testwarden_action_coverage_gate_index__WEBPACK_IMPORTED_MODULE_0__/* .coverageGate */ .W];
//# sourceMappingURL=gates.js.map

/***/ })

};
