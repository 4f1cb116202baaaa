/** Of a label that we make: the colour of its severity where its name says one. Six hexadecimal digits, as GitHub takes them. */
export function labelColor(name: string): string {
  const words = name.toLowerCase().split(/[^a-z]+/)
  return SEVERITIES.find(([word]) => words.includes(word))?.[1] ?? PLAIN
}

const SEVERITIES: readonly (readonly [string, string])[] = [
  ['critical', 'b60205'],
  ['high', 'd93f0b'],
  ['medium', 'fbca04'],
  ['low', '0e8a16'],
]
const PLAIN = '5319e7'
