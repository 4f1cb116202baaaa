export const id = 235;
export const ids = [235];
export const modules = {

/***/ 235:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _testwarden_formats_diff_read_unified_diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(122);
/* harmony import */ var _testwarden_platform_run_action__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9460);
/* harmony import */ var _testwarden_platform_suite__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5153);
/* harmony import */ var _testwarden_suite_gates__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5874);




await (0,_testwarden_platform_run_action__WEBPACK_IMPORTED_MODULE_1__/* .runSuite */ .og)((0,_testwarden_platform_suite__WEBPACK_IMPORTED_MODULE_2__/* .allGates */ .kr)(_testwarden_suite_gates__WEBPACK_IMPORTED_MODULE_3__/* .GATES */ .J), _testwarden_formats_diff_read_unified_diff__WEBPACK_IMPORTED_MODULE_0__/* .readGitDiff */ .y);
//# sourceMappingURL=main.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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

/***/ 9460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cs: () => (/* binding */ runAction),
  og: () => (/* binding */ runSuite)
});

// UNUSED EXPORTS: runStep

// EXTERNAL MODULE: ./packages/platform/lib/action-host.js
var action_host = __webpack_require__(4506);
// EXTERNAL MODULE: ./packages/platform/lib/attempt.js
var attempt = __webpack_require__(6548);
// EXTERNAL MODULE: ./packages/platform/lib/deliver-bug.js
var deliver_bug = __webpack_require__(2179);
// EXTERNAL MODULE: ./packages/platform/lib/deliver-step.js + 9 modules
var deliver_step = __webpack_require__(8580);
// EXTERNAL MODULE: ./packages/platform/lib/judge-gates.js + 2 modules
var judge_gates = __webpack_require__(6123);
// EXTERNAL MODULE: ./packages/platform/lib/log.js
var lib_log = __webpack_require__(8127);
// EXTERNAL MODULE: ./packages/core/lib/render/redact-texts.js
var redact_texts = __webpack_require__(4508);
// EXTERNAL MODULE: ./packages/platform/lib/clock.js
var clock = __webpack_require__(1107);
// EXTERNAL MODULE: ./packages/platform/lib/exec.js
var exec = __webpack_require__(8116);
// EXTERNAL MODULE: ./packages/platform/lib/files.js + 5 modules
var lib_files = __webpack_require__(3564);
// EXTERNAL MODULE: ./packages/platform/lib/git.js + 7 modules
var lib_git = __webpack_require__(2827);
// EXTERNAL MODULE: ./packages/platform/lib/github/client.js + 7 modules
var client = __webpack_require__(6290);
// EXTERNAL MODULE: ./packages/platform/lib/history/open-history.js
var open_history = __webpack_require__(949);
// EXTERNAL MODULE: ./packages/platform/lib/read-accepts.js
var read_accepts = __webpack_require__(8153);
// EXTERNAL MODULE: ./packages/platform/lib/read-config-file.js
var read_config_file = __webpack_require__(1543);
// EXTERNAL MODULE: ./packages/platform/lib/read-policy.js
var read_policy = __webpack_require__(404);
// EXTERNAL MODULE: ./packages/platform/lib/redaction.js
var redaction = __webpack_require__(6288);
// EXTERNAL MODULE: ./packages/platform/lib/run-context/bare-run.js
var bare_run = __webpack_require__(4953);
// EXTERNAL MODULE: ./packages/platform/lib/run-context/event-facts.js
var event_facts = __webpack_require__(7091);
// EXTERNAL MODULE: ./packages/core/lib/baseline/comparison.js
var comparison = __webpack_require__(1368);
// EXTERNAL MODULE: ./packages/core/lib/model/sentence.js
var sentence = __webpack_require__(9522);
// EXTERNAL MODULE: ./packages/platform/lib/machine.js
var machine = __webpack_require__(8024);
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
;// CONCATENATED MODULE: ./packages/platform/lib/run-context/merge-base.js

/** By git where it knows both commits and the way between them, else as GitHub computes it. */
async function resolveMergeBase({ of: [base, head], branch }, { git, github }) {
    const local = await mergeBaseByGit(git, { base, head, branch });
    if (local !== null)
        return { kind: 'commit', sha: local, origin: 'merge-base' };
    if (github === null)
        return noMergeBase('it is not in this clone, and there is no token to ask GitHub with');
    try {
        return { kind: 'commit', sha: await github.mergeBase(branch, head), origin: 'merge-base' };
    }
    catch (error) {
        if (error instanceof errors/* PlatformError */.Wk)
            return noMergeBase(error.message, error.permission);
        throw error;
    }
}
/**
 * The event's base is frozen, and the branch's tip may be stale in a workspace that is kept between jobs: of both merge
 * bases the later one is right, because each is an ancestor of the head.
 */
