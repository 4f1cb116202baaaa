export const id = 560;
export const ids = [560];
export const modules = {

/***/ 1808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ PIPELINE_INPUTS)
/* harmony export */ });
/* unused harmony export COMMON_OUTPUTS */
const PIPELINE_INPUTS = [
    {
        name: 'config',
        description: 'Path of the config file. A missing file at the default path means: the assumed limits.',
        fallback: '.github/testwarden.yml',
        audience: 'user',
    },
    {
        name: 'annotations',
        description: '`true` or `false`: whether findings are shown at their lines.',
        fallback: 'true',
        audience: 'user',
    },
    {
        name: 'comment',
        description: 'Comment on the pull request: `auto` when the outcome is not pass, or to update the one that is there; `always`; `never`. Needs `pull-requests: write`.',
        fallback: 'auto',
        audience: 'user',
    },
    {
        name: 'comment-key',
        description: 'Tells the comments of one pull request apart. Without it: one comment per action.',
        fallback: '',
        audience: 'user',
    },
    {
        name: 'check-run',
        description: 'A check run with every annotation on the commit: `auto` where the token may write one (`checks: write`); `always`; `never`.',
        fallback: 'auto',
        audience: 'user',
    },
    {
        name: 'dry-run',
        description: '`true` prints what would be written (history, files, comment, check run, issues) and writes none of it.',
        fallback: 'false',
        audience: 'user',
    },
    {
        name: 'github-token',
        description: 'Token for reading commits that the checkout left out (`contents: read`), for the comment and for the check run.',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow language
        fallback: '${{ github.token }}',
        audience: 'user',
    },
    {
        name: 'matrix',
        description: 'Set by GitHub: tells the legs of a matrix apart.',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow language
        fallback: '${{ toJSON(matrix) }}',
        audience: 'internal',
    },
];
/** Outputs of every gate, beside its own. */
const COMMON_OUTPUTS = [
    { name: 'outcome', description: '`skipped`, `pass`, `warn`, `inconclusive` or `fail`.' },
    { name: 'headline', description: 'The verdict in one sentence.' },
    { name: 'verdict-path', description: 'The verdict as JSON (`testwarden.verdict/1`).' },
    { name: 'evidence-path', description: 'What the verdict rests on, gzipped JSON (`testwarden.evidence/1`).' },
];
//# sourceMappingURL=pipeline-inputs.js.map

/***/ }),

/***/ 396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ byteLength)
/* harmony export */ });
/** Length as UTF-8, which is what travels and what limits count. */
function byteLength(text) {
    return new TextEncoder().encode(text).byteLength;
}
//# sourceMappingURL=byte-length.js.map

/***/ }),

/***/ 4506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ createActionHost)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _testwarden_core_action_pipeline_inputs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1808);
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6688);




function createActionHost(env) {
    return {
        env,
        workspace: env.GITHUB_WORKSPACE || process.cwd(),
        temporaryFolder: env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
        input: (name) => inputOf(env, name),
        eventPayload: () => readPayload(env.GITHUB_EVENT_PATH),
    };
}
/**
 * As the runner names them: upper case, spaces as underscores. Read here rather than through the toolkit, because a run
 * that only collects evidence then never loads it. Outside a runner an input has the fallback of its definition, unless
 * that is an expression of the workflow language.
 */
function inputOf(env, name) {
    const given = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim();
    if (given !== undefined && given !== '')
        return given;
    const fallback = _testwarden_core_action_pipeline_inputs__WEBPACK_IMPORTED_MODULE_2__/* .PIPELINE_INPUTS */ .T.find((input) => input.name === name)?.fallback ?? '';
    return fallback.startsWith('$') ? '' : fallback;
}
async function readPayload(path) {
    if (path === undefined || path === '')
        return null;
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`The event's payload cannot be read: ${reason}`, {
            path,
            remedy: 'Run the action in a workflow; on your machine use the command line.',
        });
    }
}
//# sourceMappingURL=action-host.js.map

/***/ }),

/***/ 2179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ deliverBug)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);
/* harmony import */ var _testwarden_core_render_escape__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7783);
/* harmony import */ var _testwarden_core_render_redact__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7573);
/* harmony import */ var _conclusion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9406);
/* harmony import */ var _effects_set_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2691);
/* harmony import */ var _effects_write_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1018);
/* harmony import */ var _files_failure_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1403);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3564);
/* harmony import */ var _judge_gates_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6123);
/* harmony import */ var _step_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4594);
/* harmony import */ var _step_result_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2658);











/** Reading the user's own patterns may be what failed. */
const REDACT = (0,_testwarden_core_render_redact__WEBPACK_IMPORTED_MODULE_9__/* .createRedactor */ .l)([]);
/**
 * What a step leaves when Testwarden itself failed: the stack in the log, a verdict file that says so, and a word in the
 * summary and the outputs. Uses as little of the rest as it can, because any of that may be what failed.
 * @returns the exit code
 */
async function deliverBug(opening, error) {
    opening.log.error(bugMessage(error));
    const told = (0,_testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .toBugProblem */ .XX)(error);
    const problem = { ...told, message: REDACT(told.message) };
    const verdictPath = await orLog(opening, () => writeBugVerdict(opening, problem));
    await orLog(opening, () => showBug(opening, problem, verdictPath));
    return _conclusion_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .dc.bug;
}
async function writeBugVerdict({ suite, host }, problem) {
    const gates = suite.definitions.slice(0, 1).map((first) => ({ ...(0,_judge_gates_js__WEBPACK_IMPORTED_MODULE_6__/* .unaskable */ .ph)(first, [problem]), receipts: [] }));
    const folder = await (0,_step_files_js__WEBPACK_IMPORTED_MODULE_7__/* .openStepFolder */ .h)({
        temporaryFolder: host.temporaryFolder,
        step: host.env.GITHUB_ACTION ?? '',
        redact: REDACT,
    });
    return folder.writeVerdict((0,_step_result_js__WEBPACK_IMPORTED_MODULE_8__/* .verdictFileOf */ .h)({ run: null, gates, problems: [], exitCode: _conclusion_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .dc.bug, redact: REDACT }));
}
async function showBug({ host, log }, problem, verdictPath) {
    const files = (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .createWorkspaceFiles */ .f)({ root: host.workspace, reach: 'workspace' });
    const context = { env: host.env, files, github: null, log, receipts: new Map() };
    const markdown = `## ❔ Testwarden failed\n\n${(0,_testwarden_core_render_escape__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(`${problem.message} ${problem.remedy ?? ''}`)}\n`;
    const outputs = new Map([
        ['outcome', 'inconclusive'],
        ['headline', problem.message],
        ...(verdictPath === undefined ? [] : [['verdict-path', verdictPath]]),
    ]);
    const receipts = [
        await _effects_write_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .writeSummaryEffect */ .n.perform({ kind: 'write-summary', key: 'summary', markdown }, context),
        await _effects_set_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .setOutputsEffect */ .s.perform({ kind: 'set-outputs', key: 'outputs', outputs }, context),
    ];
    for (const receipt of receipts)
        if (receipt.status === 'failed')
            log.warning(receipt.message);
}
/** A second failure is told too, and never hides the first. */
async function orLog({ log }, act) {
    try {
        return await act();
    }
    catch (error) {
        log.warning((0,_files_failure_js__WEBPACK_IMPORTED_MODULE_10__/* .messageOf */ .u)(error));
        return undefined;
    }
}
function bugMessage(error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `This is a fault of Testwarden, not yours. Please report it with what follows.\n${detail}`;
}
//# sourceMappingURL=deliver-bug.js.map

/***/ }),

/***/ 8580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ deliverStep)
});

// EXTERNAL MODULE: ./packages/core/lib/render/publication.js + 7 modules
var render_publication = __webpack_require__(2512);
// EXTERNAL MODULE: ./packages/core/lib/render/redact-texts.js
var redact_texts = __webpack_require__(4508);
// EXTERNAL MODULE: ./packages/core/lib/render/step-page.js + 3 modules
var step_page = __webpack_require__(6847);
// EXTERNAL MODULE: ./packages/core/lib/render/terminal.js + 3 modules
var terminal = __webpack_require__(7849);
// EXTERNAL MODULE: ./packages/platform/lib/attempt.js
var attempt = __webpack_require__(6548);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./packages/platform/lib/runner/workflow-command.js

