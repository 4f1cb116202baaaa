export const id = 170;
export const ids = [170];
export const modules = {

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

/***/ 8549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ intactLines),
/* harmony export */   Jb: () => (/* binding */ planCompaction),
/* harmony export */   WS: () => (/* binding */ foldersToCompact)
/* harmony export */ });
/* harmony import */ var _pack_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3071);
/* harmony import */ var _segment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7995);
/* harmony import */ var _segment_edit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5148);
/* harmony import */ var _segment_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(509);




/** So many files of single records in one month are worth a packed one; fewer will do when the month is over. */
const LOOSE_IN_OPEN_MONTH = 64;
const LOOSE_IN_PAST_MONTH = 16;
/** So many small packed segments of one month are worth a larger one: a record is packed twice at most. */
const SMALL_PACKS = 32;
const SMALL_PACK_BYTES = 1024 * 1024;
/** A month that is over stays open for late runs a little longer. */
const LATE_RUNS_MS = 2 * 24 * 60 * 60 * 1000;
/** Months with enough segments to be worth packing, without reading any. */
function foldersToCompact(files, nowMs) {
    const loose = new Map();
    const packs = new Map();
    for (const { path, bytes } of files) {
        if (!(0,_segment_place_js__WEBPACK_IMPORTED_MODULE_3__/* .isSegmentPath */ .f7)(path))
            continue;
        if ((0,_segment_place_js__WEBPACK_IMPORTED_MODULE_3__/* .isLoosePath */ .Oz)(path))
            count(loose, (0,_segment_place_js__WEBPACK_IMPORTED_MODULE_3__/* .folderOf */ .yS)(path));
        else if (bytes <= SMALL_PACK_BYTES)
            count(packs, (0,_segment_place_js__WEBPACK_IMPORTED_MODULE_3__/* .folderOf */ .yS)(path));
    }
    const open = new Date(nowMs - LATE_RUNS_MS).toISOString().slice(0, 7);
    return [...new Set([...loose.keys(), ...packs.keys()])].filter((folder) => {
        const enough = folder.slice(-7) < open ? LOOSE_IN_PAST_MONTH : LOOSE_IN_OPEN_MONTH;
        return (loose.get(folder) ?? 0) >= enough || (packs.get(folder) ?? 0) >= SMALL_PACKS;
    });
}
/**
 * Packs the loose segments of each folder, and its small packed ones when they are many. A segment with a line that
 * this version cannot read stays as it is. Readers find the same records before and after.
 */
function planCompaction(segments) {
    const folders = new Map();
    for (const segment of segments)
        if ((0,_segment_place_js__WEBPACK_IMPORTED_MODULE_3__/* .isSegmentPath */ .f7)(segment.path))
            append(folders, (0,_segment_place_js__WEBPACK_IMPORTED_MODULE_3__/* .folderOf */ .yS)(segment.path), segment);
    return (0,_segment_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .joinEdits */ .w0)([...folders].map(([folder, all]) => compactFolder(folder, all)));
}
function compactFolder(folder, segments) {
    const loose = segments.filter(({ path }) => (0,_segment_place_js__WEBPACK_IMPORTED_MODULE_3__/* .isLoosePath */ .Oz)(path));
    const small = segments.filter(({ path, content }) => !(0,_segment_place_js__WEBPACK_IMPORTED_MODULE_3__/* .isLoosePath */ .Oz)(path) && content.length <= SMALL_PACK_BYTES);
    const chosen = [...loose, ...(small.length >= SMALL_PACKS ? small : [])].flatMap((segment) => {
        const lines = intactLines(segment);
        return lines === null ? [] : [{ path: segment.path, lines }];
    });
    if (chosen.length < 2)
        return _segment_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_EDIT */ .jy;
    const write = (0,_pack_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .packLines */ .F)(folder, chosen.flatMap(({ lines }) => lines));
    return { write, remove: chosen.map(({ path }) => path), move: [] };
}
/** null as soon as one line is anything but an intact record in its place. */
function intactLines(segment) {
    const read = (0,_segment_js__WEBPACK_IMPORTED_MODULE_1__/* .readSegmentLines */ .$l)(segment);
    if (!read.ok)
        return null;
    const intact = read.lines.filter((line) => line.ok);
    return intact.length === read.lines.length ? intact : null;
}
function count(counts, name) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
}
function append(lists, name, value) {
    const known = lists.get(name);
    if (known === undefined)
        lists.set(name, [value]);
    else
        known.push(value);
}
//# sourceMappingURL=compaction.js.map

/***/ }),

/***/ 3071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ packLines),
/* harmony export */   d: () => (/* binding */ contentMark)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Far from what readers refuse, in bytes as in lines. */
const MAX_PACKED_BYTES = 8 * 1024 * 1024;
const MAX_PACKED_LINES = 10_000;
/**
 * Lines of one folder as few segments, oldest first, each line once and byte for byte as it was written: an older
 * version reads what it wrote, and fields of a newer one survive. The name stands for the content, so two writers who
 * pack the same lines write the same file.
 */
function packLines(folder, lines) {
    const sorted = [...new Map(lines.map((line) => [line.text, line])).values()].sort(compareLines);
    const packs = [];
    let bytes = 0;
    for (const { text } of sorted) {
        const size = text.length * 3;
        const last = packs.at(-1);
        if (last === undefined || bytes + size > MAX_PACKED_BYTES || last.length >= MAX_PACKED_LINES) {
            packs.push([text]);
            bytes = size;
        }
        else {
            last.push(text);
            bytes += size;
        }
    }
    return packs.map((pack) => packedSegment(folder, pack));
}
function packedSegment(folder, texts) {
    const content = new TextEncoder().encode(texts.map((text) => `${text}\n`).join(''));
    return { path: `${folder}/packed-${contentMark(content)}.jsonl`, content };
}
/** A short name of some bytes: 128 bits of their SHA-256. */
function contentMark(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex').slice(0, 32);
}
function compareLines(left, right) {
    return Date.parse(left.record.time) - Date.parse(right.record.time) || (left.text < right.text ? -1 : 1);
}
//# sourceMappingURL=pack-lines.js.map

/***/ }),

/***/ 9709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ decodeRecord),
  Y: () => (/* binding */ encodeRecord)
});

// EXTERNAL MODULE: ./packages/core/lib/files/document.js
var files_document = __webpack_require__(9276);
// EXTERNAL MODULE: ./packages/core/lib/files/plain-json.js
var plain_json = __webpack_require__(8188);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./packages/core/lib/files/bind-schema.js
var bind_schema = __webpack_require__(3892);
// EXTERNAL MODULE: ./packages/core/lib/files/record-key-schema.js
var record_key_schema = __webpack_require__(7144);
// EXTERNAL MODULE: ./packages/core/lib/files/scalar-schemas.js
var scalar_schemas = __webpack_require__(9180);
;// CONCATENATED MODULE: ./packages/core/lib/files/record-file.js




const recordSchema = (0,bind_schema/* bindSchema */.L)()(dist/* object */.Ikc({
    schema: dist/* literal */.euz('testwarden.record/1'),
    key: record_key_schema/* recordKeySchema */.Y,
    testedSha: scalar_schemas/* shaSchema */.Ye,
    tree: dist/* nullable */.mee(scalar_schemas/* shaSchema */.Ye),
    branch: scalar_schemas/* nullableText */.DU,
    event: dist/* string */.YjP(),
    trust: dist/* pipe */.FsL(dist/* picklist */.KIO(['default-branch', 'pull-request', 'fork']), dist/* description */.h_('Only default-branch ever serves as a baseline.')),
    time: scalar_schemas/* timeSchema */.Rl,
    machine: record_key_schema/* machineSchema */.z,
    body: dist/* pipe */.FsL(dist/* unknown */.L5J(), dist/* description */.h_('What the action remembers; its shape is the action’s own.')),
}));
/** One line of a history segment. */
const RECORD_DOCUMENT = {
    name: 'record',
    major: 1,
    schema: recordSchema,
    maxCharacters: 8 * 1024 * 1024,
};
//# sourceMappingURL=record-file.js.map
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/core/lib/model/record-key.js
var record_key = __webpack_require__(920);
;// CONCATENATED MODULE: ./packages/history/lib/record-codec.js





/**
 * One record as one line of canonical JSON, without a line end: equal records are equal bytes, whatever the order of
 * their keys, and a line that was decoded is encoded to the same bytes again, fields of newer versions included.
 * @throws TypeError when no reader would take the record; that is a bug of ours.
 * @throws PlatformError when the line would be longer than any reader accepts.
 */
function encodeRecord(record) {
    (0,plain_json/* assertPlainJson */.zm)(record);
    const line = (0,record_key/* canonicalJson */.d)(record);
    if (line.length > RECORD_DOCUMENT.maxCharacters)
        throw tooLong(record, line.length);
    const decoded = decodeRecord(line);
    if (!decoded.ok)
        throw new TypeError(`a history record that is to be written ${decoded.message}`);
    return line;
}
/** A newer major version is told apart from damage: its record is intact and must stay where it is. */
function decodeRecord(line) {
    return (0,files_document/* decodeDocument */.w)(line, RECORD_DOCUMENT);
}
function tooLong({ key }, characters) {
    const limit = RECORD_DOCUMENT.maxCharacters;
    return new errors/* PlatformError */.Wk(`the history record of ${key.action} is ${characters} characters long; at most ${limit} are kept`, { remedy: 'split the job, so that each of its parts leaves a smaller record' });
}
//# sourceMappingURL=record-codec.js.map

/***/ }),

/***/ 8592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SA: () => (/* binding */ planRetention),
/* harmony export */   xh: () => (/* binding */ DEFAULT_RETENTION)
/* harmony export */ });
/* unused harmony export recordsToKeep */
/* harmony import */ var _testwarden_core_model_record_key__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(920);
/* harmony import */ var _compaction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8549);
/* harmony import */ var _pack_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3071);
/* harmony import */ var _segment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7995);
/* harmony import */ var _segment_edit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5148);
/* harmony import */ var _segment_place_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(509);






const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_RETENTION = { allDays: 90, dailyDays: 180, weeklyDays: 730, monthlyDays: 3650 };
/**
 * The records that stay. "The newest" is meant for each job, matrix cell and step (the variant) and each trust;
 * baselines count for each branch by itself, and the newest of them always stays.
 */
