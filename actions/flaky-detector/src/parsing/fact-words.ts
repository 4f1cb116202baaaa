export const SOME_MAX = 10_000
