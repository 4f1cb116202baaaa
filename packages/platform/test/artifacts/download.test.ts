import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { createRunApi, type ListedArtifact } from '../../src/artifacts/run-api.js'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function serve(listener: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const TINY: ListedArtifact = { id: 1, name: 'testwarden-evidence-20', bytes: 10, isExpired: false, madeAt: null }

test('an artifact that is longer than its list entry says is read up to the limit, asked for once and refused', async () => {
  let sent = 0
  let asked = 0
  const store = await serve((_request, response) => {
    asked++
    const chunk = Buffer.alloc(64 * 1024)
    const more = () => {
      if (response.destroyed) return
      sent += chunk.length
      response.write(chunk, () => setImmediate(more))
    }
    response.writeHead(200, { 'content-type': 'application/zip' })
    more()
  })
  const apiUrl = await serve((_request, response) => response.writeHead(302, { location: `${store}/1.zip` }).end())
  const api = createRunApi({ token: 't', repository: 'o/r', apiUrl })
  await expect(api.download(TINY, 1024 * 1024)).rejects.toThrow(
    /testwarden-evidence-20: it is no file of at most 1048576/,
  )
  expect(asked).toBe(1)
  expect(sent).toBeLessThan(64 * 1024 * 1024)
})
