import { expect, test } from '@jest/globals'
import { xmlText } from '../../../src/coverage/write/xml-text.js'

test('markup and blanks become references', () => {
  expect(xmlText(`a & <b> "c" 'd'\t\n\r`)).toBe('a &#38; &#60;b&#62; &#34;c&#34; &#39;d&#39;&#9;&#10;&#13;')
})

test('what no document may hold is shown as missing, all else stays', () => {
  expect(xmlText('\0\x08\x0b\x1f\ud800\uffff')).toBe('\ufffd'.repeat(6))
  expect(xmlText('ü \x7f \u{1f600} \ue000')).toBe('ü \x7f \u{1f600} \ue000')
})