/**
 * One workflow command as a line for the runner: `::error file=a.ts,line=3::message`. Properties without a value are
 * left out.
 *
 * The toolkit writes the same bytes, which tests hold it to; but loading the toolkit for one line costs more than
 * judging a small report does. See docs/decisions/0005.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
function workflowCommand(name, properties, message) {
    const given = Object.entries(properties).filter(([, value]) => value !== null && value !== '');
    const list = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
    return `::${name}${list === '' ? '' : ` ${list}`}::${escapeData(message)}${external_node_os_.EOL}`;
}
/** The runner ends a message at a line end, and reads the rest as another line of the log. */
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** Inside properties, colons and commas have a meaning too. */
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
//# sourceMappingURL=workflow-command.js.map
// EXTERNAL MODULE: ./packages/platform/lib/effects/effect.js
var effect = __webpack_require__(2615);
;// CONCATENATED MODULE: ./packages/platform/lib/effects/annotate.js


const annotateEffect = {
    perform: ({ key, annotations }) => (0,effect/* receiptOf */.W)(key, async () => {
        for (const annotation of annotations)
            process.stdout.write(commandOf(annotation));
        return undefined;
    }),
    describe: ({ annotations }) => `annotate ${annotations.length} ${annotations.length === 1 ? 'place' : 'places'}`,
};
function commandOf({ level, title, message, path, startLine, endLine }) {
    const place = path === null ? {} : { file: path, line: startLine, endLine };
    return workflowCommand(level, { title, ...place }, message);
}
//# sourceMappingURL=annotate.js.map
// EXTERNAL MODULE: ./packages/platform/lib/effects/set-outputs.js
var set_outputs = __webpack_require__(2691);
// EXTERNAL MODULE: ./packages/platform/lib/effects/write-summary.js
var write_summary = __webpack_require__(1018);
// EXTERNAL MODULE: ./packages/platform/lib/perform.js + 5 modules
var perform = __webpack_require__(3679);
// EXTERNAL MODULE: ./packages/core/lib/action/effective-config.js + 2 modules
var effective_config = __webpack_require__(6613);
// EXTERNAL MODULE: ./packages/core/lib/model/sentence.js
var sentence = __webpack_require__(9522);
;// CONCATENATED MODULE: ./packages/platform/lib/channel-input.js
/** A word that is none of the three changes no verdict; it is said and taken for `auto`. */
function readChannelInput(host, name) {
    const given = host.input(name);
    switch (given) {
        case 'auto':
        case 'always':
        case 'never':
            return { choice: given, warning: null };
        case '':
            return { choice: 'auto', warning: null };
        default:
            return {
                choice: 'auto',
                warning: `\`${name}\` is ${JSON.stringify(given.slice(0, 100))}, which is none of auto, always and never: taken for auto.`,
            };
    }
}
//# sourceMappingURL=channel-input.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/effects/publish-check.js

const BATCH_MAX = 50;
/** The receipt's id is the check run's. */
const publishCheckEffect = {
    perform: (change, context) => (0,effect/* receiptOf */.W)(change.key, () => publishCheck(change, (0,effect/* requireGitHub */.x)(context))),
    describe: ({ name, headSha }) => `make the check run ${JSON.stringify(name)} on ${headSha.slice(0, 7)}`,
};
async function publishCheck(change, github) {
    const existing = await findOwn(change, github);
    const id = existing?.id ?? (await create(change, github));
    const sentCount = existing?.annotationCount ?? BATCH_MAX;
    // One that is there is told the conclusion anew, even without a further annotation.
    if (existing !== null)
        await update(change, { github, id, from: sentCount });
    const next = existing === null ? sentCount : sentCount + BATCH_MAX;
    for (let from = next; from < annotationsOf(change).length; from += BATCH_MAX)
        await update(change, { github, id, from });
    return id;
}
async function findOwn({ headSha, name, externalId }, github) {
    const runs = await github.listCheckRuns(headSha, name);
    return runs.find((run) => run.externalId === externalId) ?? null;
}
/** Complete from the start: whatever fails later, no check run waits for ever. */
function create(change, github) {
    const { headSha, name, externalId, detailsUrl, conclusion } = change;
    const find = async () => (await findOwn(change, github))?.id ?? null;
    return github.createCheckRun({
        headSha,
        name,
        externalId,
        detailsUrl,
        conclusion,
        output: outputFrom(change, 0),
        find,
    });
}
/** GitHub takes fifty annotations at a time and adds them to those that are there, so none is sent twice. */
function update(change, { github, id, from }) {
    const hasArrived = async () => ((await findOwn(change, github))?.annotationCount ?? 0) > from;
    return github.updateCheckRun({ id, conclusion: change.conclusion, output: outputFrom(change, from), hasArrived });
}
function outputFrom(change, from) {
    const { title, summary, text } = change.check;
    return { title, summary, text, annotations: annotationsOf(change).slice(from, from + BATCH_MAX) };
}
function annotationsOf({ check }) {
    return check.annotationBatches.flat();
}
//# sourceMappingURL=publish-check.js.map
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/core/lib/render/sticky-comment.js
var sticky_comment = __webpack_require__(1495);
;// CONCATENATED MODULE: ./packages/core/lib/render/plan-comment.js

/**
 * The oldest is kept, because links and answers point at it; others are doubles that two jobs made at once. A comment
 * that says the same already is not edited: the mark of an edit would promise news.
 * @param own oldest first
 */
function planComment(own, { body, whenMissing }) {
    const newer = findNewer(own, body);
    if (newer !== null)
        return newer;
    const [oldest, ...others] = own;
    if (oldest === undefined)
        return { kind: whenMissing };
    const doubles = others.map(({ id }) => id);
    const isSame = (0,sticky_comment/* readStickyComment */.pz)(oldest.body)?.text === (0,sticky_comment/* readStickyComment */.pz)(body)?.text;
    return { kind: isSame ? 'keep' : 'update', id: oldest.id, doubles };
}
function findNewer(own, body) {
    const mine = (0,sticky_comment/* readStickyComment */.pz)(body)?.stamp ?? null;
    if (mine === null)
        return null;
    for (const comment of own) {
        const stamp = (0,sticky_comment/* readStickyComment */.pz)(comment.body)?.stamp ?? null;
        if (stamp !== null && (0,sticky_comment/* isNewer */.U4)(stamp, mine))
            return { kind: 'leave-to-newer', id: comment.id, run: stamp.run };
    }
    return null;
}
//# sourceMappingURL=plan-comment.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/effects/upsert-comment.js




/** The receipt's id is the comment's; none where there was nothing to write. */
const upsertCommentEffect = {
    perform: (change, context) => (0,effect/* receiptOf */.W)(change.key, () => upsert(change, context)),
    describe: ({ pullRequest, whenMissing }) => `${whenMissing === 'create' ? 'write' : 'update'} the comment on pull request #${pullRequest}`,
};
async function upsert(change, context) {
    const github = (0,effect/* requireGitHub */.x)(context);
    const list = await github.listComments(change.pullRequest);
    const plan = planComment(await ownComments(list, { change, github }), change);
    switch (plan.kind) {
        case 'nothing':
            return undefined;
        case 'create':
            return upsert_comment_create(change, { list, github, context });
        case 'leave-to-newer':
            context.log.info(`The comment is left as it is: run ${plan.run}, which is newer than this one, wrote it.`);
            return plan.id;
        case 'keep':
        case 'update':
            if (plan.kind === 'update')
                await github.updateComment(plan.id, change.body);
            for (const double of plan.doubles)
                await github.deleteComment(double);
            return plan.id;
    }
}
/**
 * Marker and author: anybody can write a marker. Who we are is asked only where there is one, so that the first comment
 * costs no request for it.
 */
async function ownComments({ comments }, { change, github }) {
    const key = (0,sticky_comment/* readStickyComment */.pz)(change.body)?.key ?? '';
    const marked = comments.filter(({ body }) => (0,sticky_comment/* isStickyComment */.Zl)(body, key));
    if (marked.length === 0)
        return [];
    const login = await github.login();
    return marked.filter(({ author }) => author === login);
}
async function upsert_comment_create(change, creating) {
    const { list, github, context } = creating;
    const { pullRequest: issue, headSha, body } = change;
    if (!list.isWhole)
        throw tooMany(list);
    if (await hasMovedOn(change, creating)) {
        context.log.info(`No comment: the pull request has moved on from ${headSha.slice(0, 7)}.`);
        return undefined;
    }
    // What is there by then, from a first try or from another job, is treated as if it had been there before.
    const find = async () => (await upsert({ ...change, whenMissing: 'nothing' }, context)) ?? null;
    return github.createComment({ issue, body, find });
}
/** A courtesy: where it cannot be found out, the comment is made, and tells its commit anyway. */
async function hasMovedOn({ pullRequest, headSha }, { github, context }) {
    try {
        return (await github.pullRequestHead(pullRequest)) !== headSha;
    }
    catch (error) {
        if (!(error instanceof errors/* PlatformError */.Wk))
            throw error;
        context.log.debug(error.message);
        return false;
    }
}
function tooMany({ comments }) {
    return new errors/* PlatformError */.Wk(`cannot comment: ours is not among the first ${comments.length} comments`, {
        remedy: 'read the job summary instead',
    });
}
//# sourceMappingURL=upsert-comment.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/core/lib/model/record-key.js
var record_key = __webpack_require__(920);
// EXTERNAL MODULE: ./packages/core/lib/render/clip.js
var clip = __webpack_require__(2258);
// EXTERNAL MODULE: ./packages/core/lib/render/escape.js
var render_escape = __webpack_require__(7783);
;// CONCATENATED MODULE: ./packages/core/lib/render/check-name.js



