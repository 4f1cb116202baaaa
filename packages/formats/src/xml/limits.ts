/** How far a file may go before it is refused. All lengths are in characters, and none is needed by a real report. */
export interface XmlLimits {
  readonly maxDepth: number
  readonly maxAttributes: number
  readonly maxAttributeLength: number
  /** A start tag with all its attributes, a document type declaration. */
  readonly maxTagLength: number
  /** Text between two tags. */
  readonly maxTextLength: number
}

export const XML_LIMITS: XmlLimits = {
  maxDepth: 512,
  maxAttributes: 256,
  maxAttributeLength: 1024 * 1024,
  maxTagLength: 2 * 1024 * 1024,
  maxTextLength: 16 * 1024 * 1024,
}

/** Text is handed on as it comes, so its length is nobody's burden. */
export const LENIENT_XML_LIMITS: XmlLimits = { ...XML_LIMITS, maxTextLength: Number.POSITIVE_INFINITY }
