const PLAIN = /^[A-Za-z0-9_\-+=:,./@%^]+$/

/** Words as a POSIX shell reads them back; nothing in them is expanded. */
export function quoteWords(words: readonly string[]): string {
  return words.map(quoteWord).join(' ')
}

/** Inside single quotes every character but the single quote is itself (POSIX Shell Command Language 2.2.2). */
function quoteWord(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