function recordsToKeep(records, rule) {
    const newestFirst = records
        .map((record) => ({ record, timeMs: Date.parse(record.time), line: (0,_testwarden_core_model_record_key__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(record) }))
        .sort((left, right) => right.timeMs - left.timeMs || (left.line < right.line ? -1 : 1));
    const taken = new Set();
    const kept = new Set();
    for (const { record, timeMs } of newestFirst) {
        const slots = slotsOf(record, { timeMs, rule });
        if (slots.includes(null) || slots.some((slot) => slot !== null && !taken.has(slot)))
            kept.add(record);
        for (const slot of slots)
            if (slot !== null)
                taken.add(slot);
    }
    return kept;
}
/**
 * Removes what the policy lets go. Segments with a line that this version cannot read stay whole; a line that stays
 * keeps its bytes.
 */
function planRetention(segments, rule) {
    const used = segments.filter(({ path }) => (0,_segment_place_js__WEBPACK_IMPORTED_MODULE_5__/* .isSegmentPath */ .f7)(path));
    const records = new Map();
    for (const segment of used)
        for (const [line, record] of recordsOf(segment))
            records.set(line, record);
    const kept = recordsToKeep([...records.values()], rule);
    const stays = new Set([...records].filter(([, record]) => kept.has(record)).map(([line]) => line));
    return (0,_segment_edit_js__WEBPACK_IMPORTED_MODULE_3__/* .joinEdits */ .w0)(used.map((segment) => thinOut(segment, stays)));
}
function thinOut(segment, stays) {
    const lines = (0,_compaction_js__WEBPACK_IMPORTED_MODULE_0__/* .intactLines */ .Fo)(segment);
    if (lines === null)
        return _segment_edit_js__WEBPACK_IMPORTED_MODULE_3__/* .NO_EDIT */ .jy;
    const left = lines.filter(({ record }) => stays.has((0,_testwarden_core_model_record_key__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(record)));
    if (left.length === lines.length)
        return _segment_edit_js__WEBPACK_IMPORTED_MODULE_3__/* .NO_EDIT */ .jy;
    return { write: (0,_pack_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .packLines */ .F)((0,_segment_place_js__WEBPACK_IMPORTED_MODULE_5__/* .folderOf */ .yS)(segment.path), left), remove: [segment.path], move: [] };
}
/** By canonical line, so that the same record in two segments is one. */
function recordsOf(segment) {
    const read = (0,_segment_js__WEBPACK_IMPORTED_MODULE_2__/* .readSegmentLines */ .$l)(segment);
    if (!read.ok)
        return [];
    return read.lines.flatMap((line) => (line.ok ? [[(0,_testwarden_core_model_record_key__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(line.record), line.record]] : []));
}
/** The places that a record may take as the newest one. null: it stays whatever else there is. */
function slotsOf(record, { timeMs, rule }) {
    const isBaseline = record.trust === 'default-branch';
    const group = (0,_testwarden_core_model_record_key__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)([(0,_testwarden_core_model_record_key__WEBPACK_IMPORTED_MODULE_4__/* .variantKeyOf */ .a)(record.key), record.trust, isBaseline ? record.branch : null]);
    const period = periodOf(timeMs, rule);
    const slots = period === 'gone' ? [] : [period === null ? null : `${group} ${period}`];
    return isBaseline ? [...slots, `${group} newest`] : slots;
}
/** null: younger than any thinning. */
function periodOf(timeMs, { policy, nowMs }) {
    const days = (nowMs - timeMs) / DAY_MS;
    if (days <= policy.allDays)
        return null;
    if (days <= policy.dailyDays)
        return `day ${Math.floor(timeMs / DAY_MS)}`;
    if (days <= policy.weeklyDays)
        return `week ${weekOf(timeMs)}`;
    if (days <= policy.monthlyDays)
        return `month ${new Date(timeMs).toISOString().slice(0, 7)}`;
    return 'gone';
}
/** Weeks begin on Monday; 1970 began on a Thursday. */
function weekOf(timeMs) {
    return Math.floor((timeMs / DAY_MS + 3) / 7);
}
//# sourceMappingURL=retention.js.map

/***/ }),

/***/ 5148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ applyEdit),
/* harmony export */   Wj: () => (/* binding */ isEmptyEdit),
/* harmony export */   jy: () => (/* binding */ NO_EDIT),
/* harmony export */   w0: () => (/* binding */ joinEdits)
/* harmony export */ });
const NO_EDIT = { write: [], remove: [], move: [] };
function isEmptyEdit({ write, remove, move }) {
    return write.length + remove.length + move.length === 0;
}
function joinEdits(edits) {
    return {
        write: edits.flatMap(({ write }) => write),
        remove: edits.flatMap(({ remove }) => remove),
        move: edits.flatMap(({ move }) => move),
    };
}
/** What the history holds afterwards: the one meaning of an edit that every store must give it. */
function applyEdit(segments, { write, remove, move }) {
    const files = new Map(segments.map((segment) => [segment.path, segment.content]));
    for (const { from, to } of move) {
        const content = files.get(from);
        files.delete(from);
        if (content !== undefined)
            files.set(to, content);
    }
    for (const path of remove)
        files.delete(path);
    for (const { path, content } of write)
        files.set(path, content);
    return [...files].map(([path, content]) => ({ path, content }));
}
//# sourceMappingURL=segment-edit.js.map

/***/ }),

/***/ 509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oz: () => (/* binding */ isLoosePath),
/* harmony export */   Q2: () => (/* binding */ quarantinePath),
/* harmony export */   f7: () => (/* binding */ isSegmentPath),
/* harmony export */   fK: () => (/* binding */ isQuarantined),
/* harmony export */   lE: () => (/* binding */ folderOfRecord),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/** Files that a repair took out of use. No reader looks into a folder whose name begins with a dot. */
const QUARANTINE = '.quarantine';
/** `<action>/<yyyy-mm>` */
function folderOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
function folderOfRecord({ key, time }) {
    return `${key.action}/${time.slice(0, 7)}`;
}
/** Whether this version would read the file as a segment of an action. */
function isSegmentPath(path) {
    return /^[a-z][a-z0-9-]{0,63}\/\d{4}-\d{2}\/[^./][^/]*\.jsonl$/.test(path);
}
/** The file of one record, named by its key; every other segment may hold any number. */
function isLoosePath(path) {
    return /\/[0-9a-f]{64}\.jsonl$/.test(path);
}
function isQuarantined(path) {
    return path.startsWith(`${QUARANTINE}/`);
}
/** `mark` stands for the content, so that a second damaged file of the same name does not replace the first. */
function quarantinePath(path, mark) {
    return `${QUARANTINE}/${path}.${mark}`;
}
//# sourceMappingURL=segment-place.js.map

/***/ }),

/***/ 7995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ readSegmentLines),
/* harmony export */   TQ: () => (/* binding */ segmentFileName),
/* harmony export */   UR: () => (/* binding */ decodeSegment),
/* harmony export */   lN: () => (/* binding */ MAX_SEGMENT_BYTES),
/* harmony export */   ug: () => (/* binding */ encodeSegment)
/* harmony export */ });
/* unused harmony export segmentPath */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _testwarden_core_model_record_key__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(920);
/* harmony import */ var _record_codec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9709);



/** Longer files are not read: one segment must never fill the memory of a job. */
const MAX_SEGMENT_BYTES = 32 * 1024 * 1024;
const MAX_SEGMENT_LINES = 100_000;
const LINE_FEED = 0x0a;
/**
 * `<action>/<yyyy-mm>/<hash>.jsonl`. The hash stands for the whole record key, so two writers meet in one file only
 * with the same key; it is lower-case hex, so no file system takes two keys for one.
 */
function segmentPath(record) {
    return `${record.key.action}/${record.time.slice(0, 7)}/${segmentFileName(record.key)}`;
}
function segmentFileName(key) {
    return `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_testwarden_core_model_record_key__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)(key)).digest('hex')}.jsonl`;
}
function encodeSegment(record) {
    return { path: segmentPath(record), content: new TextEncoder().encode(`${(0,_record_codec_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeRecord */ .Y)(record)}\n`) };
}
/** Intact lines count even where others are damaged; every line that does not count is named or numbered in a fault. */
function decodeSegment(segment) {
    const read = readSegmentLines(segment);
    if (!read.ok)
        return { records: [], faults: [`${read.fault}; it is not used`] };
    const faults = new Map();
    const records = [];
    for (const [index, line] of read.lines.entries())
        if (line.ok)
            records.push(line.record);
        else
            note(faults, line.fault, { line: index + 1, message: line.message });
    return { records, faults: [...faults.values()].map((fault) => describeFault(segment.path, fault)) };
}
/** Every line by itself, for those who move lines without changing them. */
function readSegmentLines({ path, content }) {
    if (content.byteLength > MAX_SEGMENT_BYTES)
        return unusable(`${path} is longer than ${MAX_SEGMENT_BYTES} bytes`);
    const text = decodeText(content);
    if (text === null)
        return unusable(`${path} is not UTF-8 text`);
    if (text === '')
        return unusable(`${path} is empty`);
    if (hasTooManyLines(content))
        return unusable(`${path} has more than ${MAX_SEGMENT_LINES} lines`);
    const lines = text.replace(/\n$/, '').split('\n');
    return { ok: true, lines: lines.map((line) => readLine(path, line)) };
}
function readLine(path, text) {
    const decoded = (0,_record_codec_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeRecord */ .e)(text);
    if (!decoded.ok)
        return { ok: false, fault: decoded.fault, message: decoded.message };
    const record = decoded.model;
    if (isPlacedRight(path, record))
        return { ok: true, text, record };
    return { ok: false, fault: 'misplaced', message: `belongs to the action ${record.key.action}` };
}
function hasTooManyLines(content) {
    let lines = 0;
    for (let at = content.indexOf(LINE_FEED); at >= 0; at = content.indexOf(LINE_FEED, at + 1))
        if (++lines > MAX_SEGMENT_LINES)
            return true;
    return false;
}
/** The first of each kind stands for the others: a file of a million bad lines is one warning, not a million. */
function note(faults, kind, { line, message }) {
    const known = faults.get(kind);
    faults.set(kind, known === undefined ? { line, message, more: 0 } : { ...known, more: known.more + 1 });
}
function describeFault(path, { line, message, more }) {
    const others = more === 0 ? '' : ` (and ${more} more lines of the same kind)`;
    return `${path}: line ${line} is not used, because it ${message}${others}`;
}
function isPlacedRight(path, { key }) {
    return path.startsWith(`${key.action}/`);
}
function unusable(fault) {
    return { ok: false, fault };
}
function decodeText(content) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(content);
    }
    catch {
        return null;
    }
}
//# sourceMappingURL=segment.js.map

/***/ }),

/***/ 5462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ planTidying)
/* harmony export */ });
/* harmony import */ var _compaction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8549);
/* harmony import */ var _retention_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8592);
/* harmony import */ var _segment_edit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5148);
/* harmony import */ var _segment_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(509);




