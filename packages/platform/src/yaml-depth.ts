type Yaml = typeof import('yaml')

/** No config that a person wrote comes near. Deeper files overflow the stack of whoever walks them, here or there. */
export const MAX_YAML_DEPTH = 100

/**
 * Where a YAML text first nests deeper than {@link MAX_YAML_DEPTH}: its offset, or null. Reads the text no further than
 * that, and without recursion, because a hostile file may be nothing but brackets.
 */
export function findTooDeep({ Lexer, Parser }: Pick<Yaml, 'Lexer' | 'Parser'>, source: string): number | null {
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(source)) {
    // The parser works as it is walked through; whole documents are of no use here.
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > MAX_YAML_DEPTH) return parser.offset
  }
  return null
}
