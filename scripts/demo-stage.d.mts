export interface Example {
  readonly name: string
  readonly branch: string
  readonly commits: readonly [before: string, after: string]
  readonly stored: string
  readonly report: string
}

export const INVOICE: Example
export const CART: Example
export function stageRepository(example: Example, folder: string): void
export function stageFolder(example: Example, folder: string): void