/** Packs and then lets go, as one edit: what the first plan would write and the second remove is never written. */
function planTidying(segments, { folders, retention }) {
    const compaction = (0,_compaction_js__WEBPACK_IMPORTED_MODULE_0__/* .planCompaction */ .Jb)(segments.filter(({ path }) => folders.has((0,_segment_place_js__WEBPACK_IMPORTED_MODULE_3__/* .folderOf */ .yS)(path))));
    const thinning = (0,_retention_js__WEBPACK_IMPORTED_MODULE_1__/* .planRetention */ .SA)((0,_segment_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .applyEdit */ .HU)(segments, compaction), retention);
    const before = new Set(segments.map(({ path }) => path));
    const neverWritten = new Set(thinning.remove.filter((path) => !before.has(path)));
    const { write, remove } = (0,_segment_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .joinEdits */ .w0)([compaction, thinning]);
    return {
        write: write.filter(({ path }) => !neverWritten.has(path)),
        remove: remove.filter((path) => before.has(path)),
        move: [],
    };
}
//# sourceMappingURL=tidying.js.map

/***/ }),

/***/ 1128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ changesOf)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);
/* harmony import */ var _branch_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5731);


/** An edit of segments as changes of a tree. A moved file keeps its blob, so that its bytes cannot change. */
function changesOf({ files, edit, isFirst }) {
    const blobs = new Map(files.map(({ path, blob }) => [path, blob]));
    const first = isFirst
        ? _branch_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .FIRST_FILES */ .b.map(({ path, text }) => write(path, new TextEncoder().encode(text)))
        : [];
    return [
        ...first,
        ...edit.remove.map((path) => ({ kind: 'remove', path })),
        ...edit.move.flatMap(({ from, to }) => [
            { kind: 'remove', path: from },
            { kind: 'place', path: to, blob: requireBlob(blobs, from) },
        ]),
        ...edit.write.map(({ path, content }) => write(path, content)),
    ];
}
function write(path, content) {
    return { kind: 'write', path, content };
}
function requireBlob(blobs, path) {
    const blob = blobs.get(path);
    if (blob !== undefined)
        return blob;
    throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk(`${path} is no longer in the history`, { remedy: 'run the command again' });
}
//# sourceMappingURL=branch-changes.js.map

/***/ }),

/***/ 5731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ FIRST_FILES),
/* harmony export */   t: () => (/* binding */ MARKER)
/* harmony export */ });
/** At the top of every history branch. A branch without it holds something else, and nothing is written there. */
const MARKER = '.testwarden-history-1';
const FIRST_FILES = [
    { path: MARKER, text: 'testwarden.history/1\n' },
    {
        path: 'README.md',
        text: [
            '# Test history',
            '',
            'Testwarden keeps here what past runs left behind: baselines of coverage, times and flaky tests.',
            'Files are only added, by the jobs of this repository. Nothing here is source code, and no branch should be merged with it.',
            '',
            'See `testwarden history show`, `verify`, `prune` and `export`.',
            '',
        ].join('\n'),
    },
];
//# sourceMappingURL=branch-marker.js.map

/***/ }),

/***/ 8572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ historyRef),
/* harmony export */   m3: () => (/* binding */ shortRef)
/* harmony export */ });
/* unused harmony export DEFAULT_BRANCH */
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);

const DEFAULT_BRANCH = 'testwarden-history';
const REMEDY = `write git:${DEFAULT_BRANCH}, another branch name, or a full ref such as git:refs/testwarden/history`;
/** What git refuses in a ref, see git-check-ref-format(1); some of it would also be read as a pattern or an option. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const REFUSED = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|\/$|^\/|^[-+]|\.$|(?:^|\/)\.|\.lock(?:\/|$)/;
/**
 * The full ref that the place of a `git:` setting names: nothing for the default branch, a branch, or a ref in full.
 * @throws ConfigurationError
 */
function historyRef(place) {
    const name = place === '' ? DEFAULT_BRANCH : place;
    const ref = name.startsWith('refs/') ? name : `refs/heads/${name}`;
    if (REFUSED.test(name) || name === '@' || ref.split('/').length < 3 || ref.length > 200)
        throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`${JSON.stringify(name)} is no name of a branch or ref`, { remedy: REMEDY });
    if (/^refs\/(?:pull|tags|remotes)\//.test(ref))
        throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`the history cannot be kept at ${ref}: a branch or a ref of its own must hold it`, {
            remedy: REMEDY,
        });
    return ref;
}
/** As people write it: the branch's name, or the full ref. */
function shortRef(ref) {
    return ref.replace(/^refs\/heads\//, '');
}
//# sourceMappingURL=branch-ref.js.map

/***/ }),

/***/ 2525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ openBranchSession)
/* harmony export */ });
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);
/* harmony import */ var _branch_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5731);
/* harmony import */ var _branch_ref_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8572);



function openBranchSession(branch) {
    let seen = null;
    const refresh = async () => {
        const commit = await branch.fetch();
        if (seen !== null && seen.commit !== null)
            await requireForward(branch, { before: seen.commit, now: commit });
        seen = { commit };
        return commit;
    };
    return {
        head: async () => (seen === null ? refresh() : seen.commit),
        refresh,
        advance(commit) {
            seen = { commit };
        },
        list: (commit, folder) => listHistory(branch, { commit, folder }),
    };
}
async function requireForward(branch, { before, now }) {
    if (now === before || (now !== null && (await branch.isAncestor(before, now))))
        return;
    const happened = now === null ? 'was deleted' : 'was replaced by another one (a force push)';
    throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk(`the history ${(0,_branch_ref_js__WEBPACK_IMPORTED_MODULE_2__/* .shortRef */ .m3)(branch.ref)} ${happened} while this job ran, from ${before.slice(0, 7)} to ${now?.slice(0, 7) ?? 'nothing'}; nothing was read from or written to the new state`, { remedy: 'if that was meant, run the job again: it begins with what is there now; else restore the branch' });
}
async function listHistory(branch, { commit, folder }) {
    if (commit === null)
        return [];
    const files = await branch.list(commit, folder);
    if (!files.some(({ path }) => path === _branch_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKER */ .t))
        throw notOurs(branch.ref);
    return files.filter(({ path }) => !_branch_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .FIRST_FILES */ .b.some((first) => first.path === path));
}
function notOurs(ref) {
    return new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk(`${(0,_branch_ref_js__WEBPACK_IMPORTED_MODULE_2__/* .shortRef */ .m3)(ref)} is no history of Testwarden that this version knows: it has no file ${_branch_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKER */ .t}`, { remedy: 'name a branch of its own in `history`, such as git:testwarden-history; it is made when it is missing' });
}
//# sourceMappingURL=branch-session.js.map

/***/ }),

/***/ 5413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ keepTrying),
/* harmony export */   m: () => (/* binding */ JOB_PATIENCE)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6688);


const JOB_PATIENCE = {
    totalMs: 120_000,
    nowMs: () => performance.now(),
    sleep: (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms),
    random: () => Math.random(),
};
const FIRST_WAIT_MS = 150;
/** Twenty writers with a push of a second each must find their turn without asking all the time. */
const LONGEST_WAIT_MS = 10_000;
/**
 * Tries until there is a value or the patience is at its end. Between tries it waits: twice as long each time, and by
 * chance shorter, so that writers who met once do not meet again. A failure that may pass is tried again as well.
 * @throws PlatformError
 */
async function keepTrying(patience, { what, attempt }) {
    const startedMs = patience.nowMs();
    for (let tries = 1;; tries++) {
        const result = await attempt(tries).catch(asRetryable);
        if (result !== 'again' && 'value' in result)
            return result.value;
        const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)) * (0.5 + patience.random() / 2);
        if (patience.nowMs() - startedMs + waitMs > patience.totalMs)
            throw result === 'again' ? tooBusy(what, { tries, totalMs: patience.totalMs }) : result.failure;
        await patience.sleep(waitMs);
    }
}
/** Passes on what waiting cannot mend. */
function asRetryable(failure) {
    if (failure instanceof _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_1__/* .PlatformError */ .Wk && failure.retryable)
        return { failure };
    throw failure;
}
function tooBusy(what, { tries, totalMs }) {
    return new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_1__/* .PlatformError */ .Wk(`cannot ${what}: other jobs were faster ${tries} times within ${Math.round(totalMs / 1000)} s`, {
        remedy: 'let one job per run write the history (the `publish` action), or put the writing jobs into one `concurrency` group',
        retryable: true,
    });
}
//# sourceMappingURL=growing-wait.js.map

/***/ }),

/***/ 1447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ab: () => (/* binding */ requireInside),
/* harmony export */   Bz: () => (/* binding */ listSegments),
/* harmony export */   Hl: () => (/* binding */ makeHistoryFolder),
/* harmony export */   f0: () => (/* binding */ openHistoryFolder),
/* harmony export */   wZ: () => (/* binding */ makeFolders),
/* harmony export */   yZ: () => (/* binding */ listMonths)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6688);
/* harmony import */ var _fs_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2324);




