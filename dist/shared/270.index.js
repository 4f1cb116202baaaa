export const id = 270;
export const ids = [270];
export const modules = {

/***/ 8270:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _testwarden_formats_diff_read_unified_diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(122);
/* harmony import */ var _testwarden_platform_publish_run_publish__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1119);
/* harmony import */ var _testwarden_suite_gates__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5874);



await (0,_testwarden_platform_publish_run_publish__WEBPACK_IMPORTED_MODULE_1__/* .runPublish */ .j)(_testwarden_suite_gates__WEBPACK_IMPORTED_MODULE_2__/* .GATES */ .J, _testwarden_formats_diff_read_unified_diff__WEBPACK_IMPORTED_MODULE_0__/* .readGitDiff */ .y);
//# sourceMappingURL=main.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ bindSchema)
/* harmony export */ });
/**
 * Ties a schema to a type of the model: it compiles only when each of the two is assignable to the other, optional
 * fields included, so neither can change alone. Adds nothing.
 */
function bindSchema() {
    return (schema) => schema;
}
//# sourceMappingURL=bind-schema.js.map

/***/ }),

/***/ 9276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ decodeDocument)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _plain_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8188);


/** Fields that this version does not know stay in the model's value, so that writing it again loses nothing. */
function decodeDocument(text, kind) {
    const parsed = (0,_plain_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlainJson */ .Ct)(text, kind.maxCharacters);
    if (!parsed.ok)
        return damaged(parsed.message);
    const refusal = checkSchemaName(parsed.value, kind);
    if (refusal !== null)
        return refusal;
    const checked = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(kind.schema, parsed.value, { abortEarly: true });
    // The parsed value itself, because a validated copy would lack the unknown fields.
    return checked.success ? { ok: true, model: parsed.value } : damaged(explain(checked.issues[0]));
}
function checkSchemaName(value, { name, major }) {
    const found = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
    const match = typeof found === 'string' ? /^testwarden\.([a-z-]{1,40})\/([1-9]\d{0,8})$/.exec(found) : null;
    if (match === null)
        return damaged(`has no "schema": "testwarden.${name}/${major}"`);
    if (match[1] !== name)
        return damaged(`is a testwarden.${match[1]} file; expected testwarden.${name}`);
    if (Number(match[2]) <= major)
        return null;
    const message = `was written by a newer Testwarden (${match[0]}); this version reads up to testwarden.${name}/${major}`;
    return { ok: false, fault: 'newer', message };
}
function damaged(message) {
    return { ok: false, fault: 'damaged', message };
}
function explain(issue) {
    const path = valibot__WEBPACK_IMPORTED_MODULE_1__/* .getDotPath */ .BuJ(issue) ?? 'the top';
    return `is wrong at ${path}: expected ${issue.expected ?? issue.type}, got ${shorten(issue.received)}`;
}
function shorten(received) {
    return received.length > 80 ? `${received.slice(0, 80)}…` : received;
}
//# sourceMappingURL=document.js.map

/***/ }),

/***/ 7144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ recordKeySchema),
/* harmony export */   z: () => (/* binding */ machineSchema)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _bind_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3892);
/* harmony import */ var _scalar_schemas_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9180);



const recordKeySchema = (0,_bind_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .bindSchema */ .L)()(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    action: _scalar_schemas_js__WEBPACK_IMPORTED_MODULE_0__/* .actionIdSchema */ .ls,
    workflow: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    job: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    matrix: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .description */ .h_('Canonical JSON of the matrix cell, {} without one.')),
    step: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    checkRun: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    run: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    attempt: _scalar_schemas_js__WEBPACK_IMPORTED_MODULE_0__/* .countSchema */ .vK,
}));
const machineSchema = (0,_bind_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .bindSchema */ .L)()(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    cpu: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    cores: _scalar_schemas_js__WEBPACK_IMPORTED_MODULE_0__/* .countSchema */ .vK,
    memoryMiB: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(0)),
    image: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
}));
//# sourceMappingURL=record-key-schema.js.map

/***/ }),

/***/ 9180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ nullableText),
/* harmony export */   Rl: () => (/* binding */ timeSchema),
/* harmony export */   Ye: () => (/* binding */ shaSchema),
/* harmony export */   ls: () => (/* binding */ actionIdSchema),
/* harmony export */   mA: () => (/* binding */ lineSchema),
/* harmony export */   vK: () => (/* binding */ countSchema)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

/** How many of something: an integer from 0 that a double holds exactly. */
const countSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
/** 1-based. */
const lineSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1));
/** Commit or tree, SHA-1 or SHA-256. Strict, because shas end up in links and on git's command line. */
const shaSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/));
/** An action's id. Strict, because it names a folder of the history. */
const actionIdSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[a-z][a-z0-9-]{0,63}$/));
/** ISO 8601, UTC. */
const timeSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/));
const nullableText = valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
//# sourceMappingURL=scalar-schemas.js.map

/***/ }),

/***/ 1119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ runPublish)
});

// UNUSED EXPORTS: publishRun

;// CONCATENATED MODULE: ./packages/core/lib/evidence-fold/check-origin.js
/** Why evidence is not of this run; null when nothing speaks against it. Reads on after the name of the file. */
function faultOfOrigin({ key, ...run }, known) {
    if (run.repository !== known.repository)
        return `is of the repository ${run.repository}, not of ${known.repository}`;
    if (key.run !== known.run)
        return `is of run ${key.run}, not of run ${known.run}`;
    if (key.workflow !== known.workflow)
        return `is of the workflow ${key.workflow}, not of ${known.workflow}`;
    if (key.attempt > known.attempt)
        return `is of attempt ${key.attempt}, and the run has only ${known.attempt}`;
    if (known.headSha !== null && run.headSha !== known.headSha)
        return `speaks of the head ${check_origin_short(run.headSha)}, and GitHub says that it is ${check_origin_short(known.headSha)}`;
    if (known.testedShas !== null && !(run.testedSha !== null && known.testedShas.has(run.testedSha)))
        return `is of the commit ${check_origin_short(run.testedSha)}, which this run is not about`;
    return null;
}
function check_origin_short(sha) {
    return sha === null ? 'of nobody' : sha.slice(0, 10);
}
//# sourceMappingURL=check-origin.js.map
;// CONCATENATED MODULE: ./packages/core/lib/evidence-fold/believe-legs.js

/** Those that say of themselves what GitHub says of their run. */
function believeLegs(candidates, known) {
    const checked = candidates.map((leg) => ({ leg, fault: faultOfOrigin(leg.evidence.run, known) }));
    return {
        legs: checked.flatMap(({ leg, fault }) => (fault === null ? [leg] : [])),
        refused: checked.flatMap(({ leg, fault }) => (fault === null ? [] : [refusal(leg, fault)])),
    };
}
function refusal({ source }, fault) {
    return {
        kind: 'report',
        message: `${source} ${fault}.`,
        path: null,
        line: null,
        remedy: 'Hand over what a gate of this very run wrote.',
    };
}
//# sourceMappingURL=believe-legs.js.map
// EXTERNAL MODULE: ./packages/core/lib/model/record-key.js
var record_key = __webpack_require__(920);
;// CONCATENATED MODULE: ./packages/core/lib/evidence-fold/head-diff.js

/**
 * From the tested tree to the head's, as all legs tell it; null where they do not, or where no such diff can be. It only
 * moves places on a page, so a leg's word is enough.
 */
function agreedHeadDiff(legs) {
    const [first, ...others] = legs.map(({ headDiff }) => headDiff ?? null);
    if (first === undefined || first === null)
        return null;
    const text = (0,record_key/* canonicalJson */.d)(first);
    const isAgreed = others.every((other) => (0,record_key/* canonicalJson */.d)(other) === text);
    return isAgreed && first.every(({ hunks }) => areOrdered(hunks)) ? first : null;
}
/** Hunks of one file neither overlap nor go back, on either side. */
function areOrdered(hunks) {
    let oldEnd = -1;
    let newEnd = -1;
    for (const { oldStart, oldCount, newStart, newCount } of hunks) {
        if (oldStart < oldEnd || newStart < newEnd)
            return false;
        oldEnd = oldStart + oldCount;
        newEnd = newStart + newCount;
        if (!Number.isSafeInteger(oldEnd) || !Number.isSafeInteger(newEnd))
            return false;
    }
    return true;
}
//# sourceMappingURL=head-diff.js.map
// EXTERNAL MODULE: ./packages/core/lib/render/redact-texts.js
var redact_texts = __webpack_require__(4508);
// EXTERNAL MODULE: ./packages/platform/lib/action-host.js
var action_host = __webpack_require__(4506);
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/platform/lib/attempt.js
var attempt = __webpack_require__(6548);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./packages/core/lib/files/bind-schema.js
var bind_schema = __webpack_require__(3892);
// EXTERNAL MODULE: ./packages/core/lib/files/byte-length.js
var byte_length = __webpack_require__(396);
// EXTERNAL MODULE: ./packages/core/lib/files/scalar-schemas.js
var scalar_schemas = __webpack_require__(9180);
;// CONCATENATED MODULE: ./packages/core/lib/files/diff-schema.js



const diffSchema = (0,bind_schema/* bindSchema */.L)()(dist/* array */.YOg(dist/* object */.Ikc({
    oldPath: scalar_schemas/* nullableText */.DU,
    newPath: scalar_schemas/* nullableText */.DU,
    isBinary: dist/* boolean */.zMY(),
    hunks: dist/* array */.YOg(dist/* object */.Ikc({ oldStart: scalar_schemas/* countSchema */.vK, oldCount: scalar_schemas/* countSchema */.vK, newStart: scalar_schemas/* countSchema */.vK, newCount: scalar_schemas/* countSchema */.vK })),
})));
//# sourceMappingURL=diff-schema.js.map
// EXTERNAL MODULE: ./packages/core/lib/files/document.js
var files_document = __webpack_require__(9276);
;// CONCATENATED MODULE: ./packages/core/lib/files/observation-schema.js



