import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** The product that `npm run dev` runs beside this server. */
const api = `http://localhost:${process.env['PORT'] ?? 3000}`;

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: { alias: { '~': here('./src') } },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no data: scripts or fonts; everything is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      treeshake: {
        // So that a page takes from '~/ui' only the parts it uses.
        moduleSideEffects: [{ test: /\/src\/ui\/.*\.tsx?$/, sideEffects: false }],
      },
    },
  },
  server: {
    host: 'localhost',
    port: 5173,
    proxy: { '/api': api, '/identity': api },
  },
});