/** More files than this are not listed: the history would take longer to read than the job it serves. */
const MAX_ENTRIES = 100_000;
/** null when nothing has been written yet. @throws PlatformError when something is there and cannot be opened. */
async function openHistoryFolder({ directory, boundary }) {
    const limits = boundary === undefined ? null : await followLinks(boundary);
    const root = limits === null ? await followLinks(directory) : await requireInside({ root: limits }, directory);
    return root === null ? null : { root };
}
/** @throws PlatformError */
async function makeHistoryFolder({ directory, boundary }) {
    try {
        if (boundary === undefined)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
        else
            await makeFolders({ root: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(boundary) }, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(boundary, directory).replaceAll(node_path__WEBPACK_IMPORTED_MODULE_1__.sep, '/'));
        return { root: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(directory) };
    }
    catch (error) {
        throw (0,_fs_error_js__WEBPACK_IMPORTED_MODULE_3__/* .fsError */ .y)(error, `make the history folder ${directory}`);
    }
}
/** `path` is relative, with `/`. Level by level, so that no link on the way can lead the writing outside. @throws PlatformError */
async function makeFolders(folder, path) {
    let made = folder.root;
    for (const name of path.split('/')) {
        made = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(made, name);
        await makeUnlessThere(made);
        await requireInside(folder, made);
    }
}
async function listMonths(folder, action) {
    const names = await listNames(folder, action);
    return splitByPattern(names, { prefix: action, pattern: /^\d{4}-\d{2}$/ });
}
/** @throws PlatformError when a folder cannot be listed or has more entries than anybody can want. */
async function listSegments(folder, action) {
    const months = await listMonths(folder, action);
    const paths = [];
    const strangers = [...months.strangers];
    for (const month of months.paths) {
        const found = splitByPattern(await listNames(folder, month), { prefix: month, pattern: /^[^.].*\.jsonl$/ });
        for (const path of found.paths)
            paths.push(path);
        for (const stranger of found.strangers)
            strangers.push(stranger);
        if (paths.length > MAX_ENTRIES)
            throw tooMany(action);
    }
    return { paths, strangers };
}
/** The real path of something below the root; null when it does not exist. @throws PlatformError when a link leaves. */
async function requireInside(folder, path) {
    const real = await followLinks(path);
    if (real === null || isInside(folder.root, real))
        return real;
    throw new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .PlatformError */ .Wk(`${path} is a link that leaves ${folder.root}`, {
        remedy: 'remove the link: links of a history are followed inside its folder only',
    });
}
async function makeUnlessThere(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path);
    }
    catch (error) {
        if ((0,_fs_error_js__WEBPACK_IMPORTED_MODULE_3__/* .fsErrorCode */ .x)(error) !== 'EEXIST')
            throw (0,_fs_error_js__WEBPACK_IMPORTED_MODULE_3__/* .fsError */ .y)(error, `make the history folder ${path}`);
    }
}
/** null when nothing is there; a link to nothing is something. */
async function followLinks(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    }
    catch (error) {
        if ((0,_fs_error_js__WEBPACK_IMPORTED_MODULE_3__/* .fsErrorCode */ .x)(error) === 'ENOENT' && !(await isLink(path)))
            return null;
        throw (0,_fs_error_js__WEBPACK_IMPORTED_MODULE_3__/* .fsError */ .y)(error, `open ${path} in the history`);
    }
}
async function isLink(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path)).isSymbolicLink();
    }
    catch {
        return false;
    }
}
function isInside(root, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}
async function listNames(folder, path) {
    const real = await requireInside(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.root, path));
    if (real === null)
        return [];
    const names = [];
    try {
        for await (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.opendir)(real)) {
            names.push(entry.name);
            if (names.length > MAX_ENTRIES)
                throw tooMany(path);
        }
    }
    catch (error) {
        throw (0,_fs_error_js__WEBPACK_IMPORTED_MODULE_3__/* .fsError */ .y)(error, `list ${path} in the history`);
    }
    return names.sort();
}
/** Names with a leading dot are drafts of a writer or belong to the system; nobody misses them. */
function splitByPattern(names, { prefix, pattern }) {
    const visible = names.filter((name) => !name.startsWith('.'));
    return {
        paths: visible.filter((name) => pattern.test(name)).map((name) => `${prefix}/${name}`),
        strangers: visible.filter((name) => !pattern.test(name)).map((name) => `${prefix}/${name}`),
    };
}
function tooMany(path) {
    return new _testwarden_core_model_errors__WEBPACK_IMPORTED_MODULE_2__/* .PlatformError */ .Wk(`the history below ${path} has more than ${MAX_ENTRIES} entries`, {
        remedy: 'move the folders of the oldest months out of the history',
    });
}
//# sourceMappingURL=history-folder.js.map

/***/ }),

/***/ 4167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ openBranch)
});

// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/platform/lib/git/absence.js
var absence = __webpack_require__(3425);
// EXTERNAL MODULE: ./packages/platform/lib/sdk.js
var sdk = __webpack_require__(7893);
// EXTERNAL MODULE: ./packages/platform/lib/github/errors.js
var github_errors = __webpack_require__(9878);
// EXTERNAL MODULE: ./packages/platform/lib/github/retry.js
var retry = __webpack_require__(8263);
;// CONCATENATED MODULE: ./packages/platform/lib/github/git-data.js




const REQUEST_TIMEOUT_MS = 30_000;
/** Loads the toolkit; sends nothing yet. */
async function connectGitData({ token, repository, apiUrl }) {
    const { getOctokit } = await (0,sdk/* loadGitHub */.g)();
    const [owner = '', repo = ''] = repository.split('/');
    const octokit = getOctokit(token, { baseUrl: apiUrl });
    return { octokit, owner, repo, requestOptions: () => ({ signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }) };
}
/** @throws PlatformError */
async function ask(kind, what, request) {
    return (await (0,retry/* requestWithRetry */.E)({ kind, what }, request)).data;
}
/** What GitHub answered to a request that failed in {@link requestWithRetry}; null for any other error. */
function failedAnswer(error) {
    return error instanceof errors/* PlatformError */.Wk && error.cause !== undefined ? (0,github_errors/* readFailure */.f1)(error.cause) : null;
}
/** The commit that a ref points to. @param ref without `refs/` @throws PlatformError, 404 when there is none */
async function getRef({ octokit, owner, repo, requestOptions }, ref) {
    const data = await ask('read', `read the ref ${ref}`, () => octokit.rest.git.getRef({ owner, repo, ref, request: requestOptions() }));
    return data.object.sha;
}
/** @throws PlatformError */
async function getDefaultBranch({ octokit, owner, repo, requestOptions }) {
    const data = await ask('read', 'read the repository', () => octokit.rest.repos.get({ owner, repo, request: requestOptions() }));
    return data.default_branch;
}
/** The tree of a commit. @throws PlatformError */
async function getCommitTree(client, sha) {
    const { octokit, owner, repo, requestOptions } = client;
    const data = await ask('read', `read commit ${sha}`, () => octokit.rest.git.getCommit({ owner, repo, commit_sha: sha, request: requestOptions() }));
    return data.tree.sha;
}
/** @throws PlatformError, also when GitHub does not give all of it */
async function getTree({ octokit, owner, repo, requestOptions }, { sha, depth }) {
    const recursive = depth === 'all' ? { recursive: '1' } : {};
    const data = await ask('read', `list the tree ${sha}`, () => octokit.rest.git.getTree({ owner, repo, tree_sha: sha, ...recursive, request: requestOptions() }));
    if (data.truncated)
        throw new errors/* PlatformError */.Wk('cannot list the history: GitHub gives only a part of so many files', {
            remedy: 'install git on the runner, or run `testwarden history prune` where git is',
        });
    return data.tree.map(({ path, mode, type, sha: id, size }) => ({ path, mode, type, sha: id, bytes: size ?? 0 }));
}
/** @throws PlatformError */
async function getBlob({ octokit, owner, repo, requestOptions }, sha) {
    const data = await ask('read', `read the file ${sha}`, () => octokit.rest.git.getBlob({ owner, repo, file_sha: sha, request: requestOptions() }));
    return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
}
/** An object is named by its content, so making it twice makes one: it may be asked again. @throws PlatformError */
async function createTree({ octokit, owner, repo, requestOptions }, { base, entries }) {
    const tree = entries.map((entry) => ({ ...entry, mode: '100644', type: 'blob' }));
    const onTop = base === null ? {} : { base_tree: base };
    const data = await ask('read', 'write the files of the history', () => octokit.rest.git.createTree({ owner, repo, tree, ...onTop, request: requestOptions() }));
    return data.sha;
}
/** A commit that no ref points to; a second one like it would be forgotten as well. @throws PlatformError */
async function createCommit({ octokit, owner, repo, requestOptions }, { tree, parents, message }) {
    const data = await ask('read', 'write the history commit', () => octokit.rest.git.createCommit({ owner, repo, tree, parents: [...parents], message, request: requestOptions() }));
    return data.sha;
}
/** @param ref in full @throws PlatformError, 422 when it exists */
async function createRef({ octokit, owner, repo, requestOptions }, { ref, sha }) {
    await ask('create', `make the ref ${ref}`, () => octokit.rest.git.createRef({ owner, repo, ref, sha, request: requestOptions() }));
}
/** Forward only. @param ref without `refs/` @throws PlatformError, 422 when `sha` does not stand on its present commit */
async function updateRef({ octokit, owner, repo, requestOptions }, { ref, sha }) {
    await ask('update', `move the ref ${ref}`, () => octokit.rest.git.updateRef({ owner, repo, ref, sha, force: false, request: requestOptions() }));
}
/** How `head` stands to `base`: ahead, behind, diverged or identical. @throws PlatformError */
async function compareStates({ octokit, owner, repo, requestOptions }, { base, head }) {
    const data = await ask('read', `compare ${base} and ${head}`, () => octokit.rest.repos.compareCommitsWithBasehead({
        owner,
        repo,
        basehead: `${base}...${head}`,
        per_page: 1,
        request: requestOptions(),
    }));
    return data.status;
}
//# sourceMappingURL=git-data.js.map
// EXTERNAL MODULE: ./packages/platform/lib/history/branch-marker.js
var branch_marker = __webpack_require__(5731);
// EXTERNAL MODULE: ./packages/platform/lib/history/branch-ref.js
var branch_ref = __webpack_require__(8572);
;// CONCATENATED MODULE: ./packages/platform/lib/history/write-refusals.js
/** GitHub's own words, by git and by API alike. The first that fits is taken. */
const MEANINGS = [
    {
        pattern: /archived so it is read-only|was archived/i,
        reason: 'the repository is archived',
        remedy: 'unarchive the repository, or remove `history` from the configuration',
        permission: null,
    },
    {
        pattern: /GH013|repository rule violations|push declined due to repository rule/i,
        reason: 'a ruleset forbids it',
        remedy: 'exclude this branch from the ruleset (the token of a job cannot bypass one), or keep the history at git:refs/testwarden/history, which branch rules do not cover',
        permission: null,
    },
    {
        pattern: /GH006|protected branch/i,
        reason: 'the branch is protected',
        remedy: 'remove the protection from this branch, or name a branch that no protection pattern matches',
        permission: null,
    },
    {
        pattern: /GH001|exceeds GitHub's file size limit|pack exceeds maximum/i,
        reason: 'the record is too large for the server',
        remedy: 'split the job, so that each of its parts leaves a smaller record',
        permission: null,
    },
    {
        pattern: /permission to \S{1,200} denied|write access to repository not granted|resource not accessible by integration|returned error: 403|read-only (?:access|deploy key)|marked as read only/i,
        reason: 'the token may not write',
        remedy: 'add `permissions: contents: write` to the job, or let the `publish` action write the history',
        permission: 'contents: write',
    },
    {
        pattern: /pre-receive hook declined|hook declined|deny updating a hidden ref|funny refname|denyCurrentBranch/i,
        reason: 'the server refuses writes to this ref',
        remedy: 'name another branch for the history, or ask who runs the server to allow it',
        permission: null,
    },
];
/** null: nothing that waiting could not mend, or nothing known. */
function refusalOf(said) {
    return MEANINGS.find(({ pattern }) => pattern.test(said)) ?? null;
}
//# sourceMappingURL=write-refusals.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/history/api-branch.js





/** GitHub asks for few requests at once. */
const PARALLEL_READS = 6;
/**
 * A ref of the job's repository by GitHub's Git Data API, for machines without git. GitHub moves a ref forward only,
 * which is the compare-and-swap: the new commit stands on the one that was looked at.
 */