const observationSchema = (0,bind_schema/* bindSchema */.L)()(dist/* object */.Ikc({
    requestId: dist/* string */.YjP(),
    result: dist/* variant */.Oxt('kind', [
        dist/* object */.Ikc({
            kind: dist/* literal */.euz('command'),
            exitCode: dist/* nullable */.mee(dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b())),
            stdout: dist/* string */.YjP(),
            durationMs: dist/* pipe */.FsL(dist/* number */.aig(), dist/* minValue */.Wwf(0)),
        }),
        dist/* object */.Ikc({ kind: dist/* literal */.euz('file'), content: scalar_schemas/* nullableText */.DU }),
        dist/* object */.Ikc({ kind: dist/* literal */.euz('failed'), message: dist/* string */.YjP() }),
    ]),
}));
//# sourceMappingURL=observation-schema.js.map
;// CONCATENATED MODULE: ./packages/core/lib/files/problem-schema.js



const problemSchema = (0,bind_schema/* bindSchema */.L)()(dist/* object */.Ikc({
    kind: dist/* pipe */.FsL(dist/* picklist */.KIO(['configuration', 'report', 'platform', 'bug']), dist/* description */.h_('bug: a fault of Testwarden itself, which ended the step with 70.')),
    message: dist/* string */.YjP(),
    path: scalar_schemas/* nullableText */.DU,
    line: dist/* nullable */.mee(scalar_schemas/* lineSchema */.mA),
    remedy: scalar_schemas/* nullableText */.DU,
}));
//# sourceMappingURL=problem-schema.js.map
// EXTERNAL MODULE: ./packages/core/lib/files/record-key-schema.js
var record_key_schema = __webpack_require__(7144);
;// CONCATENATED MODULE: ./packages/core/lib/files/run-context-schema.js




const baseSchema = (0,bind_schema/* bindSchema */.L)()(dist/* variant */.Oxt('kind', [
    dist/* object */.Ikc({
        kind: dist/* literal */.euz('commit'),
        sha: scalar_schemas/* shaSchema */.Ye,
        origin: dist/* picklist */.KIO(['first-parent', 'merge-base', 'merge-group', 'named']),
    }),
    dist/* object */.Ikc({ kind: dist/* literal */.euz('history') }),
    dist/* object */.Ikc({ kind: dist/* literal */.euz('diff-file'), path: dist/* string */.YjP() }),
    dist/* object */.Ikc({ kind: dist/* literal */.euz('unknown'), reason: dist/* string */.YjP(), remedy: dist/* string */.YjP() }),
]));
const runContextSchema = (0,bind_schema/* bindSchema */.L)()(dist/* object */.Ikc({
    key: record_key_schema/* recordKeySchema */.Y,
    event: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('GitHub’s name of the event, or local.')),
    repository: dist/* pipe */.FsL(scalar_schemas/* nullableText */.DU, dist/* description */.h_('owner/name; null outside GitHub.')),
    serverUrl: scalar_schemas/* nullableText */.DU,
    branch: scalar_schemas/* nullableText */.DU,
    pullRequest: dist/* nullable */.mee(dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(1))),
    testedSha: dist/* pipe */.FsL(dist/* nullable */.mee(scalar_schemas/* shaSchema */.Ye), dist/* description */.h_('null: a working tree, which has no sha.')),
    headSha: dist/* pipe */.FsL(dist/* nullable */.mee(scalar_schemas/* shaSchema */.Ye), dist/* description */.h_('Where findings are shown.')),
    base: baseSchema,
    isBaseline: dist/* pipe */.FsL(dist/* boolean */.zMY(), dist/* description */.h_('Whether this run may become a baseline.')),
    now: scalar_schemas/* timeSchema */.Rl,
    machine: record_key_schema/* machineSchema */.z,
}));
//# sourceMappingURL=run-context-schema.js.map
;// CONCATENATED MODULE: ./packages/core/lib/files/evidence-file.js










const evidenceFileSchema = (0,bind_schema/* bindSchema */.L)()(dist/* object */.Ikc({
    schema: dist/* literal */.euz('testwarden.evidence/1'),
    action: scalar_schemas/* actionIdSchema */.ls,
    run: runContextSchema,
    facts: dist/* pipe */.FsL(dist/* unknown */.L5J(), dist/* description */.h_('What the action collected; its shape is the action’s own.')),
    problems: dist/* pipe */.FsL(dist/* array */.YOg(problemSchema), dist/* description */.h_('What could not be read.')),
    observations: dist/* array */.YOg(observationSchema),
    headDiff: dist/* exactOptional */.yqP(dist/* pipe */.FsL(diffSchema, dist/* description */.h_('From the tested tree to the head’s, by lines; only moves places on a page.'))),
}));
/**
 * Evidence that another job wrote, which may be a stranger's. Its facts are opaque here: the action checks them.
 * @throws ReportError when the text is too long, damaged, of another action or of a newer major version
 */
function decodeEvidenceFile(text, { path, action, maxBytes }) {
    const refuse = (message, remedy) => new errors/* ReportError */.$g(`${path} ${message}`, { path, line: null, remedy });
    if (text.length > maxBytes || (0,byte_length/* byteLength */.d)(text) > maxBytes)
        throw refuse(`is longer than the ${maxBytes} bytes that ${action} may hand over`, REMEDIES.damaged);
    const decoded = (0,files_document/* decodeDocument */.w)(text, { ...EVIDENCE_DOCUMENT, maxCharacters: maxBytes });
    if (!decoded.ok)
        throw refuse(decoded.message, REMEDIES[decoded.fault]);
    if (decoded.model.action === action)
        return decoded.model;
    const message = `is evidence of ${decoded.model.action}; expected ${action}`;
    throw refuse(message, `pass the evidence file that ${action} wrote`);
}
const EVIDENCE_DOCUMENT = {
    name: 'evidence',
    major: 1,
    schema: evidenceFileSchema,
};
const REMEDIES = {
    newer: 'use the same version of Testwarden in both jobs',
    damaged: 'pass the evidence file that a Testwarden step wrote, unchanged',
};
//# sourceMappingURL=evidence-file.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/artifacts/read-leg.js





const decompress = (0,external_node_util_.promisify)(external_node_zlib_.gunzip);
const EVIDENCE_NAME = /^(?:.*\/)?([a-z][a-z0-9-]{0,63})\.evidence\.v1\.json\.gz$/;
/** Whether an entry of an archive is to be read at all. */
function isEvidenceName(name) {
    return EVIDENCE_NAME.test(name);
}
/**
 * One evidence file of another job, with facts that their own action has checked.
 * @param source the archive's name, for messages
 * @throws ReportError when it is not what a gate of this version wrote
 */
