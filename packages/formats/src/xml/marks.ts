export const COMMENT = '<!--'
export const CDATA = '<![CDATA['
export const DOCTYPE = '<!DOCTYPE'
export const DECLARATION = '<?xml'

/** Whether more text may make one of the marks that begin with `<!` of this. */
export function isBegunMark(text: string): boolean {
  return [COMMENT, CDATA, DOCTYPE].some((mark) => mark.startsWith(text))
}
