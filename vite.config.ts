import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: path.join(import.meta.dirname, 'src/app/web'),
  plugins: [react()],
  build: { outDir: path.join(import.meta.dirname, 'dist/web'), emptyOutDir: true, target: 'es2022', reportCompressedSize: false, chunkSizeWarningLimit: 1_000 },
})