async function mergeBaseByGit(git, { base, head, branch }) {
    const tip = await git.resolve(`refs/remotes/origin/${branch}`);
    const atEvent = await git.mergeBase(base, head);
    const atTip = tip === null || tip === base ? atEvent : await git.mergeBase(tip, head);
    if (atEvent === null || atTip === null || atEvent === atTip)
        return atTip ?? atEvent;
    return (await git.mergeBase(atEvent, atTip)) === atEvent ? atTip : atEvent;
}
function noMergeBase(why, permission = null) {
    return {
        kind: 'unknown',
        reason: `the commit where the pull request left its base branch is not known: ${why}`,
        remedy: permission === null
            ? 'pass `github-token`, or set `fetch-depth: 0` in actions/checkout'
            : `add \`permissions: ${permission}\` to the job, or set \`fetch-depth: 0\` in actions/checkout`,
    };
}
//# sourceMappingURL=merge-base.js.map
// EXTERNAL MODULE: ./packages/platform/lib/run-context/run-key.js
var run_key = __webpack_require__(5950);
;// CONCATENATED MODULE: ./packages/platform/lib/run-context.js






/**
 * Where and on what a job runs, and what its tree is compared with. A base that cannot be had is part of the answer,
 * with its reason: the gates that need none still judge.
 * @throws ConfigurationError for `pull_request_target` and an ill-formed matrix
 * @throws PlatformError when the checkout cannot be read
 */
async function describeRun(facts) {
    const { env, git, clock } = facts;
    const event = (0,event_facts/* readEventFacts */._r)(facts.eventPayload);
    const plan = (0,comparison/* planComparison */.d)(await comparisonFacts(facts, event));
    return {
        key: (0,run_key/* describeKey */.R)(env, facts),
        event: env.GITHUB_EVENT_NAME ?? '',
        repository: env.GITHUB_REPOSITORY || null,
        serverUrl: env.GITHUB_SERVER_URL || null,
        branch: event.headBranch ?? branchOf(env.GITHUB_REF ?? ''),
        pullRequest: plan.pullRequest,
        testedSha: (0,event_facts/* shaOrNull */.B4)(plan.testedSha),
        headSha: (0,event_facts/* shaOrNull */.B4)(plan.headSha),
        base: asTold(git.absence === 'no-git' ? NO_GIT : await resolveBase(plan, { git, github: facts.github })),
        isBaseline: plan.isBaseline && (0,event_facts/* shaOrNull */.B4)(plan.testedSha) !== null,
        now: clock.now().toISOString(),
        machine: (0,machine/* describeMachine */.F)(env),
    };
}
async function comparisonFacts({ env, git }, event) {
    return {
        event: env.GITHUB_EVENT_NAME ?? '',
        ref: env.GITHUB_REF ?? '',
        sha: env.GITHUB_SHA ?? '',
        defaultBranch: event.defaultBranch,
        pullRequest: event.pullRequest,
        mergeGroup: event.mergeGroup,
        workspace: await workspaceCommit(git, event),
    };
}
async function workspaceCommit(git, { pullRequest }) {
    if (git.absence !== null)
        return null;
    const sha = await git.headSha();
    // Only a pull request's merge commit is asked for its parents, and each question is a process.
    return { sha, parents: pullRequest === null ? [] : await git.parents(sha) };
}
async function resolveBase({ base }, sources) {
    switch (base.kind) {
        case 'history':
        case 'unknown':
            return base;
        case 'merge-base':
            return resolveMergeBase(base, sources);
        case 'first-parent':
            return { kind: 'commit', sha: base.sha, origin: 'first-parent' };
        case 'commit':
            return { kind: 'commit', sha: base.sha, origin: 'merge-group' };
    }
}
/** Where git is missing altogether, that is the one thing to mend. */
const NO_GIT = {
    kind: 'unknown',
    reason: 'git is not installed on this machine, so the changed lines are not known',
    remedy: 'install git in an earlier step, or use a runner image that has it',
};
function asTold(base) {
    if (base.kind !== 'unknown')
        return base;
    return { ...base, reason: (0,sentence/* asSentence */.K)(base.reason), remedy: (0,sentence/* asSentence */.K)(base.remedy) };
}
function branchOf(ref) {
    return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
}
//# sourceMappingURL=run-context.js.map
// EXTERNAL MODULE: ./packages/platform/lib/switches.js
var switches = __webpack_require__(4061);
;// CONCATENATED MODULE: ./packages/platform/lib/open-step.js
















