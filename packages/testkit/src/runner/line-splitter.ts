import { StringDecoder } from 'node:string_decoder'

/** Splits a stream of UTF-8 into lines as the runner reads them: `\n`, `\r\n` and a lone `\r` all end a line. */
export class LineSplitter {
  readonly #decoder = new StringDecoder('utf8')
  readonly #onLine: (line: string) => void
  /** The unfinished line, in the portions in which it came, so that a very long one costs no copies. */
  #parts: string[] = []
  #isAfterReturn = false

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine
  }

  write(chunk: Buffer): void {
    this.#take(this.#decoder.write(chunk))
  }

  end(): void {
    this.#take(this.#decoder.end())
    const rest = this.#parts.join('')
    if (rest !== '') this.#onLine(rest)
    this.#parts = []
  }

  #take(text: string): void {
    if (text === '') return
    const lineEnd = /\r\n|\r|\n/g
    let start = this.#isAfterReturn && text.startsWith('\n') ? 1 : 0
    this.#isAfterReturn = text.endsWith('\r')
    lineEnd.lastIndex = start
    for (let end = lineEnd.exec(text); end !== null; end = lineEnd.exec(text)) {
      this.#parts.push(text.slice(start, end.index))
      this.#onLine(this.#parts.join(''))
      this.#parts = []
      start = lineEnd.lastIndex
    }
    this.#parts.push(text.slice(start))
  }
}