const NAME_CHARACTERS_MAX = 200;
/**
 * Name of a check run, such as `CI / test (20, ubuntu) / coverage-gate`. GitHub shows it in the first check suite of
 * the commit, whichever workflow that belongs to, so the name says all. It stays the same from run to run.
 */
function checkName(key) {
    const { workflow, job, matrix, action, step } = (0,record_key/* variantKeyOf */.a)(key);
    const parts = [workflow, `${job}${inBrackets(cellOf(matrix))}`, `${action}${inBrackets(stepLabel(step))}`];
    return (0,clip/* clip */.$)((0,render_escape/* escapeTerminal */.en)(parts.filter((part) => part !== '').join(' / ')), NAME_CHARACTERS_MAX);
}
function inBrackets(text) {
    return text === '' ? '' : ` (${text})`;
}
/** The values of a matrix cell, as GitHub itself names its jobs. */
function cellOf(matrix) {
    try {
        return leaves(JSON.parse(matrix)).join(', ');
    }
    catch {
        return matrix;
    }
}
function leaves(value) {
    if (typeof value !== 'object' || value === null)
        return [String(value)];
    return Object.values(value).flatMap(leaves);
}
/**
 * What tells two steps of one job apart: the step's `id:`, or the number that GitHub gives to the second use of an action
 * (`__octo_gates_2`). Empty for the first one.
 */
function stepLabel(step) {
    if (!step.startsWith('__'))
        return step;
    const number = /_(\d{1,3})$/.exec(step)?.[1];
    return number === undefined ? '' : `#${number}`;
}
//# sourceMappingURL=check-name.js.map
// EXTERNAL MODULE: ./packages/core/lib/render/links.js
var links = __webpack_require__(9999);
// EXTERNAL MODULE: ./packages/platform/lib/conclusion.js
var conclusion = __webpack_require__(9406);
;// CONCATENATED MODULE: ./packages/platform/lib/plan-channels.js





const FORK = 'this pull request comes from a fork, whose token may only read';
/** `auto`: written when the outcome is not pass, and otherwise only to update the comment that is there. */
function planCommentChannel(facts) {
    const { choice, run, publication, isFork } = facts;
    const { pullRequest, headSha } = run;
    if (choice === 'never' || pullRequest === null || headSha === null)
        return { kind: 'none' };
    if (choice === 'auto' && isFork)
        return { kind: 'withheld', why: `${FORK} (it would take \`pull-requests: write\`)` };
    if (choice === 'auto' && isUnnamedLeg(facts))
        return { kind: 'withheld', why: LEG };
    const isWorthOne = publication.outcome !== 'pass' && publication.outcome !== 'skipped';
    const whenMissing = choice === 'always' || isWorthOne ? 'create' : 'nothing';
    const { comment: body } = publication;
    return { kind: 'write', change: { kind: 'upsert-comment', key: 'comment', pullRequest, headSha, body, whenMissing } };
}
const LEG = 'the legs of a matrix would overwrite one another. Give each a `comment-key`, or let them `collect` and one job comment';
function isUnnamedLeg({ run, commentKey }) {
    return run.key.matrix !== '{}' && commentKey === '';
}
/** `auto`: made where the token may, which its first refusal tells. */
function planCheckChannel({ choice, run, publication, isFork, commentKey, }) {
    if (choice === 'never' || run.headSha === null || run.repository === null)
        return { kind: 'none' };
    if (choice === 'auto' && isFork)
        return { kind: 'withheld', why: `${FORK} (it would take \`checks: write\`)` };
    const change = {
        kind: 'publish-check',
        key: 'check-run',
        headSha: run.headSha,
        name: checkName(run.key),
        externalId: externalIdOf(run, commentKey),
        detailsUrl: (0,links/* runLink */.ut)(run),
        conclusion: (0,conclusion/* conclusionOf */.vu)(publication.outcome),
        check: publication.check,
    };
    return { kind: 'write', change };
}
/** The comment's key tells two steps of one composite action apart, which have one name for GitHub. */
function externalIdOf({ key }, commentKey) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update((0,record_key/* canonicalJson */.d)({ ...key, commentKey }))
        .digest('hex');
}
//# sourceMappingURL=plan-channels.js.map
// EXTERNAL MODULE: ./packages/platform/lib/run-context/event-facts.js
var event_facts = __webpack_require__(7091);
// EXTERNAL MODULE: ./packages/platform/lib/switches.js
var switches = __webpack_require__(4061);
;// CONCATENATED MODULE: ./packages/platform/lib/publish-step.js









/**
 * Check run and comment: what needs GitHub's API. Nothing here can change the verdict: what could not be published is
 * told in the log and the summary, and the next run repairs it.
 */
