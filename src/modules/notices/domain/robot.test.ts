import { expect, test } from 'vitest'
import { withoutPersons } from './kinds.ts'
import { mostAttempts, triedAgainAt } from './attempts.ts'
import { isPrivateAddress, robotRequest, textOf, whyNotAddress, whyNotTaken } from './robot.ts'

test('an answer of 200 counts only when its body says that the message was taken', () => {
  expect([whyNotTaken(200, { errcode: 0, errmsg: 'ok' }), whyNotTaken(200, { code: 0, msg: 'success' }), whyNotTaken(200, { StatusCode: 0, StatusMessage: 'success' })]).toEqual([null, null, null])
  expect(whyNotTaken(200, { errcode: 93_000, errmsg: 'invalid webhook url' })).toBe('code 93000: invalid webhook url')
  expect(whyNotTaken(200, { code: 19_021, msg: 'sign match fail' })).toBe('code 19021: sign match fail')
  expect([whyNotTaken(500, {}), whyNotTaken(200, 'hello'), whyNotTaken(302, { errcode: 0 })]).toEqual(['HTTP 500', 'no result in the answer', 'HTTP 302'])
})

test('each robot gets its own shape, DingTalk signed in the address, Feishu in the body', () => {
  const signing = { timestamp: '1', sign: 'a+b=' }
  expect(robotRequest('wecom', 'https://x.cn/send?key=1', '早', null)).toEqual({ address: 'https://x.cn/send?key=1', body: { msgtype: 'text', text: { content: '早' } } })
  expect(robotRequest('dingtalk', 'https://x.cn/send?access_token=1', '早', signing).address).toBe('https://x.cn/send?access_token=1&timestamp=1&sign=a%2Bb%3D')
  expect(robotRequest('feishu', 'https://x.cn/hook/1', '早', signing).body).toEqual({ timestamp: '1', sign: 'a+b=', msg_type: 'text', content: { text: '早' } })
})

test('a text is never longer than WeCom takes, and says how much it left out', () => {
  const text = textOf({ title: '职责逾期', lines: Array.from({ length: 60 }, () => '某某职责逾期，应于今日完成。'), link: null }, (count) => `另有 ${String(count)} 条`)
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048)
  expect(text).toMatch(/另有 \d+ 条$/)
})

test('addresses of this machine and of networks of its own are private, whatever they are written as', () => {
  for (const address of ['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.9.9', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::a00:1', '2002:7f00:1::']) {
    expect([address, isPrivateAddress(address)]).toEqual([address, true])
  }
  for (const address of ['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111']) expect([address, isPrivateAddress(address)]).toEqual([address, false])
})

test('a robot is reached by https in public networks only, unless the house says otherwise', () => {
  const parts = (address: string) => { const { protocol, hostname, username } = new URL(address); return { protocol, hostname, userInfo: username !== '' } }
  expect(whyNotAddress(parts('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1'), false)).toBeNull()
  expect(whyNotAddress(parts('http://qyapi.weixin.qq.com/'), false)?.code).toBe('notices.address-not-https')
  for (const address of ['https://localhost/', 'https://127.1/', 'https://2130706433/', 'https://[::1]/', 'https://intranet/', 'https://192.168.1.20/']) expect(whyNotAddress(parts(address), false)?.code).toBe('notices.address-not-public')
  expect(whyNotAddress(parts('http://localhost:9/'), true)).toBeNull()
  expect([whyNotAddress(parts('ftp://x.cn/'), true)?.code, whyNotAddress(parts('https://a@x.cn/'), true)?.code, whyNotAddress(null, true)?.code]).toEqual(Array(3).fill('notices.not-an-address'))
})

test('what leaves the house names no customer: the plate\'s tail, no free words', () => {
  expect(withoutPersons({ plate: '沪A·D77001', number: 'CP-1', subject: ' · 陈晨', about: '沪AD77001 的退款', count: 2 })).toEqual({ plate: '…7001', number: 'CP-1', subject: '', about: '…7001 的退款', count: 2 })
})

test('it is tried again later and later, and in the end somebody has to look', () => {
  const now = new Date('2026-11-24T02:00:00Z')
  expect([1, 2, 3].map((attempts) => (triedAgainAt({ attempts, forGood: false, now })?.getTime() ?? 0) - now.getTime())).toEqual([30_000, 120_000, 480_000])
  expect([triedAgainAt({ attempts: mostAttempts, forGood: false, now }), triedAgainAt({ attempts: 1, forGood: true, now })]).toEqual([null, null])
})