function createApiBranch({ ref, github }) {
    const name = ref.slice('refs/'.length);
    let connected = null;
    const client = () => {
        connected ??= connectGitData(github);
        return connected;
    };
    return {
        ref,
        fetch: async () => readRef(await client(), name),
        isAncestor: async (older, newer) => isAhead(await client(), { base: older, head: newer }),
        list: async (commit, folder) => listFiles(await client(), { commit, folder }),
        async read(files, take) {
            for (let first = 0; first < files.length; first += PARALLEL_READS) {
                const some = files.slice(first, first + PARALLEL_READS);
                const asked = await client();
                const contents = await Promise.all(some.map(({ blob }) => getBlob(asked, blob)));
                for (const [index, { path }] of some.entries())
                    take({ path, content: contents[index] ?? new Uint8Array() });
            }
        },
        async commit({ parent, changes, message }) {
            return asWrite(ref, async () => {
                const asked = await client();
                const base = parent === null ? null : await getCommitTree(asked, parent);
                const tree = await createTree(asked, { base, entries: changes.map(entryOf) });
                return createCommit(asked, { tree, parents: parent === null ? [] : [parent], message });
            });
        },
        async publish({ expected, commit }) {
            const asked = await client();
            return asWrite(ref, async () => {
                try {
                    if (expected === null)
                        await createRef(asked, { ref, sha: commit });
                    else
                        await updateRef(asked, { ref: name, sha: commit });
                    return 'published';
                }
                catch (error) {
                    if (isOutrun(error))
                        return 'moved-meanwhile';
                    throw error;
                }
            });
        },
    };
}
/** GitHub says 404 to a missing ref as to a token that may not see it: only who can read another ref is sure. */
async function readRef(client, name) {
    try {
        return await getRef(client, name);
    }
    catch (error) {
        if (failedAnswer(error)?.status !== 404)
            throw error;
        await getRef(client, `heads/${await getDefaultBranch(client)}`);
        return null;
    }
}
async function isAhead(client, sides) {
    try {
        return ['ahead', 'identical'].includes(await compareStates(client, sides));
    }
    catch (error) {
        if (failedAnswer(error)?.status === 404)
            return false;
        throw error;
    }
}
async function listFiles(client, { commit, folder }) {
    const root = await getCommitTree(client, commit);
    if (folder === 'everything')
        return filesOf(await getTree(client, { sha: root, depth: 'all' }), '');
    const top = await getTree(client, { sha: root, depth: 'top' });
    const below = top.find(({ path, type }) => path === folder && type === 'tree');
    const files = below === undefined ? [] : await getTree(client, { sha: below.sha, depth: 'all' });
    return [
        ...filesOf(top.filter(({ path }) => path === branch_marker/* MARKER */.t), ''),
        ...filesOf(files, `${folder}/`),
    ];
}
function filesOf(entries, prefix) {
    return entries
        .filter(({ type }) => type !== 'tree')
        .map(({ path, mode, sha, bytes }) => ({
        path: `${prefix}${path}`,
        blob: sha,
        kind: mode === '100644' || mode === '100755' ? 'file' : 'other',
        bytes,
    }));
}
/** Segments are UTF-8 text, so a tree may carry them and no request is needed for each. */
function entryOf(change) {
    if (change.kind === 'remove')
        return { path: change.path, sha: null };
    if (change.kind === 'place')
        return { path: change.path, sha: change.blob };
    return { path: change.path, content: new TextDecoder('utf-8', { fatal: true }).decode(change.content) };
}
/** The ref is no longer where it was, or is there already, or is gone; the next look tells which. */
function isOutrun(error) {
    const answer = failedAnswer(error);
    if (answer?.status === 409)
        return true;
    return answer?.status === 422 && /fast.forward|already exists|does not exist/i.test(answer.message);
}
/** Names what GitHub refuses for good. */
async function asWrite(ref, work) {
    try {
        return await work();
    }
    catch (error) {
        const refusal = error instanceof errors/* PlatformError */.Wk ? refusalOf(error.message) : null;
        if (refusal === null || !(error instanceof errors/* PlatformError */.Wk))
            throw error;
        throw new errors/* PlatformError */.Wk(`${refusal.reason}: cannot write the history ${(0,branch_ref/* shortRef */.m3)(ref)}: ${error.message}`, {
            cause: error,
            remedy: refusal.remedy,
            permission: refusal.permission,
        });
    }
}
//# sourceMappingURL=api-branch.js.map
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/platform/lib/git/failures.js
var failures = __webpack_require__(411);
// EXTERNAL MODULE: ./packages/platform/lib/git/own-repository.js
var own_repository = __webpack_require__(2703);
// EXTERNAL MODULE: ./packages/platform/lib/git/remote.js
var remote = __webpack_require__(7454);
// EXTERNAL MODULE: ./packages/platform/lib/git/run-git.js + 1 modules
var run_git = __webpack_require__(5528);
// EXTERNAL MODULE: ./packages/platform/lib/git/user-repository.js
var user_repository = __webpack_require__(1852);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/platform/lib/history/git-commit.js




/** The account that GitHub shows for what a workflow commits. */
const PERSON = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };
/** A commit by plumbing, without a working tree. Until a ref points to it nobody sees any of it. @throws PlatformError */
async function git_commit_createCommit(place, { parent, changes, message }) {
    const index = external_node_path_.join(place.cwd, `index-${(0,external_node_crypto_.randomUUID)()}`);
    const writing = { ...place, variables: { ...place.variables, GIT_INDEX_FILE: index, ...identity() } };
    const what = 'prepare the history commit';
    try {
        await (0,run_git/* askGit */.gG)(writing, { what, args: ['read-tree', ...(parent === null ? ['--empty'] : [parent])] });
        const input = await indexInfo(writing, changes);
        await (0,run_git/* askGit */.gG)(writing, { what, args: ['update-index', '-z', '--add', '--index-info'], input });
        const tree = (await (0,run_git/* askGit */.gG)(writing, { what, args: ['write-tree'] })).trim();
        const parents = parent === null ? [] : ['-p', parent];
        return (await (0,run_git/* askGit */.gG)(writing, { what, args: ['commit-tree', tree, ...parents], input: message })).trim();
    }
    finally {
        await (0,promises_.rm)(index, { force: true });
    }
}
/** `<mode> <id>\t<path>`; mode 0 removes. Removals first: a name may be left and taken again in one commit. */
async function indexInfo(place, changes) {
    const lines = [];
    for (const change of changes)
        if (change.kind === 'remove')
            lines.push(`0 ${'0'.repeat(40)}\t${change.path}\0`);
    for (const change of changes) {
        if (change.kind === 'place')
            lines.push(`100644 ${change.blob}\t${change.path}\0`);
        if (change.kind === 'write')
            lines.push(`100644 ${await writeBlob(place, change.content)}\t${change.path}\0`);
    }
    return lines.join('');
}
async function writeBlob(place, content) {
    const args = ['hash-object', '-w', '--stdin', '--no-filters'];
    return (await (0,run_git/* askGit */.gG)(place, { what: 'store a file of the history', args, input: content })).trim();
}
function identity() {
    return {
        GIT_AUTHOR_NAME: PERSON.name,
        GIT_AUTHOR_EMAIL: PERSON.email,
        GIT_COMMITTER_NAME: PERSON.name,
        GIT_COMMITTER_EMAIL: PERSON.email,
    };
}
//# sourceMappingURL=git-commit.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/history/git-refusals.js




/** What git says when the server has no such ref; it never says so when it could not ask. */
function isMissingRef(stderr, ref) {
    return stderr.toLowerCase().includes(`couldn't find remote ref ${ref.toLowerCase()}`);
}
/** A fetch of the history that failed: never an empty history. */
function fetchFailure(ref, stderr) {
    const what = `fetch the history ${(0,branch_ref/* shortRef */.m3)(ref)}`;
    const { message, retryable, permission, remedy } = (0,failures/* gitFailure */.t)(what, stderr);
    const mended = permission === null ? FETCH_REMEDY : 'give the job `permissions: contents: read` and pass `github-token`';
    return new errors/* PlatformError */.Wk(message, { remedy: retryable ? (remedy ?? FETCH_REMEDY) : mended, retryable, permission });
}
const FETCH_REMEDY = 'run the same `git fetch` by hand to see what is wrong';
/** Somebody else moved the ref between our look and our push, or was moving it at the same instant. */
const MOVED = /\[(?:remote )?rejected\].*\((?:stale info|fetch first|non-fast-forward|needs force|failed to update ref|incorrect old value provided|reference already exists|cannot lock ref[^)]*|atomic push failed)\)|cannot lock ref|remote ref does not exist/i;
/** Trouble of the server's or the network's that may be gone soon. */
const PASSING = /\((?:internal server error|unpacker error|shallow update not allowed)\)|unpack(?:er)? (?:failed|error)|index-pack (?:failed|abnormal exit)|remote end hung up|service unavailable|try again/i;
/**
 * What a failed push means.
 * @throws PlatformError unless somebody else was only faster
 */
function pushAnswer(ref, said) {
    const refusal = refusalOf(said);
    if (refusal !== null)
        throw refused(ref, { refusal, said });
    if (MOVED.test(said))
        return 'moved-meanwhile';
    const failure = (0,failures/* gitFailure */.t)(`push the history ${(0,branch_ref/* shortRef */.m3)(ref)}`, withoutPorcelain(said));
    if (failure.permission !== null)
        throw refused(ref, { refusal: NO_WRITE, said });
    const retryable = failure.retryable || PASSING.test(said);
    throw new errors/* PlatformError */.Wk(failure.message, { remedy: retryable ? 'run the job again' : PUSH_REMEDY, retryable });
}
const PUSH_REMEDY = 'run the same `git push` by hand to see why the server refuses it';
const NO_WRITE = {
    reason: 'the token may not write',
    remedy: 'add `permissions: contents: write` to the job, or let the `publish` action write the history',
    permission: 'contents: write',
};
function refused(ref, { refusal, said }) {
    const { message } = (0,failures/* gitFailure */.t)(`write the history ${(0,branch_ref/* shortRef */.m3)(ref)}`, withoutPorcelain(said));
    return new errors/* PlatformError */.Wk(`${refusal.reason}: ${message}`, {
        remedy: refusal.remedy,
        permission: refusal.permission,
    });
}
/** `To <url>` and `Done` say nothing that anybody wants. */
function withoutPorcelain(said) {
    return said.replace(/^(?:To .*|Done)$/gm, '').trim();
}
//# sourceMappingURL=git-refusals.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/history/git-tree.js