async function publishStep(step, { publication, gates }) {
    if (isCollecting(step, gates))
        return NOTHING;
    const common = await commonFacts(step, publication);
    const check = await publishChannel(step, {
        name: 'check run',
        input: readChannelInput(step.host, 'check-run'),
        plan: (choice) => planCheckChannel({ ...common, choice }),
        effect: publishCheckEffect,
    });
    const comment = await publishChannel(step, {
        name: 'comment',
        input: readChannelInput(step.host, 'comment'),
        plan: (choice) => planCommentChannel({ ...common, choice }),
        effect: upsertCommentEffect,
    });
    return {
        receipts: [...check.receipts, ...comment.receipts],
        annotatedBy: check.receipts.some(({ status }) => status === 'done') ? 'check-run' : 'step',
        unpublished: [...check.unpublished, ...comment.unpublished],
    };
}
const NOTHING = { receipts: [], annotatedBy: 'step', unpublished: [] };
/** A leg that only collects has no verdict to show: the job that joins the legs speaks for all. */
function isCollecting({ sources }, gates) {
    return gates.every(({ definition }) => {
        const resolved = (0,effective_config/* effectiveConfig */.k3)(definition, sources);
        return resolved.ok && resolved.config.gate.shared.mode.value === 'collect';
    });
}
async function commonFacts(step, publication) {
    const { host, run } = step;
    // A payload that cannot be read has been told already.
    const payload = await (0,attempt/* attempt */.C)(() => host.eventPayload());
    const { isFork } = (0,event_facts/* readEventFacts */._r)(payload.ok ? payload.value : null);
    const check = (0,switches/* wantsAnnotations */.ke)(host) ? publication.check : { ...publication.check, annotationBatches: [] };
    return { run, publication: { ...publication, check }, isFork, commentKey: host.input('comment-key') };
}
async function publishChannel(step, { name, input, plan, effect }) {
    const { log } = step;
    const warnings = input.warning === null ? [] : [input.warning];
    for (const warning of warnings)
        log.warning(warning);
    const planned = plan(input.choice);
    if (planned.kind === 'withheld')
        log.info(`No ${name}: ${planned.why}.`);
    if (planned.kind !== 'write' || (step.ports.github === null && input.choice === 'auto'))
        return { receipts: [], unpublished: warnings };
    const receipt = await performOne(step, effect, planned.change);
    const message = tell(step, { name, input, receipt });
    return { receipts: [receipt], unpublished: [...warnings, ...(message === null ? [] : [message])] };
}
async function performOne({ host, ports, log }, effect, change) {
    if ((0,switches/* isDryRun */.vG)(host))
        return { key: change.key, status: 'planned', description: effect.describe(change) };
    const context = { env: host.env, ...ports, receipts: new Map() };
    try {
        return await effect.perform(change, context);
    }
    catch (error) {
        // An answer that nobody foresaw is a fault of ours, but none that may cost anybody the verdict.
        log.error(`This is a fault of Testwarden, not yours. Please report it.\n${stackOf(error)}`);
        return { key: change.key, status: 'failed', message: "cannot make sense of GitHub's answer", retryable: true };
    }
}
function stackOf(error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
/**
 * One line in the log. Whoever did not ask for a channel is not bothered with a permission that it would take.
 * @returns what the summary says of it; null for nothing
 */
function tell({ log }, { name, input, receipt }) {
    if (receipt.status === 'done')
        return null;
    if (receipt.status === 'planned') {
        log.warning(`Dry run, not done: ${receipt.description}.`);
        return null;
    }
    const message = (0,sentence/* asSentence */.K)(`The ${name}: ${receipt.message}`);
    if (receipt.status === 'refused' && input.choice === 'auto') {
        log.info((0,sentence/* asSentence */.K)(`No ${name}: ${receipt.message}`));
        return null;
    }
    log.warning(`Not published. ${message}`);
    return message;
}
//# sourceMappingURL=publish-step.js.map
// EXTERNAL MODULE: ./packages/platform/lib/redaction.js
var redaction = __webpack_require__(6288);
// EXTERNAL MODULE: ./packages/platform/lib/step-files.js + 1 modules
var step_files = __webpack_require__(4594);
// EXTERNAL MODULE: ./packages/platform/lib/step-input.js + 2 modules
var step_input = __webpack_require__(7409);
// EXTERNAL MODULE: ./packages/platform/lib/step-result.js + 1 modules
var step_result = __webpack_require__(2658);
;// CONCATENATED MODULE: ./packages/platform/lib/deliver-step.js















const LOG_COLUMNS = 120;
/**
 * Writes everything that a judged step leaves: changes, log, summary, check run, comment, files, annotations, outputs.
 * What cannot be written is a line in the log; it never changes the verdict. The summary is written before GitHub's API
 * is asked for anything, so that it is there whatever becomes of that, and again where that came to something else.
 * @returns the exit code
 */
async function deliverStep(step, judged) {
    const gates = await performGates(step, judged);
    const exitCode = Math.max(0, ...gates.map((gate) => gate.exitCode));
    const commentKey = step.host.input('comment-key');
    const common = await (0,step_input/* stepInputOf */._)({ run: step.run, gates, sources: step.sources, git: step.git });
    const input = commentKey === '' ? common : { ...common, commentKey };
    logStep(step, input, gates);
    const publication = (0,render_publication/* publish */.m)(input);
    await show(step, (context) => write_summary/* writeSummaryEffect */.n.perform({ ...SUMMARY, markdown: publication.summary }, context));
    const published = await publishStep(step, { publication, gates });
    await correctSummary(step, { input, publication, published });
    const paths = await writeStepFiles(step, { gates, published, exitCode, headDiff: input.headDiff });
    await showRest(step, { publication, published, outputs: new Map([...outputsOf(publication, gates), ...paths]) });
    return exitCode;
}
async function performGates(step, judged) {
    const how = (0,switches/* isDryRun */.vG)(step.host) ? 'dry-run' : 'for-real';
    const redact = await (0,redaction/* redactorOf */.y)(step.sources);
    const performed = [];
    for (const gate of judged) {
        const { ports, host } = step;
        const run = gate.evidence?.run ?? step.run;
        const receipts = await (0,perform/* performChanges */.H)(redactChanges(gate.decision.changes, redact), {
            run,
            ports,
            env: host.env,
            how,
        });
        performed.push({ ...gate, receipts });
    }
    return performed;
}
/** Records and issues leave the job; a file stays in the workspace, as the gate wrote it. */
function redactChanges(changes, redact) {
    return changes.map((change) => (change.kind === 'write-file' ? change : (0,redact_texts/* redactTexts */.S)(change, redact)));
}
/** The page as text, so that the log alone tells the verdict; then what was not done. */
function logStep({ log }, input, gates) {
    log.info((0,terminal/* renderTerminalPage */.s)((0,step_page/* composeStepPage */.k)(input), { columns: LOG_COLUMNS, style: 'plain' }));
    for (const receipt of gates.flatMap(({ receipts }) => receipts)) {
        const message = undoneMessage(receipt);
        if (message !== null)
            log.warning(message);
    }
}
function undoneMessage(receipt) {
    switch (receipt.status) {
        case 'done':
            return null;
        case 'planned':
            return `Dry run, not done: ${receipt.description}.`;
        case 'failed':
            return receipt.message;
        case 'refused':
            return `${receipt.message} The token lacks \`${receipt.permission ?? 'a permission'}\`.`;
    }
}
/** @returns the outputs that name the files: only those that were written, never what another step left there */
async function writeStepFiles(step, { gates, published, exitCode, headDiff }) {
    const { temporaryFolder, env } = step.host;
    const redact = await (0,redaction/* redactorOf */.y)(step.sources);
    const place = { temporaryFolder, step: env.GITHUB_ACTION ?? '', redact };
    const folder = await orWarn(step, () => (0,step_files/* openStepFolder */.h)(place));
    const outputs = new Map();
    if (folder === undefined)
        return outputs;
    const { receipts } = published;
    const apiCalls = countCalls(step);
    const verdict = (0,step_result/* verdictFileOf */.h)({ run: step.run, gates, problems: [], exitCode, receipts, apiCalls, redact });
    const verdictPath = await orWarn(step, () => folder.writeVerdict(verdict));
    if (verdictPath !== undefined)
        outputs.set('verdict-path', verdictPath);
    for (const gate of gates) {
        const path = await orWarn(step, () => folder.writeEvidence({ ...gate, evidence: withHeadDiff(gate.evidence, headDiff) }));
        if (path !== undefined && path !== null)
            outputs.set('evidence-path', path);
    }
    return outputs;
}
/** Whoever shows the findings elsewhere has neither tree. */
function withHeadDiff(evidence, headDiff) {
    return evidence === null || headDiff === null || headDiff === 'unknown' ? evidence : { ...evidence, headDiff };
}
async function orWarn({ log }, act) {
    const tried = await (0,attempt/* attempt */.C)(act);
    if (tried.ok)
        return tried.value;
    log.warning(`${tried.problem.message} ${tried.problem.remedy ?? ''}`);
    return undefined;
}
function outputsOf({ outputs }, gates) {
    return new Map([...Object.entries(outputs), ...gates.flatMap((gate) => [...gate.outputs])]);
}
/** Every request of the run, for whoever wonders where a limit went. */
function countCalls({ ports, log }) {
    const calls = ports.github?.calls() ?? {};
    for (const [operation, count] of Object.entries(calls))
        log.debug(`GitHub API: ${count} x ${operation}`);
    return calls;
}
const SUMMARY = { kind: 'write-summary', key: 'summary' };
async function correctSummary(step, { input, publication, published }) {
    if (published.annotatedBy === 'step' && published.unpublished.length === 0)
        return;
    const markdown = (0,render_publication/* publishSummary */.I)(input, published);
    if (markdown === publication.summary)
        return;
    const change = { ...SUMMARY, markdown, replaces: publication.summary };
    await show(step, (context) => write_summary/* writeSummaryEffect */.n.perform(change, context));
}
/**
 * Annotations and outputs. Places that the check run shows are not shown a second time: GitHub would put both beside the
 * same line. What has no place stays with the step, because a check run cannot hold it.
 */
async function showRest(step, { publication, published, outputs }) {
    const own = published.annotatedBy === 'check-run' ? publication.unplacedAnnotations : publication.annotations;
    const annotations = (0,switches/* wantsAnnotations */.ke)(step.host) ? own : [];
    await show(step, (context) => annotateEffect.perform({ kind: 'annotate', key: 'annotate', annotations }, context));
    await show(step, (context) => set_outputs/* setOutputsEffect */.s.perform({ kind: 'set-outputs', key: 'outputs', outputs }, context));
}
/** What the runner takes from a step. */
async function show({ host, log, ports }, perform) {
    const receipt = await perform({ env: host.env, ...ports, receipts: new Map() });
    if (receipt.status === 'failed')
        log.warning(receipt.message);
}
//# sourceMappingURL=deliver-step.js.map

/***/ }),

/***/ 2615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ receiptOf),
/* harmony export */   x: () => (/* binding */ requireGitHub)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);
/* harmony import */ var _testwarden_core_model_sentence__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9522);


/** Turns what an effect did, or what it threw, into a receipt. Anything but a {@link PlatformError} is our bug and passes. */
async function receiptOf(key, act) {
    try {
        const id = await act();
        return id === undefined ? { key, status: 'done' } : { key, status: 'done', id };
    }
    catch (error) {
        if (!(error instanceof _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk))
            throw error;
        const message = [error.message, error.remedy ?? '']
            .filter((part) => part !== '')
            .map(_testwarden_core_model_sentence__WEBPACK_IMPORTED_MODULE_1__/* .asSentence */ .K)
            .join(' ');
        if (error.permission !== null)
            return { key, status: 'refused', message, permission: error.permission };
        return { key, status: 'failed', message, retryable: error.retryable };
    }
}
/** @throws PlatformError when there is no token */
function requireGitHub({ github }) {
    if (github !== null)
        return github;
    throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk('there is no token to write to GitHub with', { remedy: 'pass `github-token`' });
}
//# sourceMappingURL=effect.js.map

/***/ }),

/***/ 2691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ setOutputsEffect)
/* harmony export */ });
/* harmony import */ var _runner_file_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(836);
/* harmony import */ var _effect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2615);


