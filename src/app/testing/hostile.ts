/** One kind of hostile value, for any field of any operation. */
export type Hostile = {
  readonly name: string
  /** Nothing with this in it may be taken. */
  readonly mustRefuse: boolean
  readonly values: readonly unknown[]
  /** The values stand in the body as they are: JSON that no JSON.stringify writes. */
  readonly written?: true
  /** In place of the whole body. */
  readonly whole?: readonly string[]
  /** In these headers instead of a field. */
  readonly headers?: readonly string[]
}

export const hostile: readonly Hostile[] = [
  { name: 'SQL', mustRefuse: false, values: ["'; drop table platform.audit; --", "1' or '1'='1", '$1', '%_\\', "') returning *; --"] },
  { name: 'script', mustRefuse: false, values: ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '{{7*7}}', '#eval("1+1")'] },
  { name: 'formula', mustRefuse: false, values: ["=cmd|' /C calc'!A0", '+1+1', '@SUM(1)', '-2+3'] },
  { name: 'path', mustRefuse: false, values: ['../../../../etc/passwd', '..%2f..%2fetc', 'C:\\windows\\system32', 'file:///etc/passwd', '/proc/self/environ'] },
  { name: 'not a number', mustRefuse: true, written: true, values: ['1e999', '-1e999', 'NaN', 'Infinity'] },
  { name: 'too big a number', mustRefuse: false, values: [2 ** 60, -(2 ** 60), 1e300, 0.1 + 0.2, -1] },
  { name: 'huge text', mustRefuse: true, values: ['沪'.repeat(60_000), 'x'.repeat(400_000)] },
  { name: 'deep', mustRefuse: true, written: true, values: [`${'['.repeat(100)}${']'.repeat(100)}`, `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`, '['.repeat(100_000)] },
  { name: 'half a character', mustRefuse: true, written: true, values: ['"\\ud800"', '"a\\udfffb"', '"\\u0000"', '"text\\u0000text"'] },
  { name: 'another kind of value', mustRefuse: false, values: [null, [], {}, true, [[]], { $gt: '' }] },
  {
    name: 'not this shape', mustRefuse: true, values: [{ 'nobody-asked': 1 }],
    whole: ['', '{', '[]', 'null', '"text"', '0', '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{}}}', '{"nobody-asked":1}', '{"a":1,}'],
  },
  { name: 'odd letters', mustRefuse: false, values: ['\u202e\u2066沪A', '\u0001\u001f', '𠮷'.repeat(40), 'İıſK', '\ufeff', 'a\u0301'.repeat(30)] },
  { name: 'header', mustRefuse: false, values: ['a'.repeat(6_000), '-1', '../../etc', "' or 1=1", '{}'], headers: ['idempotency-key', 'accept-language', 'if-match', 'x-forwarded-for', 'x-request-id', 'range'] },
]
