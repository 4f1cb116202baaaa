export const id = 185;
export const ids = [185];
export const modules = {

/***/ 6197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ coverageGate)
});

;// CONCATENATED MODULE: ./packages/core/lib/action/define-action.js
/** Ties the type parameters of a definition together; adds nothing. */
function defineAction(definition) {
    return definition;
}
//# sourceMappingURL=define-action.js.map
// EXTERNAL MODULE: ./packages/formats/lib/coverage/registry.js + 51 modules
var registry = __webpack_require__(1482);
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/acceptable-rules.js
/** Every rule of this gate that holds a measured value against a limit. */
const ACCEPTABLE_RULES = [
    ...['patch-line', 'patch-branch', 'project-line', 'project-branch', 'project-statement', 'project-function'].map((ruleId) => ({ ruleId, unit: 'percent', subject: null })),
    { ruleId: 'drop', unit: 'points', subject: null },
    { ruleId: 'critical-module', unit: 'percent', subject: 'the files of the module, as the config has them' },
];
//# sourceMappingURL=acceptable-rules.js.map
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/core/lib/model/record-key.js
var record_key = __webpack_require__(920);
;// CONCATENATED MODULE: ./packages/core/lib/model/join-evidence.js

/**
 * The evidence of one run that had read everything that the parts read; what becomes of the facts is for their action to
 * say. Any order and grouping of parts gives the same: lists are sets in a fixed order, and of the runs the first in
 * that order is kept.
 * @param joinFacts must not depend on order or grouping either
 * @throws TypeError when there are no parts
 */
function joinEvidence(parts, joinFacts) {
    const [first] = parts;
    const [run] = asSet(parts.map((part) => part.run));
    if (first === undefined || run === undefined)
        throw new TypeError('there is no evidence to merge');
    return {
        action: first.action,
        run,
        facts: joinFacts(parts.map(({ facts }) => facts)),
        problems: asSet(parts.flatMap(({ problems }) => problems)),
        observations: asSet(parts.flatMap(({ observations }) => observations)),
    };
}
/** Each value once, in the order of its canonical text. */
function asSet(values) {
    const byText = new Map(values.map((value) => [(0,record_key/* canonicalJson */.d)(value), value]));
    return [...byText].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
}
//# sourceMappingURL=join-evidence.js.map
// EXTERNAL MODULE: ./packages/intake/lib/discovery.js
var discovery = __webpack_require__(8596);
// EXTERNAL MODULE: ./packages/core/lib/model/coverage-totals.js
var coverage_totals = __webpack_require__(7985);
// EXTERNAL MODULE: ./packages/intake/lib/merge-coverage.js + 1 modules
var merge_coverage = __webpack_require__(2650);
;// CONCATENATED MODULE: ./packages/intake/lib/suffix-index.js
/** Enough to tell that a match is ambiguous and to show between what. */
const MAX_PATHS = 5;
/**
 * Paths sorted by their components from the last to the first: those that share an ending lie side by side, so a binary
 * search finds the longest ending, however often a file name such as `index.ts` occurs.
 * @param fold applied to both sides, such as lower-casing
 */
function createSuffixIndex(paths, fold) {
    const entries = paths.map((path) => ({ path, key: reversed(fold(path).split('/')) }));
    entries.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
    return {
        longestMatch(parts) {
            const key = reversed(parts.map(fold));
            const at = firstNotBelow(entries, key);
            const depth = Math.max(commonDepth(entries[at - 1]?.key, key), commonDepth(entries[at]?.key, key));
            if (depth === 0)
                return { depth, paths: [] };
            const matches = [];
            for (let i = at - 1; matches.length < MAX_PATHS && commonDepth(entries[i]?.key, key) === depth; i--)
                matches.push(entries[i]?.path ?? '');
            for (let i = at; matches.length < MAX_PATHS && commonDepth(entries[i]?.key, key) === depth; i++)
                matches.push(entries[i]?.path ?? '');
            return { depth, paths: matches.sort() };
        },
    };
}
function reversed(parts) {
    return `${[...parts].reverse().join('/')}/`;
}
function firstNotBelow(entries, key) {
    let low = 0;
    let high = entries.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((entries[middle]?.key ?? '') < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function commonDepth(known, key) {
    if (known === undefined)
        return 0;
    let depth = 0;
    for (let i = 0; i < known.length && i < key.length && known[i] === key[i]; i++)
        if (known[i] === '/')
            depth++;
    return depth;
}
//# sourceMappingURL=suffix-index.js.map
;// CONCATENATED MODULE: ./packages/intake/lib/written-path.js
/** Longer texts are no paths. */
const MAX_PATH_CHARACTERS = 4096;
const URL = /^([a-z][a-z0-9+.-]+):\/\/(.*)$/is;
const DRIVE = /^[a-z]:/i;
/**
 * Reads Windows paths (`C:\a`, `D:/a`, mixed, UNC), `file://` and other URLs, `./`, `a/./b` and `../`.
 * Leading dots of hidden folders stay. A `..` that leads above the start is dropped: the start is unknown anyway.
 */
function parseWrittenPath(written) {
    if (written.length > MAX_PATH_CHARACTERS)
        return null;
    const url = URL.exec(written);
    const plain = url === null ? written : decode((url[2] ?? '').replace(/[?#].*$/s, ''));
    const slashed = plain.replaceAll('\\', '/');
    const parts = [];
    for (const part of slashed.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return { isAbsolute: url !== null || slashed.startsWith('/') || DRIVE.test(slashed), parts };
}
/** A percent sign that encodes nothing is meant as it is. */
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** `file` below `folder`; an absolute file stands alone. */
function joinPaths(folder, file) {
    if (file.isAbsolute)
        return file;
    return { isAbsolute: folder.isAbsolute, parts: [...folder.parts, ...file.parts] };
}
/**
 * Folders in which CI services and common container images check a repository out, and the prefix of deterministic
 * .NET builds. `*` stands for one component.
 */
const CHECKOUT_FOLDERS = [
    ['home', 'runner', 'work', '*', '*'],
    ['Users', 'runner', 'work', '*', '*'],
    ['*:', 'a', '*', '*'],
    ['__w', '*', '*'],
    ['github', 'workspace'],
    ['_'],
    ['builds', '*', '*'],
    ['home', 'circleci', 'project'],
    ['home', 'circleci', '*'],
    ['home', 'travis', 'build', '*', '*'],
    ['bitbucket', 'pipelines', 'agent', 'build'],
    ['drone', 'src'],
    ['azp', '_work', '*', 's'],
    ['home', 'vsts', 'work', '*', 's'],
    ['var', 'jenkins_home', 'workspace', '*'],
    ['usr', 'src', 'app'],
    ['workspaces', '*'],
    ['workspace'],
    ['app'],
];
/** What remains of an absolute path below a folder where repositories are known to be checked out; null elsewhere. */
function stripCheckoutFolder(path) {
    if (!path.isAbsolute)
        return null;
    const folder = CHECKOUT_FOLDERS.find((candidate) => startsWithFolder(path.parts, candidate));
    return folder === undefined ? null : path.parts.slice(folder.length);
}
function startsWithFolder(parts, folder) {
    return folder.every((expected, index) => {
        const part = parts[index];
        if (part === undefined)
            return false;
        if (expected === '*:')
            return DRIVE.test(part);
        return expected === '*' || expected === part;
    });
}
//# sourceMappingURL=written-path.js.map
;// CONCATENATED MODULE: ./packages/intake/lib/resolve-paths.js


/** A report with more sources than this is not believed further: each would be tried for each of its files. */
const MAX_SOURCES = 32;
/**
 * Maps the paths of reports to tracked files. Reports name files relative to where a tool ran, below folders of build
 * machines and containers, with drives, URLs or another case; a wrong guess would blame the wrong file, so every step
 * needs a single answer. Steps, the first answer wins: below one of the report's sources, below the workspace, as
 * written, without the folder where the repository was checked out, below the user's roots, in another case, by the
 * longest ending of at least a folder and a name, by the name of a file in the repository's root.
 */
function createPathResolver({ trackedFiles, roots, workspacePrefix = '' }) {
    if (trackedFiles === null)
        return { resolve: tidyUp, explain: () => ({ tried: [], candidates: [] }) };
    const tree = createTree(trackedFiles);
    const places = { roots: parseAll(roots), workspace: parseWrittenPath(workspacePrefix)?.parts ?? [] };
    const search = (written, sources) => {
        // A backslash may be part of a name where names may have one.
        if (written.includes('\\') && tree.has(written))
            return answer([written], 'exact');
        const path = parseWrittenPath(written);
        if (path === null || path.parts.length === 0)
            return { found: null, candidates: [] };
        return searchTree({ path, sources: parseAll(sources.slice(0, MAX_SOURCES)), ...places }, tree);
    };
    return {
        resolve: (written, sources) => search(written, sources).found,
        explain: (written, sources) => ({
            tried: rewritesOf(written, sources, places),
            candidates: search(written, sources).candidates,
        }),
    };
}
function createTree(trackedFiles) {
    const tracked = new Set(trackedFiles);
    const folded = lazily(() => foldCases(trackedFiles));
    return {
        has: (path) => tracked.has(path),
        inAnyCase: (path) => folded().get(path.toLowerCase()) ?? null,
        suffixes: lazily(() => createSuffixIndex(trackedFiles, (text) => text)),
    };
}
/** null for names that differ in nothing but case: they answer to nobody. */
function foldCases(paths) {
    const folded = new Map();
    for (const path of paths) {
        const key = path.toLowerCase();
        folded.set(key, folded.has(key) ? null : path);
    }
    return folded;
}
function searchTree(wanted, tree) {
    const steps = rewrites(wanted);
    for (const { how, paths } of steps) {
        const hits = unique(paths.filter((path) => tree.has(path)));
        if (hits.length > 0)
            return answer(hits, how);
    }
    for (const { paths } of steps) {
        const hits = unique(paths.map((path) => tree.inAnyCase(path)).filter((path) => path !== null));
        if (hits.length > 0)
            return answer(hits, 'case');
    }
    return searchSuffix(wanted, tree);
}
function answer(hits, how) {
    const [only] = hits;
    return hits.length === 1 && only !== undefined
        ? { found: { path: only, how }, candidates: [] }
        : { found: null, candidates: hits };
}
/** Whole paths that may be tracked as they stand, in the order in which they are believed. */
function rewrites({ path, sources, roots, workspace }) {
    const text = path.parts.join('/');
    const below = path.isAbsolute ? [] : sources.flatMap((source) => belowSource(source, path));
    const stripped = stripCheckoutFolder(path);
    return [
        { how: 'source', paths: below },
        { how: 'workspace', paths: belowWorkspace(workspace, path, below) },
        { how: 'exact', paths: [text] },
        { how: 'checkout-folder', paths: stripped === null ? [] : [stripped.join('/')] },
        { how: 'root', paths: roots.flatMap((root) => belowRoot(root, path)) },
    ];
}
/** A source that names no folder of the repository decides nothing here; its join still serves the longest ending. */
function belowSource(source, path) {
    const folder = source.isAbsolute ? stripCheckoutFolder(source) : source.parts;
    return folder === null || folder.length === 0 ? [] : [[...folder, ...path.parts].join('/')];
}
/** Tools that ran in a subfolder write paths, and sources, relative to it. */
function belowWorkspace(workspace, path, below) {
    if (workspace.length === 0 || path.isAbsolute)
        return [];
    return [...below, path.parts.join('/')].map((text) => `${workspace.join('/')}/${text}`);
}
function belowRoot(root, path) {
    if (!path.isAbsolute && !root.isAbsolute)
        return [[...root.parts, ...path.parts].join('/')];
    const isInside = path.isAbsolute && root.parts.every((part, index) => part === path.parts[index]);
    return isInside ? [path.parts.slice(root.parts.length).join('/')] : [];
}
/** A file name alone is no evidence, unless it is unique and lies in the repository's root. */
function searchSuffix({ path, sources }, tree) {
    // What was installed from elsewhere may share its last folders with files of the repository by accident.
    if (path.parts.includes('node_modules'))
        return { found: null, candidates: [] };
    const candidates = [path, ...sources.map((source) => joinPaths(source, path))];
    const matches = candidates.map(({ parts }) => tree.suffixes().longestMatch(parts));
    const depth = Math.max(...matches.map((match) => match.depth));
    const paths = unique(matches.filter((match) => match.depth === depth).flatMap((match) => match.paths));
    if (depth >= 2)
        return answer(paths, 'suffix');
    const [only] = paths;
    const isAtRoot = only !== undefined && !only.includes('/') && candidates.some(({ isAbsolute }) => isAbsolute);
    return depth === 1 && paths.length === 1 && isAtRoot ? answer(paths, 'file-name') : { found: null, candidates: paths };
}
function rewritesOf(written, sources, places) {
    const path = parseWrittenPath(written);
    if (path === null)
        return [];
    const parsed = parseAll(sources.slice(0, MAX_SOURCES));
    const joined = parsed.map((source) => joinPaths(source, path).parts.join('/'));
    const steps = rewrites({ path, sources: parsed, ...places });
    return unique([...steps.flatMap((step) => step.paths), ...joined]);
}
function tidyUp(written) {
    const path = parseWrittenPath(written);
    if (path === null || path.parts.length === 0)
        return null;
    const parts = stripCheckoutFolder(path) ?? path.parts;
    return { path: parts.join('/'), how: 'unchecked' };
}
function parseAll(paths) {
    return paths.map(parseWrittenPath).filter((path) => path !== null);
}
function unique(paths) {
    return [...new Set(paths)];
}
function lazily(make) {
    let made = null;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
//# sourceMappingURL=resolve-paths.js.map
;// CONCATENATED MODULE: ./packages/intake/lib/fold-coverage.js




/** Folds reports one by one: of each only a summary and its part of the merged model remain. */
function createCoverageFold({ paths, isIgnored }) {
    const resolver = createPathResolver(paths);
    const merger = (0,merge_coverage/* createCoverageMerger */.J)();
    const untracked = new Set();
    const reports = [];
    const problems = [];
    const unmatched = [];
    const notes = [];
    return {
        add(report) {
            if (!report.ok)
                return void problems.push(problemOf(report.error));
            if (report.duplicateOf !== null)
                return void notes.push(`${report.path} has the same content as ${report.duplicateOf} and was counted once.`);
            const resolved = resolveFiles(report.model, resolver, isIgnored);
            if (unmatched.length < DESCRIBED_IN_ALL)
                unmatched.push(...describeUnmatched(report, resolved.unmatched, resolver));
            if (report.model.sources.length > MAX_SOURCES)
                notes.push(`${report.path} names ${report.model.sources.length} sources: only the first ${MAX_SOURCES} were tried.`);
            if (isMismatch(resolved))
                return void problems.push(problemOf(mismatch(report, resolved, resolver)));
            if (report.partial)
                problems.push(problemOf(endsEarly(report.path)));
            for (const file of resolved.matched)
                merger.add(file);
            for (const file of resolved.unmatched.map(withTidyPath)) {
                untracked.add(file.path);
                merger.add(file);
            }
            reports.push(summaryOf(report));
        },
        result: () => ({
            reports,
            files: merger.files().map((coverage) => ({ coverage, isTracked: !untracked.has(coverage.path) })),
            unmatched,
            notes,
            problems,
        }),
    };
}
function resolveFiles({ files, sources }, resolver, isIgnored) {
    const matched = [];
    const unmatched = [];
    for (const file of files) {
        const resolved = resolver.resolve(file.path, sources);
        if (isIgnored(resolved?.path ?? withTidyPath(file).path))
            continue;
        if (resolved === null)
            unmatched.push(file);
        else
            matched.push({ ...file, path: resolved.path });
    }
    return { matched, unmatched };
}
const tidy = createPathResolver({ trackedFiles: null, roots: [] });
function withTidyPath(file) {
    return { ...file, path: tidy.resolve(file.path, [])?.path ?? file.path.slice(0, 200) };
}
function isMismatch({ matched, unmatched }) {
    return matched.length < unmatched.length;
}
const EXAMPLES = 3;
function mismatch(report, { matched, unmatched }, resolver) {
    const examples = unmatched.slice(0, EXAMPLES).map(({ path }) => {
        const { tried, candidates } = resolver.explain(path, report.model.sources);
        const found = candidates.length === 0 ? '' : ` (known: ${candidates.join(', ')})`;
        return `"${path.slice(0, 200)}" tried as ${tried.map((rewrite) => rewrite.slice(0, 200)).join(', ')}${found}`;
    });
    const message = `Only ${matched.length} of ${matched.length + unmatched.length} files of this report are known here, so it cannot be matched with the code. ${examples.join('; ')}.`;
    return new errors/* ReportError */.$g(message, {
        path: report.path,
        line: null,
        remedy: 'Set `roots` to the folder that these paths are relative to, or to the absolute folder that must be taken off.',
    });
}
const DESCRIBED = 20;
const DESCRIBED_IN_ALL = 200;
function describeUnmatched({ path: report, model }, files, resolver) {
    return files.slice(0, DESCRIBED).map(({ path }) => {
        const { tried, candidates } = resolver.explain(path, model.sources);
        return { report, written: path.slice(0, 500), tried: tried.slice(0, 10), candidates };
    });
}
function endsEarly(path) {
    return new errors/* ReportError */.$g('The report ends early: only what comes before the cut was counted.', {
        path,
        line: null,
        remedy: 'Look at the step that writes it: it may have been stopped, or the disk may be full.',
    });
}
const KEPT_WARNINGS = 20;
function summaryOf({ path, format, model, warnings }) {
    return {
        path,
        format,
        dialect: model.dialect,
        fileCount: model.files.length,
        totals: (0,coverage_totals/* countCoverage */.at)(model.files),
        declared: model.declared,
        warnings: warnings.slice(0, KEPT_WARNINGS),
        warningCount: warnings.length,
    };
}
function problemOf(error) {
    const problem = (0,errors/* toProblem */.H8)(error);
    if (problem === null)
        throw error;
    return problem;
}
//# sourceMappingURL=fold-coverage.js.map
// EXTERNAL MODULE: ./packages/intake/lib/read-reports.js + 4 modules
var read_reports = __webpack_require__(6015);
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/ranges.js
/** `1-5,7`; empty for no line. */
function linesToText(lines) {
    return lines.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}
/** @throws TypeError when the text was not made by {@link linesToText} */
function linesFromText(text) {
    const ranges = [];
    scanRanges(text, (first, last) => ranges.push({ first, last }));
    return ranges;
}
/** How many lines a text means. @throws TypeError as {@link linesFromText} */
function countLinesOfText(text) {
    let count = 0;
    scanRanges(text, (first, last) => {
        count += last - first + 1;
    });
    return count;
}
function scanRanges(text, found) {
    let end = 0;
    for (let at = 0; at < text.length || (at === text.length && at > 0);) {
        const comma = text.indexOf(',', at);
        const stop = comma < 0 ? text.length : comma;
        let dash = at;
        while (dash < stop && text.charCodeAt(dash) !== DASH)
            dash++;
        const first = naturalAt(text, at, dash);
        const last = dash < stop ? naturalAt(text, dash + 1, stop) : first;
        if (!(first > end && last >= first))
            throw new TypeError(`not ascending line ranges: ${text.slice(0, 80)}`);
        found(first, last);
        end = last;
        at = stop + 1;
    }
}
const DASH = 45;
const MAX_DIGITS = 15;
/** NaN for anything but digits. */
function naturalAt(text, start, stop) {
    if (stop === start || stop - start > MAX_DIGITS)
        return Number.NaN;
    let value = 0;
    for (let at = start; at < stop; at++) {
        const digit = text.charCodeAt(at) - 48;
        if (digit < 0 || digit > 9)
            return Number.NaN;
        value = value * 10 + digit;
    }
    return value;
}
function createLineWriter() {
    // Joined at the end: a text that grows piece by piece is kept as a tree of its pieces, many times its size.
    const pieces = [];
    let first = 0;
    let last = 0;
    const flush = () => {
        if (first !== 0)
            pieces.push(first === last ? String(first) : `${first}-${last}`);
        first = 0;
    };
    return {
        add(line) {
            if (first !== 0 && line === last + 1) {
                last = line;
                return;
            }
            flush();
            first = line;
            last = line;
        },
        text() {
            flush();
            return pieces.join(',');
        },
    };
}
function countLines(lines) {
    let count = 0;
    for (const { first, last } of lines)
        count += last - first + 1;
    return count;
}
function unite(left, right) {
    if (left.length === 0)
        return right;
    if (right.length === 0)
        return left;
    const united = [];
    for (const { first, last } of [...left, ...right].sort((a, b) => a.first - b.first)) {
        const open = united.at(-1);
        if (open !== undefined && first <= open.last + 1)
            open.last = Math.max(open.last, last);
        else
            united.push({ first, last });
    }
    return united;
}
function intersect(left, right) {
    const common = [];
    for (let i = 0, j = 0; i < left.length && j < right.length;) {
        const a = left[i];
        const b = right[j];
        if (a === undefined || b === undefined)
            break;
        const first = Math.max(a.first, b.first);
        const last = Math.min(a.last, b.last);
        if (first <= last)
            common.push({ first, last });
        if (a.last < b.last)
            i++;
        else
            j++;
    }
    return common;
}
function subtract(left, right) {
    const rest = [];
    let j = 0;
    for (const { first, last } of left) {
        let at = first;
        while ((right[j]?.last ?? Number.POSITIVE_INFINITY) < at)
            j++;
        for (let k = j;; k++) {
            const hole = right[k];
            if (hole === undefined || hole.first > last)
                break;
            if (hole.first > at)
                rest.push({ first: at, last: hole.first - 1 });
            at = hole.last + 1;
        }
        if (at <= last)
            rest.push({ first: at, last });
    }
    return rest;
}
/** Joins ranges whose gap lies wholly in `bridges`: a blank line does not make two findings out of one. */
function joinOver(lines, bridges) {
    const joined = [];
    for (const { first, last } of lines) {
        const open = joined.at(-1);
        if (open !== undefined && containsRange(bridges, { first: open.last + 1, last: first - 1 }))
            open.last = last;
        else
            joined.push({ first, last });
    }
    return joined;
}
/** Ranges do not touch, so a whole range lies in one of them or in none. */
function containsRange(lines, { first, last }) {
    let low = 0;
    let high = lines.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((lines[middle]?.last ?? 0) < first)
            low = middle + 1;
        else
            high = middle;
    }
    const candidate = lines[low];
    return candidate !== undefined && candidate.first <= first && last <= candidate.last;
}
//# sourceMappingURL=ranges.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/file-facts.js

function encodeFile(file, isTracked) {
    return {
        path: file.path,
        isTracked,
        ...encodeLines(file.lines),
        branches: ascending(file.branches).map(encodeBranch),
        functions: file.functions === null ? null : encodeHits([...file.functions].map(([key, { hits }]) => [key, hits])),
        statements: file.statements === null ? null : encodeHits(file.statements),
    };
}
/** Any order and grouping of merges gives the same facts, and the same as encoding the merged model. */
function mergeFileFacts(left, right) {
    const covered = unite(linesFromText(left.covered), linesFromText(right.covered));
    const listedAsMissed = unite(linesFromText(left.missed), linesFromText(right.missed));
    return {
        path: left.path,
        isTracked: left.isTracked && right.isTracked,
        covered: linesToText(covered),
        missed: linesToText(subtract(listedAsMissed, covered)),
        branches: mergeBranchLists(left.branches, right.branches),
        functions: mergeKnown(left.functions, right.functions),
        statements: mergeKnown(left.statements, right.statements),
    };
}
function countFileFacts(file) {
    const covered = countLinesOfText(file.covered);
    return {
        lines: { covered, total: covered + countLinesOfText(file.missed) },
        branches: file.branches.length === 0 ? null : sumBranches(file.branches),
        functions: file.functions === null ? null : countHitSet(file.functions),
        statements: file.statements === null ? null : countHitSet(file.statements),
    };
}
function sumBranches(branches) {
    let covered = 0;
    let total = 0;
    for (const branch of branches) {
        const count = countBranch(branch);
        covered += count.covered;
        total += count.total;
    }
    return { covered, total };
}
/** The rule of core's `countBranches`, on facts. */
function countBranch({ taken, untaken, counted }) {
    return {
        covered: Math.max(taken.length, counted[0]),
        total: Math.max(taken.length + untaken.length, counted[1]),
    };
}
function encodeLines(lines) {
    const covered = createLineWriter();
    const missed = createLineWriter();
    let last = Number.NEGATIVE_INFINITY;
    let isAscending = true;
    // Millions of lines pass here: forEach makes no object for each, as an iterator does.
    lines.forEach((hits, line) => {
        isAscending &&= line > last;
        last = line;
        if (hits > 0)
            covered.add(line);
        else
            missed.add(line);
    });
    return isAscending ? { covered: covered.text(), missed: missed.text() } : encodeLines(new Map(ascending(lines)));
}
/** Reports mostly list lines in order; this is for the others. */
function ascending(byLine) {
    return [...byLine].sort(([left], [right]) => left - right);
}
function encodeBranch([line, { arms, counted }]) {
    const { covered: taken, missed: untaken } = encodeHits(arms);
    return { line, taken, untaken, counted: [counted.covered, counted.total] };
}
function encodeHits(hits) {
    const covered = [];
    const missed = [];
    for (const [key, count] of hits) {
        if (count > 0)
            covered.push(key);
        else
            missed.push(key);
    }
    return { covered: covered.sort(), missed: missed.sort() };
}
function mergeBranchLists(left, right) {
    const byLine = new Map(left.map((branch) => [branch.line, branch]));
    for (const branch of right) {
        const known = byLine.get(branch.line);
        byLine.set(branch.line, known === undefined ? branch : mergeBranch(known, branch));
    }
    return [...byLine.values()].sort((a, b) => a.line - b.line);
}
function mergeBranch(left, right) {
    const arms = mergeHitSets({ covered: left.taken, missed: left.untaken }, { covered: right.taken, missed: right.untaken });
    return {
        line: left.line,
        taken: arms.covered,
        untaken: arms.missed,
        counted: [Math.max(left.counted[0], right.counted[0]), Math.max(left.counted[1], right.counted[1])],
    };
}
function mergeKnown(left, right) {
    if (left === null)
        return right;
    return right === null ? left : mergeHitSets(left, right);
}
function mergeHitSets(left, right) {
    const covered = new Set([...left.covered, ...right.covered]);
    const missed = new Set([...left.missed, ...right.missed]);
    return { covered: [...covered].sort(), missed: [...missed].filter((key) => !covered.has(key)).sort() };
}
function countHitSet({ covered, missed }) {
    return { covered: covered.length, total: covered.length + missed.length };
}
//# sourceMappingURL=file-facts.js.map
;// CONCATENATED MODULE: ./packages/core/lib/baseline/pick-baseline.js

/**
 * The record to compare with: the nearest ancestor's that has one of the same variant. Records of pull requests and
 * forks are never believed. Of several for one commit (a rerun) the last one counts.
 * @param query.ancestors nearest first, along first parents
 */
function pickBaseline(query) {
    const ways = new Set(query.ancestors);
    const believed = [...query.records].filter(({ trust, testedSha }) => trust === 'default-branch' && ways.has(testedSha));
    const wanted = (0,record_key/* canonicalJson */.d)(query.variant);
    const own = believed.filter((record) => variantText(record) === wanted);
    if (own.length > 0)
        return nearest(own, query.ancestors, 'same-variant');
    const kin = believed.filter(({ key }) => key.matrix === query.variant.matrix);
    // Of two jobs nobody can say which one is meant.
    if (new Set(kin.map(variantText)).size !== 1)
        return null;
    return nearest(kin, query.ancestors, 'stand-in');
}
function nearest(records, ancestors, kinship) {
    const bySha = new Map();
    for (const record of records) {
        const known = bySha.get(record.testedSha);
        if (known === undefined || isLater(record, known))
            bySha.set(record.testedSha, record);
    }
    for (const [distance, sha] of ancestors.entries()) {
        const record = bySha.get(sha);
        if (record !== undefined)
            return { record, distance, kinship };
    }
    return null;
}
function variantText({ key }) {
    return (0,record_key/* canonicalJson */.d)((0,record_key/* variantKeyOf */.a)(key));
}
/** Times may be equal or from two clocks; run and attempt make the choice the same on every machine. */
function isLater(left, right) {
    if (left.time !== right.time)
        return left.time > right.time;
    if (left.key.run !== right.key.run)
        return left.key.run > right.key.run;
    return left.key.attempt > right.key.attempt;
}
//# sourceMappingURL=pick-baseline.js.map
// EXTERNAL MODULE: ./packages/core/lib/render/inline.js
var inline = __webpack_require__(2281);
// EXTERNAL MODULE: ./packages/core/lib/model/count.js
var model_count = __webpack_require__(2576);
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/remember.js
/** A pure function that works only once for the same immutable value: rules, page and outputs ask for the same counts. */
function rememberByKey(compute) {
    const known = new WeakMap();
    return (key) => {
        const remembered = known.get(key) ?? { value: compute(key) };
        known.set(key, remembered);
        return remembered.value;
    };
}
//# sourceMappingURL=remember.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/test-files.js
const TEST_FOLDER = /(^|\/)(tests?|specs?|__tests__|__mocks__|testdata|fixtures|e2e)\//i;
const TEST_NAME = /(^|[._-])(test|tests|spec|specs|conftest)[._-]|Tests?\.\w+$/;
/** By the customs of the usual test runners: `tests/…`, `test_x.py`, `x_test.go`, `x.spec.ts`, `XTest.java`. */
function looksLikeTest(path) {
    return TEST_FOLDER.test(path) || TEST_NAME.test(path.slice(path.lastIndexOf('/') + 1));
}
//# sourceMappingURL=test-files.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/patch.js





/** null when the changed lines are not known. Only changed files are looked into. */
const patchCoverage = rememberByKey(readPatch);
function readPatch(facts) {
    if (facts.changes.kind !== 'known')
        return null;
    const byPath = new Map(facts.files.filter((file) => file.isTracked).map((file) => [file.path, file]));
    const isCoveredKind = coveredKinds(byPath.keys());
    const files = [];
    const unreported = [];
    for (const { path, lines } of facts.changes.files) {
        const file = byPath.get(path);
        if (file !== undefined)
            files.push(patchFile(file, linesFromText(lines)));
        else if (isCoveredKind(path))
            unreported.push(path);
    }
    return { files, lines: sumLines(files), branches: patchBranches(facts, files), unreported };
}
function patchFile(file, changed) {
    const fileCovered = linesFromText(file.covered);
    const covered = intersect(changed, fileCovered);
    const missed = intersect(changed, linesFromText(file.missed));
    return {
        path: file.path,
        covered,
        missed,
        gaps: joinOver(missed, subtract(changed, fileCovered)),
        branches: branchesOn(file.branches, changed),
    };
}
function branchesOn(branches, changed) {
    const lines = branches.map(({ line }) => ({ first: line, last: line }));
    const wanted = new Set(intersect(changed, lines).map(({ first }) => first));
    return branches.filter(({ line }) => wanted.has(line));
}
function sumLines(files) {
    return files.reduce((sum, file) => {
        const covered = countLines(file.covered);
        return (0,model_count/* addCounts */.c5)(sum, { covered, total: covered + countLines(file.missed) });
    }, model_count/* NOTHING_COUNTED */.jA);
}
function patchBranches(facts, files) {
    if (facts.files.every((file) => file.branches.length === 0))
        return null;
    return files.map((file) => sumBranches(file.branches)).reduce(model_count/* addCounts */.c5, model_count/* NOTHING_COUNTED */.jA);
}
/** A kind is an extension. Tests are left out where reports do not list tests. */
function coveredKinds(paths) {
    const extensions = new Set();
    let areTestsReported = false;
    for (const path of paths) {
        extensions.add(extensionOf(path));
        areTestsReported ||= looksLikeTest(path);
    }
    return (path) => extensions.has(extensionOf(path)) && (areTestsReported || !looksLikeTest(path));
}
function extensionOf(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const dot = name.lastIndexOf('.');
    return dot <= 0 ? '' : name.slice(dot);
}
//# sourceMappingURL=patch.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/subject.js





function subjectOf(evidence, config) {
    return { evidence, config, totals: projectTotals(evidence.facts), patch: patchCoverage(evidence.facts) };
}
/** Our recount of everything that the reports list. */
const projectTotals = rememberByKey(countProject);
function countProject({ files }) {
    let totals = { lines: model_count/* NOTHING_COUNTED */.jA, branches: null, functions: null, statements: null };
    for (const file of files)
        totals = (0,coverage_totals/* addTotals */.lB)(totals, countFileFacts(file));
    return totals;
}
function toRatio({ covered, total }) {
    return { numerator: covered, denominator: total };
}
//# sourceMappingURL=subject.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/baseline-record.js



const RECORD_SCHEMA = 'testwarden.coverage-record/1';
/** The change that makes this run a baseline, when it may become one. */
function recordBaseline(evidence) {
    if (!evidence.run.isBaseline || whyNoRecord(evidence) !== null)
        return [];
    const body = {
        schema: RECORD_SCHEMA,
        totals: projectTotals(evidence.facts),
        files: evidence.facts.files.map((file) => {
            const { lines, branches } = countFileFacts(file);
            return [file.path, lines.covered, lines.total, ...(branches === null ? [] : [branches.covered, branches.total])];
        }),
    };
    return [{ kind: 'append-history', key: `append-history:${(0,record_key/* canonicalJson */.d)(evidence.run.key)}`, body }];
}
/** A number that is not the whole truth would be held against later runs. null: nothing speaks against recording. */
function whyNoRecord({ run, facts, problems }) {
    if (!run.isBaseline)
        return 'Only runs of the default branch become baselines.';
    if (problems.length > 0)
        return 'Not recorded as a baseline: not every report could be used.';
    if (facts.testedShas.length !== 1)
        return 'Not recorded as a baseline: the legs tested different trees.';
    if (facts.files.length === 0)
        return 'Not recorded as a baseline: the reports list no file.';
    return null;
}
/** Totals of a record's body; null when it is not one of ours, such as one of a later version. */
function totalsOfRecord(body) {
    if (!isMapping(body) || body.schema !== RECORD_SCHEMA || !isMapping(body.totals))
        return null;
    const lines = countOf(body.totals.lines);
    const others = [body.totals.branches, body.totals.functions, body.totals.statements].map((count) => count === null ? null : (countOf(count) ?? undefined));
    const [branches, functions, statements] = others;
    if (lines === null || branches === undefined || functions === undefined || statements === undefined)
        return null;
    return { lines, branches, functions, statements };
}
function countOf(value) {
    if (!isMapping(value))
        return null;
    const { covered, total } = value;
    const isCount = isNatural(covered) && isNatural(total) && covered <= total;
    return isCount ? { covered, total } : null;
}
function isNatural(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=baseline-record.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/find-baseline.js





/** The nearest ancestor's record of this very job and matrix cell, or why there is none. */
async function findBaseline({ run, depth }, { git, history }) {
    if (history === null)
        return none('No history is configured, so nothing is compared with the past. Set `history` to keep baselines.');
    if (run.base.kind === 'unknown')
        return none(`${run.base.reason} ${run.base.remedy}`);
    try {
        return await lookUp({ run, depth, git, history });
    }
    catch (error) {
        if (!(error instanceof errors/* PlatformError */.Wk))
            throw error;
        return { baseline: { kind: 'unreadable', reason: error.message, remedy: error.remedy }, notes: [] };
    }
}
/** First among the commits that are known here; only when none of them has a record is more history fetched, once. */
async function lookUp(question) {
    const { run, depth, git, history } = question;
    const near = await ancestorsOf(question);
    if (near.length === 0)
        return none('The commits before the tested one are not known here.');
    const { action } = run.key;
    const close = await history.read({ action, shas: new Set(near) });
    const found = pick(close.records, near, run);
    if (found !== null)
        return { baseline: found, notes: close.warnings };
    const all = await history.read({ action });
    if (!all.records.some(({ trust }) => trust === 'default-branch'))
        return { ...missing(near), notes: all.warnings };
    const notes = [...all.warnings];
    try {
        await git.deepen(near[0] ?? '', depth);
    }
    catch (error) {
        if (!(error instanceof errors/* PlatformError */.Wk))
            throw error;
        notes.push(`Older commits could not be fetched, so only ${(0,inline/* countWord */.MD)(near.length, 'commit')} were looked at: ${error.message}`);
    }
    const far = await ancestorsOf(question);
    return { baseline: pick(all.records, far, run) ?? unrelated(all.records, far, question), notes };
}
function pick(records, ancestors, run) {
    const usable = records.filter((record) => totalsOfRecord(record.body) !== null);
    const picked = pickBaseline({ records: usable, ancestors, variant: (0,record_key/* variantKeyOf */.a)(run.key) });
    const totals = picked === null ? null : totalsOfRecord(picked.record.body);
    if (picked === null || totals === null)
        return null;
    const { record, distance, kinship } = picked;
    const writtenBy = kinship === 'same-variant' ? null : jobName(record.key);
    return { kind: 'record', sha: record.testedSha, distance, totals, time: record.time, writtenBy };
}
function jobName({ workflow, job }) {
    return `${job} of ${workflow}`;
}
/** Nearest first. A run without a change is compared with what came before it, never with itself. */
async function ancestorsOf({ run, depth, git }) {
    if (run.base.kind === 'commit')
        return git.firstParents(run.base.sha, depth + 1);
    if (run.testedSha === null)
        return [];
    return (await git.firstParents(run.testedSha, depth + 2)).slice(1);
}
function missing(ancestors) {
    const count = ancestors.length;
    const commits = count === 1 ? 'the base commit has no' : `none of the last ${count} commits of the base has a`;
    return none(`No baseline yet: ${commits} record of this job. ${WRITTEN_BY_PUSH}`);
}
const WRITTEN_BY_PUSH = 'The next run on the default branch writes one.';
/** There are records, and none can be compared with: of other jobs, or of commits that this one does not descend from. */
function unrelated(records, ancestors, { depth }) {
    const known = new Set(ancestors);
    if (records.some(({ testedSha, trust }) => trust === 'default-branch' && known.has(testedSha)))
        return { kind: 'none', reason: `No baseline yet: the history has records of other jobs only. ${WRITTEN_BY_PUSH}` };
    const newest = records.reduce((left, right) => (left.time < right.time ? right : left));
    return {
        kind: 'foreign',
        reason: `The history has ${(0,inline/* countWord */.MD)(records.length, 'record')}, but none of the last ${(0,inline/* countWord */.MD)(ancestors.length, 'commit')} of the base; the newest is of \`${newest.testedSha.slice(0, 10)}\`, which is no ancestor within ${depth} commits.`,
        remedy: 'Raise `baseline-depth` if the base branch is just far ahead; if the history is of another repository or of a branch that was rewritten, give `history` a place of its own and run the gate on the default branch.',
    };
}
function none(reason) {
    return { baseline: { kind: 'none', reason }, notes: [] };
}
//# sourceMappingURL=find-baseline.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/merge-evidence.js


/**
 * The evidence of one run that had read everything that the parts read, in whatever order and grouping they come.
 * @throws TypeError when there are no parts
 */
function mergeEvidence(parts) {
    return joinEvidence(parts, mergeFacts);
}
/** Facts of one run in the order in which {@link mergeEvidence} would leave them. */
function inOrder(facts) {
    return mergeFacts([facts]);
}
function mergeFacts(parts) {
    return {
        reports: asSet(parts.flatMap((part) => part.reports)).sort((left, right) => compare(left.path, right.path)),
        files: mergeFiles(parts.flatMap((part) => part.files)),
        changes: mergeChanges(parts.map((part) => part.changes)),
        baselines: asSet(parts.flatMap((part) => part.baselines)),
        testedShas: asSet(parts.flatMap((part) => part.testedShas)),
        unmatched: asSet(parts.flatMap((part) => part.unmatched)),
        notes: asSet(parts.flatMap((part) => part.notes)),
    };
}
function mergeFiles(files) {
    const byPath = new Map();
    for (const file of files) {
        const known = byPath.get(file.path);
        byPath.set(file.path, known === undefined ? file : mergeFileFacts(known, file));
    }
    return [...byPath.values()].sort((left, right) => compare(left.path, right.path));
}
/** All legs look at one change; a leg that could not see it does not hide it from the others. */
function mergeChanges(parts) {
    const known = parts.filter((part) => part.kind === 'known');
    const none = parts.filter((part) => part.kind === 'none');
    return firstOf(known.length > 0 ? known : none.length > 0 ? none : parts);
}
function firstOf(values) {
    const [first] = values.length === 1 ? values : asSet(values);
    if (first === undefined)
        throw new TypeError('there is nothing to choose from');
    return first;
}
function compare(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
//# sourceMappingURL=merge-evidence.js.map
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/path-matcher.js

/** Whether a path is meant by a glob, or by a file or folder as it is. */
function createPathMatcher(pattern) {
    const bare = pattern.replace(/^\.\//, '').replace(/\/$/, '');
    if (bare === '' || bare === '.')
        return () => true;
    // Extended globs are left out: nested ones make regular expressions that take exponential time.
    const matches = picomatch(bare, { dot: true, noextglob: true, nonegate: true });
    return (path) => matches(path) || path === bare || path.startsWith(`${bare}/`);
}
//# sourceMappingURL=path-matcher.js.map
// EXTERNAL MODULE: ./packages/core/lib/model/sentence.js
var sentence = __webpack_require__(9522);
// EXTERNAL MODULE: ./packages/formats/lib/diff/read-unified-diff.js + 5 modules
var read_unified_diff = __webpack_require__(122);
;// CONCATENATED MODULE: ./packages/intake/lib/changed-lines.js
/**
 * The lines that exist only on the new side of a diff, by new path. Deleted files, binary files, pure renames and mere
 * deletions have none and are left out.
 */
function changedLines(diff) {
    const changed = new Map();
    for (const { newPath, hunks } of diff) {
        if (newPath === null)
            continue;
        const ranges = hunks
            .filter((hunk) => hunk.newCount > 0)
            .map((hunk) => ({ first: hunk.newStart, last: hunk.newStart + hunk.newCount - 1 }));
        if (ranges.length > 0)
            changed.set(newPath, ranges);
    }
    return changed;
}
//# sourceMappingURL=changed-lines.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/read-changes.js





/** The lines that this run is about. What cannot be had is a fact of its own, with its reason. */
async function readChanges({ run, ports, isIgnored }) {
    const { base } = run;
    if (base.kind === 'unknown')
        return { kind: 'unknown', reason: base.reason, remedy: base.remedy };
    if (base.kind === 'history')
        return { kind: 'none', reason: 'This run is not about a change, so there are no new lines to judge.' };
    try {
        const diff = await readDiff({ base, testedSha: run.testedSha }, ports);
        return { kind: 'known', base: base.kind === 'commit' ? base.sha : base.path, files: filesOf(diff, isIgnored) };
    }
    catch (error) {
        if (!(error instanceof errors/* PlatformError */.Wk || error instanceof errors/* ReportError */.$g))
            throw error;
        const remedy = error.remedy === null ? null : (0,sentence/* asSentence */.K)(error.remedy);
        return { kind: 'unknown', reason: (0,sentence/* asSentence */.K)(error.message), remedy };
    }
}
async function readDiff({ base, testedSha }, { git, files }) {
    if (base.kind === 'diff-file')
        return (0,read_unified_diff/* readUnifiedDiff */._)(files.read(base.path), base.path);
    await git.ensureCommit(base.sha);
    return git.diff(base.sha, testedSha);
}
function filesOf(diff, isIgnored) {
    return [...changedLines(diff)]
        .filter(([path]) => !isIgnored(path))
        .map(([path, ranges]) => ({ path, lines: linesToText(ranges) }))
        .sort((left, right) => (left.path < right.path ? -1 : 1));
}
//# sourceMappingURL=read-changes.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/collect.js










/** Reads the reports, the change and the baseline of one run. Nothing is judged here. */
async function collectCoverage({ config, run }, { ports, formats }) {
    const repository = await readRepository(ports);
    const ignored = createFilter(config.own.ignore.value);
    const fold = createCoverageFold({ paths: { ...repository, roots: config.own.roots.value }, isIgnored: ignored });
    for await (const report of reportsOf({ settings: config.own, repository, ports, formats }))
        fold.add(report);
    const { reports, files, unmatched, notes, problems } = fold.result();
    if (reports.length === 0 && problems.length === 0)
        return { facts: null, problems };
    const found = await findBaseline({ run, depth: config.shared.baseline.depth.value }, ports);
    const facts = {
        reports,
        files: files.map(({ coverage, isTracked }) => encodeFile(coverage, isTracked)),
        unmatched,
        changes: await readChanges({ run, ports, isIgnored: ignored }),
        baselines: [found.baseline],
        testedShas: [run.testedSha],
        notes: [...notes, ...found.notes],
    };
    return { facts: inOrder(facts), problems: asSet(problems) };
}
async function readRepository({ git, files }) {
    if (git.absence !== null)
        return withoutRepository((await files.find(discovery/* EVERYWHERE */.Z)).map(({ path }) => path));
    try {
        const trackedFiles = await git.trackedFiles();
        const workspacePrefix = await git.workspacePrefix();
        const tracked = new Set(trackedFiles);
        return {
            trackedFiles: trackedFiles.length === 0 ? null : trackedFiles,
            isTracked: (path) => tracked.has(workspacePrefix + path),
            workspacePrefix,
        };
    }
    catch (error) {
        if (!(error instanceof errors/* PlatformError */.Wk))
            throw error;
        return withoutRepository(null);
    }
}
/** @param files what lies on disk stands in for what git tracks */
function withoutRepository(files) {
    return { trackedFiles: files, isTracked: () => false, workspacePrefix: '' };
}
/**
 * The named reports, or what lies around. Reports under version control are mostly test data of other tools, so they
 * count only when there are no others.
 */
async function* reportsOf({ settings, repository, ports, formats, }) {
    const request = { patterns: settings.reports.value, format: settings.format.value, formats };
    let count = 0;
    for await (const report of (0,read_reports/* readReports */.o)({ ...request, isSkipped: repository.isTracked }, ports.files)) {
        count++;
        yield report;
    }
    if (count > 0 || request.patterns.length > 0 || repository.trackedFiles === null)
        return;
    yield* (0,read_reports/* readReports */.o)({ ...request, isSkipped: (path) => !repository.isTracked(path) }, ports.files);
}
function createFilter(patterns) {
    const matchers = patterns.map(createPathMatcher);
    return (path) => matchers.some((matches) => matches(path));
}
//# sourceMappingURL=collect.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/compare-whole.js





/**
 * What all legs cover together is compared with what all legs covered together: their own baselines cannot be added up.
 * The whole's record is looked for at the commits where the legs found theirs, so that no checkout is needed.
 */
async function compareWhole(whole, { history }) {
    const ofLegs = whole.facts.baselines.filter((baseline) => baseline.kind === 'record');
    if (history === null || ofLegs.length === 0)
        return whole;
    return { ...whole, facts: { ...whole.facts, baselines: [await findWhole(whole, { history, ofLegs })] } };
}
async function findWhole({ run }, { history, ofLegs }) {
    const nearestFirst = [...ofLegs].sort((left, right) => left.distance - right.distance);
    const ancestors = [...new Set(nearestFirst.map(({ sha }) => sha))];
    try {
        const { records } = await history.read({ action: run.key.action, shas: new Set(ancestors) });
        const usable = records.filter(({ body }) => totalsOfRecord(body) !== null);
        const picked = pickBaseline({ records: usable, ancestors, variant: (0,record_key/* variantKeyOf */.a)(run.key) });
        const totals = picked?.kinship === 'same-variant' ? totalsOfRecord(picked.record.body) : null;
        const at = nearestFirst.find(({ sha }) => sha === picked?.record.testedSha);
        if (picked === null || totals === null || at === undefined)
            return { kind: 'none', reason: NONE_YET };
        return { ...at, totals, time: picked.record.time, writtenBy: null };
    }
    catch (error) {
        if (!(error instanceof errors/* PlatformError */.Wk))
            throw error;
        const remedy = error.remedy === null ? null : (0,sentence/* asSentence */.K)(error.remedy);
        return { kind: 'unreadable', reason: (0,sentence/* asSentence */.K)(error.message), remedy };
    }
}
const NONE_YET = 'No baseline yet: where the legs have theirs, no record of all legs together was written. The next run of publish on the default branch writes one.';
//# sourceMappingURL=compare-whole.js.map
// EXTERNAL MODULE: ./packages/core/lib/config/fields/count.js
var count = __webpack_require__(9303);
// EXTERNAL MODULE: ./packages/core/lib/config/fields/globs.js
var globs = __webpack_require__(7979);
// EXTERNAL MODULE: ./packages/core/lib/model/decimal.js
var model_decimal = __webpack_require__(7976);
// EXTERNAL MODULE: ./packages/core/lib/config/tighten.js
var tighten = __webpack_require__(1863);
;// CONCATENATED MODULE: ./packages/core/lib/config/fields/percent.js


const ZERO = { units: 0n, scale: 0 };
const HUNDRED = { units: 100n, scale: 0 };
/** From 0 to 100, with at most fifteen digits before and after the point, as {@link parseDecimal} has them. */
const HUNDRED_AT_MOST = '0{0,12}(?:100(?:\\.0{1,15})?|0?\\d{1,2}(?:\\.\\d{1,15})?)';
/** What {@link parsePercent} takes. */
const PERCENT_SCHEMAS = [
    { type: 'number', minimum: 0, maximum: 100 },
    { type: 'string', pattern: `^\\s*${HUNDRED_AT_MOST}\\s*%?\\s*$` },
];
/** What {@link points} takes: no two percentages are further apart. */
const POINTS_SCHEMAS = [
    { type: 'number', minimum: 0, maximum: 100 },
    { type: 'string', pattern: `^\\s*${HUNDRED_AT_MOST}\\s*(?:points)?\\s*$` },
];
/** A limit from 0 to 100 %, kept as the exact decimal that its author wrote: `90`, `84.5` or `84.5%`. */
function percent(details) {
    return {
        ...details,
        type: 'field',
        fallbackText: details.fallback === null ? '' : `${details.fallback}%`,
        jsonSchema: { anyOf: PERCENT_SCHEMAS },
        parse: parsePercent,
        tighten: (0,tighten/* tightenLimit */.hx)(details.stricter),
    };
}
/** @param raw a number or a text such as `84.5%` */
function parsePercent(raw) {
    const text = upToHundred(raw, '%');
    return text === null
        ? { ok: false, expected: 'a percentage from 0 to 100, such as 90% or 84.5' }
        : { ok: true, value: text };
}
/** The exact decimal of a YAML number or of a text with an optional suffix; null when it is none from 0 to 100. */
function upToHundred(raw, suffix) {
    const text = typeof raw === 'number' ? numberText(raw) : typeof raw === 'string' ? withoutSuffix(raw, suffix) : '';
    const decimal = /^[+-]/.test(text) ? null : (0,model_decimal/* parseDecimal */.$Q)(text);
    if (decimal === null || (0,model_decimal/* compareDecimals */.YL)(decimal, ZERO) < 0 || (0,model_decimal/* compareDecimals */.YL)(decimal, HUNDRED) > 0)
        return null;
    return text;
}
/** Nobody writes a limit with more digits than a decimal of ours has. */
function numberText(value) {
    const text = String(value);
    return (0,model_decimal/* parseDecimal */.$Q)(text) !== null ? text : value.toFixed(15).replace(/\.?0+$/, '');
}
function withoutSuffix(raw, suffix) {
    const text = raw.trim();
    return text.endsWith(suffix) ? text.slice(0, -suffix.length).trim() : text;
}
//# sourceMappingURL=percent.js.map
;// CONCATENATED MODULE: ./packages/core/lib/config/fields/points.js


/** A difference between two percentages, in percentage points: `0.1`, `0.1 points`. Never negative. */
function points(details) {
    return {
        ...details,
        type: 'field',
        fallbackText: details.fallback ?? '',
        jsonSchema: { anyOf: POINTS_SCHEMAS },
        parse(raw) {
            const text = upToHundred(raw, 'points');
            return text === null
                ? { ok: false, expected: 'percentage points from 0 to 100, such as 0.1' }
                : { ok: true, value: text };
        },
        tighten: (0,tighten/* tightenLimit */.hx)(details.stricter),
    };
}
//# sourceMappingURL=points.js.map
// EXTERNAL MODULE: ./packages/core/lib/config/fields/text.js
var fields_text = __webpack_require__(8021);
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/critical-modules.js


const ASSUMED_CRITICAL_LINE = '85';
const EXPECTED = 'a list of {files: <glob>, line: <percent>}, or one `<glob>` or `<glob> 85%` per line';
const ENTRY_SCHEMA = {
    type: 'object',
    additionalProperties: false,
    required: ['files'],
    properties: {
        files: { type: 'string', pattern: '\\S' },
        line: { anyOf: [...PERCENT_SCHEMAS, { type: 'null' }], default: Number(ASSUMED_CRITICAL_LINE) },
    },
};
/** A last word that ends with a percent sign must be a percentage. */
const LINE_SCHEMA = {
    type: 'string',
    pattern: '\\S',
    anyOf: [
        { not: { pattern: '\\S\\s+\\S*%\\s*$' } },
        { pattern: PERCENT_SCHEMAS[1].pattern.replace('^\\s*', '\\S\\s+').replace('\\s*%?', '%') },
    ],
};
/** Critical modules: a list in the config file; in an input one glob per line, its floor behind it. */
function criticalModules(details) {
    return {
        ...details,
        type: 'field',
        fallbackText: '',
        stricter: null,
        jsonSchema: { anyOf: [{ type: 'string' }, { type: 'array', items: { anyOf: [LINE_SCHEMA, ENTRY_SCHEMA] } }] },
        parse: parseModules,
        tighten: tightenModules,
        toText: (modules) => modules.map(moduleText).join(', ') || 'nothing',
    };
}
function moduleText({ files, line }) {
    return line === null ? files : `${files} ${line}%`;
}
/** No module may go, no floor may sink; a floor that nobody wrote only advises, so any may take its place. */
function tightenModules(base, wanted) {
    const missing = base.value.filter((module) => !wanted.some((asked) => covers(asked, module)));
    if (missing.length === 0)
        return wanted;
    const kept = new Set(missing.map(({ files }) => files));
    return [...missing, ...wanted.filter(({ files }) => !kept.has(files))];
}
/** The same module with a floor that is at least as high. */
function covers(asked, module) {
    if (asked.files !== module.files)
        return false;
    if (asked.line === null || module.line === null)
        return module.line === null;
    const [floor, base] = [(0,model_decimal/* parseDecimal */.$Q)(asked.line), (0,model_decimal/* parseDecimal */.$Q)(module.line)];
    return floor !== null && base !== null && (0,model_decimal/* compareDecimals */.YL)(floor, base) >= 0;
}
function parseModules(raw) {
    const items = typeof raw === 'string' ? raw.split('\n').filter((line) => line.trim() !== '') : raw;
    if (!Array.isArray(items))
        return { ok: false, expected: EXPECTED };
    const modules = items.map((item) => (typeof item === 'string' ? parseLine(item) : parseEntry(item)));
    const valid = modules.filter((module) => module !== null);
    return valid.length === modules.length ? { ok: true, value: valid } : { ok: false, expected: EXPECTED };
}
/** `src/billing/**` or `src/billing/** 85%`. A path may hold blanks, so only a percentage at the end is a floor. */
function parseLine(line) {
    const text = line.trim();
    const blank = text.search(/\s\S*$/);
    const last = text.slice(blank + 1);
    if (blank < 0 || !last.endsWith('%'))
        return text === '' ? null : { files: text, line: null };
    const floor = parsePercent(last);
    return floor.ok ? { files: text.slice(0, blank).trim(), line: floor.value } : null;
}
function parseEntry(entry) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
        return null;
    const { files, line, ...others } = entry;
    if (typeof files !== 'string' || files.trim() === '' || Object.keys(others).length > 0)
        return null;
    if (line === undefined || line === null)
        return { files: files.trim(), line: null };
    const floor = parsePercent(line);
    return floor.ok ? { files: files.trim(), line: floor.value } : null;
}
//# sourceMappingURL=critical-modules.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/config.js






/** The section `coverage` of the config file and the inputs of the action. */
const coverageConfig = {
    reports: (0,globs/* globs */.g)({
        description: 'Files, folders or globs of the coverage reports. Without any, reports are found everywhere by their content.',
        fallback: [],
        input: 'reports',
        role: 'structure',
    }),
    format: (0,fields_text/* text */.Q)({
        description: 'Id of the format that the named reports are read as, such as `lcov`. Otherwise the content tells.',
        fallback: null,
        input: 'format',
        role: 'structure',
    }),
    roots: (0,globs/* globs */.g)({
        description: 'Folders that paths in reports may be relative to: relative ones are put in front, absolute ones are taken off.',
        fallback: [],
        input: 'roots',
        role: 'structure',
    }),
    ignore: (0,globs/* globs */.g)({
        description: 'Files that do not count, as globs, files or folders relative to the repository.',
        fallback: [],
        input: 'ignore',
        role: 'policy',
        strictWith: 'fewer',
    }),
    patch: {
        line: percent({
            description: 'Share of the changed coverable lines that tests must run.',
            fallback: '90',
            input: 'patch-line',
            role: 'policy',
            stricter: 'higher',
        }),
        branch: percent({
            description: 'Share of the branches on changed lines that tests must take.',
            fallback: null,
            input: 'patch-branch',
            role: 'policy',
            stricter: 'higher',
        }),
        'min-lines': (0,count/* count */.U)({
            description: 'Changes with fewer coverable lines than this are not judged by their share.',
            fallback: 5,
            input: 'min-changed-lines',
            role: 'policy',
            stricter: 'lower',
        }),
    },
    project: {
        line: percent({
            description: 'Share of all coverable lines that tests must run.',
            fallback: '80',
            input: 'line',
            role: 'policy',
            stricter: 'higher',
        }),
        branch: percent({
            description: 'Share of all branches that tests must take.',
            fallback: '60',
            input: 'branch',
            role: 'policy',
            stricter: 'higher',
        }),
        statement: percent({
            description: 'Share of all statements that tests must run, where reports list statements.',
            fallback: null,
            input: 'statement',
            role: 'policy',
            stricter: 'higher',
        }),
        function: percent({
            description: 'Share of all functions that tests must call, where reports list functions.',
            fallback: null,
            input: 'function',
            role: 'policy',
            stricter: 'higher',
        }),
    },
    drop: points({
        description: 'Percentage points that the line rate may fall below the baseline.',
        fallback: '0.1',
        input: 'drop',
        role: 'policy',
        stricter: 'lower',
    }),
    critical: criticalModules({
        description: 'Modules with a floor of their own: a list of `{files: <glob>, line: <percent>}`; as an input one `<glob>` or `<glob> 85%` per line. A module that no report mentions fails.',
        fallback: [],
        input: 'critical',
        role: 'policy',
    }),
};
//# sourceMappingURL=config.js.map
// EXTERNAL MODULE: ./packages/core/lib/limits/accept.js
var accept = __webpack_require__(3344);
// EXTERNAL MODULE: ./packages/core/lib/model/outcome.js
var outcome = __webpack_require__(7423);
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/headline.js
/** The worst first: what a reader must know if they read one sentence. */
const TOLD_FIRST = ['fail', 'inconclusive', 'warn', 'pass', 'skipped'];
/** The message of the first reason of the worst kind, with its name; how many more there are of that kind. */
function headlineOf(reasons) {
    for (const outcome of TOLD_FIRST) {
        const [first, ...others] = reasons.filter((reason) => reason.outcome === outcome);
        if (first === undefined)
            continue;
        const isTrouble = outcome === 'fail' || outcome === 'inconclusive' || outcome === 'warn';
        const more = isTrouble && others.length > 0 ? ` And ${others.length} more.` : '';
        return `${capitalised(first.title)}: ${first.message}${more}`;
    }
    return 'No limit is set, so nothing was judged.';
}
function capitalised(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
//# sourceMappingURL=headline.js.map
;// CONCATENATED MODULE: ./packages/core/lib/limits/threshold.js

/**
 * Whether a ratio reaches a floor given in percent, compared as products of integers: 98.50 % never passes a floor of
 * 98.51, however either is displayed.
 * @param floor exact decimal, such as `90` or `84.71`
 */
function reachesFloor(actual, floor) {
    const { units, scale } = requireDecimal(floor);
    return BigInt(actual.numerator) * 100n * 10n ** BigInt(scale) >= units * BigInt(actual.denominator);
}
/**
 * Whether a ratio fell by at most so many percentage points below its baseline. A rise is never a drop.
 * @param limit exact decimal in points, such as `0.1`
 */
function staysWithinDrop(actual, baseline, limit) {
    const { units, scale } = requireDecimal(limit);
    const before = BigInt(baseline.numerator) * BigInt(actual.denominator);
    const after = BigInt(actual.numerator) * BigInt(baseline.denominator);
    const denominators = BigInt(actual.denominator) * BigInt(baseline.denominator);
    return (before - after) * 100n * 10n ** BigInt(scale) <= units * denominators;
}
function requireDecimal(text) {
    const decimal = (0,model_decimal/* parseDecimal */.$Q)(text);
    if (decimal === null)
        throw new TypeError(`not an exact decimal: ${JSON.stringify(text)}`);
    return decimal;
}
//# sourceMappingURL=threshold.js.map
// EXTERNAL MODULE: ./packages/core/lib/render/numbers.js
var numbers = __webpack_require__(1956);
// EXTERNAL MODULE: ./packages/core/lib/config/field.js
var field = __webpack_require__(9852);
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/limit.js


function limitOf(setting, owner) {
    const origin = (0,field/* limitOrigin */.W)(setting);
    return setting.value === null || origin === 'none' ? null : withAccepts({ value: setting.value, origin }, owner);
}
/** The limit after the accepts in force had their say. */
function withAccepts({ value, origin }, owner) {
    const { ruleId, stricter, subject = null, config } = owner;
    const { limit, accepted } = (0,accept/* limitInForce */._T)({ ruleId, subject, stricter, limit: value }, config.accepts);
    return { value: limit, origin, accepted };
}
/** What an outcome counts as under a limit: one that nobody wrote only advises. */
function under(limit, outcome) {
    const isTooHarsh = outcome === 'fail' || outcome === 'inconclusive';
    return limit.origin === 'assumed' && isTooHarsh ? 'warn' : outcome;
}
/** For evidence that a limit needs and reports need not have: only who wrote the limit asked for it. */
function absentUnder(limit) {
    return limit.origin === 'written' ? 'inconclusive' : 'skipped';
}
//# sourceMappingURL=limit.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/floor.js




/** Judges a count that is more than nothing against a floor in percent. */
function judgeFloor(name, count, limit) {
    const isReached = reachesFloor(toRatio(count), limit.value);
    const verb = isReached ? 'reach' : 'are below';
    return {
        ...reasonOf(name, limit),
        outcome: isReached ? 'pass' : under(limit, 'fail'),
        message: `${countsText(count, name, limit)} ${verb} ${limit.value} %.`,
        actual: toRatio(count),
    };
}
/** A reason without numbers: the rule was skipped or had nothing to judge. */
function unjudged(name, limit, why) {
    return { ...reasonOf(name, limit), ...why, actual: null };
}
function countsText(count, name, limit) {
    const ratio = toRatio(count);
    return (0,numbers/* formatFraction */.MJ)(ratio, { counted: name.counted, percent: (0,numbers/* formatPercent */.l9)(ratio, limit.value) });
}
function reasonOf(name, limit) {
    return {
        ruleId: name.ruleId,
        title: name.title,
        limit: limit.value,
        limitOrigin: limit.origin,
        unit: 'percent',
        baseline: null,
        wording: { counted: name.counted },
        ...(name.subject === undefined ? {} : { subject: name.subject }),
        ...(limit.accepted === null ? {} : { accepted: limit.accepted }),
    };
}
//# sourceMappingURL=floor.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/rules/critical-module.js






/** Line rate of each module that the user called critical. One that no report mentions fails: nobody tests it. */
function criticalModule({ config, evidence }) {
    const modules = config.own.critical.value;
    return { reasons: modules.map((module) => judgeModule(module, evidence.facts.files, config)), findings: [] };
}
function judgeModule(module, files, config) {
    const subject = module.files;
    const name = { ruleId: 'critical-module', title: `critical: ${subject}`, counted: 'lines', subject };
    const limit = withAccepts(floorOf(module), { ruleId: name.ruleId, stricter: 'higher', subject, config });
    const matches = createPathMatcher(module.files);
    const own = files.filter(({ path }) => matches(path));
    // The module was listed by the user even where its floor was not.
    if (own.length === 0)
        return { ...unjudged(name, { ...limit, origin: 'written' }, critical_module_missing(module)), wording: { actual: 'in no report' } };
    const count = own.map((file) => countFileFacts(file).lines).reduce(model_count/* addCounts */.c5, model_count/* NOTHING_COUNTED */.jA);
    if (count.total > 0)
        return judgeFloor(name, count, limit);
    const message = `The reports list no coverable line in ${module.files}.`;
    return unjudged(name, limit, { outcome: under(limit, 'inconclusive'), message });
}
function floorOf({ line }) {
    return line === null ? { value: ASSUMED_CRITICAL_LINE, origin: 'assumed' } : { value: line, origin: 'written' };
}
function critical_module_missing({ files }) {
    const remedy = 'Check the pattern, or include the module in the coverage run.';
    return { outcome: 'fail', message: `No report mentions a file that matches ${files}. ${remedy}` };
}
//# sourceMappingURL=critical-module.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/baseline.js
/** The baseline that every leg compares with; null when there is none or the legs disagree. */
function soleBaseline({ baselines }) {
    const [only] = baselines;
    return baselines.length === 1 && only?.kind === 'record' ? only : null;
}
//# sourceMappingURL=baseline.js.map
;// CONCATENATED MODULE: ./packages/core/lib/baseline/staleness.js
const DAY_MS = 86_400_000;
/**
 * Which limits a baseline is beyond. The record of the very commit that is compared with is never stale: a branch that
 * rests is no reason to distrust it.
 * @param now ISO 8601, UTC
 */
function staleness({ time, distance }, now, limits) {
    if (distance === 0)
        return [];
    const days = Math.floor((Date.parse(now) - Date.parse(time)) / DAY_MS);
    const { maxDays, maxCommits } = limits;
    const stale = [];
    if (maxDays !== null && days > maxDays)
        stale.push({ limit: 'maxDays', how: `${days} days old, which is more than ${maxDays}` });
    if (maxCommits !== null && distance > maxCommits)
        stale.push({ limit: 'maxCommits', how: `${distance} commits away, which is more than ${maxCommits}` });
    return stale;
}
//# sourceMappingURL=staleness.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/stale-baseline.js


/** null: near enough to be compared with. */
function staleBaseline(baseline, now, settings) {
    const limits = { maxDays: settings['max-days'], maxCommits: settings['max-commits'] };
    const broken = staleness(baseline, now, { maxDays: limits.maxDays.value, maxCommits: limits.maxCommits.value });
    const [worst] = broken
        .map(({ limit, how }) => ({ origin: (0,field/* limitOrigin */.W)(limits[limit]), how }))
        .sort((left, right) => Number(right.origin === 'written') - Number(left.origin === 'written'));
    if (worst === undefined)
        return null;
    const remedy = 'Run the gate on the default branch, with a schedule if it rests for long: that writes a new one.';
    return { origin: worst.origin, message: `The baseline is ${worst.how}. ${remedy}` };
}
//# sourceMappingURL=stale-baseline.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/rules/drop.js








const NAME = { ruleId: 'drop', title: 'project coverage kept', counted: 'lines' };
/** How far the line rate may fall below the baseline. */
function drop({ config, evidence, totals }) {
    const limit = limitOf(config.own.drop, { ruleId: NAME.ruleId, stricter: 'lower', config });
    if (limit === null)
        return { reasons: [], findings: [] };
    return { reasons: [{ ...judge({ config, evidence, totals }, limit), unit: 'points' }], findings: [] };
}
function judge({ config, evidence, totals: { lines } }, limit) {
    const { facts, run } = evidence;
    const before = soleBaseline(facts);
    if (before === null)
        return withoutBaseline(facts.baselines, limit);
    const stale = staleBaseline(before, run.now, config.shared.baseline);
    if (stale?.origin === 'written')
        return unjudged(NAME, limit, { outcome: under(limit, 'inconclusive'), message: stale.message });
    if (lines.total === 0 || before.totals.lines.total === 0) {
        const message = `${lines.total === 0 ? 'The reports list' : 'The baseline has'} no lines at all, so there is no rate.`;
        return unjudged(NAME, limit, { outcome: under(limit, 'inconclusive'), message });
    }
    const reason = drop_compare(lines, before, limit);
    if (stale === null)
        return reason;
    return { ...reason, outcome: (0,outcome/* worstOutcome */.O)([reason.outcome, 'warn']), message: `${reason.message} ${stale.message}` };
}
function drop_compare(lines, before, limit) {
    const then = before.totals.lines;
    const points = (0,numbers/* formatPoints */.Xf)(toRatio(lines), toRatio(then));
    const isWithin = staysWithinDrop(toRatio(lines), toRatio(then), limit.value);
    // Deleting tested code lowers the rate and harms nobody.
    const isHarmless = lines.total - lines.covered <= then.total - then.covered;
    const message = isWithin
        ? `The line rate moved by ${points}; a drop of at most ${limit.value} points is allowed.`
        : isHarmless
            ? `The line rate moved by ${points} because tested lines went away; not one more line is untested.`
            : `The line rate moved by ${points}; a drop of at most ${limit.value} points is allowed.`;
    return {
        ...unjudged(NAME, limit, { outcome: isWithin || isHarmless ? 'pass' : under(limit, 'fail'), message }),
        actual: toRatio(lines),
        baseline: toRatio(then),
    };
}
function withoutBaseline(baselines, limit) {
    const [unreadable] = [...baselines.filter(isUnreadable), ...baselines.filter(isForeign)];
    if (unreadable !== undefined) {
        const message = `${unreadable.reason}${unreadable.remedy === null ? '' : ` ${unreadable.remedy}`}`;
        return unjudged(NAME, limit, { outcome: under(limit, 'inconclusive'), message });
    }
    const none = baselines.find((baseline) => baseline.kind === 'none');
    const message = baselines.length > 1
        ? 'The legs of this run have different baselines, which cannot be added up.'
        : (none?.reason ?? 'No baseline was looked up.');
    return unjudged(NAME, limit, { outcome: absentUnder(limit), message });
}
function isUnreadable(baseline) {
    return baseline.kind === 'unreadable';
}
function isForeign(baseline) {
    return baseline.kind === 'foreign';
}
//# sourceMappingURL=drop.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/findings.js
/** How loud the findings behind a reason are. A gate that only advises never shows an error. */
function levelOf(reason, { shared }) {
    if (reason?.outcome === 'fail')
        return shared.mode.value === 'enforce' ? 'error' : 'warning';
    return reason?.outcome === 'warn' && reason.actual !== null ? 'warning' : 'notice';
}
/** `line 7` or `lines 7-9` */
function linesText({ first, last }) {
    return first === last ? `line ${first}` : `lines ${first}-${last}`;
}
//# sourceMappingURL=findings.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/patch-rate.js



/** A rate of the changed lines against its floor. */
function judgePatchRate({ name, limit, facts, patch, minLines, count }) {
    if (patch === null)
        return noChangedLines(name, limit, facts);
    if (patch.lines.total === 0)
        return unjudged(name, limit, nothingCoverable(facts, patch, limit));
    if (patch.lines.total < minLines) {
        const changed = `${(0,numbers/* formatInteger */.Sm)(patch.lines.total)} changed ${patch.lines.total === 1 ? 'line' : 'lines'}`;
        const so = count === null || count.total === 0 ? '' : `: ${countsText(count, name, limit)}`;
        const message = `Only ${changed} can be covered, fewer than the ${minLines} from which a share is judged${so}.`;
        return unjudged(name, limit, { outcome: 'skipped', message });
    }
    if (count === null || count.total === 0)
        return unjudged(name, limit, { outcome: 'skipped', message: `The changed lines have no ${name.counted}.` });
    return judgeFloor(name, count, limit);
}
function noChangedLines(name, limit, { changes }) {
    if (changes.kind !== 'unknown')
        return unjudged(name, limit, { outcome: 'skipped', message: changes.kind === 'none' ? changes.reason : '' });
    const message = changes.remedy === null ? changes.reason : `${changes.reason} ${changes.remedy}`;
    return unjudged(name, limit, { outcome: under(limit, 'inconclusive'), message });
}
/** 0 of 0 is good news only when nothing was there to be covered. */
function nothingCoverable({ changes, files }, { unreported }, limit) {
    const isNothingKnown = files.length === 0 && changes.kind === 'known' && changes.files.length > 0;
    if (!isNothingKnown && unreported.length === 0)
        return { outcome: 'skipped', message: 'No coverable line was changed.' };
    const message = isNothingKnown
        ? 'The reports list no file, so nobody knows whether the changed lines ran.'
        : `No report mentions ${nameSome(unreported)}, so nobody knows whether the changed lines ran.`;
    return { outcome: under(limit, 'inconclusive'), message };
}
const NAMED = 3;
/** `a.py, b.py, c.py and 4 more` */
function nameSome(paths) {
    const more = paths.length - NAMED;
    const named = paths.slice(0, NAMED).join(', ');
    return more > 0 ? `${named} and ${(0,numbers/* formatInteger */.Sm)(more)} more` : named;
}
//# sourceMappingURL=patch-rate.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/rules/patch-branch.js






const patch_branch_NAME = { ruleId: 'patch-branch', title: 'new branches tested', counted: 'branches' };
/** Share of the branches on changed lines that were taken; each line that ran but left a branch out is a finding. */
function patchBranch(subject) {
    const reasons = patch_branch_judge(subject);
    const level = levelOf(reasons[0], subject.config);
    return { reasons, findings: (subject.patch?.files ?? []).flatMap((file) => findingsOf(file, level)) };
}
function patch_branch_judge({ config, evidence, patch }) {
    const limit = limitOf(config.own.patch.branch, { ruleId: patch_branch_NAME.ruleId, stricter: 'higher', config });
    if (limit === null)
        return [];
    if (patch !== null && patch.lines.total > 0 && patch.branches === null)
        return [unjudged(patch_branch_NAME, limit, { outcome: absentUnder(limit), message: 'No report lists branches.' })];
    const minLines = config.own.patch['min-lines'].value;
    return [judgePatchRate({ name: patch_branch_NAME, limit, facts: evidence.facts, patch, minLines, count: patch?.branches ?? null })];
}
/** A line that never ran is the other rule's finding. */
function findingsOf({ path, covered, branches }, level) {
    return branches
        .filter(({ line }) => intersect(covered, [{ first: line, last: line }]).length > 0)
        .flatMap((branch) => findingOf(path, branch, level));
}
function findingOf(path, branch, level) {
    const { covered, total } = countBranch(branch);
    if (covered >= total)
        return [];
    const { line } = branch;
    return [
        {
            ruleId: patch_branch_NAME.ruleId,
            level,
            title: 'Untested branch',
            message: `Tests take ${covered} of the ${total} branches of line ${line}.`,
            location: { path, startLine: line, endLine: line },
            dedupKey: `${patch_branch_NAME.ruleId}:${path}:${line}`,
        },
    ];
}
//# sourceMappingURL=patch-branch.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/rules/patch-line.js



const patch_line_NAME = { ruleId: 'patch-line', title: 'new code tested', counted: 'lines' };
/** Share of the changed coverable lines that ran; each range that did not is a finding. */
function patchLine({ config, evidence, patch }) {
    const { line, 'min-lines': minLines } = config.own.patch;
    const limit = limitOf(line, { ruleId: patch_line_NAME.ruleId, stricter: 'higher', config });
    const reasons = limit === null
        ? []
        : [
            judgePatchRate({
                name: patch_line_NAME,
                limit,
                facts: evidence.facts,
                patch,
                minLines: minLines.value,
                count: patch?.lines ?? null,
            }),
        ];
    const level = levelOf(reasons[0], config);
    return { reasons, findings: (patch?.files ?? []).flatMap((file) => patch_line_findingsOf(file, level)) };
}
function patch_line_findingsOf({ path, gaps }, level) {
    return gaps.map(({ first, last }) => ({
        ruleId: patch_line_NAME.ruleId,
        level,
        title: first === last ? 'Untested line' : 'Untested lines',
        message: `No test runs ${linesText({ first, last })} of this change.`,
        location: { path, startLine: first, endLine: last },
        dedupKey: `${patch_line_NAME.ruleId}:${path}:${first}-${last}`,
    }));
}
//# sourceMappingURL=patch-line.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/project-rate.js




/** One of the project's rates against its floor. */
function judgeProjectRate({ name, setting, count, baseline }, { config, evidence: { facts } }) {
    const limit = limitOf(setting, { ruleId: name.ruleId, stricter: 'higher', config });
    if (limit === null)
        return { reasons: [], findings: [] };
    if (count === null) {
        const message = `No report lists ${name.counted}.`;
        return only(unjudged(name, limit, { outcome: absentUnder(limit), message }));
    }
    if (count.total === 0) {
        const message = `The reports list no ${name.counted} at all, so there is no rate.`;
        return only(unjudged(name, limit, { outcome: under(limit, 'inconclusive'), message }));
    }
    const before = soleBaseline(facts);
    const then = before === null ? null : baseline(before.totals);
    return only({ ...judgeFloor(name, count, limit), baseline: then === null ? null : toRatio(then) });
}
function only(reason) {
    return { reasons: [reason], findings: [] };
}
//# sourceMappingURL=project-rate.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/rules/project-branch.js

/** Share of all branches that were taken. */
function projectBranch(subject) {
    const { config, totals } = subject;
    return judgeProjectRate({
        name: { ruleId: 'project-branch', title: 'project branches', counted: 'branches' },
        setting: config.own.project.branch,
        count: totals.branches,
        baseline: (then) => then.branches,
    }, subject);
}
//# sourceMappingURL=project-branch.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/rules/project-function.js

/** Share of all functions that were called. */
function projectFunction(subject) {
    const { config, totals } = subject;
    return judgeProjectRate({
        name: { ruleId: 'project-function', title: 'project functions', counted: 'functions' },
        setting: config.own.project.function,
        count: totals.functions,
        baseline: (then) => then.functions,
    }, subject);
}
//# sourceMappingURL=project-function.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/rules/project-line.js

/** Share of all coverable lines that ran. */
function projectLine(subject) {
    const { config, totals } = subject;
    return judgeProjectRate({
        name: { ruleId: 'project-line', title: 'project coverage', counted: 'lines' },
        setting: config.own.project.line,
        count: totals.lines,
        baseline: (then) => then.lines,
    }, subject);
}
//# sourceMappingURL=project-line.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/rules/project-statement.js

/** Share of all statements that ran. */
function projectStatement(subject) {
    const { config, totals } = subject;
    return judgeProjectRate({
        name: { ruleId: 'project-statement', title: 'project statements', counted: 'statements' },
        setting: config.own.project.statement,
        count: totals.statements,
        baseline: (then) => then.statements,
    }, subject);
}
//# sourceMappingURL=project-statement.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/rules/report-problems.js
/** More than these would bury the rest of the verdict; the step's page lists all. */
const MAX_REASONS = 5;
/** What could not be read makes the verdict inconclusive: nobody knows what it would have said. */
function reportProblems({ config, evidence }) {
    const isRelaxed = config.shared['on-report-error'].value === 'warn';
    const reasons = evidence.problems
        .slice(0, MAX_REASONS)
        .map((problem) => report_problems_reasonOf(messageOf(problem), isRelaxed ? 'warn' : 'inconclusive'));
    const more = evidence.problems.length - MAX_REASONS;
    if (more > 0)
        reasons.push(report_problems_reasonOf(`${more} more reports could not be used.`, isRelaxed ? 'warn' : 'inconclusive'));
    return { reasons, findings: [] };
}
/** `coverage.xml:12: message remedy` */
function messageOf({ path, line, message, remedy }) {
    const place = path === null ? '' : `${path}${line === null ? '' : `:${line}`}: `;
    return `${place}${message}${remedy === null ? '' : ` ${remedy}`}`;
}
function report_problems_reasonOf(message, outcome) {
    return {
        ruleId: 'report-problems',
        title: 'reports readable',
        outcome,
        message,
        actual: null,
        limit: null,
        limitOrigin: 'none',
        unit: 'count',
        baseline: null,
    };
}
//# sourceMappingURL=report-problems.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/rules/same-tree.js
/** Reports of different trees describe different lines, so nothing can be said of their sum. */
function sameTree({ evidence }) {
    const { testedShas } = evidence.facts;
    if (testedShas.length < 2)
        return { reasons: [], findings: [] };
    const named = testedShas.map((sha) => sha?.slice(0, 10) ?? 'a working tree').join(', ');
    return {
        reasons: [
            {
                ruleId: 'same-tree',
                title: 'one tree tested',
                outcome: 'inconclusive',
                message: `The legs of this run tested different trees (${named}), so their reports cannot be joined.`,
                actual: null,
                limit: null,
                limitOrigin: 'none',
                unit: 'count',
                baseline: null,
            },
        ],
        findings: [],
    };
}
//# sourceMappingURL=same-tree.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/decide.js















/** In the order of the verdict's table. */
const RULES = [
    patchLine,
    patchBranch,
    projectLine,
    projectBranch,
    projectStatement,
    projectFunction,
    drop,
    criticalModule,
    reportProblems,
    sameTree,
];
function decide(evidence, config) {
    const subject = subjectOf(evidence, config);
    const judgements = RULES.map((rule) => rule(subject));
    const reasons = judgements.flatMap((judgement) => judgement.reasons).map(accept/* tellAccept */.M);
    const isJudged = config.shared.mode.value !== 'collect';
    return {
        verdict: { outcome: (0,outcome/* worstOutcome */.O)(reasons.map(({ outcome }) => outcome)), headline: headlineOf(reasons), reasons },
        findings: isJudged ? judgements.flatMap((judgement) => judgement.findings) : [],
        changes: isJudged ? recordBaseline(evidence) : [],
    };
}
//# sourceMappingURL=decide.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/facts.js
const EMPTY_FACTS = {
    reports: [],
    files: [],
    changes: { kind: 'unknown', reason: 'No report could be read.', remedy: null },
    baselines: [],
    testedShas: [],
    unmatched: [],
    notes: [],
};
//# sourceMappingURL=facts.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/outputs.js


/** Empty where there is nothing to count: 0/0 is neither 0 % nor 100 %. */
const OUTPUTS = [
    output('line-rate', 'Percent of all coverable lines that ran, two decimals, rounded down.', ({ facts }) => percentFloored(projectTotals(facts).lines)),
    output('covered-lines', 'Coverable lines that ran.', ({ facts }) => String(projectTotals(facts).lines.covered)),
    output('total-lines', 'All coverable lines.', ({ facts }) => String(projectTotals(facts).lines.total)),
    output('branch-rate', 'Percent of all branches that were taken; empty without branch data.', ({ facts }) => percentFloored(projectTotals(facts).branches)),
    output('covered-branches', 'Branches that were taken; empty without branch data.', ({ facts }) => textOf(projectTotals(facts).branches?.covered)),
    output('total-branches', 'All branches; empty without branch data.', ({ facts }) => textOf(projectTotals(facts).branches?.total)),
    output('patch-line-rate', 'Percent of the changed coverable lines that ran; empty without any.', ({ facts }) => percentFloored(patchCoverage(facts)?.lines ?? null)),
    output('covered-patch-lines', 'Changed coverable lines that ran; empty when the change is not known.', ({ facts }) => textOf(patchCoverage(facts)?.lines.covered)),
    output('total-patch-lines', 'Changed coverable lines; empty when the change is not known.', ({ facts }) => textOf(patchCoverage(facts)?.lines.total)),
    output('base-sha', 'Commit that the change was compared with; empty when there is none.', ({ facts }) => facts.changes.kind === 'known' ? facts.changes.base : ''),
];
/** `84.71`, never rounded up: what is shown claims no more than what was measured. */
function percentFloored(count) {
    if (count === null || count.total === 0)
        return '';
    const hundredths = String((BigInt(count.covered) * 10000n) / BigInt(count.total)).padStart(3, '0');
    return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
}
function textOf(value) {
    return value === undefined ? '' : String(value);
}
function output(name, description, valueFrom) {
    return { name, description, valueOf: (_decision, evidence) => valueFrom(evidence) };
}
//# sourceMappingURL=outputs.js.map
;// CONCATENATED MODULE: ./packages/core/lib/evidence-fold/read-facts.js

/** What is wrong; the place is put together on the way back, because nearly every value is fine. */
class FactFault extends Error {
    expected;
    place;
    constructor(expected, place) {
        super(expected);
        this.expected = expected;
        this.place = place;
    }
}
const PLACE_CHARACTERS_MAX = 200;
/** @throws ReportError naming the place that is wrong */
function readFacts(value, read) {
    try {
        return read(value);
    }
    catch (error) {
        if (!(error instanceof FactFault))
            throw error;
        const place = `facts${error.place}`.slice(0, PLACE_CHARACTERS_MAX);
        throw new errors/* ReportError */.$g(`is wrong at ${place}: expected ${error.expected}`, {
            path: 'facts',
            line: null,
            remedy: 'pass the evidence file that a Testwarden step of this version wrote, unchanged',
        });
    }
}
function textFact(maxCharacters) {
    return (value) => {
        if (typeof value === 'string' && value.length <= maxCharacters)
            return value;
        throw new FactFault(`a text of at most ${maxCharacters} characters`, '');
    };
}
/** A text that passes a test of its own. @param expected for the message: `a sha` */
function shapedFact(expected, isRight) {
    return (value) => {
        if (typeof value === 'string' && isRight(value))
            return value;
        throw new FactFault(expected, '');
    };
}
/** An integer that a double holds exactly. */
function integerFact(min = 0) {
    return (value) => {
        if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min)
            return value;
        throw new FactFault(`a whole number from ${min}`, '');
    };
}
const booleanFact = (value) => {
    if (typeof value === 'boolean')
        return value;
    throw new FactFault('true or false', '');
};
function nullableFact(read) {
    return (value) => (value === null ? null : read(value));
}
function listFact(read, maxItems) {
    return (value) => {
        if (!Array.isArray(value) || value.length > maxItems)
            throw new FactFault(`a list of at most ${maxItems}`, '');
        return value.map((item, index) => within(`[${index}]`, () => read(item)));
    };
}
/** A list in which each key is greater than the one before it, so that nothing is there twice. */
function ascendingFact(read, keyOf) {
    return (value) => {
        const list = read(value);
        for (let index = 1; index < list.length; index++) {
            const [before, after] = [list[index - 1], list[index]];
            if (before === undefined || after === undefined || keyOf(before) >= keyOf(after))
                throw new FactFault('an item greater than the one before it', `[${index}]`);
        }
        return list;
    };
}
function objectFact(fields) {
    const entries = Object.entries(fields);
    return (value) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw new FactFault('an object', '');
        const given = { ...value };
        const read = entries.map(([name, reader]) => [name, within(`.${name}`, () => reader(given[name]))]);
        return Object.fromEntries(read);
    };
}
/** One of several shapes, told apart by their `kind`. */
function kindFact(shapes) {
    const readers = new Map(Object.entries(shapes));
    return (value) => {
        const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
        const read = typeof kind === 'string' ? readers.get(kind) : undefined;
        if (read === undefined)
            throw new FactFault(`a kind among ${[...readers.keys()].join(', ')}`, '.kind');
        return { kind, ...read(value) };
    };
}
/** A value that was read, and is still wrong as a whole. @param expected null: it is right */
function checkedFact(read, findFault) {
    return (value) => {
        const whole = read(value);
        const expected = findFault(whole);
        if (expected === null)
            return whole;
        throw new FactFault(expected, '');
    };
}
function within(place, read) {
    try {
        return read();
    }
    catch (error) {
        throw error instanceof FactFault ? new FactFault(error.expected, place + error.place) : error;
    }
}
//# sourceMappingURL=read-facts.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/parse-facts.js


/** Longer than any file system allows. */
const PATH_CHARACTERS = 4096;
/** Messages of ours; what they quote is cut when they are made. */
const MESSAGE_CHARACTERS = 20_000;
/** So many files no repository has; the evidence's own limit of bytes is nearly always reached first. */
const FILES_MAX = 1_000_000;
const ITEMS_MAX = 1_000_000;
const LEGS_MAX = 1000;
/**
 * Facts as another job handed them over. What passes is as {@link CoverageFacts} of our own: sorted, without copies,
 * and with counts that can be added up.
 * @throws ReportError naming the place that is wrong
 */
function parseFacts(value) {
    return readFacts(value, facts);
}
const path = textFact(PATH_CHARACTERS);
const message = textFact(MESSAGE_CHARACTERS);
const parse_facts_count = integerFact();
const sha = shapedFact('a sha', (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text));
const time = shapedFact('a time in UTC', (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text));
const lines = shapedFact('ascending line ranges such as 1-5,7', areLines);
const covered = checkedFact(objectFact({ covered: parse_facts_count, total: parse_facts_count }), (read) => read.covered <= read.total ? null : 'at most as many covered as there are');
const totals = objectFact({
    lines: covered,
    branches: nullableFact(covered),
    functions: nullableFact(covered),
    statements: nullableFact(covered),
});
const identities = ascendingFact(listFact(path, ITEMS_MAX), (identity) => identity);
const hitSet = checkedFact(objectFact({ covered: identities, missed: identities }), (read) => disjoint(read.covered, read.missed));
const branch = checkedFact(objectFact({
    line: parse_facts_count,
    taken: identities,
    untaken: identities,
    counted: readCounted,
}), ({ taken, untaken }) => disjoint(taken, untaken));
const file = checkedFact(objectFact({
    path,
    isTracked: booleanFact,
    covered: lines,
    missed: lines,
    branches: ascendingFact(listFact(branch, ITEMS_MAX), ({ line }) => line),
    functions: nullableFact(hitSet),
    statements: nullableFact(hitSet),
}), (read) => intersect(linesFromText(read.covered), linesFromText(read.missed)).length === 0
    ? null
    : 'no line that is both covered and missed');
const warning = objectFact({ message, line: nullableFact(parse_facts_count) });
const report = objectFact({
    path,
    format: textFact(100),
    dialect: nullableFact(textFact(100)),
    fileCount: parse_facts_count,
    totals,
    declared: nullableFact(totals),
    warnings: listFact(warning, 1000),
    warningCount: parse_facts_count,
});
const unmatched = objectFact({
    report: path,
    written: path,
    tried: listFact(path, 1000),
    candidates: listFact(path, 1000),
});
const changedFile = objectFact({ path, lines });
const changes = kindFact({
    known: objectFact({
        base: path,
        files: ascendingFact(listFact(changedFile, FILES_MAX), (changed) => changed.path),
    }),
    none: objectFact({ reason: message }),
    unknown: objectFact({ reason: message, remedy: nullableFact(message) }),
});
const baseline = kindFact({
    record: objectFact({ sha, distance: parse_facts_count, totals, time, writtenBy: nullableFact(message) }),
    none: objectFact({ reason: message }),
    foreign: objectFact({ reason: message, remedy: message }),
    unreadable: objectFact({ reason: message, remedy: nullableFact(message) }),
});
const facts = objectFact({
    reports: listFact(report, ITEMS_MAX),
    files: ascendingFact(listFact(file, FILES_MAX), (read) => read.path),
    changes,
    baselines: listFact(baseline, LEGS_MAX),
    testedShas: listFact(nullableFact(sha), LEGS_MAX),
    unmatched: listFact(unmatched, ITEMS_MAX),
    notes: listFact(message, ITEMS_MAX),
});
function readCounted(value) {
    const [taken = 0, total = 0, ...rest] = listFact(parse_facts_count, 2)(value);
    const { covered: known, total: all } = covered(Array.isArray(value) && value.length === 2 && rest.length === 0 ? { covered: taken, total } : null);
    return [known, all];
}
function areLines(text) {
    try {
        return linesFromText(text).length >= 0;
    }
    catch {
        return false;
    }
}
/** Both ascend. */
function disjoint(left, right) {
    const known = new Set(left);
    return right.some((identity) => known.has(identity)) ? 'nothing on both sides' : null;
}
//# sourceMappingURL=parse-facts.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/page/base.js



/**
 * Which record the rates were compared with, and whether later runs will be compared with this one. A missing baseline
 * is said by the rule that misses it, the base of the change by the step.
 */
function baselineSections(evidence, isRecorded) {
    const items = [origin(evidence.facts), recorded(evidence, isRecorded)].filter((item) => item !== null);
    return items.length === 0 ? [] : [{ kind: 'list', heading: 'Baseline', items }];
}
function origin(facts) {
    const baseline = soleBaseline(facts);
    if (baseline === null)
        return null;
    const { sha, distance, time, writtenBy } = baseline;
    const far = distance === 0 ? 'the base itself' : `${(0,inline/* countWord */.MD)(distance, 'commit')} before the base`;
    const whose = writtenBy === null ? '' : `, written by the job ${writtenBy}, as this one keeps no records of its own`;
    return [
        'Compared with the record of ',
        { kind: 'code', text: sha.slice(0, 10) },
        `, ${far}, of ${time.slice(0, 10)}${whose}.`,
    ];
}
function recorded(evidence, isRecorded) {
    if (isRecorded)
        return 'This run is recorded as a baseline.';
    return evidence.run.isBaseline ? whyNoRecord(evidence) : null;
}
//# sourceMappingURL=base.js.map
// EXTERNAL MODULE: ./packages/core/lib/model/rich-text.js
var rich_text = __webpack_require__(377);
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/page/problems.js

const TROUBLE = ['fail', 'inconclusive', 'warn'];
/** What decided the verdict, when it is a bad one. */
function decisiveReasons({ verdict }) {
    return TROUBLE.includes(verdict.outcome) ? verdict.reasons.filter(({ outcome }) => outcome === verdict.outcome) : [];
}
/** One thing to fix per decisive reason that no other section tells. */
function problemSections(decision) {
    return decisiveReasons(decision)
        .filter((reason) => !isToldElsewhere(reason))
        .map((reason) => ({ kind: 'text', role: 'problem', heading: headingOf(reason), text: (0,rich_text/* richText */.Y)(problems_textOf(reason)) }));
}
/** Untested changed lines have a section of their own, and what could not be read is told by the pipeline. */
function isToldElsewhere({ ruleId, actual }) {
    return ruleId === 'report-problems' || (ruleId === 'patch-line' && actual !== null);
}
function headingOf({ ruleId, title, actual, outcome }) {
    if (actual === null && outcome === 'fail')
        return `In no report: ${title}`;
    if (actual === null)
        return `Not judged: ${title}`;
    return ruleId === 'drop' ? 'Project coverage fell' : `Too low: ${title}`;
}
function problems_textOf({ message, limitOrigin }) {
    return limitOrigin === 'assumed' ? `${message} Nobody wrote this limit, so it only advises.` : message;
}
//# sourceMappingURL=problems.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/page/not-judged.js



const SHOWN = 10;
/** What a reader might think was judged and was not, with the reason. Unreadable reports are told by the pipeline. */
function notJudged(decision, patch) {
    const told = new Set(decisiveReasons(decision));
    const silent = decision.verdict.reasons.filter((reason) => reason.actual === null && !told.has(reason) && reason.ruleId !== 'report-problems');
    const items = silent.map(({ title, message }) => [{ kind: 'strong', text: title }, ': ', (0,rich_text/* richText */.Y)(message)]);
    const sections = items.length === 0 ? [] : [{ kind: 'list', heading: 'Not judged', items }];
    return [...sections, ...unreported(patch)];
}
function unreported(patch) {
    const paths = patch?.unreported ?? [];
    const items = paths.slice(0, SHOWN).map((path) => ({ kind: 'location', path, ranges: [] }));
    const left = paths.length - SHOWN;
    if (left > 0)
        items.push(`and ${(0,numbers/* formatInteger */.Sm)(left)} more`);
    return listOf('Changed, but in no report', items);
}
function listOf(heading, items) {
    return items.length === 0 ? [] : [{ kind: 'list', heading, items }];
}
//# sourceMappingURL=not-judged.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/page/reports.js


const reports_SHOWN = 50;
/** What was read, as it counts and as the files themselves claim, and what did not fit in. */
function reportSections(facts) {
    const { reports } = facts;
    if (reports.length === 0)
        return [];
    const lines = reports.length === 1 ? '1 report' : `${(0,numbers/* formatInteger */.Sm)(reports.length)} reports`;
    const table = { kind: 'table', columns: COLUMNS, rows: reports.slice(0, reports_SHOWN).map(rowOf) };
    const remarks = [...reports.flatMap(remarksOf), ...facts.notes, ...leftOut(reports.length)];
    const list = remarks.length === 0 ? [] : [{ kind: 'list', items: remarks.slice(0, 2 * reports_SHOWN) }];
    return [{ kind: 'details', summary: `Read: ${lines}`, sections: [table, ...list] }, ...unmatchedSection(facts)];
}
const COLUMNS = [
    { title: 'report', align: 'left' },
    { title: 'format', align: 'left' },
    { title: 'files', align: 'right' },
    { title: 'lines', align: 'right' },
    { title: 'branches', align: 'right' },
    { title: 'declared by the file', align: 'left' },
];
function rowOf({ path, format, dialect, fileCount, totals, declared }) {
    return [
        { kind: 'code', text: path },
        dialect === null ? format : `${format} (${dialect})`,
        (0,numbers/* formatInteger */.Sm)(fileCount),
        countCell(totals.lines),
        countCell(totals.branches),
        declared === null ? numbers/* NO_VALUE */.GY : declaredCell(declared, totals),
    ];
}
function countCell(count) {
    if (count === null)
        return numbers/* NO_VALUE */.GY;
    const ratio = toRatio(count);
    return (0,numbers/* formatFraction */.MJ)(ratio, { counted: null, percent: (0,numbers/* formatPercent */.l9)(ratio, null) });
}
/** Only what differs is repeated; the reader's warning below says why. */
function declaredCell(declared, totals) {
    const differences = [
        differenceText('lines', declared.lines, totals.lines),
        differenceText('branches', declared.branches, totals.branches),
    ].filter((text) => text !== null);
    return differences.length === 0 ? 'the same' : differences.join(', ');
}
function differenceText(counted, declared, recount) {
    if (declared === null || (declared.covered === recount?.covered && declared.total === recount.total))
        return null;
    return `${counted} ${(0,numbers/* formatInteger */.Sm)(declared.covered)} of ${(0,numbers/* formatInteger */.Sm)(declared.total)}`;
}
function remarksOf({ path, warnings, warningCount }) {
    const told = warnings.map(({ message, line }) => [
        { kind: 'code', text: line === null ? path : `${path}:${line}` },
        `: ${message}`,
    ]);
    const left = warningCount - warnings.length;
    return left > 0 ? [...told, [{ kind: 'code', text: path }, `: ${(0,numbers/* formatInteger */.Sm)(left)} more warnings`]] : told;
}
function leftOut(reportCount) {
    return reportCount > reports_SHOWN ? [`${(0,numbers/* formatInteger */.Sm)(reportCount - reports_SHOWN)} more reports are not listed here`] : [];
}
function unmatchedSection({ files, unmatched }) {
    if (unmatched.length === 0)
        return [];
    const count = files.filter((file) => !file.isTracked).length;
    const sections = [
        {
            kind: 'text',
            text: 'These count for the project as the reports have them, and never for a change: git tracks no such file, or more than one that it could be.',
        },
        { kind: 'table', columns: UNMATCHED_COLUMNS, rows: unmatched.slice(0, reports_SHOWN).map(unmatchedRow) },
    ];
    const summary = `Paths of reports that match no tracked file: ${(0,numbers/* formatInteger */.Sm)(Math.max(count, unmatched.length))}`;
    return [{ kind: 'details', summary, sections }];
}
const UNMATCHED_COLUMNS = [
    { title: 'report', align: 'left' },
    { title: 'path', align: 'left' },
    { title: 'tried', align: 'left' },
    { title: 'could be', align: 'left' },
];
function unmatchedRow({ report, written, tried, candidates }) {
    return [
        { kind: 'code', text: report },
        { kind: 'code', text: written },
        tried.join(', ') || numbers/* NO_VALUE */.GY,
        candidates.join(', ') || numbers/* NO_VALUE */.GY,
    ];
}
//# sourceMappingURL=reports.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/page/untested-lines.js




/** Shown at once; the others are folded. */
const FILES_SHOWN = 10;
const FILES_FOLDED = 300;
/** The changed lines that no test runs, the files with the most of them first. */
function untestedLines(decision, patch) {
    const files = patch.files.filter((file) => file.missed.length > 0).sort(byGaps);
    const count = patch.lines.total - patch.lines.covered;
    if (count === 0)
        return partialBranches(patch);
    const isProblem = decisiveReasons(decision).some(({ ruleId }) => ruleId === 'patch-line');
    const heading = `You added ${(0,numbers/* formatInteger */.Sm)(count)} untested ${count === 1 ? 'line' : 'lines'}`;
    const items = files.slice(0, FILES_SHOWN).map(fileItem);
    const worst = { kind: 'list', heading, items, ...(isProblem ? { role: 'problem' } : {}) };
    return [worst, ...folded(files.slice(FILES_SHOWN)), ...partialBranches(patch)];
}
function byGaps(left, right) {
    return countLines(right.missed) - countLines(left.missed) || (left.path < right.path ? -1 : 1);
}
function fileItem({ path, covered, missed, gaps }) {
    const untested = countLines(missed);
    const all = untested + countLines(covered);
    return [
        { kind: 'location', path, ranges: gaps },
        `: ${(0,numbers/* formatInteger */.Sm)(untested)} of ${(0,numbers/* formatInteger */.Sm)(all)} changed ${all === 1 ? 'line' : 'lines'} untested`,
    ];
}
function folded(files) {
    if (files.length === 0)
        return [];
    const left = files.length - FILES_FOLDED;
    const items = files.slice(0, FILES_FOLDED).map(fileItem);
    if (left > 0)
        items.push(`and ${(0,numbers/* formatInteger */.Sm)(left)} more files`);
    const summary = `Untested lines in ${(0,numbers/* formatInteger */.Sm)(files.length)} more files`;
    return [{ kind: 'details', summary, sections: [{ kind: 'list', items }] }];
}
/** Lines that ran and left a branch out; lines that never ran are listed already. */
function partialBranches({ files }) {
    const items = files.flatMap(({ path, covered, branches }) => branches
        .filter(({ line }) => covered.some(({ first, last }) => first <= line && line <= last))
        .map((branch) => ({ line: branch.line, ...countBranch(branch) }))
        .filter((count) => count.covered < count.total)
        .map(({ line, covered: taken, total }) => [
        { kind: 'location', path, ranges: [{ first: line, last: line }] },
        `: ${taken} of ${total} branches taken`,
    ]));
    if (items.length === 0)
        return [];
    const summary = `Changed lines with untested branches: ${(0,numbers/* formatInteger */.Sm)(items.length)}`;
    return [{ kind: 'details', summary, sections: [{ kind: 'list', items: items.slice(0, FILES_FOLDED) }] }];
}
//# sourceMappingURL=untested-lines.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/present.js






/** The verdict's table stands above all pages of a step; this is what a reader needs beyond it. */
function present(decision, evidence) {
    const patch = patchCoverage(evidence.facts);
    const isRecorded = decision.changes.some((change) => change.kind === 'append-history');
    return {
        gate: 'coverage',
        title: 'Coverage',
        sections: [
            ...(patch === null ? [] : untestedLines(decision, patch)),
            ...problemSections(decision),
            ...notJudged(decision, patch),
            ...baselineSections(evidence, isRecorded),
            ...reportSections(evidence.facts),
        ],
    };
}
//# sourceMappingURL=present.js.map
;// CONCATENATED MODULE: ./actions/coverage-gate/lib/index.js












const coverageGate = defineAction({
    id: 'coverage-gate',
    gate: 'coverage',
    title: 'Coverage',
    description: 'Is the changed code tested, and does the project keep its floor?',
    config: coverageConfig,
    outputs: OUTPUTS,
    maxEvidenceBytes: 64 * 1024 * 1024,
    emptyFacts: EMPTY_FACTS,
    acceptable: ACCEPTABLE_RULES,
    noInputRemedy: 'Run the tests with coverage before this step and have a report written (LCOV or Cobertura XML), or name it with `reports`.',
    collect: (context, ports) => collectCoverage(context, { ports, formats: registry/* coverageFormats */.Z }),
    decide: decide,
    present: present,
    parseFacts: parseFacts,
    mergeEvidence: mergeEvidence,
    compareWhole: compareWhole,
});
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 6613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k3: () => (/* binding */ effectiveConfig),
  QH: () => (/* binding */ resolveIn),
  T6: () => (/* binding */ usablePolicy)
});

// UNUSED EXPORTS: GATE_SECTIONS, fileSchema

// EXTERNAL MODULE: ./packages/core/lib/config/file-config.js
var file_config = __webpack_require__(2483);
// EXTERNAL MODULE: ./packages/core/lib/config/layer.js
var config_layer = __webpack_require__(1977);
// EXTERNAL MODULE: ./packages/core/lib/model/record-key.js
var record_key = __webpack_require__(920);
// EXTERNAL MODULE: ./packages/core/lib/config/resolve-settings.js
var resolve_settings = __webpack_require__(4324);
;// CONCATENATED MODULE: ./packages/core/lib/config/resolve-change.js


/**
 * The effective settings of a change: structure as the tested tree has it, policy as the base branch has it. An input
 * counts for a policy only where it is stricter.
 */
function resolveChange(section, layers) {
    const looser = [];
    const resolution = (0,resolve_settings/* resolveEach */.AQ)(section, (named) => {
        if (named.field.role === 'structure')
            return (0,resolve_settings/* resolveField */.lI)(named, [layers.inputs, ...listOf(layers.tested)]);
        if (layers.base === null)
            return (0,resolve_settings/* resolveField */.lI)(named, [layers.inputs]);
        return resolvePolicy(named, { inputs: layers.inputs, base: layers.base, looser });
    });
    return { resolution, looser };
}
function resolvePolicy(named, { inputs, base, looser }) {
    const before = (0,resolve_settings/* resolveField */.lI)(named, [base]);
    if (before.error !== null || inputs.valueOf(named) === undefined)
        return before;
    const wanted = (0,resolve_settings/* resolveField */.lI)(named, [inputs]);
    if (wanted.error !== null)
        return wanted;
    // Saying what the base says changes nothing, but for a limit that nobody wrote: now somebody did.
    if (isSame(before.setting.value, wanted.setting.value))
        return before.setting.origin.kind === 'assumed' ? wanted : before;
    const value = tightened(named.field, before.setting, wanted.setting.value);
    if (isSame(value, wanted.setting.value))
        return wanted;
    looser.push({
        path: named.path,
        input: named.field.input ?? named.path.join('.'),
        wanted: (0,resolve_settings/* settingText */.Su)(named.field, wanted.setting.value),
        base: (0,resolve_settings/* settingText */.Su)(named.field, before.setting.value),
        effective: (0,resolve_settings/* settingText */.Su)(named.field, value),
        baseOrigin: before.setting.origin,
    });
    if (isSame(value, before.setting.value))
        return before;
    return { setting: { value, origin: wanted.setting.origin }, error: null };
}
function tightened(field, base, wanted) {
    return field.tighten === undefined ? base.value : field.tighten(base, wanted);
}
function isSame(left, right) {
    return (0,record_key/* canonicalJson */.d)(left) === (0,record_key/* canonicalJson */.d)(right);
}
function listOf(layer) {
    return layer === null ? [] : [layer];
}
//# sourceMappingURL=resolve-change.js.map
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/core/lib/config/field.js
var field = __webpack_require__(9852);
// EXTERNAL MODULE: ./packages/core/lib/config/suggest.js
var suggest = __webpack_require__(6358);
;// CONCATENATED MODULE: ./packages/core/lib/config/unknown-keys.js




/** Beyond this many the file is no config of ours; the rest is counted. */
const MAX_TOLD = 20;
/**
 * Keys of a config file that mean nothing: a typo in a limit must not quietly switch the limit off.
 * @param schema every section that a config file may have, whichever action is running
 */
function findUnknownKeys(file, schema) {
    const told = [];
    let hidden = 0;
    for (const tell of unknownKeys({ file, node: file.root, schema, path: [] })) {
        if (told.length < MAX_TOLD)
            told.push(tell());
        else
            hidden++;
    }
    return hidden === 0 ? told : [...told, moreUnknownKeys(file, hidden)];
}
function moreUnknownKeys({ path }, count) {
    return new errors/* ConfigurationError */.j1(`${count} more keys are not known.`, {
        remedy: 'Check that this is the config file of Testwarden.',
        path,
    });
}
/** Each as a function, because finding its line and what it was meant to be takes time. */
function* unknownKeys({ file, node, schema, path }) {
    for (const [name, value] of Object.entries(node)) {
        const inner = [...path, name];
        const known = Object.hasOwn(schema, name) ? schema[name] : undefined;
        if (known === undefined)
            yield () => unknownKey(file, inner, Object.keys(schema));
        else if ((0,field/* isField */.d)(known))
            continue;
        else if ((0,config_layer/* isMapping */.pi)(value))
            yield* unknownKeys({ file, node: value, schema: known, path: inner });
        else if (value !== null)
            yield () => notAMapping(file, inner, Object.keys(known));
    }
}
function unknownKey(file, path, known) {
    const near = (0,suggest/* suggest */.Z)(path.at(-1) ?? '', known);
    return new errors/* ConfigurationError */.j1(`The key ${path.join('.')} is not known.`, {
        remedy: near === null ? `Known here: ${known.join(', ')}.` : `Did you mean ${near}?`,
        ...place(file, path),
    });
}
function notAMapping(file, path, known) {
    return new errors/* ConfigurationError */.j1(`The key ${path.join('.')} needs keys below it.`, {
        remedy: `Write one or more of: ${known.join(', ')}.`,
        ...place(file, path),
    });
}
function place(file, path) {
    const line = file.lineOf(path);
    return { path: file.path, ...(line === null ? {} : { line }) };
}
//# sourceMappingURL=unknown-keys.js.map
// EXTERNAL MODULE: ./packages/core/lib/limits/accept.js
var accept = __webpack_require__(3344);
// EXTERNAL MODULE: ./packages/core/lib/action/shared-config.js + 2 modules
var shared_config = __webpack_require__(9558);
;// CONCATENATED MODULE: ./packages/core/lib/action/effective-config.js








/** Sections that a config file may have in this version; an action alone knows only its own in depth. */
const GATE_SECTIONS = ['coverage'];
/**
 * What one gate is run with. Off pull requests inputs win over the file, the file over what is assumed. On a change
 * the base branch's file is the policy, and inputs may only tighten it.
 */
function effectiveConfig(definition, sources) {
    const policy = usablePolicy(definition, sources.policy);
    const use = { inputs: sources.inputs, file: sources.file, policy, looser: [] };
    const top = resolveIn(file_config/* fileConfig */.X, [], use);
    const shared = resolveIn(shared_config/* sharedConfig */.s, [definition.gate], use);
    const own = resolveIn(definition.config, [definition.gate], use);
    const wrong = policy?.kind === 'base' ? fileErrors(definition, sources.file) : effective_config_unknownKeys(definition, sources.file);
    if (!top.ok || !shared.ok || !own.ok || wrong.length > 0)
        return { ok: false, errors: distinct([...wrong, ...errorsOf(top), ...errorsOf(shared), ...errorsOf(own)]) };
    const doubt = policy === null || policy.kind === 'base' ? null : policy;
    const gate = {
        own: own.settings,
        shared: doubt?.kind === 'ill-formed' ? advising(shared.settings) : shared.settings,
        accepts: (sources.accepts ?? []).filter(accept/* isInForce */.fx),
    };
    return { ok: true, config: { top: top.settings, gate, looser: use.looser, doubt } };
}
/** One section by the rules of {@link effectiveConfig}. */
function resolveIn(section, prefix, use) {
    const inputs = (0,config_layer/* inputLayer */.cp)(use.inputs);
    const tested = use.file === null ? null : (0,config_layer/* fileLayer */.mS)(use.file, prefix);
    if (use.policy?.kind !== 'base')
        return (0,resolve_settings/* resolveSettings */.Mo)(section, tested === null ? [inputs] : [inputs, tested]);
    const base = use.policy.file === null ? null : (0,config_layer/* fileLayer */.mS)(use.policy.file, prefix);
    const { resolution, looser } = resolveChange(section, { inputs, tested, base });
    use.looser.push(...looser);
    return resolution;
}
/** A base config that this gate cannot use is as good as one that does not parse. */
function usablePolicy(definition, policy) {
    if (policy === undefined)
        return null;
    if (policy.kind !== 'base')
        return policy;
    const [error] = fileErrors(definition, policy.file);
    const problem = error === undefined ? null : (0,errors/* toProblem */.H8)(error);
    return problem === null ? policy : illFormed(policy, problem);
}
function illFormed({ branch, sha }, problem) {
    return { kind: 'ill-formed', branch, sha, problem };
}
/** Everything that is wrong with a file by itself, as far as this gate knows it. */
function fileErrors(definition, file) {
    if (file === null)
        return [];
    const resolved = [
        (0,resolve_settings/* resolveSettings */.Mo)(file_config/* fileConfig */.X, [(0,config_layer/* fileLayer */.mS)(file, [])]),
        (0,resolve_settings/* resolveSettings */.Mo)(shared_config/* sharedConfig */.s, [(0,config_layer/* fileLayer */.mS)(file, [definition.gate])]),
        (0,resolve_settings/* resolveSettings */.Mo)(definition.config, [(0,config_layer/* fileLayer */.mS)(file, [definition.gate])]),
    ];
    return [...effective_config_unknownKeys(definition, file), ...resolved.flatMap(errorsOf)];
}
function effective_config_unknownKeys(definition, file) {
    return file === null ? [] : findUnknownKeys(file, fileSchema([definition]));
}
/** The limits of a change itself must not stop it when those of its base cannot be read. */
function advising(shared) {
    return shared.mode.value === 'collect' ? shared : { ...shared, mode: { ...shared.mode, value: 'advise' } };
}
/** The same mistake is found by whoever looks at the whole file and by whoever looks for one value. */
function distinct(errors) {
    return [...new Map(errors.map((error) => [`${error.path}:${error.line}:${error.message}`, error])).values()];
}
/** The whole file's schema as far as the given actions know it; the rest of the suite's sections are let through. */
function fileSchema(definitions) {
    const others = GATE_SECTIONS.map((gate) => [gate, anything]);
    const known = definitions.map(({ gate, config }) => [gate, { ...shared_config/* sharedConfig */.s, ...config }]);
    return { ...file_config/* fileConfig */.X, ...Object.fromEntries([...others, ...known]) };
}
function errorsOf(resolution) {
    return resolution.errors ?? [];
}
const anything = {
    type: 'field',
    description: 'Settings of another gate.',
    fallback: null,
    fallbackText: '',
    input: null,
    role: 'policy',
    stricter: null,
    jsonSchema: {},
    parse: (raw) => ({ ok: true, value: raw }),
};
//# sourceMappingURL=effective-config.js.map

/***/ }),

/***/ 5384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ fileSettings)
/* harmony export */ });
/* harmony import */ var _config_file_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2483);
/* harmony import */ var _effective_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6613);


/**
 * The settings above the sections of the gates.
 * @throws ConfigurationError for the first value that is wrong
 */
function fileSettings(sources) {
    const { inputs, file } = sources;
    const policy = (0,_effective_config_js__WEBPACK_IMPORTED_MODULE_1__/* .usablePolicy */ .T6)(NO_GATE, sources.policy);
    const resolved = (0,_effective_config_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveIn */ .QH)(_config_file_config_js__WEBPACK_IMPORTED_MODULE_0__/* .fileConfig */ .X, [], { inputs, file, policy, looser: [] });
    if (resolved.ok)
        return resolved.settings;
    throw resolved.errors[0];
}
/** Sections of gates are for the gates to judge. */
const NO_GATE = { gate: '', config: {} };
//# sourceMappingURL=file-settings.js.map

/***/ }),

/***/ 2599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ underDoubt)
/* harmony export */ });
/* harmony import */ var _model_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7423);

/**
 * A verdict by limits that may not be those of the base branch: where the base could not be read nothing passes, where
 * its config is ill-formed nothing fails (see `effectiveConfig`). Nothing is judged where legs are only collected.
 */
function underDoubt(verdict, doubt) {
    if (doubt === null || isCollected(verdict))
        return verdict;
    const outcome = doubt.kind === 'ill-formed' ? 'warn' : 'inconclusive';
    const reason = {
        ruleId: 'policy',
        title: 'policy of the base branch',
        outcome,
        message: `${doubt.problem.message}${doubt.problem.remedy === null ? '' : ` ${doubt.problem.remedy}`}`,
        actual: null,
        limit: null,
        limitOrigin: 'none',
        unit: 'count',
        baseline: null,
        wording: { actual: doubt.kind === 'ill-formed' ? 'cannot be used' : 'cannot be read' },
    };
    return { ...verdict, outcome: (0,_model_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .worstOutcome */ .O)([verdict.outcome, outcome]), reasons: [...verdict.reasons, reason] };
}
function isCollected({ outcome, reasons }) {
    return outcome === 'skipped' && reasons.length > 0 && reasons.every((reason) => reason.outcome === 'skipped');
}
//# sourceMappingURL=policy-doubt.js.map

/***/ }),

/***/ 2468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ policyNotes)
/* harmony export */ });
/* harmony import */ var _config_file_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2483);
/* harmony import */ var _config_layer_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1977);
/* harmony import */ var _config_resolve_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4324);
/* harmony import */ var _config_walk_section_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5341);
/* harmony import */ var _model_rich_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(377);
/* harmony import */ var _effective_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6613);
/* harmony import */ var _problem_page_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8419);
/* harmony import */ var _shared_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9558);








/** A change of more settings than this is read in its diff. */
const TOLD_SETTINGS_MAX = 10;
const SHORT_SHA = 7;
/** What a reader of a change must know of its policy before the verdict; none off pull requests. */
function policyNotes(definitions, sources) {
    const { policy } = sources;
    if (policy === undefined)
        return [];
    const doubts = definitions.map((definition) => (0,_effective_config_js__WEBPACK_IMPORTED_MODULE_2__/* .usablePolicy */ .T6)(definition, policy)).find(isDoubt);
    if (doubts !== undefined)
        return [doubtNote(doubts)];
    if (policy.kind !== 'base')
        return [];
    return [
        ...(policy.missing === null ? [] : [missingNote(policy, policy.missing)]),
        ...definitions.flatMap((definition) => gateNotes(definition, sources, policy)),
        ...alterations(definitions, policy, sources.file),
    ];
}
function isDoubt(policy) {
    return policy !== null && policy.kind !== 'base';
}
function doubtNote(doubt) {
    const { problem } = doubt;
    const place = problem.path === null ? '' : `\`${(0,_problem_page_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(problem)}\`: `;
    const told = `${place}${problem.message}${problem.remedy === null ? '' : ` ${problem.remedy}`}`;
    if (doubt.kind === 'ill-formed')
        return (0,_model_rich_text_js__WEBPACK_IMPORTED_MODULE_5__/* .richText */ .Y)(`The config of ${branchName(doubt)} at \`${doubt.sha.slice(0, SHORT_SHA)}\` cannot be used, so this change is judged by its own and nothing fails. ${told}`);
    return (0,_model_rich_text_js__WEBPACK_IMPORTED_MODULE_5__/* .richText */ .Y)(`The policy of ${branchName(doubt)} could not be read, so this change is judged by its own and nothing passes. ${told}`);
}
function missingNote({ branch, file }, missing) {
    const instead = file === null
        ? 'It has no other config at the default place, so nobody has written a limit there.'
        : `The policy is that of \`${file.path}\` there.`;
    return (0,_model_rich_text_js__WEBPACK_IMPORTED_MODULE_5__/* .richText */ .Y)(`${branchName({ branch })} has no config file \`${missing}\`, which this run names. ${instead}`);
}
function gateNotes(definition, sources, policy) {
    const resolved = (0,_effective_config_js__WEBPACK_IMPORTED_MODULE_2__/* .effectiveConfig */ .k3)(definition, sources);
    if (!resolved.ok)
        return [];
    const { looser, gate } = resolved.config;
    const collects = gate.shared.mode.value === 'collect' && gate.shared.mode.origin.kind === 'input' && policy.file !== null
        ? [
            (0,_model_rich_text_js__WEBPACK_IMPORTED_MODULE_5__/* .richText */ .Y)('The workflow of this change says `mode: collect`: this step judges nothing, whoever joins its evidence does.'),
        ]
        : [];
    return [...looser.map((input) => looserNote(input, policy)), ...collects];
}
function looserNote({ input, wanted, base, effective, baseOrigin }, policy) {
    const where = baseOrigin.kind === 'file' ? ` (\`${(0,_problem_page_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(baseOrigin)}\`)` : ', as nobody wrote another';
    const counts = effective === base ? 'It does not count' : `Only what is stricter counts: ${effective}`;
    return [
        'The input ',
        { kind: 'code', text: `${input}: ${wanted}` },
        (0,_model_rich_text_js__WEBPACK_IMPORTED_MODULE_5__/* .richText */ .Y)(` is looser than the policy of ${branchName(policy)}, which has ${base}${where}. ${counts}.`),
    ];
}
/** What the change's own config file does, and from when on. */
function alterations(definitions, policy, tested) {
    const sections = [
        [_config_file_config_js__WEBPACK_IMPORTED_MODULE_0__/* .fileConfig */ .X, []],
        ...definitions.flatMap(({ config, gate }) => [[_shared_config_js__WEBPACK_IMPORTED_MODULE_3__/* .sharedConfig */ .s, [gate]], [config, [gate]]]),
    ];
    const altered = sections.flatMap(([section, prefix]) => alteredIn(section, prefix, [policy.before, tested]));
    const later = altered.filter(({ named }) => named.field.role === 'policy');
    const now = altered.filter(({ named }) => named.field.role === 'structure');
    const removed = tested === null && policy.before !== null ? ' It removes the config file.' : '';
    return [
        ...told(later, `This change alters the policy.${removed} It does not count here, but once it is merged`),
        ...told(now, 'This change alters where things are found, which counts here already'),
    ];
}
function told(altered, intro) {
    if (altered.length === 0)
        return [];
    const items = altered
        .slice(0, TOLD_SETTINGS_MAX)
        .flatMap(({ named, before, after }, index) => [
        index === 0 ? ': ' : ', ',
        { kind: 'code', text: named.path.join('.') },
        ` ${before} → ${after}`,
    ]);
    const more = altered.length - TOLD_SETTINGS_MAX;
    return [[intro, ...items, more > 0 ? `, and ${more} more.` : '.']];
}
function alteredIn(section, prefix, [before, after]) {
    return [...(0,_config_walk_section_js__WEBPACK_IMPORTED_MODULE_6__/* .fieldsOf */ .P)(section)].flatMap((named) => {
        const [was, is] = [textIn(named, before, prefix), textIn(named, after, prefix)];
        return was === is ? [] : [{ named: { ...named, path: [...prefix, ...named.path] }, before: was, after: is }];
    });
}
/** A value with a word for one that nobody wrote: writing down what was assumed makes it binding. */
function textIn(named, file, prefix) {
    const { setting } = (0,_config_resolve_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveField */ .lI)(named, file === null ? [] : [(0,_config_layer_js__WEBPACK_IMPORTED_MODULE_7__/* .fileLayer */ .mS)(file, prefix)]);
    const text = (0,_config_resolve_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .settingText */ .Su)(named.field, setting.value);
    return setting.origin.kind === 'assumed' && setting.value !== null && text !== 'nothing' ? `${text} (assumed)` : text;
}
function branchName({ branch }) {
    return branch === null ? 'the base branch' : `\`${branch.replaceAll('`', '')}\``;
}
//# sourceMappingURL=policy-notes.js.map

/***/ }),

/***/ 8419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   BX: () => (/* binding */ problemSection),
/* harmony export */   f: () => (/* binding */ problemPage),
/* harmony export */   oo: () => (/* binding */ undecided)
/* harmony export */ });
/* harmony import */ var _model_rich_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(377);

/** What a gate says when it could not even be asked, such as with a config that has a typo. */
function undecided(problems) {
    const [first] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    return {
        verdict: {
            outcome: 'inconclusive',
            headline: `${first?.message ?? 'Nothing could be judged.'}${more}`,
            reasons: [],
        },
        findings: [],
        changes: [],
    };
}
function problemPage(definition, problems) {
    return { gate: definition.gate, title: definition.title, sections: [problemSection(problems)] };
}
/** One line per problem: where, what, and what to do. */
function problemSection(problems) {
    return { kind: 'list', role: 'problem', heading: 'What could not be used', items: problems.map(problemLine) };
}
function problemLine(problem) {
    const place = problem.path === null ? [] : [{ kind: 'code', text: placeOf(problem) }, ': '];
    const remedy = problem.remedy === null ? [] : [' ', (0,_model_rich_text_js__WEBPACK_IMPORTED_MODULE_0__/* .richText */ .Y)(problem.remedy)];
    return [...place, (0,_model_rich_text_js__WEBPACK_IMPORTED_MODULE_0__/* .richText */ .Y)(problem.message), ...remedy];
}
/** `path`, or `path:line` where the line is known. */
function placeOf(problem) {
    return problem.line === null ? `${problem.path}` : `${problem.path}:${problem.line}`;
}
//# sourceMappingURL=problem-page.js.map

/***/ }),

/***/ 9558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ sharedConfig)
});

// EXTERNAL MODULE: ./packages/core/lib/config/tighten.js
var tighten = __webpack_require__(1863);
;// CONCATENATED MODULE: ./packages/core/lib/config/fields/choice.js

/** One of a few words. */
function choice(words, { strictestFirst, ...details }) {
    return {
        ...details,
        type: 'field',
        fallbackText: details.fallback,
        stricter: null,
        jsonSchema: { enum: words },
        parse(raw) {
            const word = words.find((candidate) => candidate === raw);
            return word === undefined ? { ok: false, expected: `one of ${words.join(', ')}` } : { ok: true, value: word };
        },
        ...(strictestFirst === undefined ? {} : { tighten: (0,tighten/* tightenWord */.E3)(strictestFirst) }),
    };
}
//# sourceMappingURL=choice.js.map
// EXTERNAL MODULE: ./packages/core/lib/config/fields/count.js
var count = __webpack_require__(9303);
;// CONCATENATED MODULE: ./packages/core/lib/config/fields/count-limit.js


/** A whole number that something must not exceed; one that nobody wrote only advises, null is no limit. */
function countLimit(details) {
    const plain = (0,count/* count */.U)({ ...details, fallback: details.fallback ?? 0, stricter: 'lower' });
    return {
        ...plain,
        fallback: details.fallback,
        fallbackText: details.fallback === null ? '' : String(details.fallback),
        parse: (raw) => plain.parse(raw),
        tighten: tighten/* tightenCountLimit */.Gz,
    };
}
//# sourceMappingURL=count-limit.js.map
;// CONCATENATED MODULE: ./packages/core/lib/action/shared-config.js



/** Settings that every gate has, inside its own section of the config file. */
const sharedConfig = {
    mode: choice(['enforce', 'advise', 'collect'], {
        description: '`enforce` fails the step when a written limit is broken, `advise` never fails it, `collect` only writes the evidence file (for the legs of a matrix).',
        fallback: 'enforce',
        input: 'mode',
        role: 'policy',
        strictestFirst: ['enforce', 'advise'],
    }),
    'on-inconclusive': choice(['inconclusive', 'pass', 'warn', 'fail'], {
        description: 'What a verdict counts as when the evidence for a written limit is missing, such as the first baseline.',
        fallback: 'inconclusive',
        input: 'on-inconclusive',
        role: 'policy',
        strictestFirst: ['fail', 'inconclusive', 'warn', 'pass'],
    }),
    'on-report-error': choice(['error', 'warn'], {
        description: '`error` ends the step with exit code 2 when a report cannot be read, `warn` only says so.',
        fallback: 'error',
        input: 'on-report-error',
        role: 'policy',
        strictestFirst: ['error', 'warn'],
    }),
    baseline: {
        depth: (0,count/* count */.U)({
            description: 'How many commits back a baseline is looked for; fetched once where the checkout has fewer.',
            fallback: 200,
            input: 'baseline-depth',
            // A change that looks no further than itself would find nothing to be compared with.
            role: 'policy',
            stricter: 'higher',
        }),
        'max-days': countLimit({
            description: 'A baseline that is older is stale, and nothing is compared with it.',
            fallback: 30,
            input: 'baseline-max-days',
            role: 'policy',
        }),
        'max-commits': countLimit({
            description: 'A baseline that lies further back is stale, and nothing is compared with it.',
            fallback: null,
            input: 'baseline-max-commits',
            role: 'policy',
        }),
    },
};
//# sourceMappingURL=shared-config.js.map

/***/ }),

/***/ 1368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isChangeEvent),
/* harmony export */   d: () => (/* binding */ planComparison)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);

/**
 * The table of events of docs/architecture.md, "What is compared with what".
 * @throws ConfigurationError for `pull_request_target`, where a stranger's tests would run beside a token that writes
 */
function planComparison(facts) {
    if (facts.event === 'pull_request_target')
        throw refusedTarget();
    if (PULL_REQUEST_EVENTS.has(facts.event))
        return planPullRequest(facts);
    if (facts.event === 'merge_group')
        return planMergeGroup(facts);
    if (HISTORY_EVENTS.has(facts.event))
        return planBranch(facts);
    return tested(facts.sha, { base: unknownEvent(facts.event) });
}
const PULL_REQUEST_EVENTS = new Set([
    'pull_request',
    'pull_request_review',
    'pull_request_review_comment',
]);
/** Events that judge a change: their limits come from the branch that it is to be merged into. */
function isChangeEvent(event) {
    return PULL_REQUEST_EVENTS.has(event) || event === 'merge_group';
}
const HISTORY_EVENTS = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch']);
function planPullRequest({ sha, pullRequest, workspace }) {
    if (pullRequest === null)
        return tested(sha, { base: incompletePayload('pull_request') });
    const { number, headSha, baseSha, baseBranch } = pullRequest;
    const shown = { headSha, pullRequest: number };
    if (workspace === null)
        return tested(sha, { ...shown, base: NO_CHECKOUT });
    if (workspace.sha === headSha)
        return tested(headSha, { ...shown, base: { kind: 'merge-base', of: [baseSha, headSha], branch: baseBranch } });
    if (workspace.sha === sha)
        return tested(sha, { ...shown, base: firstParentOf(workspace.parents) });
    return tested(workspace.sha, { ...shown, base: otherCommit(workspace.sha) });
}
function planMergeGroup({ sha, mergeGroup, workspace }) {
    if (mergeGroup === null)
        return tested(sha, { base: incompletePayload('merge_group') });
    const { headSha, baseSha } = mergeGroup;
    if (workspace !== null && workspace.sha !== headSha)
        return tested(workspace.sha, { headSha, base: otherCommit(workspace.sha) });
    return tested(headSha, { base: { kind: 'commit', sha: baseSha } });
}
function planBranch(facts) {
    const { ref, sha, workspace } = facts;
    if (ref.startsWith('refs/heads/gh-readonly-queue/'))
        return tested(sha, { base: MERGE_QUEUE_PUSH });
    if (workspace !== null && workspace.sha !== sha)
        return tested(workspace.sha, { base: otherCommit(workspace.sha) });
    return tested(sha, { base: { kind: 'history' }, isBaseline: mayBeBaseline(facts) });
}
/** A dispatched run may be of any state of the world; only pushes and schedules stand for the branch. */
function mayBeBaseline({ event, ref, defaultBranch }) {
    if (event !== 'push' && event !== 'schedule')
        return false;
    return defaultBranch !== null && ref === `refs/heads/${defaultBranch}`;
}
function tested(testedSha, details) {
    return { testedSha, headSha: testedSha, isBaseline: false, pullRequest: null, ...details };
}
function firstParentOf(parents) {
    const [sha] = parents;
    if (sha !== undefined)
        return { kind: 'first-parent', sha };
    return unknownBase('the tested commit has no parent', 'run on a pull request that has a base');
}
function otherCommit(sha) {
    return unknownBase(`the workspace is at ${sha.slice(0, 7)}, which is not the commit that this event is about`, 'let actions/checkout take its default ref, or the head of the pull request');
}
function unknownEvent(event) {
    return unknownBase(`there is no rule for what a run of the event ${JSON.stringify(event)} is compared with`, 'run the gate on pull_request, merge_group, push, schedule or workflow_dispatch');
}
function incompletePayload(part) {
    return unknownBase(`the event has no usable ${part}`, 'check that GITHUB_EVENT_PATH names the file that GitHub wrote');
}
function unknownBase(reason, remedy) {
    return { kind: 'unknown', reason, remedy };
}
const NO_CHECKOUT = unknownBase('the job has no git checkout, so the changed lines are not known', 'run actions/checkout before this step');
const MERGE_QUEUE_PUSH = unknownBase('a push to a temporary branch of the merge queue is never recorded', 'run the gate on merge_group, and keep `gh-readonly-queue/**` out of `on: push`');
function refusedTarget() {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1('pull_request_target would run the tests of a stranger beside a token that can write', {
        remedy: 'use `on: pull_request`, and let a `workflow_run` job with the publish action write the results',
    });
}
//# sourceMappingURL=comparison.js.map

/***/ }),

/***/ 9852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ limitOrigin),
/* harmony export */   d: () => (/* binding */ isField)
/* harmony export */ });
function isField(node) {
    return node.type === 'field';
}
/** `none` when there is no limit at all. */
function limitOrigin(setting) {
    if (setting.value === null)
        return 'none';
    return setting.origin.kind === 'assumed' ? 'assumed' : 'written';
}
//# sourceMappingURL=field.js.map

/***/ }),

/***/ 9303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ count)
/* harmony export */ });
/* harmony import */ var _tighten_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1863);

/** A whole number, zero or more. */
function count(details) {
    return {
        ...details,
        type: 'field',
        fallbackText: String(details.fallback),
        jsonSchema: {
            anyOf: [
                { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
                { type: 'string', pattern: '^\\s*\\d{1,15}\\s*$' },
            ],
        },
        parse(raw) {
            const value = typeof raw === 'string' && /^\s*\d{1,15}\s*$/.test(raw) ? Number(raw) : raw;
            return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
                ? { ok: true, value }
                : { ok: false, expected: 'a whole number, zero or more' };
        },
        ...(details.stricter === null ? {} : { tighten: (0,_tighten_js__WEBPACK_IMPORTED_MODULE_0__/* .tightenCount */ .Zl)(details.stricter) }),
    };
}
//# sourceMappingURL=count.js.map

/***/ }),

/***/ 7979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ globs)
/* harmony export */ });
/* unused harmony export parseTextList */
/* harmony import */ var _tighten_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1863);

/** Paths or globs with `/`, relative to the workspace; as an input one per line. */
function globs({ strictWith, ...details }) {
    return {
        ...details,
        type: 'field',
        fallbackText: details.fallback.join('\n'),
        stricter: null,
        jsonSchema: {
            anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
        },
        parse: parseTextList,
        ...(strictWith === undefined ? {} : { tighten: strictWith === 'more' ? _tighten_js__WEBPACK_IMPORTED_MODULE_0__/* .tightenToMore */ .sF : _tighten_js__WEBPACK_IMPORTED_MODULE_0__/* .tightenToFewer */ .Gl }),
    };
}
/** A list of texts, a single text, or a text with one entry per line. Empty lines are dropped. */
function parseTextList(raw) {
    const items = typeof raw === 'string' ? raw.split('\n') : Array.isArray(raw) ? raw : null;
    if (items === null || !items.every((item) => typeof item === 'string'))
        return { ok: false, expected: 'a path or glob, or a list of them' };
    return { ok: true, value: items.map((item) => item.trim()).filter((item) => item !== '') };
}
//# sourceMappingURL=globs.js.map

/***/ }),

/***/ 8021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ text)
/* harmony export */ });
/** One line of text; null when nobody wrote it. */
function text(details) {
    return {
        ...details,
        type: 'field',
        fallbackText: details.fallback ?? '',
        stricter: null,
        jsonSchema: { type: 'string', pattern: '^\\s*\\S([^\\r\\n]*\\S)?\\s*$' },
        parse(raw) {
            const value = typeof raw === 'string' ? raw.trim() : '';
            return value === '' || /[\r\n]/.test(value) ? { ok: false, expected: 'one line of text' } : { ok: true, value };
        },
    };
}
//# sourceMappingURL=text.js.map

/***/ }),

/***/ 2483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ fileConfig)
/* harmony export */ });
/* harmony import */ var _fields_globs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7979);
/* harmony import */ var _fields_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8021);
/* harmony import */ var _tighten_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1863);



/** Settings at the top of the config file, above the sections of the gates. */
const fileConfig = {
    history: {
        ...(0,_fields_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Q)({
            description: 'Where past runs are kept: `git:testwarden-history` (or another branch or full ref of this repository, made when missing), or `dir:<path>` relative to the workspace. Without it nothing is compared with the past.',
            fallback: null,
            input: 'history',
            role: 'policy',
        }),
        // Which records are believed is the base's say; where it says nothing, a change may.
        tighten: _tighten_js__WEBPACK_IMPORTED_MODULE_1__/* .tightenToFirst */ .vh,
    },
    redact: (0,_fields_globs_js__WEBPACK_IMPORTED_MODULE_2__/* .globs */ .g)({
        description: 'Texts that must never be published, beside the known shapes of tokens. `*` stands for any run of characters without white space, as in `ACME-*`.',
        fallback: [],
        input: null,
        role: 'policy',
        strictWith: 'more',
    }),
};
//# sourceMappingURL=file-config.js.map

/***/ }),

/***/ 1977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cp: () => (/* binding */ inputLayer),
/* harmony export */   mS: () => (/* binding */ fileLayer),
/* harmony export */   pi: () => (/* binding */ isMapping)
/* harmony export */ });
/** Inputs of an action or options of the command line: always text; an empty text counts as not given. */
function inputLayer(inputs) {
    return {
        valueOf({ field }) {
            const text = field.input === null ? undefined : inputs.get(field.input);
            return text === undefined || text.trim() === '' ? undefined : text;
        },
        originOf: ({ field, path }) => ({ kind: 'input', name: field.input ?? path.join('.') }),
    };
}
/**
 * One part of a parsed config file.
 * @param prefix where the part starts: `['coverage']` for a gate's section, `[]` for the top
 */
function fileLayer(file, prefix) {
    return {
        valueOf: ({ path }) => valueAt(file.root, [...prefix, ...path]),
        originOf: ({ path }) => ({
            kind: 'file',
            path: file.path,
            line: file.lineOf([...prefix, ...path]),
            at: file.at ?? null,
        }),
    };
}
function valueAt(root, path) {
    let node = root;
    for (const name of path) {
        if (!isMapping(node) || !Object.hasOwn(node, name))
            return undefined;
        node = node[name];
    }
    // An empty YAML value (`line:`) means "not written".
    return node === null ? undefined : node;
}
function isMapping(node) {
    return typeof node === 'object' && node !== null && !Array.isArray(node);
}
//# sourceMappingURL=layer.js.map

/***/ }),

/***/ 4324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ resolveEach),
/* harmony export */   Mo: () => (/* binding */ resolveSettings),
/* harmony export */   Su: () => (/* binding */ settingText),
/* harmony export */   lI: () => (/* binding */ resolveField)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);
/* harmony import */ var _model_record_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(920);
/* harmony import */ var _field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9852);



/**
 * The effective settings: for each field the first layer that has a value, else the field's fallback.
 * All errors are collected, so that a user mends a file once.
 * @param layers the strongest first
 */
function resolveSettings(section, layers) {
    return resolveEach(section, (named) => resolveField(named, layers));
}
/** Settings of a section by any rule for its fields. */
function resolveEach(section, resolve) {
    const errors = [];
    const settings = resolveSection(section, [], { resolve, errors });
    return errors.length > 0 ? { ok: false, errors } : { ok: true, settings: settings };
}
function resolveSection(section, prefix, resolving) {
    const settings = {};
    for (const [name, node] of Object.entries(section)) {
        const path = [...prefix, name];
        settings[name] = (0,_field_js__WEBPACK_IMPORTED_MODULE_1__/* .isField */ .d)(node) ? keep({ path, field: node }, resolving) : resolveSection(node, path, resolving);
    }
    return settings;
}
function keep(named, { resolve, errors }) {
    const { setting, error } = resolve(named);
    if (error !== null)
        errors.push(error);
    return setting;
}
/** @param layers the strongest first */
function resolveField(named, layers) {
    for (const layer of layers) {
        const raw = layer.valueOf(named);
        if (raw === undefined)
            continue;
        const origin = layer.originOf(named);
        const parsed = named.field.parse(raw);
        if (parsed.ok)
            return { setting: { value: parsed.value, origin }, error: null };
        return { setting: assumed(named.field), error: wrongValue({ named, raw, expected: parsed.expected, origin }) };
    }
    return { setting: assumed(named.field), error: null };
}
function assumed(field) {
    return { value: field.fallback, origin: { kind: 'assumed' } };
}
function wrongValue(wrong) {
    const { named, origin } = wrong;
    const got = shownValue(wrong.raw);
    const what = origin.kind === 'input' ? `The input ${origin.name}` : `The setting ${named.path.join('.')}`;
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`${what} is ${got}, which is not valid.`, {
        remedy: `Write ${wrong.expected}.`,
        ...(origin.kind === 'file' ? { path: origin.path, ...(origin.line === null ? {} : { line: origin.line }) } : {}),
    });
}
/** A value as it stands in a sentence. */
function settingText(field, value) {
    if (value === null)
        return 'nothing';
    if (field.toText !== undefined)
        return field.toText(value);
    if (Array.isArray(value))
        return value.length === 0 ? 'nothing' : value.join(', ');
    return typeof value === 'object' ? (0,_model_record_key_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)(value) : String(value);
}
/** As its author would know it again. Anchors of YAML can make a value that holds itself, which JSON cannot show. */
function shownValue(raw) {
    if (Array.isArray(raw))
        return 'a list';
    if (typeof raw === 'object' && raw !== null)
        return 'a mapping';
    return (typeof raw === 'string' ? JSON.stringify(raw) : String(raw)).slice(0, 80);
}
//# sourceMappingURL=resolve-settings.js.map

/***/ }),

/***/ 6358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest)
/* harmony export */ });
const MAX_DISTANCE = 3;
/** The known word that a misspelt one most likely meant; null when none is near. */
function suggest(word, known) {
    let best = null;
    for (const candidate of known) {
        const distance = editDistance(word.slice(0, 64).toLowerCase(), candidate.toLowerCase());
        if (distance <= Math.min(MAX_DISTANCE, Math.ceil(candidate.length / 3)) &&
            (best === null || distance < best.distance))
            best = { word: candidate, distance };
    }
    return best?.word ?? null;
}
/** Levenshtein distance by the usual two rows. */
function editDistance(left, right) {
    let above = Array.from({ length: right.length + 1 }, (_, column) => column);
    for (let row = 1; row <= left.length; row++) {
        const current = [row];
        for (let column = 1; column <= right.length; column++) {
            const substitution = (above[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
            current.push(Math.min(substitution, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        above = current;
    }
    return above[right.length] ?? 0;
}
//# sourceMappingURL=suggest.js.map

/***/ }),

/***/ 1863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E3: () => (/* binding */ tightenWord),
/* harmony export */   Gl: () => (/* binding */ tightenToFewer),
/* harmony export */   Gz: () => (/* binding */ tightenCountLimit),
/* harmony export */   Zl: () => (/* binding */ tightenCount),
/* harmony export */   hx: () => (/* binding */ tightenLimit),
/* harmony export */   sF: () => (/* binding */ tightenToMore),
/* harmony export */   vh: () => (/* binding */ tightenToFirst)
/* harmony export */ });
/* harmony import */ var _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7976);

/** For exact decimals; null is no limit, the loosest there is. */
function tightenLimit(stricter) {
    return (base, wanted) => {
        // A limit that nobody wrote fails nobody, so every written one binds harder.
        if (base.origin.kind === 'assumed' || base.value === null)
            return wanted;
        if (wanted === null)
            return base.value;
        return isAtLeastAsStrict(wanted, base.value, stricter) ? wanted : base.value;
    };
}
function isAtLeastAsStrict(wanted, base, stricter) {
    const [left, right] = [(0,_model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDecimal */ .$Q)(wanted), (0,_model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDecimal */ .$Q)(base)];
    if (left === null || right === null)
        return false;
    const order = (0,_model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .compareDecimals */ .YL)(left, right);
    return stricter === 'higher' ? order >= 0 : order <= 0;
}
/** For counts that are in force even where nobody wrote them. */
function tightenCount(stricter) {
    return (base, wanted) => (stricter === 'higher' ? Math.max(base.value, wanted) : Math.min(base.value, wanted));
}
/** For counts that must not be exceeded, which only advise where nobody wrote them; null is no limit. */
function tightenCountLimit(base, wanted) {
    if (base.origin.kind === 'assumed' || base.value === null)
        return wanted;
    return wanted === null ? base.value : Math.min(base.value, wanted);
}
/** For words in an order of strictness. A word that is not in it judges nothing, so it is neither stricter nor looser. */
function tightenWord(strictestFirst) {
    return (base, wanted) => {
        const [at, then] = [strictestFirst.indexOf(wanted), strictestFirst.indexOf(base.value)];
        return at < 0 || then < 0 || at < then ? wanted : base.value;
    };
}
/** For a list whose every entry makes the policy looser: nothing may be added to it. */
function tightenToFewer(base, wanted) {
    return wanted.every((item) => base.value.includes(item)) ? wanted : base.value;
}
/** For what nobody may replace, but anybody may give where nobody did. */
function tightenToFirst(base, wanted) {
    return base.origin.kind === 'assumed' ? wanted : base.value;
}
/** For a list whose every entry makes the policy stricter: nothing may be taken from it. */
function tightenToMore(base, wanted) {
    const missing = base.value.filter((item) => !wanted.includes(item));
    return missing.length === 0 ? wanted : [...missing, ...wanted];
}
//# sourceMappingURL=tighten.js.map

/***/ }),

/***/ 5341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ fieldsOf)
/* harmony export */ });
/* harmony import */ var _field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9852);

/** Every field of a section with its path, in the order in which it was written. */
function* fieldsOf(section, prefix = []) {
    for (const [name, node] of Object.entries(section)) {
        const path = [...prefix, name];
        if ((0,_field_js__WEBPACK_IMPORTED_MODULE_0__/* .isField */ .d)(node))
            yield { path, field: node };
        else
            yield* fieldsOf(node, path);
    }
}
//# sourceMappingURL=walk-section.js.map

/***/ }),

/***/ 8188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ parsePlainJson),
/* harmony export */   zm: () => (/* binding */ assertPlainJson)
/* harmony export */ });
/* unused harmony export MAX_NESTING */
/** Deeper texts are refused before they are parsed: nothing we write comes near, and a hostile one costs no memory. */
const MAX_NESTING = 64;
/** JSON text from strangers: length and nesting are capped, and no key can reach a prototype. */
function parsePlainJson(text, maxCharacters) {
    if (text.length > maxCharacters)
        return refused(`is ${text.length} characters long; at most ${maxCharacters} are allowed`);
    if (nestsTooDeep(text))
        return refused(`is nested more than ${MAX_NESTING} levels deep`);
    const parsed = tryParse(text);
    if (!parsed.ok)
        return parsed;
    const oddity = findOddity(parsed.value, 0);
    return oddity === null ? parsed : refused(describe(oddity));
}
/**
 * Refuses what JSON would drop or change without a word: a Map, a Date, NaN, undefined in a list.
 * @throws TypeError naming the place: such a value is a bug of ours.
 */
function assertPlainJson(value) {
    const oddity = findOddity(value, 0);
    if (oddity !== null)
        throw new TypeError(`a value that is to be written as JSON ${describe(oddity)}`);
}
function tryParse(text) {
    try {
        return { ok: true, value: JSON.parse(text) };
    }
    catch {
        return refused('is not JSON: it is damaged or ends early');
    }
}
function refused(message) {
    return { ok: false, message };
}
function nestsTooDeep(text) {
    let depth = 0;
    for (let at = 0; at < text.length; at++) {
        const char = text.charCodeAt(at);
        if (char === QUOTE)
            at = endOfString(text, at);
        else if (char === BRACE_OPEN || char === BRACKET_OPEN)
            depth++;
        else if (char === BRACE_CLOSE || char === BRACKET_CLOSE)
            depth--;
        if (depth > MAX_NESTING)
            return true;
    }
    return false;
}
/** Index of the closing quote; past the end when there is none. */
function endOfString(text, start) {
    let at = start + 1;
    while (at < text.length && text.charCodeAt(at) !== QUOTE)
        at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
    return at;
}
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
function findOddity(value, depth) {
    if (depth > MAX_NESTING)
        return { problem: `is nested more than ${MAX_NESTING} levels deep`, place: '' };
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
        return null;
    if (typeof value === 'number')
        return Number.isFinite(value) ? null : { problem: 'holds no finite number', place: '' };
    if (Array.isArray(value))
        return findInList(value, depth);
    if (Object.prototype.toString.call(value) === '[object Object]')
        return findInObject(value, depth);
    return { problem: 'holds what JSON cannot hold', place: '' };
}
function findInList(list, depth) {
    for (const [index, item] of list.entries()) {
        const oddity = findOddity(item, depth + 1);
        if (oddity !== null)
            return { ...oddity, place: `[${index}]${oddity.place}` };
    }
    return null;
}
function findInObject(object, depth) {
    // Keys and not entries: a history reads thousands of records, and every pair would be a list of its own.
    for (const key of Object.keys(object)) {
        if (key === '__proto__')
            return { problem: 'has a key "__proto__"', place: '' };
        const item = object[key];
        const oddity = item === undefined ? null : findOddity(item, depth + 1);
        if (oddity !== null)
            return { ...oddity, place: `.${key}${oddity.place}` };
    }
    return null;
}
/** Keys of a stranger may be long: the place stays readable. */
function describe({ problem, place }) {
    if (place === '')
        return `${problem} at the top`;
    return `${problem} at ${place.length > 200 ? `${place.slice(0, 200)}…` : place.replace(/^\./, '')}`;
}
//# sourceMappingURL=plain-json.js.map

/***/ }),

/***/ 3344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ ACCEPT_LABEL),
/* harmony export */   M: () => (/* binding */ tellAccept),
/* harmony export */   QR: () => (/* binding */ ACCEPTS_PATH),
/* harmony export */   _T: () => (/* binding */ limitInForce),
/* harmony export */   fx: () => (/* binding */ isInForce),
/* harmony export */   sz: () => (/* binding */ weighAccepts)
/* harmony export */ });
/* harmony import */ var _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7976);

const ACCEPTS_PATH = '.github/testwarden/accepted.yml';
/** The label without which an entry that only the change has does not count. */
const ACCEPT_LABEL = 'testwarden-accepted';
/** Every entry once, those of the base first. */
function weighAccepts({ base, tested, isLabelled, now }) {
    const today = now.slice(0, 10);
    const weigh = (accept, standing) => ({
        ...accept,
        standing: accept.expires < today ? 'expired' : standing,
    });
    if (base === null)
        return tested.map((accept) => weigh(accept, 'own'));
    const known = new Set(base.map(identityOf));
    const added = tested.filter((accept) => !known.has(identityOf(accept)));
    return [
        ...base.map((accept) => weigh(accept, 'base')),
        ...added.map((accept) => weigh(accept, isLabelled ? 'labelled' : 'unlabelled')),
    ];
}
/** What makes two entries the same: whoever stretches the limit or the day of one writes another. */
function identityOf({ rule, subject, limit, expires }) {
    return JSON.stringify([rule, subject, limit, expires]);
}
function isInForce({ standing }) {
    return standing !== 'expired' && standing !== 'unlabelled';
}
/** The one place where an accept lowers a limit: of the entries for this rule and subject the one that allows most. */
function limitInForce(rule, accepts) {
    const found = acceptFor(rule, accepts);
    if (found === null)
        return { limit: rule.limit, accepted: null };
    const { limit, reason, author, expires, standing, path, line } = found;
    return { limit, accepted: { instead: rule.limit, reason, author, expires, standing, path, line } };
}
function acceptFor(rule, accepts) {
    let found = null;
    for (const accept of accepts) {
        if (!isInForce(accept) || accept.rule !== rule.ruleId || accept.subject !== rule.subject)
            continue;
        if (isLooser(accept.limit, found?.limit ?? rule.limit, rule.stricter))
            found = accept;
    }
    return found;
}
function isLooser(left, right, stricter) {
    const [one, other] = [(0,_model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDecimal */ .$Q)(left), (0,_model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDecimal */ .$Q)(right)];
    if (one === null || other === null)
        return false;
    const order = (0,_model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .compareDecimals */ .YL)(one, other);
    return stricter === 'higher' ? order < 0 : order > 0;
}
/** The reason with a sentence on the accept that it rests on; the same reason where there is none. */
function tellAccept(reason) {
    const { accepted } = reason;
    if (accepted === undefined || reason.actual === null)
        return reason;
    const { author, expires, instead } = accepted;
    const told = `The limit is ${reason.limit} instead of ${instead}, accepted by ${author} until ${expires}: ${accepted.reason}`;
    return { ...reason, message: `${reason.message} ${told}` };
}
//# sourceMappingURL=accept.js.map

/***/ }),

/***/ 4124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ applyMode)
/* harmony export */ });
/* harmony import */ var _model_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7423);

/**
 * What a verdict counts as under the user's settings. Each reason is mapped before they are folded, so that one missing
 * piece of evidence which counts as `pass` cannot hide a limit that is broken.
 */
function applyMode(verdict, settings) {
    if (settings.mode.value === 'collect')
        return collected(verdict);
    const reasons = verdict.reasons.map((reason) => ({ ...reason, outcome: mapOutcome(reason.outcome, settings) }));
    return { ...verdict, outcome: (0,_model_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .worstOutcome */ .O)(reasons.map((reason) => reason.outcome)), reasons };
}
function mapOutcome(outcome, settings) {
    const mapped = outcome === 'inconclusive' ? settings['on-inconclusive'].value : outcome;
    if (settings.mode.value !== 'advise')
        return mapped;
    return mapped === 'fail' || mapped === 'inconclusive' ? 'warn' : mapped;
}
/** A leg judges nothing: whoever joins the legs decides on the whole. */
function collected(verdict) {
    const reasons = verdict.reasons.map((reason) => ({ ...reason, outcome: 'skipped' }));
    return { outcome: 'skipped', headline: 'Collected, not judged: the job that joins the legs decides.', reasons };
}
//# sourceMappingURL=apply-mode.js.map

/***/ }),

/***/ 2576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c5: () => (/* binding */ addCounts),
/* harmony export */   jA: () => (/* binding */ NOTHING_COUNTED),
/* harmony export */   x$: () => (/* binding */ addSaturated)
/* harmony export */ });
const NOTHING_COUNTED = { covered: 0, total: 0 };
function addCounts(left, right) {
    return { covered: left.covered + right.covered, total: left.total + right.total };
}
/** Counts add up, so a sum that no double can hold exactly stays at the largest one that can. */
function addSaturated(left, right) {
    return Math.min(left + right, Number.MAX_SAFE_INTEGER);
}
//# sourceMappingURL=count.js.map

/***/ }),

/***/ 7985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   at: () => (/* binding */ countCoverage),
/* harmony export */   lB: () => (/* binding */ addTotals)
/* harmony export */ });
/* unused harmony export countFile */
/* harmony import */ var _count_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2576);
/* harmony import */ var _coverage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3521);


/** Our recount from the listed lines: the only totals that a gate judges. */
function countCoverage(files) {
    let totals = { lines: { covered: 0, total: 0 }, branches: null, functions: null, statements: null };
    for (const file of files)
        totals = addTotals(totals, countFile(file));
    return totals;
}
function countFile(file) {
    return {
        lines: countHits(file.lines.values()),
        branches: file.branches.size === 0 ? null : countFileBranches(file),
        functions: file.functions === null ? null : countHits([...file.functions.values()].map((fn) => fn.hits)),
        statements: file.statements === null ? null : countHits(file.statements.values()),
    };
}
function addTotals(left, right) {
    return {
        lines: (0,_count_js__WEBPACK_IMPORTED_MODULE_0__/* .addCounts */ .c5)(left.lines, right.lines),
        branches: addKnown(left.branches, right.branches),
        functions: addKnown(left.functions, right.functions),
        statements: addKnown(left.statements, right.statements),
    };
}
function addKnown(left, right) {
    if (left === null)
        return right;
    return right === null ? left : (0,_count_js__WEBPACK_IMPORTED_MODULE_0__/* .addCounts */ .c5)(left, right);
}
function countHits(hits) {
    let covered = 0;
    let total = 0;
    for (const count of hits) {
        total++;
        if (count > 0)
            covered++;
    }
    return { covered, total };
}
function countFileBranches(file) {
    let sum = { covered: 0, total: 0 };
    for (const branch of file.branches.values())
        sum = (0,_count_js__WEBPACK_IMPORTED_MODULE_0__/* .addCounts */ .c5)(sum, (0,_coverage_js__WEBPACK_IMPORTED_MODULE_1__/* .countBranches */ .c)(branch));
    return sum;
}
//# sourceMappingURL=coverage-totals.js.map

/***/ }),

/***/ 3521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ functionKey),
/* harmony export */   c: () => (/* binding */ countBranches)
/* harmony export */ });
/** Function identity inside a file: overloads and lambdas share names, so the line belongs to it. */
function functionKey(fn) {
    return `${fn.line}:${fn.name}`;
}
function countBranches(branch) {
    let taken = 0;
    for (const hits of branch.arms.values())
        if (hits > 0)
            taken++;
    return {
        covered: Math.max(taken, branch.counted.covered),
        total: Math.max(branch.arms.size, branch.counted.total),
    };
}
//# sourceMappingURL=coverage.js.map

/***/ }),

/***/ 7976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ parseDecimal),
/* harmony export */   YL: () => (/* binding */ compareDecimals)
/* harmony export */ });
/* unused harmony export atScale */
const DECIMAL = /^([+-]?)(\d{1,15})(?:\.(\d{1,15}))?$/;
/** null when the text is no plain decimal number; exponents and thousands separators are refused on purpose. */
function parseDecimal(text) {
    const match = DECIMAL.exec(text.trim());
    if (match === null)
        return null;
    const [, sign, whole = '', fraction = ''] = match;
    const units = BigInt(whole + fraction);
    return { units: sign === '-' ? -units : units, scale: fraction.length };
}
/** Negative, zero or positive, as in a sort. */
function compareDecimals(left, right) {
    const scale = Math.max(left.scale, right.scale);
    const difference = atScale(left, scale) - atScale(right, scale);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
function atScale(decimal, scale) {
    return decimal.units * 10n ** BigInt(scale - decimal.scale);
}
//# sourceMappingURL=decimal.js.map

/***/ }),

/***/ 6688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ ReportError),
/* harmony export */   H8: () => (/* binding */ toProblem),
/* harmony export */   Wk: () => (/* binding */ PlatformError),
/* harmony export */   XX: () => (/* binding */ toBugProblem),
/* harmony export */   j1: () => (/* binding */ ConfigurationError)
/* harmony export */ });
/* harmony import */ var _sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9522);

/** The user's to mend. The message says what is wrong, the remedy what to do. */
class ConfigurationError extends Error {
    remedy;
    path;
    line;
    constructor(message, details) {
        super(message);
        this.name = 'ConfigurationError';
        this.remedy = details.remedy;
        this.path = details.path ?? null;
        this.line = details.line ?? null;
    }
}
/** A report that cannot be used. */
class ReportError extends Error {
    path;
    /** 1-based; null when the whole file is meant. */
    line;
    remedy;
    constructor(message, details) {
        super(message);
        this.name = 'ReportError';
        this.path = details.path;
        this.line = details.line;
        this.remedy = details.remedy;
    }
}
/** The world outside refused or failed: GitHub, git, the file system, a child process. */
class PlatformError extends Error {
    remedy;
    retryable;
    /** The missing line under `permissions:`, such as `issues: write`, where that is the cause. */
    permission;
    constructor(message, details = {}) {
        super(message, { cause: details.cause });
        this.name = 'PlatformError';
        this.remedy = details.remedy ?? null;
        this.retryable = details.retryable ?? false;
        this.permission = details.permission ?? null;
    }
}
/** null: not one of ours, so a bug that must surface with its stack. */
function toProblem(error) {
    if (error instanceof ConfigurationError)
        return problemOf('configuration', { ...placeOf(error), message: error.message, remedy: error.remedy });
    if (error instanceof ReportError)
        return problemOf('report', { ...placeOf(error), message: error.message, remedy: error.remedy });
    if (error instanceof PlatformError)
        return problemOf('platform', { path: null, line: null, message: error.message, remedy: error.remedy });
    return null;
}
/** What people are told of an error that is none of ours; its stack is for the log. */
function toBugProblem(error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return problemOf('bug', {
        path: null,
        line: null,
        message: `This is a fault of Testwarden, not yours: ${detail}`,
        remedy: 'report it with the stack that the log shows',
    });
}
function placeOf({ path, line }) {
    return { path, line };
}
function problemOf(kind, told) {
    const remedy = told.remedy === null ? null : (0,_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .K)(told.remedy);
    return { ...told, kind, message: (0,_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .K)(told.message), remedy };
}
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 7423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ worstOutcome)
/* harmony export */ });
/* unused harmony export OUTCOMES */
/** From harmless to harmful; {@link worstOutcome} depends on this order. */
const OUTCOMES = ['skipped', 'pass', 'warn', 'inconclusive', 'fail'];
/** The worst of all; the fold of none is `skipped`. */
function worstOutcome(outcomes) {
    let worst = 'skipped';
    for (const outcome of outcomes)
        if (isWorse(outcome, worst))
            worst = outcome;
    return worst;
}
function isWorse(left, right) {
    return OUTCOMES.indexOf(left) > OUTCOMES.indexOf(right);
}
//# sourceMappingURL=outcome.js.map

/***/ }),

/***/ 920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ variantKeyOf),
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/** JSON with sorted keys at every depth, so that equal matrices are equal texts. */
function canonicalJson(value) {
    return JSON.stringify(isSorted(value) ? value : sortKeys(value));
}
/** What was read from canonical JSON is sorted already, and a history reads thousands of such records. */
function isSorted(value) {
    if (Array.isArray(value))
        return value.every(isSorted);
    if (typeof value !== 'object' || value === null)
        return true;
    let last = '';
    for (const key of Object.keys(value)) {
        if (key < last || !isSorted(value[key]))
            return false;
        last = key;
    }
    return true;
}
function variantKeyOf(key) {
    const { run: _run, attempt: _attempt, ...variant } = key;
    return variant;
}
function sortKeys(value) {
    if (Array.isArray(value))
        return value.map(sortKeys);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
    return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}
//# sourceMappingURL=record-key.js.map

/***/ }),

/***/ 377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ richText)
/* harmony export */ });
/** A message in which `code` stands between backticks, as our own messages write it. Everything else is text. */
function richText(message) {
    return message.split(/`([^`]+)`/).map((part, index) => (index % 2 === 0 ? part : { kind: 'code', text: part }));
}
//# sourceMappingURL=rich-text.js.map

/***/ }),

/***/ 9522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ asSentence)
/* harmony export */ });
/** Messages are written where they arise, as part of a sentence or as a whole one; people read whole ones. */
function asSentence(text) {
    const begun = text.replace(/^[a-z](?=[a-z]*\s)/, (letter) => letter.toUpperCase());
    return /[.!?:]$/.test(begun) ? begun : `${begun}.`;
}
//# sourceMappingURL=sentence.js.map

/***/ }),

/***/ 9255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ TOOL_VERSION)
/* harmony export */ });
/** The version that pages, files and `npx` lines name; a test ties it to package.json. */
const TOOL_VERSION = '0.1.0';
//# sourceMappingURL=version.js.map

/***/ }),

/***/ 3648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ sparkline),
/* harmony export */   X: () => (/* binding */ extent)
/* harmony export */ });
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const POINTS_SHOWN_MAX = 60;
/** A chart in one line of text: `▁▃▆█ 81.2 → 84.7 % (81.2 to 84.7, 4 points)`; the newest points where there are many. */
function sparkline(chart) {
    const points = chart.points.filter((point) => Number.isFinite(point.value)).slice(-POINTS_SHOWN_MAX);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined)
        return 'no points yet';
    const { low, high } = extent(points);
    const bars = points.map((point) => barOf(point.value, { low, high })).join('');
    const hidden = chart.points.length - points.length;
    const note = hidden === 0 ? '' : `, ${hidden} points not shown`;
    return `${bars} ${first.value} → ${last.value} ${chart.unit} (${first.label} to ${last.label}${note})`;
}
/** Smallest and largest value. The points must not be empty. */
function extent(points) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const { value } of points) {
        low = Math.min(low, value);
        high = Math.max(high, value);
    }
    return { low, high };
}
function barOf(value, { low, high }) {
    const share = high === low ? 0.5 : (value - low) / (high - low);
    return BARS[Math.round(share * (BARS.length - 1))] ?? '';
}
//# sourceMappingURL=chart-text.js.map

/***/ }),

/***/ 2258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ clip)
/* harmony export */ });
const ELLIPSIS = '…';
/** At most so many UTF-16 units, an ellipsis included where something was cut; never half a character. */
function clip(text, unitsMax) {
    if (text.length <= unitsMax)
        return text;
    const end = unitsMax - ELLIPSIS.length;
    const isInsidePair = /[\ud800-\udbff]/.test(text[end - 1] ?? '');
    return text.slice(0, isInsidePair ? end - 1 : end) + ELLIPSIS;
}
//# sourceMappingURL=clip.js.map

/***/ }),

/***/ 7783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Pl: () => (/* binding */ safeUrl),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   _P: () => (/* binding */ escapeLogLine),
/* harmony export */   a8: () => (/* binding */ guardLineStart),
/* harmony export */   cK: () => (/* binding */ escapeMarkdownHtml),
/* harmony export */   en: () => (/* binding */ escapeTerminal),
/* harmony export */   ix: () => (/* binding */ breakCommands),
/* harmony export */   u$: () => (/* binding */ escapeMarkdownCode)
/* harmony export */ });
/**
 * How text that we did not write becomes harmless where it is shown. Every sink has one function here, and each text
 * passes exactly one of them, exactly once.
 *
 * Characters that nobody sees (controls, direction overrides, zero width) are shown as escapes such as `\u{202e}`, so
 * that a reader notices them.
 */
const UNSEEN = /[\p{Cc}\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;
const WHITESPACE = /[\t\n\v\f\r \u0085\u2028\u2029]+/g;
const NAMED = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** For a terminal: one line, whatever the text; no sequence can move the cursor, colour or reorder what stands there. */
function escapeTerminal(text) {
    return text.replace(UNSEEN, showUnseen);
}
/**
 * For a line of a job's log. The runner takes `::name::` at the start of a line and `##[name]` anywhere in it for a
 * command (actions/runner, ActionCommand.cs), so both are broken visibly.
 */
function escapeLogLine(text) {
    return escapeTerminal(text)
        .replaceAll('##[', '##\\u{5b}')
        .replace(/^\s*::/, (start) => `${start.slice(0, -2)}\\u{3a}:`);
}
/**
 * For finished output of the command line, our own colours or JSON included, because it may run inside a job: no line of
 * it is a command for the runner. The escape means the same in JSON.
 */
function breakCommands(text) {
    return text.replace(BRACKET_COMMAND, '##\\u005b').replace(LINE_COMMAND, '$1\\u003a:');
}
/** The runner compares by culture, where characters without width and most controls count as nothing. */
const BRACKET_COMMAND = /#[\p{Default_Ignorable_Code_Point}]*#[\p{Default_Ignorable_Code_Point}]*\[/gu;
const LINE_COMMAND = /^([^\S\r\n]*)[\p{Default_Ignorable_Code_Point}]*:[\p{Default_Ignorable_Code_Point}]*:/gmu;
/** For an element's text and a quoted attribute's value in HTML. Line breaks stay. */
function escapeHtml(text) {
    return text
        .replace(UNSEEN, (character) => (character === '\n' || character === '\t' ? character : showUnseen(character)))
        .replace(/[&<>"']/g, (character) => HTML[character] ?? character);
}
const HTML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/**
 * For running text in GitHub's Markdown, table cells included: shown as written, on one line. Nothing in it becomes
 * markup, a link, a mention of a person, an issue or a commit, an emoji or a formula.
 */
function escapeMarkdown(text) {
    return breakReferences(onOneLine(text))
        .replace(/[\\`*[\]<>&|~$\u200b]/g, (character) => MARKDOWN[character] ?? character)
        .replace(/_+/g, escapeOuterUnderscores);
}
const MARKDOWN = {
    '\\': '\\\\',
    '`': '\\`',
    '*': '\\*',
    '[': '\\[',
    ']': '\\]',
    '~': '\\~',
    '<': '&lt;',
    '>': '&gt;',
    '&': '&amp;',
    // Parsers disagree about `\\|` in a table; none splits a row at an entity.
    '|': '&#124;',
    // GitHub's way to keep a dollar sign from starting a formula.
    $: '<span>$</span>',
    '\u200b': '&#8203;',
};
/** Running text inside raw HTML of a Markdown document, such as `<summary>`: GitHub still links references there. */
function escapeMarkdownHtml(text) {
    return breakReferences(onOneLine(text)).replace(/[&<>"'$\u200b]/g, (character) => HTML[character] ?? MARKDOWN[character] ?? character);
}
/**
 * A whole code span, delimiters included. Text that a delimiter could not hold in a table, or that would look like a
 * hidden comment of ours, becomes a `<code>` element.
 */
function escapeMarkdownCode(text) {
    const line = escapeTerminal(text.replace(WHITESPACE, ' '));
    if (line.trim() === '' || line.includes('|') || line.includes('<!--'))
        return `<code>${escapeMarkdown(line)}</code>`;
    const fence = '`'.repeat(longestRun(line, '`') + 1);
    const isPadded = /^[` ]|[` ]$/.test(line);
    return isPadded ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}
/** For escaped Markdown that starts a block: it must not start a heading, a list or a rule. Harmless to apply twice. */
function guardLineStart(markdown) {
    return markdown
        .replace(/^([-+=]+)(?=\s|$)/, (_, run) => `\\${run}`)
        .replace(/^(#{1,6})(?=\s|$)/, (_, run) => `\\${run}`)
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, (_, digits, mark) => `${digits}\\${mark}`);
}
/** The address for a link, encoded for HTML and Markdown alike; null unless it is plain http(s) without credentials. */
function safeUrl(url) {
    if (!URL.canParse(url))
        return null;
    const { protocol, username, password, href } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:')
        return null;
    if (username !== '' || password !== '')
        return null;
    return href.replace(/[^A-Za-z0-9\-._~:/?#@!$&+,;=%]/gu, encodeForUrl);
}
function encodeForUrl(character) {
    if (character.length > 1 || character > '\u007f')
        return encodeURIComponent(character);
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
function onOneLine(text) {
    return escapeTerminal(text.replace(WHITESPACE, ' '));
}
/** Puts a zero-width space into whatever GitHub would link or replace, after all others were made visible. */
function breakReferences(text) {
    return text
        .replace(/@(?=\S)/g, '@\u200b')
        .replace(/#(?=\d)/g, '#\u200b')
        .replace(/GH-(?=\d)/gi, '$&\u200b')
        .replace(/www\./gi, (match) => `${match.slice(0, 3)}\u200b.`)
        .replaceAll('://', ':\u200b//')
        .replace(/:(?=[a-z0-9_+-]+:)/gi, ':\u200b')
        .replace(/(?<![a-z0-9])[0-9a-f]{7,40}(?![a-z0-9])/gi, breakSha);
}
/** Words without a digit and plain numbers are no shas that anybody would meet. */
function breakSha(word) {
    return /\d/.test(word) && /[a-f]/i.test(word) ? `${word.slice(0, 1)}\u200b${word.slice(1)}` : word;
}
/** `snake_case` stays readable: inside a word an underscore means nothing to Markdown. */
function escapeOuterUnderscores(run, offset, whole) {
    const isInsideWord = isWordCharacter(whole[offset - 1]) && isWordCharacter(whole[offset + run.length]);
    return isInsideWord ? run : '\\_'.repeat(run.length);
}
function isWordCharacter(character) {
    return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
function showUnseen(character) {
    return NAMED[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
function longestRun(text, character) {
    let longest = 0;
    let current = 0;
    for (const next of text) {
        current = next === character ? current + 1 : 0;
        longest = Math.max(longest, current);
    }
    return longest;
}
//# sourceMappingURL=escape.js.map

/***/ }),

/***/ 2281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gk: () => (/* binding */ formatRanges),
/* harmony export */   Kg: () => (/* binding */ flattenInline),
/* harmony export */   MD: () => (/* binding */ countWord),
/* harmony export */   Uq: () => (/* binding */ OUTCOME_MARKS),
/* harmony export */   j$: () => (/* binding */ formatLocation),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1956);

/** The mark of an outcome where pictures can be shown. */
const OUTCOME_MARKS = {
    skipped: '⏭️',
    pass: '✅',
    warn: '⚠️',
    inconclusive: '❔',
    fail: '❌',
};
/**
 * Spans in reading order. Neighbouring texts become one, so that an escape sees what a reader will see: `#` and `123`
 * are a reference only together.
 */
function flattenInline(inline) {
    const flat = [];
    for (const part of walkInline(inline)) {
        const previous = flat.at(-1);
        if (typeof part === 'string' && typeof previous === 'string')
            flat[flat.length - 1] = previous + part;
        else
            flat.push(part);
    }
    return flat;
}
/** What remains of running text where nothing can be marked up. */
function plainText(inline) {
    return flattenInline(inline).map(plainSpan).join('');
}
/** `88-89, 97` */
function formatRanges(ranges) {
    return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}
/** `src/refund.py:88-89, 97`, the form that editors and terminals understand. */
function formatLocation(path, ranges) {
    return ranges.length === 0 ? path : `${path}:${formatRanges(ranges)}`;
}
/** `1 line`, `1,204 lines`: for words that take an s. */
function countWord(count, word) {
    return `${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInteger */ .Sm)(count)} ${word}${count === 1 ? '' : 's'}`;
}
function* walkInline(inline) {
    if (!isList(inline))
        yield inline;
    else
        for (const part of inline)
            yield* walkInline(part);
}
function isList(inline) {
    return Array.isArray(inline);
}
function plainSpan(span) {
    if (typeof span === 'string')
        return span;
    if (span.kind === 'outcome')
        return `${OUTCOME_MARKS[span.outcome]} ${span.outcome}`;
    if (span.kind === 'location')
        return formatLocation(span.path, span.ranges);
    return span.text;
}
//# sourceMappingURL=inline.js.map

/***/ }),

/***/ 9999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ blobLink),
/* harmony export */   ut: () => (/* binding */ runLink),
/* harmony export */   w8: () => (/* binding */ blobBaseOf)
/* harmony export */ });
/** null outside GitHub, and where no commit is known. */
function blobBaseOf(run) {
    const repository = repositoryUrl(run);
    return repository === null || run.headSha === null
        ? null
        : { url: `${repository}/blob/${encodeURIComponent(run.headSha)}` };
}
/** One file, at the given lines where there are any; null for a path that a browser would resolve to another. */
function blobLink(base, path, range) {
    if (path.split('/').some((segment) => ['', '.', '..'].includes(segment)))
        return null;
    return `${base.url}/${encodePath(path)}${range === null ? '' : lineAnchor(range)}`;
}
/** The page of the workflow run; null outside GitHub. */
function runLink(run) {
    const repository = repositoryUrl(run);
    return repository === null || !/^\d+$/.test(run.key.run) ? null : `${repository}/actions/runs/${run.key.run}`;
}
function repositoryUrl(run) {
    if (run.serverUrl === null || run.repository === null)
        return null;
    return `${run.serverUrl.replace(/\/$/, '')}/${encodePath(run.repository)}`;
}
function encodePath(path) {
    return path.split('/').map(encodeSegment).join('/');
}
/** Half a surrogate pair has no encoding, and brackets or quotes would end a Markdown link. */
function encodeSegment(segment) {
    const wellFormed = segment.replace(/\p{Cs}/gu, '\ufffd');
    return encodeURIComponent(wellFormed).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
function lineAnchor({ first, last }) {
    return first === last ? `#L${first}` : `#L${first}-L${last}`;
}
//# sourceMappingURL=links.js.map

/***/ }),

/***/ 1956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ NO_VALUE),
/* harmony export */   MJ: () => (/* binding */ formatFraction),
/* harmony export */   Sm: () => (/* binding */ formatInteger),
/* harmony export */   Xf: () => (/* binding */ formatPoints),
/* harmony export */   jW: () => (/* binding */ formatPercentPair),
/* harmony export */   l9: () => (/* binding */ formatPercent)
/* harmony export */ });
/* harmony import */ var _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7976);

/** What stands where there is no value. */
const NO_VALUE = '–';
/** What rounding must never reach. */
const EXTREMES = [wholePercent(0n), wholePercent(100n)];
/** `8,412` */
function formatInteger(value) {
    return group(value.toString());
}
/**
 * `85.0 %`. Never shows a value that crosses the limit: 84.996 against 85 reads `84.996 %`. `0 %` and `100 %` stand for
 * exactly that.
 * @param limit exact decimal in percent, null without one; its digits are the least that are shown
 */
function formatPercent(ratio, limit) {
    const decimal = limit === null ? null : (0,_model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDecimal */ .$Q)(limit);
    return percentText(ratio, {
        limits: decimal === null ? [] : [decimal],
        digits: Math.max(1, decimal?.scale ?? 1),
    });
}
/** `17 of 20 lines (85.0 %)`; nothing of nothing is `no lines`, or a dash where nobody says what was counted. */
function formatFraction(ratio, detail) {
    const counted = detail.counted === null ? '' : ` ${detail.counted}`;
    if (ratio.denominator === 0)
        return counted === '' ? NO_VALUE : `no${counted}`;
    return `${formatInteger(ratio.numerator)} of ${formatInteger(ratio.denominator)}${counted} (${detail.percent})`;
}
/**
 * Two rates that a drop is measured between, with so many digits that the difference of what is shown falls on the same
 * side of the limit as the true difference.
 * @param limit exact decimal in points
 */
function formatPercentPair(actual, baseline, limit) {
    const decimal = limit === null ? null : (0,_model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDecimal */ .$Q)(limit);
    let digits = (decimal?.scale ?? 1) + 1;
    while (!showsSameDrop({ actual, baseline, limit: decimal, digits }))
        digits++;
    return {
        actual: percentText(actual, { limits: [], digits }),
        baseline: percentText(baseline, { limits: [], digits }),
    };
}
/** `-0.11 points`, `+0.30 points`, `±0 points`: how far one rate lies above another. */
function formatPoints(actual, baseline) {
    if (actual.denominator === 0 || baseline.denominator === 0)
        return NO_VALUE;
    const numerator = pointsNumerator(actual, baseline);
    if (numerator === 0n)
        return '±0 points';
    const fraction = { numerator, denominator: BigInt(actual.denominator) * BigInt(baseline.denominator) };
    const text = decimalText(fraction, { limits: [wholePercent(0n)], digits: 2 });
    return `${numerator > 0n ? '+' : ''}${text} points`;
}
function percentText(ratio, precision) {
    if (ratio.denominator === 0)
        return NO_VALUE;
    const fraction = { numerator: BigInt(ratio.numerator) * 100n, denominator: BigInt(ratio.denominator) };
    if (fraction.numerator === 0n)
        return '0 %';
    if (fraction.numerator === fraction.denominator * 100n)
        return '100 %';
    return `${decimalText(fraction, { ...precision, limits: [...precision.limits, ...EXTREMES] })} %`;
}
/**
 * Digits are added until what is shown lies on the same side of each limit as the value itself. That ends: a fraction
 * of doubles differs from a decimal of 15 digits, where it does, within some 50 digits.
 */
function decimalText(fraction, { limits, digits }) {
    let shown = { units: round(fraction, digits), scale: digits };
    while (!limits.every((limit) => sideOf(fraction, limit) === Math.sign((0,_model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .compareDecimals */ .YL)(shown, limit)))) {
        const scale = shown.scale + 1;
        shown = { units: round(fraction, scale), scale };
    }
    return write(shown);
}
/** -1 below the limit, 0 on it, 1 above. */
function sideOf({ numerator, denominator }, limit) {
    const left = numerator * 10n ** BigInt(limit.scale);
    const right = limit.units * denominator;
    return left < right ? -1 : left > right ? 1 : 0;
}
function showsSameDrop({ actual, baseline, limit, digits }) {
    if (limit === null || actual.denominator === 0 || baseline.denominator === 0)
        return true;
    const shown = round(percentFraction(baseline), digits) - round(percentFraction(actual), digits);
    const drop = {
        numerator: -pointsNumerator(actual, baseline),
        denominator: BigInt(actual.denominator) * BigInt(baseline.denominator),
    };
    return sideOf(drop, limit) === Math.sign((0,_model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .compareDecimals */ .YL)({ units: shown, scale: digits }, limit));
}
function percentFraction(ratio) {
    return { numerator: BigInt(ratio.numerator) * 100n, denominator: BigInt(ratio.denominator) };
}
function pointsNumerator(actual, baseline) {
    const after = BigInt(actual.numerator) * BigInt(baseline.denominator);
    const before = BigInt(baseline.numerator) * BigInt(actual.denominator);
    return (after - before) * 100n;
}
/** Half away from zero. */
function round({ numerator, denominator }, scale) {
    const doubled = numerator * 10n ** BigInt(scale) * 2n;
    const away = doubled < 0n ? -denominator : denominator;
    return (doubled + away) / (denominator * 2n);
}
function write(decimal) {
    const sign = decimal.units < 0n ? '-' : '';
    const digits = (decimal.units < 0n ? -decimal.units : decimal.units).toString().padStart(decimal.scale + 1, '0');
    const whole = digits.slice(0, digits.length - decimal.scale);
    const fraction = digits.slice(digits.length - decimal.scale);
    return `${sign}${group(whole)}${fraction === '' ? '' : `.${fraction}`}`;
}
function group(digits) {
    return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}
function wholePercent(units) {
    return { units, scale: 0 };
}
//# sourceMappingURL=numbers.js.map

/***/ }),

/***/ 2512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ publish),
  I: () => (/* binding */ publishSummary)
});

// EXTERNAL MODULE: ./packages/core/lib/model/rich-text.js
var rich_text = __webpack_require__(377);
// EXTERNAL MODULE: ./packages/core/lib/render/clip.js
var clip = __webpack_require__(2258);
// EXTERNAL MODULE: ./packages/core/lib/render/escape.js
var render_escape = __webpack_require__(7783);
;// CONCATENATED MODULE: ./packages/core/lib/render/annotation.js


/** Beyond this the runner cuts, in the middle of a character if need be (actions/runner, `_maxIssueMessageLength`). */
const MESSAGE_CHARACTERS_MAX = 4096;
/** Check-run annotations with a longer title are refused (GitHub's OpenAPI description). */
const TITLE_CHARACTERS_MAX = 255;
/** One annotation per finding, in the same order. Locations must be translated to the head tree already. */
function toAnnotations(findings) {
    return findings.map((finding) => ({
        level: finding.level,
        title: (0,clip/* clip */.$)((0,render_escape/* escapeTerminal */.en)(finding.title), TITLE_CHARACTERS_MAX),
        message: (0,clip/* clip */.$)(finding.message.split(/\r?\n/).map(render_escape/* escapeTerminal */.en).join('\n'), MESSAGE_CHARACTERS_MAX),
        ...placeOf(finding.location),
    }));
}
function placeOf(location) {
    if (location === null)
        return { path: null, startLine: null, endLine: null };
    return { path: location.path, startLine: location.startLine, endLine: location.endLine };
}
//# sourceMappingURL=annotation.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/choose-annotations.js

/** Beyond this many of a level the runner drops annotations of a step (actions/runner, `_maxCountPerIssueType`). */
const PER_LEVEL_MAX = 10;
const LEVELS = ['error', 'warning', 'notice'];
/** As many as GitHub shows for one step; how many of each level are held back is for the summary to say. */
function chooseAnnotations(ordered) {
    const byLevel = LEVELS.map((level) => ordered.filter((finding) => finding.level === level));
    const [errors = 0, warnings = 0, notices = 0] = byLevel.map(({ length }) => Math.max(0, length - PER_LEVEL_MAX));
    return {
        shown: toAnnotations(byLevel.flatMap((findings) => findings.slice(0, PER_LEVEL_MAX))),
        heldBack: { error: errors, warning: warnings, notice: notices },
    };
}
/**
 * Errors first; within a level those that have a place, and the gates take turns, so that one with hundreds of findings
 * does not hide the only one of another.
 * @param byGate findings of each gate, in the order in which its readers should meet them
 */
function orderFindings(byGate) {
    return LEVELS.flatMap((level) => {
        const ofLevel = byGate.map((findings) => findings.filter((finding) => finding.level === level));
        return [
            ...takeTurns(ofLevel.map((findings) => findings.filter(({ location }) => location !== null))),
            ...takeTurns(ofLevel.map((findings) => findings.filter(({ location }) => location === null))),
        ];
    });
}
function takeTurns(lists) {
    const taken = [];
    const rounds = lists.reduce((most, { length }) => Math.max(most, length), 0);
    for (let round = 0; round < rounds; round++) {
        for (const list of lists) {
            const finding = list[round];
            if (finding !== undefined)
                taken.push(finding);
        }
    }
    return taken;
}
//# sourceMappingURL=choose-annotations.js.map
// EXTERNAL MODULE: ./packages/core/lib/render/inline.js
var render_inline = __webpack_require__(2281);
// EXTERNAL MODULE: ./packages/core/lib/render/redact.js
var redact = __webpack_require__(7573);
// EXTERNAL MODULE: ./packages/core/lib/render/chart-text.js
var chart_text = __webpack_require__(3648);
// EXTERNAL MODULE: ./packages/core/lib/render/links.js
var links = __webpack_require__(9999);
;// CONCATENATED MODULE: ./packages/core/lib/render/markdown-inline.js



/** Running text as a line of Markdown of its own: a paragraph or an item of a list. */
function lineMarkdown(inline, blobs) {
    return (0,render_escape/* guardLineStart */.a8)(inlineMarkdown(inline, blobs));
}
/** Running text as Markdown inside a line, such as a cell or a heading. `blobs: null` leaves places without links. */
function inlineMarkdown(inline, blobs) {
    let markdown = '';
    for (const span of (0,render_inline/* flattenInline */.Kg)(inline))
        markdown += spanMarkdown(span, { blobs, before: markdown });
    return markdown.trim();
}
function spanMarkdown(span, { blobs, before }) {
    if (typeof span === 'string')
        return (0,render_escape/* escapeMarkdown */.FV)(span);
    switch (span.kind) {
        case 'code':
            // Two code spans that touch would become one.
            return before.endsWith('`') ? ` ${(0,render_escape/* escapeMarkdownCode */.u$)(span.text)}` : (0,render_escape/* escapeMarkdownCode */.u$)(span.text);
        case 'strong':
            return strongMarkdown(span.text, before);
        case 'link':
            return linkMarkdown((0,render_escape/* escapeMarkdown */.FV)(span.text), (0,render_escape/* safeUrl */.Pl)(span.url));
        case 'outcome':
            return `${render_inline/* OUTCOME_MARKS */.Uq[span.outcome]} ${span.outcome}`;
        case 'location':
            return locationMarkdown(span, blobs);
    }
}
/** Asterisks make bold only between letters; the element always does. */
function strongMarkdown(text, before) {
    const isPlain = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(text) && !before.endsWith('*');
    return isPlain ? `**${(0,render_escape/* escapeMarkdown */.FV)(text)}**` : `<strong>${(0,render_escape/* escapeMarkdown */.FV)(text)}</strong>`;
}
function linkMarkdown(markdown, url) {
    return url === null ? markdown : `[${markdown}](${url.replaceAll('&', '&amp;')})`;
}
/** One place is `path:line`, so that it can be copied; several are the path and then the lines. */
function locationMarkdown(span, blobs) {
    const { path, ranges } = span;
    const text = ranges.length > 1
        ? `${(0,render_escape/* escapeMarkdownCode */.u$)(path)} ${(0,render_inline/* formatRanges */.Gk)(ranges)}`
        : (0,render_escape/* escapeMarkdownCode */.u$)((0,render_inline/* formatLocation */.j$)(path, ranges));
    return linkMarkdown(text, blobs === null ? null : (0,links/* blobLink */.C3)(blobs, path, ranges[0] ?? null));
}
//# sourceMappingURL=markdown-inline.js.map
// EXTERNAL MODULE: ./packages/core/lib/render/numbers.js
var numbers = __webpack_require__(1956);
;// CONCATENATED MODULE: ./packages/core/lib/render/markdown-block.js





function markdownBlock(section, blobs) {
    switch (section.kind) {
        case 'table':
            return tableBlock(section, blobs);
        case 'list':
            return listBlock(section, blobs);
        case 'text':
            return fixedBlock(nameOf(section), withHeading(section.heading, lineMarkdown(section.text, blobs), blobs));
        case 'chart':
            return fixedBlock(nameOf(section), withHeading(section.heading, lineMarkdown((0,chart_text/* sparkline */.K)(section), null), blobs));
    }
}
/** Opening and closing of a folded part. The blank lines let GitHub read what stands between as Markdown. */
function detailsFrame(summary) {
    return { open: `<details><summary>${(0,render_escape/* escapeMarkdownHtml */.cK)(summary)}</summary>`, close: '</details>' };
}
function tableBlock(section, blobs) {
    const titles = section.columns.map((column) => inlineMarkdown(column.title, null));
    const rules = section.columns.map((column) => (column.align === 'right' ? '---:' : '---'));
    return {
        name: nameOf(section),
        head: withHeading(section.heading, `${tableRow(titles)}\n|${rules.join('|')}|`, blobs),
        rowCount: section.rows.length,
        row: (index) => tableRow(cellsOf(section, index).map((cell) => inlineMarkdown(cell, blobs))),
        more: (count) => tableRow(section.columns.map((_, column) => (column === 0 ? moreText(count) : ''))),
    };
}
/** A row has as many cells as there are columns, whatever its author gave. */
function cellsOf(section, index) {
    const row = section.rows[index] ?? [];
    return section.columns.map((_, column) => row[column] ?? '');
}
function tableRow(cells) {
    return `| ${cells.join(' | ')} |`;
}
function listBlock(section, blobs) {
    return {
        name: nameOf(section),
        head: section.heading === undefined ? '' : `${headingMarkdown(section.heading, blobs)}\n`,
        rowCount: section.items.length,
        row: (index) => `- ${lineMarkdown(section.items[index] ?? '', blobs)}`,
        more: (count) => `- ${moreText(count)}`,
    };
}
function fixedBlock(name, head) {
    return { name, head, rowCount: 0, row: () => '', more: () => '' };
}
function withHeading(heading, markdown, blobs) {
    return heading === undefined ? markdown : `${headingMarkdown(heading, blobs)}\n\n${markdown}`;
}
/** Number signs at the end would be read as the heading's closing mark. */
function headingMarkdown(heading, blobs) {
    return `### ${inlineMarkdown(heading, blobs).replace(/#+$/, (run) => run.replaceAll('#', '\\#'))}`;
}
function nameOf(section) {
    return section.heading === undefined ? `a ${section.kind}` : `“${(0,render_inline/* plainText */.wh)(section.heading)}”`;
}
function moreText(count) {
    return `… and ${(0,numbers/* formatInteger */.Sm)(count)} more`;
}
//# sourceMappingURL=markdown-block.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/fit.js

const SEPARATOR = '\n\n';
/**
 * Sections as Markdown within a size. What is missing is the least important: folded parts from the end, then rows of
 * tables and lists from the end, then sections from the end. Nothing is ever cut inside.
 */
function fitMarkdown(sections, { blobs, size }) {
    return fitInto(sections, { blobs, room: { left: size.limit, measure: size.measure } });
}
/** First the heads of all sections, then rows as far as they go, then folded parts: in this order room is given out. */
function fitInto(sections, context) {
    const heads = new Map();
    for (const section of sections) {
        const kept = section.kind === 'details' ? null : keepHead(section, context);
        if (kept !== null)
            heads.set(section, kept);
    }
    const fitted = new Map();
    for (const [section, kept] of heads)
        fitted.set(section, addRows(kept, context.room));
    for (const section of sections)
        if (section.kind === 'details')
            fitted.set(section, fitDetails(section, context));
    return joinFitted(sections.map((section) => fitted.get(section) ?? droppedSection(section, context)));
}
/** null: not even the head and one line that counts the rows would fit. */
function keepHead(section, { blobs, room }) {
    const block = markdownBlock(section, blobs);
    const reserved = block.rowCount === 0 ? 0 : room.measure(lineOf(block.more(block.rowCount)));
    const cost = block.head === '' && reserved === 0 ? 0 : room.measure(block.head + SEPARATOR) + reserved;
    if (cost > Math.max(0, room.left))
        return null;
    room.left -= cost;
    return { block, reserved };
}
function addRows({ block, reserved }, room) {
    const lines = block.head === '' ? [] : [block.head];
    room.left += reserved;
    for (let index = 0; index < block.rowCount; index++) {
        const row = block.row(index);
        const isLast = index === block.rowCount - 1;
        const cost = room.measure(lineOf(row));
        if (cost > room.left - (isLast ? 0 : reserved)) {
            const missing = block.rowCount - index;
            room.left -= reserved;
            return { markdown: [...lines, block.more(missing)].join('\n'), droppedSections: [], droppedRows: missing };
        }
        room.left -= cost;
        lines.push(row);
    }
    return { markdown: lines.join('\n'), droppedSections: [], droppedRows: 0 };
}
function fitDetails(section, { blobs, room }) {
    const { open, close } = detailsFrame(section.summary);
    const before = room.left;
    room.left -= room.measure(open + SEPARATOR + close + SEPARATOR);
    const inner = fitInto(section.sections, { blobs, room });
    if (inner.markdown !== '')
        return { ...inner, markdown: [open, inner.markdown, close].join(SEPARATOR) };
    room.left = before;
    const isEmpty = inner.droppedSections.length === 0 && inner.droppedRows === 0;
    return isEmpty ? inner : droppedFitted(section.summary);
}
function droppedSection(section, { blobs }) {
    return droppedFitted(section.kind === 'details' ? section.summary : markdownBlock(section, blobs).name);
}
function droppedFitted(name) {
    return { markdown: '', droppedSections: [name], droppedRows: 0 };
}
function joinFitted(parts) {
    return {
        markdown: parts.flatMap(({ markdown }) => (markdown === '' ? [] : [markdown])).join(SEPARATOR),
        droppedSections: parts.flatMap(({ droppedSections }) => droppedSections),
        droppedRows: parts.reduce((sum, { droppedRows }) => sum + droppedRows, 0),
    };
}
function lineOf(row) {
    return `${row}\n`;
}
//# sourceMappingURL=fit.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/step-markdown.js





/** Room for saying what was left out, in the size's own measure. */
const NOTICE_ROOM = 2000;
const NAMES_SHOWN_MAX = 3;
const NAME_CHARACTERS_MAX = 60;
/** A whole Markdown document: as many sections as fit between head and foot, and what was left out. */
function stepDocument(page, { head, foot, ...options }) {
    const { size } = options;
    const limit = size.limit - size.measure(`${head}\n\n\n\n${foot}\n`) - NOTICE_ROOM;
    const fitted = fitMarkdown(options.sections, { blobs: page.blobs, size: { ...size, limit } });
    const parts = [head, fitted.markdown, leftOutNotice(fitted, options), foot];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function documentHeading(page) {
    return `## ${render_inline/* OUTCOME_MARKS */.Uq[page.outcome]} ${(0,render_escape/* escapeMarkdown */.FV)(page.title)}`;
}
/** How to get the same verdict locally, the whole of it, and what it rests on. */
function documentFooter(page) {
    const local = ['Same verdict locally: ', { kind: 'code', text: page.localCommand }];
    const link = page.runUrl === null ? [] : [' · ', { kind: 'link', text: 'full report', url: page.runUrl }];
    return [[...local, ...link], page.policy].map((line) => lineMarkdown(line, page.blobs)).join('\\\n');
}
function leftOutNotice(fitted, { elsewhere, size }) {
    const { droppedSections, droppedRows } = fitted;
    if (droppedSections.length === 0 && droppedRows === 0)
        return '';
    const rows = droppedRows === 0 ? [] : [(0,render_inline/* countWord */.MD)(droppedRows, 'row')];
    const named = notice([...nameSections(droppedSections), ...rows], elsewhere);
    if (size.measure(named) <= NOTICE_ROOM - 2)
        return named;
    return notice([(0,render_inline/* countWord */.MD)(droppedSections.length, 'section'), ...rows], elsewhere);
}
function notice(what, elsewhere) {
    return lineMarkdown(['Left out, as GitHub limits the length: ', what.join(', '), '. ', elsewhere], null);
}
function nameSections(names) {
    const shown = names.slice(0, NAMES_SHOWN_MAX).map((name) => (0,clip/* clip */.$)(name, NAME_CHARACTERS_MAX));
    const hidden = names.length - shown.length;
    return hidden === 0 ? shown : [...shown, (0,render_inline/* countWord */.MD)(hidden, 'more section')];
}
//# sourceMappingURL=step-markdown.js.map
// EXTERNAL MODULE: ./packages/core/lib/render/step-page.js + 3 modules
var step_page = __webpack_require__(6847);
// EXTERNAL MODULE: ./packages/core/lib/render/sticky-comment.js
var sticky_comment = __webpack_require__(1495);
;// CONCATENATED MODULE: ./packages/core/lib/render/utf8.js
/** How many bytes the text has in UTF-8, without making them. */
function utf8Length(text) {
    let bytes = 0;
    for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index);
        // Each half of a pair counts two of the four bytes that the pair takes.
        bytes += unit < 0x80 ? 1 : unit < 0x800 || isHalfOfPair(text, index, unit) ? 2 : 3;
    }
    return bytes;
}
function isHalfOfPair(text, index, unit) {
    if (unit < 0xd800 || unit > 0xdfff)
        return false;
    const other = unit < 0xdc00 ? text.charCodeAt(index + 1) : text.charCodeAt(index - 1);
    return unit < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other <= 0xdbff;
}
//# sourceMappingURL=utf8.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/publication.js










/** GitHub's limits (see docs), each with some room for what others may put beside our text. */
const SUMMARY = { limit: 1_000_000, measure: utf8Length };
const COMMENT = { limit: 60_000, measure: (text) => text.length };
const CHECK = { limit: 65_000, measure: utf8Length };
const publication_TITLE_CHARACTERS_MAX = 255;
const BATCH_MAX = 50;
/** A check run is made of one request per batch, and a token has some 80 writes a minute. */
const BATCHES_MAX = 10;
const NOTE_CHARACTERS_MAX = 1000;
/** All pages of a step at once, so that limits are shared out once and findings are ordered across gates. */
function publish(input) {
    const page = (0,step_page/* composeStepPage */.k)(input);
    const ordered = orderFindings(page.findings);
    const annotations = chooseAnnotations(ordered);
    const title = (0,clip/* clip */.$)(page.title, publication_TITLE_CHARACTERS_MAX);
    return {
        outcome: page.outcome,
        title,
        summary: publishSummary(input, UNDELIVERED),
        comment: commentOf(page, (0,sticky_comment/* stickyMarker */.YL)(input.commentKey ?? input.run.key.action, (0,sticky_comment/* stampOf */.Zs)(input.run))),
        check: checkOf(page, title, ordered),
        annotations: annotations.shown,
        annotationsHeldBack: annotations.heldBack,
        unplacedAnnotations: chooseAnnotations(unplaced(ordered)).shown,
        outputs: { outcome: page.outcome, headline: page.headline },
    };
}
/** Before anything was sent: the step itself is what annotates. */
const UNDELIVERED = { annotatedBy: 'step', unpublished: [] };
/**
 * The summary alone, which also tells what became of the other channels.
 * @returns Markdown for GITHUB_STEP_SUMMARY, below 1 MiB
 */
function publishSummary(input, delivery) {
    const page = (0,step_page/* composeStepPage */.k)(input);
    const told = unpublishedSection(delivery, (0,redact/* createRedactor */.l)(input.redactions));
    const note = textSection(summaryNote(page, delivery));
    return stepDocument(page, {
        head: documentHeading(page),
        sections: [...page.verdict, ...note, ...told, ...page.sections],
        foot: documentFooter({ ...page, runUrl: null }),
        size: SUMMARY,
        elsewhere: 'The evidence file holds all of it, and the local command shows it.',
    });
}
function unpublishedSection({ unpublished }, redact) {
    if (unpublished.length === 0)
        return [];
    const items = unpublished.map((message) => (0,rich_text/* richText */.Y)((0,clip/* clip */.$)(redact(message), NOTE_CHARACTERS_MAX)));
    return [{ kind: 'list', heading: 'What could not be published', items }];
}
function summaryNote(page, { annotatedBy }) {
    const ordered = orderFindings(page.findings);
    if (annotatedBy === 'step')
        return annotationNote(page, chooseAnnotations(ordered).heldBack);
    const besideCheck = heldBackNote(chooseAnnotations(unplaced(ordered)).heldBack);
    const inCheck = checkNote(page, placed(ordered).length - BATCH_MAX * BATCHES_MAX);
    return [besideCheck, inCheck].filter((part) => part !== '').join(' ');
}
function commentOf(page, marker) {
    return stepDocument(page, {
        head: `${marker}\n${documentHeading(page)}`,
        sections: [...page.verdict, ...page.sections],
        foot: documentFooter(page),
        size: COMMENT,
        elsewhere: whereTheRestIs(page),
    });
}
function checkOf(page, title, ordered) {
    const annotations = toAnnotations(placed(ordered));
    const shown = annotations.slice(0, BATCH_MAX * BATCHES_MAX);
    const common = { size: CHECK, elsewhere: whereTheRestIs(page) };
    const note = textSection(checkNote(page, annotations.length - shown.length));
    return {
        title,
        summary: stepDocument(page, {
            ...common,
            head: '',
            sections: [...page.verdict, ...note],
            foot: documentFooter(page),
        }),
        text: stepDocument(page, { ...common, head: '', sections: page.sections, foot: '' }).trimStart(),
        annotationBatches: inBatches(shown),
    };
}
/** What a check run can show: it takes no annotation without a path. */
function placed(findings) {
    return findings.filter((finding) => finding.location !== null);
}
function unplaced(findings) {
    return findings.filter((finding) => finding.location === null);
}
/** Empty when every finding is shown at its line. */
function annotationNote(page, heldBack) {
    return [heldBackNote(heldBack), untranslatedNote(page)].filter((part) => part !== '').join(' ');
}
function heldBackNote(heldBack) {
    const held = Object.entries(heldBack).flatMap(([level, count]) => (count === 0 ? [] : [(0,render_inline/* countWord */.MD)(count, level)]));
    return held.length === 0 ? '' : `Not annotated, as GitHub shows 10 of each level per step: ${held.join(', ')}.`;
}
function checkNote(page, beyond) {
    const note = beyond <= 0 ? '' : `Not annotated, as they would be too many requests: ${(0,render_inline/* countWord */.MD)(beyond, 'finding')}.`;
    return [note, untranslatedNote(page)].filter((part) => part !== '').join(' ');
}
function untranslatedNote({ untranslatedCount }) {
    if (untranslatedCount === 0)
        return '';
    return `Shown without a line, as only the tested merge has it: ${(0,render_inline/* countWord */.MD)(untranslatedCount, 'finding')}.`;
}
function textSection(text) {
    return text === '' ? [] : [{ kind: 'text', text }];
}
function whereTheRestIs({ runUrl }) {
    if (runUrl === null)
        return 'The job summary has the rest.';
    return ['The rest is in ', { kind: 'link', text: 'the job summary', url: runUrl }, '.'];
}
function inBatches(annotations) {
    const batches = [];
    for (let start = 0; start < annotations.length; start += BATCH_MAX) {
        batches.push(annotations.slice(start, start + BATCH_MAX));
    }
    return batches;
}
//# sourceMappingURL=publication.js.map

/***/ }),

/***/ 4508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ redactTexts)
/* harmony export */ });
/**
 * Keys whose values are words of ours, commit ids, times or the address of the repository: never anybody's text, and a
 * file that lacked them could not be read again.
 */
const OURS = new Set([
    ...['schema', 'kind', 'status', 'outcome', 'level', 'ruleId', 'unit', 'limit', 'limitOrigin', 'origin', 'trust'],
    ...['action', 'gate', 'event', 'format', 'toolVersion', 'repository', 'serverUrl', 'standing', 'expires'],
    ...['sha', 'testedSha', 'testedShas', 'headSha', 'now', 'time'],
]);
/** A copy of a JSON value without the secrets in its texts, at whatever depth. Keys stay. */
function redactTexts(value, redact) {
    return redactValue(value, redact);
}
function redactValue(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (Array.isArray(value))
        return value.map((item) => redactValue(item, redact));
    // Anything but plain data is for the writer of the file to refuse.
    if (Object.prototype.toString.call(value) !== '[object Object]')
        return value;
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([key, item]) => [key, OURS.has(key) ? item : redactValue(item, redact)]));
}
//# sourceMappingURL=redact-texts.js.map

/***/ }),

/***/ 7573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createRedactor)
/* harmony export */ });
const MASK = '[redacted]';
/**
 * Shapes of well-known secrets. Each is linear: it can only start where its prefix stands, and a run that it scans
 * ends at a character that no prefix has.
 */
const SHAPES = [
    // GitHub: personal, OAuth, user, server and refresh tokens; newer ones carry dots.
    /gh[oprsu]_[A-Za-z0-9_.-]{16,}/g,
    /github_pat_[A-Za-z0-9_]{20,}/g,
    /glpat-[A-Za-z0-9_-]{20,}/g,
    /(?:AKIA|ASIA)[A-Z0-9]{16}/g,
    /xox[a-z]-[A-Za-z0-9-]{10,}/g,
    /xapp-[A-Za-z0-9-]{10,}/g,
    /npm_[A-Za-z0-9]{36}/g,
    // Every PyPI token starts with the same macaroon header.
    /pypi-AgE[A-Za-z0-9_-]{16,}/g,
    /AIza[A-Za-z0-9_-]{35}/g,
    /[rs]k_live_[A-Za-z0-9]{16,}/g,
    /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]*/g,
    /(?<=hooks\.slack\.com\/services\/)[A-Za-z0-9/]{10,}/g,
    /(?<=\/api\/webhooks\/\d{1,20}\/)[A-Za-z0-9_-]{10,}/g,
    /(?<=secret_?access_?key["']?[ \t]{0,4}[:=][ \t]{0,4}["']?)[A-Za-z0-9/+]{40}/gi,
];
const CREDENTIALS_IN_URL = /:\/\/[^\s/?#]+@/g;
const AUTHORIZATION = /\b(bearer|basic|token)([ \t]{1,4})([A-Za-z0-9._~+/=-]{16,})/gi;
const KEY_BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----/g;
const KEY_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----/g;
/**
 * @param patterns the user's own: plain text in which `*` stands for any run of characters without white space, such as
 *   `ACME-*`. Not regular expressions, so that none can run for minutes.
 */
function createRedactor(patterns) {
    const own = patterns.map(toPieces).filter((pieces) => pieces.some((piece) => piece !== ''));
    return (text) => {
        let redacted = redactKnown(text);
        for (const pieces of own)
            redacted = redactOwn(redacted, pieces);
        return redacted;
    };
}
/** Every shape needs one of these: most texts have none, and evidence has a great many texts. */
const HINT = /gh[oprsu]_|github_pat_|glpat-|AKIA|ASIA|xox|xapp-|npm_|pypi-|AIza|_live_|eyJ|slack|webhooks|access|:\/\/|bearer|basic|token|PRIVATE/i;
function redactKnown(text) {
    if (!HINT.test(text))
        return text;
    let redacted = redactPrivateKeys(text);
    for (const shape of SHAPES)
        redacted = redacted.replace(shape, MASK);
    return redacted.replace(CREDENTIALS_IN_URL, `://${MASK}@`).replace(AUTHORIZATION, maskAuthorization);
}
/** `basic authentication` in a sentence is no secret; one has digits. */
function maskAuthorization(whole, scheme, gap, credentials) {
    return /\d/.test(credentials) ? `${scheme}${gap}${MASK}` : whole;
}
/** A block without its end was cut off, so all that follows belongs to it. */
function redactPrivateKeys(text) {
    let redacted = '';
    let from = 0;
    for (;;) {
        const begin = findFrom(KEY_BEGIN, text, from);
        if (begin === null)
            return redacted + text.slice(from);
        redacted += text.slice(from, begin.start) + MASK;
        const end = findFrom(KEY_END, text, begin.end);
        if (end === null)
            return redacted;
        from = end.end;
    }
}
function findFrom(pattern, text, from) {
    const search = new RegExp(pattern);
    search.lastIndex = from;
    const match = search.exec(text);
    return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
function toPieces(pattern) {
    return pattern.trim().split(/\*+/);
}
function redactOwn(text, pieces) {
    const [only] = pieces;
    if (pieces.length === 1 && only !== undefined)
        return text.replaceAll(only, MASK);
    return text.replace(/\S+/g, (word) => redactWord(word, pieces));
}
/** An open end reaches to the end of the word; the pieces between are looked for from left to right. */
function redactWord(word, pieces) {
    const first = pieces[0] ?? '';
    const last = pieces.at(-1) ?? '';
    const start = word.indexOf(first);
    if (start < 0)
        return word;
    let position = start + first.length;
    for (const piece of pieces.slice(1, -1)) {
        const found = word.indexOf(piece, position);
        if (found < 0)
            return word;
        position = found + piece.length;
    }
    const end = last === '' ? word.length : word.lastIndexOf(last);
    if (end < position)
        return word;
    return word.slice(0, start) + MASK + word.slice(end + last.length);
}
//# sourceMappingURL=redact.js.map

/***/ }),

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ composeStepPage)
});

// EXTERNAL MODULE: ./packages/core/lib/render/clip.js
var clip = __webpack_require__(2258);
// EXTERNAL MODULE: ./packages/core/lib/render/inline.js
var render_inline = __webpack_require__(2281);
// EXTERNAL MODULE: ./packages/core/lib/render/links.js
var links = __webpack_require__(9999);
;// CONCATENATED MODULE: ./packages/core/lib/render/map-page.js

function mapSections(sections, mapping) {
    return sections.map((section) => mapSection(section, mapping));
}
function mapInline(inline, mapping) {
    return (0,render_inline/* flattenInline */.Kg)(inline).map((span) => mapping.span(span));
}
function mapSection(section, mapping) {
    switch (section.kind) {
        case 'table':
            return { ...mapHeading(section, mapping), columns: mapColumns(section, mapping), rows: mapRows(section, mapping) };
        case 'list':
            return { ...mapHeading(section, mapping), items: section.items.map((item) => mapInline(item, mapping)) };
        case 'text':
            return { ...mapHeading(section, mapping), text: mapInline(section.text, mapping) };
        case 'details':
            return { ...section, summary: mapping.text(section.summary), sections: mapSections(section.sections, mapping) };
        case 'chart':
            return {
                ...section,
                heading: mapping.text(section.heading),
                unit: mapping.text(section.unit),
                points: section.points.map((point) => ({ ...point, label: mapping.text(point.label) })),
            };
    }
}
function mapHeading(section, mapping) {
    return section.heading === undefined ? section : { ...section, heading: mapInline(section.heading, mapping) };
}
function mapColumns(section, mapping) {
    return section.columns.map((column) => ({ ...column, title: mapping.text(column.title) }));
}
function mapRows(section, mapping) {
    return section.rows.map((row) => row.map((cell) => mapInline(cell, mapping)));
}
//# sourceMappingURL=map-page.js.map
// EXTERNAL MODULE: ./packages/core/lib/render/redact.js
var render_redact = __webpack_require__(7573);
;// CONCATENATED MODULE: ./packages/core/lib/render/translate-location.js
/**
 * @param diff from the tree that locations are in to the one they are wanted in; null when the two are the same,
 *   `unknown` when nobody can tell, so that every place is lost
 */
function createTranslator(diff) {
    if (diff === 'unknown')
        return { translate: (_, lost) => ({ path: null, ranges: [], lost }), locate: () => null };
    const files = new Map();
    for (const file of diff ?? [])
        if (file.oldPath !== null)
            files.set(file.oldPath, file);
    const known = new Map();
    const stretchesOf = (file) => {
        const stretches = known.get(file) ?? commonStretches(file);
        known.set(file, stretches);
        return stretches;
    };
    const translate = (path, ranges) => {
        const file = files.get(path);
        if (file === undefined)
            return { path, ranges, lost: [] };
        return { path: file.newPath, ...carryOver(ranges, stretchesOf(file)) };
    };
    return { translate, locate: (location) => locateFirst(location, translate) };
}
function locateFirst(location, translate) {
    const { path, ranges } = translate(location.path, [{ first: location.startLine, last: location.endLine }]);
    const [first] = ranges;
    if (path === null || first === undefined)
        return null;
    return { path, startLine: first.first, endLine: first.last };
}
/** None for a file that is gone, and for one whose lines nobody can count. */
function commonStretches(file) {
    if (file.newPath === null || file.isBinary)
        return [];
    const stretches = [];
    let first = 1;
    let shift = 0;
    for (const hunk of file.hunks) {
        const { oldBefore, oldAfter, newAfter } = edgesOf(hunk);
        if (oldBefore >= first)
            stretches.push({ first, last: oldBefore, shift });
        first = oldAfter;
        shift = newAfter - oldAfter;
    }
    return [...stretches, { first, last: Number.POSITIVE_INFINITY, shift }];
}
/** A start with count 0 names the line before the gap, any other the first line of the change. */
function edgesOf(hunk) {
    return {
        oldBefore: hunk.oldCount === 0 ? hunk.oldStart : hunk.oldStart - 1,
        oldAfter: hunk.oldCount === 0 ? hunk.oldStart + 1 : hunk.oldStart + hunk.oldCount,
        newAfter: hunk.newCount === 0 ? hunk.newStart + 1 : hunk.newStart + hunk.newCount,
    };
}
function carryOver(ranges, stretches) {
    const kept = [];
    const lost = [];
    for (const range of ranges) {
        let next = range.first;
        for (let index = firstReaching(stretches, range.first); index < stretches.length; index++) {
            const stretch = stretches[index];
            if (stretch === undefined || stretch.first > range.last)
                break;
            const first = Math.max(range.first, stretch.first);
            const last = Math.min(range.last, stretch.last);
            if (first > next)
                lost.push({ first: next, last: first - 1 });
            kept.push({ first: first + stretch.shift, last: last + stretch.shift });
            next = last + 1;
        }
        if (next <= range.last)
            lost.push({ first: next, last: range.last });
    }
    return { ranges: kept, lost };
}
/** Index of the first stretch that ends at the line or later. */
function firstReaching(stretches, line) {
    let low = 0;
    let high = stretches.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((stretches[middle]?.last ?? 0) < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
//# sourceMappingURL=translate-location.js.map
// EXTERNAL MODULE: ./packages/core/lib/model/outcome.js
var outcome = __webpack_require__(7423);
// EXTERNAL MODULE: ./packages/core/lib/render/numbers.js
var numbers = __webpack_require__(1956);
;// CONCATENATED MODULE: ./packages/core/lib/render/verdict-heading.js



/** What stands under a verdict table in which a limit is marked as assumed. */
const ASSUMED_NOTE = 'Assumed: advises until you write it.';
function stepOutcome(gates) {
    return (0,outcome/* worstOutcome */.O)(gates.map((gate) => gate.decision.verdict.outcome));
}
/**
 * `Testwarden: 3 things to fix in this pull request`
 * @param place `this pull request` or `this run`
 */
function verdictTitle(gates, place) {
    const outcome = stepOutcome(gates);
    const count = Math.max(1, countJudgements(gates, outcome));
    switch (outcome) {
        case 'fail':
            return `Testwarden: ${(0,render_inline/* countWord */.MD)(count, 'thing')} to fix in ${place}`;
        case 'inconclusive':
            return `Testwarden: ${(0,render_inline/* countWord */.MD)(count, 'verdict')} missing for ${place}`;
        case 'warn':
            return `Testwarden: ${(0,render_inline/* countWord */.MD)(count, 'thing')} worth a look in ${place}`;
        case 'pass':
            return `Testwarden: nothing to fix in ${place}`;
        case 'skipped':
            return `Testwarden: nothing to judge in ${place}`;
    }
}
/** One row for each judgement of each gate; a gate that could not even judge has a row with its headline. */
function verdictTable(gates) {
    return {
        kind: 'table',
        columns: ['gate', 'verdict', 'actual', 'limit', 'base'].map((title) => ({ title, align: 'left' })),
        rows: gates.flatMap(gateRows),
    };
}
function hasAssumedLimit(gates) {
    return gates.some((gate) => gate.decision.verdict.reasons.some((reason) => reason.limitOrigin === 'assumed'));
}
function countJudgements(gates, outcome) {
    let count = 0;
    for (const { decision } of gates) {
        const { reasons } = decision.verdict;
        const matching = reasons.filter((reason) => reason.outcome === outcome).length;
        count += matching === 0 && decision.verdict.outcome === outcome ? 1 : matching;
    }
    return count;
}
function gateRows({ page, decision }) {
    const { reasons, outcome, headline } = decision.verdict;
    if (reasons.length === 0)
        return [[page.title, { kind: 'outcome', outcome }, headline, numbers/* NO_VALUE */.GY, numbers/* NO_VALUE */.GY]];
    return reasons.map(reasonRow);
}
function reasonRow(reason) {
    const { actual, baseline } = quantityTexts(reason);
    return [
        reason.title,
        { kind: 'outcome', outcome: reason.outcome },
        reason.wording?.actual ?? actual,
        `${reason.wording?.limit ?? limitText(reason)}${limitNote(reason)}`,
        reason.wording?.baseline ?? baseline,
    ];
}
function limitNote({ accepted, limitOrigin }) {
    if (accepted !== undefined)
        return ' (accepted)';
    return limitOrigin === 'assumed' ? ' (assumed)' : '';
}
/** Floors in percent and drops in points are what rules judge; a bare count has an upper limit. */
function limitText({ limit, unit }) {
    if (limit === null)
        return numbers/* NO_VALUE */.GY;
    switch (unit) {
        case 'percent':
            return `at least ${limit} %`;
        case 'points':
            return `drop at most ${limit} points`;
        case 'lines':
        case 'files':
            return `at most ${limit} ${unit}`;
        case 'count':
            return `at most ${limit}`;
    }
}
function quantityTexts(reason) {
    const { actual, baseline, limit, unit } = reason;
    if (unit === 'points' && isRatio(actual) && isRatio(baseline)) {
        const percents = (0,numbers/* formatPercentPair */.jW)(actual, baseline, limit);
        return {
            actual: ratioText(actual, reason, percents.actual),
            baseline: ratioText(baseline, reason, percents.baseline),
        };
    }
    return { actual: quantityText(actual, reason), baseline: quantityText(baseline, reason) };
}
function quantityText(quantity, reason) {
    if (quantity === null)
        return numbers/* NO_VALUE */.GY;
    if (isRatio(quantity)) {
        return ratioText(quantity, reason, (0,numbers/* formatPercent */.l9)(quantity, reason.unit === 'percent' ? reason.limit : null));
    }
    switch (reason.unit) {
        case 'percent':
            return `${(0,numbers/* formatInteger */.Sm)(quantity)} %`;
        case 'count':
            return (0,numbers/* formatInteger */.Sm)(quantity);
        case 'points':
        case 'lines':
        case 'files':
            return `${(0,numbers/* formatInteger */.Sm)(quantity)} ${quantity === 1 ? reason.unit.slice(0, -1) : reason.unit}`;
    }
}
function ratioText(ratio, { wording, unit }, percent) {
    const counted = wording?.counted ?? (unit === 'lines' || unit === 'files' ? unit : null);
    return (0,numbers/* formatFraction */.MJ)(ratio, { counted, percent });
}
function isRatio(quantity) {
    return typeof quantity === 'object' && quantity !== null;
}
//# sourceMappingURL=verdict-heading.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/step-page.js







/** No text that anybody needs is longer; what is cut ends with an ellipsis. */
const TEXT_CHARACTERS_MAX = 10_000;
/** The foot of a page is always shown, so its texts are short. */
const FOOT_CHARACTERS_MAX = 300;
function composeStepPage(input) {
    const { run } = input;
    const redact = (0,render_redact/* createRedactor */.l)(input.redactions);
    const translator = createTranslator(input.headDiff);
    const mapping = mappingOf((text) => (0,clip/* clip */.$)(redact(text), TEXT_CHARACTERS_MAX), translator);
    const footMapping = mappingOf((text) => (0,clip/* clip */.$)(redact(text), FOOT_CHARACTERS_MAX), translator);
    const findings = input.gates.map(({ decision }) => decision.findings.map((finding) => cleanFinding(finding, redact, translator)));
    const title = verdictTitle(input.gates, run.pullRequest === null ? 'this run' : 'this pull request');
    return {
        outcome: stepOutcome(input.gates),
        title,
        headline: mapping.text(soleHeadline(input.gates) ?? title),
        verdict: mapSections(verdictSections(input), mapping),
        sections: mapSections(arrange(input.gates), mapping),
        localCommand: (0,clip/* clip */.$)(redact(input.localCommand), FOOT_CHARACTERS_MAX),
        policy: [mapInline(input.policy, footMapping), ` · Testwarden ${input.toolVersion}`],
        runUrl: (0,links/* runLink */.ut)(run),
        blobs: (0,links/* blobBaseOf */.w8)(run),
        findings: findings.map((ofGate) => ofGate.map(({ finding }) => finding)),
        untranslatedCount: findings.flat().filter(({ isLost }) => isLost).length,
    };
}
function soleHeadline(gates) {
    return gates.length === 1 ? (gates[0]?.decision.verdict.headline ?? null) : null;
}
function verdictSections({ gates, notes = [] }) {
    const first = notes.length === 0 ? [] : [{ kind: 'list', items: notes }];
    const last = hasAssumedLimit(gates) ? [{ kind: 'text', text: ASSUMED_NOTE }] : [];
    return [...first, verdictTable(gates), ...last];
}
/** A problem may go on in sections without a heading of their own, so these keep their place and have no number. */
function arrange(gates) {
    const sections = gates.flatMap((gate) => gate.page.sections);
    const problems = sections.filter(isProblem);
    const folded = sections.filter((section) => section.kind === 'details');
    const rest = sections.filter((section) => section.kind !== 'details' && !isProblem(section));
    return [...numbered(problems), ...rest, ...folded];
}
function numbered(problems) {
    if (problems.filter(({ heading }) => heading !== undefined).length < 2)
        return [...problems];
    let number = 0;
    return problems.map((section) => {
        if (section.heading === undefined)
            return section;
        number++;
        return { ...section, heading: [`${number}. `, section.heading] };
    });
}
function isProblem(section) {
    return 'role' in section && section.role === 'problem';
}
function mappingOf(text, translator) {
    const span = (original) => {
        if (typeof original === 'string')
            return text(original);
        switch (original.kind) {
            case 'outcome':
                return original;
            case 'location':
                return translateSpan({ ...original, path: text(original.path) }, translator);
            case 'link':
                return { ...original, text: text(original.text), url: text(original.url) };
            case 'code':
            case 'strong':
                return { ...original, text: text(original.text) };
        }
    };
    return { text, span };
}
/** What the head tree has is a place; the rest is said, without a link that would lead elsewhere. */
function translateSpan(span, translator) {
    const { path, ranges, lost } = translator.translate(span.path, span.ranges);
    const isGone = path === null || (ranges.length === 0 && lost.length > 0);
    if (isGone)
        return [{ kind: 'code', text: (0,render_inline/* formatLocation */.j$)(span.path, span.ranges) }, ' (of the tested tree)'];
    const kept = { ...span, path, ranges };
    return lost.length === 0 ? kept : [kept, ` and ${(0,render_inline/* formatRanges */.Gk)(lost)} of the tested tree`];
}
function cleanFinding(finding, redact, translator) {
    const place = finding.location === null ? null : translator.locate(finding.location);
    const location = place === null ? null : { ...place, path: redact(place.path) };
    return {
        finding: { ...finding, title: redact(finding.title), message: redact(finding.message), location },
        isLost: location === null && finding.location !== null,
    };
}
//# sourceMappingURL=step-page.js.map

/***/ }),

/***/ 1495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   YL: () => (/* binding */ stickyMarker),
/* harmony export */   Zl: () => (/* binding */ isStickyComment),
/* harmony export */   Zs: () => (/* binding */ stampOf),
/* harmony export */   pz: () => (/* binding */ readStickyComment)
/* harmony export */ });
const KEY_CHARACTERS_MAX = 100;
const MARKER = /^<!-- testwarden:([A-Za-z0-9_.-]{1,100})(?: run=(\d{1,20})\.(\d{1,9}) head=([0-9a-f]{40,64}) at=([0-9TZ:.+-]{10,30}))? -->$/;
/**
 * The line by which a later run knows its own comment again. Invisible on GitHub.
 * @param key the action's id or what the user chose, never a cell of a matrix
 */
function stickyMarker(key, stamp) {
    const by = stamp === null ? '' : ` run=${stamp.run}.${stamp.attempt} head=${stamp.headSha} at=${stamp.startedAt}`;
    return `<!-- testwarden:${cleanKey(key)}${by} -->`;
}
/** null: a run that GitHub did not start, or one without a commit. */
function stampOf({ key, headSha, now }) {
    if (headSha === null || !/^\d{1,20}$/.test(key.run))
        return null;
    return { run: key.run, attempt: key.attempt, headSha, startedAt: now };
}
/**
 * null: not one of ours. Only the first line counts: whoever quotes a comment does not become it. The author must be
 * checked beside this.
 */
function readStickyComment(body) {
    const [first = '', ...rest] = body.split(/\r?\n/);
    const match = MARKER.exec(first.trim());
    if (match === null)
        return null;
    const [, key = '', run, attempt = '', headSha = '', startedAt = ''] = match;
    const stamp = run === undefined ? null : { run, attempt: Number(attempt), headSha, startedAt };
    return { key, stamp, text: rest.join('\n').trim() };
}
function isStickyComment(body, key) {
    return readStickyComment(body)?.key === cleanKey(key);
}
/**
 * Of one commit the run that started later is newer: a rerun keeps its number. Of two commits the higher run number is,
 * because GitHub starts a run for each commit as it comes, and a rerun of the older one keeps the lower number.
 */
function isNewer(left, right) {
    if (left.headSha === right.headSha)
        return Date.parse(left.startedAt) > Date.parse(right.startedAt);
    return BigInt(left.run) > BigInt(right.run);
}
function cleanKey(key) {
    return key
        .replace(/[^A-Za-z0-9_.-]+/g, '-')
        .replace(/-{2,}/g, '-')
        .slice(0, KEY_CHARACTERS_MAX);
}
//# sourceMappingURL=sticky-comment.js.map

/***/ }),

/***/ 7849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ renderTerminalPage)
});

// UNUSED EXPORTS: renderTerminal

// EXTERNAL MODULE: ./packages/core/lib/render/chart-text.js
var chart_text = __webpack_require__(3648);
// EXTERNAL MODULE: ./packages/core/lib/render/numbers.js
var numbers = __webpack_require__(1956);
// EXTERNAL MODULE: ./packages/core/lib/render/escape.js
var render_escape = __webpack_require__(7783);
// EXTERNAL MODULE: ./packages/core/lib/render/inline.js
var render_inline = __webpack_require__(2281);
;// CONCATENATED MODULE: ./packages/core/lib/render/text-width.js
/** Characters that terminals draw two columns wide: East Asian wide forms and pictures. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** How many columns of a terminal the text takes. Controls must be gone already. */
function textWidth(text) {
    let width = 0;
    for (const character of text)
        width += characterWidth(character);
    return width;
}
function padToWidth(text, { width, align }) {
    const padding = ' '.repeat(Math.max(0, width - textWidth(text)));
    return align === 'right' ? padding + text : text + padding;
}
function characterWidth(character) {
    if (character <= '\u007e')
        return 1;
    if (NO_WIDTH.test(character))
        return 0;
    return WIDE.test(character) ? 2 : 1;
}
//# sourceMappingURL=text-width.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/terminal-inline.js



const CODES = {
    bold: [1, 22],
    dim: [2, 22],
    red: [31, 39],
    green: [32, 39],
    yellow: [33, 39],
    cyan: [36, 39],
};
/** One column wide everywhere, unlike pictures. */
const TERMINAL_MARKS = {
    skipped: '-',
    pass: '✓',
    warn: '!',
    inconclusive: '?',
    fail: '✗',
};
const OUTCOME_PAINTS = {
    skipped: 'dim',
    pass: 'green',
    warn: 'yellow',
    inconclusive: 'yellow',
    fail: 'red',
};
function terminalRuns(inline) {
    return (0,render_inline/* flattenInline */.Kg)(inline).flatMap(spanRuns);
}
function paintRuns(runs, style) {
    return runs.map(({ text, paint }) => (paint === null ? text : paintText(text, { paint, style }))).join('');
}
function paintText(text, { paint, style }) {
    if (style === 'plain' || text === '')
        return text;
    const [on, off] = CODES[paint];
    return `\u001b[${on}m${text}\u001b[${off}m`;
}
function outcomePaint(outcome) {
    return OUTCOME_PAINTS[outcome];
}
function runsWidth(runs) {
    return runs.reduce((sum, { text }) => sum + textWidth(text), 0);
}
/** Lines of at most so many columns, broken between words, and inside a word only where it is longer than a line. */
function wrapRuns(runs, columns) {
    const lines = [];
    let line = [];
    let used = 0;
    for (const word of wordsOf(runs)) {
        for (const piece of textWidth(word.text) > columns ? chop(word, columns) : [word]) {
            if (used > 0 && used + textWidth(piece.text.trimEnd()) > columns) {
                lines.push(trimLine(line));
                line = [];
                used = 0;
            }
            line.push(piece);
            used += textWidth(piece.text);
        }
    }
    return [...lines, trimLine(line)];
}
function spanRuns(span) {
    if (typeof span === 'string')
        return [{ text: (0,render_escape/* escapeTerminal */.en)(span), paint: null }];
    switch (span.kind) {
        case 'code':
            return [{ text: (0,render_escape/* escapeTerminal */.en)(span.text), paint: 'cyan' }];
        case 'strong':
            return [{ text: (0,render_escape/* escapeTerminal */.en)(span.text), paint: 'bold' }];
        case 'link':
            return [
                { text: `${(0,render_escape/* escapeTerminal */.en)(span.text)} `, paint: null },
                { text: `(${(0,render_escape/* escapeTerminal */.en)(span.url)})`, paint: 'dim' },
            ];
        case 'outcome':
            return [{ text: `${TERMINAL_MARKS[span.outcome]} ${span.outcome}`, paint: outcomePaint(span.outcome) }];
        case 'location':
            return [{ text: (0,render_escape/* escapeTerminal */.en)((0,render_inline/* formatLocation */.j$)(span.path, span.ranges)), paint: 'cyan' }];
    }
}
/** Words with the spaces around them, each of one look. A number keeps its percent sign. */
function* wordsOf(runs) {
    for (const { text, paint } of runs) {
        for (const word of text.match(/ *[^ ]+(?: %[^ ]*)? *| +/g) ?? [])
            yield { text: word, paint };
    }
}
function* chop({ text, paint }, columns) {
    let piece = '';
    let width = 0;
    for (const character of text) {
        const next = characterWidth(character);
        if (width + next > columns && piece !== '') {
            yield { text: piece, paint };
            piece = '';
            width = 0;
        }
        piece += character;
        width += next;
    }
    yield { text: piece, paint };
}
/** Pieces of one look become one; the space at the end goes. */
function trimLine(line) {
    const joined = [];
    for (const piece of line) {
        const last = joined.at(-1);
        if (last?.paint === piece.paint)
            joined[joined.length - 1] = { ...last, text: last.text + piece.text };
        else
            joined.push(piece);
    }
    const last = joined.at(-1);
    return last === undefined ? [] : [...joined.slice(0, -1), { ...last, text: last.text.trimEnd() }];
}
//# sourceMappingURL=terminal-inline.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/terminal-table.js


const GAP = '  ';
const COLUMN_WIDTH_MIN = 8;
/** More rows than anybody scrolls through; the HTML page and the verdict file have all of them. */
const ROWS_SHOWN_MAX = 200;
/** Aligned columns; where the terminal is too narrow for them, cells wrap, and at last each row becomes a small list. */
function terminalTable(section, options) {
    const rows = section.rows
        .slice(0, ROWS_SHOWN_MAX)
        .map((row) => section.columns.map((_, index) => terminalRuns(row[index] ?? '')));
    const header = section.columns.map(({ title }) => terminalRuns(title).map((run) => ({ ...run, paint: 'dim' })));
    const widths = fitWidths(naturalWidths([header, ...rows]), options.columns);
    const lines = widths === null
        ? rows.flatMap((row) => stackedRow(row, section.columns, options))
        : [header, ...rows].flatMap((row) => alignedRow(row, { widths, columns: section.columns, style: options.style }));
    const hidden = section.rows.length - rows.length;
    return hidden === 0 ? lines : [...lines, `… and ${(0,numbers/* formatInteger */.Sm)(hidden)} more`];
}
function naturalWidths(rows) {
    const widths = [];
    for (const row of rows) {
        row.forEach((cell, index) => {
            widths[index] = Math.max(widths[index] ?? 0, runsWidth(cell));
        });
    }
    return widths;
}
/** Takes from the widest column until the row fits; null when no column would keep a readable width. */
function fitWidths(natural, columns) {
    const widths = [...natural];
    let excess = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1) - columns;
    while (excess > 0) {
        const widest = Math.max(...widths);
        if (widest <= COLUMN_WIDTH_MIN)
            return null;
        const index = widths.indexOf(widest);
        const second = Math.max(COLUMN_WIDTH_MIN, ...widths.filter((width) => width < widest));
        const cut = Math.min(excess, Math.max(1, widest - second));
        widths[index] = widest - cut;
        excess -= cut;
    }
    return widths;
}
function alignedRow(row, { widths, columns, style }) {
    const cells = row.map((cell, index) => wrapRuns(cell, Math.max(1, widths[index] ?? 1)));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    const lines = [];
    for (let line = 0; line < height; line++) {
        const parts = cells.map((cell, index) => {
            const runs = cell[line] ?? [];
            const padding = ' '.repeat(Math.max(0, (widths[index] ?? 0) - runsWidth(runs)));
            const text = paintRuns(runs, style);
            return columns[index]?.align === 'right' ? padding + text : text + padding;
        });
        lines.push(parts.join(GAP).trimEnd());
    }
    return lines;
}
function stackedRow(row, columns, options) {
    const lines = row.flatMap((cell, index) => {
        const title = { text: `${columns[index]?.title ?? ''}: `, paint: 'dim' };
        return wrapRuns([title, ...cell], options.columns).map((line) => paintRuns(line, options.style));
    });
    return [...lines, ''];
}
//# sourceMappingURL=terminal-table.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/terminal.js




const INDENT = '  ';
const ITEMS_SHOWN_MAX = 200;
/** A whole step: title, verdict table, sections, and where it all comes from. Ends with a line break. */
function renderTerminalPage(page, options) {
    const mark = paintText(TERMINAL_MARKS[page.outcome], { paint: outcomePaint(page.outcome), style: options.style });
    const title = paintText(page.title, { paint: 'bold', style: options.style });
    const body = renderTerminal([...page.verdict, ...page.sections], options);
    const foot = [['Same verdict: ', { kind: 'code', text: page.localCommand }], page.policy];
    return `${[`${mark} ${title}`, body, foot.flatMap((line) => wrapped(line, options)).join('\n')].join('\n\n')}\n`;
}
/** Sections as text for a terminal. Folded parts are open, as there is nothing to click on. */
function renderTerminal(sections, options) {
    return sections.map((section) => sectionLines(section, options).join('\n').trimEnd()).join('\n\n');
}
function sectionLines(section, options) {
    switch (section.kind) {
        case 'table':
            return [...headingLines(section.heading, options), ...terminalTable(section, options)];
        case 'list':
            return [...headingLines(section.heading, options), ...listLines(section.items, options)];
        case 'text':
            return [...headingLines(section.heading, options), ...wrapped(section.text, options)];
        case 'chart':
            return [...headingLines(section.heading, options), ...wrapped((0,chart_text/* sparkline */.K)(section), options)];
        case 'details':
            return [...headingLines(section.summary, options), ...indented(section.sections, options)];
    }
}
function headingLines(heading, options) {
    if (heading === undefined)
        return [];
    const runs = terminalRuns(heading).map((run) => ({ ...run, paint: 'bold' }));
    return wrapRuns(runs, options.columns).map((line) => paintRuns(line, options.style));
}
function listLines(items, options) {
    const narrower = { ...options, columns: inner(options) };
    const lines = items
        .slice(0, ITEMS_SHOWN_MAX)
        .flatMap((item) => wrapped(item, narrower).map((line, index) => (index === 0 ? `- ${line}` : INDENT + line)));
    const hidden = items.length - ITEMS_SHOWN_MAX;
    return hidden <= 0 ? lines : [...lines, `- … and ${(0,numbers/* formatInteger */.Sm)(hidden)} more`];
}
function indented(sections, options) {
    const text = renderTerminal(sections, { ...options, columns: inner(options) });
    return text.split('\n').map((line) => (line === '' ? '' : INDENT + line));
}
function wrapped(inline, { columns, style }) {
    return wrapRuns(terminalRuns(inline), columns).map((line) => paintRuns(line, style));
}
function inner({ columns }) {
    return Math.max(20, columns - INDENT.length);
}
//# sourceMappingURL=terminal.js.map

/***/ }),

/***/ 1482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ coverageFormats)
});

// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/formats/lib/text/block-decoder.js + 1 modules
var block_decoder = __webpack_require__(7613);
;// CONCATENATED MODULE: ./packages/formats/lib/xml/character-codes.js
/** Stands for every character beyond ASCII. */
const BEYOND_ASCII = 0xff;
const encoder = new TextEncoder();
/**
 * The characters of a text as bytes, at the same offsets: loops over an array take half the time of loops that ask a
 * string for each character.
 */
class CharacterCodes {
    codes = new Uint8Array(0);
    show(text) {
        if (this.codes.length < text.length)
            this.codes = new Uint8Array(text.length * 2);
        const { read, written } = encoder.encodeInto(text, this.codes);
        // Encoding is nearly free, and right whenever all of the text is ASCII.
        if (read !== text.length || written !== text.length)
            this.showEach(text);
    }
    showEach(text) {
        for (let at = 0; at < text.length; at++) {
            const code = text.charCodeAt(at);
            this.codes[at] = code < 0x80 ? code : BEYOND_ASCII;
        }
    }
}
//# sourceMappingURL=character-codes.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/characters.js
/**
 * Character classes of XML 1.0, fifth edition.
 * @see https://www.w3.org/TR/xml/#charsets
 * @see https://www.w3.org/TR/xml/#NT-NameStartChar
 */
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const EXCLAMATION = 0x21;
const DOUBLE_QUOTE = 0x22;
const AMPERSAND = 0x26;
const SINGLE_QUOTE = 0x27;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const NAME_START = 1;
const NAME_REST = 2;
const ASCII_NAMES = asciiNames();
/** Other than ASCII, first to last. Surrogates stand for the planes above, of which names may use all but two. */
const NAME_START_RANGES = [
    [0xc0, 0xd6],
    [0xd8, 0xf6],
    [0xf8, 0x2ff],
    [0x370, 0x37d],
    [0x37f, 0x1fff],
    [0x200c, 0x200d],
    [0x2070, 0x218f],
    [0x2c00, 0x2fef],
    [0x3001, 0xd7ff],
    [0xd800, 0xdfff],
    [0xf900, 0xfdcf],
    [0xfdf0, 0xfffd],
];
const NAME_REST_RANGES = [
    [0xb7, 0xb7],
    [0x300, 0x36f],
    [0x203f, 0x2040],
];
function isSpace(code) {
    return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB;
}
/** Characters that no XML document may hold, not even as a reference. */
function isForbidden(code) {
    return code < SPACE ? !isSpace(code) : code === 0xfffe || code === 0xffff;
}
function isNameStart(code) {
    return code < 128 ? ASCII_NAMES[code] === NAME_START : isIn(NAME_START_RANGES, code);
}
function isNameCharacter(code) {
    if (code < 128)
        return ASCII_NAMES[code] !== 0;
    return isIn(NAME_START_RANGES, code) || isIn(NAME_REST_RANGES, code);
}
/** Behind the white space that starts at `start`; `start` itself where none does. */
function skipSpace(text, start) {
    let at = start;
    while (at < text.length && isSpace(text.charCodeAt(at)))
        at++;
    return at;
}
/** Behind the name that starts at `start`; `start` itself where none does. */
function nameEnd(text, start) {
    if (start >= text.length || !isNameStart(text.charCodeAt(start)))
        return start;
    let end = start + 1;
    while (end < text.length && isNameCharacter(text.charCodeAt(end)))
        end++;
    return end;
}
/** First forbidden character in the span, or -1. */
function findForbidden(text, start, end) {
    for (let at = start; at < end; at++)
        if (isForbidden(text.charCodeAt(at)))
            return at;
    return -1;
}
function isIn(ranges, code) {
    return ranges.some(([first, last]) => code >= first && code <= last);
}
function asciiNames() {
    const table = new Uint8Array(128);
    for (const character of '-.0123456789')
        table[character.charCodeAt(0)] = NAME_REST;
    for (const character of ':_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
        table[character.charCodeAt(0)] = NAME_START;
    return table;
}
//# sourceMappingURL=characters.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/fail.js
/** For a message about a character that no XML document may hold. */
function forbidden(code) {
    return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}, which XML does not allow`;
}
//# sourceMappingURL=fail.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/opaque.js

const END_MARKS = {
    comment: '-->',
    'processing instruction': '?>',
    'CDATA section': ']]>',
};
function findOpaqueEnd(kind, text, start) {
    const mark = END_MARKS[kind];
    const found = text.indexOf(mark, start);
    if (found !== -1)
        return { end: found, behind: found + mark.length };
    const settled = Math.max(start, text.length - begunLength(text, mark));
    return { end: kind === 'CDATA section' && text.endsWith('\r') ? text.length - 1 : settled, behind: null };
}
/** A comment may hold `--` only as part of its end; -1 when this one does not. */
function findDoubleHyphen(text, start, end) {
    const found = text.indexOf('--', start);
    if (found === -1 || found >= end)
        return -1;
    return found;
}
/** Characters at the end that only mean something together with the next ones: `]]` of `]]>`, `\r` of `\r\n`. */
function unsettledLength(text, start) {
    const last = text.charCodeAt(text.length - 1);
    if (last === CARRIAGE_RETURN)
        return 1;
    if (last !== CLOSE_BRACKET)
        return 0;
    return text.length - 2 >= start && text.charCodeAt(text.length - 2) === CLOSE_BRACKET ? 2 : 1;
}
/** How much of the mark the text ends with. */
function begunLength(text, mark) {
    for (let length = mark.length - 1; length > 0; length--)
        if (text.endsWith(mark.slice(0, length)))
            return length;
    return 0;
}
//# sourceMappingURL=opaque.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/references.js

/** Longest reference in text that we look for the end of: `&#x10ffff;` with room for leading zeros and long names. */
const MAX_REFERENCE_LENGTH = 128;
const MAX_SHOWN_LENGTH = 60;
const PREDEFINED = new Map([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
]);
const DECIMAL = /^#[0-9]+$/;
const HEXADECIMAL = /^#x[0-9A-Fa-f]+$/;
const MAX_CODE_POINT = 0x10ffff;
/** @param body what stands between `&` and `;` */
function readReference(body) {
    const predefined = PREDEFINED.get(body);
    if (predefined !== undefined)
        return { text: predefined };
    if (body.startsWith('#'))
        return readCharacterReference(body);
    if (body === '' || nameEnd(body, 0) < body.length)
        return { problem: 'an & that starts no reference (write &amp;)' };
    return { problem: `undefined entity &${shorten(body)}; (entities that a document declares are never expanded)` };
}
/** Decodes a text whose references are known to be good. */
function expandReferences(text) {
    let start = 0;
    let expanded = '';
    for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', start)) {
        const end = text.indexOf(';', at);
        const reference = readReference(text.slice(at + 1, end));
        expanded += text.slice(start, at) + ('text' in reference ? reference.text : '');
        start = end + 1;
    }
    return expanded + text.slice(start);
}
function readCharacterReference(body) {
    const problem = `&${shorten(body)}; names no character`;
    const isDecimal = DECIMAL.test(body);
    if (!isDecimal && !HEXADECIMAL.test(body))
        return { problem };
    const code = Number.parseInt(body.slice(isDecimal ? 1 : 2), isDecimal ? 10 : 16);
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    if (code > MAX_CODE_POINT || isSurrogate || isForbidden(code))
        return { problem };
    return { text: String.fromCodePoint(code) };
}
function shorten(body) {
    return body.length <= MAX_SHOWN_LENGTH ? body : `${body.slice(0, MAX_SHOWN_LENGTH)}...`;
}
//# sourceMappingURL=references.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/character-data.js




/** No reference goes on behind one of these. */
const ENDS_REFERENCE = /[\s<&]/;
/** Reads what stands between two tags: text, references, and what CDATA sections hold. */
class CharacterData {
    parts;
    length = 0;
    constructor(parts) {
        this.parts = parts;
    }
    /** A tag begins or ends an element: what follows is another text. */
    startAnew() {
        this.length = 0;
    }
    /**
     * Reads on to the next tag, or to the end of a reference.
     * @returns the offset behind what was read; `start` when more text is needed
     */
    read(text, start) {
        if (text.charCodeAt(start) === AMPERSAND)
            return this.readTextReference(text, start);
        const end = this.endOfText(text, start);
        if (end > start)
            this.take(text, start, end);
        return end;
    }
    /** Takes a span without references: text, or content of a CDATA section. */
    take(text, start, end) {
        if (!this.parts.elements.isInRoot) {
            const visible = skipSpace(text, start);
            if (visible < end)
                this.parts.fail('text outside the root element', visible);
            return;
        }
        this.grow(end - start, start);
        if (!this.isWanted())
            return;
        const raw = text.slice(start, end);
        this.parts.handler.text?.(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);
    }
    isWanted() {
        return this.parts.handler.text !== undefined && this.parts.handler.isTextWanted !== false;
    }
    grow(length, offset) {
        this.length += length;
        if (this.length > this.parts.limits.maxTextLength)
            this.parts.fail(`text longer than ${this.parts.limits.maxTextLength} characters between two tags`, offset);
    }
    endOfText(text, start) {
        // Nearly all text of a report is the indentation of its tags.
        let end = Math.min(skipIndentation(this.parts.characters.codes, start), text.length);
        for (; end < text.length; end++) {
            const code = text.charCodeAt(end);
            if (code === LESS || code === AMPERSAND)
                return end;
            if (code === CLOSE_BRACKET && text.startsWith(']]>', end))
                this.parts.fail('a ]]> outside a CDATA section', end);
            if (isForbidden(code))
                this.parts.fail(forbidden(code), end);
        }
        return end - unsettledLength(text, start);
    }
    readTextReference(text, start) {
        const end = text.indexOf(';', start);
        const begun = text.slice(start + 1, end === -1 ? text.length : end);
        if (begun.length > MAX_REFERENCE_LENGTH || (end === -1 && ENDS_REFERENCE.test(begun)))
            this.parts.fail('an & that starts no reference (write &amp;)', start);
        if (end === -1)
            return start;
        const reference = readReference(begun);
        if ('problem' in reference)
            return this.parts.fail(reference.problem, start);
        if (!this.parts.elements.isInRoot)
            this.parts.fail('text outside the root element', start);
        this.grow(reference.text.length, start);
        if (this.isWanted())
            this.parts.handler.text?.(reference.text);
        return end + 1;
    }
}
/** May go on behind the text, where bytes of an earlier one are. */
function skipIndentation(codes, start) {
    let at = start;
    while (codes[at] === SPACE || codes[at] === LINE_FEED)
        at++;
    return at;
}
//# sourceMappingURL=character-data.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/declaration.js
/** No declaration is longer. */
const MAX_DECLARATION_LENGTH = 256;
const DECLARATION = /^\s+version\s*=\s*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/;
/**
 * @param body what stands between `<?xml` and `?>`
 * @see https://www.w3.org/TR/xml/#NT-XMLDecl
 */
function isDeclaration(body) {
    return body.length <= MAX_DECLARATION_LENGTH && DECLARATION.test(body);
}
//# sourceMappingURL=declaration.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/doctype.js

/**
 * Finds the end of a document type declaration, internal subset included. Nothing in it is resolved, expanded or even
 * remembered: reports need none of it, and attacks do.
 * @param start behind `<!DOCTYPE`
 * @returns the offset behind the closing `>`, or -1 while it is not in the text
 */
function doctypeEnd(text, start) {
    let isInSubset = false;
    let at = start;
    while (at < text.length) {
        const code = text.charCodeAt(at);
        if (code === GREATER && !isInSubset)
            return at + 1;
        if (code === OPEN_BRACKET)
            isInSubset = true;
        else if (code === CLOSE_BRACKET)
            isInSubset = false;
        const skipped = skipOpaque(text, at, code);
        if (skipped === -1)
            return -1;
        at = skipped;
    }
    return -1;
}
/** Behind a quoted string, a comment or a processing instruction that starts here; else behind this character. */
function skipOpaque(text, at, code) {
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)
        return behind(text, String.fromCharCode(code), at + 1);
    if (code !== LESS)
        return at + 1;
    if (text.charCodeAt(at + 1) === QUESTION)
        return behind(text, '?>', at + 2);
    const isComment = text.charCodeAt(at + 2) === HYPHEN && text.charCodeAt(at + 3) === HYPHEN;
    return isComment ? behind(text, '-->', at + 4) : at + 1;
}
function behind(text, mark, from) {
    const found = text.indexOf(mark, from);
    return found === -1 ? -1 : found + mark.length;
}
//# sourceMappingURL=doctype.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/element-stack.js
const element_stack_MAX_SHOWN_LENGTH = 60;
/** The elements around the place at hand. Methods that can fail return the problem, or null. */
class ElementStack {
    /** Of the open elements, outermost first: two columns, so that an element costs no object. */
    names = [];
    lines = [];
    maxDepth;
    depth = 0;
    hasRoot = false;
    constructor(maxDepth) {
        this.maxDepth = maxDepth;
    }
    get isInRoot() {
        return this.depth > 0;
    }
    /** The root element was seen, whether or not it is closed already. */
    get hasBegun() {
        return this.hasRoot;
    }
    begin(name, line) {
        if (this.hasRoot && this.depth === 0)
            return 'a second root element';
        if (this.depth >= this.maxDepth)
            return `elements nested more than ${this.maxDepth} deep`;
        this.hasRoot = true;
        this.names[this.depth] = name;
        this.lines[this.depth] = line;
        this.depth++;
        return null;
    }
    end(name) {
        if (this.depth === 0)
            return `</${shown(name)}> closes nothing`;
        this.depth--;
        const opened = this.names[this.depth] ?? '';
        if (opened === name)
            return null;
        return `</${shown(name)}> closes <${shown(opened)}>, which line ${this.lines[this.depth]} opens`;
    }
    /** What is wrong when the document ends here. */
    finish() {
        if (this.depth === 0)
            return this.hasRoot ? null : 'the file has no XML element';
        const unclosed = this.names[this.depth - 1] ?? '';
        return `the file ends inside <${shown(unclosed)}>, which line ${this.lines[this.depth - 1]} opens: it is cut off`;
    }
}
function shown(name) {
    return name.length <= element_stack_MAX_SHOWN_LENGTH ? name : `${name.slice(0, element_stack_MAX_SHOWN_LENGTH)}...`;
}
//# sourceMappingURL=element-stack.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/limits.js
const XML_LIMITS = {
    maxDepth: 512,
    maxAttributes: 256,
    maxAttributeLength: 1024 * 1024,
    maxTagLength: 2 * 1024 * 1024,
    maxTextLength: 16 * 1024 * 1024,
};
//# sourceMappingURL=limits.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/line-counter.js
/** Line of an offset, counted forward only: each character is looked at once, however many questions there are. */
class LineCounter {
    line = 1;
    nextBreak = UNKNOWN;
    /** @param offset never smaller than in an earlier question about the same text */
    at(text, offset) {
        if (this.nextBreak === UNKNOWN)
            this.nextBreak = lineBreak(text, 0);
        while (this.nextBreak < offset) {
            this.line++;
            this.nextBreak = lineBreak(text, this.nextBreak + 1);
        }
        return this.line;
    }
    /** The first `length` characters are done with: what follows starts at offset 0 of another text. */
    drop(text, length) {
        this.at(text, length);
        this.nextBreak = UNKNOWN;
    }
}
const UNKNOWN = -1;
function lineBreak(text, from) {
    const found = text.indexOf('\n', from);
    return found === -1 ? Number.POSITIVE_INFINITY : found;
}
//# sourceMappingURL=line-counter.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/text/plain-integer.js
/** Digits that a double holds without rounding. */
const EXACT_DIGITS = 15;
/** The integer in a span of plain digits; -1 for anything else, also for more digits than a double holds. */
function plainInteger(text, start, end) {
    if (start >= end || end - start > EXACT_DIGITS)
        return -1;
    let value = 0;
    for (let at = start; at < end; at++) {
        const digit = text.charCodeAt(at) - 0x30;
        if (digit < 0 || digit > 9)
            return -1;
        value = value * 10 + digit;
    }
    return value;
}
//# sourceMappingURL=plain-integer.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/attributes.js


const FIELDS = 4;
const attributes_NAME_START = 0;
const NAME_END = 1;
const VALUE_START = 2;
const VALUE_END = 3;
/** Up to here comparing each with each is cheaper than a set. */
const FEW_ATTRIBUTES = 8;
const WHITE_SPACE = /\r\n|[\t\n\r]/g;
/** Spans into the tag's text. Nothing is copied or decoded until somebody asks for it. */
class AttributeSpans {
    text = '';
    spans;
    /** 1: the value is its own text, without reference and without white space but blanks. */
    plain;
    count = 0;
    limits;
    constructor(limits) {
        this.limits = limits;
        this.spans = new Int32Array(limits.maxAttributes * FIELDS);
        this.plain = new Uint8Array(limits.maxAttributes);
    }
    clear(text) {
        this.text = text;
        this.count = 0;
    }
    addName(start, end) {
        const at = this.count * FIELDS;
        this.spans[at + attributes_NAME_START] = start;
        this.spans[at + NAME_END] = end;
    }
    /** Completes the attribute that {@link addName} began. */
    addValue(start, end, isPlain) {
        const at = this.count * FIELDS;
        this.spans[at + VALUE_START] = start;
        this.spans[at + VALUE_END] = end;
        this.plain[this.count] = isPlain ? 1 : 0;
        this.count++;
    }
    /**
     * Adds `name="value"`, written just so.
     * @returns false when that is against a limit
     */
    addPlain(nameStart, valueStart, valueEnd) {
        if (this.count >= this.limits.maxAttributes || valueEnd - valueStart > this.limits.maxAttributeLength)
            return false;
        this.addName(nameStart, valueStart - 2);
        this.addValue(valueStart, valueEnd, true);
        return true;
    }
    get(name) {
        const index = this.find(name);
        return index === -1 ? null : this.value(index);
    }
    integer(name) {
        const index = this.find(name);
        return index === -1 ? -1 : plainInteger(this.text, this.field(index, VALUE_START), this.field(index, VALUE_END));
    }
    names() {
        return Array.from({ length: this.count }, (_, index) => this.name(index));
    }
    /** The first name that occurs twice, or null. */
    duplicate() {
        if (this.count > FEW_ATTRIBUTES)
            return firstRepeated(this.names());
        for (let index = 1; index < this.count; index++)
            for (let earlier = 0; earlier < index; earlier++)
                if (this.isSameName(index, earlier))
                    return this.name(index);
        return null;
    }
    /** -1 when the tag has no such attribute. */
    find(name) {
        const { text } = this;
        for (let index = 0; index < this.count; index++) {
            const start = this.field(index, attributes_NAME_START);
            // Lengths nearly always tell names apart, and are compared much faster than texts.
            if (this.field(index, NAME_END) - start === name.length && text.startsWith(name, start))
                return index;
        }
        return -1;
    }
    isSameName(left, right) {
        const leftStart = this.field(left, attributes_NAME_START);
        const rightStart = this.field(right, attributes_NAME_START);
        const length = this.field(left, NAME_END) - leftStart;
        if (this.field(right, NAME_END) - rightStart !== length)
            return false;
        for (let at = 0; at < length; at++)
            if (this.text.charCodeAt(leftStart + at) !== this.text.charCodeAt(rightStart + at))
                return false;
        return true;
    }
    name(index) {
        return this.text.slice(this.field(index, attributes_NAME_START), this.field(index, NAME_END));
    }
    value(index) {
        const raw = this.text.slice(this.field(index, VALUE_START), this.field(index, VALUE_END));
        // White space is normalised before references are expanded: `&#10;` stays a line feed.
        return this.plain[index] === 1 ? raw : expandReferences(raw.replace(WHITE_SPACE, ' '));
    }
    field(index, field) {
        return this.spans[index * FIELDS + field] ?? 0;
    }
}
function firstRepeated(names) {
    const seen = new Set();
    for (const name of names) {
        if (seen.has(name))
            return name;
        seen.add(name);
    }
    return null;
}
//# sourceMappingURL=attributes.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/plain-tag.js

/** Not a tag that this path reads: nothing is said about whether it is well-formed. */
const NOT_PLAIN = -1;
const IN_NAME = 1;
const IN_VALUE = 2;
const CLASSES = classesOfBytes();
/** Behind the ASCII name characters that start at `start`. */
function plainNameEnd(codes, start) {
    return endOf(IN_NAME, codes, start);
}
/**
 * The fast path for nearly every tag of a report: ` name="value"` in ASCII, values that stand for themselves, the whole
 * tag in the text. A scan takes about half the time of the strict reader, which reads everything else and names
 * the faults.
 */
class PlainTagReader {
    attributes;
    /** @param attributes get what is read; of no use after {@link NOT_PLAIN} */
    constructor(attributes) {
        this.attributes = attributes;
    }
    /**
     * @param start behind the tag's name
     * @param limit the first `>` behind it, which is in no name and no plain value: nothing is read beyond
     * @returns the offset of the `>` or `/` that ends the tag, or {@link NOT_PLAIN}
     */
    read(codes, start, limit) {
        let at = start;
        while (at < limit) {
            const name = endOfBlanks(codes, at);
            if (name === limit || codes[name] === SLASH)
                return name;
            if (name === at)
                return NOT_PLAIN;
            at = this.readAttribute(codes, name);
            if (at === NOT_PLAIN)
                return NOT_PLAIN;
        }
        return at === limit ? at : NOT_PLAIN;
    }
    readAttribute(codes, start) {
        const end = endOf(IN_NAME, codes, start);
        if (!isNameStart(codes[start] ?? 0) || codes[end] !== EQUALS || codes[end + 1] !== DOUBLE_QUOTE)
            return NOT_PLAIN;
        const value = end + 2;
        const quote = endOf(IN_VALUE, codes, value);
        if (codes[quote] !== DOUBLE_QUOTE || !this.attributes.addPlain(start, value, quote))
            return NOT_PLAIN;
        return quote + 1;
    }
}
function endOf(group, codes, start) {
    let at = start;
    while (((CLASSES[codes[at] ?? 0] ?? 0) & group) !== 0)
        at++;
    return at;
}
function endOfBlanks(codes, start) {
    let at = start;
    while (codes[at] === SPACE || codes[at] === LINE_FEED)
        at++;
    return at;
}
function classesOfBytes() {
    const notInValue = [DOUBLE_QUOTE, AMPERSAND, LESS, GREATER];
    return Uint8Array.from({ length: 256 }, (_, code) => {
        const isInValue = code >= SPACE && !notInValue.includes(code);
        return code > 0x7f ? 0 : (isNameCharacter(code) ? IN_NAME : 0) | (isInValue ? IN_VALUE : 0);
    });
}
//# sourceMappingURL=plain-tag.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/tag.js






/** The tag's end is not in the text yet. */
const UNFINISHED = -1;
/**
 * Reads one start tag at a time. A tag that is not complete yet is read again from its start when more text is there:
 * tags are short, and their length is capped.
 */
class TagReader {
    attributes;
    isSelfClosing = false;
    characters;
    plain;
    names = [];
    limits;
    fail;
    /** @param characters of the text that is read, always */
    constructor(characters, { limits, fail }) {
        this.characters = characters;
        this.attributes = new AttributeSpans(limits);
        this.plain = new PlainTagReader(this.attributes);
        this.limits = limits;
        this.fail = fail;
    }
    /** The name that starts at `start`, as one and the same string for equal names. */
    intern(text, start, end) {
        const slot = (text.charCodeAt(start) * 31 + text.charCodeAt(end - 1) * 7 + end - start) & 127;
        const known = this.names[slot];
        if (known !== undefined && known.length === end - start && text.startsWith(known, start))
            return known;
        const name = text.slice(start, end);
        this.names[slot] = name;
        return name;
    }
    /** Behind the name that starts at `start`; `start` itself where none does. */
    nameEnd(text, start) {
        const { codes } = this.characters;
        const end = plainNameEnd(codes, start);
        return isNameStart(codes[start] ?? 0) && codes[end] !== BEYOND_ASCII && end < text.length
            ? end
            : nameEnd(text, start);
    }
    /**
     * Reads attributes from behind the tag's name up to and including `>`.
     * @returns the offset behind the tag, or {@link UNFINISHED}
     */
    readAttributes(text, start) {
        this.attributes.clear(text);
        const limit = text.indexOf('>', start);
        const end = this.plain.read(this.characters.codes, start, limit);
        return end === NOT_PLAIN ? this.readStrictly(text, start) : this.readEnd(text, end);
    }
    readStrictly(text, start) {
        this.attributes.clear(text);
        let at = start;
        for (;;) {
            const next = skipSpace(text, at);
            if (next >= text.length)
                return UNFINISHED;
            const code = text.charCodeAt(next);
            if (code === GREATER || code === SLASH)
                return this.readEnd(text, next);
            if (next === at)
                this.fail('a tag with something other than white space behind a name or value', next);
            at = this.readAttribute(text, next);
            if (at === UNFINISHED)
                return UNFINISHED;
        }
    }
    readEnd(text, at) {
        this.isSelfClosing = text.charCodeAt(at) === SLASH;
        const end = this.isSelfClosing ? at + 1 : at;
        if (end >= text.length)
            return UNFINISHED;
        if (text.charCodeAt(end) !== GREATER)
            this.fail('a / in a tag that > does not follow', end);
        const duplicate = this.attributes.duplicate();
        if (duplicate !== null)
            this.fail(`duplicate attribute ${duplicate}`, end);
        return end + 1;
    }
    readAttribute(text, start) {
        if (this.attributes.count >= this.limits.maxAttributes)
            this.fail(`a tag with more than ${this.limits.maxAttributes} attributes`, start);
        const end = nameEnd(text, start);
        if (end === start)
            this.fail('a tag with a character that starts no attribute name', start);
        this.attributes.addName(start, end);
        const equals = skipSpace(text, end);
        if (equals >= text.length)
            return UNFINISHED;
        if (text.charCodeAt(equals) !== EQUALS)
            this.fail(`attribute ${text.slice(start, end)} without a value`, equals);
        const quote = skipSpace(text, equals + 1);
        if (quote >= text.length)
            return UNFINISHED;
        return this.readValue(text, quote);
    }
    readValue(text, open) {
        const quote = text.charCodeAt(open);
        if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE)
            this.fail('an attribute value without quotes', open);
        let isPlain = true;
        for (let at = open + 1; at < text.length; at++) {
            const code = text.charCodeAt(at);
            if (code === quote)
                return this.endValue(open, at, isPlain);
            if (isOrdinary(code))
                continue;
            isPlain = false;
            if (!this.checkSpecial(text, at, quote))
                return UNFINISHED;
        }
        this.checkLength(text.length, open);
        return UNFINISHED;
    }
    endValue(open, close, isPlain) {
        this.checkLength(close, open);
        this.attributes.addValue(open + 1, close, isPlain);
        return close + 1;
    }
    checkLength(end, open) {
        if (end - open - 1 > this.limits.maxAttributeLength)
            this.fail(`an attribute value longer than ${this.limits.maxAttributeLength} characters`, open);
    }
    /** false: more text is needed to tell. */
    checkSpecial(text, at, quote) {
        const code = text.charCodeAt(at);
        if (code === LESS)
            this.fail('a < inside an attribute value', at);
        if (isForbidden(code))
            this.fail(forbidden(code), at);
        return code !== AMPERSAND || this.checkReference(text, at, quote);
    }
    /** false: the reference's end is not there yet. */
    checkReference(text, at, quote) {
        for (let end = at + 1; end < text.length; end++) {
            const code = text.charCodeAt(end);
            if (code === 0x3b) {
                const reference = readReference(text.slice(at + 1, end));
                if ('problem' in reference)
                    this.fail(reference.problem, at);
                return true;
            }
            if (code === quote || code === AMPERSAND || code === LESS || isSpace(code))
                this.fail('an & that starts no reference (write &amp;)', at);
        }
        return false;
    }
}
/** Stands for itself in a value: nearly everything. */
function isOrdinary(code) {
    return code > LESS ? code < 0xfffe : code >= SPACE && code !== LESS && code !== AMPERSAND;
}
//# sourceMappingURL=tag.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/scanner.js












const COMMENT = '<!--';
const CDATA = '<![CDATA[';
const DOCTYPE = '<!DOCTYPE';
const scanner_DECLARATION = '<?xml';
const REMEDY = 'Run the tests again so that the tool writes the report anew, and check that nothing else writes to it.';
/**
 * A strict, streaming, non-validating scanner for XML 1.0: what is not well-formed is an error with its line. Text in
 * any portions comes in, events go out; what is held is one unfinished tag at most.
 *
 * Document type declarations are skipped, entities other than the predefined five are errors. Names are not resolved
 * against namespaces. Why our own: docs/decisions/0002-our-own-xml-scanner.md.
 * @see https://www.w3.org/TR/xml/
 */
class XmlScanner {
    handler;
    path;
    limits;
    tag;
    characters = new CharacterCodes();
    lines = new LineCounter();
    elements;
    data;
    text = '';
    at = 0;
    inside = 'content';
    hasStarted = false;
    hasDoctype = false;
    constructor(handler, options) {
        this.handler = handler;
        this.path = options.path;
        this.limits = options.limits ?? XML_LIMITS;
        this.elements = new ElementStack(this.limits.maxDepth);
        const { characters } = this;
        const context = { limits: this.limits, fail: this.fail.bind(this) };
        this.tag = new TagReader(characters, context);
        this.data = new CharacterData({ handler, elements: this.elements, characters, ...context });
    }
    /** @throws ReportError */
    write(chunk) {
        // Joined, not added: engines look characters of an added text up piece by piece, which takes twice the time.
        this.text = this.text === '' ? chunk : [this.text, chunk].join('');
        this.characters.show(this.text);
        this.at = 0;
        while (this.at < this.text.length)
            if (!this.step())
                break;
        this.lines.drop(this.text, this.at);
        this.text = this.text.slice(this.at);
    }
    /** @throws ReportError when the document is not complete */
    end() {
        if (this.inside !== 'content')
            this.fail(`the file ends inside a ${this.inside}: it is cut off`, 0);
        if (this.text.startsWith('<'))
            this.fail('the file ends inside a tag: it is cut off', 0);
        if (this.text.trim() !== '' && !this.elements.isInRoot)
            this.fail('text outside the root element', 0);
        const problem = this.elements.finish();
        if (problem !== null)
            this.fail(problem, 0);
    }
    /** One construct, or as much of it as is there. false: more text is needed. */
    step() {
        if (this.inside !== 'content')
            return this.readOpaque(this.inside);
        if (this.text.charCodeAt(this.at) !== LESS)
            return this.readText();
        if (this.at + 1 >= this.text.length)
            return false;
        const next = this.text.charCodeAt(this.at + 1);
        if (next === SLASH)
            return this.readEndTag();
        if (next === QUESTION)
            return this.startInstruction();
        if (next === EXCLAMATION)
            return this.startDeclaration();
        return this.readStartTag();
    }
    readStartTag() {
        const { text, at, tag } = this;
        const end = tag.nameEnd(text, at + 1);
        if (end === at + 1)
            this.fail('a < that starts no tag (write &lt;)', at);
        const behind = end >= text.length ? UNFINISHED : tag.readAttributes(text, end);
        if (behind === UNFINISHED)
            return this.waitForTag();
        if (behind - at > this.limits.maxTagLength)
            this.failLength();
        this.beginElement(tag.intern(text, at + 1, end));
        this.at = behind;
        return true;
    }
    beginElement(name) {
        const line = this.lines.at(this.text, this.at);
        const problem = this.elements.begin(name, line);
        if (problem !== null)
            this.fail(problem, this.at);
        this.hasStarted = true;
        this.data.startAnew();
        this.handler.open(name, this.tag.attributes, line);
        if (this.tag.isSelfClosing)
            this.endElement(name);
    }
    endElement(name) {
        const problem = this.elements.end(name);
        if (problem !== null)
            this.fail(problem, this.at);
        this.data.startAnew();
        this.handler.close(name);
    }
    readEndTag() {
        const { text, at, tag } = this;
        const end = tag.nameEnd(text, at + 2);
        const close = skipSpace(text, end);
        if (close >= text.length)
            return this.waitForTag();
        if (end === at + 2)
            this.fail('an end tag without a name', at);
        if (text.charCodeAt(close) !== GREATER)
            this.fail('an end tag with something behind its name', close);
        this.endElement(tag.intern(text, at + 2, end));
        this.at = close + 1;
        return true;
    }
    readText() {
        const { at } = this;
        this.at = this.data.read(this.text, at);
        if (this.at > at)
            this.hasStarted = true;
        return this.at > at;
    }
    waitForTag() {
        if (this.text.length - this.at > this.limits.maxTagLength)
            this.failLength();
        return false;
    }
    failLength() {
        return this.fail(`a tag longer than ${this.limits.maxTagLength} characters`, this.at);
    }
    startDeclaration() {
        const { text, at } = this;
        if (text.startsWith(COMMENT, at))
            return this.enter('comment', COMMENT.length);
        if (text.startsWith(CDATA, at)) {
            if (!this.elements.isInRoot)
                this.fail('a CDATA section outside the root element', at);
            return this.enter('CDATA section', CDATA.length);
        }
        if (text.startsWith(DOCTYPE, at))
            return this.skipDoctype();
        const start = text.slice(at, at + CDATA.length);
        if (![COMMENT, CDATA, DOCTYPE].some((mark) => mark.startsWith(start)))
            this.fail('an unknown <! construct', at);
        return false;
    }
    skipDoctype() {
        const { text, at } = this;
        if (this.elements.hasBegun || this.hasDoctype)
            this.fail('a document type declaration in the wrong place', at);
        const end = doctypeEnd(text, at + DOCTYPE.length);
        if (end === -1)
            return this.waitForTag();
        const bad = findForbidden(text, at, end);
        if (bad !== -1)
            this.fail(forbidden(text.charCodeAt(bad)), bad);
        if (!isSpace(text.charCodeAt(at + DOCTYPE.length)))
            this.fail('a document type declaration without a name', at);
        this.hasStarted = true;
        this.hasDoctype = true;
        this.at = end;
        return true;
    }
    enter(inside, length) {
        this.inside = inside;
        this.hasStarted = true;
        this.at += length;
        return true;
    }
    /** As much of a comment, processing instruction or CDATA section as is there. */
    readOpaque(kind) {
        const { text, at } = this;
        const { end, behind } = findOpaqueEnd(kind, text, at);
        const bad = findForbidden(text, at, end);
        if (bad !== -1)
            this.fail(forbidden(text.charCodeAt(bad)), bad);
        const hyphens = kind === 'comment' ? findDoubleHyphen(text, at, end) : -1;
        if (hyphens !== -1)
            this.fail('a -- inside a comment', hyphens);
        if (kind === 'CDATA section' && end > at)
            this.data.take(text, at, end);
        this.at = behind ?? end;
        if (behind !== null)
            this.inside = 'content';
        return behind !== null;
    }
    startInstruction() {
        const { text, at } = this;
        const end = nameEnd(text, at + 2);
        if (end >= text.length)
            return this.waitForTag();
        if (end === at + 2)
            this.fail('a processing instruction without a name', at);
        const name = text.slice(at + 2, end);
        if (name.toLowerCase() === 'xml')
            return this.readDeclaration(name);
        if (!isSpace(text.charCodeAt(end)) && text.charCodeAt(end) !== QUESTION)
            this.fail('a processing instruction with something other than white space behind its name', end);
        return this.enter('processing instruction', end - at);
    }
    readDeclaration(name) {
        if (this.hasStarted || name !== 'xml')
            this.fail('an XML declaration that is not the first thing in the file', this.at);
        const end = this.text.indexOf('?>', this.at);
        if (end === -1)
            return this.waitForTag();
        if (!isDeclaration(this.text.slice(this.at + scanner_DECLARATION.length, end)))
            this.fail('an XML declaration that is not well-formed', this.at);
        this.hasStarted = true;
        this.at = end + 2;
        return true;
    }
    fail(problem, offset) {
        const line = this.lines.at(this.text, offset);
        throw new errors/* ReportError */.$g(`not well-formed XML in line ${line}: ${problem}`, { path: this.path, line, remedy: REMEDY });
    }
}
//# sourceMappingURL=scanner.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/xml/peek.js



/** null: no XML, or nothing of it to see. A head may end anywhere; faults behind the root are for the reader to report. */
function peekXml(head) {
    const seen = new HeadHandler();
    const scanner = new XmlScanner(seen, { path: '' });
    const decoder = new block_decoder/* BlockDecoder */.C((text) => scanner.write(text));
    try {
        decoder.write(head);
        decoder.end();
    }
    catch (error) {
        if (!(error instanceof errors/* ReportError */.$g))
            throw error;
    }
    return seen.root === null ? null : { root: seen.root, attributes: seen.attributes, children: [...seen.children] };
}
class HeadHandler {
    root = null;
    attributes = [];
    children = new Set();
    depth = 0;
    open(name, attributes) {
        if (this.depth === 0) {
            this.root = name;
            this.attributes = attributes.names();
        }
        if (this.depth === 1)
            this.children.add(name);
        this.depth++;
    }
    close() {
        this.depth--;
    }
}
//# sourceMappingURL=peek.js.map
// EXTERNAL MODULE: ./packages/formats/lib/guarded-reader.js
var guarded_reader = __webpack_require__(6392);
// EXTERNAL MODULE: ./packages/formats/lib/warning-log.js
var warning_log = __webpack_require__(7177);
;// CONCATENATED MODULE: ./packages/formats/lib/xml/xml-reader.js



/** A {@link Reader} for XML. A document that is cut off is not well-formed, so it is an error and never partial. */
function xmlReader(path, start) {
    const warnings = new warning_log/* WarningLog */.t();
    const document = start(warnings);
    const scanner = new XmlScanner(document.handler, { path });
    return (0,guarded_reader/* guardedReader */.y)(path, {
        warnings,
        write: (text) => scanner.write(text),
        end() {
            scanner.end();
            return { model: document.model(), partial: false };
        },
    });
}
//# sourceMappingURL=xml-reader.js.map
// EXTERNAL MODULE: ./packages/core/lib/model/coverage-totals.js
var coverage_totals = __webpack_require__(7985);
// EXTERNAL MODULE: ./packages/formats/lib/text/own-text.js
var own_text = __webpack_require__(3390);
// EXTERNAL MODULE: ./packages/core/lib/model/count.js
var model_count = __webpack_require__(2576);
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/compact/name-numbers.js

/** Names have 22 bits in a {@link nameKey}, lines 31: together they stay below 2^53. */
const NAME_LIMIT = 2 ** 22;
const RECENT_SLOTS = 2 ** 12;
/**
 * The names of a report's branch arms or functions. Files share many of them (`0,0`, `constructor`), so each is kept once
 * and known by its number.
 */
class NameNumbers {
    numbers = new Map();
    names = [];
    /** By a hash of the name: the number seen last, plus one. A guess, always checked. */
    recent = new Int32Array(RECENT_SLOTS);
    /** null when there are already as many names as a {@link nameKey} can tell apart. */
    numberOf(name) {
        const known = this.numbers.get(name);
        if (known !== undefined)
            return known;
        if (this.names.length >= NAME_LIMIT)
            return null;
        const own = (0,own_text/* ownText */.U)(name);
        this.numbers.set(own, this.names.length);
        return this.names.push(own) - 1;
    }
    /** The same for a name that lies in a larger text: it is only copied when it was not seen lately. */
    numberOfSpan(text, start, end) {
        let hash = 0;
        for (let at = start; at < end; at++)
            hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
        const slot = hash & (RECENT_SLOTS - 1);
        const guess = (this.recent[slot] ?? 0) - 1;
        const known = guess === -1 ? undefined : this.names[guess];
        if (known !== undefined && known.length === end - start && text.startsWith(known, start))
            return guess;
        const number = this.numberOf(text.slice(start, end));
        if (number !== null)
            this.recent[slot] = number + 1;
        return number;
    }
    /** undefined for a name that the report does not have. */
    find(name) {
        return this.numbers.get(name);
    }
    nameOf(number) {
        return this.names[number] ?? '';
    }
}
/** A line and a name in one integer that sorts by line. */
function nameKey(line, number) {
    return line * NAME_LIMIT + number;
}
function lineOfKey(key) {
    return Math.floor(key / NAME_LIMIT);
}
function numberOfKey(key) {
    return key % NAME_LIMIT;
}
//# sourceMappingURL=name-numbers.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/compact/sorted-map.js
/** A read-only map over a sorted table whose values are made when they are asked for. */
class SortedMap {
    get(key) {
        const index = this.indexOf(key);
        return index === -1 ? undefined : this.valueAt(index);
    }
    has(key) {
        return this.indexOf(key) !== -1;
    }
    forEach(visit) {
        for (let index = 0; index < this.size; index++)
            visit(this.valueAt(index), this.keyAt(index), this);
    }
    *keys() {
        for (let index = 0; index < this.size; index++)
            yield this.keyAt(index);
    }
    *values() {
        for (let index = 0; index < this.size; index++)
            yield this.valueAt(index);
    }
    *entries() {
        for (let index = 0; index < this.size; index++)
            yield [this.keyAt(index), this.valueAt(index)];
    }
    [Symbol.iterator]() {
        return this.entries();
    }
}
//# sourceMappingURL=sorted-map.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/compact/arm-branches.js



/** Line to its named arms, over a sealed table of name keys. */
class ArmBranches extends SortedMap {
    size;
    table;
    names;
    /** First index in the table of each line, and the table's size behind the last. */
    starts;
    constructor(table, names, store) {
        super();
        this.table = table;
        this.names = names;
        this.starts = lineStarts(table, store);
        this.size = this.starts.length - 1;
    }
    keyAt(index) {
        return lineOfKey(this.table.keyAt(this.starts[index] ?? 0));
    }
    valueAt(index) {
        const arms = new Map();
        const end = this.starts[index + 1] ?? 0;
        for (let at = this.starts[index] ?? 0; at < end; at++)
            arms.set(this.names.nameOf(numberOfKey(this.table.keyAt(at))), this.table.countAt(at));
        return { arms, counted: model_count/* NOTHING_COUNTED */.jA };
    }
    indexOf(line) {
        let low = 0;
        let high = this.size;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (this.keyAt(middle) < line)
                low = middle + 1;
            else
                high = middle;
        }
        return low < this.size && this.keyAt(low) === line ? low : -1;
    }
}
function lineStarts(table, store) {
    const starts = store.take(countLines(table) + 1, table.size);
    let filled = 0;
    for (let index = 0; index < table.size; index++)
        if (isFirstOfLine(table, index))
            starts[filled++] = index;
    starts[filled] = table.size;
    return starts;
}
function countLines(table) {
    let lines = 0;
    for (let index = 0; index < table.size; index++)
        if (isFirstOfLine(table, index))
            lines++;
    return lines;
}
function isFirstOfLine(table, index) {
    return index === 0 || lineOfKey(table.keyAt(index)) !== lineOfKey(table.keyAt(index - 1));
}
//# sourceMappingURL=arm-branches.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/compact/number-store.js
const UINT16_MAX = 0xffff;
const UINT32_MAX = 0xffff_ffff;
const SHELF_LENGTH = 32 * 1024;
/** A larger piece has an array of its own: it would waste what is left of a shelf. */
const MAX_PIECE_LENGTH = SHELF_LENGTH / 16;
/**
 * Hands out pieces of large arrays. A report of ten thousand files needs ten times as many small arrays, and each array
 * of its own costs hundreds of bytes beside its numbers. Pieces are never given back: ask once for what stays.
 */
class NumberStore {
    shelves = new Map();
    /** @returns zeros; room for numbers up to `largest` */
    take(length, largest) {
        if (length > MAX_PIECE_LENGTH)
            return ownIntegers(length, largest);
        const type = narrowest(largest);
        const shelf = this.shelves.get(type);
        const hasRoom = shelf !== undefined && shelf.used + length <= SHELF_LENGTH;
        return cut(hasRoom ? shelf : this.newShelf(type), length);
    }
    newShelf(type) {
        const shelf = { integers: new type(SHELF_LENGTH), used: 0 };
        this.shelves.set(type, shelf);
        return shelf;
    }
}
/** An array of its own, for what may be replaced soon. */
function ownIntegers(length, largest) {
    return new (narrowest(largest))(length);
}
/** The largest number that an array can hold. */
function maxOf(integers) {
    if (integers instanceof Uint16Array)
        return UINT16_MAX;
    return integers instanceof Uint32Array ? UINT32_MAX : Number.MAX_SAFE_INTEGER;
}
function cut(shelf, length) {
    shelf.used += length;
    return shelf.integers.subarray(shelf.used - length, shelf.used);
}
function narrowest(largest) {
    if (largest <= UINT16_MAX)
        return Uint16Array;
    return largest <= UINT32_MAX ? Uint32Array : Float64Array;
}
//# sourceMappingURL=number-store.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/compact/count-table.js


/** Shared, because most tables of most files stay empty. */
const NOTHING = new Uint32Array(0);
/** Merging pays off when enough has come in since the last time; so a file in a million sections stays cheap. */
const WORTHWHILE_SHARE = 0.5;
/** One section may be the whole report: do not wait for its end. */
const MANY_ENTRIES = 64 * 1024;
/** Room that a large table gets. What is not used of it takes addresses, but no memory. */
const GROWTH = 1.5;
/**
 * Integer keys to counts, in typed arrays sorted by key: 8 bytes an entry where a Map takes 40 and more. A report of 50 MB
 * may list five million lines.
 */
class CountTable {
    merge;
    store;
    /** Ascending as far as they are filled; there may be room behind. */
    keys = NOTHING;
    counts = NOTHING;
    filled = 0;
    newKeys = [];
    newCounts = [];
    /** @param store where numbers go that come in one section, as they nearly always do */
    constructor(merge, store) {
        this.merge = merge;
        this.store = store;
    }
    /** Entries, once {@link seal} was called. */
    get size() {
        return this.filled;
    }
    /** @param key non-negative integer @param count integer from 0 to 2^53 - 1 */
    add(key, count) {
        this.newKeys.push(key);
        this.newCounts.push(count);
        if (this.newKeys.length % MANY_ENTRIES === 0)
            this.pack();
    }
    keyAt(index) {
        return this.keys[index] ?? 0;
    }
    countAt(index) {
        return this.counts[index] ?? 0;
    }
    /** In the order of their keys. */
    allCounts() {
        return this.counts.subarray(0, this.filled).values();
    }
    /** First index whose key is not below `key`; {@link size} when there is none. */
    lowerBound(key) {
        let low = 0;
        let high = this.filled;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (this.keyAt(middle) < key)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
    /** -1 when the key is not there. */
    find(key) {
        const index = this.lowerBound(key);
        return index < this.filled && this.keyAt(index) === key ? index : -1;
    }
    /** Packs what came in if it is worth the work. */
    pack() {
        if (this.append())
            return;
        if (this.newKeys.length >= this.filled * WORTHWHILE_SHARE)
            this.seal();
    }
    /** Packs everything that came in; needed before reading. */
    seal() {
        if (this.newKeys.length === 0 || this.append())
            return;
        const order = isAscending(this.newKeys) ? null : sortedOrder(this.newKeys);
        const size = this.filled + this.newKeys.length;
        const room = size < MANY_ENTRIES ? size : Math.ceil(size * GROWTH);
        const keys = this.integers(room, Math.max(largest(this.keys), largest(this.newKeys)));
        const counts = this.integers(room, Math.max(largest(this.counts), largest(this.newCounts)));
        let target = new MergedCounts(keys, counts, this.merge);
        if (!this.mergeInto(target, order)) {
            // A sum may need more room than its parts had.
            target = new MergedCounts(keys, new Float64Array(room), this.merge);
            this.mergeInto(target, order);
        }
        this.keys = target.takeKeys();
        this.counts = target.takeCounts();
        this.filled = target.filled;
        this.forgetNew();
    }
    /**
     * A section of millions of lines lists them in their order: then what comes in goes behind what is there.
     * @returns false when that cannot be; then nothing was done
     */
    append() {
        const { keys, counts, newKeys, newCounts, filled } = this;
        if (filled === 0 || filled + newKeys.length > keys.length)
            return false;
        if (!isStrictlyAscending(newKeys, this.keyAt(filled - 1)))
            return false;
        if (largest(newKeys) > maxOf(keys) || largest(newCounts) > maxOf(counts))
            return false;
        keys.set(newKeys, filled);
        counts.set(newCounts, filled);
        this.filled += newKeys.length;
        this.forgetNew();
        return true;
    }
    forgetNew() {
        this.newKeys = [];
        this.newCounts = [];
    }
    /** What is merged again and again must not pile up in the store. */
    integers(size, largestNumber) {
        return this.filled === 0 ? this.store.take(size, largestNumber) : ownIntegers(size, largestNumber);
    }
    /** @returns false when a count does not fit the target */
    mergeInto(target, order) {
        let old = 0;
        let fits = true;
        for (let next = 0; next < this.newKeys.length && fits; next++) {
            const from = order === null ? next : (order[next] ?? 0);
            const key = this.newKeys[from] ?? 0;
            for (; old < this.filled && this.keyAt(old) <= key && fits; old++)
                fits = target.put(this.keyAt(old), this.countAt(old));
            fits &&= target.put(key, this.newCounts[from] ?? 0);
        }
        for (; old < this.filled && fits; old++)
            fits = target.put(this.keyAt(old), this.countAt(old));
        return fits;
    }
}
/** Takes ascending keys and folds equal ones. */
class MergedCounts {
    keys;
    counts;
    merge;
    maxCount;
    filled = 0;
    constructor(keys, counts, merge) {
        this.keys = keys;
        this.counts = counts;
        this.merge = merge;
        this.maxCount = maxOf(counts);
    }
    put(key, count) {
        const last = this.filled - 1;
        if (this.filled === 0 || this.keys[last] !== key) {
            this.keys[this.filled] = key;
            this.counts[this.filled++] = count;
            return true;
        }
        const known = this.counts[last] ?? 0;
        const folded = this.merge === 'sum' ? (0,model_count/* addSaturated */.x$)(known, count) : Math.max(known, count);
        this.counts[last] = folded;
        return folded <= this.maxCount;
    }
    takeKeys() {
        return fitting(this.keys, this.filled);
    }
    takeCounts() {
        return fitting(this.counts, this.filled);
    }
}
function isAscending(keys) {
    for (let index = 1; index < keys.length; index++)
        if ((keys[index - 1] ?? 0) > (keys[index] ?? 0))
            return false;
    return true;
}
function sortedOrder(keys) {
    const order = Uint32Array.from(keys, (_, index) => index);
    return order.sort((left, right) => (keys[left] ?? 0) - (keys[right] ?? 0));
}
function largest(values) {
    let found = 0;
    for (let index = 0; index < values.length; index++)
        found = Math.max(found, values[index] ?? 0);
    return found;
}
function isStrictlyAscending(keys, before) {
    let last = before;
    for (const key of keys) {
        if (key <= last)
            return false;
        last = key;
    }
    return true;
}
/** Room is for growth, not for what was folded away. */
function fitting(integers, length) {
    return length * 2 < integers.length ? integers.slice(0, length) : integers;
}
//# sourceMappingURL=count-table.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/compact/counted-branches.js

const NO_ARMS = new Map();
/** Line to "so many of so many outcomes", over two sealed tables with the same keys. */
class CountedBranches extends SortedMap {
    size;
    covered;
    total;
    constructor(covered, total) {
        super();
        this.covered = covered;
        this.total = total;
        this.size = total.size;
    }
    keyAt(index) {
        return this.total.keyAt(index);
    }
    valueAt(index) {
        return {
            arms: NO_ARMS,
            counted: { covered: this.covered.countAt(index), total: this.total.countAt(index) },
        };
    }
    indexOf(line) {
        return this.total.find(line);
    }
}
//# sourceMappingURL=counted-branches.js.map
// EXTERNAL MODULE: ./packages/core/lib/model/coverage.js
var coverage = __webpack_require__(3521);
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/compact/function-map.js



const KEY = /^([0-9]{1,10}):(.*)$/s;
/** Functions by {@link functionKey}, over a sealed table of name keys. */
class FunctionMap extends SortedMap {
    size;
    table;
    names;
    constructor(table, names) {
        super();
        this.table = table;
        this.names = names;
        this.size = table.size;
    }
    keyAt(index) {
        return (0,coverage/* functionKey */.a)(this.valueAt(index));
    }
    valueAt(index) {
        const key = this.table.keyAt(index);
        return { name: this.names.nameOf(numberOfKey(key)), line: lineOfKey(key), hits: this.table.countAt(index) };
    }
    indexOf(key) {
        const [, line, name] = KEY.exec(key) ?? [];
        const number = name === undefined ? undefined : this.names.find(name);
        return number === undefined ? -1 : this.table.find(nameKey(Number(line), number));
    }
}
//# sourceMappingURL=function-map.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/compact/line-hits.js

/** Line to hits over a sealed table. */
class LineHits extends SortedMap {
    size;
    table;
    constructor(table) {
        super();
        this.table = table;
        this.size = table.size;
    }
    /** Straight from the array: totals read nothing else, and do so for every line. */
    values() {
        return this.table.allCounts();
    }
    keyAt(index) {
        return this.table.keyAt(index);
    }
    valueAt(index) {
        return this.table.countAt(index);
    }
    indexOf(line) {
        return this.table.find(line);
    }
}
//# sourceMappingURL=line-hits.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/coverage-builder.js








/** Larger line numbers are no line numbers. */
const MAX_LINE = 2 ** 31 - 1;
const TOO_MANY_FUNCTIONS = 'functions are not counted: the report has more than four million different names';
/** Collects the files of one report; sections of one path become one file. */
class CoverageBuilder {
    shared;
    builders = new Map();
    hasFunctions = false;
    /** @param merge what becomes of a line that is listed again */
    constructor(merge) {
        this.shared = {
            merge,
            store: new NumberStore(),
            armNames: new NameNumbers(),
            functionNames: new NameNumbers(),
        };
    }
    file(path) {
        const known = this.builders.get(path);
        if (known !== undefined)
            return known;
        const own = (0,own_text/* ownText */.U)(path);
        const builder = new FileBuilder(own, this.shared);
        this.builders.set(own, builder);
        return builder;
    }
    /** From now on a file without functions has none, instead of an unknown number. */
    sawFunctions() {
        this.hasFunctions = true;
    }
    get armNames() {
        return this.shared.armNames;
    }
    /** In the order in which the report names them first. */
    build() {
        return [...this.builders.values()].map((builder) => builder.build(this.hasFunctions));
    }
}
const NO_BRANCHES = new Map();
const NO_FUNCTIONS = new Map();
/** One source file. Lines are checked by the caller: integers from 1 to {@link MAX_LINE}. */
class FileBuilder {
    path;
    shared;
    lines;
    arms = null;
    counted = null;
    functions = null;
    constructor(path, shared) {
        this.path = path;
        this.shared = shared;
        this.lines = new CountTable(shared.merge, shared.store);
    }
    addLine(line, hits) {
        this.lines.add(line, hits);
    }
    /** @returns false when the report names more arms than can be told apart */
    addArm(line, arm, hits) {
        const number = this.shared.armNames.numberOf(arm);
        if (number !== null)
            this.addNumberedArm(line, number, hits);
        return number !== null;
    }
    /** @param arm number of its name in {@link CoverageBuilder.armNames} */
    addNumberedArm(line, arm, hits) {
        this.arms ??= new CountTable(this.shared.merge, this.shared.store);
        this.arms.add(nameKey(line, arm), hits);
    }
    /** Repeated lines keep the best count and the largest total: they are views of the same branches. */
    addCounted(line, covered, total) {
        const { store } = this.shared;
        this.counted ??= { covered: new CountTable('max', store), total: new CountTable('max', store) };
        this.counted.covered.add(line, covered);
        this.counted.total.add(line, total);
    }
    /** @returns false when the report names more functions than can be told apart */
    addFunction({ name, line, hits }) {
        const number = this.shared.functionNames.numberOf(name);
        if (number === null)
            return false;
        this.functions ??= new CountTable(this.shared.merge, this.shared.store);
        this.functions.add(nameKey(line, number), hits);
        return true;
    }
    /** A section ends: its numbers can be packed. */
    endSection() {
        for (const table of this.tables())
            table.pack();
    }
    build(hasFunctions) {
        for (const table of this.tables())
            table.seal();
        return {
            path: this.path,
            lines: new LineHits(this.lines),
            branches: this.branches(),
            functions: hasFunctions ? this.functionMap() : null,
            statements: null,
        };
    }
    branches() {
        const { armNames, store } = this.shared;
        if (this.arms !== null)
            return new ArmBranches(this.arms, armNames, store);
        return this.counted === null ? NO_BRANCHES : new CountedBranches(this.counted.covered, this.counted.total);
    }
    functionMap() {
        return this.functions === null ? NO_FUNCTIONS : new FunctionMap(this.functions, this.shared.functionNames);
    }
    /** Those that have something in them: most files lack one kind or another. */
    tables() {
        const { lines, arms, counted, functions } = this;
        return [lines, arms, counted?.covered, counted?.total, functions].filter((table) => table != null);
    }
}
//# sourceMappingURL=coverage-builder.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/declared.js
const METRICS = ['lines', 'branches', 'functions'];
/** @param count only asked where there is something to compare with: counting a large report takes its time */
function findDifferences(declared, count) {
    if (declared === null)
        return [];
    const recount = count();
    return METRICS.flatMap((metric) => {
        const claim = declared[metric];
        const listed = recount[metric] ?? { covered: 0, total: 0 };
        const isSame = claim === null || (claim.covered === listed.covered && claim.total === listed.total);
        return isSame ? [] : [{ metric, declared: claim, listed }];
    });
}
/** `the file declares branches 25/41, but lists 21/32: <reason>`. */
function describeDifference(difference, reason) {
    const { metric, declared, listed } = difference;
    return `the file declares ${metric} ${fraction(declared)}, but lists ${fraction(listed)}: ${reason}`;
}
function fraction(count) {
    return `${count.covered}/${count.total}`;
}
//# sourceMappingURL=declared.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/hit-count.js

const UNEXECUTED_MARK = /^(?:#+|=+)$/;
const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?$/;
/** Counts that tools really write: 64-bit overflows, negatives, floats, gcov's marks. null: no count at all. */
function readHitCount(text) {
    const trimmed = text.trim();
    const plain = plainInteger(trimmed, 0, trimmed.length);
    if (plain >= 0)
        return { hits: plain, oddity: null };
    if (UNEXECUTED_MARK.test(trimmed))
        return { hits: 0, oddity: 'a hit count of ##### or ===== counts as 0' };
    if (!NUMBER.test(trimmed))
        return null;
    const value = Number(trimmed);
    if (value < 0)
        return { hits: 0, oddity: 'a negative hit count counts as 0' };
    if (value > Number.MAX_SAFE_INTEGER)
        return { hits: Number.MAX_SAFE_INTEGER, oddity: 'a hit count above 2^53 - 1 counts as 2^53 - 1' };
    // Half a run is still a run: rounding up keeps what was executed apart from what was not.
    return Number.isInteger(value)
        ? { hits: value, oddity: null }
        : { hits: Math.ceil(value), oddity: 'a hit count that is no integer is rounded up' };
}
//# sourceMappingURL=hit-count.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/class-lines.js
/**
 * The lines of one class, from the class itself or from its methods. Both list the same lines in most files, so those
 * of the methods only count for a class that lists none of its own.
 */
class ClassLines {
    file;
    hasOwn = false;
    /** {@link FIELDS} numbers for each line of a method: most are never looked at again, so they get no objects. */
    fromMethods = [];
    constructor(file) {
        this.file = file;
    }
    addOwn(element) {
        this.hasOwn = true;
        if (this.fromMethods.length > 0)
            this.fromMethods = [];
        this.add(element);
    }
    addFromMethod({ line, hits, covered, total }) {
        if (!this.hasOwn)
            this.fromMethods.push(line, hits, covered, total);
    }
    end() {
        const { fromMethods } = this;
        for (let at = 0; at < fromMethods.length; at += class_lines_FIELDS) {
            const [line = 0, hits = 0, covered = 0, total = 0] = fromMethods.slice(at, at + class_lines_FIELDS);
            this.add({ line, hits, covered, total });
        }
        this.fromMethods = [];
        this.file.endSection();
    }
    add({ line, hits, covered, total }) {
        this.file.addLine(line, hits);
        if (total > 0)
            this.file.addCounted(line, covered, total);
    }
}
const class_lines_FIELDS = 4;
//# sourceMappingURL=class-lines.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/dialects/cobertura.js
const VERSION = /^(?:1\.|2\.)/;
/**
 * The Java tool that the format is named after, and that some others imitate to the letter.
 * @see https://github.com/cobertura/cobertura/blob/master/cobertura/src/main/java/net/sourceforge/cobertura/reporting/xml/XMLReport.java
 */
const cobertura = {
    id: 'cobertura',
    detect({ rootAttributes, version, methodAttributes, hasSourcesElement }) {
        if (!VERSION.test(version) || !hasSourcesElement)
            return false;
        if (rootAttributes[0] !== 'line-rate' || rootAttributes.at(-1) !== 'timestamp')
            return false;
        return methodAttributes.length === 0 || methodAttributes.includes('signature');
    },
    explain: () => null,
};
//# sourceMappingURL=cobertura.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/dialects/coverage-py.js
const coverage_py_VERSION = /^[0-9]+\.[0-9]+/;
/**
 * Writes `version` first, or all attributes in alphabetical order where Python is older than 3.8; never a method.
 * @see https://github.com/nedbat/coveragepy/blob/main/coverage/xmlreport.py
 */
const coveragePy = {
    id: 'coverage.py',
    detect({ rootAttributes, version, methodAttributes }) {
        if (!coverage_py_VERSION.test(version) || methodAttributes.length > 0 || !rootAttributes.includes('timestamp'))
            return false;
        return rootAttributes[0] === 'version' || isAlphabetical(rootAttributes);
    },
    explain(_difference, { sources }) {
        if (sources < 2)
            return null;
        return 'coverage.py keeps only one of several files that have the same name under different source roots, but counts them all';
    },
};
function isAlphabetical(names) {
    return names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name);
}
//# sourceMappingURL=coverage-py.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/dialects/coverlet.js
const ROOT = 'line-rate,branch-rate,version,timestamp,lines-covered,lines-valid,branches-covered,branches-valid';
/** @see https://github.com/coverlet-coverage/coverlet/blob/master/src/coverlet.core/Reporters/CoberturaReporter.cs */
const coverlet = {
    id: 'coverlet',
    detect: ({ rootAttributes, version }) => version === '1.9' && rootAttributes.join() === ROOT,
    explain: ({ metric }) => metric === 'branches' ? 'coverlet counts a branch once for each method that holds it' : null,
};
//# sourceMappingURL=coverlet.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/dialects/dotnet-coverage.js
/**
 * Microsoft's own collector. It writes rates before names, no `<sources>`, and `complexity` ahead of `version`.
 * @see https://learn.microsoft.com/dotnet/core/additional-tools/dotnet-coverage
 */
const dotnetCoverage = {
    id: 'dotnet-coverage',
    detect({ rootAttributes, classAttributes, hasSourcesElement, version }) {
        if (hasSourcesElement || version !== '1.9')
            return false;
        return (rootAttributes.slice(0, 4).join() === 'line-rate,branch-rate,complexity,version' && isRateFirst(classAttributes));
    },
    explain: ({ metric }) => metric === 'lines' ? 'dotnet-coverage counts a line once for each method that holds it' : null,
};
function isRateFirst(classAttributes) {
    return classAttributes.length === 0 || classAttributes[0] === 'line-rate';
}
//# sourceMappingURL=dotnet-coverage.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/dialects/gcovr.js
/** @see https://github.com/gcovr/gcovr/blob/main/src/gcovr/formats/cobertura/write.py */
const gcovr = {
    id: 'gcovr',
    detect: ({ version }) => version.startsWith('gcovr'),
    explain: () => 'gcovr keeps only one of several files of a folder whose names differ in nothing but dots and underscores, but counts them all',
};
//# sourceMappingURL=gcovr.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/dialects/istanbul.js
/**
 * Also vitest, jest, nyc and c8, which all write through istanbul.
 * @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-reports/lib/cobertura/index.js
 */
const istanbul = {
    id: 'istanbul',
    detect: ({ rootAttributes, version }) => version === '0.1' && rootAttributes[0] === 'lines-valid',
    explain({ metric }, { areLinesConfirmed }) {
        if (metric !== 'branches' || !areLinesConfirmed)
            return null;
        return 'istanbul counts every branch, but writes branches only on lines that start a statement';
    },
};
//# sourceMappingURL=istanbul.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/dialects/phpunit.js
/** @see https://github.com/sebastianbergmann/php-code-coverage/blob/main/src/Report/Cobertura.php */
const phpunit = {
    id: 'phpunit',
    detect: ({ rootAttributes, version }) => version === '0.4' && rootAttributes[0] === 'line-rate',
    explain({ metric }) {
        if (metric === 'lines')
            return 'PHPUnit counts lines outside classes and functions that it does not list, and lists a line in each class of its file';
        return 'PHPUnit counts branches that it does not write on any line';
    },
};
//# sourceMappingURL=phpunit.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/dialects/registry.js







const coberturaDialects = [
    coveragePy,
    gcovr,
    istanbul,
    coverlet,
    phpunit,
    dotnetCoverage,
    cobertura,
];
/** null: a tool that we do not know, or several that the file looks like. The numbers are read the same way for all. */
function findDialect(clues) {
    const [dialect = null, other] = coberturaDialects.filter((candidate) => candidate.detect(clues));
    return other === undefined ? dialect : null;
}
//# sourceMappingURL=registry.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/explain.js

/** What the file itself proves comes first, then what its tool is known for. */
function explainDifference(difference, facts, dialect) {
    const isMore = difference.declared.total >= difference.listed.total;
    const known = isMore && dialect !== null ? dialect.explain(difference, facts) : null;
    return proven(difference, facts) ?? known ?? guessed(difference);
}
function proven({ metric, declared, listed }, facts) {
    if (metric === 'branches')
        return facts.hasUnknownBranches ? 'some lines with branches do not say how many' : null;
    if (isSame(declared, (0,model_count/* addCounts */.c5)(listed, facts.skippedLines)))
        return 'it counts line elements that name no line, such as line 0, or that stand outside any class';
    if (isSame(declared, facts.classLines))
        return 'it counts a line once for each class that lists it';
    if (isSame(declared, facts.methodLines))
        return 'it counts a line once for each method that lists it';
    return null;
}
function guessed({ metric, declared, listed }) {
    return declared.total > listed.total
        ? `its totals include ${metric} that it does not list, or count some of them twice`
        : `its totals leave out ${metric} that it lists, or are not of this file`;
}
function isSame(left, right) {
    return left.covered === right.covered && left.total === right.total;
}
//# sourceMappingURL=explain.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/condition-coverage.js

/**
 * Trusts only `(covered/total)`: the percentage beside it is rounded by some tools and wrong in others.
 * @returns null without a readable fraction
 */
function readConditionCoverage(text) {
    const open = text.lastIndexOf('(');
    const slash = text.indexOf('/', open);
    const close = text.indexOf(')', slash);
    if (open === -1 || slash === -1 || close === -1)
        return null;
    const isNegative = text.charCodeAt(open + 1) === 0x2d;
    const covered = plainInteger(text, isNegative ? open + 2 : open + 1, slash);
    const total = plainInteger(text, slash + 1, close);
    if (covered < 0 || total < 0)
        return null;
    if (isNegative)
        return { count: { covered: 0, total }, oddity: 'a negative number of covered branches counts as 0' };
    if (covered > total)
        return { count: { covered: total, total }, oddity: 'more covered branches than there are count as all of them' };
    return { count: { covered, total }, oddity: null };
}
//# sourceMappingURL=condition-coverage.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/line-element.js




/** null, with a warning, when the element names no line or no count. */
function readLineElement(attributes, at, warnings) {
    const line = readLineNumber(attributes);
    if (line === null) {
        warnings.add('a line element without a line number from 1 up is not counted', at);
        return null;
    }
    const hits = readHits(attributes, at, warnings);
    if (hits === null) {
        warnings.add('a line element without a hit count is not counted', at);
        return null;
    }
    const branches = readBranches(attributes, at, warnings);
    const hasUnknownBranches = branches === null && hasBranches(attributes);
    // How many branches there are is not known: a guess such as 2 of 2 would show them as covered.
    if (hasUnknownBranches)
        warnings.add('a line with branches does not say how many (condition-coverage): they are not counted', at);
    return { line, hits, covered: branches?.covered ?? 0, total: branches?.total ?? 0, hasUnknownBranches };
}
/** The attribute `hits`; null without a count. */
function readHits(attributes, at, warnings) {
    const plain = attributes.integer('hits');
    if (plain >= 0)
        return plain;
    const count = readHitCount(attributes.get('hits') ?? '');
    if (count === null)
        return null;
    if (count.oddity !== null)
        warnings.add(count.oddity, at);
    return count.hits;
}
function readLineNumber(attributes) {
    const plain = attributes.integer('number');
    const line = plain >= 0 ? plain : integerOf(attributes.get('number') ?? '');
    return line >= 1 && line <= MAX_LINE ? line : null;
}
/** For digits that are written as references. */
function integerOf(text) {
    return plainInteger(text, 0, text.length);
}
/** null when the element has no readable condition coverage. */
function readBranches(attributes, at, warnings) {
    const text = attributes.get('condition-coverage');
    const conditions = text === null ? null : readConditionCoverage(text);
    if (conditions === null)
        return null;
    if (conditions.oddity !== null)
        warnings.add(conditions.oddity, at);
    return conditions.count;
}
function hasBranches(attributes) {
    const text = attributes.get('branch');
    // The length first: lower-casing every `False` of a report takes longer than reading its lines.
    return text !== null && text.length === 'true'.length && text.toLowerCase() === 'true';
}
//# sourceMappingURL=line-element.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/root.js

/** What the root claims; null when it claims no lines. Tools that write rates or nothing instead of counts exist. */
function readDeclared(attributes) {
    const lines = readCount(attributes, 'lines');
    if (lines === null)
        return null;
    return { lines, branches: readCount(attributes, 'branches'), functions: null, statements: null };
}
function readCount(attributes, metric) {
    const covered = attributes.get(`${metric}-covered`) ?? '';
    const total = attributes.get(`${metric}-valid`) ?? '';
    const count = { covered: plainInteger(covered, 0, covered.length), total: plainInteger(total, 0, total.length) };
    return count.covered < 0 || count.total < 0 ? null : count;
}
//# sourceMappingURL=root.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/tally.js
/** Counts line elements as they come by. A million of them must not make a million {@link Count}s. */
class Tally {
    covered = 0;
    total = 0;
    add(hits) {
        this.total++;
        if (hits > 0)
            this.covered++;
    }
    count() {
        return { covered: this.covered, total: this.total };
    }
}
//# sourceMappingURL=tally.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/document.js










/** From the elements of a Cobertura file to its report. What stands between class and line does not matter. */
class CoberturaDocument {
    warnings;
    builder = new CoverageBuilder('max');
    sources = [];
    declared = null;
    clues = {
        rootAttributes: [],
        version: '',
        classAttributes: [],
        methodAttributes: [],
        hasSourcesElement: false,
    };
    classLines = new Tally();
    methodLines = new Tally();
    skippedLines = new Tally();
    hasUnknownBranches = false;
    source = null;
    openClass = null;
    openMethod = null;
    constructor(warnings) {
        this.warnings = warnings;
    }
    open(name, attributes, line) {
        if (name === 'line')
            this.readLine(attributes, line);
        else if (name === 'method')
            this.beginMethod(attributes, line);
        else if (name === 'class')
            this.beginClass(attributes, line);
        else if (name === 'source')
            this.source = '';
        else if (name === 'sources')
            this.clues = { ...this.clues, hasSourcesElement: true };
        else if (name === 'coverage')
            this.readRoot(attributes);
    }
    close(name) {
        if (name === 'line')
            return;
        if (name === 'method')
            this.endMethod();
        else if (name === 'class')
            this.endClass();
        else if (name === 'source')
            this.endSource();
    }
    get isTextWanted() {
        return this.source !== null;
    }
    text(piece) {
        if (this.source !== null)
            this.source += piece;
    }
    report() {
        const files = this.builder.build();
        const dialect = findDialect(this.clues);
        if (files.length === 0)
            this.warnings.add('the report lists no files', null);
        this.warnOfDifferences(dialect, files);
        return { dialect: dialect?.id ?? null, files, sources: this.sources, declared: this.declared };
    }
    warnOfDifferences(dialect, files) {
        const differences = findDifferences(this.declared, () => (0,coverage_totals/* countCoverage */.at)(files));
        const facts = {
            sources: this.sources.length,
            classLines: this.classLines.count(),
            methodLines: this.methodLines.count(),
            skippedLines: this.skippedLines.count(),
            hasUnknownBranches: this.hasUnknownBranches,
            areLinesConfirmed: !differences.some(({ metric }) => metric === 'lines'),
        };
        for (const difference of differences)
            this.warnings.add(describeDifference(difference, explainDifference(difference, facts, dialect)), null);
    }
    readRoot(attributes) {
        this.declared = readDeclared(attributes);
        this.clues = {
            ...this.clues,
            rootAttributes: attributes.names(),
            version: attributes.get('version') ?? '',
        };
    }
    beginClass(attributes, line) {
        if (this.clues.classAttributes.length === 0)
            this.clues = { ...this.clues, classAttributes: attributes.names() };
        const path = attributes.get('filename') ?? '';
        if (path === '')
            this.warnings.add('a class names no file: its lines count, but belong to no known file', line);
        if (this.openClass !== null)
            this.endClass();
        const file = this.builder.file(path);
        this.openClass = { file, lines: new ClassLines(file) };
    }
    endClass() {
        this.openClass?.lines.end();
        this.openClass = null;
    }
    beginMethod(attributes, line) {
        if (this.clues.methodAttributes.length === 0)
            this.clues = { ...this.clues, methodAttributes: attributes.names() };
        const hits = readHits(attributes, line, this.warnings);
        this.openMethod = { name: attributes.get('name') ?? '', hits: hits ?? 0, firstLine: 0, isCounted: hits !== null };
    }
    /** A method without lines and hits is abstract or generated: nothing that could be covered. */
    endMethod() {
        const method = this.openMethod;
        this.openMethod = null;
        if (method === null || !method.isCounted || this.openClass === null)
            return;
        this.builder.sawFunctions();
        const found = { name: method.name, line: method.firstLine, hits: method.hits };
        if (!this.openClass.file.addFunction(found))
            this.warnings.add(TOO_MANY_FUNCTIONS, null);
    }
    readLine(attributes, at) {
        if (this.openClass === null) {
            this.warnings.add('a line element outside any class is not counted', at);
            this.skipLine(attributes);
            return;
        }
        const element = readLineElement(attributes, at, this.warnings);
        if (element === null) {
            if (this.openMethod === null)
                this.skipLine(attributes);
            return;
        }
        this.hasUnknownBranches ||= element.hasUnknownBranches;
        if (this.openMethod === null) {
            this.classLines.add(element.hits);
            this.openClass.lines.addOwn(element);
        }
        else
            this.addMethodLine(this.openMethod, this.openClass, element);
    }
    skipLine(attributes) {
        this.skippedLines.add(readHitCount(attributes.get('hits') ?? '')?.hits ?? 0);
    }
    addMethodLine(method, owner, element) {
        this.methodLines.add(element.hits);
        method.isCounted = true;
        method.hits = Math.max(method.hits, element.hits);
        if (method.firstLine === 0 || element.line < method.firstLine)
            method.firstLine = element.line;
        owner.lines.addFromMethod(element);
    }
    endSource() {
        if (this.source !== null)
            this.sources.push(this.source.trim());
        this.source = null;
    }
}
//# sourceMappingURL=document.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/cobertura/reader.js



const RATES = ['line-rate', 'branch-rate', 'lines-valid', 'lines-covered'];
/** Clover has the same root, but a date and projects. */
const CLOVER_ATTRIBUTES = ['generated', 'clover'];
const FIRST_CHILDREN = ['sources', 'packages'];
/** Cobertura XML, in the dialects of many tools. */
const reader_cobertura = {
    id: 'cobertura',
    kind: 'coverage',
    displayName: 'Cobertura XML',
    url: 'https://github.com/cobertura/cobertura/blob/master/cobertura/src/site/htdocs/xml/coverage-04.dtd',
    detect(head) {
        const seen = peekXml(head);
        return seen !== null && isCobertura(seen);
    },
    reader: ({ path }) => xmlReader(path, (warnings) => {
        const document = new CoberturaDocument(warnings);
        return { handler: document, model: () => document.report() };
    }),
};
function isCobertura({ root, attributes, children }) {
    if (root !== 'coverage' || children.includes('project'))
        return false;
    if (attributes.some((name) => CLOVER_ATTRIBUTES.includes(name)))
        return false;
    return attributes.some((name) => RATES.includes(name)) || children.some((name) => FIRST_CHILDREN.includes(name));
}
//# sourceMappingURL=reader.js.map
// EXTERNAL MODULE: ./packages/formats/lib/text/line-splitter.js
var line_splitter = __webpack_require__(866);
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/lcov/declared-sums.js


/** `LF` found, `LH` hit; the same for branches (`BRF`, `BRH`) and functions (`FNF`, `FNH`). */
const SUMMARY_RECORDS = ['LF', 'LH', 'BRF', 'BRH', 'FNF', 'FNH'];
/** Adds up what the sections of a file claim. */
class DeclaredSums {
    sums = new Map();
    sections = new Map();
    static isSummary(record) {
        return SUMMARY_RECORDS.includes(record);
    }
    /** @returns false when the value is no count */
    add(record, text) {
        const value = plainInteger(text, 0, text.length);
        if (value < 0)
            return false;
        this.sums.set(record, (0,model_count/* addSaturated */.x$)(this.sums.get(record) ?? 0, value));
        this.sections.set(record, (this.sections.get(record) ?? 0) + 1);
        return true;
    }
    /** null when a section keeps silent about its lines: then the file as a whole claims nothing. */
    totals(sections) {
        if (sections === 0 || this.sections.get('LF') !== sections)
            return null;
        const lines = this.count('LH', 'LF');
        if (lines === null)
            return null;
        return { lines, branches: this.count('BRH', 'BRF'), functions: this.count('FNH', 'FNF'), statements: null };
    }
    count(hit, found) {
        const covered = this.sums.get(hit);
        const total = this.sums.get(found);
        return covered === undefined || total === undefined ? null : { covered, total };
    }
}
//# sourceMappingURL=declared-sums.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/lcov/functions.js


/**
 * The functions of one section. LCOV 1 tells start (`FN`) and count (`FNDA`) apart and ties them by name; the n-th
 * count of a name belongs to its n-th start, since classes may share method names. LCOV 2 numbers groups of aliases
 * (`FNL`, `FNA`): a group is one function.
 */
class SectionFunctions {
    named = new Map();
    groups = new Map();
    addStart(name, line) {
        const known = this.named.get(name);
        if (known === undefined)
            this.addNamed({ name: (0,own_text/* ownText */.U)(name), line, hits: 0 });
        else
            known.starts.push({ name: known.starts[0].name, line, hits: 0 });
    }
    addCount(name, hits) {
        const known = this.named.get(name) ?? this.addNamed({ name: (0,own_text/* ownText */.U)(name), line: 0, hits: 0 });
        const target = known.starts[Math.min(known.counted, known.starts.length - 1)] ?? known.starts[0];
        target.hits = (0,model_count/* addSaturated */.x$)(target.hits, hits);
        known.counted++;
    }
    addGroup(index, line) {
        this.groupOf(index).line = line;
    }
    addAlias(index, name, hits) {
        const group = this.groupOf(index);
        if (group.name === '')
            group.name = (0,own_text/* ownText */.U)(name);
        group.hits = (0,model_count/* addSaturated */.x$)(group.hits, hits);
    }
    /**
     * @param declared the section's own number of functions (`FNF`), or null. It tells what several names on one line are:
     * functions of their own, as istanbul means it, or aliases of one, as lcov and llvm-cov do.
     */
    list(declared) {
        const named = [...this.named.values()].flatMap(({ starts }) => starts);
        return [...(declared === null ? named : foldAliases(named, declared)), ...this.groups.values()];
    }
    /** With a name of its own: a section may be the whole file, and must not keep the text alive that names come from. */
    addNamed(first) {
        const fresh = { starts: [first], counted: 0 };
        this.named.set(first.name, fresh);
        return fresh;
    }
    groupOf(index) {
        const known = this.groups.get(index);
        if (known !== undefined)
            return known;
        const fresh = { name: '', line: 0, hits: 0 };
        this.groups.set((0,own_text/* ownText */.U)(index), fresh);
        return fresh;
    }
}
function foldAliases(named, declared) {
    if (named.length === declared)
        return named;
    const byLine = groupByLine(named);
    return byLine.length === declared ? byLine : named;
}
/** One function for each start line: its first name, all counts. Without a line each stays its own. */
function groupByLine(functions) {
    const groups = new Map();
    for (const found of functions) {
        const key = found.line > 0 ? found.line : found;
        const known = groups.get(key);
        if (known === undefined)
            groups.set(key, { ...found });
        else
            known.hits = (0,model_count/* addSaturated */.x$)(known.hits, found.hits);
    }
    return [...groups.values()];
}
//# sourceMappingURL=functions.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/lcov/plain-records.js


const COMMA = 0x2c;
const plain_records_HYPHEN = 0x2d;
const LETTER_B = 0x42;
const LETTER_D = 0x44;
/**
 * The fast path for the two records that make up nearly all of a tracefile, `DA:12,3` and `BRDA:12,0,1,3`, where they
 * hold plain digits: nothing is copied for those. Everything else is left to the full readers, faults included.
 */
class PlainRecords {
    /** Of the section at hand; null between sections, where no record is plain. */
    file = null;
    armNames;
    constructor(armNames) {
        this.armNames = armNames;
    }
    /** @returns false when this is another record, or one that is not plain; then nothing was read */
    read(text, start, end) {
        if (this.file === null || start === end)
            return false;
        const first = text.charCodeAt(start);
        if (first === LETTER_D && text.startsWith('DA:', start))
            return this.readLine(text, start + 3, end);
        if (first === LETTER_B && text.startsWith('BRDA:', start))
            return this.readBranch(text, start + 5, end);
        return false;
    }
    readLine(text, start, end) {
        const comma = digitsEnd(text, start, end);
        const line = plainInteger(text, start, comma);
        const hits = isComma(text, comma, end) ? plainInteger(text, comma + 1, end) : -1;
        if (line < 1 || line > MAX_LINE || hits < 0)
            return false;
        this.file?.addLine(line, hits);
        return true;
    }
    readBranch(text, start, end) {
        const lineEnd = digitsEnd(text, start, end);
        const blockEnd = digitsEnd(text, lineEnd + 1, end);
        const armEnd = digitsEnd(text, blockEnd + 1, end);
        if (!isComma(text, lineEnd, end) || !isComma(text, blockEnd, end) || !isComma(text, armEnd, end))
            return false;
        const line = plainInteger(text, start, lineEnd);
        const hits = readTaken(text, armEnd + 1, end);
        if (line < 1 || line > MAX_LINE || hits < 0)
            return false;
        const arm = this.armNames.numberOfSpan(text, lineEnd + 1, armEnd);
        if (arm === null)
            return false;
        this.file?.addNumberedArm(line, arm, hits);
        return true;
    }
}
/** `-` is a branch whose line never ran. */
function readTaken(text, start, end) {
    return end - start === 1 && text.charCodeAt(start) === plain_records_HYPHEN ? 0 : plainInteger(text, start, end);
}
function digitsEnd(text, start, end) {
    let at = start;
    for (; at < end; at++) {
        const digit = text.charCodeAt(at) - 0x30;
        if (digit < 0 || digit > 9)
            break;
    }
    return at;
}
function isComma(text, at, end) {
    return at < end && text.charCodeAt(at) === COMMA;
}
//# sourceMappingURL=plain-records.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/lcov/records.js



/** A stray one is damage: it is in no name. */
const LINE_BREAK = /[\r\u2028\u2029]/;
/** `DA:<line>,<count>[,<checksum>]` */
function readLine(span, file, warnings) {
    const { text, start, end } = span;
    const comma = indexOfComma(text, start, end);
    const line = records_readLineNumber(text.slice(start, comma));
    if (line === null) {
        warnings.add('a DA record without a line number from 1 up is not counted', span.at);
        return;
    }
    const hitsEnd = indexOfComma(text, comma + 1, end);
    const hits = records_readHits(text.slice(comma + 1, hitsEnd), span.at, warnings);
    if (hits === null) {
        warnings.add('a DA record without a hit count is not counted', span.at);
        return;
    }
    file.addLine(line, hits);
}
/**
 * `BRDA:<line>,[e|f][U]<block>,<branch>,<taken>`: the branch may be text with commas in it, so the count stands behind
 * the last one. `-` is a branch whose line never ran, `U` one that its author declared unreachable.
 */
function readBranch(span, file, warnings) {
    const { text, start, end, at } = span;
    const lineEnd = indexOfComma(text, start, end);
    const blockEnd = indexOfComma(text, lineEnd + 1, end);
    const branchEnd = text.lastIndexOf(',', end - 1);
    const line = records_readLineNumber(text.slice(start, lineEnd));
    if (line === null) {
        warnings.add('a BRDA record without a line number from 1 up is not counted', at);
        return;
    }
    if (branchEnd <= blockEnd) {
        warnings.add('a BRDA record that is not <line>,<block>,<branch>,<taken> is not counted', at);
        return;
    }
    const flags = flagsLength(text, lineEnd + 1);
    if (flags > 0 && text.charCodeAt(lineEnd + flags) === UNREACHABLE)
        return;
    const taken = text.slice(branchEnd + 1, end);
    const hits = taken === '-' ? 0 : records_readHits(taken, at, warnings);
    if (hits === null) {
        warnings.add('a BRDA record without a count is not counted', at);
        return;
    }
    if (!file.addArm(line, text.slice(lineEnd + 1 + flags, branchEnd), hits))
        warnings.add('a branch is not counted: the report has more than four million different ones', at);
}
/** LCOV 1: `FN:<start>,[<end>,]<name>` */
function readFunctionStart(span, functions, warnings) {
    const { text, start, end, at } = span;
    const lineEnd = indexOfComma(text, start, end);
    const line = plainInteger(text, start, lineEnd);
    const name = text.slice(functionNameStart(text, lineEnd + 1, end), end);
    if (name === '' || line < 0 || line > MAX_LINE || LINE_BREAK.test(name)) {
        warnings.add('an FN record that is not <line>,<name> is not counted', at);
        return;
    }
    functions.addStart(name, line);
}
/** Behind the function's last line, where one is written and a name follows. */
function functionNameStart(text, start, end) {
    const comma = indexOfComma(text, start, end);
    return comma + 1 < end && plainInteger(text, start, comma) >= 0 ? comma + 1 : start;
}
/** LCOV 1: `FNDA:<count>,<name>` */
function readFunctionCount(span, functions, warnings) {
    const comma = indexOfComma(span.text, span.start, span.end);
    const hits = records_readHits(span.text.slice(span.start, comma), span.at, warnings);
    const name = span.text.slice(comma + 1, span.end);
    if (hits === null || name === '') {
        warnings.add('an FNDA record that is not <count>,<name> is not counted', span.at);
        return;
    }
    functions.addCount(name, hits);
}
/** LCOV 2: `FNL:<group>,<start>[,<end>]` */
function readFunctionGroup(span, functions, warnings) {
    const [group = '', start = ''] = span.text.slice(span.start, span.end).split(',', 2);
    const line = plainInteger(start, 0, start.length);
    if (group === '' || line < 0 || line > MAX_LINE) {
        warnings.add('an FNL record that is not <group>,<line> is not counted', span.at);
        return;
    }
    functions.addGroup(group, line);
}
/** LCOV 2: `FNA:<group>,<count>,<name>` */
function readFunctionAlias(span, functions, warnings) {
    const { text, start, end, at } = span;
    const groupEnd = indexOfComma(text, start, end);
    const countEnd = indexOfComma(text, groupEnd + 1, end);
    const hits = records_readHits(text.slice(groupEnd + 1, countEnd), at, warnings);
    if (hits === null || countEnd >= end) {
        warnings.add('an FNA record that is not <group>,<count>,<name> is not counted', at);
        return;
    }
    functions.addAlias(text.slice(start, groupEnd), text.slice(countEnd + 1, end), hits);
}
function records_readHits(text, at, warnings) {
    const count = readHitCount(text);
    if (count !== null && count.oddity !== null)
        warnings.add(count.oddity, at);
    return count === null ? null : count.hits;
}
function records_readLineNumber(text) {
    const line = plainInteger(text, 0, text.length);
    return line >= 1 && line <= MAX_LINE ? line : null;
}
const records_COMMA = 0x2c;
const EXCEPTION = 0x65;
const FALL_THROUGH = 0x66;
const UNREACHABLE = 0x55;
/** Length of `e`, `f` and `U` in front of a block: they say what kind of branch it is, and are no part of its identity. */
function flagsLength(text, start) {
    const kind = text.charCodeAt(start);
    const length = kind === EXCEPTION || kind === FALL_THROUGH ? 1 : 0;
    return text.charCodeAt(start + length) === UNREACHABLE ? length + 1 : length;
}
function indexOfComma(text, start, end) {
    return indexWithin(records_COMMA, text, { start, end });
}
/** First place of a character in a span, or the span's end. A search of the whole text may go far beyond its line. */
function indexWithin(code, text, { start, end }) {
    for (let at = start; at < end; at++)
        if (text.charCodeAt(at) === code)
            return at;
    return end;
}
//# sourceMappingURL=records.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/lcov/machine.js










const COLON = 0x3a;
const MAX_LINE_LENGTH = 1024 * 1024;
const END = 'end_of_record';
/** Known, and without numbers that we use: test name, version, branch-free MC/DC totals. */
const IGNORED = ['TN', 'VER', 'MCDC', 'MCF', 'MCH'];
/**
 * Records that mean nothing wrong when a last line without a line end is cut short: a count loses digits, but never
 * becomes zero or more than zero. Half a path or half a name would be a file or function that does not exist.
 */
const SAFE_WHEN_CUT = ['TN', 'DA', 'BRDA'];
/** Reads LCOV tracefiles, versions 1 and 2, line by line. */
class LcovMachine {
    warnings = new warning_log/* WarningLog */.t();
    path;
    lines;
    builder = new CoverageBuilder('sum');
    declared = new DeclaredSums();
    plainRecords = new PlainRecords(this.builder.armNames);
    section = null;
    sections = 0;
    isCutOff = false;
    isAtEnd = false;
    hasKnownRecord = false;
    constructor(path) {
        this.path = path;
        this.lines = new line_splitter/* LineSplitter */.g(this, { path, maxCharacters: MAX_LINE_LENGTH, longLines: 'refuse' });
    }
    write(text) {
        this.lines.write(text);
    }
    end() {
        this.isAtEnd = true;
        this.lines.end();
        this.isCutOff ||= this.section !== null;
        if (this.isCutOff)
            this.warnings.add(`the file ends without ${END}: it may be cut off`, null);
        this.endSection();
        if (!this.hasKnownRecord)
            throw this.notLcov();
        return { model: this.report(), partial: this.isCutOff };
    }
    line(text, start, end, at) {
        if (this.plainRecords.read(text, start, end))
            return;
        this.readRecord(text, start, end, at);
    }
    readRecord(text, start, end, at) {
        const colon = indexWithin(COLON, text, { start, end });
        if (colon === end) {
            this.readBareLine(text.slice(start, end).trim(), at);
            return;
        }
        const span = { text, start: colon + 1, end, at };
        const record = text.slice(start, colon);
        if (record.startsWith('#'))
            return;
        if (this.isAtEnd && !SAFE_WHEN_CUT.includes(record)) {
            this.isCutOff = true;
            return;
        }
        if (record === 'SF')
            this.beginSection(span);
        else if (!IGNORED.includes(record))
            this.readSectionRecord(record, span);
        this.hasKnownRecord ||= record === 'TN' || record === 'SF';
    }
    readBareLine(line, at) {
        if (line === END)
            this.endSection();
        else if (line !== '' && !line.startsWith('#'))
            this.warnings.add('a line that is no LCOV record is ignored', at);
    }
    beginSection({ text, start, end, at }) {
        if (this.section !== null)
            this.warnings.add(`a section begins before ${END} of the one before`, at);
        this.endSection();
        const path = text.slice(start, end).trim();
        if (path === '')
            this.warnings.add('a section names no file: its lines count, but belong to no known file', at);
        this.sections++;
        const file = this.builder.file(path);
        this.section = { file, functions: new SectionFunctions(), declaredFunctions: null };
        this.plainRecords.file = file;
    }
    endSection() {
        if (this.section === null)
            return;
        for (const found of this.section.functions.list(this.section.declaredFunctions)) {
            this.builder.sawFunctions();
            if (!this.section.file.addFunction(found))
                this.warnings.add(TOO_MANY_FUNCTIONS, null);
        }
        this.section.file.endSection();
        this.section = null;
        this.plainRecords.file = null;
    }
    readSectionRecord(record, span) {
        const { section, warnings } = this;
        if (section === null) {
            warnings.add('a record outside a section (SF to end_of_record) is ignored', span.at);
            return;
        }
        if (record === 'DA')
            readLine(span, section.file, warnings);
        else if (record === 'BRDA')
            readBranch(span, section.file, warnings);
        else if (record === 'FN')
            readFunctionStart(span, section.functions, warnings);
        else if (record === 'FNDA')
            readFunctionCount(span, section.functions, warnings);
        else if (record === 'FNL')
            readFunctionGroup(span, section.functions, warnings);
        else if (record === 'FNA')
            readFunctionAlias(span, section.functions, warnings);
        else if (!DeclaredSums.isSummary(record))
            warnings.add('a line that is no LCOV record is ignored', span.at);
        else
            this.readSummary(record, span, section);
    }
    readSummary(record, { text, start, end, at }, section) {
        const value = text.slice(start, end).trim();
        if (!this.declared.add(record, value))
            this.warnings.add('a total of a section that is no count is ignored', at);
        else if (record === 'FNF')
            section.declaredFunctions = Number(value);
    }
    report() {
        const files = this.builder.build();
        if (files.length === 0)
            this.warnings.add('the report lists no files', null);
        const declared = this.declared.totals(this.sections);
        for (const difference of findDifferences(declared, () => (0,coverage_totals/* countCoverage */.at)(files)))
            this.warnings.add(describeDifference(difference, this.explain(files.length)), null);
        return { dialect: null, files, sources: [], declared };
    }
    explain(files) {
        if (this.isCutOff)
            return 'the file is cut off';
        if (files < this.sections)
            return `it counts each of its ${this.sections} sections, some of which are of one file`;
        return 'its totals do not follow from its own records; some tools take them from elsewhere, llvm-cov among them';
    }
    notLcov() {
        return new errors/* ReportError */.$g('the file holds no LCOV record (SF:<path>)', {
            path: this.path,
            line: 1,
            remedy: 'Name the tracefile that the coverage tool wrote, often lcov.info.',
        });
    }
}
//# sourceMappingURL=machine.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/lcov.js



/** A file begins with a test name or a section; comments and blank lines may come first. */
const FIRST_RECORD = /^(?:TN:|SF:)/;
/** LCOV tracefiles, as geninfo and many others write them. */
const lcov = {
    id: 'lcov',
    kind: 'coverage',
    displayName: 'LCOV tracefile',
    url: 'https://github.com/linux-test-project/lcov/blob/master/docs/man/geninfo.rst',
    detect(head) {
        const first = textOf(head)
            .split('\n')
            .find((line) => line.trim() !== '' && !line.startsWith('#'));
        return first !== undefined && FIRST_RECORD.test(first);
    },
    reader: ({ path }) => (0,guarded_reader/* guardedReader */.y)(path, new LcovMachine(path)),
};
function textOf(head) {
    let text = '';
    const decoder = new block_decoder/* BlockDecoder */.C((block) => {
        text += block;
    });
    decoder.write(head);
    decoder.end();
    return text;
}
//# sourceMappingURL=lcov.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/coverage/registry.js


/** Every coverage format that Testwarden reads, by id. A new one is a line here; see docs/adding-a-format.md. */
const coverageFormats = [reader_cobertura, lcov];
//# sourceMappingURL=registry.js.map

/***/ }),

/***/ 122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ readGitDiff),
  _: () => (/* binding */ readUnifiedDiff)
});

// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/formats/lib/guarded-reader.js
var guarded_reader = __webpack_require__(6392);
// EXTERNAL MODULE: ./packages/formats/lib/text/line-splitter.js
var line_splitter = __webpack_require__(866);
// EXTERNAL MODULE: ./packages/formats/lib/warning-log.js
var warning_log = __webpack_require__(7177);
// EXTERNAL MODULE: ./packages/formats/lib/text/own-text.js
var own_text = __webpack_require__(3390);
;// CONCATENATED MODULE: ./packages/formats/lib/diff/quoted-path.js
const ESCAPES = new Map([
    ['a', 7],
    ['b', 8],
    ['t', 9],
    ['n', 10],
    ['v', 11],
    ['f', 12],
    ['r', 13],
    ['"', 0x22],
    ['\\', 0x5c],
]);
/**
 * Undoes git's C quoting: control characters, quotes, backslashes and bytes beyond ASCII as three octal digits.
 * @param start the opening quote
 * @returns null when the quoting is not closed or has an unknown escape
 * @see https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath
 */
function readQuotedPath(text, start) {
    const bytes = [];
    let at = start + 1;
    while (at < text.length) {
        if (text[at] === '"')
            return { path: new TextDecoder().decode(Uint8Array.from(bytes)), end: at + 1 };
        const piece = text[at] === '\\' ? readEscape(text, at + 1) : readPlain(text, at);
        if (piece === null)
            return null;
        bytes.push(...piece.bytes);
        at = piece.end;
    }
    return null;
}
function readEscape(text, at) {
    const octal = /^[0-3][0-7]{2}/.exec(text.slice(at, at + 3));
    if (octal !== null)
        return { bytes: [Number.parseInt(octal[0], 8)], end: at + 3 };
    const code = ESCAPES.get(text[at] ?? '');
    return code === undefined ? null : { bytes: [code], end: at + 1 };
}
function readPlain(text, at) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return { bytes: new TextEncoder().encode(character), end: at + character.length };
}
//# sourceMappingURL=quoted-path.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/diff/header-paths.js

const OLD_PREFIX = 'a/';
const NEW_PREFIX = 'b/';
const ABSENT = '/dev/null';
/** Both sides of a `diff --git` line, where they name the same path, as they do unless git names it again below. */
function readGitLine(rest) {
    if (rest.startsWith('"')) {
        const quoted = readQuotedPath(rest, 0);
        return quoted === null ? null : withoutPrefix(quoted.path, OLD_PREFIX);
    }
    // `a/<path> b/<path>`: a path may hold blanks, but both are the same, so the middle is where it must be.
    const length = (rest.length - OLD_PREFIX.length - NEW_PREFIX.length - 1) / 2;
    const path = rest.slice(OLD_PREFIX.length, OLD_PREFIX.length + length);
    return path !== '' && rest === `${OLD_PREFIX}${path} ${NEW_PREFIX}${path}` ? path : null;
}
/** What stands behind `--- ` or `+++ `: `null` in `path` for a side that does not exist. */
function readSide(text, side) {
    // git ends an unquoted path with blanks in it with a tab, for readers that look for a time stamp.
    const name = readName(text.endsWith('\t') ? text.slice(0, -1) : text);
    if (name === null)
        return null;
    if (name === ABSENT)
        return { path: null };
    const path = withoutPrefix(name, side === 'old' ? OLD_PREFIX : NEW_PREFIX);
    return path === null ? null : { path };
}
/** A path without a prefix, as behind `rename from `. */
function readName(text) {
    if (!text.startsWith('"'))
        return text;
    const quoted = readQuotedPath(text, 0);
    return quoted !== null && quoted.end === text.length ? quoted.path : null;
}
function withoutPrefix(path, prefix) {
    return path.startsWith(prefix) ? path.slice(prefix.length) : null;
}
//# sourceMappingURL=header-paths.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/diff/file-header.js


const SUBMODULE_MODE = '160000';
/** What git says of one file: header lines first, hunks after. */
class FileHeader {
    oldPath;
    newPath;
    isAdded = false;
    isDeleted = false;
    isBinary = false;
    isSubmodule = false;
    hunks = [];
    /** 1-based line of `diff --git`. */
    at;
    constructor(gitLine, at) {
        this.oldPath = readGitLine(gitLine);
        this.newPath = this.oldPath;
        this.at = at;
    }
    /** @returns false for a line that cannot be read; unknown ones are skipped, because git may add more */
    readLine(line) {
        if (line.startsWith('--- '))
            return this.readOld(readSide(line.slice(4), 'old'));
        if (line.startsWith('+++ '))
            return this.readNew(readSide(line.slice(4), 'new'));
        if (line.startsWith('rename from '))
            return this.readOld({ path: readName(line.slice(12)) });
        if (line.startsWith('rename to '))
            return this.readNew({ path: readName(line.slice(10)) });
        if (line.startsWith('copy from '))
            return this.readOld({ path: readName(line.slice(10)) });
        if (line.startsWith('copy to '))
            return this.readNew({ path: readName(line.slice(8)) });
        if (line.startsWith('Binary files ') || line === 'GIT binary patch')
            this.isBinary = true;
        else
            this.readMode(line);
        return true;
    }
    addHunks(hunks) {
        this.hunks.push(...hunks);
    }
    /** null when no line named the file. */
    toFileDiff() {
        const oldPath = this.isAdded || this.oldPath === null ? null : (0,own_text/* ownText */.U)(this.oldPath);
        const newPath = this.isDeleted || this.newPath === null ? null : (0,own_text/* ownText */.U)(this.newPath);
        if (oldPath === null && newPath === null)
            return null;
        // The one line of a submodule is the commit that it points to, and no line of any file.
        return { oldPath, newPath, isBinary: this.isBinary, hunks: this.isSubmodule ? [] : this.hunks };
    }
    readMode(line) {
        if (line.startsWith('new file mode '))
            this.isAdded = true;
        if (line.startsWith('deleted file mode '))
            this.isDeleted = true;
        const isMode = /^(?:new file mode|deleted file mode|old mode|new mode|index) /.test(line);
        if (isMode && line.endsWith(` ${SUBMODULE_MODE}`))
            this.isSubmodule = true;
    }
    readOld(side) {
        if (side === null)
            return false;
        if (side.path === null)
            this.isAdded = true;
        else
            this.oldPath = side.path;
        return true;
    }
    readNew(side) {
        if (side === null)
            return false;
        if (side.path === null)
            this.isDeleted = true;
        else
            this.newPath = side.path;
        return true;
    }
}
//# sourceMappingURL=file-header.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/diff/hunk-lines.js
const HEADER = /^@@ -([0-9]{1,9})(?:,([0-9]{1,9}))? \+([0-9]{1,9})(?:,([0-9]{1,9}))? @@/;
/** The numbers of a hunk's header; null when the line is none. A count that is left out is 1. */
function readHunkHeader(line) {
    const match = HEADER.exec(line);
    if (match === null)
        return null;
    const [, oldStart, oldCount = '1', newStart, newCount = '1'] = match;
    return {
        oldStart: Number(oldStart),
        oldCount: Number(oldCount),
        newStart: Number(newStart),
        newCount: Number(newCount),
    };
}
/**
 * Walks the lines of one hunk and cuts them into hunks without context. Its end is known by the counts of its header
 * alone: a removed line may well read `--- a/file`.
 */
class HunkLines {
    oldLeft;
    newLeft;
    oldLine;
    newLine;
    removed = 0;
    added = 0;
    found = [];
    constructor(header) {
        this.oldLeft = header.oldCount;
        this.newLeft = header.newCount;
        // With no lines of its own, a side's start names the line before the gap.
        this.oldLine = header.oldCount === 0 ? header.oldStart + 1 : header.oldStart;
        this.newLine = header.newCount === 0 ? header.newStart + 1 : header.newStart;
    }
    get isComplete() {
        return this.oldLeft === 0 && this.newLeft === 0;
    }
    /** @param mark the line's first character; empty for a context line that lost its blank @returns false for no line of a hunk */
    take(mark) {
        if (mark === '\\')
            return true;
        const isRemoved = mark === '-';
        const isAdded = mark === '+';
        if (!isRemoved && !isAdded && mark !== ' ' && mark !== '')
            return false;
        if (!isAdded && this.oldLeft-- === 0)
            return false;
        if (!isRemoved && this.newLeft-- === 0)
            return false;
        if (isRemoved)
            this.removed++;
        else if (isAdded)
            this.added++;
        else
            this.passContext();
        return true;
    }
    /** Ascending, without context lines. */
    end() {
        this.closeRun();
        return this.found;
    }
    passContext() {
        this.closeRun();
        this.oldLine++;
        this.newLine++;
    }
    closeRun() {
        if (this.removed === 0 && this.added === 0)
            return;
        this.found.push({
            oldStart: this.removed === 0 ? this.oldLine - 1 : this.oldLine,
            oldCount: this.removed,
            newStart: this.added === 0 ? this.newLine - 1 : this.newLine,
            newCount: this.added,
        });
        this.oldLine += this.removed;
        this.newLine += this.added;
        this.removed = 0;
        this.added = 0;
    }
}
//# sourceMappingURL=hunk-lines.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/diff/unified-diff.js






/** Headers are shorter; of content only the first character matters. */
const KEPT_CHARACTERS = 64 * 1024;
const START = 'diff --git ';
const COMBINED = /^diff --(?:cc|combined) /;
/**
 * Reads what `git diff --no-color --src-prefix=a/ --dst-prefix=b/` prints, with or without context lines. An empty
 * diff is a diff without files.
 * @see https://git-scm.com/docs/diff-format#generate_patch_text_with_p
 */
function unifiedDiffReader({ path }) {
    return (0,guarded_reader/* guardedReader */.y)(path, new UnifiedDiffMachine(path), { isEmptyAllowed: true });
}
class UnifiedDiffMachine {
    warnings = new warning_log/* WarningLog */.t();
    path;
    lines;
    files = [];
    header = null;
    hunk = null;
    lastLine = 0;
    constructor(path) {
        this.path = path;
        this.lines = new line_splitter/* LineSplitter */.g(this, { path, maxCharacters: KEPT_CHARACTERS, longLines: 'cut' });
    }
    write(text) {
        this.lines.write(text);
    }
    end() {
        this.lines.end();
        if (this.hunk !== null && !this.hunk.isComplete)
            this.fail('the diff ends inside a hunk', this.lastLine);
        this.endFile();
        return { model: this.files, partial: false };
    }
    line(text, start, end, at) {
        this.lastLine = at;
        if (this.hunk !== null && !this.hunk.isComplete) {
            if (!this.hunk.take(start === end ? '' : text.charAt(start)))
                this.fail('a line that does not fit its hunk', at);
        }
        else
            this.readHeader(text.slice(start, end), at);
    }
    readHeader(line, at) {
        if (line.startsWith(START)) {
            this.endFile();
            this.header = new FileHeader(line.slice(START.length), at);
        }
        else if (COMBINED.test(line))
            this.fail('a combined diff of a merge, which has no single base', at);
        else if (this.header === null)
            this.readOutside(line, at);
        else if (line.startsWith('@@'))
            this.beginHunk(line, at);
        else if (this.hunk === null && !this.header.readLine(line))
            this.fail('a path that cannot be read', at);
        else if (this.hunk !== null && !isBetweenHunks(line))
            this.fail('a line outside any hunk', at);
    }
    /** `git show` and `git format-patch` put a commit message first; a submodule log stands between files. */
    readOutside(line, at) {
        if (line.startsWith('@@ ') || line.startsWith('--- a/') || line.startsWith('+++ b/'))
            this.fail('a patch without a "diff --git" line', at);
    }
    beginHunk(line, at) {
        const header = readHunkHeader(line);
        if (header === null)
            this.fail('a hunk header that cannot be read', at);
        else {
            this.endHunk();
            this.hunk = new HunkLines(header);
        }
    }
    endHunk() {
        if (this.hunk !== null)
            this.header?.addHunks(this.hunk.end());
        this.hunk = null;
    }
    endFile() {
        this.endHunk();
        if (this.header === null)
            return;
        const file = this.header.toFileDiff();
        if (file === null)
            this.fail('a "diff --git" line whose paths cannot be told apart', this.header.at);
        else
            this.files.push(file);
        this.header = null;
    }
    fail(problem, line) {
        throw new errors/* ReportError */.$g(`not a diff that git wrote, in line ${line}: ${problem}`, {
            path: this.path,
            line,
            remedy: 'Write it with: git diff --no-color --src-prefix=a/ --dst-prefix=b/ -M',
        });
    }
}
/** What may follow a hunk that is complete and start no other: the mark for a missing line end, a mail signature. */
function isBetweenHunks(line) {
    return line.startsWith('\\') || line === '' || line === '-- ' || /^[0-9.]+/.test(line);
}
//# sourceMappingURL=unified-diff.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/diff/read-unified-diff.js

/** Pumps a unified diff through its reader. @throws ReportError when it is none */
async function readUnifiedDiff(bytes, path) {
    const reader = unifiedDiffReader({ path });
    for await (const chunk of bytes)
        reader.write(chunk);
    const result = reader.end();
    if (!result.ok)
        throw result.error;
    return result.model;
}
/** What git prints for us. @throws ReportError when git prints something else */
function readGitDiff(bytes) {
    return readUnifiedDiff(bytes, 'git diff');
}
//# sourceMappingURL=read-unified-diff.js.map

/***/ }),

/***/ 6392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ guardedReader)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);
/* harmony import */ var _text_block_decoder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7613);


/** A {@link Reader} around a machine: decodes, and turns the first ReportError into the result. */
function guardedReader(path, machine, { isEmptyAllowed } = { isEmptyAllowed: false }) {
    let failure = null;
    let isEmpty = true;
    const decoder = new _text_block_decoder_js__WEBPACK_IMPORTED_MODULE_1__/* .BlockDecoder */ .C((text) => {
        isEmpty = false;
        machine.write(text);
    });
    function guard(step) {
        if (failure !== null)
            return;
        try {
            step();
        }
        catch (error) {
            if (!(error instanceof _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .ReportError */ .$g))
                throw error;
            failure = error;
        }
    }
    return {
        write(chunk) {
            guard(() => decoder.write(chunk));
        },
        end() {
            let result = null;
            guard(() => {
                decoder.end();
                if (isEmpty && !isEmptyAllowed)
                    throw emptyFile(path);
                const finished = machine.end();
                for (const oddity of decoder.oddities)
                    machine.warnings.add(oddity, null);
                result = { ok: true, ...finished, warnings: machine.warnings.list() };
            });
            return result ?? { ok: false, error: failure ?? emptyFile(path) };
        },
    };
}
function emptyFile(path) {
    return new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .ReportError */ .$g('the file is empty', {
        path,
        line: null,
        remedy: 'Check that the tests ran with coverage switched on and that the tool could write its report.',
    });
}
//# sourceMappingURL=guarded-reader.js.map

/***/ }),

/***/ 7613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ BlockDecoder)
});

// UNUSED EXPORTS: BLOCK_BYTES

;// CONCATENATED MODULE: ./packages/formats/lib/text/encoding.js
/** An XML declaration is the first thing in its file and short. */
const DECLARATION_BYTES = 256;
const DECLARED_ENCODING = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,39})["']/;
const UTF8_NAMES = ['utf-8', 'utf8', 'us-ascii', 'ascii'];
const LATIN_NAMES = ['iso-8859-1', 'latin1', 'windows-1252', 'cp1252'];
/**
 * A byte order mark decides; without one, what an XML declaration says; without that, UTF-8.
 * @see https://www.w3.org/TR/xml/#sec-guessing
 */
function chooseEncoding(head) {
    if (startsWith(head, [0xef, 0xbb, 0xbf]))
        return { label: 'utf-8', bomBytes: 3, oddity: null };
    if (startsWith(head, [0xff, 0xfe]))
        return { label: 'utf-16le', bomBytes: 2, oddity: null };
    if (startsWith(head, [0xfe, 0xff]))
        return { label: 'utf-16be', bomBytes: 2, oddity: null };
    const declared = declaredEncoding(head);
    if (declared === null || UTF8_NAMES.includes(declared))
        return { label: 'utf-8', bomBytes: 0, oddity: null };
    // Browsers and we read ISO-8859-1 as its superset windows-1252: they differ only in control characters.
    if (LATIN_NAMES.includes(declared))
        return { label: 'windows-1252', bomBytes: 0, oddity: null };
    const oddity = `the file declares the encoding ${declared}, but was read as UTF-8: other than ASCII names may be wrong`;
    return { label: 'utf-8', bomBytes: 0, oddity };
}
function declaredEncoding(head) {
    const ascii = String.fromCharCode(...head.subarray(0, DECLARATION_BYTES));
    return DECLARED_ENCODING.exec(ascii)?.[1]?.toLowerCase() ?? null;
}
function startsWith(bytes, prefix) {
    return bytes.length >= prefix.length && prefix.every((byte, index) => bytes[index] === byte);
}
//# sourceMappingURL=encoding.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/text/block-decoder.js

/** Text is handed on in blocks of so many bytes, whatever the portions that the bytes arrive in. */
const BLOCK_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;
const REPLACEMENT = '\ufffd';
/**
 * Bytes in any portions, text in blocks. Equal files give equal blocks, so nothing behind this can depend on how a file
 * was cut up, and a writer of single bytes costs no more than one of whole files. Invalid sequences become U+FFFD.
 * A block of UTF-8 ends with a line where it can: then readers need not join what lies across two blocks.
 */
class BlockDecoder {
    sink;
    block = new Uint8Array(BLOCK_BYTES);
    filled = 0;
    decode = null;
    found = new Set();
    constructor(sink) {
        this.sink = sink;
    }
    /** What was odd about the encoding so far, for people. */
    get oddities() {
        return [...this.found];
    }
    write(chunk) {
        let taken = 0;
        while (taken < chunk.length) {
            const part = chunk.subarray(taken, taken + BLOCK_BYTES - this.filled);
            this.block.set(part, this.filled);
            this.filled += part.length;
            taken += part.length;
            if (this.filled === BLOCK_BYTES)
                this.flush(false);
        }
    }
    end() {
        this.flush(true);
    }
    flush(isLast) {
        const { text, restBytes } = this.decodeBlock(this.block.subarray(0, this.filled), isLast);
        this.block.copyWithin(0, this.filled - restBytes, this.filled);
        this.filled = restBytes;
        if (text.includes(REPLACEMENT))
            this.found.add('some bytes are not valid text and were replaced by U+FFFD');
        if (text !== '')
            this.sink(text);
    }
    decodeBlock(bytes, isLast) {
        if (this.decode !== null)
            return this.decode(bytes, isLast);
        const encoding = chooseEncoding(bytes);
        if (encoding.oddity !== null)
            this.found.add(encoding.oddity);
        this.decode = encoding.label === 'utf-8' ? decodeUtf8() : decodeWith(encoding.label);
        return this.decode(bytes.subarray(encoding.bomBytes), isLast);
    }
}
/** Whole blocks: eight times as fast as the streaming mode of TextDecoder on Node 20, and ASCII stays one byte per character. */
function decodeUtf8() {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    return (bytes, isLast) => {
        const restBytes = isLast ? 0 : restOfBlock(bytes);
        return { text: decoder.decode(bytes.subarray(0, bytes.length - restBytes)), restBytes };
    };
}
function decodeWith(label) {
    const decoder = new TextDecoder(label, { ignoreBOM: true });
    const mend = label === 'windows-1252' ? mendWindows1252 : (text) => text;
    return (bytes, isLast) => ({ text: mend(decoder.decode(bytes, { stream: !isLast })), restBytes: 0 });
}
/** What windows-1252 has at 0x80 to 0x9f. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Node's TextDecoder takes windows-1252 for ISO-8859-1 in several versions, 20 among them. */
function mendWindows1252(text) {
    return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}
/** What belongs to the next block: the last line, as far as it is there, or less where that is the whole block. */
function restOfBlock(bytes) {
    const lineEnd = bytes.lastIndexOf(LINE_FEED);
    return lineEnd === -1 ? unfinishedBytes(bytes) : bytes.length - lineEnd - 1;
}
/** Length of a UTF-8 sequence at the end that further bytes may complete: 0 to 3. */
function unfinishedBytes(bytes) {
    for (let back = 1; back <= 3 && back <= bytes.length; back++) {
        const byte = bytes[bytes.length - back] ?? 0;
        if ((byte & 0xc0) === 0x80)
            continue;
        const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        return wanted > back ? back : 0;
    }
    return 0;
}
//# sourceMappingURL=block-decoder.js.map

/***/ }),

/***/ 866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ LineSplitter)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);

/** Text in any portions, whole lines out. Holds at most one line of the allowed length. */
class LineSplitter {
    sink;
    limit;
    rest = '';
    isSkipping = false;
    lineNumber = 1;
    constructor(sink, limit) {
        this.sink = sink;
        this.limit = limit;
    }
    /** @throws ReportError for a line beyond the limit */
    write(chunk) {
        // Joined, not added: engines look characters of an added text up piece by piece, which takes twice the time.
        const text = this.rest === '' ? chunk : [this.rest, chunk].join('');
        let start = 0;
        let end = text.indexOf('\n', this.rest.length);
        while (end !== -1) {
            this.emit(text, start, text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end);
            start = end + 1;
            end = text.indexOf('\n', start);
        }
        this.keep(text, start);
    }
    /**
     * Hands over a last line that no line end closes.
     * @returns whether there was one, which may mean that the file was cut off
     */
    end() {
        if (this.rest === '')
            return false;
        const text = this.rest;
        this.rest = '';
        this.emit(text, 0, text.endsWith('\r') ? text.length - 1 : text.length);
        return true;
    }
    emit(text, start, end) {
        const lineNumber = this.lineNumber++;
        if (this.isSkipping) {
            this.isSkipping = false;
            return;
        }
        if (end - start <= this.limit.maxCharacters)
            this.sink.line(text, start, end, lineNumber);
        else
            this.cut(text.slice(start, end), lineNumber);
    }
    keep(text, start) {
        this.rest = this.isSkipping ? '' : text.slice(start);
        // One more for a carriage return, which does not count.
        if (this.rest.length <= this.limit.maxCharacters + 1)
            return;
        this.cut(this.rest, this.lineNumber);
        this.isSkipping = true;
        this.rest = '';
    }
    cut(line, lineNumber) {
        const { path, maxCharacters, longLines } = this.limit;
        if (longLines === 'cut') {
            this.sink.line(line, 0, maxCharacters, lineNumber);
            return;
        }
        throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .ReportError */ .$g(`line ${lineNumber} is longer than ${maxCharacters} characters`, {
            path,
            line: lineNumber,
            remedy: 'Check that this file is the report: no tool writes such lines.',
        });
    }
}
//# sourceMappingURL=line-splitter.js.map

/***/ }),

/***/ 3390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ ownText)
/* harmony export */ });
/** Engines copy short substrings anyway; V8 those of less than 13 characters. */
const COPIED_LENGTH = 12;
/**
 * The same text without a hold on the block it was cut from: engines keep the whole parent of a substring alive, so a
 * model with one name from each block would keep the whole file.
 */
function ownText(text) {
    return text.length <= COPIED_LENGTH ? text : ` ${text}`.slice(1);
}
//# sourceMappingURL=own-text.js.map

/***/ }),

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ WarningLog)
/* harmony export */ });
/** More kinds of oddities than this tell a reader nothing new. */
const MAX_KINDS = 100;
/**
 * Collects what a reader found odd. The same message is kept once, with its first line and a count, so that a report of
 * a million bad records makes one warning.
 */
class WarningLog {
    kinds = new Map();
    dropped = 0;
    add(message, line) {
        const known = this.kinds.get(message);
        if (known !== undefined)
            known.times++;
        else if (this.kinds.size < MAX_KINDS)
            this.kinds.set(message, { line, times: 1 });
        else
            this.dropped++;
    }
    list() {
        const warnings = [...this.kinds].map(([message, { line, times }]) => ({
            message: times === 1 ? message : `${message} (${times} times)`,
            line,
        }));
        if (this.dropped > 0)
            warnings.push({ message: `${this.dropped} more warnings are not shown`, line: null });
        return warnings;
    }
}
//# sourceMappingURL=warning-log.js.map

/***/ }),

/***/ 8596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ EVERYWHERE),
/* harmony export */   p: () => (/* binding */ mayBeReport)
/* harmony export */ });
/** The pattern that stands for "look everywhere". */
const EVERYWHERE = '**';
/** Longer files are left alone unless they are named: 1 GiB of coverage is somebody's dump, not a report. */
const MAX_BYTES = 1024 ** 3;
const REPORT_EXTENSIONS = new Set(['xml', 'info', 'lcov', 'out', 'cov', 'coverprofile', 'trx']);
/** JSON is everywhere, so a word in the path must say that it may be a report. */
const REPORT_WORDS = /cov|test|spec|report|result|bench|junit|perf/i;
/** Whether a file that nobody named is worth opening, judged by name and size alone. */
function mayBeReport({ path, bytes }) {
    if (bytes === 0 || bytes > MAX_BYTES)
        return false;
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    const extension = name.slice(name.lastIndexOf('.') + 1);
    if (REPORT_EXTENSIONS.has(extension))
        return true;
    if (extension === 'json')
        return REPORT_WORDS.test(path);
    return name.startsWith('lcov') || name.startsWith('coverage');
}
//# sourceMappingURL=discovery.js.map

/***/ }),

/***/ 2650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ createCoverageMerger)
});

// EXTERNAL MODULE: ./packages/core/lib/model/count.js
var count = __webpack_require__(2576);
;// CONCATENATED MODULE: ./packages/core/lib/model/coverage-merge.js

/**
 * What two reports together say about one file. The order and grouping of merges never matter, and merging a file with
 * itself changes hits but never what is covered, so a report that is read twice does no harm.
 * @param left its path is kept; both must be about the same file
 */
function mergeFileCoverage(left, right) {
    return {
        path: left.path,
        lines: mergeMaps(left.lines, right.lines, count/* addSaturated */.x$),
        branches: mergeMaps(left.branches, right.branches, mergeBranches),
        functions: mergeKnown(left.functions, right.functions, mergeFunctions),
        statements: mergeKnown(left.statements, right.statements, count/* addSaturated */.x$),
    };
}
/**
 * Arms are joined by their identity. Counts have no identity: two reports that each saw 1 of 2 may have seen the same
 * one, so the best of each number is kept and nothing is added.
 */
function mergeBranches(left, right) {
    return {
        arms: mergeMaps(left.arms, right.arms, count/* addSaturated */.x$),
        counted: {
            covered: Math.max(left.counted.covered, right.counted.covered),
            total: Math.max(left.counted.total, right.counted.total),
        },
    };
}
function mergeFunctions(left, right) {
    return { ...left, hits: (0,count/* addSaturated */.x$)(left.hits, right.hits) };
}
function mergeKnown(left, right, merge) {
    if (left === null)
        return right;
    return right === null ? left : mergeMaps(left, right, merge);
}
function mergeMaps(left, right, merge) {
    if (left.size === 0)
        return right;
    if (right.size === 0)
        return left;
    const merged = new Map(left);
    for (const [key, value] of right) {
        const known = merged.get(key);
        merged.set(key, known === undefined ? value : merge(known, value));
    }
    return merged;
}
//# sourceMappingURL=coverage-merge.js.map
;// CONCATENATED MODULE: ./packages/intake/lib/merge-coverage.js

function createCoverageMerger() {
    const merged = new Map();
    return {
        add(file) {
            const known = merged.get(file.path);
            merged.set(file.path, known === undefined ? file : mergeFileCoverage(known, file));
        },
        files: () => [...merged.values()].sort((left, right) => (left.path < right.path ? -1 : 1)),
    };
}
//# sourceMappingURL=merge-coverage.js.map

/***/ }),

/***/ 6015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ readReports)
});

// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/intake/lib/discovery.js
var discovery = __webpack_require__(8596);
;// CONCATENATED MODULE: ./packages/formats/lib/format.js
/** The first bytes of a file that {@link Format.detect} may look at. */
const HEAD_BYTES = 64 * 1024;
//# sourceMappingURL=format.js.map
;// CONCATENATED MODULE: ./packages/formats/lib/detect-format.js

/** @param head the beginning of a file; only its first {@link HEAD_BYTES} are looked at */
function detectFormat(head, formats) {
    const seen = head.subarray(0, HEAD_BYTES);
    const matching = formats.filter((format) => format.detect(seen));
    const [format, other] = matching;
    if (format === undefined)
        return { kind: 'none' };
    return other === undefined ? { kind: 'one', format } : { kind: 'several', formats: matching };
}
//# sourceMappingURL=detect-format.js.map
;// CONCATENATED MODULE: ./packages/intake/lib/content-hash.js
/** Two 32-bit FNV-1a sums with different starts and primes: 64 bits without any built-in of the platform. */
function createContentHash() {
    let low = 0x811c9dc5;
    let high = 0x1b873593;
    return {
        update(chunk) {
            for (const byte of chunk) {
                low = Math.imul(low ^ byte, 0x01000193);
                high = Math.imul(high ^ byte, 0x85ebca6b);
            }
        },
        digest: () => `${(low >>> 0).toString(16)}-${(high >>> 0).toString(16)}`,
    };
}
//# sourceMappingURL=content-hash.js.map
;// CONCATENATED MODULE: ./packages/intake/lib/read-report.js




/** One file, opened once: its head tells the format, then head and rest go into that format's reader. null: no report. */
async function readReport(file, options) {
    try {
        return await pump(file, options);
    }
    catch (error) {
        if (error instanceof errors/* PlatformError */.Wk)
            return failed(unreadable(file.path, error));
        if (error instanceof errors/* ReportError */.$g)
            return failed(error);
        throw error;
    }
}
async function pump(file, options) {
    const hash = options.isHashed ? createContentHash() : null;
    const head = createHead();
    let opened = null;
    for await (const chunk of options.files.read(file.path)) {
        hash?.update(chunk);
        if (opened !== null) {
            opened.reader.write(chunk);
            continue;
        }
        head.add(chunk);
        if (!head.isFull())
            continue;
        opened = read_report_open(file, head, options);
        // Leaving the loop closes the file: the rest of something that is no report is never read.
        if (opened === null)
            break;
    }
    if (opened === null && !head.isFull())
        opened = read_report_open(file, head, options);
    return opened === null ? notAReport(file, options, head.byteCount()) : finish(file, opened, hash);
}
function read_report_open(file, head, options) {
    const bytes = head.bytes();
    const isForced = options.isForced && file.how === 'named';
    const format = isForced ? (options.formats[0] ?? null) : detect(file.path, bytes, options.formats);
    if (format === null)
        return null;
    const reader = format.reader({ path: file.path });
    for (const chunk of head.chunks)
        reader.write(chunk);
    return { format, reader };
}
/** @throws ReportError when the content may be of two formats */
function detect(path, bytes, formats) {
    if (bytes.length === 0)
        return null;
    const detected = detectFormat(bytes, formats);
    if (detected.kind !== 'several')
        return detected.kind === 'one' ? detected.format : null;
    const ids = detected.formats.map(({ id }) => id).join(' and ');
    const remedy = 'Name the file and its format.';
    throw new errors/* ReportError */.$g(`The content fits more than one format: ${ids}.`, { path, line: null, remedy });
}
function finish(file, { format, reader }, hash) {
    const result = reader.end();
    if (!result.ok)
        return failed(result.error);
    const { model, partial, warnings } = result;
    return {
        report: {
            path: file.path,
            ok: true,
            format: format.id,
            kind: format.kind,
            model,
            partial,
            warnings,
            duplicateOf: null,
        },
        contentHash: hash?.digest() ?? null,
    };
}
function notAReport(file, { formats }, byteCount) {
    if (file.how === 'met')
        return null;
    const known = formats.map(({ displayName }) => displayName).join(', ');
    const message = byteCount === 0 ? 'The file is empty: no report was written into it.' : 'The file is no report in a known format.';
    const remedy = byteCount === 0
        ? 'Look at the step that writes it: it may have failed, or run later.'
        : `Name a report of one of these formats: ${known}.`;
    return failed(new errors/* ReportError */.$g(message, { path: file.path, line: null, remedy }));
}
function unreadable(path, error) {
    const remedy = error.remedy ?? 'Check that the file exists and may be read.';
    return new errors/* ReportError */.$g(error.message, { path, line: null, remedy });
}
function failed(error) {
    return { report: { path: error.path, ok: false, error }, contentHash: null };
}
function createHead() {
    const chunks = [];
    let byteCount = 0;
    return {
        chunks,
        add(chunk) {
            // A stream may reuse its buffer for the next portion.
            chunks.push(chunk.slice());
            byteCount += chunk.length;
        },
        isFull: () => byteCount >= HEAD_BYTES,
        byteCount: () => byteCount,
        bytes() {
            const bytes = new Uint8Array(Math.min(byteCount, HEAD_BYTES));
            let offset = 0;
            for (const chunk of chunks) {
                const part = chunk.subarray(0, bytes.length - offset);
                bytes.set(part, offset);
                offset += part.length;
            }
            return bytes;
        },
    };
}
//# sourceMappingURL=read-report.js.map
;// CONCATENATED MODULE: ./packages/intake/lib/read-reports.js



/**
 * Finds reports and reads each file once, one after the other, so that whoever folds them never holds two at a time.
 * A file that the user named must be a report; a file met in a folder or by a glob is ignored when it is none. A
 * pattern that leads to no report at all is an error.
 * @throws ConfigurationError when the format is unknown
 */
async function* readReports(request, files) {
    const reading = {
        files,
        formats: chooseFormats(request),
        isForced: request.format !== null,
        seen: new Set(),
        firstByContent: new Map(),
        sizes: new Map(),
    };
    if (request.patterns.length === 0)
        yield* readEverywhere(reading, request);
    for (const pattern of request.patterns)
        yield* readPattern(pattern, reading);
}
function chooseFormats({ format, formats }) {
    if (format === null)
        return formats;
    const chosen = formats.filter(({ id }) => id === format);
    if (chosen.length > 0)
        return chosen;
    throw new errors/* ConfigurationError */.j1(`The report format ${JSON.stringify(format)} is not known.`, {
        remedy: `Write one of ${formats.map(({ id }) => id).join(', ')}, or leave it out: the content tells.`,
    });
}
async function* readEverywhere(reading, { isSkipped }) {
    const found = await findFiles(discovery/* EVERYWHERE */.Z, reading.files);
    if (found instanceof errors/* ReportError */.$g)
        return yield { path: discovery/* EVERYWHERE */.Z, ok: false, error: found };
    const candidates = found.filter((file) => (0,discovery/* mayBeReport */.p)(file) && isSkipped?.(file.path) !== true);
    // Nobody named these, so whatever else lies around is no error.
    yield* readFound(candidates.map((file) => ({ ...file, how: 'met' })), reading);
}
async function* readPattern(pattern, reading) {
    const found = await findFiles(pattern, reading.files);
    if (found instanceof errors/* ReportError */.$g)
        return yield { path: pattern, ok: false, error: found };
    const isReadAlready = found.some(({ path }) => reading.seen.has(identityOf(path)));
    let reports = 0;
    for await (const report of readFound(found, reading)) {
        reports++;
        yield report;
    }
    if (reports === 0 && !isReadAlready)
        yield { path: pattern, ok: false, error: nothingFound(pattern, found.length) };
}
async function* readFound(found, reading) {
    for (const { bytes } of found)
        reading.sizes.set(bytes, (reading.sizes.get(bytes) ?? 0) + 1);
    for (const file of found) {
        if (reading.seen.has(identityOf(file.path)))
            continue;
        const isCopyPossible = (reading.sizes.get(file.bytes) ?? 0) > 1;
        const outcome = await readReport(file, { ...reading, isHashed: isCopyPossible });
        if (outcome === null)
            continue;
        reading.seen.add(identityOf(file.path));
        if (outcome.report.ok && outcome.contentHash !== null && file.how === 'met')
            yield markDuplicate(outcome.report, reading.firstByContent, `${file.bytes}-${outcome.contentHash}`);
        else
            yield outcome.report;
    }
}
function markDuplicate(report, firstByContent, content) {
    const first = firstByContent.get(content);
    if (first === undefined) {
        firstByContent.set(content, report.path);
        return report;
    }
    const warning = { message: `Has the same content as ${first}: counted once.`, line: null };
    return { ...report, warnings: [...report.warnings, warning], duplicateOf: first };
}
async function findFiles(pattern, files) {
    try {
        return await files.find(pattern);
    }
    catch (error) {
        if (error instanceof errors/* PlatformError */.Wk)
            return new errors/* ReportError */.$g(error.message, { path: pattern, line: null, remedy: error.remedy ?? CHECK_PATH });
        throw error;
    }
}
const CHECK_PATH = 'Check that the path is spelled as on disk, relative to the workspace, and that the tests ran before.';
function nothingFound(pattern, fileCount) {
    if (fileCount === 0)
        return new errors/* ReportError */.$g(`No file is or matches ${pattern}.`, { path: pattern, line: null, remedy: CHECK_PATH });
    return new errors/* ReportError */.$g(`${pattern} leads to ${fileCount} ${fileCount === 1 ? 'file' : 'files'}, and none is a report in a known format.`, {
        path: pattern,
        line: null,
        remedy: 'Name the report file itself to see what is wrong with it.',
    });
}
/** `./a/../b` and `b` are one file; what leads above the start stays as it is. */
function identityOf(path) {
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (part !== '.' && (part !== '' || parts.length === 0))
            parts.push(part);
    }
    return parts.join('/');
}
//# sourceMappingURL=read-reports.js.map

/***/ }),

/***/ 6548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);

/** Errors of the user and of the world become values here; anything else is our bug and goes on. */
async function attempt(act) {
    try {
        return { ok: true, value: await act() };
    }
    catch (error) {
        const problem = (0,_testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .toProblem */ .H8)(error);
        if (problem === null)
            throw error;
        return { ok: false, problem };
    }
}
//# sourceMappingURL=attempt.js.map

/***/ }),

/***/ 1107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = {
    now: () => new Date(),
};
//# sourceMappingURL=clock.js.map

/***/ }),

/***/ 9406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   dc: () => (/* binding */ EXIT),
/* harmony export */   vu: () => (/* binding */ conclusionOf)
/* harmony export */ });
/** The one place where an outcome becomes what others see of it. `warn` never stops anybody. */
const CONCLUSIONS = {
    skipped: 'skipped',
    pass: 'success',
    warn: 'neutral',
    inconclusive: 'neutral',
    fail: 'failure',
};
const EXIT = { ok: 0, gateFailed: 1, cannotRead: 2, bug: 70 };
function conclusionOf(outcome) {
    return CONCLUSIONS[outcome];
}
/** Exit code of one gate: its outcome, or 2 when something it was given could not be used. */
function exitCodeOf(outcome, problems) {
    return Math.max(outcome === 'fail' ? EXIT.gateFailed : EXIT.ok, problems.length > 0 ? EXIT.cannotRead : EXIT.ok);
}
//# sourceMappingURL=conclusion.js.map

/***/ }),

/***/ 8116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ createExec)
/* harmony export */ });
/* harmony import */ var _exec_capture_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4349);
/* harmony import */ var _exec_child_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6140);


/** Child processes for measurements. What they print is captured and never reaches the job's log as it came. */
function createExec({ cwd, env }) {
    return {
        run: (command) => runChild({ ...command, cwd: command.cwd ?? cwd, env: { ...env, ...command.env } }),
    };
}
async function runChild(command) {
    const startedMs = performance.now();
    const child = await (0,_exec_child_js__WEBPACK_IMPORTED_MODULE_0__/* .startChild */ .v)(command);
    const budget = { remaining: command.maxOutputBytes };
    const [stdout, stderr, end] = await Promise.all([
        (0,_exec_capture_js__WEBPACK_IMPORTED_MODULE_1__/* .capture */ .F)(child.stdout, budget),
        (0,_exec_capture_js__WEBPACK_IMPORTED_MODULE_1__/* .capture */ .F)(child.stderr, budget),
        child.ended,
    ]);
    return {
        exitCode: end.exitCode,
        stdout: stdout.text,
        stderr: stderr.text,
        isTimedOut: end.isTimedOut,
        isTruncated: stdout.isTruncated || stderr.isTruncated,
        durationMs: performance.now() - startedMs,
    };
}
//# sourceMappingURL=exec.js.map

/***/ }),

/***/ 4349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ capture),
/* harmony export */   U: () => (/* binding */ chunksOf)
/* harmony export */ });
/** Reads a stream to its end, keeping what the budget allows: a writer that nobody reads from would block for ever. */
async function capture(stream, budget) {
    const kept = [];
    let isTruncated = false;
    for await (const chunk of chunksOf(stream)) {
        const part = chunk.subarray(0, budget.remaining);
        budget.remaining -= part.length;
        if (part.length > 0)
            kept.push(part);
        if (part.length < chunk.length)
            isTruncated = true;
    }
    return { text: Buffer.concat(kept).toString('utf8'), isTruncated };
}
/** A stream that a timeout destroyed just ends: who started the process learns of the timeout from its end. */
async function* chunksOf(stream) {
    try {
        yield* stream;
    }
    catch (error) {
        if (!stream.destroyed || stream.errored !== null)
            throw error;
    }
}
//# sourceMappingURL=capture.js.map

/***/ }),

/***/ 6140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ startChild)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/platform/lib/files/failure.js
var failure = __webpack_require__(1403);
;// CONCATENATED MODULE: ./packages/platform/lib/exec/process-tree.js

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const running = new Set();
/** Ends a process and everything that it started. Harmless when it has ended already. */
function killTree(child) {
    if (child.pid === undefined)
        return;
    if (process.platform === 'win32') {
        // Windows has no process groups that a signal could reach.
        (0,external_node_child_process_.spawn)('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () => child.kill('SIGKILL'));
        return;
    }
    try {
        process.kill(-child.pid, 'SIGKILL');
    }
    catch {
        // The group is gone; the process itself may still be held by its parent.
        child.kill('SIGKILL');
    }
}
/**
 * Children lead groups of their own, so a Ctrl-C or a cancelled job no longer reaches them by itself: while any runs,
 * our own end is passed on.
 */
function trackTree(child) {
    if (running.size === 0)
        for (const signal of SIGNALS)
            process.on(signal, passOn);
    running.add(child);
}
function untrackTree(child) {
    if (!running.delete(child) || running.size > 0)
        return;
    for (const signal of SIGNALS)
        process.off(signal, passOn);
}
function passOn(signal) {
    for (const child of running) {
        killTree(child);
        untrackTree(child);
    }
    // Without our listeners the signal has its usual effect on us.
    process.kill(process.pid, signal);
}
//# sourceMappingURL=process-tree.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/exec/child.js




/**
 * Starts a process without a shell.
 *
 * This is node:child_process and not @actions/exec, because the toolkit keeps the whole output in memory, knows no
 * timeout and gives no handle to end what it started.
 * @throws PlatformError when the program cannot be started
 */
async function startChild(start) {
    const process = await spawned(start);
    trackTree(process);
    return {
        stdout: process.stdout,
        stderr: process.stderr,
        ended: endOf(process, start.timeoutMs),
        kill: () => killTree(process),
    };
}
/** The timer runs until the output is closed: a process that left our group may hold it open after its parent's end. */
function endOf(process, timeoutMs) {
    let isTimedOut = false;
    const timer = setTimeout(() => {
        isTimedOut = true;
        killTree(process);
        process.stdout.destroy();
        process.stderr.destroy();
    }, timeoutMs);
    return new Promise((resolve) => {
        process.once('close', (exitCode) => {
            clearTimeout(timer);
            untrackTree(process);
            resolve({ exitCode: isTimedOut ? null : exitCode, isTimedOut });
        });
    });
}
function spawned({ command, args, cwd, env, input }) {
    return new Promise((resolve, reject) => {
        const refuse = (cause) => reject(notStarted(command, cause));
        try {
            // A group of its own, so that the timeout reaches grandchildren too.
            const detached = globalThis.process.platform !== 'win32';
            const child = spawnPiped({ command, args, cwd, env, detached, hasInput: input !== undefined });
            child.once('error', refuse);
            child.once('spawn', () => resolve(child));
            if (input !== undefined)
                feed(child.stdin, input);
        }
        catch (cause) {
            refuse(cause);
        }
    });
}
function spawnPiped({ command, args, cwd, env, detached, hasInput }) {
    const options = { cwd, env, detached, windowsHide: true };
    if (hasInput)
        return (0,external_node_child_process_.spawn)(command, [...args], { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    return (0,external_node_child_process_.spawn)(command, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
}
/** A process may end without reading everything; what it says of that is its exit code. */
function feed(stdin, input) {
    stdin?.on('error', () => undefined);
    stdin?.end(input);
}
function notStarted(command, cause) {
    return new errors/* PlatformError */.Wk(`cannot start ${command}: ${(0,failure/* messageOf */.u)(cause)}`, {
        cause,
        remedy: `install ${command} on this machine or correct its name`,
    });
}
//# sourceMappingURL=child.js.map

/***/ }),

/***/ 3564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ createWorkspaceFiles)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/platform/lib/files/failure.js
var failure = __webpack_require__(1403);
;// CONCATENATED MODULE: ./packages/platform/lib/files/confine.js




async function createBoundary(root, reach) {
    const absolute = external_node_path_.resolve(root);
    try {
        return { root: absolute, realRoot: await (0,promises_.realpath)(absolute), reach };
    }
    catch (cause) {
        throw new errors/* PlatformError */.Wk(`the workspace ${absolute} does not exist`, {
            cause,
            remedy: 'run actions/checkout before this step, or run the command inside your project',
        });
    }
}
/**
 * Absolute, link-free form of a path that a user or a report wrote; its last parts may not exist yet.
 * @throws PlatformError when it lies outside the boundary, by `..` or by a link
 */
async function confine(boundary, given) {
    if (given.includes('\0'))
        throw outside(given, 'holds a NUL character');
    const absolute = external_node_path_.resolve(boundary.root, given);
    if (boundary.reach === 'machine')
        return realpathOfExisting(absolute);
    if (!isInside(boundary.root, absolute) && !isInside(boundary.realRoot, absolute))
        throw outside(given, 'lies outside the workspace');
    const real = await realpathOfExisting(absolute);
    if (!isInside(boundary.realRoot, real))
        throw outside(given, 'leaves the workspace by a link');
    return real;
}
function isInside(folder, candidate) {
    const relative = external_node_path_.relative(folder, candidate);
    return relative !== '..' && !relative.startsWith(`..${external_node_path_.sep}`) && !external_node_path_.isAbsolute(relative);
}
/** The link-free form of the part that exists, followed by the part that does not. */
async function realpathOfExisting(absolute) {
    try {
        return await (0,promises_.realpath)(absolute);
    }
    catch (cause) {
        if (!(0,failure/* isMissing */.b)(cause))
            throw new errors/* PlatformError */.Wk(`cannot follow ${absolute}: ${(0,failure/* messageOf */.u)(cause)}`, { cause });
    }
    if (await isLink(absolute))
        throw new errors/* PlatformError */.Wk(`${absolute} is a link to nothing`, { remedy: 'remove the link' });
    const parent = external_node_path_.dirname(absolute);
    return parent === absolute ? absolute : external_node_path_.join(await realpathOfExisting(parent), external_node_path_.basename(absolute));
}
async function isLink(absolute) {
    const found = await (0,promises_.lstat)(absolute).catch(() => null);
    return found?.isSymbolicLink() === true;
}
function outside(given, what) {
    return new errors/* PlatformError */.Wk(`${given} ${what}`, {
        remedy: 'name a path inside the workspace; copy the file there first if a tool writes it elsewhere',
    });
}
//# sourceMappingURL=confine.js.map
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./packages/platform/lib/files/walk.js





/** More than any workspace with reports in it needs; a walk beyond this is a mistake in the pattern. */
const MAX_WALKED_ENTRIES = 200_000;
const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);
/**
 * All regular files below a folder, each once however many links lead to it. `.git`, `node_modules`, links that leave,
 * link loops and special files are passed by.
 * @throws PlatformError beyond `maxEntries`, and when a folder cannot be listed
 */
async function walkFiles(walk) {
    const start = { real: walk.folder, relative: '', depth: 1 };
    const progress = { files: [], visited: new Set(), links: [], pending: [start], entries: 0 };
    for (let visit = await nextVisit(walk, progress); visit !== null; visit = await nextVisit(walk, progress)) {
        if (progress.visited.has(visit.real))
            continue;
        progress.visited.add(visit.real);
        for (const entry of await listFolder(visit, walk, progress))
            await visitEntry(entry, { visit, walk, progress });
    }
    return progress.files;
}
async function nextVisit(walk, progress) {
    while (progress.pending.length === 0) {
        const link = progress.links.shift();
        if (link === undefined)
            return null;
        await followLink(link, walk, progress);
    }
    return progress.pending.pop() ?? null;
}
async function listFolder(visit, walk, progress) {
    const entries = await readFolder(visit.real, visit.relative || walk.folder);
    progress.entries += entries.length;
    if (progress.entries > walk.maxEntries)
        throw new errors/* PlatformError */.Wk(`more than ${walk.maxEntries} files and folders below ${walk.folder}`, {
            remedy: 'name the folder that holds the reports, or a narrower pattern',
        });
    return entries.sort((left, right) => (left.name < right.name ? -1 : 1));
}
async function readFolder(real, shown) {
    try {
        return await (0,promises_.readdir)(real, { withFileTypes: true });
    }
    catch (cause) {
        // Removed while we walked.
        if ((0,failure/* isMissing */.b)(cause))
            return [];
        throw new errors/* PlatformError */.Wk(`cannot list ${shown}: ${(0,failure/* messageOf */.u)(cause)}`, {
            cause,
            remedy: 'make the folder readable, or name a narrower pattern',
        });
    }
}
async function visitEntry(entry, place) {
    const { visit, progress } = place;
    const relative = visit.relative === '' ? entry.name : `${visit.relative}/${entry.name}`;
    const real = external_node_path_.join(visit.real, entry.name);
    if (entry.isSymbolicLink())
        progress.links.push({ real, relative, depth: visit.depth + 1 });
    if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name))
        descend({ real, relative, depth: visit.depth + 1 }, place);
    if (entry.isFile())
        await addFile(real, relative, progress);
}
async function followLink(link, walk, progress) {
    const target = await (0,promises_.realpath)(link.real).catch(() => null);
    if (target === null || !mayFollow(target, walk))
        return;
    const found = await (0,promises_.stat)(target).catch(() => null);
    if (found?.isDirectory() === true && link.depth <= walk.maxDepth)
        progress.pending.push({ ...link, real: target });
    if (found?.isFile() === true)
        await addFile(target, link.relative, progress);
}
/** Not out of the root, not to where we came from, not into a folder that is passed by. */
function mayFollow(target, { folder, within }) {
    return isInside(within, target) && !isInside(target, folder) && !isSkipped(within, target);
}
function descend(folder, { walk, progress }) {
    if (folder.depth <= walk.maxDepth)
        progress.pending.push(folder);
}
async function addFile(real, relative, progress) {
    if (progress.visited.has(real))
        return;
    const found = await (0,promises_.stat)(real).catch(() => null);
    if (found === null)
        return;
    progress.visited.add(real);
    progress.files.push({ relative, bytes: found.size });
}
function isSkipped(within, target) {
    return external_node_path_.relative(within, target)
        .split(external_node_path_.sep)
        .some((part) => SKIPPED_FOLDERS.has(part));
}
//# sourceMappingURL=walk.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/files/find.js







const MAX_PATTERN_CHARACTERS = 4096;
/**
 * What a pattern stands for, ascending by path. A path that exists is taken by its word, even where it could be read as
 * a glob (`[id].xml`).
 * @throws PlatformError when the pattern leaves the boundary, names a special file or is too long
 */
async function findFiles(boundary, given) {
    const pattern = external_node_path_.sep === '\\' ? given.replaceAll('\\', '/') : given;
    if (pattern.trim() === '')
        return [];
    if (pattern.length > MAX_PATTERN_CHARACTERS)
        throw new errors/* PlatformError */.Wk(`a pattern of ${pattern.length} characters`, { remedy: 'write a shorter pattern' });
    const glob = picomatch.scan(pattern);
    const literal = await literalPath(boundary, pattern, glob.isGlob);
    if (literal !== null)
        return literal;
    return glob.isGlob ? findMatches(boundary, pattern, glob) : [];
}
async function literalPath(boundary, pattern, isGlob) {
    // The text of a glob is no path; only its fixed part must stay inside.
    const real = isGlob ? await confine(boundary, pattern).catch(() => null) : await confine(boundary, pattern);
    const found = real === null ? null : await statIfPresent(real, pattern);
    if (real === null || found === null)
        return null;
    if (found.isDirectory())
        return findBelow(boundary, pattern, real);
    if (found.isFile())
        return [{ path: pattern, bytes: found.size, how: 'named' }];
    throw new errors/* PlatformError */.Wk(`${pattern} is no regular file`, {
        remedy: 'pipes, sockets and devices are not read: write the report to a file and name that',
    });
}
async function findBelow(boundary, pattern, real) {
    const files = await walk(boundary, real, Number.POSITIVE_INFINITY);
    const prefix = folderPrefix(pattern);
    return byPath(files.map(({ relative, bytes }) => ({ path: prefix + relative, bytes, how: 'met' })));
}
async function findMatches(boundary, pattern, glob) {
    const base = glob.base === '' && pattern.startsWith('/') ? '/' : glob.base;
    const real = await confine(boundary, base);
    const found = await statIfPresent(real, base);
    if (found === null || !found.isDirectory())
        return [];
    const matches = compile(glob.glob, pattern);
    const files = await walk(boundary, real, depthOf(glob.glob));
    // The scanner drops a leading `./`.
    const prefix = (pattern.startsWith('./') ? './' : '') + (base === '' ? '' : folderPrefix(base));
    const matched = files.filter(({ relative }) => matches(relative));
    return byPath(matched.map(({ relative, bytes }) => ({ path: prefix + relative, bytes, how: 'met' })));
}
function compile(glob, pattern) {
    try {
        return picomatch(glob, { dot: true, nocase: false, windows: false, maxLength: MAX_PATTERN_CHARACTERS });
    }
    catch (cause) {
        throw new errors/* PlatformError */.Wk(`${pattern} is no glob: ${(0,failure/* messageOf */.u)(cause)}`, { cause, remedy: 'correct the pattern' });
    }
}
function walk({ realRoot }, folder, maxDepth) {
    // A folder that the developer named elsewhere on the machine bounds itself.
    const within = isInside(realRoot, folder) ? realRoot : folder;
    return walkFiles({ folder, within, maxDepth, maxEntries: MAX_WALKED_ENTRIES });
}
/** Only a plain glob tells by its slashes how deep its matches lie. */
function depthOf(glob) {
    const isPlain = !glob.includes('**') && !/[{(]/.test(glob);
    return isPlain ? glob.split('/').length : Number.POSITIVE_INFINITY;
}
function folderPrefix(folder) {
    if (folder === '.' || folder === './')
        return '';
    return folder.endsWith('/') ? folder : `${folder}/`;
}
async function statIfPresent(real, shown) {
    try {
        return await (0,promises_.stat)(real);
    }
    catch (cause) {
        if ((0,failure/* isMissing */.b)(cause))
            return null;
        throw new errors/* PlatformError */.Wk(`cannot look at ${shown}: ${(0,failure/* messageOf */.u)(cause)}`, { cause });
    }
}
function byPath(files) {
    return files.sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));
}
//# sourceMappingURL=find.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./packages/platform/lib/files/read.js





const CHUNK_BYTES = 256 * 1024;
/** Non-blocking, because opening a pipe would otherwise wait for a writer before we could refuse it. */
const OPEN_FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0);
async function* readChunks(boundary, given) {
    const handle = await openRegular(boundary, given);
    try {
        for (;;) {
            const chunk = await readSome(handle, { given, limit: CHUNK_BYTES });
            if (chunk.length === 0)
                return;
            yield chunk;
        }
    }
    finally {
        await handle.close();
    }
}
async function readHead(boundary, given, limit) {
    const handle = await openRegular(boundary, given);
    try {
        return await readUpTo(handle, { given, limit });
    }
    finally {
        await handle.close();
    }
}
/** null when there is no such file. */
async function readText(boundary, given, maxBytes) {
    const handle = await openRegular(boundary, given).catch((error) => {
        if (error instanceof errors/* PlatformError */.Wk && (0,failure/* isMissing */.b)(error.cause))
            return null;
        throw error;
    });
    if (handle === null)
        return null;
    try {
        const bytes = await readUpTo(handle, { given, limit: maxBytes + 1 });
        if (bytes.length > maxBytes)
            throw new errors/* PlatformError */.Wk(`${given} is longer than ${maxBytes} bytes`, { remedy: 'shorten the file' });
        return new TextDecoder().decode(bytes);
    }
    finally {
        await handle.close();
    }
}
async function openRegular(boundary, given) {
    const handle = await (0,promises_.open)(await confine(boundary, given), OPEN_FLAGS).catch((cause) => {
        throw unreadable(given, cause);
    });
    const found = await handle.stat();
    if (found.isFile())
        return handle;
    await handle.close();
    throw new errors/* PlatformError */.Wk(`${given} is ${found.isDirectory() ? 'a folder' : 'no regular file'}`, {
        remedy: 'name a regular file',
    });
}
async function readUpTo(handle, { given, limit }) {
    const chunks = [];
    for (let missing = limit; missing > 0;) {
        const chunk = await readSome(handle, { given, limit: Math.min(missing, CHUNK_BYTES) });
        if (chunk.length === 0)
            break;
        chunks.push(chunk);
        missing -= chunk.length;
    }
    return Buffer.concat(chunks);
}
async function readSome(handle, { given, limit }) {
    const buffer = Buffer.allocUnsafe(limit);
    try {
        const { bytesRead } = await handle.read(buffer, 0, limit, null);
        return buffer.subarray(0, bytesRead);
    }
    catch (cause) {
        throw unreadable(given, cause);
    }
}
function unreadable(given, cause) {
    if ((0,failure/* isMissing */.b)(cause))
        return new errors/* PlatformError */.Wk(`${given} does not exist`, {
            cause,
            remedy: 'check the path, and that the step that writes the file ran before this one',
        });
    return new errors/* PlatformError */.Wk(`cannot read ${given}: ${(0,failure/* messageOf */.u)(cause)}`, { cause, remedy: 'make the file readable' });
}
//# sourceMappingURL=read.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/platform/lib/files/write.js






/**
 * Writes a file whole or not at all: a reader never sees half of it, and a full disk leaves the old one.
 * @throws PlatformError outside the boundary, inside `.git`, over anything but a regular file, or when the disk refuses
 */
async function writeWhole(boundary, given, content) {
    const target = await confine(boundary, given);
    if (boundary.reach === 'workspace' && isInGitFolder(boundary, target))
        throw new errors/* PlatformError */.Wk(`${given} lies in git's own folder`, { remedy: 'name another path to write to' });
    const found = await (0,promises_.stat)(target).catch(() => null);
    if (found !== null && !found.isFile())
        throw new errors/* PlatformError */.Wk(`${given} exists and is no regular file`, { remedy: 'name another path to write to' });
    await writeAndRename(target, given, content);
}
async function writeAndRename(target, given, content) {
    const temporary = external_node_path_.join(external_node_path_.dirname(target), `.${(0,external_node_crypto_.randomUUID)()}.tmp`);
    try {
        await (0,promises_.mkdir)(external_node_path_.dirname(target), { recursive: true });
        await (0,promises_.writeFile)(temporary, content, { flag: 'wx' });
        await (0,promises_.rename)(temporary, target);
    }
    catch (cause) {
        await (0,promises_.rm)(temporary, { force: true }).catch(() => undefined);
        throw new errors/* PlatformError */.Wk(`cannot write ${given}: ${(0,failure/* messageOf */.u)(cause)}`, {
            cause,
            remedy: 'check that the folder is writable and the disk is not full',
        });
    }
}
function isInGitFolder({ realRoot }, target) {
    return external_node_path_.relative(realRoot, target).split(external_node_path_.sep).includes('.git');
}
//# sourceMappingURL=write.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/files.js




/**
 * Files below a root. With `reach: 'workspace'` nothing outside the root is read or written, whatever links and `..`
 * say; with `reach: 'machine'` a path that the user names may lie anywhere. Touches the disk at the first question.
 */
function createWorkspaceFiles({ root, reach }) {
    let known = null;
    const boundary = () => {
        known ??= createBoundary(root, reach);
        return known;
    };
    return {
        find: async (pattern) => findFiles(await boundary(), pattern),
        async *read(path) {
            yield* readChunks(await boundary(), path);
        },
        readHead: async (path, limit) => readHead(await boundary(), path, limit),
        readText: async (path, maxBytes) => readText(await boundary(), path, maxBytes),
        write: async (path, content) => writeWhole(await boundary(), path, content),
    };
}
//# sourceMappingURL=files.js.map

/***/ }),

/***/ 1403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isMissing),
/* harmony export */   u: () => (/* binding */ messageOf)
/* harmony export */ });
/**
 * Whether a call failed because nothing is there. ENOTDIR: a file where the path wants a folder, so nothing can exist
 * there. Read by shape, because an error of another realm is no instance of our `Error`.
 */
function isMissing(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return false;
    return error.code === 'ENOENT' || error.code === 'ENOTDIR';
}
/** What a failed call says, for people. */
function messageOf(error) {
    if (typeof error === 'object' && error !== null && 'message' in error)
        return String(error.message);
    return String(error);
}
//# sourceMappingURL=failure.js.map

/***/ }),

/***/ 2827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ createGit)
});

// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/platform/lib/git/absence.js
var absence = __webpack_require__(3425);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./packages/platform/lib/files/failure.js
var failure = __webpack_require__(1403);
// EXTERNAL MODULE: ./packages/platform/lib/git/run-git.js + 1 modules
var run_git = __webpack_require__(5528);
// EXTERNAL MODULE: ./packages/platform/lib/git/user-repository.js
var user_repository = __webpack_require__(1852);
;// CONCATENATED MODULE: ./packages/platform/lib/git/ancestry.js




/** From the raw commit: where history was cut off, every other question of git's says that there are none. */
async function readParents(repositories, sha) {
    return parentsAt(await repositories.checkout(), sha);
}
async function parentsAt(place, sha) {
    const args = ['cat-file', 'commit', (0,user_repository/* requireSha */.qr)(sha)];
    const raw = await (0,run_git/* askGit */.gG)(place, { what: `read commit ${sha}`, args });
    const header = raw.slice(0, Math.max(0, raw.indexOf('\n\n')));
    return [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, parent = '']) => parent);
}
/** null when the commits share no ancestor that is known here, or when a better one may lie behind a cut in history. */
async function findMergeBase(repositories, [left, right]) {
    const walk = await repositories.placeToWalk([left, right]);
    if (walk === null)
        return null;
    const args = ['merge-base', left, right];
    const { exitCode, stdout } = await (0,run_git/* tryGit */.Ii)(walk.place, { what: `find the merge base of ${left} and ${right}`, args });
    const found = stdout.trim();
    if (exitCode !== 0 || found === '')
        return null;
    return (await isCertain(walk, { sides: [left, right], found })) ? found : null;
}
/** The found ancestor is the best one when no commit on the way to it had its parents cut off. */
async function isCertain(walk, { sides, found }) {
    const cut = await readShallow(walk);
    if (cut.size === 0)
        return true;
    const args = ['rev-list', ...sides, `^${found}`];
    const listed = await (0,run_git/* askGit */.gG)(walk.place, { what: 'walk to the merge base', args });
    return listed.split('\n').every((sha) => !cut.has(sha));
}
/** `sha` and its first parents. The last may be known by name only: a raw commit lists its parents beyond the cut. */
async function listFirstParents(repositories, { sha, limit }) {
    const walk = await repositories.placeToWalk([(0,user_repository/* requireSha */.qr)(sha)]);
    if (walk === null || limit < 1)
        return [];
    const args = ['rev-list', '--first-parent', `--max-count=${limit}`, sha];
    const listed = (await (0,run_git/* askGit */.gG)(walk.place, { what: `walk back from ${sha}`, args })).trim().split('\n');
    const last = listed.at(-1);
    if (last === undefined || listed.length >= limit || !(await readShallow(walk)).has(last))
        return listed;
    const beyond = (await parentsAt(walk.place, last))[0];
    return beyond === undefined ? listed : [...listed, beyond];
}
/**
 * Fetches what lies behind the cut, where the first parents of a commit end at one. A complete history is left alone:
 * there is nothing more to see.
 */
async function deepenHistory(repositories, { sha, commits }) {
    const walk = await repositories.placeToWalk([(0,user_repository/* requireSha */.qr)(sha)]);
    if (walk !== null && !(await isCutWithin(walk, { sha, commits })))
        return;
    await repositories.deepen(sha, commits);
}
async function isCutWithin(walk, { sha, commits }) {
    const cut = await readShallow(walk);
    if (cut.size === 0)
        return false;
    const args = ['rev-list', '--first-parent', `--max-count=${commits}`, sha];
    const listed = (await (0,run_git/* askGit */.gG)(walk.place, { what: `walk back from ${sha}`, args })).trim().split('\n');
    return listed.length < commits && cut.has(listed.at(-1) ?? '');
}
async function readShallow({ shallowFile }) {
    const text = await (0,promises_.readFile)(shallowFile, 'utf8').catch((error) => {
        if ((0,failure/* isMissing */.b)(error))
            return '';
        throw error;
    });
    return new Set(text.split('\n').filter((sha) => sha !== ''));
}
//# sourceMappingURL=ancestry.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/platform/lib/git/untracked.js



/** Git itself looks this far for a NUL to call a file binary. */
const BINARY_PROBE_BYTES = 8000;
const CHUNK_BYTES = 64 * 1024;
const MAX_FILE_BYTES = 16 * 1024 * 1024;
const MAX_FILES = 20_000;
/** New files of a developer, which git does not know yet, as the diff would show them once they are added. */
async function describeUntracked(top, paths, log) {
    if (paths.length > MAX_FILES)
        log.warning(`${paths.length} files are not tracked; only the first ${MAX_FILES} count as new: extend .gitignore`);
    const added = [];
    for (const newPath of paths.slice(0, MAX_FILES)) {
        const content = await countLines(external_node_path_.join(top, newPath));
        if (content === 'too long')
            log.warning(`${newPath} is longer than ${MAX_FILE_BYTES} bytes: its lines do not count as new`);
        if (content !== null)
            added.push(addedFile(newPath, content));
    }
    return added;
}
function addedFile(newPath, content) {
    const lines = typeof content === 'number' ? content : 0;
    const hunks = lines === 0 ? [] : [{ oldStart: 0, oldCount: 0, newStart: 1, newCount: lines }];
    return { oldPath: null, newPath, isBinary: typeof content !== 'number', hunks };
}
async function countLines(file) {
    const found = await (0,promises_.lstat)(file).catch(() => null);
    if (found === null || !found.isFile())
        return null;
    if (found.size > MAX_FILE_BYTES)
        return 'too long';
    const handle = await (0,promises_.open)(file, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0)).catch(() => null);
    if (handle === null)
        return null;
    try {
        return await countIn(handle.createReadStream({ highWaterMark: CHUNK_BYTES, autoClose: false }));
    }
    finally {
        await handle.close();
    }
}
async function countIn(chunks) {
    let lines = 0;
    let lastByte = NEWLINE;
    let isFirst = true;
    for await (const chunk of chunks) {
        if (isFirst && chunk.subarray(0, BINARY_PROBE_BYTES).includes(0))
            return 'binary';
        isFirst = false;
        for (const byte of chunk)
            if (byte === NEWLINE)
                lines++;
        lastByte = chunk.at(-1) ?? lastByte;
    }
    // A last line without a line end is a line too.
    return lastByte === NEWLINE ? lines : lines + 1;
}
const NEWLINE = 0x0a;
//# sourceMappingURL=untracked.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/git/diff.js



/** Every form that the user's configuration could change is said here. */
const DIFF_ARGS = [
    'diff',
    '--unified=0',
    '--inter-hunk-context=0',
    '--histogram',
    '--find-renames',
    // Beyond so many candidates git gives up on renames; its own default is a third of this.
    '-l3000',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    '--no-relative',
    '--ignore-submodules=all',
    '--submodule=short',
    '--no-indent-heuristic',
    '--full-index',
];
/** What changed from one commit to another. Both are fetched when they are missing. */
async function diffCommits(tools, [base, head]) {
    const place = await tools.repositories.placeToRead([(0,user_repository/* requireSha */.qr)(base), (0,user_repository/* requireSha */.qr)(head)]);
    return readDiff(tools, { place, revisions: [base, head] });
}
/** What changed from a commit to the working tree. A file that git does not track yet counts as added. */
async function diffWorkingTree(tools, base) {
    const { repositories, log } = tools;
    await repositories.placeToRead([(0,user_repository/* requireSha */.qr)(base)]);
    const user = await repositories.user();
    const [tracked, untracked] = await Promise.all([
        readDiff(tools, { place: await repositories.checkout(), revisions: [base] }),
        (0,user_repository/* listFiles */.CS)(user, 'untracked'),
    ]);
    const changed = tracked.filter((file) => file.oldPath !== file.newPath || file.isBinary || file.hunks.length > 0);
    return [...changed, ...(await describeUntracked(user.place.cwd, untracked, log))];
}
async function readDiff({ parseDiff, log }, { place, revisions }) {
    const question = { what: `compare with ${revisions[0]}`, args: [...DIFF_ARGS, ...revisions, '--'] };
    const { value, stderr } = await (0,run_git/* streamGit */.t1)(place, question, parseDiff);
    if (/rename detection was skipped/i.test(stderr))
        log.warning('too many files changed for git to find renames: a moved file counts as deleted and added');
    return value;
}
//# sourceMappingURL=diff.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/git/read-file.js




/** More links in a row are a circle. */
const HOPS_MAX = 8;
const TARGET_BYTES_MAX = 4096;
/**
 * The content of a file in a commit, without a working tree; null when the commit has no such file. Links are followed
 * as a checkout would, but never out of the tree.
 */
async function readFileAt(repositories, file) {
    const place = await repositories.placeToRead([(0,user_repository/* requireSha */.qr)(file.sha)]);
    let wanted = requireInside(external_node_path_.posix.normalize(file.path), file.path);
    for (let hops = 0; wanted !== null && hops < HOPS_MAX; hops++) {
        const entries = await listEntries(place, { sha: file.sha, path: wanted });
        const link = entries.find(({ mode }) => mode === LINK);
        if (link === undefined)
            return readBlob(place, entries.find((entry) => entry.path === wanted) ?? null, file);
        const target = await askBlob(place, { ...link, limit: TARGET_BYTES_MAX });
        wanted = followed({ link: link.path, target, rest: wanted.slice(link.path.length) }, file.path);
    }
    throw new errors/* PlatformError */.Wk(`${file.path} of ${file.sha.slice(0, 7)} is a chain of links without an end`, {
        remedy: 'put the file itself there',
    });
}
function followed({ link, target, rest }, shown) {
    if (target.startsWith('/'))
        return requireInside(target, shown);
    return requireInside(external_node_path_.posix.join(external_node_path_.posix.dirname(link), target + rest), shown);
}
const LINK = '120000';
const FILES = ['100644', '100755'];
/** The entry itself and every folder on the way to it, each of which may be a link. */
async function listEntries(place, { sha, path: wanted }) {
    const parts = wanted.split('/');
    const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    const literal = paths.map((each) => `:(literal)${each}`);
    const args = ['ls-tree', '-z', '--long', '--full-tree', sha, '--', ...literal];
    const listed = await (0,run_git/* askGit */.gG)(place, { what: `look for ${wanted} in ${sha}`, args });
    return listed.split('\0').flatMap((line) => {
        const match = /^(\d{6}) \w+ ([0-9a-f]{40,64}) +(-|\d+)\t(.*)$/s.exec(line);
        if (match === null)
            return [];
        const [, mode = '', id = '', bytes = '', found = ''] = match;
        return [{ mode, id, bytes: Number(bytes) || 0, path: found }];
    });
}
async function readBlob(place, entry, file) {
    if (entry === null)
        return null;
    if (!FILES.includes(entry.mode))
        throw new errors/* PlatformError */.Wk(`${file.path} of ${file.sha.slice(0, 7)} is no file`, { remedy: 'put a file there' });
    return askBlob(place, { ...entry, path: file.path, limit: file.maxBytes });
}
async function askBlob(place, { id, bytes, path: shown, limit }) {
    if (bytes > limit)
        throw new errors/* PlatformError */.Wk(`${shown} is longer than ${limit} bytes`, { remedy: 'shorten the file' });
    return (0,run_git/* askGit */.gG)(place, { what: `read ${shown}`, args: ['cat-file', 'blob', id] });
}
function requireInside(normal, shown) {
    if (normal !== '..' && !normal.startsWith('../') && !normal.startsWith('/'))
        return normal.replace(/^\.\//, '');
    throw new errors/* PlatformError */.Wk(`${shown} leads out of the repository`, { remedy: 'keep the file inside the repository' });
}
//# sourceMappingURL=read-file.js.map
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./packages/platform/lib/git/own-repository.js
var own_repository = __webpack_require__(2703);
// EXTERNAL MODULE: ./packages/platform/lib/git/remote.js
var remote = __webpack_require__(7454);
;// CONCATENATED MODULE: ./packages/platform/lib/git/fetch-history.js





const FETCH_TIMEOUT_MS = 120_000;
/** More is no question of a baseline any more. */
const COMMITS_MAX = 10_000;
/**
 * So many commits behind one, without their files where the server can leave them out; a server that cannot ignores the
 * wish. Tried once: a run without this history is poorer, not wrong.
 */
async function fetchHistory(own, { sha, commits }) {
    const depth = Math.min(COMMITS_MAX, Math.max(1, Math.trunc(commits)));
    const args = ['fetch', ...own_repository/* QUIET_FETCH */.y0, '--filter=tree:0', `--depth=${depth}`, remote/* REMOTE */.B, (0,user_repository/* requireSha */.qr)(sha)];
    await (0,run_git/* askGit */.gG)(own.place, { what: `fetch the history of ${sha}`, args, timeoutMs: FETCH_TIMEOUT_MS });
}
/** The newest commit of a branch with its files. @returns its id */
async function fetchTip(own, branch) {
    const kept = 'refs/testwarden/tip';
    const args = ['fetch', ...own_repository/* QUIET_FETCH */.y0, '--depth=1', remote/* REMOTE */.B, `+refs/heads/${requireBranch(branch)}:${kept}`];
    await (0,run_git/* askGit */.gG)(own.place, { what: `fetch the branch ${branch}`, args, timeoutMs: FETCH_TIMEOUT_MS });
    return (await (0,run_git/* askGit */.gG)(own.place, { what: `read the branch ${branch}`, args: ['rev-parse', kept] })).trim();
}
/** What git itself allows in a branch's name, and nothing that means more in a refspec. @throws PlatformError */
function requireBranch(name) {
    const isPlain = [...name].every((character) => character > ' ' && !'~^:?*[\\\x7f'.includes(character));
    if (isPlain && name !== '' && name.length <= 255 && !name.startsWith('-') && !name.includes('..'))
        return name;
    throw new errors/* PlatformError */.Wk(`${JSON.stringify(name.slice(0, 100))} is no name of a branch`, {
        remedy: 'give the name of a branch of the repository',
    });
}
//# sourceMappingURL=fetch-history.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/git/deepened.js



/** @param make is called at the first fetch */
function openDeepened(make) {
    let made = null;
    const fetches = new Map();
    return {
        deepen(sha, commits) {
            const running = fetches.get(sha);
            if (running !== undefined)
                return running;
            made ??= make();
            const fetching = made.then((own) => fetchHistory(own, { sha, commits }));
            fetches.set(sha, fetching);
            return fetching;
        },
        async holding(shas) {
            if (made === null)
                return null;
            const own = await made;
            for (const sha of shas)
                if (!(await (0,user_repository/* hasCommit */.QE)(own.place, sha)))
                    return null;
            return own;
        },
        async remove() {
            const own = made === null ? null : await made.catch(() => null);
            made = null;
            fetches.clear();
            if (own !== null)
                await (0,own_repository/* removeOwnRepository */.hx)(own);
        },
    };
}
//# sourceMappingURL=deepened.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/git/repositories.js







function openRepositories(options) {
    let opened = null;
    let made = null;
    const inTurn = createQueue();
    const known = new Map();
    const fetched = new Map();
    const user = () => {
        opened ??= (0,user_repository/* openUserRepository */.A8)(options.workspace, options.env);
        return opened;
    };
    const deepened = openDeepened(async () => makeWalked(await user(), options));
    // Whoever wanted it made was told why it could not be; for everybody else there is none.
    const own = async () => made?.catch(() => null) ?? null;
    const isTheirs = async (sha) => {
        const answer = known.get(sha) ?? (0,user_repository/* hasCommit */.QE)((await user()).place, sha);
        known.set(sha, answer);
        return answer;
    };
    const fetchOnce = (sha) => {
        const running = fetched.get(sha);
        if (running !== undefined)
            return running;
        made ??= user().then((theirs) => makeOwn(theirs, options));
        const repository = made;
        const fetching = inTurn(async () => (0,own_repository/* fetchCommit */.iH)(await repository, sha));
        fetched.set(sha, fetching);
        return fetching;
    };
    const isOurs = async (sha) => {
        const repository = await own();
        return repository !== null && (0,user_repository/* hasCommit */.QE)(repository.place, sha);
    };
    return {
        user,
        own,
        async checkout() {
            const [{ place }, repository] = [await user(), await own()];
            if (repository === null)
                return place;
            const objects = external_node_path_.join(repository.gitDir, 'objects');
            return { ...place, variables: { ...place.variables, GIT_ALTERNATE_OBJECT_DIRECTORIES: objects } };
        },
        async placeToWalk(shas) {
            const { place, commonDir } = await user();
            const deep = await deepened.holding(shas);
            if (deep !== null)
                return walkPlace(deep);
            if (await every(shas, isTheirs))
                return { place, shallowFile: external_node_path_.join(commonDir, 'shallow') };
            const repository = await own();
            if (repository === null || !(await every(shas, isOurs)))
                return null;
            return walkPlace(repository);
        },
        async placeToRead(shas) {
            const { place, isPartial } = await user();
            if (!isPartial && (await every(shas, isTheirs)))
                return place;
            for (const sha of shas)
                if (isPartial || !(await isTheirs(sha)))
                    await fetchOnce(sha);
            return (await own())?.place ?? place;
        },
        async ensure(sha) {
            if (!(await isTheirs(sha)))
                await fetchOnce(sha);
        },
        deepen: (sha, commits) => deepened.deepen(sha, commits),
        fetchBranch(name) {
            made ??= user().then((theirs) => makeOwn(theirs, options));
            const repository = made;
            return inTurn(async () => fetchTip(await repository, name));
        },
        async remove() {
            const repository = await own();
            made = null;
            fetched.clear();
            await deepened.remove();
            if (repository !== null)
                await (0,own_repository/* removeOwnRepository */.hx)(repository);
        },
    };
}
/** One after the other: two fetches would fight for the lock of `shallow`. */
function createQueue() {
    let last = Promise.resolve();
    return (act) => {
        const acting = last.then(act);
        last = acting.catch(() => undefined);
        return acting;
    };
}
function walkPlace({ place, gitDir }) {
    return { place, shallowFile: external_node_path_.join(gitDir, 'shallow') };
}
async function makeOwn(user, options) {
    return (0,own_repository/* createOwnRepository */.Xy)(user, await whereFrom(user, options));
}
/** Borrows nothing: a commit that came without its files must not hide one that has them. */
async function makeWalked(user, options) {
    const format = user.head?.length === 64 ? 'sha256' : 'sha1';
    return (0,own_repository/* createBareRepository */.Ne)(user.place, { ...(await whereFrom(user, options)), format });
}
async function whereFrom(user, { env, token }) {
    const config = (0,remote/* remoteConfig */.b)({
        persisted: await (0,user_repository/* readRemoteConfig */.Z)(user),
        token,
        serverUrl: env.GITHUB_SERVER_URL || null,
        repository: env.GITHUB_REPOSITORY || null,
    });
    return { temporary: env.RUNNER_TEMP || external_node_os_.tmpdir(), config };
}
async function every(shas, isKnown) {
    for (const sha of shas)
        if (!(await isKnown(sha)))
            return false;
    return true;
}
//# sourceMappingURL=repositories.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/git.js








/** Starts no process before the first question. */
function createGit(options) {
    const repositories = openRepositories(options);
    const tools = { repositories, parseDiff: options.parseDiff, log: options.log };
    return {
        get absence() {
            return (0,absence/* findAbsence */.vl)(options.workspace, options.env);
        },
        headSha: () => readHeadSha(repositories),
        parents: (sha) => readParents(repositories, sha),
        ensureCommit: (sha) => repositories.ensure(sha),
        mergeBase: (left, right) => findMergeBase(repositories, [left, right]),
        resolve: (revision) => resolveRevision(repositories, revision),
        firstParents: (sha, limit) => listFirstParents(repositories, { sha, limit }),
        deepen: (sha, commits) => deepenHistory(repositories, { sha, commits }),
        fetchBranch: (name) => repositories.fetchBranch(name),
        readFile: (sha, path, maxBytes) => readFileAt(repositories, { sha, path, maxBytes }),
        diff: (base, head) => (head === null ? diffWorkingTree(tools, base) : diffCommits(tools, [base, head])),
        trackedFiles: async () => (0,user_repository/* listFiles */.CS)(await repositories.user(), 'all'),
        workspacePrefix: async () => (await repositories.user()).prefix,
        dispose: () => repositories.remove(),
    };
}
async function readHeadSha(repositories) {
    const { head } = await repositories.user();
    if (head !== null)
        return head;
    throw new errors/* PlatformError */.Wk('the repository has no commit yet', { remedy: 'commit something first' });
}
async function resolveRevision(repositories, revision) {
    // The name is the user's: never an option, never two revisions.
    if (revision === '' || revision.startsWith('-') || /[\s\0]|\.\./.test(revision))
        return null;
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    const answer = await (0,run_git/* tryGit */.Ii)(await repositories.checkout(), { what: `look up ${revision}`, args });
    return answer.exitCode === 0 ? answer.stdout.trim() : null;
}
//# sourceMappingURL=git.js.map

/***/ }),

/***/ 3425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ findGitProgram),
/* harmony export */   W1: () => (/* binding */ findRepository),
/* harmony export */   vl: () => (/* binding */ findAbsence)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Found out by looking at the disk: asking git would cost a process even where nobody needs an answer. */
function findAbsence(workspace, env) {
    if (findGitProgram(env) === null)
        return 'no-git';
    return findRepository(workspace) === null ? 'no-repository' : null;
}
/** The nearest folder upwards that holds `.git` (a folder, or a file in linked worktrees and submodules). */
function findRepository(workspace) {
    for (let folder = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(workspace);; folder = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(folder)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, '.git')))
            return folder;
        if (folder === node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(folder))
            return null;
    }
}
/**
 * Absolute path of the git program, from PATH alone: by its bare name Windows would first look into the working
 * directory, which belongs to the pull request.
 */
function findGitProgram(env) {
    const name = process.platform === 'win32' ? 'git.exe' : 'git';
    const folders = (env.PATH ?? env.Path ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter((folder) => node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(folder));
    return folders.map((folder) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, name)).find(isFile) ?? null;
}
function isFile(candidate) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(candidate).isFile();
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=absence.js.map

/***/ }),

/***/ 411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ gitFailure),
/* harmony export */   y: () => (/* binding */ gitTimeout)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);

/** What git's own words mean for the user. The first that fits is taken. */
const MEANINGS = [
    {
        pattern: /not our ref|unadvertised object|remote ref .* not found|couldn't find remote ref|did not send all necessary/i,
        remedy: 'the commit is no longer on the server (a force push?): run the workflow again on the newest commit',
    },
    {
        pattern: /dubious ownership/i,
        remedy: 'the checkout belongs to another user: run this step as the user that checked out, or set safe.directory',
    },
    {
        pattern: /authentication failed|could not read username|invalid credentials|returned error: 40[0134]|permission denied|repository not found/i,
        remedy: 'give the job `permissions: contents: read` and pass `github-token`, or set `fetch-depth: 2` in actions/checkout',
        permission: 'contents: read',
    },
    {
        pattern: /could not resolve host|timed out|connection (?:refused|reset)|early eof|returned error: (?:429|5\d\d)|hung up unexpectedly|unable to access/i,
        remedy: 'the server could not be reached: run the job again, or set `fetch-depth: 0` in actions/checkout',
        retryable: true,
    },
    {
        pattern: /bad object|bad revision|unknown revision|not a valid object|could not (?:read|get)|invalid object|missing (?:blob|tree|commit)/i,
        remedy: 'the commit is not in this clone: set `fetch-depth: 2` in actions/checkout (`fetch-depth: 0` for all history)',
    },
    {
        pattern: /index file|index uses|unable to read index/i,
        remedy: 'the index of the checkout is damaged: run `git status` there',
    },
];
const SHOWN_CHARACTERS = 500;
/** What git's standard error says, with its meaning and a remedy. The text may come from the server: it is shown, never obeyed. */
function gitFailure(what, stderr) {
    const meaning = MEANINGS.find(({ pattern }) => pattern.test(stderr));
    const otherwise = what.startsWith('fetch')
        ? 'set `fetch-depth: 2` in actions/checkout, so that nothing must be fetched'
        : 'run the same git command in the checkout to see what is wrong with it';
    return new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk(`cannot ${what}: ${shorten(stderr)}`, {
        remedy: meaning?.remedy ?? otherwise,
        retryable: meaning?.retryable ?? false,
        permission: meaning?.permission ?? null,
    });
}
function gitTimeout(what, timeoutMs) {
    return new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk(`cannot ${what}: git did not finish within ${timeoutMs / 1000} s`, {
        remedy: 'run the job again, or set `fetch-depth: 0` in actions/checkout so that nothing must be fetched',
        retryable: true,
    });
}
function shorten(stderr) {
    const text = withoutCredentials(stderr)
        .trim()
        .replace(/\s*\n\s*/g, '; ');
    if (text === '')
        return 'git gave no reason';
    return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}...` : text;
}
function withoutCredentials(text) {
    return text.replace(/:\/\/[^\s/@]{1,500}@/g, '://***@').replace(/(authorization:\s*\w{1,20}\s+)\S+/gi, '$1***');
}
//# sourceMappingURL=failures.js.map

/***/ }),

/***/ 2703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ne: () => (/* binding */ createBareRepository),
/* harmony export */   Xy: () => (/* binding */ createOwnRepository),
/* harmony export */   hx: () => (/* binding */ removeOwnRepository),
/* harmony export */   iH: () => (/* binding */ fetchCommit),
/* harmony export */   y0: () => (/* binding */ QUIET_FETCH)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6688);
/* harmony import */ var _files_failure_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1403);
/* harmony import */ var _remote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7454);
/* harmony import */ var _run_git_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5528);
/* harmony import */ var _user_repository_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1852);








const FETCH_TIMEOUT_MS = 120_000;
const RETRY_DELAYS_MS = [1000, 3000];
/**
 * Borrows the user's objects, so that a fetch brings only what is new. `shallow` is copied too: without it the server
 * is told that the user's clone has the history behind its cut, and sends too little.
 *
 * Of a partial clone nothing is borrowed: its commits promise files that it does not have.
 */
async function createOwnRepository(user, { temporary, config }) {
    const format = user.head?.length === 64 ? 'sha256' : 'sha1';
    const own = await createBareRepository(user.place, { temporary, config, format });
    if (!user.isPartial)
        await borrow(user, own.gitDir);
    return own;
}
/** A repository that borrows nothing; it needs no checkout beside it. @throws PlatformError */
async function createBareRepository(near, { temporary, config, format }) {
    const gitDir = await makeFolder(temporary);
    const place = { ...near, cwd: gitDir, config, variables: { GIT_DIR: gitDir } };
    const args = ['init', '--bare', '--quiet', '--template=', `--object-format=${format}`, gitDir];
    await (0,_run_git_js__WEBPACK_IMPORTED_MODULE_5__/* .askGit */ .gG)({ ...place, variables: {} }, { what: 'make a repository to fetch into', args });
    return { gitDir, place };
}
async function makeFolder(temporary) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(temporary, { recursive: true });
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(temporary, 'testwarden-git-'));
    }
    catch (cause) {
        throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_3__/* .PlatformError */ .Wk(`cannot make a folder in ${temporary}: ${(0,_files_failure_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .u)(cause)}`, {
            cause,
            remedy: 'let RUNNER_TEMP (or the temporary folder of the system) be writable and not full',
        });
    }
}
async function borrow(user, gitDir) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(gitDir, 'objects', 'info'), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(gitDir, 'objects', 'info', 'alternates'), `${node_path__WEBPACK_IMPORTED_MODULE_1__.join(user.commonDir, 'objects')}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(user.commonDir, 'shallow'), node_path__WEBPACK_IMPORTED_MODULE_1__.join(gitDir, 'shallow')).catch((error) => {
        if (!(0,_files_failure_js__WEBPACK_IMPORTED_MODULE_7__/* .isMissing */ .b)(error))
            throw error;
    });
}
/** Options of every fetch: nothing but what was asked for is brought, and nothing is started beside it. */
const QUIET_FETCH = [
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    '--no-recurse-submodules',
    '--no-auto-maintenance',
];
/** Fetches one commit and its tree. @throws PlatformError */
async function fetchCommit(own, sha) {
    const args = ['fetch', ...QUIET_FETCH, '--depth=1', _remote_js__WEBPACK_IMPORTED_MODULE_4__/* .REMOTE */ .B, (0,_user_repository_js__WEBPACK_IMPORTED_MODULE_6__/* .requireSha */ .qr)(sha)];
    for (const delayMs of [...RETRY_DELAYS_MS, null]) {
        const failure = await (0,_run_git_js__WEBPACK_IMPORTED_MODULE_5__/* .askGit */ .gG)(own.place, { what: `fetch commit ${sha}`, args, timeoutMs: FETCH_TIMEOUT_MS }).then(() => null, (error) => error);
        if (failure === null)
            return;
        if (delayMs === null || !(failure instanceof _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_3__/* .PlatformError */ .Wk && failure.retryable))
            throw failure;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(delayMs);
    }
}
async function removeOwnRepository(own) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(own.gitDir, { recursive: true, force: true });
}
//# sourceMappingURL=own-repository.js.map

/***/ }),

/***/ 7454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ REMOTE),
/* harmony export */   b: () => (/* binding */ remoteConfig)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);

/** The name by which our own repository knows the user's remote. */
const REMOTE = 'testwarden';
/**
 * Configuration for a fetch, passed by environment. The token goes to the job's own server and to nobody else, as a
 * header; two `Authorization` headers would be answered with 400, so an empty value resets what checkout left behind.
 * @throws PlatformError when no remote is known
 */
function remoteConfig(facts) {
    const origin = facts.persisted.find(([name]) => name === 'remote.origin.url')?.[1] ?? null;
    const own = facts.token === null ? null : authenticatedUrl(origin, facts);
    const others = facts.persisted.filter(([name]) => name !== 'remote.origin.url');
    if (own !== null && facts.token !== null)
        return [
            ...others.filter(([name]) => !name.toLowerCase().endsWith('.extraheader')),
            [`remote.${REMOTE}.url`, own],
            // The whole URL is the most specific key there is: no header kept under a shorter one survives the reset.
            [`http.${own}.extraheader`, ''],
            [`http.${own}.extraheader`, `AUTHORIZATION: basic ${basicCredentials(facts.token)}`],
            ['http.followRedirects', 'false'],
        ];
    const url = origin ?? serverUrlOf(facts);
    if (url === null)
        throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk('the checkout has no remote to fetch from', { remedy: FETCH_DEPTH_REMEDY });
    return [...others, [`remote.${REMOTE}.url`, url]];
}
const FETCH_DEPTH_REMEDY = 'set `fetch-depth: 0` in actions/checkout, or add the remote `origin`';
/** Where the token may go; null when the user's remote is another server than the job's. */
function authenticatedUrl(origin, facts) {
    const server = serverUrlOf(facts);
    if (server === null)
        return null;
    if (origin === null)
        return server;
    const parsed = parseUrl(origin);
    // ssh, long and short (git@host:owner/name): the token serves the same repository over https.
    if (parsed?.protocol === 'ssh:' || /^[^/:]+@[^/:]+:/.test(origin))
        return hostOf(origin) === new URL(server).hostname ? server : null;
    if (parsed === null || parsed.origin !== new URL(server).origin || !/^https?:$/.test(parsed.protocol))
        return null;
    parsed.username = '';
    parsed.password = '';
    return parsed.href;
}
function serverUrlOf({ serverUrl, repository }) {
    if (serverUrl === null || repository === null || parseUrl(serverUrl) === null)
        return null;
    return `${serverUrl.replace(/\/$/, '')}/${repository}`;
}
function hostOf(origin) {
    return parseUrl(origin)?.hostname ?? /@([^/:]+):/.exec(origin)?.[1] ?? null;
}
function parseUrl(text) {
    return URL.canParse(text) ? new URL(text) : null;
}
function basicCredentials(token) {
    return Buffer.from(`x-access-token:${token}`).toString('base64');
}
//# sourceMappingURL=remote.js.map

/***/ }),

/***/ 5528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gG: () => (/* binding */ askGit),
  t1: () => (/* binding */ streamGit),
  Ii: () => (/* binding */ tryGit)
});

// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/platform/lib/exec/capture.js
var capture = __webpack_require__(4349);
// EXTERNAL MODULE: ./packages/platform/lib/exec/child.js + 1 modules
var child = __webpack_require__(6140);
;// CONCATENATED MODULE: ./packages/platform/lib/git/environment.js
/** Variables that point git at another repository than the one we ask, or make it print and run what we did not ask for. */
const DROPPED = [
    'GIT_DIR',
    'GIT_WORK_TREE',
    'GIT_COMMON_DIR',
    'GIT_INDEX_FILE',
    'GIT_OBJECT_DIRECTORY',
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'GIT_SHALLOW_FILE',
    'GIT_PREFIX',
    'GIT_NAMESPACE',
    'GIT_CONFIG',
    'GIT_CONFIG_PARAMETERS',
    'GIT_EXTERNAL_DIFF',
    'GIT_DIFF_OPTS',
    'GIT_LITERAL_PATHSPECS',
    'GIT_GLOB_PATHSPECS',
    'GIT_NOGLOB_PATHSPECS',
    'GIT_ICASE_PATHSPECS',
];
const NO_FILE = process.platform === 'win32' ? 'NUL' : '/dev/null';
/** Nothing of the user's configuration may run a program of theirs or change the form of what we parse. */
const READING = [
    ['core.hooksPath', NO_FILE],
    ['core.fsmonitor', 'false'],
    ['core.untrackedCache', 'keep'],
    ['core.quotePath', 'false'],
    ['core.precomposeUnicode', 'true'],
    // `git diff` would otherwise refresh the user's index when it only differs in time stamps.
    ['diff.autoRefreshIndex', 'false'],
    ['diff.mnemonicPrefix', 'false'],
    ['diff.noprefix', 'false'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
];
/**
 * The environment of every git process that we start.
 * @param env ours; configuration that it passes by GIT_CONFIG_COUNT stays in force, before ours
 * @param entries later ones win
 */
function gitEnvironment(env, entries) {
    const kept = Object.entries(env).filter(([name]) => !DROPPED.includes(name) && !name.startsWith('GIT_TRACE'));
    return {
        ...Object.fromEntries(kept),
        LC_ALL: 'C',
        LANGUAGE: '',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        GIT_NO_REPLACE_OBJECTS: '1',
        GIT_GRAFT_FILE: NO_FILE,
        GIT_NO_LAZY_FETCH: '1',
        ...configVariables(env, [...READING, ...entries]),
    };
}
function configVariables(env, entries) {
    const first = countOf(env.GIT_CONFIG_COUNT);
    const variables = { GIT_CONFIG_COUNT: String(first + entries.length) };
    entries.forEach(([name, value], index) => {
        variables[`GIT_CONFIG_KEY_${first + index}`] = name;
        variables[`GIT_CONFIG_VALUE_${first + index}`] = value;
    });
    return variables;
}
function countOf(text) {
    return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : 0;
}
//# sourceMappingURL=environment.js.map
// EXTERNAL MODULE: ./packages/platform/lib/git/failures.js
var failures = __webpack_require__(411);
;// CONCATENATED MODULE: ./packages/platform/lib/git/run-git.js





/** 200,000 paths of 1,000 bytes; more is no repository that a test runs in. */
const MAX_OUTPUT_BYTES = 200 * 1024 * 1024;
const MAX_ERROR_BYTES = 64 * 1024;
const READ_TIMEOUT_MS = 120_000;
/** @throws PlatformError on any exit code but 0 */
async function askGit(place, question) {
    const answer = await tryGit(place, question);
    if (answer.exitCode !== 0)
        throw (0,failures/* gitFailure */.t)(question.what, answer.stderr);
    return answer.stdout;
}
/** For questions whose exit code is an answer. @throws PlatformError when git cannot start, hangs or says too much */
async function tryGit(place, question) {
    const child = await startGit(place, question);
    const [stdout, stderr, end] = await Promise.all([
        (0,capture/* capture */.F)(child.stdout, { remaining: MAX_OUTPUT_BYTES }),
        (0,capture/* capture */.F)(child.stderr, { remaining: MAX_ERROR_BYTES }),
        child.ended,
    ]);
    if (stdout.isTruncated)
        throw new errors/* PlatformError */.Wk(`cannot ${question.what}: git's answer is longer than ${MAX_OUTPUT_BYTES} bytes`);
    return { exitCode: exitCodeOf(end, question), stdout: stdout.text, stderr: stderr.text };
}
/**
 * Hands git's output to a reader while it comes, so that memory does not grow with it.
 * @throws PlatformError, or what the reader throws; then git is ended
 */
async function streamGit(place, question, read) {
    const child = await startGit(place, question);
    const stderr = (0,capture/* capture */.F)(child.stderr, { remaining: MAX_ERROR_BYTES });
    const value = await read((0,capture/* chunksOf */.U)(child.stdout)).catch((error) => {
        child.kill();
        throw error;
    });
    const [end, said] = await Promise.all([child.ended, stderr]);
    if (exitCodeOf(end, question) !== 0)
        throw (0,failures/* gitFailure */.t)(question.what, said.text);
    return { value, stderr: said.text };
}
function startGit(place, { args, timeoutMs, input }) {
    const env = { ...gitEnvironment(place.env, place.config), ...place.variables };
    const start = { command: place.program, args, cwd: place.cwd, env, timeoutMs: timeoutMs ?? READ_TIMEOUT_MS };
    return (0,child/* startChild */.v)(input === undefined ? start : { ...start, input });
}
function exitCodeOf(end, { what, timeoutMs }) {
    if (end.isTimedOut)
        throw (0,failures/* gitTimeout */.y)(what, timeoutMs ?? READ_TIMEOUT_MS);
    if (end.exitCode === null)
        throw new errors/* PlatformError */.Wk(`cannot ${what}: git was ended by a signal`, { retryable: true });
    return end.exitCode;
}
//# sourceMappingURL=run-git.js.map

/***/ }),

/***/ 1852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ openUserRepository),
/* harmony export */   CS: () => (/* binding */ listFiles),
/* harmony export */   HH: () => (/* binding */ isSha),
/* harmony export */   QE: () => (/* binding */ hasCommit),
/* harmony export */   Z: () => (/* binding */ readRemoteConfig),
/* harmony export */   qr: () => (/* binding */ requireSha)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6688);
/* harmony import */ var _absence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3425);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(411);
/* harmony import */ var _run_git_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5528);






/** @throws PlatformError when there is no git, no repository, or git refuses it */
async function openUserRepository(workspace, env) {
    const program = (0,_absence_js__WEBPACK_IMPORTED_MODULE_3__/* .findGitProgram */ .Ao)(env);
    const found = (0,_absence_js__WEBPACK_IMPORTED_MODULE_3__/* .findRepository */ .W1)(workspace);
    if (program === null)
        throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .PlatformError */ .Wk('git is not installed', { remedy: 'install git and put it on the PATH' });
    if (found === null)
        throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .PlatformError */ .Wk(`${workspace} is in no git repository`, { remedy: 'run actions/checkout before this step' });
    // Git compares with the path free of links.
    const config = [['safe.directory', await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(found)]];
    return describe({ program, cwd: workspace, env, config, variables: {} });
}
async function describe(place) {
    const args = ['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir', '--show-prefix', 'HEAD'];
    const answer = await (0,_run_git_js__WEBPACK_IMPORTED_MODULE_5__/* .tryGit */ .Ii)(place, { what: 'open the repository', args });
    const [top, commonDir, prefix, head, ...rest] = answer.stdout.split('\n');
    if (!top || !commonDir || prefix === undefined)
        throw (0,_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .gitFailure */ .t)('open the repository', answer.stderr);
    if (rest.length > 1)
        throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .PlatformError */ .Wk(`the path of the repository holds a line break: ${JSON.stringify(place.cwd)}`, {
            remedy: 'check out into a folder whose name has none',
        });
    return {
        place: { ...place, cwd: top },
        commonDir,
        prefix,
        head: head !== undefined && isSha(head) ? head : null,
        isPartial: await isPartialClone(commonDir),
    };
}
/** Packs of a partial clone are marked by a file beside them. */
async function isPartialClone(commonDir) {
    const packs = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(commonDir, 'objects', 'pack')).catch(() => []);
    return packs.some((name) => name.endsWith('.promisor'));
}
/** What a fetch from the user's remote needs to know: its URL, and how the user reaches it. */
async function readRemoteConfig({ place }) {
    const keys = '^(remote\\.origin\\.url|core\\.sshcommand|http\\..*|url\\..*\\.insteadof|credential\\..*)$';
    const args = ['config', '--local', '--includes', '--null', '--get-regexp', keys];
    const { stdout } = await (0,_run_git_js__WEBPACK_IMPORTED_MODULE_5__/* .tryGit */ .Ii)(place, { what: 'read the remote of the checkout', args });
    return stdout
        .split('\0')
        .filter((entry) => entry !== '')
        .map(splitEntry);
}
/** `name\nvalue`; a name without a value means true. */
function splitEntry(entry) {
    const end = entry.indexOf('\n');
    return end < 0 ? [entry, 'true'] : [entry.slice(0, end), entry.slice(end + 1)];
}
function isSha(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
/** Nothing but a full commit id reaches a command line as a commit. @throws PlatformError */
function requireSha(text) {
    if (isSha(text))
        return text;
    throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .PlatformError */ .Wk(`${JSON.stringify(text.slice(0, 100))} is no commit id`, {
        remedy: 'give the full id of a commit',
    });
}
async function hasCommit(place, sha) {
    const args = ['cat-file', '-e', `${requireSha(sha)}^{commit}`];
    return (await (0,_run_git_js__WEBPACK_IMPORTED_MODULE_5__/* .tryGit */ .Ii)(place, { what: `look for commit ${sha}`, args })).exitCode === 0;
}
/** Paths that git knows or could add, from the top of the repository. */
async function listFiles({ place }, which) {
    const cached = which === 'all' ? ['--cached'] : [];
    const args = ['ls-files', '-z', '--full-name', ...cached, '--others', '--exclude-standard'];
    const listed = await (0,_run_git_js__WEBPACK_IMPORTED_MODULE_5__/* .askGit */ .gG)(place, { what: 'list the files of the repository', args });
    // A path in conflict is listed once for each side; a nested repository ends with a slash and is no file.
    return [...new Set(listed.split('\0'))].filter((file) => file !== '' && !file.endsWith('/')).sort();
}
//# sourceMappingURL=user-repository.js.map

/***/ }),

/***/ 9878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ isRateLimited),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   f1: () => (/* binding */ readFailure),
/* harmony export */   hf: () => (/* binding */ toPlatformError)
/* harmony export */ });
/* unused harmony export missingPermission */
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);
/* harmony import */ var _files_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1403);


function readFailure(error) {
    const message = (0,_files_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .u)(error);
    const status = property(error, 'status');
    const headers = property(property(error, 'response'), 'headers');
    // A connection that broke also has a status in octokit's errors, but no response.
    return {
        status: headers === undefined || typeof status !== 'number' ? null : status,
        message,
        headers: textHeaders(headers),
    };
}
/**
 * @param what after "cannot": `open an issue`
 * @param wanted what to name where it is among the permissions that would do
 */
function toPlatformError(what, error, wanted) {
    if (error instanceof _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk)
        return error;
    const failure = readFailure(error);
    const permission = missingPermission(failure, wanted);
    return new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk(`cannot ${what}: GitHub answered ${failure.status ?? 'nothing'} (${firstLine(failure.message)})`, {
        cause: error,
        remedy: remedyFor(failure, permission),
        retryable: isTransient(failure) || isRateLimited(failure),
        permission,
    });
}
function isRateLimited({ status, headers, message }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message);
}
/** The server's trouble or the network's, which may be gone the next time. */
function isTransient({ status }) {
    return status === null || status >= 500;
}
/** Refusals that no permission would lift, though GitHub sends its header with them too. */
const OTHER_REFUSALS = /\blocked\b|app_id|single sign-on|SAML/i;
/**
 * The lines that are missing under `permissions:`. GitHub lists what an endpoint takes as `issues=write`, alternatives
 * apart by `;`, in a header (docs.github.com, "Permissions required for GitHub Apps"). A 404 never tells: a thing that is
 * gone looks the same.
 */
function missingPermission(failure, wanted) {
    if (failure.status !== 403 || isRateLimited(failure) || OTHER_REFUSALS.test(failure.message))
        return null;
    const header = (failure.headers['x-accepted-github-permissions'] ?? '').slice(0, 1000);
    const alternatives = header.split(';').map(readPermissions);
    if (wanted !== undefined && alternatives.flat().some(({ name }) => name === wanted.name))
        return lineOf(wanted);
    const [sufficient = []] = alternatives;
    return sufficient.length === 0 ? null : sufficient.map(lineOf).join(', ');
}
/** `pull_requests=write,contents=read` */
function readPermissions(text) {
    const matches = text.split(',').map((pair) => /^\s*([a-z_]{1,40})=(read|write|admin)\s*$/.exec(pair));
    return matches.filter((match) => match !== null).map(([, name = '', level = '']) => ({ name, level }));
}
/** As a workflow spells it. */
function lineOf({ name, level }) {
    return `${name.replaceAll('_', '-')}: ${level}`;
}
function remedyFor(failure, permission) {
    if (permission !== null)
        return `add \`permissions: ${permission}\` to the job`;
    if (isRateLimited(failure))
        return 'run the job again when GitHub allows more requests';
    if (isTransient(failure))
        return 'run the job again';
    if (failure.status === 401)
        return 'check the token that `github-token` is given';
    if (failure.status === 410)
        return 'issues are switched off in the settings of this repository';
    if (failure.status === 403 || failure.status === 404)
        return 'check that the token may see this repository and write to it';
    return 'GitHub refused the content of the request: see its answer above';
}
function firstLine(text) {
    return text.split('\n', 1)[0]?.slice(0, 300) ?? '';
}
function textHeaders(headers) {
    if (typeof headers !== 'object' || headers === null)
        return {};
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
function property(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 3757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ createRetryBudget)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);

/** Nobody waits longer than this for GitHub in a job, all requests together; GitHub may ask for an hour. */
const BUDGET_MS = 60_000;
function createRetryBudget(budgetMs = BUDGET_MS) {
    let leftMs = budgetMs;
    let isClosed = false;
    return {
        take(waitMs) {
            isClosed ||= waitMs > leftMs;
            if (!isClosed)
                leftMs -= waitMs;
            return !isClosed;
        },
        spend(durationMs) {
            leftMs -= durationMs;
            isClosed ||= leftMs <= 0;
        },
        check(what) {
            if (isClosed)
                throw closed(what);
        },
    };
}
function closed(what) {
    return new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk(`cannot ${what}: not tried, because GitHub refused or failed to answer before`, {
        remedy: 'run the job again later',
        retryable: true,
    });
}
//# sourceMappingURL=retry-budget.js.map

/***/ }),

/***/ 8263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ requestWithRetry),
/* harmony export */   j: () => (/* binding */ waitBeforeRetry)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6688);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9878);
/* harmony import */ var _retry_budget_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3757);




const MAX_TRIES = 4;
const BACK_OFF_MS = 1000;
/** What GitHub asks for where it gives no time. */
const UNTOLD_WAIT_MS = 60_000;
/**
 * Asks GitHub, and again where that is safe and worth while.
 * @param budget what all requests of a run share
 * @throws PlatformError
 */
async function requestWithRetry(description, ask, budget = (0,_retry_budget_js__WEBPACK_IMPORTED_MODULE_3__/* .createRetryBudget */ .C)()) {
    for (let tries = 1;; tries++) {
        budget.check(description.what);
        const startedMs = Date.now();
        try {
            return await ask();
        }
        catch (error) {
            if (error instanceof _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_1__/* .PlatformError */ .Wk)
                throw error;
            const nowMs = Date.now();
            const failure = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .readFailure */ .f1)(error);
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isTransient */ .dg)(failure))
                budget.spend(nowMs - startedMs);
            const waitMs = waitBeforeRetry(failure, { kind: description.kind, tries, nowMs });
            if (waitMs === null || tries >= MAX_TRIES || !budget.take(waitMs))
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .toPlatformError */ .hf)(description.what, error, description.permission);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(waitMs);
        }
    }
}
/** Milliseconds to wait, or null when it must not or need not be asked again (docs.github.com, "Best practices"). */
function waitBeforeRetry(failure, { kind, tries, nowMs }) {
    if (kind === 'create')
        return null;
    if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isRateLimited */ .Jz)(failure))
        return rateLimitWaitMs(failure, nowMs);
    return kind !== 'update' && (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isTransient */ .dg)(failure) ? BACK_OFF_MS * 2 ** (tries - 1) : null;
}
function rateLimitWaitMs({ headers }, nowMs) {
    const retryAfterSeconds = seconds(headers['retry-after']);
    if (retryAfterSeconds !== null)
        return retryAfterSeconds * 1000;
    const resetSeconds = seconds(headers['x-ratelimit-reset']);
    if (headers['x-ratelimit-remaining'] === '0' && resetSeconds !== null)
        return Math.max(0, resetSeconds * 1000 - nowMs);
    return UNTOLD_WAIT_MS;
}
function seconds(text) {
    return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null;
}
//# sourceMappingURL=retry.js.map

/***/ }),

/***/ 2324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ fsErrorCode),
/* harmony export */   y: () => (/* binding */ fsError)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);

/** The code of a file system error, such as `ENOENT`; null for anything else. */
function fsErrorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return null;
    return typeof error.code === 'string' ? error.code : null;
}
/** Passes our own errors on; everything else becomes "cannot do this: code". */
function fsError(error, doing) {
    if (error instanceof _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk)
        return error;
    const code = fsErrorCode(error);
    const details = { cause: error, remedy: REMEDIES.get(code ?? '') ?? 'look at the folder and its permissions' };
    return new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk(`cannot ${doing}: ${code ?? String(error)}`, details);
}
const REMEDIES = new Map([
    ['EPERM', 'keep the history on a file system with hard links and writable for this job'],
    ['EACCES', 'make the folder readable and writable for this job'],
    ['EROFS', 'keep the history on a file system that is writable for this job'],
    ['ENOSPC', 'free some space on the disk'],
    ['ENOTDIR', 'name a folder: a file stands where the history should be'],
    ['EEXIST', 'name a folder: a file stands where the history should be'],
]);
//# sourceMappingURL=fs-error.js.map

/***/ }),

/***/ 949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ openHistory)
/* harmony export */ });
/* harmony import */ var _testwarden_core_action_file_settings__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5384);

/**
 * The configured store; null when none is configured.
 * @throws ConfigurationError when the setting names no store
 */
async function openHistory(sources, context) {
    const name = (0,_testwarden_core_action_file_settings__WEBPACK_IMPORTED_MODULE_0__/* .fileSettings */ .g)(sources).history.value;
    if (name === null)
        return null;
    // Most first runs have none, and reading records loads what checks them.
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(170)]).then(__webpack_require__.bind(__webpack_require__, 6170));
    return openStore(name, context);
}
//# sourceMappingURL=open-history.js.map

/***/ }),

/***/ 6123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y8: () => (/* binding */ judgeGates),
  Mo: () => (/* binding */ noInput),
  ph: () => (/* binding */ unaskable)
});

// EXTERNAL MODULE: ./packages/core/lib/action/effective-config.js + 2 modules
var effective_config = __webpack_require__(6613);
// EXTERNAL MODULE: ./packages/core/lib/model/rich-text.js
var rich_text = __webpack_require__(377);
;// CONCATENATED MODULE: ./packages/core/lib/action/lost-input.js

/**
 * What a gate says that had input on the base branch and finds none now: a report that is no longer written must not
 * switch its gate off in silence.
 */
function lostInput({ title }, record) {
    const sha = record.testedSha.slice(0, 10);
    const message = `${title}: no report was found, and the record of \`${sha}\` on the base branch was made of one.`;
    const reason = {
        ruleId: 'input-present',
        title: 'reports present',
        outcome: 'inconclusive',
        message,
        actual: null,
        limit: null,
        limitOrigin: 'none',
        unit: 'count',
        baseline: null,
    };
    return { verdict: { outcome: 'inconclusive', headline: message, reasons: [reason] }, findings: [], changes: [] };
}
function lostInputPage({ gate, title, noInputRemedy }, { verdict }) {
    const text = `${verdict.headline} ${noInputRemedy}`;
    return {
        gate,
        title,
        sections: [{ kind: 'text', role: 'problem', heading: `Not judged: ${title}`, text: (0,rich_text/* richText */.Y)(text) }],
    };
}
//# sourceMappingURL=lost-input.js.map
// EXTERNAL MODULE: ./packages/core/lib/action/policy-doubt.js
var policy_doubt = __webpack_require__(2599);
// EXTERNAL MODULE: ./packages/core/lib/action/problem-page.js
var problem_page = __webpack_require__(8419);
// EXTERNAL MODULE: ./packages/core/lib/limits/apply-mode.js
var apply_mode = __webpack_require__(4124);
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var model_errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/platform/lib/conclusion.js
var conclusion = __webpack_require__(9406);
;// CONCATENATED MODULE: ./packages/platform/lib/last-record.js

/** Older records say nothing about what a change of today should have. */
const MAX_ANCESTORS = 50;
/**
 * The newest record that an action left on the way to what this run is compared with; null when it never did, and when
 * nobody can tell: a gate that had nothing to compare with says so itself.
 */
async function lastRecordOf(action, { base }, { git, history }) {
    if (history === null || base.kind !== 'commit')
        return null;
    try {
        const ancestors = await git.firstParents(base.sha, MAX_ANCESTORS);
        const { records } = await history.read({ action, shas: new Set(ancestors) });
        return records.findLast(({ trust }) => trust === 'default-branch') ?? null;
    }
    catch (error) {
        if (error instanceof model_errors/* PlatformError */.Wk)
            return null;
        throw error;
    }
}
//# sourceMappingURL=last-record.js.map
// EXTERNAL MODULE: ./packages/platform/lib/run-gate.js + 3 modules
var run_gate = __webpack_require__(3489);
;// CONCATENATED MODULE: ./packages/platform/lib/judge-gates.js









/** Judges each gate by itself: what one cannot read never keeps another from its verdict. */
async function judgeGates(task) {
    const judged = [];
    for (const definition of task.definitions) {
        const gate = await judgeGate(definition, task);
        if (gate !== null)
            judged.push(gate);
    }
    return judged;
}
async function judgeGate(definition, task) {
    const resolved = (0,effective_config/* effectiveConfig */.k3)(definition, task.sources);
    if (!resolved.ok)
        return unaskable(definition, toProblems(resolved.errors));
    // Gates of one step share everything but the name under which their records are kept.
    const run = { ...task.run, key: { ...task.run.key, action: definition.id } };
    const result = await (0,run_gate/* runGate */.R)({ definition, config: resolved.config.gate, run, ports: task.ports });
    if (result === null)
        return judgeWithoutInput(definition, { task, run, shared: resolved.config.gate.shared });
    const { evidence, page, outputs, problems } = result;
    const verdict = (0,policy_doubt/* underDoubt */.$)(result.decision.verdict, resolved.config.doubt);
    const decision = { ...result.decision, verdict };
    const told = evidence.problems.length === 0 ? page : withProblems(page, evidence.problems);
    const exitCode = (0,conclusion/* exitCodeOf */.FO)(decision.verdict.outcome, problems);
    return { definition, evidence, decision, page: told, outputs, problems, exitCode };
}
async function judgeWithoutInput(definition, { task, run, shared }) {
    if (task.withoutInput === 'is-an-error')
        return unaskable(definition, [noInput(definition)]);
    const record = await lastRecordOf(definition.id, run, task.ports);
    if (record === null)
        return null;
    const lost = lostInput(definition, record);
    const decision = { ...lost, verdict: (0,apply_mode/* applyMode */.y)(lost.verdict, shared) };
    const exitCode = (0,conclusion/* exitCodeOf */.FO)(decision.verdict.outcome, []);
    return { ...unaskable(definition, []), decision, page: lostInputPage(definition, decision), exitCode };
}
/** A gate that could not be asked: its problems are its page. */
function unaskable(definition, problems) {
    const decision = (0,problem_page/* undecided */.oo)(problems);
    return {
        definition,
        evidence: null,
        decision,
        page: (0,problem_page/* problemPage */.f)(definition, problems),
        outputs: new Map(),
        problems,
        exitCode: (0,conclusion/* exitCodeOf */.FO)(decision.verdict.outcome, problems),
    };
}
function withProblems(page, problems) {
    return { ...page, sections: [(0,problem_page/* problemSection */.BX)(problems), ...page.sections] };
}
function toProblems(errors) {
    return errors.map(model_errors/* toProblem */.H8).filter((problem) => problem !== null);
}
/** What a gate's user must hear when there is no report at all. */
function noInput({ title, noInputRemedy }) {
    const message = `${title}: no report was found.`;
    return { kind: 'configuration', message, path: null, line: null, remedy: noInputRemedy };
}
//# sourceMappingURL=judge-gates.js.map

/***/ }),

/***/ 8127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ createTerminalLog),
/* harmony export */   Kw: () => (/* binding */ neutralizeCommands),
/* harmony export */   rg: () => (/* binding */ createActionLog)
/* harmony export */ });
/* harmony import */ var _testwarden_core_render_escape__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7783);
/* harmony import */ var _testwarden_core_render_redact__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7573);


/**
 * The job's log. Warnings and errors are plain lines here; annotations are an effect of their own, because the runner
 * shows only ten of each level.
 */
function createActionLog(write, verbosity = 'normal') {
    return {
        info: (message) => writeLines(write, message),
        warning: (message) => writeLines(write, `Warning: ${message}`),
        error: (message) => writeLines(write, `Error: ${message}`),
        debug: (message) => {
            if (verbosity === 'debug')
                writeLines(write, `Debug: ${message}`);
        },
    };
}
/** A developer's terminal. Standard output belongs to the data, so every message goes to standard error. */
function createTerminalLog(stderr, verbosity = 'normal') {
    // The command line may itself run inside a job, where the runner reads both streams for commands.
    const write = (text) => stderr.write(text);
    return {
        info: (message) => writeLines(write, message),
        warning: (message) => writeLines(write, `warning: ${message}`),
        error: (message) => writeLines(write, `error: ${message}`),
        debug: (message) => {
            if (verbosity === 'debug')
                writeLines(write, `debug: ${message}`);
        },
    };
}
/** The runner masks only what it was told of. */
const REDACT = (0,_testwarden_core_render_redact__WEBPACK_IMPORTED_MODULE_1__/* .createRedactor */ .l)([]);
function writeLines(write, message) {
    write(`${neutralizeCommands(REDACT(message))}\n`);
}
/**
 * Text that the runner reads as nothing but text, line by line. It compares by culture, where a character without width
 * counts as nothing: `:` ZWJ `:` may start a command too, so such characters never stand between its signs.
 */
function neutralizeCommands(text) {
    return text
        .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
        .map((line) => (0,_testwarden_core_render_escape__WEBPACK_IMPORTED_MODULE_0__/* .escapeLogLine */ ._P)(line.replace(/^\p{Default_Ignorable_Code_Point}+|(?<=[\s:#])\p{Default_Ignorable_Code_Point}+/gu, '')))
        .join('\n');
}
//# sourceMappingURL=log.js.map

/***/ }),

/***/ 8024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ describeMachine)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);

const BYTES_PER_MIB = 1024 * 1024;
/** What timings were measured on. The image is the runner's own name for it, the operating system elsewhere. */
function describeMachine(env) {
    return {
        cpu: node_os__WEBPACK_IMPORTED_MODULE_0__.cpus()[0]?.model.trim() ?? 'unknown',
        cores: node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism(),
        memoryMiB: Math.round(node_os__WEBPACK_IMPORTED_MODULE_0__.totalmem() / BYTES_PER_MIB),
        image: describeImage(env),
    };
}
function describeImage(env) {
    const names = [env.ImageOS, env.ImageVersion].filter((name) => name !== undefined && name !== '');
    return names.length > 0 ? names.join('-') : `${node_os__WEBPACK_IMPORTED_MODULE_0__.platform()}-${node_os__WEBPACK_IMPORTED_MODULE_0__.arch()}-${node_os__WEBPACK_IMPORTED_MODULE_0__.release()}`;
}
//# sourceMappingURL=machine.js.map

/***/ }),

/***/ 8153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _E: () => (/* binding */ readAcceptsFile),
/* harmony export */   fx: () => (/* binding */ parseAccepts),
/* harmony export */   lN: () => (/* binding */ MAX_ACCEPTS_BYTES)
/* harmony export */ });
/* harmony import */ var _testwarden_core_limits_accept__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3344);
/* harmony import */ var _read_config_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1543);


const MAX_ACCEPTS_BYTES = 1024 * 1024;
/** The accepts of the tree as it lies there. @throws ConfigurationError when an entry is wrong */
async function readAcceptsFile(files) {
    const source = await files.readText(_testwarden_core_limits_accept__WEBPACK_IMPORTED_MODULE_1__/* .ACCEPTS_PATH */ .QR, MAX_ACCEPTS_BYTES);
    return source === null ? [] : parseAccepts(source);
}
/**
 * What checks the entries is loaded on demand, because most repositories have none.
 * @throws ConfigurationError when the YAML is ill-formed or an entry is wrong
 */
async function parseAccepts(source) {
    const { readAccepts } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(923)]).then(__webpack_require__.bind(__webpack_require__, 2923));
    return readAccepts(await (0,_read_config_file_js__WEBPACK_IMPORTED_MODULE_0__/* .parseYaml */ .hN)(_testwarden_core_limits_accept__WEBPACK_IMPORTED_MODULE_1__/* .ACCEPTS_PATH */ .QR, source));
}
//# sourceMappingURL=read-accepts.js.map

/***/ }),

/***/ 1543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ DEFAULT_CONFIG_PATH),
/* harmony export */   GW: () => (/* binding */ MAX_CONFIG_BYTES),
/* harmony export */   RG: () => (/* binding */ readConfigFile),
/* harmony export */   hN: () => (/* binding */ parseYaml),
/* harmony export */   me: () => (/* binding */ parseConfigFile)
/* harmony export */ });
/* harmony import */ var _testwarden_core_config_layer__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1977);
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);


const DEFAULT_CONFIG_PATH = '.github/testwarden.yml';
const MAX_CONFIG_BYTES = 1024 * 1024;
/**
 * Reads the config file, or null when there is none at the default place.
 * @throws ConfigurationError when a named file is missing or the YAML is ill-formed
 */
async function readConfigFile(files, named) {
    const path = named ?? DEFAULT_CONFIG_PATH;
    const source = await files.readText(path, MAX_CONFIG_BYTES);
    if (source !== null)
        return parseConfigFile(path, source);
    if (named === null)
        return null;
    throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`The config file ${path} does not exist.`, {
        path,
        remedy: 'Correct the path, or leave it out to use the assumed limits.',
    });
}
/** @throws ConfigurationError when the YAML is ill-formed or no mapping */
async function parseConfigFile(path, source) {
    const { root: values, lineOf } = await parseYaml(path, source);
    const root = values ?? {};
    if (!(0,_testwarden_core_config_layer__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(root))
        throw illFormed(path, 'The file is not a mapping of settings.', 1);
    return { path, root, lineOf };
}
/** YAML 1.2 without custom tags; loaded on demand because most repositories start without a config. */
async function parseYaml(path, source) {
    const yaml = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const lines = new yaml.LineCounter();
    const document = yaml.parseDocument(source, {
        lineCounter: lines,
        customTags: [],
        prettyErrors: true,
        // The library compares each key with all others of its mapping, which takes minutes for a hostile file.
        uniqueKeys: false,
        logLevel: 'error',
    });
    const [error] = document.errors;
    if (error !== undefined)
        throw illFormed(path, error.message, error.linePos?.[0]?.line);
    const repeated = findRepeatedKey(yaml, document);
    if (repeated !== null)
        throw illFormed(path, `The key ${repeated.key} is written twice.`, lines.linePos(repeated.offset).line);
    return {
        path,
        root: toValues(path, document),
        lineOf(keys) {
            const pair = document.getIn(keys, true);
            return yaml.isNode(pair) && pair.range ? lines.linePos(pair.range[0]).line : null;
        },
    };
}
/** The first key that its mapping has already; of two values nobody can say which one is meant. */
function findRepeatedKey(yaml, document) {
    let repeated = null;
    yaml.visit(document, {
        Map(_, { items }) {
            const seen = new Set();
            for (const { key } of items) {
                if (!yaml.isScalar(key))
                    continue;
                const name = String(key.value);
                if (seen.has(name))
                    repeated = { key: JSON.stringify(name), offset: key.range?.[0] ?? 0 };
                if (repeated !== null)
                    return yaml.visit.BREAK;
                seen.add(name);
            }
            return undefined;
        },
    });
    return repeated;
}
/** The library refuses aliases that multiply beyond a hundred copies. */
function toValues(path, document) {
    try {
        return document.toJS();
    }
    catch (error) {
        throw illFormed(path, error instanceof Error ? error.message : String(error), 1);
    }
}
function illFormed(path, message, line) {
    return new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`The config file is not valid YAML: ${message.split('\n')[0]}`, {
        path,
        remedy: 'Mend the YAML; an editor that knows the published schema shows such mistakes while you type.',
        ...(line === undefined ? {} : { line }),
    });
}
//# sourceMappingURL=read-config-file.js.map

/***/ }),

/***/ 6288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ redactionsOf),
/* harmony export */   y: () => (/* binding */ redactorOf)
/* harmony export */ });
/* harmony import */ var _testwarden_core_action_file_settings__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5384);
/* harmony import */ var _testwarden_core_render_redact__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7573);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6548);



/** The user's own patterns. A list that cannot be read is told by the gates; known tokens are redacted all the same. */
async function redactionsOf(sources) {
    const tried = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .C)(() => (0,_testwarden_core_action_file_settings__WEBPACK_IMPORTED_MODULE_0__/* .fileSettings */ .g)(sources).redact.value);
    return tried.ok ? tried.value : [];
}
async function redactorOf(sources) {
    return (0,_testwarden_core_render_redact__WEBPACK_IMPORTED_MODULE_2__/* .createRedactor */ .l)(await redactionsOf(sources));
}
//# sourceMappingURL=redaction.js.map

/***/ }),

/***/ 5950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ describeKey),
/* harmony export */   i: () => (/* binding */ describeLocalKey)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);
/* harmony import */ var _testwarden_core_model_record_key__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(920);


/** Which run of what this is, from the variables that the runner sets. */
function describeKey(env, { action, matrix }) {
    return {
        action,
        workflow: env.GITHUB_WORKFLOW ?? '',
        job: env.GITHUB_JOB ?? '',
        matrix: canonicalMatrix(matrix),
        step: env.GITHUB_ACTION ?? '',
        checkRun: '',
        run: env.GITHUB_RUN_ID ?? '',
        attempt: attemptOf(env.GITHUB_RUN_ATTEMPT ?? ''),
    };
}
function attemptOf(text) {
    return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 1;
}
/** On a developer's machine there is one run, and it is never stored. */
function describeLocalKey(action) {
    return { action, workflow: 'local', job: 'local', matrix: '{}', step: '', checkRun: '', run: 'local', attempt: 1 };
}
/**
 * @param text what `${{ toJSON(matrix) }}` gave: an object, or `null` in a job without a matrix
 * @throws ConfigurationError when it is no JSON, because two legs would then share one key
 */
function canonicalMatrix(text) {
    if (text.trim() === '')
        return '{}';
    const value = parseJson(text);
    if (typeof value === 'object' && !Array.isArray(value))
        return (0,_testwarden_core_model_record_key__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(value ?? {});
    throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1('the input `matrix` is no JSON object', {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's, shown as the user writes it
        remedy: 'write `matrix: ${{ toJSON(matrix) }}` or leave it out',
    });
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=run-key.js.map

/***/ }),

/***/ 3489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ judge),
  R: () => (/* binding */ runGate)
});

// EXTERNAL MODULE: ./packages/core/lib/limits/apply-mode.js
var apply_mode = __webpack_require__(4124);
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
;// CONCATENATED MODULE: ./packages/core/lib/model/evidence.js
/** @see Request for what may be asked */
function unanswered(requests, observations) {
    const answered = new Set(observations.map((observation) => observation.requestId));
    return requests.filter((request) => !answered.has(request.id));
}
//# sourceMappingURL=evidence.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/requests/fulfil.js

const MAX_OUTPUT_BYTES = 1024 * 1024;
/** Answers one request. What cannot be had is an observation too: the decision says what it means. */
async function fulfil(request, ports) {
    try {
        return { requestId: request.id, result: await observe(request, ports) };
    }
    catch (error) {
        if (!(error instanceof errors/* PlatformError */.Wk))
            throw error;
        return { requestId: request.id, result: { kind: 'failed', message: error.message } };
    }
}
async function observe(request, ports) {
    if (request.kind === 'read-file')
        return { kind: 'file', content: await ports.files.readText(request.path, request.maxBytes) };
    const { command, args, timeoutMs } = request;
    const child = await ports.exec.run({ command, args, timeoutMs, maxOutputBytes: MAX_OUTPUT_BYTES });
    return { kind: 'command', exitCode: child.exitCode, stdout: child.stdout, durationMs: child.durationMs };
}
//# sourceMappingURL=fulfil.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/ask-loop.js



/** An action that still asks after this many rounds asks in circles. */
const MAX_ROUNDS = 50;
/**
 * Asks, fulfils and asks again until the action has no further question. Requests that were answered once are not
 * answered again, so `ask` may simply list everything it needs.
 */
async function askUntilSettled(asking) {
    let evidence = asking.evidence;
    for (let round = 0; round < MAX_ROUNDS; round++) {
        const requests = asking.definition.ask?.(evidence, asking.config) ?? [];
        const open = unanswered(requests, evidence.observations);
        if (open.length === 0)
            return evidence;
        for (const request of open) {
            const observation = await fulfil(request, asking.ports);
            evidence = { ...evidence, observations: [...evidence.observations, observation] };
        }
    }
    throw new errors/* PlatformError */.Wk(`${asking.definition.id} still asks after ${MAX_ROUNDS} rounds.`, {
        remedy: 'This is a fault of the action: please report it.',
    });
}
//# sourceMappingURL=ask-loop.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/run-gate.js


/** collect -> ask -> decide -> present. null: the gate has no input at all. */
async function runGate(task) {
    const { definition, config, run, ports } = task;
    const { facts, problems } = await definition.collect({ config, run }, ports);
    if (facts === null && problems.length === 0)
        return null;
    const collected = {
        action: definition.id,
        run,
        facts: facts ?? definition.emptyFacts,
        problems,
        observations: [],
    };
    const evidence = await askUntilSettled({ definition, config, evidence: collected, ports });
    return judge(task, evidence);
}
/**
 * decide -> present: the part that `publish` repeats on the evidence of others.
 * @param amend adds what only the pipeline knows, such as legs that are missing
 */
function judge({ definition, config }, evidence, amend = (decided) => decided) {
    const decided = amend(definition.decide(evidence, config));
    const decision = { ...decided, verdict: (0,apply_mode/* applyMode */.y)(decided.verdict, config.shared) };
    const outputs = definition.outputs.map((output) => [output.name, output.valueOf(decision, evidence)]);
    return {
        evidence,
        decision,
        page: definition.present(decision, evidence),
        outputs: new Map(outputs),
        problems: endsTheStep(config.shared) ? evidence.problems : [],
    };
}
/** A gate that advises never fails its step, whatever it could not read; its page says so all the same. */
function endsTheStep({ mode, 'on-report-error': onReportError }) {
    return mode.value !== 'advise' && onReportError.value === 'error';
}
//# sourceMappingURL=run-gate.js.map

/***/ }),

/***/ 7893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ loadGitHub)
/* harmony export */ });
/**
 * The only file that knows the toolkit, and only when somebody needs it: loading it costs more than judging a small
 * report does. GITHUB_API_URL is read while it loads, so every client is given its base URL explicitly.
 */
function loadGitHub() {
    return __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
}
//# sourceMappingURL=sdk.js.map

/***/ }),

/***/ 7409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ stepInputOf)
});

// EXTERNAL MODULE: ./packages/core/lib/limits/accept.js
var limits_accept = __webpack_require__(3344);
// EXTERNAL MODULE: ./packages/core/lib/model/rich-text.js
var rich_text = __webpack_require__(377);
// EXTERNAL MODULE: ./packages/core/lib/action/problem-page.js
var problem_page = __webpack_require__(8419);
;// CONCATENATED MODULE: ./packages/core/lib/action/accept-notes.js



/** Every accept that a verdict rests on, and those that do not count, with what to do. */
function acceptNotes(reasons, accepts) {
    const rules = new Set(reasons.map(({ ruleId }) => ruleId));
    return [
        ...reasons.flatMap(usedNote),
        ...accepts.filter(({ standing }) => standing === 'unlabelled').map(unlabelledNote),
        ...accepts.filter(({ standing, rule }) => standing === 'expired' && rules.has(rule)).map(expiredNote),
    ];
}
function usedNote({ title, limit, accepted }) {
    if (accepted === undefined)
        return [];
    const { author, expires, reason, instead } = accepted;
    const how = accepted.standing === 'labelled' ? ` by this change and the label \`${limits_accept/* ACCEPT_LABEL */.KE}\`` : '';
    return [
        [
            { kind: 'strong', text: 'Accepted' },
            (0,rich_text/* richText */.Y)(`${how}: ${title} at ${limit} instead of ${instead}, by `),
            author,
            ` until ${expires}: `,
            reason,
            ' (',
            { kind: 'code', text: (0,problem_page/* placeOf */.$t)(accepted) },
            ').',
        ],
    ];
}
function unlabelledNote(accept) {
    return [
        'The accept of ',
        ...named(accept),
        (0,rich_text/* richText */.Y)(` is new in this change, so it counts only while the pull request carries the label \`${limits_accept/* ACCEPT_LABEL */.KE}\`; where there are no labels, as in a merge queue, once it is on the base branch.`),
    ];
}
function expiredNote(accept) {
    return ['The accept of ', ...named(accept), ` expired on ${accept.expires}: take it out, or argue for it anew.`];
}
function named(accept) {
    const what = accept.subject === null ? accept.rule : `${accept.rule}: ${accept.subject}`;
    return [{ kind: 'code', text: what }, ` at ${accept.limit} (`, { kind: 'code', text: (0,problem_page/* placeOf */.$t)(accept) }, ')'];
}
//# sourceMappingURL=accept-notes.js.map
// EXTERNAL MODULE: ./packages/core/lib/action/policy-notes.js
var policy_notes = __webpack_require__(2468);
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/core/lib/model/version.js
var version = __webpack_require__(9255);
// EXTERNAL MODULE: ./packages/platform/lib/read-config-file.js
var read_config_file = __webpack_require__(1543);
;// CONCATENATED MODULE: ./packages/platform/lib/describe-policy.js

const SHORT_SHA = 7;
/** The last line of a page: whose limits these are, what was tested and what it was compared with. */
function describePolicy(run, { file, policy }) {
    return [
        ...(policy === undefined ? policyOf(file) : policyOfBase(policy, file)),
        ' · tested: ',
        ...testedOf(run),
        ...baseOf(run.base),
    ];
}
function policyOf(file) {
    if (file === null)
        return ['No config file: limits that nobody wrote only advise'];
    return ['Policy from ', { kind: 'code', text: file.path }];
}
/** `Policy from main at 1f3c9ab` */
function policyOfBase(policy, tested) {
    if (policy.kind !== 'base')
        return [...policyOf(tested), ' of this change, not of ', branchOf(policy.branch)];
    const { file, sha, branch } = policy;
    const commit = [branchOf(branch), ' at ', shortSha(sha)];
    if (file === null)
        return ['No config file in ', ...commit, ': only inputs are limits, the rest advises'];
    const place = file.path === read_config_file/* DEFAULT_CONFIG_PATH */.Bi ? [] : [' (', { kind: 'code', text: file.path }, ')'];
    return ['Policy from ', ...commit, ...place];
}
function branchOf(branch) {
    return branch === null ? 'the base branch' : { kind: 'code', text: branch };
}
function testedOf({ testedSha, headSha }) {
    if (testedSha === null)
        return ['the working tree'];
    if (headSha === null || headSha === testedSha)
        return [shortSha(testedSha)];
    return ['merge of ', shortSha(headSha)];
}
const BASE_ORIGINS = {
    'first-parent': 'its first parent',
    'merge-base': 'the merge base',
    'merge-group': "the merge group's base",
    named: 'as named',
};
function baseOf(base) {
    if (base.kind === 'diff-file')
        return [' · changed lines from ', { kind: 'code', text: base.path }];
    if (base.kind !== 'commit')
        return [];
    return [' · compared with ', shortSha(base.sha), ` (${BASE_ORIGINS[base.origin]})`];
}
function shortSha(sha) {
    return { kind: 'code', text: sha.slice(0, SHORT_SHA) };
}
//# sourceMappingURL=describe-policy.js.map
// EXTERNAL MODULE: ./packages/platform/lib/redaction.js
var redaction = __webpack_require__(6288);
;// CONCATENATED MODULE: ./packages/platform/lib/step-input.js






/** What the renderers need of a judged step, whoever shows it. */
async function stepInputOf({ run, gates, sources, git }) {
    return {
        gates,
        run,
        toolVersion: version/* TOOL_VERSION */.w,
        headDiff: await diffToHead(run, git),
        redactions: await (0,redaction/* redactionsOf */.i)(sources),
        policy: describePolicy(run, sources),
        notes: notesOf(gates, sources),
        localCommand: localCommand(run, gates),
    };
}
/** What must be known before the verdict is read: whose limits these are not, and what was accepted. */
function notesOf(gates, sources) {
    const definitions = gates.map(({ definition }) => definition);
    const reasons = gates.flatMap(({ decision }) => decision.verdict.reasons);
    const accepts = acceptNotes(reasons, sources.accepts ?? []);
    return [...accepts, ...(0,policy_notes/* policyNotes */.Y)(definitions, sources), ...(sources.notes ?? [])];
}
/** From the tested tree to the one that annotations sit on. What cannot be compared is said, never guessed. */
async function diffToHead({ testedSha, headSha }, git) {
    if (testedSha === null || headSha === null || testedSha === headSha)
        return null;
    try {
        return await git.diff(testedSha, headSha);
    }
    catch (error) {
        if (!(error instanceof errors/* PlatformError */.Wk))
            throw error;
        return 'unknown';
    }
}
function localCommand({ base }, gates) {
    const names = gates.map(({ definition }) => definition.gate).join(' ');
    const since = base.kind === 'commit' ? ` --base ${base.sha.slice(0, 12)}` : '';
    return `npx testwarden@${version/* TOOL_VERSION */.w} check ${names}${since}`;
}
//# sourceMappingURL=step-input.js.map

/***/ }),

/***/ 2658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ verdictFileOf)
});

// EXTERNAL MODULE: ./packages/core/lib/files/plain-json.js
var plain_json = __webpack_require__(8188);
;// CONCATENATED MODULE: ./packages/core/lib/files/encode-verdict.js

/** Indented JSON with a line end. @throws TypeError when a value is none that JSON can hold */
function encodeVerdictFile(verdict) {
    (0,plain_json/* assertPlainJson */.zm)(verdict);
    return `${JSON.stringify({ schema: 'testwarden.verdict/1', ...verdict }, null, 2)}\n`;
}
//# sourceMappingURL=encode-verdict.js.map
// EXTERNAL MODULE: ./packages/core/lib/model/outcome.js
var outcome = __webpack_require__(7423);
// EXTERNAL MODULE: ./packages/core/lib/model/version.js
var version = __webpack_require__(9255);
// EXTERNAL MODULE: ./packages/core/lib/render/redact-texts.js
var redact_texts = __webpack_require__(4508);
;// CONCATENATED MODULE: ./packages/platform/lib/step-result.js




/** The verdict file of a step, as text. */
function verdictFileOf({ run, gates, problems, exitCode, redact, ...published }) {
    const verdict = {
        toolVersion: version/* TOOL_VERSION */.w,
        run,
        outcome: (0,outcome/* worstOutcome */.O)(gates.map(({ decision }) => decision.verdict.outcome)),
        exitCode,
        gates: gates.map(({ definition, decision, receipts, problems: own }) => ({
            gate: definition.gate,
            action: definition.id,
            ...decision.verdict,
            findings: decision.findings,
            receipts,
            problems: own,
        })),
        problems,
        ...published,
    };
    return encodeVerdictFile((0,redact_texts/* redactTexts */.S)(verdict, redact));
}
//# sourceMappingURL=step-result.js.map

/***/ })

};