const setOutputsEffect = {
    perform: ({ key, outputs }, { env }) => (0,_effect_js__WEBPACK_IMPORTED_MODULE_1__/* .receiptOf */ .W)(key, async () => {
        const lines = [...outputs].map(([name, value]) => (0,_runner_file_command_js__WEBPACK_IMPORTED_MODULE_0__/* .outputLines */ .j)(name, value));
        await (0,_runner_file_command_js__WEBPACK_IMPORTED_MODULE_0__/* .appendToStepFile */ .I)(env, 'GITHUB_OUTPUT', lines.join(''));
        return undefined;
    }),
    describe: ({ outputs }) => `set the outputs ${[...outputs.keys()].join(', ') || '(none)'}`,
};
//# sourceMappingURL=set-outputs.js.map

/***/ }),

/***/ 1018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ writeSummaryEffect)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6688);
/* harmony import */ var _files_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1403);
/* harmony import */ var _runner_file_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(836);
/* harmony import */ var _effect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2615);






const writeSummaryEffect = {
    perform: ({ key, markdown, replaces }, { env }) => (0,_effect_js__WEBPACK_IMPORTED_MODULE_4__/* .receiptOf */ .W)(key, async () => {
        if (replaces !== undefined)
            await takeBack(replaces, env.GITHUB_STEP_SUMMARY ?? '');
        await (0,_runner_file_command_js__WEBPACK_IMPORTED_MODULE_3__/* .appendToStepFile */ .I)(env, 'GITHUB_STEP_SUMMARY', `${markdown}${node_os__WEBPACK_IMPORTED_MODULE_1__.EOL}`);
        return undefined;
    }),
    describe: ({ markdown }) => `write ${Buffer.byteLength(markdown)} bytes to the job summary`,
};
/** Only from the end of the file: nobody else's text is touched. */
async function takeBack(markdown, path) {
    const written = `${markdown}${node_os__WEBPACK_IMPORTED_MODULE_1__.EOL}`;
    try {
        const whole = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
        if (whole.endsWith(written))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, whole.slice(0, -written.length));
    }
    catch (cause) {
        throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .PlatformError */ .Wk(`cannot correct the job summary: ${(0,_files_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .u)(cause)}`, { cause });
    }
}
//# sourceMappingURL=write-summary.js.map

/***/ }),

/***/ 8860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ createCallCounter)
/* harmony export */ });
const REPOSITORY = '/repos/{owner}/{repo}';
function createCallCounter() {
    const calls = new Map();
    return {
        count(method, template) {
            const name = `${method} ${shortTemplate(template)}`;
            calls.set(name, (calls.get(name) ?? 0) + 1);
        },
        read: () => Object.fromEntries([...calls].sort(([left], [right]) => (left < right ? -1 : 1))),
    };
}
/** On GitHub Enterprise the address of GraphQL is given in full. */
function shortTemplate(template) {
    if (template.endsWith('/graphql'))
        return '/graphql';
    return template.startsWith(`${REPOSITORY}/`) ? template.slice(REPOSITORY.length) : template;
}
//# sourceMappingURL=call-counter.js.map

/***/ }),

/***/ 6290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ createGitHub)
});

// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/platform/lib/github/call-counter.js
var call_counter = __webpack_require__(8860);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./packages/platform/lib/github/errors.js
var github_errors = __webpack_require__(9878);
// EXTERNAL MODULE: ./packages/platform/lib/github/retry.js
var retry = __webpack_require__(8263);
;// CONCATENATED MODULE: ./packages/platform/lib/github/create-when-missing.js




/**
 * Creates a thing, and a second time only after looking that the first try, or somebody else, has not made it.
 * @throws PlatformError
 */
async function createWhenMissing({ ask, budget }, { description, send, find }) {
    const create = () => ask({ ...description, kind: 'create' }, send);
    try {
        return await create();
    }
    catch (error) {
        if (!(error instanceof errors/* PlatformError */.Wk) || !(await mayLookAgain(error, budget)))
            throw error;
        return (await find()) ?? (await create());
    }
}
async function mayLookAgain({ cause }, budget) {
    if (cause === undefined)
        return false;
    const waitMs = (0,retry/* waitBeforeRetry */.j)((0,github_errors/* readFailure */.f1)(cause), { kind: 'read', tries: 1, nowMs: Date.now() });
    if (waitMs === null || !budget.take(waitMs))
        return false;
    await (0,promises_.setTimeout)(waitMs);
    return true;
}
//# sourceMappingURL=create-when-missing.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/github/check-runs.js

/** Runs of one name on one commit: one for each attempt. */
const PER_PAGE = 100;
const permission = { name: 'checks', level: 'write' };
/** Newest first. @see https://docs.github.com/rest/checks/runs#list-check-runs-for-a-git-reference @throws PlatformError */
async function listCheckRuns({ octokit, owner, repo, requestOptions, ask }, { headSha, name }) {
    const { data } = await ask({ kind: 'read', what: 'read the check runs of the commit', permission }, () => octokit.rest.checks.listForRef({
        owner,
        repo,
        ref: headSha,
        check_name: name,
        filter: 'all',
        per_page: PER_PAGE,
        request: requestOptions(),
    }));
    return data.check_runs.map(({ id, external_id, output }) => ({
        id,
        externalId: external_id ?? '',
        annotationCount: output.annotations_count,
    }));
}
/** @see https://docs.github.com/rest/checks/runs#create-a-check-run @throws PlatformError */
function createCheckRun(client, { find, ...run }) {
    const { octokit, owner, repo, requestOptions } = client;
    return createWhenMissing(client, {
        description: { what: 'make a check run', permission },
        find,
        async send() {
            const { data } = await octokit.rest.checks.create({
                owner,
                repo,
                name: run.name,
                head_sha: run.headSha,
                external_id: run.externalId,
                ...(run.detailsUrl === null ? {} : { details_url: run.detailsUrl }),
                status: 'completed',
                conclusion: run.conclusion,
                output: outputOf(run.output),
                request: requestOptions(),
            });
            return data.id;
        },
    });
}
/** GitHub adds the annotations to those that are there. @see https://docs.github.com/rest/checks/runs#update-a-check-run @throws PlatformError */
async function updateCheckRun(client, update) {
    const { octokit, owner, repo, requestOptions } = client;
    const { id, conclusion, output, hasArrived } = update;
    await createWhenMissing(client, {
        description: { what: 'update the check run', permission },
        find: async () => ((await hasArrived()) ? id : null),
        async send() {
            await octokit.rest.checks.update({
                owner,
                repo,
                check_run_id: id,
                status: 'completed',
                conclusion,
                output: outputOf(output),
                request: requestOptions(),
            });
            return id;
        },
    });
}
function outputOf({ title, summary, text, annotations }) {
    return { title, summary, text, annotations: annotations.flatMap(placed) };
}
const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' };
function placed({ path, startLine, endLine, level, title, message }) {
    if (path === null || startLine === null)
        return [];
    const place = { path, start_line: startLine, end_line: endLine ?? startLine };
    return [{ ...place, annotation_level: LEVELS[level], title, message }];
}
//# sourceMappingURL=check-runs.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/github/comments.js


const comments_PER_PAGE = 100;
/** A thousand comments; one run may not spend its requests on reading more. */
const MAX_PAGES = 10;
/** `issues: write` would do as well, and allows more than is needed. */
const comments_permission = { name: 'pull_requests', level: 'write' };
/** @see https://docs.github.com/rest/issues/comments#list-issue-comments @throws PlatformError */
async function listComments(client, issue) {
    const comments = [];
    for (let page = 1; page <= MAX_PAGES; page++) {
        const { shown, isLast } = await readPage(client, { issue, page });
        comments.push(...shown);
        if (isLast)
            return { comments, isWhole: true };
    }
    return { comments, isWhole: false };
}
async function readPage({ octokit, owner, repo, requestOptions, ask }, { issue, page }) {
    const what = `read the comments of #${issue}`;
    const { data, headers } = await ask({ kind: 'read', what, permission: comments_permission }, () => octokit.rest.issues.listComments({
        owner,
        repo,
        issue_number: issue,
        per_page: comments_PER_PAGE,
        page,
        request: requestOptions(),
    }));
    const shown = data.map(({ id, body, user }) => ({ id, body: body ?? '', author: user?.login ?? null }));
    return { shown, isLast: !(headers.link ?? '').includes('rel="next"') };
}
/** @see https://docs.github.com/rest/issues/comments#create-an-issue-comment @throws PlatformError */
function createComment(client, { issue, body, find }) {
    const { octokit, owner, repo, requestOptions } = client;
    return createWhenMissing(client, {
        description: { what: `comment on #${issue}`, permission: comments_permission },
        find,
        async send() {
            const { data } = await octokit.rest.issues.createComment({
                owner,
                repo,
                issue_number: issue,
                body,
                request: requestOptions(),
            });
            return data.id;
        },
    });
}
/** @see https://docs.github.com/rest/issues/comments#update-an-issue-comment @throws PlatformError */
async function updateComment({ octokit, owner, repo, requestOptions, ask }, { id, body }) {
    await ask({ kind: 'replace', what: 'update the comment', permission: comments_permission }, () => octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body, request: requestOptions() }));
}
/**
 * One that is gone already is as good as deleted, whoever did it.
 * @see https://docs.github.com/rest/issues/comments#delete-an-issue-comment
 * @throws PlatformError
 */