/** More files than this are not listed: the history would take longer to read than the job it serves. */
const MAX_FILES = 100_000;
/** @throws PlatformError */
async function listTree(place, { commit, folder }) {
    const paths = folder === 'everything' ? [] : [branch_marker/* MARKER */.t, `${folder}/`];
    const args = ['ls-tree', '-r', '-z', '--long', '--full-tree', commit, '--', ...paths];
    const answer = await (0,run_git/* tryGit */.Ii)(place, { what: 'list the files of the history', args });
    if (answer.exitCode !== 0)
        throw (0,failures/* gitFailure */.t)('list the files of the history', answer.stderr);
    const entries = answer.stdout.split('\0').filter((entry) => entry !== '');
    if (entries.length > MAX_FILES)
        throw new errors/* PlatformError */.Wk(`the history has more than ${MAX_FILES} files`, {
            remedy: 'run `testwarden history prune`, or begin a new branch for the history',
        });
    return entries.map(parseEntry);
}
/** `100644 blob <id> <bytes>\t<path>`; what is no file has `-` for its size. */
function parseEntry(entry) {
    const match = /^(\d{6}) \w+ ([0-9a-f]{40,64}) +(\d+|-)\t(.+)$/s.exec(entry);
    if (match === null)
        throw new errors/* PlatformError */.Wk(`cannot list the files of the history: git answered ${entry.slice(0, 100)}`);
    const [, mode = '', blob = '', bytes = '', path = ''] = match;
    const kind = mode === '100644' || mode === '100755' ? 'file' : 'other';
    return { path, blob, kind, bytes: kind === 'file' ? Number(bytes) : 0 };
}
/** One process for all of them. A file that git cannot give is an error, never left out. @throws PlatformError */
async function readBlobs(place, { files, take }) {
    if (files.length === 0)
        return;
    const input = files.map(({ blob }) => `${blob}\n`).join('');
    const question = { what: 'read the files of the history', args: ['cat-file', '--batch'], input };
    await (0,run_git/* streamGit */.t1)(place, question, (bytes) => splitBatch(bytes, { files, take }));
}
/** `<id> blob <bytes>\n<content>\n` for each, in the order that was asked for. */
async function splitBatch(bytes, { files, take }) {
    const wanted = files[Symbol.iterator]();
    let file = wanted.next();
    let rest = Buffer.alloc(0);
    const held = [];
    let heldBytes = 0;
    let neededBytes = 1;
    for await (const chunk of bytes) {
        held.push(chunk);
        heldBytes += chunk.length;
        if (heldBytes < neededBytes)
            continue;
        rest = Buffer.concat(held.splice(0));
        for (let part = nextBlob(rest, file.value); part !== null; part = nextBlob(rest, file.value)) {
            if (part.content === null) {
                neededBytes = part.endByte;
                break;
            }
            if (file.value !== undefined)
                take({ path: file.value.path, content: part.content });
            rest = rest.subarray(part.endByte);
            neededBytes = rest.length + 1;
            file = wanted.next();
        }
        held.push(rest);
        heldBytes = rest.length;
    }
    if (file.done !== true)
        throw unreadable(file.value.path, 'its output ended too soon');
}
/** `content: null`: more bytes must come, up to `endByte`. null: not even the header is there, or nothing is wanted. */
function nextBlob(bytes, file) {
    const end = bytes.indexOf(0x0a);
    if (file === undefined || end < 0)
        return null;
    const header = bytes.toString('latin1', 0, end);
    const size = header.startsWith(`${file.blob} blob `) ? Number(header.slice(file.blob.length + 6)) : Number.NaN;
    if (!Number.isSafeInteger(size))
        throw unreadable(file.path, `git answered ${JSON.stringify(header.slice(0, 100))}`);
    const endByte = end + 1 + size + 1;
    return { content: bytes.length < endByte ? null : bytes.subarray(end + 1, endByte - 1), endByte };
}
function unreadable(path, reason) {
    return new errors/* PlatformError */.Wk(`cannot read ${path} in the history: ${reason}`, {
        remedy: 'run the job again; if it stays so, see `testwarden history verify`',
    });
}
//# sourceMappingURL=git-tree.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./packages/platform/lib/history/temporary-folders.js

const folders = new Set();
/** A developer's temporary folder is nobody's to clean but ours: what is named here is removed when the process ends. */
function removeAtExit(folder) {
    if (folders.size === 0)
        process.once('exit', removeAll);
    folders.add(folder);
}
function removeAll() {
    for (const folder of folders)
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
}
//# sourceMappingURL=temporary-folders.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/history/git-branch.js















const NETWORK_TIMEOUT_MS = 60_000;
/** Where our own repository keeps what it fetched. */
const FETCHED = 'refs/testwarden/fetched';
/**
 * A ref of the user's remote by git itself, in a bare repository of our own under the runner's temporary folder. The
 * user's checkout is asked for its remote and for nothing else; without a checkout the job's own repository is meant.
 */
function createGitBranch(options) {
    const { ref } = options;
    let opened = null;
    const place = () => {
        opened ??= openPlace(options);
        return opened;
    };
    let hasFetched = false;
    return {
        ref,
        async fetch() {
            const head = await fetchRef(await place(), { ref, isFirst: !hasFetched });
            hasFetched ||= head !== null;
            return head;
        },
        async isAncestor(older, newer) {
            const what = 'compare two states of the history';
            const args = ['merge-base', '--is-ancestor', older, newer];
            const { exitCode, stderr } = await (0,run_git/* tryGit */.Ii)(await place(), { what, args });
            if (exitCode > 1)
                throw (0,failures/* gitFailure */.t)(what, stderr);
            return exitCode === 0;
        },
        list: async (commit, folder) => listTree(await place(), { commit, folder }),
        read: async (files, take) => readBlobs(await place(), { files, take }),
        commit: async (draft) => git_commit_createCommit(await place(), draft),
        async publish(step) {
            const answer = await push(await place(), { ...step, ref });
            // From here on a fetch must bring what lies between our commit and the newest: a shallow one would hide it.
            if (answer === 'published')
                hasFetched = true;
            return answer;
        },
    };
}
async function openPlace({ program, workspace, env, token }) {
    const near = await nearbyRepository({ program, workspace, env });
    const facts = { token, serverUrl: env.GITHUB_SERVER_URL || null, repository: env.GITHUB_REPOSITORY || null };
    const config = (0,remote/* remoteConfig */.b)({ persisted: near.persisted, ...facts });
    const temporary = env.RUNNER_TEMP || external_node_os_.tmpdir();
    const own = await (0,own_repository/* createBareRepository */.Ne)(near.place, { temporary, config: [...config, ...QUIET], format: near.format });
    removeAtExit(own.gitDir);
    return own.place;
}
/** Settings of the user's that would make a push do more than we ask for. */
const QUIET = [
    ['push.followTags', 'false'],
    ['push.gpgSign', 'false'],
    ['push.recurseSubmodules', 'no'],
    ['push.useForceIfIncludes', 'false'],
    ['fetch.prune', 'false'],
    ['fetch.fsckObjects', 'true'],
];
async function nearbyRepository({ program, workspace, env, }) {
    if ((0,absence/* findRepository */.W1)(workspace) === null)
        return { place: { program, cwd: workspace, env, config: [], variables: {} }, persisted: [], format: 'sha1' };
    const user = await (0,user_repository/* openUserRepository */.A8)(workspace, env);
    const format = user.head?.length === 64 ? 'sha256' : 'sha1';
    return { place: user.place, persisted: await (0,user_repository/* readRemoteConfig */.Z)(user), format };
}
/**
 * The first fetch brings one commit. Later ones bring all commits since then: only so can be seen whether the ref moved
 * forward or was replaced.
 */
async function fetchRef(place, { ref, isFirst }) {
    const quiet = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', '--no-auto-maintenance'];
    const depth = isFirst ? ['--depth=1'] : [];
    const what = `fetch the history ${(0,branch_ref/* shortRef */.m3)(ref)}`;
    const args = ['fetch', ...quiet, ...depth, remote/* REMOTE */.B, `+${ref}:${FETCHED}`];
    const answer = await (0,run_git/* tryGit */.Ii)(place, { what, args, timeoutMs: NETWORK_TIMEOUT_MS });
    if (answer.exitCode === 0)
        return readFetched(place);
    if (isMissingRef(answer.stderr, ref))
        return null;
    throw fetchFailure(ref, answer.stderr);
}
/** From the file of the ref: the repository is our own, and a process for it would cost more than the answer. */
async function readFetched(place) {
    const sha = (await (0,promises_.readFile)(external_node_path_.join(place.cwd, FETCHED), 'utf8').catch(() => '')).trim();
    if ((0,user_repository/* isSha */.HH)(sha))
        return sha;
    throw new errors/* PlatformError */.Wk(`cannot read the fetched history: git answered ${JSON.stringify(sha.slice(0, 100))}`);
}
/** The lease makes it a compare-and-swap, and the commit's parent makes it a fast-forward. */
async function push(place, { ref, expected, commit }) {
    const args = ['push', '--porcelain', '--no-verify', `--force-with-lease=${ref}:${expected ?? ''}`];
    const question = { what: `push the history ${(0,branch_ref/* shortRef */.m3)(ref)}`, args: [...args, remote/* REMOTE */.B, `${commit}:${ref}`] };
    const answer = await (0,run_git/* tryGit */.Ii)(place, { ...question, timeoutMs: NETWORK_TIMEOUT_MS });
    return answer.exitCode === 0 ? 'published' : pushAnswer(ref, `${answer.stdout}\n${answer.stderr}`);
}
//# sourceMappingURL=git-branch.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/history/open-branch.js




/** The ref by git where there is git, else by GitHub's API. Nothing is started or asked yet. */
function openBranch(ref, { workspace, env, token }) {
    const program = (0,absence/* findGitProgram */.Ao)(env);
    if (program !== null)
        return createGitBranch({ ref, program, workspace, env, token });
    const { GITHUB_REPOSITORY: repository, GITHUB_API_URL: apiUrl } = env;
    if (token === null || !repository || !apiUrl)
        return unreachableBranch(ref);
    return createApiBranch({ ref, github: { token, repository, apiUrl } });
}
/** Opening a store never fails for what the machine lacks: only using it does. */
function unreachableBranch(ref) {
    const refuse = async () => {
        throw new errors/* PlatformError */.Wk('the history cannot be reached: git is not installed, and there is no token for the API', {
            remedy: 'install git, or pass `github-token` in a job of GitHub Actions',
        });
    };
    return { ref, fetch: refuse, isAncestor: refuse, list: refuse, read: refuse, commit: refuse, publish: refuse };
}
//# sourceMappingURL=open-branch.js.map

/***/ }),

/***/ 6170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ locateHistory),
  openStore: () => (/* binding */ openStore)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/model/errors.js
var errors = __webpack_require__(6688);
// EXTERNAL MODULE: ./packages/platform/lib/history/branch-ref.js
var branch_ref = __webpack_require__(8572);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/core/lib/model/record-key.js
var record_key = __webpack_require__(920);
;// CONCATENATED MODULE: ./packages/history/lib/query.js

