import { defineConfig } from 'vite';
import { baseMap } from './build/base-map.ts';
import { mockHouse } from './dev/mock.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [baseMap(), mockHouse()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inlined as data: addresses, so that a strict content security policy holds.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