async function readLeg({ name, content }, { source, definitions }) {
    const path = `${source}/${name}`;
    const gate = EVIDENCE_NAME.exec(name)?.[1] ?? '';
    const definition = definitions.find((known) => known.gate === gate);
    if (definition === undefined)
        throw read_leg_refusal(path, `is of the gate ${gate}, which this version does not know`, 'use the same version in both jobs');
    const text = await unpack(content, { path, maxBytes: definition.maxEvidenceBytes });
    const { schema: _schema, ...evidence } = decodeEvidenceFile(text, {
        path,
        action: definition.id,
        maxBytes: definition.maxEvidenceBytes,
    });
    const facts = parseFacts(definition, { facts: evidence.facts, path });
    const digest = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
    return { source: path, digest, evidence: { ...evidence, facts } };
}
async function unpack(content, { path, maxBytes }) {
    try {
        const bytes = await decompress(content, { maxOutputLength: maxBytes });
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        const isTooLong = error instanceof RangeError;
        const message = isTooLong ? `unpacks to more than ${maxBytes} bytes` : 'is damaged, or not compressed by gzip';
        throw read_leg_refusal(path, message, 'pass the evidence file that a Testwarden step wrote, unchanged');
    }
}
function parseFacts(definition, { facts, path }) {
    try {
        return definition.parseFacts(facts);
    }
    catch (error) {
        if (!(error instanceof errors/* ReportError */.$g))
            throw error;
        throw read_leg_refusal(path, error.message, error.remedy);
    }
}
function read_leg_refusal(path, message, remedy) {
    return new errors/* ReportError */.$g(`${path} ${message}`, { path, line: null, remedy });
}
//# sourceMappingURL=read-leg.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/artifacts/zip-directory.js
const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const FLAG_ENCRYPTED = 1;
const MADE_ON_UNIX = 3;
const UNIX_KIND_MASK = 0xf000;
const UNIX_FILE = 0x8000;
const UNIX_FOLDER = 0x4000;
/** Lists the entries. An archive with one entry that could lead anywhere else is refused as a whole. */
function listZip(zip, maxEntries) {
    const end = findEnd(zip);
    if (end === null)
        return refused('is no zip file, or ends early');
    const count = zip.readUInt16LE(end + 10);
    const bytes = zip.readUInt32LE(end + 12);
    const offset = zip.readUInt32LE(end + 16);
    const isWhole = zip.readUInt16LE(end + 4) === 0 && zip.readUInt16LE(end + 8) === count && offset + bytes <= end;
    if (!isWhole)
        return refused('is a zip file of several parts, too large, or damaged');
    if (count > maxEntries)
        return refused(`has ${count} entries; at most ${maxEntries} are read`);
    return readEntries(zip.subarray(offset, offset + bytes), { count, offset });
}
function readEntries(directory, { count, offset }) {
    const entries = new Map();
    let at = 0;
    for (let index = 0; index < count; index++) {
        const read = readEntry(directory, at);
        if (typeof read === 'string')
            return refused(read);
        const { entry, nextAt } = read;
        if (entries.has(entry.name))
            return refused(`has two entries called ${JSON.stringify(entry.name)}`);
        entries.set(entry.name, entry);
        at = nextAt;
    }
    return { ok: true, entries: [...entries.values()], directoryOffset: offset };
}
/** A text says why not. */
function readEntry(directory, at) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE)
        return 'has a damaged list of entries';
    const nameBytes = directory.readUInt16LE(at + 28);
    const nextAt = at + ENTRY_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (nextAt > directory.length)
        return 'has a damaged list of entries';
    const name = decodeName(directory.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    if (name === null)
        return 'has an entry whose name is not UTF-8';
    const fault = faultOfName(name) ?? faultOfKind(directory, at);
    if (fault !== null)
        return `has the entry ${JSON.stringify(name.slice(0, 200))}, which ${fault}`;
    const entry = {
        name,
        kind: name.endsWith('/') ? 'folder' : 'file',
        method: directory.readUInt16LE(at + 10) === 0 ? 'stored' : 'deflated',
        compressedBytes: directory.readUInt32LE(at + 20),
        bytes: directory.readUInt32LE(at + 24),
        offset: directory.readUInt32LE(at + 42),
    };
    return { entry, nextAt };
}
function decodeName(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return null;
    }
}
/** Nothing is ever unpacked to disk; a name that only makes sense there shows that the archive is none of ours. */
function faultOfName(name) {
    if (name === '' || name.includes('\0'))
        return 'has no usable name';
    if (name.startsWith('/'))
        return 'is an absolute path';
    if (name.includes('\\'))
        return 'has a backslash in its path';
    if (/^[A-Za-z]:/.test(name))
        return 'names a drive';
    if (name.split('/').includes('..'))
        return 'leads out of its folder';
    return null;
}
function faultOfKind(directory, at) {
    if ((directory.readUInt16LE(at + 8) & FLAG_ENCRYPTED) !== 0)
        return 'is encrypted';
    const method = directory.readUInt16LE(at + 10);
    if (method !== 0 && method !== 8)
        return `is packed by the unknown method ${method}`;
    if (directory.readUInt8(at + 5) !== MADE_ON_UNIX)
        return null;
    const kind = (directory.readUInt32LE(at + 38) >>> 16) & UNIX_KIND_MASK;
    return kind === 0 || kind === UNIX_FILE || kind === UNIX_FOLDER ? null : 'is a link or a device';
}
/** The record stands at the end, before a comment that says its own length. */
function findEnd(zip) {
    const first = Math.max(0, zip.length - END_BYTES - MAX_COMMENT_BYTES);
    for (let at = zip.length - END_BYTES; at >= first; at--) {
        const isEnd = zip.readUInt32LE(at) === END_SIGNATURE;
        if (isEnd && at + END_BYTES + zip.readUInt16LE(at + 20) === zip.length)
            return at;
    }
    return null;
}
function refused(message) {
    return { ok: false, message };
}
//# sourceMappingURL=zip-directory.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/artifacts/unzip.js



const inflate = (0,external_node_util_.promisify)(external_node_zlib_.inflateRaw);
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
/**
 * The wanted files of a zip archive from a stranger, in memory. Everything that the archive says of itself is checked
 * before the first byte is unpacked, and again while it is: what it claims is never what memory is given by.
 */
async function unzip(zip, isWanted, limits) {
    const listing = listZip(zip, limits.maxEntries);
    if (!listing.ok)
        return listing;
    const fault = faultOfSizes(listing.entries, limits);
    if (fault !== null)
        return { ok: false, message: fault };
    const files = [];
    for (const entry of listing.entries.filter(({ name, kind }) => kind === 'file' && isWanted(name))) {
        const content = await unzip_unpack(zip.subarray(0, listing.directoryOffset), entry);
        if (content === null)
            return { ok: false, message: `is damaged at the entry ${JSON.stringify(entry.name)}` };
        files.push({ name: entry.name, content });
    }
    return { ok: true, files };
}
function faultOfSizes(entries, { maxEntryBytes, maxRatio }) {
    let packed = 0;
    let unpacked = 0;
    for (const { name, bytes, compressedBytes } of entries) {
        packed += compressedBytes;
        unpacked += bytes;
        const what = `the entry ${JSON.stringify(name.slice(0, 200))}`;
        if (bytes > maxEntryBytes)
            return `has ${what}, which is ${bytes} bytes long; at most ${maxEntryBytes} are read`;
        if (bytes > compressedBytes * maxRatio)
            return `has ${what}, which unpacks to more than ${maxRatio} times its size`;
    }
    return unpacked > packed * maxRatio ? `unpacks to more than ${maxRatio} times its size` : null;
}
/** null: what lies there is not what the directory says. */
async function unzip_unpack(zip, entry) {
    const packed = packedBytes(zip, entry);
    if (packed === null)
        return null;
    if (entry.method === 'stored')
        return packed.length === entry.bytes ? packed : null;
    try {
        // One byte more than claimed is enough to see that the claim was a lie.
        const content = await inflate(packed, { maxOutputLength: entry.bytes + 1 });
        return content.length === entry.bytes ? content : null;
    }
    catch {
        return null;
    }
}
function packedBytes(zip, { name, offset, compressedBytes }) {
    if (offset + LOCAL_BYTES > zip.length || zip.readUInt32LE(offset) !== LOCAL_SIGNATURE)
        return null;
    const nameEnd = offset + LOCAL_BYTES + zip.readUInt16LE(offset + 26);
    const start = nameEnd + zip.readUInt16LE(offset + 28);
    const hasSameName = zip.subarray(offset + LOCAL_BYTES, nameEnd).equals(Buffer.from(name));
    return hasSameName && start + compressedBytes <= zip.length ? zip.subarray(start, start + compressedBytes) : null;
}
//# sourceMappingURL=unzip.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/artifacts/collect-legs.js




/** A matrix has at most 256 legs. */
const ARTIFACTS_MAX = 256;
const ZIP_BYTES_MAX = 64 * 1024 * 1024;
/** Of all artifacts together: what is read is held until it is folded. */
const TOTAL_BYTES_MAX = 256 * 1024 * 1024;
const UNZIP_LIMITS = { maxEntries: 100, maxEntryBytes: ZIP_BYTES_MAX, maxRatio: 100 };
/**
 * Every evidence file among the artifacts of a run, checked piece by piece and kept in memory: nothing is written to
 * disk. What is refused never keeps the rest from being read.
 * @throws PlatformError when the artifacts cannot even be listed
 */
async function collectLegs(search) {
    const { artifacts, isWhole } = await search.api.listArtifacts(search.run);
    const ours = artifacts.filter(({ name }) => name.startsWith(search.prefix)).sort(byName);
    const legs = [];
    const refused = isWhole ? [] : [notWhole(artifacts.length)];
    let bytes = 0;
    for (const [index, artifact] of ours.entries()) {
        bytes += artifact.bytes;
        const read = await (0,attempt/* attempt */.C)(() => readArtifact(artifact, { search, index, bytes }));
        if (!read.ok)
            refused.push(asWhole(read.problem));
        else
            for (const file of read.value)
                file.ok ? legs.push(file.value) : refused.push(asWhole(file.problem));
    }
    return { legs, refused };
}
async function readArtifact(artifact, { search, index, bytes }) {
    const fault = faultOf(artifact, { index, bytes });
    if (fault !== null)
        throw collect_legs_refusal(artifact, fault);
    const zip = await search.api.download(artifact, ZIP_BYTES_MAX);
    const unzipped = await unzip(zip, isEvidenceName, UNZIP_LIMITS);
    if (!unzipped.ok)
        throw collect_legs_refusal(artifact, unzipped.message);
    if (unzipped.files.length === 0)
        throw collect_legs_refusal(artifact, 'holds no evidence file');
    const how = { source: artifact.name, definitions: search.definitions };
    const files = [];
    for (const file of unzipped.files)
        files.push(await (0,attempt/* attempt */.C)(() => readLeg(file, how)));
    return files;
}
function faultOf({ bytes: own, isExpired }, { index, bytes }) {
    if (isExpired)
        return 'has expired';
    if (index >= ARTIFACTS_MAX)
        return `is one of more than ${ARTIFACTS_MAX} artifacts of one run`;
    if (own > ZIP_BYTES_MAX)
        return `is ${own} bytes long; at most ${ZIP_BYTES_MAX} are read`;
    return bytes > TOTAL_BYTES_MAX ? `goes beyond the ${TOTAL_BYTES_MAX} bytes that are read of one run` : null;
}
function collect_legs_refusal({ name }, message) {
    return new errors/* ReportError */.$g(`the artifact ${name.slice(0, 200)} ${message}`, {
        path: name,
        line: null,
        remedy: 'let only the handover action upload artifacts of this prefix',
    });
}
function notWhole(count) {
    return {
        kind: 'platform',
        message: `The run has more than ${count} artifacts; only the newest ${count} were looked at.`,
        path: null,
        line: null,
        remedy: 'Upload fewer artifacts in one run.',
    };
}
/** These messages name their artifact themselves, so that no page says it twice. */
function asWhole(problem) {
    return { ...problem, path: null };
}
function byName(left, right) {
    return left.name < right.name ? -1 : left.name > right.name ? 1 : left.id - right.id;
}
//# sourceMappingURL=collect-legs.js.map
// EXTERNAL MODULE: ./packages/platform/lib/clock.js
var clock = __webpack_require__(1107);
// EXTERNAL MODULE: ./packages/platform/lib/deliver-bug.js
var deliver_bug = __webpack_require__(2179);
// EXTERNAL MODULE: ./packages/platform/lib/deliver-step.js + 9 modules
var deliver_step = __webpack_require__(8580);
// EXTERNAL MODULE: ./packages/platform/lib/exec.js
var lib_exec = __webpack_require__(8116);
// EXTERNAL MODULE: ./packages/platform/lib/files.js + 5 modules
var lib_files = __webpack_require__(3564);
// EXTERNAL MODULE: ./packages/platform/lib/git.js + 7 modules
var lib_git = __webpack_require__(2827);
// EXTERNAL MODULE: ./packages/platform/lib/github/client.js + 7 modules
var client = __webpack_require__(6290);
// EXTERNAL MODULE: ./packages/platform/lib/history/open-history.js
var open_history = __webpack_require__(949);
// EXTERNAL MODULE: ./packages/platform/lib/judge-gates.js + 2 modules
var judge_gates = __webpack_require__(6123);
// EXTERNAL MODULE: ./packages/platform/lib/log.js
var lib_log = __webpack_require__(8127);
// EXTERNAL MODULE: ./packages/platform/lib/redaction.js
var redaction = __webpack_require__(6288);
// EXTERNAL MODULE: ./packages/platform/lib/run-context/bare-run.js
var bare_run = __webpack_require__(4953);
// EXTERNAL MODULE: ./packages/platform/lib/suite.js
var suite = __webpack_require__(5153);
// EXTERNAL MODULE: ./packages/core/lib/action/effective-config.js + 2 modules
var effective_config = __webpack_require__(6613);
// EXTERNAL MODULE: ./packages/core/lib/action/policy-doubt.js
var policy_doubt = __webpack_require__(2599);
// EXTERNAL MODULE: ./packages/core/lib/action/problem-page.js
var problem_page = __webpack_require__(8419);
;// CONCATENATED MODULE: ./packages/core/lib/evidence-fold/leg.js