/** Reads inputs, config and event. A step always opens: what fails becomes a problem that its page tells. */
async function openStep({ suite, parseDiff, host, log }) {
    const { env, workspace } = host;
    const problems = [];
    keep(await (0,attempt/* attempt */.C)(() => (0,switches/* checkSwitches */.TW)(host)), problems);
    const git = (0,lib_git/* createGit */.l)({ workspace, env, token: host.input('github-token') || null, parseDiff, log });
    const files = (0,lib_files/* createWorkspaceFiles */.f)({ root: workspace, reach: 'workspace' });
    const file = keep(await (0,attempt/* attempt */.C)(() => (0,read_config_file/* readConfigFile */.RG)(files, namedConfig(host))), problems);
    const accepts = keep(await (0,attempt/* attempt */.C)(() => (0,read_accepts/* readAcceptsFile */._E)(files)), problems) ?? [];
    const tested = { inputs: inputsOf(suite, host), file };
    const github = keep(await (0,attempt/* attempt */.C)(() => connect(host)), problems);
    const described = keep(await (0,attempt/* attempt */.C)(() => describeStep({ suite, host, git, github })), problems);
    // Names of branches, workflows and matrix cells go into records too, whose keys must be the same when they are read.
    const run = (0,redact_texts/* redactTexts */.S)(described ?? (0,bare_run/* bareRun */.u)(env, suite.id), await (0,redaction/* redactorOf */.y)(tested));
    const sources = described === null ? tested : { ...tested, ...(await policyOf({ host, git, run: described, accepts })) };
    const history = keep(await (0,attempt/* attempt */.C)(() => (0,open_history/* openHistory */.j)(sources, { workspace, env, token: host.input('github-token') || null })), problems);
    const ports = { files, git, exec: (0,exec/* createExec */.k)({ cwd: workspace, env }), clock: clock/* systemClock */.m, log, github, history };
    return { host, log, git, run, sources, ports, problems };
}
async function policyOf({ host, git, run, accepts, }) {
    const event = (0,event_facts/* readChangeFacts */.kp)(await host.eventPayload());
    return (0,read_policy/* readPolicy */.T)({ git, run, event, accepts, workspace: host.workspace, config: namedConfig(host) });
}
function keep(tried, problems) {
    if (tried.ok)
        return tried.value;
    problems.push(tried.problem);
    return null;
}
async function describeStep({ suite, host, git, github, }) {
    const eventPayload = await host.eventPayload();
    const matrix = host.input('matrix');
    return describeRun({ env: host.env, eventPayload, git, github, clock: clock/* systemClock */.m, action: suite.id, matrix });
}
/** null: nobody named one, so a missing file is fine. */
function namedConfig(host) {
    const path = host.input('config');
    return path === '' || path === read_config_file/* DEFAULT_CONFIG_PATH */.Bi ? null : path;
}
function inputsOf({ settingInputs }, host) {
    return new Map(settingInputs.map((name) => [name, host.input(name)]));
}
function connect(host) {
    const token = host.input('github-token');
    const { GITHUB_REPOSITORY: repository, GITHUB_API_URL: apiUrl } = host.env;
    return token === '' || !repository || !apiUrl ? null : (0,client/* createGitHub */.C)({ token, repository, apiUrl });
}
//# sourceMappingURL=open-step.js.map
// EXTERNAL MODULE: ./packages/platform/lib/suite.js
var lib_suite = __webpack_require__(5153);
;// CONCATENATED MODULE: ./packages/platform/lib/run-action.js








/** Runs one gate in a job. */
function runAction(definition, parseDiff) {
    return runSuite((0,lib_suite/* soleGate */.bG)(definition), parseDiff);
}
/** Runs one step of a job, from its inputs to its exit code: read, judge, show, write. */
async function runSuite(suite, parseDiff) {
    const { env } = process;
    const log = (0,lib_log/* createActionLog */.rg)((text) => process.stdout.write(text), env.RUNNER_DEBUG === '1' ? 'debug' : 'normal');
    const opening = { suite, parseDiff, host: (0,action_host/* createActionHost */.$)(env), log };
    // What nobody awaits would end the process with 1, which means that a gate failed.
    process.once('uncaughtException', (error) => void (0,deliver_bug/* deliverBug */.I)(opening, error).then((code) => process.exit(code)));
    process.exitCode = await runStep(opening);
}
/**
 * The one place where errors become messages. A step always says something and always writes its verdict file.
 * @returns the exit code; never throws
 */
async function runStep(opening) {
    try {
        return await judgeAndDeliver(opening);
    }
    catch (error) {
        return (0,deliver_bug/* deliverBug */.I)(opening, error);
    }
}
async function judgeAndDeliver(opening) {
    const step = await openStep(opening);
    try {
        return await (0,deliver_step/* deliverStep */.C)(step, await judgeStep(opening.suite, step));
    }
    finally {
        await step.git.dispose();
    }
}
/** A step that cannot start is one gate that could not be asked. */
async function judgeStep(suite, { host, problems, sources, run, ports }) {
    const [first] = suite.definitions;
    if (first === undefined)
        throw new TypeError(`the suite ${suite.id} has no gate`);
    if (problems.length > 0)
        return [(0,judge_gates/* unaskable */.ph)(first, problems)];
    const judged = await (0,attempt/* attempt */.C)(() => {
        const { withoutInput } = suite;
        return (0,judge_gates/* judgeGates */.y8)({ definitions: (0,lib_suite/* chosenGates */.LF)(suite, host), sources, run, ports, withoutInput });
    });
    if (!judged.ok)
        return [(0,judge_gates/* unaskable */.ph)(first, [judged.problem])];
    return judged.value.length > 0 ? judged.value : [(0,judge_gates/* unaskable */.ph)(first, suite.definitions.map(judge_gates/* noInput */.Mo))];
}
//# sourceMappingURL=run-action.js.map

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
