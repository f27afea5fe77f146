/** What runs in the browser: it knows only itself and preact, and leaves the document's markup and styles alone. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../../src/local-discord/page', import.meta.url));
const PACKAGES = ['preact', 'preact/hooks', 'preact/jsx-runtime'];

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((name) => path.join(FOLDER, name))
  .filter((file) => /\.(?:tsx?|html|css|svg)$/u.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const scripts = files.filter(({ file }) => /\.tsx?$/u.test(file));

test('imports nothing but its own files and preact', () => {
  expect(scripts.length).toBeGreaterThan(40);
  const wrong = scripts.flatMap(({ file, text }) =>
    [...text.matchAll(/from\s+'([^']+)'/gu)]
      .map(([, target = '']) => target)
      .filter((target) => {
        if (!target.startsWith('.')) return !PACKAGES.includes(target);
        return path.relative(FOLDER, path.resolve(path.dirname(file), target)).startsWith('..');
      }),
  );
  expect(wrong).toEqual([]);
});

test('the import map names every package that is imported', () => {
  const html = files.find(({ file }) => file.endsWith('index.html'))?.text ?? '';
  const map: unknown = JSON.parse(/<script type="importmap">([^<]*)</u.exec(html)?.[1] ?? '{}');
  expect(map).toHaveProperty('imports');
  for (const name of PACKAGES)
    expect(map).toHaveProperty(['imports', name], expect.stringMatching(/^\/vendor\//u));
});

test('no text becomes markup or code, and no style stands in the document', () => {
  const forbidden =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\sstyle=|<style/u;
  expect(files.filter(({ text }) => forbidden.test(text)).map(({ file }) => file)).toEqual([]);
});

test('nothing is loaded from another machine', () => {
  const elsewhere = /(?:src|href|url\()=?["'(]?\s*(?:https?:)?\/\//u;
  expect(files.filter(({ text }) => elsewhere.test(text)).map(({ file }) => file)).toEqual([]);
});
