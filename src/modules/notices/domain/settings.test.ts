import { expect, test } from 'vitest'
import { whyNotMail, whyNotSecret, whyNotSendAgain } from './settings.ts'

test('mail goes to one address, and only where a server takes it', () => {
  const own = { mail: 'li.na@store.cn', mailOn: true, mailServer: true }
  expect(whyNotMail(own)).toBeNull()
  expect(whyNotMail({ ...own, mailServer: false })?.code).toBe('notices.no-mail-server')
  expect(whyNotMail({ ...own, mail: '' })?.code).toBe('notices.mail-missing')
  for (const mail of ['li.na', 'a@b.cn, c@d.cn', 'a@b.cn\r\nBcc: x@y.cn', '<a@b.cn>', 'a@localhost']) expect(whyNotMail({ ...own, mail })?.code).toBe('notices.not-a-mail-address')
  expect(whyNotMail({ mail: '', mailOn: false, mailServer: false })).toBeNull()
})

test('WeCom signs nothing; what has left is not sent again', () => {
  expect([whyNotSecret({ kind: 'wecom', secret: 'x' })?.code, whyNotSecret({ kind: 'feishu', secret: 'x' }), whyNotSecret({ kind: 'wecom', secret: '' })]).toEqual(['notices.wecom-signs-not', null, null])
  expect([whyNotSendAgain({ status: 'dead' }), whyNotSendAgain({ status: 'sent' })?.code]).toEqual([null, 'notices.left-already'])
})