function matchesFilter(record, { action, shas, variant, trust }) {
    if (action !== undefined && record.key.action !== action)
        return false;
    if (shas !== undefined && !shas.has(record.testedSha))
        return false;
    if (trust !== undefined && !trust.has(record.trust))
        return false;
    return variant === undefined || (0,record_key/* canonicalJson */.d)((0,record_key/* variantKeyOf */.a)(record.key)) === (0,record_key/* canonicalJson */.d)(variant);
}
/** Keeps the order. */
function selectRecords(records, filter) {
    return records.filter((record) => matchesFilter(record, filter));
}
//# sourceMappingURL=query.js.map
// EXTERNAL MODULE: ./packages/history/lib/segment.js
var lib_segment = __webpack_require__(7995);
;// CONCATENATED MODULE: ./packages/history/lib/fold-segments.js





/** Warnings beyond this are counted, not listed. */
const MAX_WARNINGS = 20;
function createSegmentFold(filter) {
    const seen = new Map();
    const kept = [];
    const faults = [];
    const fold = (record, path) => {
        const line = (0,record_key/* canonicalJson */.d)(record);
        if (isRepetition(seen, { key: (0,record_key/* canonicalJson */.d)(record.key), content: digest(line), path }))
            return;
        if (matchesFilter(record, filter))
            kept.push({ record, line, timeMs: Date.parse(record.time) });
    };
    return {
        add(segment) {
            const content = (0,lib_segment/* decodeSegment */.UR)(segment);
            faults.push(...content.faults);
            for (const record of content.records)
                fold(record, segment.path);
        },
        addFault: (fault) => faults.push(fault),
        end: () => ({ records: kept.sort(compareRecords).map(({ record }) => record), warnings: shortList(faults) }),
    };
}
/** @throws PlatformError when a record key comes with two contents. */
function foldSegments(segments, filter = {}) {
    const fold = createSegmentFold(filter);
    for (const segment of segments)
        fold.add(segment);
    return fold.end();
}
function isRepetition(seen, { key, content, path }) {
    const known = seen.get(key);
    if (known === undefined) {
        seen.set(key, { content, path });
        return false;
    }
    if (known.content === content)
        return true;
    throw new errors/* PlatformError */.Wk(`the history holds two different records of one run: in ${known.path} and in ${path}`, {
        remedy: 'look at both files and remove the one that is wrong; neither is used until then',
    });
}
/** By time; records of one instant by their bytes, so that every reader has the same order. */
function compareRecords(left, right) {
    return left.timeMs - right.timeMs || (left.line < right.line ? -1 : 1);
}
function digest(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('base64');
}
function shortList(faults) {
    if (faults.length <= MAX_WARNINGS)
        return [...faults];
    return [...faults.slice(0, MAX_WARNINGS), `${faults.length - MAX_WARNINGS} more faults in the history are not listed`];
}
//# sourceMappingURL=fold-segments.js.map
// EXTERNAL MODULE: ./packages/history/lib/record-codec.js + 1 modules
var record_codec = __webpack_require__(9709);
;// CONCATENATED MODULE: ./packages/history/lib/record-lookup.js



/**
 * The lines of a segment that hold a key, as a segment of its own; null when there are none. Only lines that name the
 * run are decoded, so looking through a year of packed segments costs little more than reading them.
 */
function linesOfKey({ path, content }, key) {
    if (content.byteLength > lib_segment/* MAX_SEGMENT_BYTES */.lN)
        return null;
    const mark = `"run":${JSON.stringify(key.run)}`;
    const wanted = (0,record_key/* canonicalJson */.d)(key);
    const lines = new TextDecoder()
        .decode(content)
        .split('\n')
        .filter((line) => line.includes(mark) && holds(line, wanted));
    return lines.length === 0 ? null : { path, content: new TextEncoder().encode(`${lines.join('\n')}\n`) };
}
function holds(line, wanted) {
    const decoded = (0,record_codec/* decodeRecord */.e)(line);
    return decoded.ok && (0,record_key/* canonicalJson */.d)(decoded.model.key) === wanted;
}
//# sourceMappingURL=record-lookup.js.map
// EXTERNAL MODULE: ./packages/history/lib/segment-place.js
var segment_place = __webpack_require__(509);
// EXTERNAL MODULE: ./packages/platform/lib/history/branch-changes.js
var branch_changes = __webpack_require__(1128);
// EXTERNAL MODULE: ./packages/platform/lib/history/branch-session.js
var branch_session = __webpack_require__(2525);
// EXTERNAL MODULE: ./packages/platform/lib/history/growing-wait.js
var growing_wait = __webpack_require__(5413);
// EXTERNAL MODULE: ./packages/history/lib/compaction.js
var compaction = __webpack_require__(8549);
// EXTERNAL MODULE: ./packages/history/lib/retention.js
var lib_retention = __webpack_require__(8592);
// EXTERNAL MODULE: ./packages/history/lib/tidying.js
var tidying = __webpack_require__(5462);
;// CONCATENATED MODULE: ./packages/platform/lib/history/housekeeping.js




/** A history of more bytes is left to `testwarden history prune`: a job must not hold it all in memory. */
const MAX_TIDIED_BYTES = 64 * 1024 * 1024;
/**
 * Packs months and lets old records go, together with an append; null when it is not worth a look. About one append in
 * sixty looks.
 */
async function planHousekeeping(branch, { files, nowMs, newcomer }) {
    const folders = new Set((0,compaction/* foldersToCompact */.WS)(files, nowMs));
    const usable = files.filter(({ path, kind }) => kind === 'file' && (0,segment_place/* isSegmentPath */.f7)(path));
    if (folders.size === 0 || usable.reduce((sum, { bytes }) => sum + bytes, 0) > MAX_TIDIED_BYTES)
        return null;
    const segments = [];
    await branch.read(usable, (segment) => segments.push({ ...segment, content: segment.content.slice() }));
    const retention = { policy: lib_retention/* DEFAULT_RETENTION */.xh, nowMs };
    const { write, remove, move } = (0,tidying/* planTidying */.e)(segments, { folders, retention });
    // The newcomer stays loose and takes no part: it must be in one file alone.
    return { write: [...write, newcomer], remove, move };
}
//# sourceMappingURL=housekeeping.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/history/taken-place.js


/** @throws PlatformError when the segment that has a record's place holds anything but this very record */
function requireSameRecord(known, segment) {
    const before = foldSegments([known]);
    const after = foldSegments([known, segment]);
    if (after.records.length > before.records.length)
        throw placeTaken(known.path, before.warnings.join('; '));
}
function placeTaken(path, fault) {
    return new errors/* PlatformError */.Wk(`the history record was not written, because its place is taken: ${fault || path}`, {
        remedy: `look at ${path}: update Testwarden if a newer version wrote it, remove it if it is damaged`,
    });
}
//# sourceMappingURL=taken-place.js.map
;// CONCATENATED MODULE: ./packages/platform/lib/history/branch-store.js











/**
 * History as files of a branch. Every append is one commit on top of the state that it has looked at; when another
 * writer was first, it looks again. Appends from any number of jobs lose nothing.
 */
function createBranchStore({ name, branch, patience, nowMs }) {
    const open = { branch, session: (0,branch_session/* openBranchSession */.P)(branch), nowMs: nowMs ?? Date.now };
    const inTurn = createTurns();
    return {
        name,
        read: (query) => inTurn(async () => readAction(open, query)),
        append: (record) => inTurn(() => appendAsOne([record])),
        async appendAll(records) {
            const [first, ...others] = records;
            if (first !== undefined)
                await inTurn(() => appendAsOne([first, ...others]));
        },
    };
    function appendAsOne(records) {
        const [first, ...others] = records;
        const newcomers = [newcomerOf(first), ...others.map(newcomerOf)];
        const appending = { newcomers, isUnsure: false };
        return (0,growing_wait/* keepTrying */.J)(patience ?? growing_wait/* JOB_PATIENCE */.m, {
            what: `append to the history ${(0,branch_ref/* shortRef */.m3)(branch.ref)}`,
            attempt: (tries) => tryAppend(open, { appending, tries }),
        });
    }
}
async function readAction({ branch, session }, query) {
    // The state that this job saw first: its gates compare with one history, and a fetch is made once.
    const files = await session.list(await session.head(), query.action);
    const fold = createSegmentFold(query);
    const usable = [];
    for (const file of files) {
        const fault = faultOf(file);
        if (fault === null)
            usable.push(file);
        else
            fold.addFault(`${file.path} ${fault}; it is not used`);
    }
    await branch.read(usable, (segment) => fold.add(segment));
    return fold.end();
}
function faultOf({ path, kind, bytes }) {
    if (!(0,segment_place/* isSegmentPath */.f7)(path))
        return 'is nothing that this version knows';
    if (kind === 'other')
        return 'is no regular file';
    return bytes > lib_segment/* MAX_SEGMENT_BYTES */.lN ? `is longer than ${lib_segment/* MAX_SEGMENT_BYTES */.lN} bytes` : null;
}
function newcomerOf(record) {
    return { record, segment: (0,lib_segment/* encodeSegment */.ug)(record) };
}
async function tryAppend(open, { appending, tries }) {
    const { branch, session } = open;
    const { action } = appending.newcomers[0].record.key;
    const expected = tries === 1 ? await session.head() : await session.refresh();
    const files = await session.list(expected, action);
    const [newcomer, ...others] = await findMissing(branch, { files, newcomers: appending.newcomers });
    if (newcomer === undefined)
        return { value: appending.isUnsure ? 'appended' : 'already-there' };
    // Only at first: who had to wait for others does not make them wait for its housekeeping.
    const { segment } = newcomer;
    const tidy = tries === 1 ? await planHousekeeping(branch, { files, nowMs: open.nowMs(), newcomer: segment }) : null;
    const edit = tidy ?? { write: [segment], remove: [], move: [] };
    const write = [...edit.write, ...others.map((other) => other.segment)];
    const changes = (0,branch_changes/* changesOf */.f)({ files, edit: { ...edit, write }, isFirst: expected === null });
    const message = messageOf(newcomer.record, { otherCount: others.length, isTidied: tidy !== null });
    const commit = await branch.commit({ parent: expected, changes, message });
    appending.isUnsure = true;
    const answer = await branch.publish({ expected, commit });
    appending.isUnsure = false;
    if (answer === 'moved-meanwhile')
        return 'again';
    session.advance(commit);
    return { value: 'appended' };
}
/** Those that the branch does not have yet. @throws PlatformError when it has another record under one of the keys */
async function findMissing(branch, { files, newcomers }) {
    const missing = [];
    for (const newcomer of newcomers) {
        const known = await findRecord(branch, { files, record: newcomer.record });
        if (known === null)
            missing.push(newcomer);
        else
            requireSameRecord(known, newcomer.segment);
    }
    return missing;
}
/** The segment that holds the record's key; a retry may come in another month, and segments may have been packed. */
async function findRecord(branch, { files, record }) {
    const name = (0,lib_segment/* segmentFileName */.TQ)(record.key);
    const loose = files.find(({ path }) => path.endsWith(`/${name}`));
    if (loose !== undefined && faultOf(loose) !== null)
        throw placeTaken(loose.path, faultOf(loose) ?? '');
    const candidates = loose === undefined ? files.filter((file) => isPacked(file)) : [loose];
    let found = null;
    await branch.read(candidates, (segment) => {
        found ??= loose === undefined ? linesOfKey(segment, record.key) : segment;
    });
    return found;
}
function isPacked(file) {
    return faultOf(file) === null && !(0,segment_place/* isLoosePath */.Oz)(file.path);
}
/**
 * For people who look at the branch. Other services that build every branch are asked not to. The id keeps two jobs
 * that write the same record within a second from making one commit, which both would believe to be theirs.
 */
