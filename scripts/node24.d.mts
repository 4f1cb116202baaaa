export function node24Path(): string | null
