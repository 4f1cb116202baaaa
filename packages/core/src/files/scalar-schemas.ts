import * as v from 'valibot'

/** How many of something: an integer from 0 that a double holds exactly. */
export const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** 1-based. */
export const lineSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** Commit or tree, SHA-1 or SHA-256. Strict, because shas end up in links and on git's command line. */
export const shaSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/))

/** An action's id. Strict, because it names a folder of the history. */
export const actionIdSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/))

/** ISO 8601, UTC. */
export const timeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/),
)

export const pullRequestSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** GITHUB_RUN_ID. */
export const runIdSchema = v.pipe(v.string(), v.regex(/^\d{1,20}$/))

/** Names of contents, made of the contents: hexadecimal digits of a hash. */
export const contentIdsSchema = v.pipe(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{32,64}$/))), v.maxLength(1_000))

export const nullableText = v.nullable(v.string())
