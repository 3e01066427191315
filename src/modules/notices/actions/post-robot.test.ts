import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judged, postToRobot } from './post-robot.ts'

// What a group's robot says, and what is never asked at all.
let receiver: Server
let port = 0
let asked = 0
beforeAll(async () => {
  receiver = createServer((request, answer) => {
    asked += 1
    if (request.url === '/hangs') return
    if (request.url === '/moved') answer.writeHead(302, { location: '/taken' })
    answer.end(request.url === '/refused' ? '{"errcode":45009,"errmsg":"api freq out of limit"}' : '{"errcode":0,"errmsg":"ok"}')
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  port = (receiver.address() as AddressInfo).port
})
afterAll(() => { receiver.closeAllConnections(); receiver.close() })

const post = (address: string, local = true) => postToRobot({ id: 'a', kind: 'wecom', address, secret: '', text: '早', now: new Date(), local, patience: 300 })

test('taken, refused with 200, moved elsewhere, silent, not there', async () => {
  const at = (path: string) => post(`http://127.0.0.1:${String(port)}${path}`)
  expect([await at('/taken'), await at('/refused'), await at('/moved')]).toEqual([null, 'code 45009: api freq out of limit', 'HTTP 302'])
  expect(await at('/hangs')).toBe('no answer in 300 ms')
  expect(await post('http://127.0.0.1:1/secret-in-the-address')).toMatch(/^(?!.*secret).*ECONNREFUSED/)
})

test('without the setting nothing in the house is reached: not by number, not by a name that leads there', async () => {
  const before = asked
  expect([await post(`http://127.0.0.1:${String(port)}/`, false), await post(`https://127.0.0.1:${String(port)}/`, false)]).toEqual(['notices.address-not-https', 'notices.address-not-public'])
  const said = await new Promise<string>((resolve) => { judged('localhost', {}, (failure) => { resolve(failure?.message ?? 'connected') }) })
  expect(said).toBe('localhost leads into a network of its own')
  expect(asked).toBe(before)
  expect(await post('https://robot.invalid/', false)).toMatch(/robot\.invalid/)
})
