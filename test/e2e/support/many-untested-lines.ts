/** A new file in which every second line is untested, so that no two of them are one finding; and its report. */
export function manyUntestedLines(count: number): {
  readonly changeFiles: Readonly<Record<string, string>>
  readonly report: string
} {
  const numbers = [...Array(count * 2).keys()].map((index) => index + 1)
  const lines = numbers.map((number) => `          <line number="${number}" hits="${number % 2}"/>`)
  return {
    changeFiles: { 'src/invoice/many.py': `${numbers.map((number) => `x${number} = ${number}`).join('\n')}\n` },
    report: `<?xml version="1.0" ?>
<coverage line-rate="0.5" branch-rate="0" version="7.0" timestamp="1">
  <sources><source>src</source></sources>
  <packages><package name="invoice" line-rate="0.5" branch-rate="0" complexity="0"><classes>
    <class name="many.py" filename="invoice/many.py" line-rate="0.5" branch-rate="0" complexity="0"><methods/>
      <lines>
${lines.join('\n')}
      </lines>
    </class>
  </classes></package></packages>
</coverage>
`,
  }
}