async function deleteComment({ octokit, owner, repo, requestOptions, ask }, id) {
    await ask({ kind: 'replace', what: 'remove a double of the comment', permission: comments_permission }, () => octokit.rest.issues.deleteComment({ owner, repo, comment_id: id, request: requestOptions() }).catch(unlessNotFound));
}
function unlessNotFound(error) {
    if ((0,github_errors/* readFailure */.f1)(error).status !== 404)
        throw error;
}
//# sourceMappingURL=comments.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/github/compare.js
/**
 * The best common ancestor of a branch or commit and another, forks included.
 * @see https://docs.github.com/rest/commits/commits#compare-two-commits
 * @throws PlatformError
 */
async function findMergeBase({ octokit, owner, repo, requestOptions, ask }, { base, head }) {
    const what = `find the merge base of ${base} and ${head}`;
    const { data } = await ask({ kind: 'read', what }, () => octokit.rest.repos.compareCommitsWithBasehead({
        owner,
        repo,
        basehead: `${base}...${head}`,
        // Only the merge base is wanted, and it is on every page.
        per_page: 1,
        request: requestOptions(),
    }));
    return data.merge_base_commit.sha;
}
//# sourceMappingURL=compare.js.map
// EXTERNAL MODULE: ./packages/platform/lib/github/connection.js
var connection = __webpack_require__(1049);
;// CONCATENATED MODULE: ./packages/platform/lib/github/issues.js
/** Number of the new issue. @see https://docs.github.com/rest/issues/issues#create-an-issue @throws PlatformError */
async function openIssue({ octokit, owner, repo, requestOptions, ask }, { title, body, labels }) {
    const { data } = await ask({ kind: 'create', what: 'open an issue' }, () => octokit.rest.issues.create({ owner, repo, title, body, labels: [...labels], request: requestOptions() }));
    return data.number;
}
/** @see https://docs.github.com/rest/issues/issues#update-an-issue @throws PlatformError */
async function updateIssue({ octokit, owner, repo, requestOptions, ask }, { number, update }) {
    await ask({ kind: 'update', what: `update issue #${number}` }, () => octokit.rest.issues.update({ owner, repo, issue_number: number, ...update, request: requestOptions() }));
}
//# sourceMappingURL=issues.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/github/pulls.js
/** The commit at the head of a pull request now. @see https://docs.github.com/rest/pulls/pulls#get-a-pull-request @throws PlatformError */
async function readPullRequestHead({ octokit, owner, repo, requestOptions, ask }, number) {
    const { data } = await ask({ kind: 'read', what: `read pull request #${number}` }, () => octokit.rest.pulls.get({ owner, repo, pull_number: number, request: requestOptions() }));
    return data.head.sha;
}
//# sourceMappingURL=pulls.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/github/viewer.js

/**
 * Login of whoever the token writes as: `github-actions[bot]` for a job's own. Only GraphQL tells it for every kind of
 * token; `GET /user` refuses those of apps, and so a job's.
 * @see https://docs.github.com/graphql/reference/queries#viewer
 * @throws PlatformError
 */
async function readLogin({ octokit, requestOptions, ask }) {
    const what = 'find out who the token writes as';
    const answer = await ask({ kind: 'read', what }, () => octokit.graphql('query { viewer { login } }', { request: requestOptions() }).catch(refuseErrors));
    const login = /^\{"viewer":\{"login":"([^"\\]{1,100})"\}\}$/.exec(JSON.stringify(answer))?.[1];
    if (login !== undefined)
        return login;
    throw new errors/* PlatformError */.Wk(`cannot ${what}: GitHub's answer names nobody`, { remedy: 'check the token' });
}
/** GraphQL answers 200 to a question that it refuses; that is no broken connection, which would be worth a second try. */
function refuseErrors(error) {
    if (!(error instanceof Error) || error.name !== 'GraphqlResponseError')
        throw error;
    throw new errors/* PlatformError */.Wk(`cannot find out who the token writes as: ${error.message.slice(0, 300)}`, { cause: error });
}
//# sourceMappingURL=viewer.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/github/client.js









/** @throws ConfigurationError when the repository is not `owner/name` */
function createGitHub(options) {
    const repository = splitRepository(options.repository);
    const calls = (0,call_counter/* createCallCounter */.H)();
    let connected = null;
    const client = () => {
        connected ??= (0,connection/* connect */.N)(options, { repository, calls });
        return connected;
    };
    return {
        mergeBase: async (base, head) => findMergeBase(await client(), { base, head }),
        login: async () => readLogin(await client()),
        pullRequestHead: async (number) => readPullRequestHead(await client(), number),
        openIssue: async (issue) => openIssue(await client(), issue),
        updateIssue: async (number, update) => updateIssue(await client(), { number, update }),
        listComments: async (issue) => listComments(await client(), issue),
        createComment: async (comment) => createComment(await client(), comment),
        updateComment: async (id, body) => updateComment(await client(), { id, body }),
        deleteComment: async (id) => deleteComment(await client(), id),
        listCheckRuns: async (headSha, name) => listCheckRuns(await client(), { headSha, name }),
        createCheckRun: async (run) => createCheckRun(await client(), run),
        updateCheckRun: async (update) => updateCheckRun(await client(), update),
        calls: () => calls.read(),
    };
}
function splitRepository(repository) {
    const [owner, repo, ...rest] = repository.split('/');
    if (owner && repo && rest.length === 0)
        return { owner, repo };
    throw new errors/* ConfigurationError */.j1(`${JSON.stringify(repository)} is no repository`, { remedy: 'write it as owner/name' });
}
//# sourceMappingURL=client.js.map

/***/ }),

/***/ 1049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _sdk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8263);
/* harmony import */ var _retry_budget_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3757);



/** GitHub itself gives up on a request after ten seconds. */
const REQUEST_TIMEOUT_MS = 15_000;
/** Loads the toolkit; sends nothing yet. */
async function connect({ token, apiUrl }, { repository, calls }) {
    const { getOctokit } = await (0,_sdk_js__WEBPACK_IMPORTED_MODULE_2__/* .loadGitHub */ .g)();
    const octokit = getOctokit(token, { baseUrl: apiUrl });
    octokit.hook.before('request', ({ method, url }) => calls.count(method, url));
    const budget = (0,_retry_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .createRetryBudget */ .C)();
    return {
        ...repository,
        octokit,
        requestOptions: () => ({ signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }),
        budget,
        ask: (description, send) => (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .requestWithRetry */ .E)(description, send, budget),
    };
}
//# sourceMappingURL=connection.js.map

/***/ }),

/***/ 3679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ performChanges),
  S: () => (/* binding */ recordEnvelope)
});

// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/platform/lib/effects/effect.js
var effect = __webpack_require__(2615);
;// CONCATENATED MODULE: ./packages/platform/lib/effects/append-history.js


/** The receipt's id is the name of the store. */
const appendHistoryEffect = {
    perform: ({ key, body, record, store }) => (0,effect/* receiptOf */.W)(key, async () => {
        if (store === null)
            throw noStore();
        if (record.testedSha === '')
            throw noCommit();
        await store.append({ ...record, body });
        return store.name;
    }),
    describe: ({ record, store }) => `append the record of ${record.testedSha.slice(0, 7)} to ${store?.name ?? 'no history'}`,
};
function noStore() {
    return new errors/* PlatformError */.Wk('No history is configured, so this run cannot become a baseline.', {
        remedy: 'Set `history: dir:<path>` and keep that folder from run to run.',
    });
}
function noCommit() {
    return new errors/* PlatformError */.Wk('This run tested no commit that is known, so it cannot become a baseline.', {
        remedy: 'Run the action in a workflow, after actions/checkout.',
    });
}
//# sourceMappingURL=append-history.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/effects/append-records.js


/** The receipt's id is the name of the store. */
const appendRecordsEffect = {
    perform: ({ key, records, store }) => (0,effect/* receiptOf */.W)(key, async () => {
        if (store === null)
            throw noStore();
        await store.appendAll(records);
        return store.name;
    }),
    describe: ({ records, store }) => `append ${records.length} records to ${store?.name ?? 'no history'}`,
};
//# sourceMappingURL=append-records.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/effects/open-issue.js