function messageOf({ key, testedSha }, { otherCount, isTidied }) {
    const others = otherCount === 0 ? '' : ` (${otherCount + 1} records)`;
    const tidied = isTidied ? ' and pack old months' : '';
    return `Record ${key.action} of ${testedSha.slice(0, 7)}${others}${tidied}\n\n[skip ci]\nwrite-id: ${(0,external_node_crypto_.randomUUID)()}\n`;
}
/** One after the other: the tries of one job share a repository on disk. */
function createTurns() {
    let last = Promise.resolve();
    return (work) => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
//# sourceMappingURL=branch-store.js.map
// EXTERNAL MODULE: ./packages/platform/lib/history/history-folder.js
var history_folder = __webpack_require__(1447);
// EXTERNAL MODULE: ./packages/platform/lib/history/segment-file.js
var segment_file = __webpack_require__(570);
;// CONCATENATED MODULE: ./packages/platform/lib/history/dir-store.js








/**
 * History as files of a folder, one segment per record key. Any number of processes may append at once.
 * The first append makes the folder. Links in it may not leave it.
 */
function createDirStore(place) {
    return {
        name: place.name,
        async read(query) {
            const folder = await (0,history_folder/* openHistoryFolder */.f0)(place);
            return folder === null ? { records: [], warnings: [] } : dir_store_readAction(folder, query);
        },
        append: (record) => appendRecord(place, record),
        async appendAll(records) {
            for (const record of records)
                await appendRecord(place, record);
        },
    };
}
async function appendRecord(place, record) {
    const segment = (0,lib_segment/* encodeSegment */.ug)(record);
    const folder = await (0,history_folder/* makeHistoryFolder */.Hl)(place);
    const known = await findSegment(folder, record);
    if (known !== null)
        return confirmSame(folder, { known, segment });
    await (0,history_folder/* makeFolders */.wZ)(folder, external_node_path_.posix.dirname(segment.path));
    if (await (0,segment_file/* publishFile */.o)((0,external_node_path_.join)(folder.root, segment.path), segment.content))
        return 'appended';
    return confirmSame(folder, { known: segment.path, segment });
}
async function dir_store_readAction(folder, query) {
    const fold = createSegmentFold(query);
    const { paths, strangers } = await (0,history_folder/* listSegments */.Bz)(folder, query.action);
    for (const path of strangers)
        fold.addFault(`${path} is nothing that this version knows; it is not used`);
    for (const path of paths) {
        const read = await (0,segment_file/* readSegmentFile */.A)(folder, path);
        if (read.ok)
            fold.add(read.segment);
        else
            fold.addFault(read.fault);
    }
    return fold.end();
}
/** A retry may come in another month than the first try, so all of them are looked at; so are the packed segments. */
async function findSegment(folder, record) {
    const months = await (0,history_folder/* listMonths */.yZ)(folder, record.key.action);
    for (const month of months.paths) {
        const path = `${month}/${(0,lib_segment/* segmentFileName */.TQ)(record.key)}`;
        if ((await (0,history_folder/* requireInside */.Ab)(folder, (0,external_node_path_.join)(folder.root, path))) !== null)
            return path;
    }
    return findInPacked(folder, record);
}
async function findInPacked(folder, { key }) {
    const { paths } = await (0,history_folder/* listSegments */.Bz)(folder, key.action);
    for (const path of paths.filter((each) => !(0,segment_place/* isLoosePath */.Oz)(each))) {
        const read = await (0,segment_file/* readSegmentFile */.A)(folder, path);
        if (read.ok && linesOfKey(read.segment, key) !== null)
            return path;
    }
    return null;
}
/** @throws PlatformError when the segment that holds the key holds another record under it */
async function confirmSame(folder, { known, segment }) {
    const read = await (0,segment_file/* readSegmentFile */.A)(folder, known);
    if (!read.ok)
        throw placeTaken(known, read.fault);
    requireSameRecord(read.segment, segment);
    return 'already-there';
}
//# sourceMappingURL=dir-store.js.map
// EXTERNAL MODULE: ./packages/platform/lib/history/open-branch.js + 8 modules
var open_branch = __webpack_require__(4167);
;// CONCATENATED MODULE: ./packages/platform/lib/history/open-store.js






/** Every kind of store that exists, by the word before the colon. */
const LOCATIONS = new Map([
    ['git', (place, { name }) => ({ kind: 'git', name, ref: (0,branch_ref/* historyRef */.EZ)(place) })],
    ['dir', readDirLocation],
]);
/**
 * The store that a setting such as `git:testwarden-history` or `dir:.testwarden/history` names. Nothing is read or made
 * yet.
 * @throws ConfigurationError for an unknown kind, a missing path, a path outside the workspace and a wrong ref
 */
function openStore(text, context) {
    const location = locateHistory(text, context.workspace);
    if (location.kind === 'dir')
        return createDirStore(location.place);
    return createBranchStore({ name: location.name, branch: (0,open_branch/* openBranch */.D)(location.ref, context) });
}
/** @throws ConfigurationError */
function locateHistory(text, workspace) {
    const name = text.trim();
    const colon = name.indexOf(':');
    const locate = colon < 0 ? undefined : LOCATIONS.get(name.slice(0, colon));
    if (locate === undefined)
        throw new errors/* ConfigurationError */.j1(`${JSON.stringify(name)} is no history store`, {
            remedy: `write one of these, followed by its place: ${[...LOCATIONS.keys()].map((kind) => `${kind}:`).join(', ')}`,
        });
    return locate(name.slice(colon + 1), { name, workspace });
}
function readDirLocation(place, { workspace, name }) {
    if (place === '')
        throw new errors/* ConfigurationError */.j1('the history store dir: names no folder', { remedy: DIR_REMEDY });
    const directory = (0,external_node_path_.resolve)(workspace, place);
    const way = (0,external_node_path_.relative)(workspace, directory);
    if (way === '..' || way.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(way))
        throw new errors/* ConfigurationError */.j1(`the history store ${name} lies outside the workspace`, { remedy: DIR_REMEDY });
    if (way.split(external_node_path_.sep).some((part) => part.toLowerCase() === '.git'))
        throw new errors/* ConfigurationError */.j1(`the history store ${name} lies inside git's own folder`, { remedy: DIR_REMEDY });
    return { kind: 'dir', name, place: { directory, name, boundary: workspace } };
}
const DIR_REMEDY = 'name a folder inside the workspace, such as dir:.testwarden/history';
//# sourceMappingURL=open-store.js.map

/***/ }),

/***/ 570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readSegmentFile),
/* harmony export */   o: () => (/* binding */ publishFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _testwarden_history_segment__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7995);
/* harmony import */ var _fs_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2324);
/* harmony import */ var _history_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1447);







/** @throws PlatformError when the file cannot be opened or read, or is a link that leaves the history. */
async function readSegmentFile(folder, path) {
    try {
        const real = await (0,_history_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .requireInside */ .Ab)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder.root, path));
        if (real === null)
            return { ok: false, fault: `${path} has just been removed; it is not used` };
        return await readWhole(real, path);
    }
    catch (error) {
        throw (0,_fs_error_js__WEBPACK_IMPORTED_MODULE_5__/* .fsError */ .y)(error, `read ${path} in the history`);
    }
}
/**
 * Writes a whole file or none, and never over another: the bytes go to a draft beside it, which then gets its name by a
 * link, and a link refuses a name that is taken. A writer that dies leaves at most a draft, which no reader looks at.
 * @returns false when the name is taken
 * @throws PlatformError
 */
async function publishFile(path, content) {
    const draft = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.draft`);
    try {
        await writeDraft(draft, content);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.link)(draft, path);
        return true;
    }
    catch (error) {
        if ((0,_fs_error_js__WEBPACK_IMPORTED_MODULE_5__/* .fsErrorCode */ .x)(error) === 'EEXIST')
            return false;
        throw (0,_fs_error_js__WEBPACK_IMPORTED_MODULE_5__/* .fsError */ .y)(error, `write ${path}`);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(draft, { force: true });
    }
}
async function writeDraft(path, content) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, 'wx');
    try {
        await file.writeFile(content);
        // On the disk before it has its name: a power failure must not leave a name without bytes.
        await file.sync();
    }
    finally {
        await file.close();
    }
}
async function readWhole(real, path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(real, READ_FLAGS);
    try {
        const stats = await file.stat();
        const fault = faultOf(stats);
        if (fault !== null)
            return { ok: false, fault: `${path} ${fault}; it is not used` };
        return { ok: true, segment: { path, content: await readAtMost(file, stats.size) } };
    }
    finally {
        await file.close();
    }
}
/** Not following a link that replaced the file meanwhile, not waiting for the writer of a pipe. */
const READ_FLAGS = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK ?? 0);
function faultOf(stats) {
    if (!stats.isFile())
        return 'is no regular file';
    return stats.size > _testwarden_history_segment__WEBPACK_IMPORTED_MODULE_4__/* .MAX_SEGMENT_BYTES */ .lN ? `is longer than ${_testwarden_history_segment__WEBPACK_IMPORTED_MODULE_4__/* .MAX_SEGMENT_BYTES */ .lN} bytes` : null;
}
/** A file that grows while it is read stays at the size it had. */
async function readAtMost(file, bytes) {
    const buffer = new Uint8Array(bytes);
    let filled = 0;
    while (filled < bytes) {
        const { bytesRead } = await file.read(buffer, filled, bytes - filled);
        if (bytesRead === 0)
            break;
        filled += bytesRead;
    }
    return buffer.subarray(0, filled);
}
//# sourceMappingURL=segment-file.js.map

/***/ })

};
