import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import type { Language } from '../src/kernel/texts.ts'
import { phone } from './people.ts'

const frame = { width: 1280, height: 720 }

/** Grey points of the printed page: PGM as pdftoppm writes it. */
function greyPage(pdf: Buffer, folder: string): { width: number; height: number; points: Buffer } {
  writeFileSync(path.join(folder, 'label.pdf'), pdf)
  execFileSync('pdftoppm', ['-gray', '-r', '400', '-singlefile', path.join(folder, 'label.pdf'), path.join(folder, 'label')])
  const file = readFileSync(path.join(folder, 'label.pgm'))
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40))
  if (head === null) throw new Error('pdftoppm wrote no PGM')
  return { width: Number(head[1]), height: Number(head[2]), points: file.subarray(head[0].length) }
}

/** One still frame of film with the page in its middle: what Chromium shows as the camera. */
function film(pdf: Buffer, folder: string): string {
  const { width, height, points } = greyPage(pdf, folder)
  const light = Buffer.alloc(frame.width * frame.height, 150)
  const [left, top] = [Math.floor((frame.width - width) / 2), Math.floor((frame.height - height) / 2)]
  for (let row = 0; row < height; row += 1) points.copy(light, (top + row) * frame.width + left, row * width, (row + 1) * width)
  const file = path.join(folder, 'camera.y4m')
  const head = `YUV4MPEG2 W${String(frame.width)} H${String(frame.height)} F10:1 Ip A1:1 C420jpeg\nFRAME\n`
  writeFileSync(file, Buffer.concat([Buffer.from(head), light, Buffer.alloc(frame.width * frame.height / 2, 128)]))
  return file
}

/** A phone whose camera sees this printed page. */
export async function withCamera(pdf: Buffer, { language, baseURL }: { language: Language; baseURL: string | undefined }, use: (page: Page) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gangwei-camera-'))
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film(pdf, folder)}`],
  })
  try {
    const context = await browser.newContext({ viewport: phone, locale: language, timezoneId: 'Asia/Shanghai', ...(baseURL === undefined ? {} : { baseURL }) })
    await use(await context.newPage())
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
