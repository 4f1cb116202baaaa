/** No declaration is longer. */
export const MAX_DECLARATION_LENGTH = 256

const DECLARATION =
  /^\s+version\s*=\s*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/

/**
 * @param body what stands between `<?xml` and `?>`
 * @see https://www.w3.org/TR/xml/#NT-XMLDecl
 */
export function isDeclaration(body: string): boolean {
  return body.length <= MAX_DECLARATION_LENGTH && DECLARATION.test(body)
}