/** The receipt's id is the issue's number. */
const openIssueEffect = {
    perform: ({ key, title, body, labels }, context) => (0,effect/* receiptOf */.W)(key, () => (0,effect/* requireGitHub */.x)(context).openIssue({ title, body, labels })),
    describe: ({ title, labels }) => `open an issue ${JSON.stringify(title)}${labels.length === 0 ? '' : ` with the labels ${labels.join(', ')}`}`,
};
//# sourceMappingURL=open-issue.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/effects/update-issue.js


const updateIssueEffect = {
    perform: ({ key, issue, kind: _kind, ...update }, context) => (0,effect/* receiptOf */.W)(key, async () => {
        const number = issueNumber(issue, context);
        await (0,effect/* requireGitHub */.x)(context).updateIssue(number, update);
        return number;
    }),
    describe({ issue, body, state }) {
        const name = typeof issue === 'number' ? `issue #${issue}` : 'the issue opened above';
        const parts = [
            ...(body === undefined ? [] : ['its text']),
            ...(state === undefined ? [] : [`its state to ${state}`]),
        ];
        return `update ${name}: ${parts.join(' and ') || 'nothing'}`;
    },
};
/** @throws PlatformError when the change that was to open the issue did not */
function issueNumber(issue, { receipts }) {
    if (typeof issue === 'number')
        return issue;
    const receipt = receipts.get(issue.ref);
    if (receipt?.status === 'done' && typeof receipt.id === 'number')
        return receipt.id;
    throw new errors/* PlatformError */.Wk(`the issue of ${issue.ref} was not opened`, {
        remedy: 'see why above; the next run repairs it',
        retryable: true,
    });
}
//# sourceMappingURL=update-issue.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/effects/write-file.js

/** The receipt's id is the path. */
const writeFileEffect = {
    perform: ({ key, path, content }, { files }) => (0,effect/* receiptOf */.W)(key, async () => {
        await files.write(path, content);
        return path;
    }),
    describe: ({ path, content }) => `write ${Buffer.byteLength(content)} bytes to ${path}`,
};
//# sourceMappingURL=write-file.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/perform.js





/** Does what a decision wants done, in its order, and tells what became of each change. */
async function performChanges(changes, performing) {
    const receipts = new Map();
    for (const change of changes) {
        const step = stepOf(change, performing);
        const context = { env: performing.env, ...performing.ports, receipts };
        const receipt = performing.how === 'dry-run'
            ? { key: change.key, status: 'planned', description: step.describe() }
            : await step.perform(context);
        receipts.set(change.key, receipt);
    }
    return [...receipts.values()];
}
function stepOf(change, performing) {
    switch (change.kind) {
        case 'append-history':
            return bind(appendHistoryEffect, { ...change, ...envelopeOf(performing) });
        case 'append-records':
            return bind(appendRecordsEffect, { ...change, store: performing.ports.history });
        case 'write-file':
            return bind(writeFileEffect, change);
        case 'open-issue':
            return bind(openIssueEffect, change);
        case 'update-issue':
            return bind(updateIssueEffect, change);
    }
}
function bind(effect, change) {
    return { describe: () => effect.describe(change), perform: (context) => effect.perform(change, context) };
}
function envelopeOf({ run, ports }) {
    return { record: recordEnvelope(run), store: ports.history };
}
/** What every record says about the run that wrote it. */
function recordEnvelope(run) {
    return {
        schema: 'testwarden.record/1',
        key: run.key,
        testedSha: run.testedSha ?? '',
        tree: null,
        branch: run.branch,
        event: run.event,
        trust: trustOf(run),
        time: run.now,
        machine: run.machine,
    };
}
/** Only a run that may be a baseline is believed; everything else is a pull request's own word. */
function trustOf(run) {
    return run.isBaseline ? 'default-branch' : 'pull-request';
}
//# sourceMappingURL=perform.js.map

/***/ }),

/***/ 4953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ bareRun)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1107);
/* harmony import */ var _machine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8024);
/* harmony import */ var _event_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7091);
/* harmony import */ var _run_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5950);




/** A run of which only the environment is known, because its event or its checkout cannot be read. Never a baseline. */
function bareRun(env, action) {
    return {
        key: (0,_run_key_js__WEBPACK_IMPORTED_MODULE_2__/* .describeLocalKey */ .i)(action),
        event: env.GITHUB_EVENT_NAME ?? '',
        repository: env.GITHUB_REPOSITORY || null,
        serverUrl: env.GITHUB_SERVER_URL || null,
        branch: null,
        pullRequest: null,
        testedSha: (0,_event_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .shaOrNull */ .B4)(env.GITHUB_SHA),
        headSha: null,
        base: { kind: 'unknown', reason: 'The run could not be read.', remedy: 'See what could not be used.' },
        isBaseline: false,
        now: _clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m.now().toISOString(),
        machine: (0,_machine_js__WEBPACK_IMPORTED_MODULE_1__/* .describeMachine */ .F)(env),
    };
}
//# sourceMappingURL=bare-run.js.map

/***/ }),

/***/ 7091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   B4: () => (/* binding */ shaOrNull),
/* harmony export */   _r: () => (/* binding */ readEventFacts),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   kp: () => (/* binding */ readChangeFacts),
/* harmony export */   wF: () => (/* binding */ shaAt)
/* harmony export */ });
/** @param payload the parsed file of GITHUB_EVENT_PATH */
function readEventFacts(payload) {
    const pullRequest = at(payload, 'pull_request');
    return {
        pullRequest: readPullRequest(pullRequest),
        mergeGroup: readMergeGroup(at(payload, 'merge_group')),
        defaultBranch: textAt(payload, 'repository', 'default_branch'),
        headBranch: textAt(pullRequest, 'head', 'ref'),
        isFork: comesFromFork(pullRequest),
    };
}
function comesFromFork(pullRequest) {
    const head = at(pullRequest, 'head', 'repo');
    const base = textAt(pullRequest, 'base', 'repo', 'full_name');
    return head === null || (base !== null && textAt(head, 'full_name') !== base);
}
function readChangeFacts(payload) {
    const pull = at(payload, 'pull_request');
    const group = at(payload, 'merge_group');
    const labels = at(pull, 'labels');
    return {
        baseSha: shaAt(pull, 'base', 'sha') ?? shaAt(group, 'base_sha'),
        branch: textAt(pull, 'base', 'ref') ?? textAt(group, 'base_ref')?.replace(/^refs\/heads\//, '') ?? null,
        labels: Array.isArray(labels) ? labels.map((label) => textAt(label, 'name')).filter((name) => name !== null) : [],
    };
}
function readPullRequest(value) {
    const number = at(value, 'number');
    const headSha = shaAt(value, 'head', 'sha');
    const baseSha = shaAt(value, 'base', 'sha');
    const baseBranch = textAt(value, 'base', 'ref');
    if (!Number.isSafeInteger(number) || headSha === null || baseSha === null || baseBranch === null)
        return null;
    return { number: Number(number), headSha, baseSha, baseBranch };
}
function readMergeGroup(value) {
    const headSha = shaAt(value, 'head_sha');
    const baseSha = shaAt(value, 'base_sha');
    return headSha === null || baseSha === null ? null : { headSha, baseSha };
}
function shaAt(value, ...path) {
    return shaOrNull(textAt(value, ...path));
}
/** Files and records hold a whole commit id or none: GITHUB_SHA may be missing, or be somebody's own. */
function shaOrNull(text) {
    return text && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : null;
}
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' && found !== '' ? found : null;
}
function at(value, ...path) {
    let found = value;
    for (const name of path) {
        if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name))
            return undefined;
        found = found[name];
    }
    return found;
}
//# sourceMappingURL=event-facts.js.map

/***/ }),

/***/ 836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ appendToStepFile),
/* harmony export */   j: () => (/* binding */ outputLines)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6688);
/* harmony import */ var _files_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1403);





/**
 * One output as the lines that the runner expects in GITHUB_OUTPUT. The delimiter cannot be guessed, so no value can
 * end its own lines and start another output.
 */
