/** Holds the code to the architecture section of the README: who may import whom, and which package belongs where. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LEAVES = ['config', 'errors', 'log'];

/** Files at the top that put rooms together. */
const WIRING = ['main', 'cli', 'assemble', 'start-embedder', 'serve', 'stop'];

/** For each room the rooms it may import, beside the leaves and itself. */
const ARROWS: Record<string, readonly string[]> = {
  text: [],
  articles: ['text'],
  embedding: [],
  index: ['text', 'articles', 'embedding'],
  search: ['text', 'index'],
  quotes: ['text', 'articles', 'index', 'embedding'],
  answers: ['text', 'articles', 'embedding', 'index', 'search', 'quotes'],
  state: [],
  discord: ['text', 'articles', 'index', 'quotes', 'answers', 'state'],
  commands: ['text', 'index', 'quotes', 'answers', 'discord', 'state'],
  terminal: ['text', 'articles', 'index', 'quotes', 'answers'],
  eval: ['text', 'articles', 'embedding', 'index', 'search', 'quotes', 'answers', 'terminal', 'assemble'],
  'local-discord': [],
};

/** Packages that must stay behind one door. */
const DOORS: Record<string, readonly string[]> = {
  'discord.js': ['discord', 'commands', 'main'],
  vectra: ['index'],
  'vectra/browser': ['index'],
  '@xenova/transformers': ['embedding'],
  'onnxruntime-node': ['embedding'],
  ws: ['local-discord'],
  preact: ['local-discord'],
  'preact/hooks': ['local-discord'],
  'preact/jsx-runtime': ['local-discord'],
  chokidar: ['index'],
  libsql: ['state'],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  /** Room of a file of ours, undefined for a package. */
  readonly targetRoom: string | undefined;
  readonly isType: boolean;
}

const imports = ['src', 'commands']
  .flatMap((folder) => listSources(path.join(ROOT, folder)))
  .flatMap(readImports);

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.tsx?$/u.test(name))
    .map((name) => path.join(folder, name));
}

function readImports(file: string): Import[] {
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)';|\bimport\('([^']+)'\)/gmu,
  );
  return [...statements].map(([, type, from, dynamic]) => {
    const target = from ?? dynamic ?? '';
    const isOurs = target.startsWith('.');
    return {
      file: path.relative(ROOT, file),
      room: roomOf(file),
      target,
      targetRoom: isOurs ? roomOf(path.resolve(path.dirname(file), target)) : undefined,
      isType: type !== undefined,
    };
  });
}

/** `src/text/terms.ts` is in room "text", `src/config.ts` in "config", `commands/ask.ts` in "commands". */
function roomOf(file: string): string {
  const [top = '', second = ''] = path.relative(ROOT, file).split(path.sep);
  return top === 'src' ? path.parse(second).name : top;
}

describe('the architecture', () => {
  test('is read at all', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  test.each(Object.keys(ARROWS))('%s imports only the rooms below it', (room) => {
    const allowed = new Set([room, ...LEAVES, ...(ARROWS[room] ?? [])]);
    const wrong = imports
      .filter((one) => one.room === room && one.targetRoom !== undefined && !allowed.has(one.targetRoom))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  test('no room is missing from the picture', () => {
    const known = new Set([...Object.keys(ARROWS), ...LEAVES, ...WIRING]);
    expect([...new Set(imports.map(({ room }) => room))].filter((room) => !known.has(room))).toEqual([]);
  });

  test.each(Object.keys(DOORS))('%s is imported only behind its door', (name) => {
    const wrong = imports
      .filter(({ target, room }) => target === name && !(DOORS[name] ?? []).includes(room))
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });

  test('other rooms know the embedding room by its interfaces alone', () => {
    const wrong = imports
      .filter(
        ({ room, targetRoom }) =>
          targetRoom === 'embedding' && !['embedding', 'start-embedder'].includes(room),
      )
      .filter(({ target, isType }) => !isType || !/\/(?:embedder|reranker)\.js$/u.test(target))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  test('only the entry knows the local Discord, and the local Discord knows nothing of the bot', () => {
    const arrows = imports.filter(({ targetRoom }) => targetRoom !== undefined);
    const inward = arrows.filter((one) => one.targetRoom === 'local-discord' && one.room !== 'local-discord');
    expect(new Set(inward.map(({ file }) => file))).toEqual(new Set(['src/main.ts']));
    const outward = arrows.filter((one) => one.room === 'local-discord' && one.targetRoom !== one.room);
    expect(outward.map(({ file }) => file)).toEqual([]);
  });

  test('only the wiring imports commands', () => {
    const wrong = imports.filter(
      ({ room, targetRoom }) => targetRoom === 'commands' && !['commands', 'main'].includes(room),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});
