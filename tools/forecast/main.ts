import { createInterface } from 'node:readline'
import { answerTo } from './lines.ts'

/** Series as JSON lines in, order-up-to levels as JSON lines out, in the same order. */
for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') process.stdout.write(`${answerTo(line)}\n`)