function outputLines(name, value) {
    const delimiter = `ghadelimiter_${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    return `${name}<<${delimiter}${node_os__WEBPACK_IMPORTED_MODULE_2__.EOL}${value}${node_os__WEBPACK_IMPORTED_MODULE_2__.EOL}${delimiter}${node_os__WEBPACK_IMPORTED_MODULE_2__.EOL}`;
}
/**
 * Appends to a file that the runner made for this step.
 * @param variable GITHUB_OUTPUT or GITHUB_STEP_SUMMARY
 * @throws PlatformError when the runner gave no such file, or when it cannot be written
 */
async function appendToStepFile(env, variable, text) {
    const path = env[variable];
    if (path === undefined || path === '') {
        throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_3__/* .PlatformError */ .Wk(`${variable} is not set`, {
            remedy: 'run the action in a workflow; on your machine use the command line',
        });
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.appendFile)(path, text).catch((cause) => {
        throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_3__/* .PlatformError */ .Wk(`cannot write the file of ${variable}: ${(0,_files_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .u)(cause)}`, {
            cause,
            remedy: `check that ${variable} names a file that this step may write`,
        });
    });
}
//# sourceMappingURL=file-command.js.map

/***/ }),

/***/ 4594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ openStepFolder)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/core/lib/files/byte-length.js
var byte_length = __webpack_require__(396);
// EXTERNAL MODULE: ./packages/core/lib/files/plain-json.js
var plain_json = __webpack_require__(8188);
;// CONCATENATED MODULE: ./packages/core/lib/files/encode-evidence.js



/**
 * One line of JSON with a line end.
 * @throws TypeError when the facts hold what JSON cannot hold, such as a Map: a bug of the action
 * @throws PlatformError when the text is longer than any reader accepts
 */
function encodeEvidenceFile(evidence, maxBytes) {
    (0,plain_json/* assertPlainJson */.zm)(evidence);
    const text = `${JSON.stringify({ schema: 'testwarden.evidence/1', ...evidence })}\n`;
    if ((0,byte_length/* byteLength */.d)(text) <= maxBytes)
        return text;
    throw new errors/* PlatformError */.Wk(`the evidence of ${evidence.action} is ${(0,byte_length/* byteLength */.d)(text)} bytes long; at most ${maxBytes} may travel between jobs`, { remedy: 'give the gate fewer reports in one job, for example one component each' });
}
//# sourceMappingURL=encode-evidence.js.map
// EXTERNAL MODULE: ./packages/core/lib/render/redact-texts.js
var redact_texts = __webpack_require__(4508);
// EXTERNAL MODULE: ./packages/platform/lib/files/failure.js
var failure = __webpack_require__(1403);
// EXTERNAL MODULE: ./packages/platform/lib/history/fs-error.js
var fs_error = __webpack_require__(2324);
;// CONCATENATED MODULE: ./packages/platform/lib/step-files.js









const compress = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
/** More steps of one name than any job has. */
const MAX_FOLDERS = 1000;
/**
 * Makes a folder that nobody had before. GITHUB_ACTION names it, but two steps inside one composite action share that
 * name, and what an earlier step left under it must be neither overwritten nor taken for ours.
 * @throws PlatformError when the temporary folder refuses
 */
async function openStepFolder({ temporaryFolder, step, redact }) {
    const folder = await makeOwnFolder((0,external_node_path_.join)(temporaryFolder, 'testwarden'), folderName(step));
    return {
        writeVerdict: (text) => write((0,external_node_path_.join)(folder, 'verdict.v1.json'), text),
        async writeEvidence({ definition, evidence }) {
            if (evidence === null)
                return null;
            const text = encodeEvidenceFile((0,redact_texts/* redactTexts */.S)(evidence, redact), definition.maxEvidenceBytes);
            return write((0,external_node_path_.join)(folder, evidenceName(definition)), await compress(text));
        },
    };
}
function folderName(step) {
    return step.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 100) || 'step';
}
async function makeOwnFolder(parent, name) {
    try {
        await (0,promises_.mkdir)(parent, { recursive: true });
        for (let number = 1; number <= MAX_FOLDERS; number++) {
            const folder = (0,external_node_path_.join)(parent, number === 1 ? name : `${name}-${number}`);
            if (await isMadeByUs(folder))
                return folder;
        }
    }
    catch (cause) {
        throw unwritable((0,external_node_path_.join)(parent, name), (0,failure/* messageOf */.u)(cause), cause);
    }
    throw unwritable((0,external_node_path_.join)(parent, name), `${MAX_FOLDERS} folders of this name exist`, undefined);
}
async function isMadeByUs(folder) {
    try {
        await (0,promises_.mkdir)(folder);
        return true;
    }
    catch (error) {
        if ((0,fs_error/* fsErrorCode */.x)(error) === 'EEXIST')
            return false;
        throw error;
    }
}
function evidenceName({ gate }) {
    return `${gate}.evidence.v1.json.gz`;
}
async function write(path, content) {
    try {
        await (0,promises_.writeFile)(path, content, { flag: 'wx' });
        return path;
    }
    catch (cause) {
        throw unwritable(path, (0,failure/* messageOf */.u)(cause), cause);
    }
}
function unwritable(path, reason, cause) {
    return new errors/* PlatformError */.Wk(`Cannot write ${path}: ${reason}`, {
        cause,
        remedy: 'Let RUNNER_TEMP (or the temporary folder of the system) be writable and not full.',
    });
}
//# sourceMappingURL=step-files.js.map

/***/ }),

/***/ 5153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LF: () => (/* binding */ chosenGates),
/* harmony export */   bG: () => (/* binding */ soleGate),
/* harmony export */   kr: () => (/* binding */ allGates)
/* harmony export */ });
/* harmony import */ var _testwarden_core_action_shared_config__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9558);
/* harmony import */ var _testwarden_core_config_file_config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2483);
/* harmony import */ var _testwarden_core_config_suggest__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6358);
/* harmony import */ var _testwarden_core_config_walk_section__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5341);
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6688);





function soleGate(definition) {
    const fields = [definition.config, _testwarden_core_action_shared_config__WEBPACK_IMPORTED_MODULE_0__/* .sharedConfig */ .s, _testwarden_core_config_file_config__WEBPACK_IMPORTED_MODULE_1__/* .fileConfig */ .X].flatMap((section) => [...(0,_testwarden_core_config_walk_section__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(section)]);
    const settingInputs = fields.map(({ field }) => field.input).filter((name) => name !== null);
    return { id: definition.id, definitions: [definition], withoutInput: 'is-an-error', settingInputs };
}
/** Every gate in one step. Settings of a gate come from the config file, so that one step stays one step to configure. */
function allGates(definitions) {
    const settingInputs = [...(0,_testwarden_core_config_walk_section__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(_testwarden_core_config_file_config__WEBPACK_IMPORTED_MODULE_1__/* .fileConfig */ .X)].map(({ field }) => field.input).filter((name) => name !== null);
    return { id: 'gates', definitions, withoutInput: 'is-left-out', settingInputs };
}
/**
 * The gates that the inputs `only` and `skip` leave of a suite.
 * @throws ConfigurationError for a word that is no gate, and when none is left
 */
function chosenGates({ definitions }, host) {
    const only = namedGates(host.input('only'), definitions);
    const skip = namedGates(host.input('skip'), definitions);
    const chosen = definitions.filter(({ gate }) => (only.size === 0 || only.has(gate)) && !skip.has(gate));
    if (chosen.length > 0)
        return chosen;
    throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1('The inputs `only` and `skip` leave no gate.', {
        remedy: `Gates: ${definitions.map(({ gate }) => gate).join(', ')}.`,
    });
}
function namedGates(text, definitions) {
    const known = definitions.map(({ gate }) => gate);
    const words = text.split(/[\s,]+/).filter((word) => word !== '');
    for (const word of words)
        if (!known.includes(word))
            throw unknownGate(word, known);
    return new Set(words);
}
function unknownGate(word, known) {
    const near = (0,_testwarden_core_config_suggest__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .Z)(word, known);
    return new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1(`There is no gate ${JSON.stringify(word)}.`, {
        remedy: near === null ? `Gates: ${known.join(', ')}.` : `Did you mean ${near}?`,
    });
}
//# sourceMappingURL=suite.js.map

/***/ }),

/***/ 4061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TW: () => (/* binding */ checkSwitches),
/* harmony export */   ke: () => (/* binding */ wantsAnnotations),
/* harmony export */   vG: () => (/* binding */ isDryRun)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);

const SWITCHES = ['annotations', 'dry-run'];
/** @throws ConfigurationError for a switch that is neither on nor off: a typo must not decide what is written */
function checkSwitches(host) {
    for (const name of SWITCHES) {
        const given = host.input(name);
        if (given !== '' && given !== 'true' && given !== 'false')
            throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`The input ${name} is ${JSON.stringify(given.slice(0, 80))}, which is not valid.`, {
                remedy: 'Write true or false.',
            });
    }
}
/** Anything but a plain no: when in doubt nothing is written. */
function isDryRun(host) {
    const given = host.input('dry-run');
    return given !== '' && given !== 'false';
}
/** Beside the lines, whoever shows them there: the step or the check run. */
function wantsAnnotations(host) {
    return host.input('annotations') !== 'false';
}
//# sourceMappingURL=switches.js.map

/***/ })

};
