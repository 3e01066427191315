import { mkdtempSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

// The workers read this file too: only the first reading makes the folder.
const dataFolder = (process.env['E2E_DATA'] ??= mkdtempSync(path.join(tmpdir(), 'gangwei-e2e-')))
chmodSync(dataFolder, 0o755)
const port = Number(process.env['E2E_PORT'] ?? 18_080)

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  retries: 0, // `npm test` tries a file once more in a store of its own: tools/journeys
  reporter: [['list']],
  webServer: {
    command: `"${process.execPath}" start.mjs start`, url: `http://localhost:${String(port)}/ready`, reuseExistingServer: process.env['E2E_GROUP'] !== undefined, timeout: 120_000, stdout: 'ignore', stderr: 'pipe',
    env: { PORT: String(port), DATA_DIR: dataFolder, LOG_LEVEL: 'error' }, gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
  use: {
    baseURL: `http://localhost:${String(port)}`, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block', // journeys with the network cut allow it
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure', screenshot: 'only-on-failure', actionTimeout: 10_000,
    contextOptions: { reducedMotion: 'reduce' }, // a colour half way between two is judged by no one
    launchOptions: {
      env: { ...process.env, LC_ALL: 'C.UTF-8' }, // a bare machine has no locale, and Chromium then calls every file with a Chinese name "download"
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'],
    },
  },
})
