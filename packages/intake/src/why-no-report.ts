/** What is said of a named file that no format knows. */
export function whyNoReport(head: Uint8Array, known: string): { readonly message: string; readonly remedy: string } {
  if (head.length === 0)
    return {
      message: 'The file is empty: no report was written into it.',
      remedy: 'Look at the step that writes it: it may have failed, or run later.',
    }
  if (isWebPage(head))
    return {
      message: 'The file is a page of HTML, made for people: it is no report.',
      remedy: `Have the tool write a report beside it, in one of these formats: ${known}.`,
    }
  return {
    message: 'The file is no report in a known format.',
    remedy: `Name a report of one of these formats: ${known}.`,
  }
}

/** Also what a server answers instead of a file. */
function isWebPage(head: Uint8Array): boolean {
  const beginning = new TextDecoder().decode(head.subarray(0, 200)).trimStart().toLowerCase()
  return beginning.startsWith('<!doctype html') || beginning.startsWith('<html')
}
