import { ownText } from '../../text/own-text.js'

/** Arms of all files of a report share few names (`0,0`, `0,1`), so each is kept once and known by its number. */
export class ArmNames {
  private readonly numbers = new Map<string, number>()
  private readonly names: string[] = []

  numberOf(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    const own = ownText(name)
    this.numbers.set(own, this.names.length)
    return this.names.push(own) - 1
  }

  nameOf(number: number): string {
    return this.names[number] ?? ''
  }
}