/** Which leg it is, whatever the attempt: job, matrix cell and step of an action. */
function legIdentity({ action, job, matrix, step, checkRun }) {
    return (0,record_key/* canonicalJson */.d)({ action, job, matrix, step, checkRun });
}
/** The job and matrix cell, which all gates and steps of one leg share. */
function legCell({ job, matrix }) {
    return (0,record_key/* canonicalJson */.d)({ job, matrix });
}
/** `test (20, ubuntu)`, close to what GitHub calls the job; the order of its values is lost. */
function legName({ job, matrix }) {
    const values = matrixValues(matrix);
    return values.length === 0 ? job : `${job} (${values.join(', ')})`;
}
/** The leaves of a matrix cell as text. @param matrix canonical JSON; anything else has none */
function matrixValues(matrix) {
    try {
        return leaves(JSON.parse(matrix));
    }
    catch {
        return [];
    }
}
function leaves(value) {
    if (typeof value === 'object' && value !== null)
        return Object.values(value).flatMap(leaves);
    return value === null ? [] : [String(value)];
}
//# sourceMappingURL=leg.js.map
;// CONCATENATED MODULE: ./packages/core/lib/evidence-fold/choose-legs.js

/**
 * One evidence per leg: that of the latest attempt. Where the latest attempt is there twice and says two things, nobody
 * can know which is true, so neither counts.
 * @param attempt of the run that is published, for telling whose evidence is from an earlier one
 */
function chooseLegs(candidates, attempt) {
    const groups = new Map();
    for (const leg of candidates) {
        const identity = legIdentity(leg.evidence.run.key);
        groups.set(identity, [...(groups.get(identity) ?? []), leg]);
    }
    const ordered = [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => latest(group));
    const chosen = ordered.map((group) => ({ group, isSettled: new Set(group.map(({ digest }) => digest)).size === 1 }));
    const legs = chosen.flatMap(({ group, isSettled }) => (isSettled ? group.slice(0, 1) : []));
    return {
        legs,
        refused: chosen.flatMap(({ group, isSettled }) => (isSettled ? [] : [contradiction(group)])),
        notes: legs.flatMap((leg) => earlierNote(leg, attempt)),
    };
}
function latest(group) {
    const last = group.reduce((most, { evidence }) => Math.max(most, evidence.run.key.attempt), 0);
    return group
        .filter(({ evidence }) => evidence.run.key.attempt === last)
        .sort((left, right) => (left.source < right.source ? -1 : 1));
}
function contradiction(group) {
    const sources = group.map(({ source }) => source);
    const [first] = group;
    const name = first === undefined ? '' : legName(first.evidence.run.key);
    return {
        kind: 'report',
        message: `The leg ${name} handed over two different contents for one attempt: ${sources.join(' and ')}.`,
        path: null,
        line: null,
        remedy: 'Upload the evidence of each leg once.',
    };
}
function earlierNote({ evidence }, attempt) {
    const { key } = evidence.run;
    if (key.attempt >= attempt)
        return [];
    return [`${legName(key)}: evidence of attempt ${key.attempt}, as attempt ${attempt} of the run has none.`];
}
//# sourceMappingURL=choose-legs.js.map
;// CONCATENATED MODULE: ./packages/core/lib/evidence-fold/missing-legs.js

