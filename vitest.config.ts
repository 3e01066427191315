import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
    globalSetup: ['src/platform/testing/test-cluster.ts'],
    setupFiles: ['src/platform/testing/leave-nothing.ts'],
    maxWorkers: 2,
    isolate: false, // a worker keeps the modules it has read; no test leaves anything behind in them
    testTimeout: 90_000, // against what hangs; a busy machine is no fault
    hookTimeout: 120_000,
    env: { TZ: 'UTC' },
  },
})
