export const id = 923;
export const ids = [923];
export const modules = {

/***/ 2923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readAccepts: () => (/* binding */ readAccepts)
/* harmony export */ });
/* unused harmony export acceptsFileSchema */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _model_decimal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7976);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);



/** No project excuses so much; a longer list is a mistake or an attack. */
const ENTRIES_MAX = 500;
/** One line or a few, with something to read in it. */
const textSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/\S/), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(500));
const entrySchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    rule: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^[a-z][a-z0-9-]{0,63}$/), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Id of the rule, such as patch-line.')),
    subject: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(textSchema, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Which of several the rule judges, such as the files of a critical module.'))),
    limit: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
        valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxValue */ .cGV(1e15)),
        valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^\d{1,15}(?:\.\d{1,15})?\s?%?$/)),
    ]), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('The limit that counts instead, in the unit of the rule.')),
    reason: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(textSchema, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Why, for those who review it and those who find it later.')),
    author: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(textSchema, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Who answers for it.')),
    expires: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .isoDate */ ._$n(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('The last day on which the entry counts, such as 2026-12-31 (UTC).')),
});
/** `.github/testwarden/accepted.yml` after YAML. */
const acceptsFileSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(entrySchema), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(ENTRIES_MAX));
/** @throws ConfigurationError for the first entry that is wrong */
function readAccepts(document) {
    const { path, root, lineOf } = document;
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(acceptsFileSchema, root ?? []);
    if (!parsed.success)
        throw wrongEntry(document, parsed.issues[0]);
    const limitText = (limit, index) => {
        const text = String(limit).replace(/\s?%$/, '');
        if ((0,_model_decimal_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDecimal */ .$Q)(text) !== null)
            return text;
        throw wrong(document, [index, 'limit'], `${text} is no plain decimal`);
    };
    return parsed.output.map(({ rule, subject, limit, reason, author, expires }, index) => ({
        rule,
        subject: subject?.trim() ?? null,
        limit: limitText(limit, index),
        reason: reason.trim(),
        author: author.trim(),
        expires,
        path,
        line: lineOf([index]),
    }));
}
function wrongEntry(document, issue) {
    const keys = (issue.path ?? []).map(({ key }) => key).filter(isKey);
    return wrong(document, keys, issue.message);
}
function isKey(key) {
    return typeof key === 'number' || typeof key === 'string';
}
function wrong({ path, lineOf }, keys, message) {
    const line = lineOf(keys) ?? lineOf(keys.slice(0, 1));
    const place = keys.length === 0 ? 'the file' : `entry ${Number(keys[0]) + 1}${keys.length > 1 ? `, ${keys[1]}` : ''}`;
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`The accepts cannot be used: ${place} is wrong: ${message}.`, {
        path,
        remedy: 'Each entry has rule, limit, reason, author and expires (a day such as 2026-12-31), and may have subject.',
        ...(line === null ? {} : { line }),
    });
}
//# sourceMappingURL=accepts-file.js.map

/***/ })

};
