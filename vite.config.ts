import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { titlesOfScreens } from './tools/build/titles-of-screens.ts'

const web = path.join(import.meta.dirname, 'src/app/web')

export default defineConfig({
  root: web,
  plugins: [titlesOfScreens(), react()],
  build: {
    outDir: path.join(import.meta.dirname, 'dist/web'), emptyOutDir: true, target: 'es2022', reportCompressedSize: false, chunkSizeWarningLimit: 1_000,
    rollupOptions: {
      input: [path.join(web, 'index.html'), path.join(web, 'service-worker.ts')],
      // The browser knows a service worker by its address, so that one keeps its name.
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js'),
        // A page asks for a handful of files, not for seventy: what several pages share comes in a few, by how often it changes, and by the module whose page needs it.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|zod|lucide-react)[\\/]/, priority: 3 },
            { name: 'rights', test: /src[\\/]modules[\\/][^\\/]+[\\/](permissions|ui[\\/](screens|[\w-]+-(sections|tools)))\.ts/, priority: 2 },
            { name: 'kit', test: /src[\\/](ui-kit|kernel|platform)[\\/]/, priority: 2 },
            { debugName: 'words', name: (id) => `words-${/src[\\/]modules[\\/]([^\\/]+)/.exec(id)?.[1] ?? ''}`, test: /src[\\/]modules[\\/]/, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
})