/** Legs that handed nothing over. @param keys of the legs that did */
function findMissingLegs(keys, expectation) {
    const cells = [...new Map(keys.map((key) => [legCell(key), key])).values()];
    switch (expectation.kind) {
        case 'count':
            return byCount(cells, expectation.count);
        case 'names':
            return { missing: unmatched(cells, expectation.names), notes: [] };
        case 'jobs':
            return byJobs(cells, expectation.jobs);
    }
}
function byCount(cells, count) {
    const lacking = count - cells.length;
    if (lacking <= 0)
        return { missing: [], notes: [] };
    const there = cells.length === 0 ? 'none is there' : `there are ${cells.map(legName).join(', ')}`;
    return { missing: [`${lacking} of ${count} (${there})`], notes: [] };
}
function byJobs(cells, jobs) {
    const ids = [...new Set(cells.map(({ job }) => job))].sort();
    const found = ids.map((id) => byJob(id, { cells: cells.filter(({ job }) => job === id), jobs }));
    return { missing: found.flatMap(({ missing }) => missing), notes: found.flatMap(({ notes }) => notes) };
}
function byJob(id, { cells, jobs }) {
    // A leg that its own `if:` skipped was never asked for anything.
    const names = jobs.filter(({ conclusion }) => conclusion !== 'skipped').map(({ name }) => ownPart(name, id));
    const legs = names.filter((name) => name === id || (name.startsWith(`${id} (`) && name.endsWith(')')));
    if (legs.length === 0) {
        const note = `The legs of ${id} have names of their own, so a missing one cannot be told: set \`expected-legs\`.`;
        return { missing: [], notes: cells.length > 0 ? [note] : [] };
    }
    const lacking = legs.length - cells.length;
    if (lacking <= 0)
        return { missing: [], notes: [] };
    const suspects = unmatched(cells, legs);
    if (suspects.length === lacking)
        return { missing: suspects, notes: [] };
    return { missing: [`${lacking} of ${legs.length} legs of ${id} (among ${suspects.join(', ')})`], notes: [] };
}
/** A job of a reusable workflow is called `caller / job`. */
function ownPart(name, id) {
    const at = name.lastIndexOf(` / ${id}`);
    return at < 0 ? name : name.slice(at + 3);
}
/** Names to which no leg answers. Each leg answers once, to the name that says most first. */
function unmatched(cells, names) {
    const free = [...cells];
    const left = [];
    for (const name of [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
        const at = free.findIndex((cell) => answers(cell, name));
        if (at < 0)
            left.push(name);
        else
            free.splice(at, 1);
    }
    return left.sort();
}
/** Every value in the name is one of the cell's; keys that `include` added may be missing in the name. */
function answers({ job, matrix }, name) {
    if (name === job)
        return true;
    if (!name.startsWith(`${job} (`) || !name.endsWith(')'))
        return false;
    const own = matrixValues(matrix).flatMap((value) => value.split(', '));
    for (const value of name.slice(job.length + 2, -1).split(', ')) {
        const at = own.indexOf(value);
        if (at < 0)
            return false;
        own.splice(at, 1);
    }
    return true;
}
//# sourceMappingURL=missing-legs.js.map
;// CONCATENATED MODULE: ./packages/core/lib/evidence-fold/whole-run.js

/**
 * The run of a whole that was folded from legs: what is known of it for certain, and of what only the legs can know the
 * part that they agree on.
 */
function wholeRun(known, legs) {
    const testedSha = sole(legs.map((leg) => leg.testedSha));
    const base = sole(legs.map((leg) => leg.base));
    return { ...known, testedSha: testedSha ?? known.testedSha, base: base ?? disagreement(known, legs) };
}
/** A leg as a run of its own, with nothing of it believed that GitHub can say: only where in the run it stood. */
function legRun(known, { key, testedSha, base, machine }) {
    const { action, job, matrix, step, checkRun, attempt } = key;
    return {
        ...known,
        key: { ...known.key, action, job, matrix, step, checkRun, attempt },
        testedSha,
        base,
        machine,
    };
}
function disagreement(known, legs) {
    if (legs.length === 0)
        return known.base;
    return {
        kind: 'unknown',
        reason: 'The legs of this run were compared with different commits.',
        remedy: 'Let all legs check out the same commit at the same depth.',
    };
}
function sole(values) {
    const [first] = values;
    return first !== undefined && new Set(values.map(record_key/* canonicalJson */.d)).size === 1 ? first : null;
}
//# sourceMappingURL=whole-run.js.map
// EXTERNAL MODULE: ./packages/platform/lib/conclusion.js
var conclusion = __webpack_require__(9406);
// EXTERNAL MODULE: ./packages/platform/lib/run-gate.js + 3 modules
var run_gate = __webpack_require__(3489);
// EXTERNAL MODULE: ./packages/core/lib/model/outcome.js
var model_outcome = __webpack_require__(7423);
;// CONCATENATED MODULE: ./packages/platform/lib/publish/missing-reason.js

/** What is not there might have said anything, so a verdict on the rest is at most inconclusive. */
function withMissingLegs(decision, missing) {
    if (missing.length === 0)
        return decision;
    const { verdict } = decision;
    const reason = missingReason(missing);
    const outcome = (0,model_outcome/* worstOutcome */.O)([verdict.outcome, reason.outcome]);
    const headline = verdict.outcome === 'fail' ? verdict.headline : reason.message;
    return { ...decision, verdict: { outcome, headline, reasons: [...verdict.reasons, reason] } };
}
function missingReason(missing) {
    return {
        ruleId: 'missing-legs',
        title: 'every leg there',
        outcome: 'inconclusive',
        message: `Evidence is missing of ${missing.join(', ')}.`,
        actual: null,
        limit: null,
        limitOrigin: 'none',
        unit: 'count',
        baseline: null,
        wording: { actual: `missing: ${missing.join(', ')}` },
    };
}
//# sourceMappingURL=missing-reason.js.map
// EXTERNAL MODULE: ./packages/platform/lib/perform.js + 5 modules
var perform = __webpack_require__(3679);
;// CONCATENATED MODULE: ./packages/platform/lib/publish/records-of-legs.js


/**
 * The records of a run of the default branch as one write: that of each leg, for the legs of later runs to be compared
 * with, and that of the whole.
 * @param own what the decision on the whole wants remembered
 */
function recordsOfLegs({ definition, config, legs, whole }, own) {
    const records = [
        ...legs.flatMap((leg) => recordsOf(leg, appendsOf(definition, { leg, config }))),
        ...recordsOf(whole, own),
    ];
    if (records.length === 0)
        return [];
    return [{ kind: 'append-records', key: `append-records:${(0,record_key/* canonicalJson */.d)(whole.run.key)}`, records }];
}
function appendsOf(definition, { leg, config }) {
    return definition.decide(leg, config).changes.filter((change) => change.kind === 'append-history');
}
function recordsOf({ run }, appends) {
    if (run.testedSha === null)
        return [];
    return appends.map(({ body }) => ({ ...(0,perform/* recordEnvelope */.S)(run), body }));
}
//# sourceMappingURL=records-of-legs.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/publish/judge-whole.js












/** One gate over the evidence of all its legs, by the limits of this job. null: no leg has any of it. */
async function judgeWhole(definition, task) {
    const own = task.legs.filter(({ evidence }) => evidence.action === definition.id);
    const chosen = chooseLegs(own, task.attempt);
    const refused = [...task.refused, ...chosen.refused];
    if (chosen.legs.length === 0)
        return refused.length === 0 ? null : (0,judge_gates/* unaskable */.ph)(definition, refused);
    const resolved = (0,effective_config/* effectiveConfig */.k3)(definition, task.sources);
    if (!resolved.ok)
        return (0,judge_gates/* unaskable */.ph)(definition, resolved.errors.map(errors/* toProblem */.H8).filter((problem) => problem !== null));
    const { missing, notes } = findMissingLegs(chosen.legs.map(({ evidence }) => evidence.run.key), task.expectation);
    const legs = chosen.legs.map(({ evidence }) => ({ ...evidence, run: legRun(task.known, evidence.run) }));
    const whole = await foldLegs(definition, { legs, refused, task });
    const config = resolved.config.gate;
    const result = (0,run_gate/* judge */.S)({ definition, config }, whole, (decision) => withMissingLegs(decision, missing));
    const decision = {
        ...result.decision,
        verdict: (0,policy_doubt/* underDoubt */.$)(result.decision.verdict, resolved.config.doubt),
        changes: changesOf(result.decision, { legs: missing.length === 0 ? legs : [], whole, definition, config }),
    };
    const sections = [...told(whole.problems), ...result.page.sections, ...legSections([...chosen.notes, ...notes])];
    return {
        definition,
        evidence: whole,
        decision,
        page: { ...result.page, sections },
        outputs: result.outputs,
        problems: result.problems,
        exitCode: (0,conclusion/* exitCodeOf */.FO)(decision.verdict.outcome, result.problems),
    };
}
async function foldLegs(definition, { legs, refused, task }) {
    const merged = definition.mergeEvidence(legs);
    const run = wholeRun(task.known, legs.map((leg) => leg.run));
    const whole = {
        ...merged,
        run: { ...run, key: { ...task.known.key, action: definition.id } },
        problems: [...merged.problems, ...refused],
    };
    return definition.compareWhole?.(whole, task.ports) ?? whole;
}
/** A whole that lacks something is remembered by nobody: later runs would be held to it. */
function changesOf({ changes }, { legs, ...rest }) {
    const others = changes.filter(({ kind }) => kind !== 'append-history');
    const own = changes.filter((change) => change.kind === 'append-history');
    return [...others, ...recordsOfLegs({ legs, ...rest }, legs.length === 0 ? [] : own)];
}
function told(problems) {
    return problems.length === 0 ? [] : [(0,problem_page/* problemSection */.BX)(problems)];
}
function legSections(notes) {
    return notes.length === 0 ? [] : [{ kind: 'list', heading: 'About the legs', items: notes }];
}
//# sourceMappingURL=judge-whole.js.map
// EXTERNAL MODULE: ./packages/core/lib/baseline/comparison.js
var comparison = __webpack_require__(1368);
;// CONCATENATED MODULE: ./packages/core/lib/evidence-fold/find-pull.js
/**
 * The one open pull request that a run was about. The event itself names none for forks, and what an artifact says of it
 * is anybody's word.
 * @param listed those whose head is the run's owner and branch
 * @param repository `owner/name` of the one that publishes
 */
function findPull(listed, reported, repository) {
    const ours = listed.filter(({ headRepository, baseRepository }) => isSame(headRepository, reported.headRepository) && isSame(baseRepository, repository));
    const matching = ours.filter(({ headSha }) => headSha === reported.headSha);
    const [pull] = matching;
    if (pull !== undefined && matching.length === 1)
        return { ok: true, pull };
    const branch = `${reported.headRepository}:${reported.headBranch}`;
    if (matching.length > 1) {
        const numbers = matching.map(({ number }) => `#${number}`).join(', ');
        return {
            ok: false,
            why: `Several pull requests come from ${branch} (${numbers}), so nobody can tell which was tested.`,
        };
    }
    const [moved] = ours;
    if (moved === undefined)
        return { ok: false, why: `No open pull request comes from ${branch}.` };
    const head = reported.headSha.slice(0, 7);
    return { ok: false, why: `Pull request #${moved.number} has moved on from ${head}: its newer run is what counts.` };
}
/** GitHub keeps the case of names and ignores it. */
function isSame(left, right) {
    return left !== null && right !== null && left.toLowerCase() === right.toLowerCase();
}
//# sourceMappingURL=find-pull.js.map
;// CONCATENATED MODULE: ./packages/core/lib/evidence-fold/plan-publication.js

const OWN_RUN_EVENTS = new Set([
    'pull_request',
    'pull_request_review',
    'pull_request_review_comment',
    'merge_group',
    'push',
    'schedule',
    'workflow_dispatch',
    'repository_dispatch',
]);
/** @throws ConfigurationError for an event that nobody thought about, and where a stranger's code lies beside a token */
function planPublication(event) {
    if (event.name === 'pull_request_target')
        throw refusedTarget(event);
    if (OWN_RUN_EVENTS.has(event.name))
        return { kind: 'own-run' };
    if (event.name === 'workflow_run')
        return planReported(event);
    throw new errors/* ConfigurationError */.j1(`publish has no rule for the event ${JSON.stringify(event.name)}`, {
        remedy: 'run it on pull_request, merge_group, push, schedule, workflow_dispatch or workflow_run',
    });
}
function planReported({ workflowRun, workspaceSha }) {
    if (workflowRun === null)
        throw new errors/* ConfigurationError */.j1('the event has no usable workflow_run', {
            remedy: 'check that GITHUB_EVENT_PATH names the file that GitHub wrote',
        });
    if (workspaceSha === workflowRun.headSha && workflowRun.event === 'pull_request')
        throw checkedOutHead('workflow_run', workspaceSha);
    if (workflowRun.event !== 'pull_request')
        return { kind: 'nothing', why: `The run was started by ${workflowRun.event}, which publishes its own results.` };
    if (workflowRun.headRepository === null)
        return { kind: 'nothing', why: 'The repository that the pull request came from is gone.' };
    return { kind: 'reported-run', reported: workflowRun };
}
function refusedTarget({ name, workspaceSha, headSha }) {
    if (workspaceSha !== null && workspaceSha === headSha)
        return checkedOutHead(name, workspaceSha);
    return new errors/* ConfigurationError */.j1('pull_request_target would run the tests of a stranger beside a token that can write', {
        remedy: TARGET_REMEDY,
    });
}
function checkedOutHead(event, sha) {
    return new errors/* ConfigurationError */.j1(`${event} has checked out ${sha.slice(0, 10)}, the head of a pull request, beside a token that can write`, { remedy: event === 'workflow_run' ? 'remove actions/checkout from this job: publish needs none' : TARGET_REMEDY });
}
const TARGET_REMEDY = 'use `on: pull_request` for the tests, and `on: workflow_run` without a checkout for the publish action';
//# sourceMappingURL=plan-publication.js.map
// EXTERNAL MODULE: ./packages/platform/lib/github/call-counter.js
var call_counter = __webpack_require__(8860);
// EXTERNAL MODULE: ./packages/platform/lib/github/connection.js
var connection = __webpack_require__(1049);
;// CONCATENATED MODULE: ./packages/platform/lib/artifacts/download.js

/** The store of artifacts is slower than the API, and a leg's evidence may be megabytes. */
const DOWNLOAD_TIMEOUT_MS = 60_000;
/**
 * The zip file of an artifact. GitHub answers with the address of a store elsewhere; by the rules of fetch the token
 * does not go there.
 * @see https://docs.github.com/rest/actions/artifacts#download-an-artifact
 * @throws PlatformError also when the file is longer than `maxBytes`, whatever its list entry said
 */
async function downloadArtifact({ octokit, owner, repo, ask }, { id, name, maxBytes }) {
    const what = `download the artifact ${name.slice(0, 200)}`;
    const zip = await ask({ kind: 'read', what }, async () => {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
            owner,
            repo,
            artifact_id: id,
            archive_format: 'zip',
            request: { signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS), parseSuccessResponseBody: false },
        });
        return readAll(data, maxBytes);
    });
    // Thrown here, because what is thrown above is asked for again.
    if (zip === null)
        throw new errors/* PlatformError */.Wk(`cannot ${what}: it is no file of at most ${maxBytes} bytes`);
    return zip;
}
/** null: no bytes, or too many. Reading ends where the limit does. */
async function readAll(body, maxBytes) {
    if (!(body instanceof ReadableStream))
        return null;
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body) {
        bytes += chunk instanceof Uint8Array ? chunk.byteLength : Number.POSITIVE_INFINITY;
        if (bytes > maxBytes)
            return null;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
//# sourceMappingURL=download.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/artifacts/read-texts.js

/** One request for what would take REST three: the commit and two files of it. */
const QUERY = `query($owner: String!, $name: String!, $revision: String!, $first: String!, $second: String!) {
  repository(owner: $owner, name: $name) {
    commit: object(expression: $revision) { oid }
    first: object(expression: $first) { ... on Blob { text isTruncated } }
    second: object(expression: $second) { ... on Blob { text isTruncated } }
  }
}`;
/**
 * Two files of one commit, without a checkout.
 * @see https://docs.github.com/graphql/reference/objects#repository
 * @throws PlatformError when there is no such commit, or a file is binary or longer than GitHub shows
 */
async function readTexts({ octokit, owner, repo, requestOptions, ask }, { revision, paths }) {
    const what = `read ${paths.join(' and ')} at ${revision}`;
    const [first, second] = paths.map((path) => `${revision}:${path}`);
    const variables = { owner, name: repo, revision, first, second, request: requestOptions() };
    const answer = await ask({ kind: 'read', what }, () => octokit.graphql(QUERY, variables).catch(refusalOf));
    if (answer instanceof Error)
        throw read_texts_refused(what, answer);
    const repository = at(answer, 'repository');
    const sha = at(at(repository, 'commit'), 'oid');
    if (typeof sha !== 'string' || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha))
        throw new errors/* PlatformError */.Wk(`cannot ${what}: GitHub knows no such commit`);
    return { sha, texts: [textOf(at(repository, 'first'), paths[0]), textOf(at(repository, 'second'), paths[1])] };
}
/** GraphQL answers 200 to a question that it refuses, and what is thrown would be asked again. */
function refusalOf(error) {
    if (error instanceof Error && error.name === 'GraphqlResponseError')
        return error;
    throw error;
}
function read_texts_refused(what, cause) {
    const remedy = 'add `permissions: contents: read` to the job';
    return new errors/* PlatformError */.Wk(`cannot ${what}: ${cause.message.slice(0, 300)}`, { cause, remedy });
}
function textOf(blob, path) {
    if (blob === null || blob === undefined)
        return null;
    const text = at(blob, 'text');
    if (typeof text === 'string' && at(blob, 'isTruncated') !== true)
        return text;
    throw new errors/* PlatformError */.Wk(`cannot read ${path}: it is no text file, or too long`, {
        remedy: 'make it a short text file',
    });
}
function at(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
//# sourceMappingURL=read-texts.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/artifacts/run-api.js




const PAGE = 100;
/** A matrix has at most 256 jobs, and other jobs upload things too. */
const PAGES_MAX = 5;
function createRunApi(options) {
    const [owner = '', repo = ''] = options.repository.split('/');
    const repository = { owner, repo };
    const calls = (0,call_counter/* createCallCounter */.H)();
    let connected = null;
    const client = () => {
        connected ??= (0,connection/* connect */.N)(options, { repository, calls });
        return connected;
    };
    return {
        listArtifacts: async (run) => listArtifacts(await client(), run),
        download: async (artifact, maxBytes) => downloadArtifact(await client(), { ...artifact, maxBytes }),
        listJobs: async (run) => listJobs(await client(), run),
        listPulls: async (head) => listPulls(await client(), head),
        readTexts: async (question) => readTexts(await client(), question),
        calls: () => calls.read(),
    };
}
/** @see https://docs.github.com/rest/actions/artifacts#list-workflow-run-artifacts */
async function listArtifacts(client, run) {
    const { octokit, owner, repo, requestOptions } = client;
    const artifacts = [];
    for (let page = 1; page <= PAGES_MAX; page++) {
        const { data } = await client.ask({ kind: 'read', what: `list the artifacts of run ${run}` }, () => octokit.rest.actions.listWorkflowRunArtifacts({
            owner,
            repo,
            run_id: Number(run),
            per_page: PAGE,
            page,
            request: requestOptions(),
        }));
        for (const { id, name, size_in_bytes: bytes, expired } of data.artifacts)
            artifacts.push({ id, name, bytes, isExpired: expired });
        if (data.artifacts.length < PAGE || artifacts.length >= data.total_count)
            return { artifacts, isWhole: true };
    }
    return { artifacts, isWhole: false };
}
/** @see https://docs.github.com/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run */
async function listJobs(client, run) {
    const { octokit, owner, repo, requestOptions } = client;
    const jobs = [];
    for (let page = 1; page <= PAGES_MAX; page++) {
        const { data } = await client.ask({ kind: 'read', what: `list the jobs of run ${run}` }, () => octokit.rest.actions.listJobsForWorkflowRun({
            owner,
            repo,
            run_id: Number(run),
            filter: 'latest',
            per_page: PAGE,
            page,
            request: requestOptions(),
        }));
        for (const { name, conclusion } of data.jobs)
            jobs.push({ name, conclusion });
        if (data.jobs.length < PAGE || jobs.length >= data.total_count)
            break;
    }
    return jobs;
}
/** @see https://docs.github.com/rest/pulls/pulls#list-pull-requests */
async function listPulls(client, head) {
    const { octokit, owner, repo, requestOptions } = client;
    const { data } = await client.ask({ kind: 'read', what: `find the pull request of ${head}` }, () => octokit.rest.pulls.list({ owner, repo, head, state: 'open', per_page: PAGE, request: requestOptions() }));
    return data.map((pull) => ({
        number: pull.number,
        headSha: pull.head.sha,
        headRepository: pull.head.repo?.full_name ?? null,
        baseRepository: pull.base.repo.full_name,
        baseBranch: pull.base.ref,
        labels: pull.labels.map(({ name }) => name),
    }));
}
//# sourceMappingURL=run-api.js.map
// EXTERNAL MODULE: ./packages/platform/lib/run-context/event-facts.js
var event_facts = __webpack_require__(7091);
// EXTERNAL MODULE: ./packages/platform/lib/switches.js
var switches = __webpack_require__(4061);
// EXTERNAL MODULE: ./packages/platform/lib/machine.js
var machine = __webpack_require__(8024);
// EXTERNAL MODULE: ./packages/platform/lib/run-context/run-key.js
var run_key = __webpack_require__(5950);
;// CONCATENATED MODULE: ./packages/platform/lib/publish/known-run.js





const ACTION = 'publish';
/** This very run. @throws ConfigurationError for an ill-formed matrix */
function describeOwnRun(host, payload) {
    const { env } = host;
    const event = (0,event_facts/* readEventFacts */._r)(payload);
    const { GITHUB_REF: ref = '', GITHUB_SHA: sha = '', GITHUB_EVENT_NAME: name = '' } = env;
    const plan = (0,comparison/* planComparison */.d)({ ...event, event: name, ref, sha, workspace: null });
    const known = {
        ...commonRun(host),
        branch: event.headBranch ?? (ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null),
        pullRequest: plan.pullRequest,
        testedSha: plan.testedSha,
        headSha: plan.headSha,
        isBaseline: plan.isBaseline,
    };
    const testedShas = new Set([plan.testedSha, plan.headSha].filter((tested) => tested !== null));
    const { workflow, run, attempt } = known.key;
    return {
        known,
        origin: { repository: known.repository ?? '', workflow, run, attempt, headSha: plan.headSha, testedShas },
    };
}
/** A run of somebody else's pull request. Nobody but that run knows which merge of it was tested. */
function describeReportedRun(host, { reported, pull }) {
    const known = {
        ...commonRun(host),
        branch: reported.headBranch,
        pullRequest: pull.number,
        testedSha: reported.headSha,
        headSha: reported.headSha,
        isBaseline: false,
    };
    const { workflow, run, attempt, headSha } = reported;
    return { known, origin: { repository: known.repository ?? '', workflow, run, attempt, headSha, testedShas: null } };
}
function commonRun(host) {
    const { env } = host;
    return {
        key: (0,run_key/* describeKey */.R)(env, { action: ACTION, matrix: host.input('matrix') }),
        event: env.GITHUB_EVENT_NAME ?? '',
        repository: env.GITHUB_REPOSITORY || null,
        serverUrl: env.GITHUB_SERVER_URL || null,
        base: { kind: 'unknown', reason: 'No leg says what it was compared with.', remedy: 'See what could not be used.' },
        now: clock/* systemClock */.m.now().toISOString(),
        machine: (0,machine/* describeMachine */.F)(env),
    };
}
//# sourceMappingURL=known-run.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/publish/publishing-facts.js

/**
 * The run that a `workflow_run` event is about: written by GitHub, so to be believed, unlike anything in its artifacts.
 * null: missing or ill-formed.
 * @param payload the parsed file of GITHUB_EVENT_PATH
 */
function readReportedRun(payload) {
    const run = (0,event_facts.at)(payload, 'workflow_run');
    const id = (0,event_facts.at)(run, 'id');
    const attempt = (0,event_facts.at)(run, 'run_attempt');
    // The run's own name may be what `run-name:` made of it.
    const workflow = (0,event_facts/* textAt */.$6)(payload, 'workflow', 'name') ?? (0,event_facts/* textAt */.$6)(run, 'name');
    const event = (0,event_facts/* textAt */.$6)(run, 'event');
    const [headSha, headBranch] = [(0,event_facts/* shaAt */.wF)(run, 'head_sha'), (0,event_facts/* textAt */.$6)(run, 'head_branch')];
    if (!Number.isSafeInteger(id) || !Number.isSafeInteger(attempt))
        return null;
    if (workflow === null || event === null || headSha === null || headBranch === null)
        return null;
    return {
        run: String(id),
        attempt: Number(attempt),
        workflow,
        event,
        conclusion: (0,event_facts/* textAt */.$6)(run, 'conclusion'),
        headSha,
        headBranch,
        headRepository: (0,event_facts/* textAt */.$6)(run, 'head_repository', 'full_name'),
    };
}
//# sourceMappingURL=publishing-facts.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/publish/prepare-publishing.js









/** @throws ConfigurationError for an event that is refused, PlatformError where GitHub cannot be asked */
async function preparePublishing(host, git) {
    (0,switches/* checkSwitches */.TW)(host);
    const payload = await host.eventPayload();
    const plan = planPublication({
        name: host.env.GITHUB_EVENT_NAME ?? '',
        workflowRun: readReportedRun(payload),
        workspaceSha: git.absence === null ? await git.headSha() : null,
        headSha: (0,event_facts/* readEventFacts */._r)(payload).pullRequest?.headSha ?? null,
    });
    if (plan.kind === 'nothing')
        return plan;
    const options = connectionOf(host);
    const api = createRunApi(options);
    if (plan.kind === 'reported-run')
        return prepareReported({ host, options, api, reported: plan.reported });
    const described = describeOwnRun(host, payload);
    const place = placeOf(described, payload);
    return { kind: 'publish', publishing: { ...described, api, options, standing: 'own', place } };
}
function connectionOf(host) {
    const token = host.input('github-token');
    const { GITHUB_REPOSITORY: repository, GITHUB_API_URL: apiUrl } = host.env;
    if (token !== '' && repository && apiUrl)
        return { token, repository, apiUrl };
    throw new errors/* ConfigurationError */.j1('publish has no token to read artifacts with', {
        remedy: 'run it in a workflow, and leave `github-token` as it is or pass one with `actions: read`',
    });
}
function placeOf({ known }, payload) {
    const { branch, labels } = (0,event_facts/* readChangeFacts */.kp)(payload);
    const headSha = known.headSha ?? '';
    if ((0,comparison/* isChangeEvent */.P)(known.event) && branch !== null)
        return { kind: 'change', branch, headSha, labels };
    if (known.testedSha !== null && known.testedSha !== '')
        return { kind: 'commit', sha: known.testedSha };
    throw new errors/* ConfigurationError */.j1('the event does not say which commit was tested', {
        remedy: 'check that GITHUB_EVENT_PATH and GITHUB_SHA are those that GitHub set',
    });
}
async function prepareReported({ host, options, api, reported }) {
    const owner = reported.headRepository?.split('/')[0] ?? '';
    const listed = await api.listPulls(`${owner}:${reported.headBranch}`);
    const found = findPull(listed, reported, options.repository);
    if (!found.ok)
        return { kind: 'nothing', why: found.why };
    const { pull } = found;
    const described = describeReportedRun(host, { reported, pull });
    const { baseBranch: branch, headSha, labels } = pull;
    const place = { kind: 'change', branch, headSha, labels };
    return { kind: 'publish', publishing: { ...described, api, options, standing: 'claimed', place } };
}
//# sourceMappingURL=prepare-publishing.js.map
// EXTERNAL MODULE: ./packages/core/lib/action/pipeline-inputs.js
var pipeline_inputs = __webpack_require__(1808);
;// CONCATENATED MODULE: ./packages/core/lib/action/publish-inputs.js

/** What names of evidence artifacts begin with, unless the user says otherwise. */
const ARTIFACT_PREFIX = 'testwarden-evidence-';
/** Inputs of publish, which is no gate and so has no settings of its own. */
const PUBLISH_INPUTS = [
    {
        name: 'artifact-prefix',
        description: 'What the names of evidence artifacts begin with.',
        fallback: ARTIFACT_PREFIX,
        audience: 'user',
    },
    {
        name: 'expected-legs',
        description: 'How many legs there must be, or their names as GitHub shows them, one per line. Without it the jobs of the run tell.',
        fallback: '',
        audience: 'user',
    },
    {
        name: 'history',
        description: 'Where past runs are kept, as in the config file. Records of all legs are appended as one write.',
        fallback: '',
        audience: 'user',
    },
    ...pipeline_inputs/* PIPELINE_INPUTS */.T,
];
//# sourceMappingURL=publish-inputs.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/publish/publish-inputs.js


const LEGS_MAX = 1000;
/** @throws ConfigurationError for one so short that every artifact would be taken for evidence */
function readPrefix(host) {
    const given = host.input('artifact-prefix') || ARTIFACT_PREFIX;
    if (given.length >= 3)
        return given;
    throw new errors/* ConfigurationError */.j1(`The input artifact-prefix is ${JSON.stringify(given)}, which is too short.`, {
        remedy: 'Write at least three characters, with which only evidence artifacts begin.',
    });
}
/** What the user says that there should be: a number, or one name per line. null: nothing, so GitHub's jobs tell. */
function readExpectedLegs(host) {
    const given = host.input('expected-legs').trim();
    if (given === '')
        return null;
    if (/^\d{1,4}$/.test(given) && Number(given) > 0 && Number(given) <= LEGS_MAX)
        return { kind: 'count', count: Number(given) };
    const names = given.split('\n').map((line) => line.trim());
    if (/^[-+.\d]+$/.test(given) || names.length > LEGS_MAX)
        throw new errors/* ConfigurationError */.j1(`The input expected-legs is ${JSON.stringify(given.slice(0, 80))}.`, {
            remedy: `Write how many legs there are, from 1 to ${LEGS_MAX}, or their names as GitHub shows them, one per line.`,
        });
    return { kind: 'names', names: names.filter((name) => name !== '') };
}
//# sourceMappingURL=publish-inputs.js.map
// EXTERNAL MODULE: ./packages/core/lib/config/file-config.js
var file_config = __webpack_require__(2483);
// EXTERNAL MODULE: ./packages/core/lib/config/walk-section.js
var walk_section = __webpack_require__(5341);
// EXTERNAL MODULE: ./packages/core/lib/limits/accept.js
var accept = __webpack_require__(3344);
// EXTERNAL MODULE: ./packages/core/lib/model/rich-text.js
var rich_text = __webpack_require__(377);
// EXTERNAL MODULE: ./packages/platform/lib/read-accepts.js
var read_accepts = __webpack_require__(8153);
// EXTERNAL MODULE: ./packages/platform/lib/read-config-file.js
var read_config_file = __webpack_require__(1543);
;// CONCATENATED MODULE: ./packages/platform/lib/publish/read-sources.js








/**
 * Config and accepts, read through the API: a job that may write checks nothing out. Of a change nothing counts but the
 * accepts that somebody with a right to label it let through.
 * @throws PlatformError, ConfigurationError where the run's own commit cannot be used; of a change that is an answer
 */
async function readSources(question) {
    const inputs = inputsOf(question.host);
    const { place } = question;
    if (place.kind === 'change')
        return { inputs, ...(await readChangeSources(question, place)) };
    const { file, accepts, notes } = await readAt(question, place.sha);
    const missing = missingPath(question.host, file);
    if (missing !== null)
        throw noConfig(missing);
    return {
        inputs,
        file,
        accepts: (0,accept/* weighAccepts */.sz)({ base: null, tested: accepts, isLabelled: false, now: question.now }),
        notes,
    };
}
async function readChangeSources(question, { branch, headSha, labels }) {
    const read = await (0,attempt/* attempt */.C)(() => readAt(question, `refs/heads/${branch}`));
    if (!read.ok)
        return { file: null, policy: doubtOf(read.problem, branch) };
    const { sha, file, accepts, notes } = read.value;
    const isLabelled = labels.includes(accept/* ACCEPT_LABEL */.KE);
    const tested = isLabelled ? await (0,attempt/* attempt */.C)(() => readAt(question, headSha)) : null;
    const own = tested?.ok === true ? tested.value.accepts : [];
    return {
        file,
        policy: { kind: 'base', branch, sha, file, before: file, missing: missingPath(question.host, file) },
        accepts: (0,accept/* weighAccepts */.sz)({ base: accepts, tested: own, isLabelled, now: question.now }),
        notes: [
            ...notes,
            ...(tested?.ok === false ? [`The accepts of the change do not count. ${tested.problem.message}`] : []),
        ],
    };
}
function doubtOf(problem, branch) {
    if (problem.kind === 'platform')
        return { kind: 'unreachable', branch, problem };
    return { kind: 'ill-formed', branch, sha: '', problem };
}
async function readAt({ host, api }, revision) {
    const path = host.input('config') || read_config_file/* DEFAULT_CONFIG_PATH */.Bi;
    const { sha, texts } = await api.readTexts({ revision, paths: [path, accept/* ACCEPTS_PATH */.QR] });
    const [config, entries] = texts;
    const file = config === null ? null : { ...(await (0,read_config_file/* parseConfigFile */.me)(path, config)), at: sha };
    const accepts = await (0,attempt/* attempt */.C)(() => (entries === null ? [] : (0,read_accepts/* parseAccepts */.fx)(entries)));
    if (accepts.ok)
        return { sha, file, accepts: accepts.value, notes: [] };
    return { sha, file, accepts: [], notes: [(0,rich_text/* richText */.Y)(`The accepts do not count. ${accepts.problem.message}`)] };
}
/** The path that the user named and that is not there; null: it is, or nobody named one. */
function missingPath(host, file) {
    const path = host.input('config') || read_config_file/* DEFAULT_CONFIG_PATH */.Bi;
    return file === null && path !== read_config_file/* DEFAULT_CONFIG_PATH */.Bi ? path : null;
}
function noConfig(path) {
    return new errors/* ConfigurationError */.j1(`The config file ${path} does not exist.`, {
        path,
        remedy: 'Correct the path, or leave it out to use the assumed limits.',
    });
}
/** Limits are no inputs here: those of a gate are told to the gate, or written into the file. */
function inputsOf(host) {
    const names = [...(0,walk_section/* fieldsOf */.P)(file_config/* fileConfig */.X)].map(({ field }) => field.input).filter((name) => name !== null);
    return new Map(names.map((name) => [name, host.input(name)]));
}
//# sourceMappingURL=read-sources.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/publish/run-publish.js























/** Runs publish in a job: takes the evidence of other jobs, decides on the whole, shows and writes. */
async function runPublish(definitions, parseDiff) {
    const { env } = process;
    const log = (0,lib_log/* createActionLog */.rg)((text) => process.stdout.write(text), env.RUNNER_DEBUG === '1' ? 'debug' : 'normal');
    const opening = { definitions, parseDiff, host: (0,action_host/* createActionHost */.$)(env), log };
    const onBug = (error) => (0,deliver_bug/* deliverBug */.I)({ ...opening, suite: (0,suite/* allGates */.kr)(definitions) }, error);
    process.once('uncaughtException', (error) => void onBug(error).then((code) => process.exit(code)));
    process.exitCode = await publishRun(opening).catch(onBug);
}
/** @returns the exit code */
async function publishRun(opening) {
    const { host, log, parseDiff } = opening;
    const { env, workspace } = host;
    const git = (0,lib_git/* createGit */.l)({ workspace, env, token: host.input('github-token') || null, parseDiff, log });
    try {
        const tried = await (0,attempt/* attempt */.C)(() => publishPrepared(opening, git));
        return tried.ok ? tried.value : await refuse(opening, { git, problem: tried.problem });
    }
    finally {
        await git.dispose();
    }
}
async function publishPrepared(opening, git) {
    const { host, definitions } = opening;
    const prepared = await preparePublishing(host, git);
    if (prepared.kind === 'nothing')
        return say(opening, { git, why: prepared.why });
    const { publishing } = prepared;
    const { known, standing } = publishing;
    const sources = await readSources({ host, ...publishing, now: known.now });
    const ports = await openPorts(opening, { git, publishing, sources });
    const { run, ...handedOver } = await readLegs(opening, { publishing, sources });
    const gates = [];
    for (const definition of definitions) {
        const gate = await judgeWhole(definition, {
            known: run,
            attempt: publishing.origin.attempt,
            ...handedOver,
            sources,
            ports,
        });
        if (gate !== null)
            gates.push(standing === 'own' ? gate : { ...gate, exitCode: 0 });
    }
    if (gates.length === 0 && standing === 'claimed')
        return say(opening, { git, why: NO_CLAIM });
    if (gates.length === 0)
        return refuse(opening, { git, problem: noEvidence(readPrefix(host)) });
    const step = stepOf(opening, { git: withDiffOf(git, handedOver.legs), publishing, sources, ports });
    return (0,deliver_step/* deliverStep */.C)({ ...step, run: runOfAll(run, gates) }, gates);
}
async function readLegs({ host, definitions }, { publishing, sources }) {
    const { api, known } = publishing;
    const expected = readExpectedLegs(host);
    // What the legs say of themselves has been redacted where they ran.
    const redact = await (0,redaction/* redactorOf */.y)(sources);
    const origin = { ...publishing.origin, workflow: redact(publishing.origin.workflow) };
    const collected = await collectLegs({ run: origin.run, prefix: readPrefix(host), definitions, api });
    const { legs, refused } = believeLegs(collected.legs, origin);
    const run = (0,redact_texts/* redactTexts */.S)(known, redact);
    const handedOver = { run, legs, refused: [...collected.refused, ...refused] };
    if (expected !== null)
        return { ...handedOver, expectation: expected };
    const jobs = legs.length === 0 ? { ok: true, value: [] } : await (0,attempt/* attempt */.C)(() => api.listJobs(origin.run));
    if (jobs.ok)
        return { ...handedOver, expectation: { kind: 'jobs', jobs: jobs.value } };
    return { ...handedOver, refused: [...handedOver.refused, jobs.problem], expectation: { kind: 'count', count: 0 } };
}
async function openPorts({ host, log }, { git, publishing, sources }) {
    const { env, workspace } = host;
    return {
        files: (0,lib_files/* createWorkspaceFiles */.f)({ root: workspace, reach: 'workspace' }),
        git,
        exec: (0,lib_exec/* createExec */.k)({ cwd: workspace, env }),
        clock: clock/* systemClock */.m,
        log,
        github: connectFor(publishing),
        history: await (0,open_history/* openHistory */.j)(sources, { workspace, env, token: publishing.options.token }),
    };
}
/** The head of a claimed run's pull request was just found by its sha, so it is not asked for again. */
function connectFor({ options, api, standing, known }) {
    const github = (0,client/* createGitHub */.C)(options);
    return {
        ...github,
        pullRequestHead: async (number) => standing === 'claimed' && known.headSha !== null ? known.headSha : github.pullRequestHead(number),
        calls: () => sumCalls(api.calls(), github.calls()),
    };
}
function sumCalls(left, right) {
    const sums = new Map(Object.entries(left));
    for (const [operation, count] of Object.entries(right))
        sums.set(operation, (sums.get(operation) ?? 0) + count);
    return Object.fromEntries(sums);
}
/** A claim is shown where the pull request's readers look, and nowhere that GitHub or a branch rule takes for a result. */
const CLAIM_INPUTS = new Map([
    ['check-run', 'never'],
    ['annotations', 'false'],
]);
const CLAIM_NOTE = "As reported by the pull request's own job, whose result is what gates.";
const NO_CLAIM = 'The run of the pull request handed over no evidence.';
function stepOf({ host, log }, { git, publishing, sources, ports }) {
    const step = { host, log, git, sources, ports, problems: [] };
    if (publishing.standing === 'own')
        return step;
    return {
        ...step,
        host: { ...host, input: (name) => CLAIM_INPUTS.get(name) ?? host.input(name) },
        sources: { ...sources, notes: [CLAIM_NOTE, ...(sources.notes ?? [])] },
    };
}
/** Without a checkout nobody here can compare the tested tree with the head's, but the legs could. */
function withDiffOf(git, legs) {
    const known = agreedHeadDiff(legs.map(({ evidence }) => evidence));
    return git.absence === null || known === null ? git : { ...git, diff: () => Promise.resolve(known) };
}
/** The step's own name, with what the legs agree on. */
function runOfAll(known, gates) {
    const run = gates.find(({ evidence }) => evidence !== null)?.evidence?.run ?? known;
    return { ...run, key: known.key };
}
/** Nothing to publish, and nobody's fault. */
function say(opening, { git, why }) {
    opening.log.info(why);
    return (0,deliver_step/* deliverStep */.C)(bareStep(opening, { git, notes: [why] }), []);
}
async function refuse(opening, { git, problem }) {
    const gates = opening.definitions.map((definition) => (0,judge_gates/* unaskable */.ph)(definition, [problem]));
    return (0,deliver_step/* deliverStep */.C)(bareStep(opening, { git, notes: [] }), gates);
}
function bareStep({ host, log }, { git, notes }) {
    const { env, workspace } = host;
    const files = (0,lib_files/* createWorkspaceFiles */.f)({ root: workspace, reach: 'workspace' });
    const exec = (0,lib_exec/* createExec */.k)({ cwd: workspace, env });
    const ports = { files, git, exec, clock: clock/* systemClock */.m, log, github: null, history: null };
    const sources = { inputs: new Map(), file: null, notes };
    return { host, log, git, run: (0,bare_run/* bareRun */.u)(env, 'publish'), sources, ports, problems: [] };
}
function noEvidence(prefix) {
    return {
        kind: 'configuration',
        message: `No artifact of this run begins with ${prefix}, so there is no evidence to publish.`,
        path: null,
        line: null,
        remedy: 'Add the handover action behind the gate of each leg, and `needs:` with their jobs to this one.',
    };
}
//# sourceMappingURL=run-publish.js.map

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
