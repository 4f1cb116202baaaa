import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { writeZip, type ZipInput } from '../../../testkit/src/archives/write-zip.js'
import { unzip } from '../../src/artifacts/unzip.js'
import { tempFolder } from '../support/temp-folder.js'

const LIMITS = { maxEntries: 10, maxEntryBytes: 1024 * 1024, maxTotalBytes: 4 * 1024 * 1024, maxRatio: 100 }

const isWanted = (name: string) => name.endsWith('.gz')

function unzipEntries(...inputs: readonly ZipInput[]) {
  return unzip(writeZip(inputs), isWanted, LIMITS)
}

const GOOD: ZipInput = { name: 'coverage.gz', content: 'evidence' }

describe('an artifact', () => {
  test('gives the wanted files and leaves the others packed', async () => {
    const unzipped = await unzipEntries(
      { name: 'other.txt', content: 'x' },
      { name: 'a/', content: '', mode: 0o40755 },
      GOOD,
    )
    expect(unzipped).toEqual({ ok: true, files: [{ name: 'coverage.gz', content: Buffer.from('evidence') }] })
  })

  test('that Python wrote is read, stored entries too', async () => {
    const path = join(tempFolder(), 'a.zip')
    const script = `import zipfile,sys
with zipfile.ZipFile(sys.argv[1],'w') as z:
  z.writestr('stored.gz','one')
  z.writestr(zipfile.ZipInfo('x/ü.gz'),'two'*100,zipfile.ZIP_DEFLATED)
  z.comment=b'PK\\x05\\x06 a comment'`
    try {
      execFileSync('python3', ['-c', script, path])
    } catch {
      console.warn('SKIPPED: no python3 to write a zip with')
      return
    }
    const unzipped = await unzip(readFileSync(path), isWanted, LIMITS)
    expect(unzipped).toMatchObject({ ok: true, files: [{ name: 'stored.gz' }, { name: 'x/ü.gz' }] })
  })

  const bomb = Buffer.alloc(900_000)
  const noise = randomBytes(1_000_000)
  const tooMuch = [1, 2, 3, 4, 5].map((at) => ({ name: `${at}.gz`, content: noise }))
  test.each<[string, readonly ZipInput[], string]>([
    ['an absolute path', [GOOD, { name: '/etc/x.gz', content: '' }], 'absolute'],
    ['a path out of its folder', [GOOD, { name: 'a/../../x.gz', content: '' }], 'leads out'],
    ['a drive', [{ name: 'C:x.gz', content: '' }], 'drive'],
    ['a backslash', [{ name: '..\\x.gz', content: '' }], 'backslash'],
    ['a link', [{ name: 'x.gz', content: '/etc/passwd', mode: 0o120777 }], 'link'],
    ['a device', [{ name: 'x.gz', content: '', mode: 0o20600 }], 'device'],
    ['an encrypted entry', [{ ...GOOD, isEncrypted: true }], 'encrypted'],
    ['a bomb, even in a file that nobody wants', [GOOD, { name: 'zero.bin', content: bomb }], '100 times'],
    ['a bomb that claims to be small', [{ name: 'x.gz', content: bomb, claimedBytes: 10 }], 'damaged'],
    ['a file that claims to be larger than it is', [{ ...GOOD, claimedBytes: 50 }], 'damaged'],
    ['a file over the limit', [{ ...GOOD, claimedBytes: 2 * 1024 * 1024 }], 'at most 1048576'],
    ['files that are too many bytes together', tooMuch, 'at most 4194304'],
    ['two entries of one name', [GOOD, GOOD], 'two entries'],
    ['an entry that calls itself something else', [{ ...GOOD, localName: '../../x.gz' }], 'damaged'],
    ['too many entries', Array.from({ length: 11 }, (_, at) => ({ name: `${at}`, content: '' })), 'at most 10'],
  ])('with %s is refused', async (_, inputs, message) => {
    expect(await unzipEntries(...inputs)).toEqual({ ok: false, message: expect.stringContaining(message) })
  })

  test('that is cut off or altered anywhere gives its true content or a refusal, never a crash', async () => {
    const zip = writeZip([GOOD, { name: 'b.gz', content: 'more'.repeat(50) }])
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length), fc.nat(zip.length - 1), fc.nat(255), async (end, at, byte) => {
        const altered = Buffer.from(zip)
        altered[at] = byte
        for (const hostile of [zip.subarray(0, end), altered]) {
          const unzipped = await unzip(hostile, () => true, LIMITS)
          if (!unzipped.ok) expect(unzipped.message).not.toBe('')
        }
      }),
    )
  })
})
