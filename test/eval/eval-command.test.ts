/** `npm run eval` as a process, on sets small enough to know every figure. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { startProgram } from '../support/program.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const CORPUS = [
  { id: 'harbour', title: 'The harbour', text: 'The harbour will be closed for the whole winter, the mayor said.' },
  { id: 'bridge', title: 'The bridge', text: 'Nobody may cross the old bridge before the engineers return.' },
]; // prettier-ignore
const QUOTATIONS = [
  { id: 'q1', quote: 'The harbour will be closed for the whole winter', expected: 'exact', relevant: ['harbour'] },
  { id: 'q2', quote: 'Nobody may cross the new bridge before the engineers return', expected: 'altered', relevant: ['bridge'] },
  { id: 'q3', quote: 'seven violins played slowly under a purple moon', expected: 'absent', relevant: [] },
]; // prettier-ignore
const QUESTIONS = [
  { id: 'q4', question: 'Who may cross the old bridge?', answers: ['Nobody'], relevant: ['bridge'] },
  { id: 'q5', question: 'How far away is the moon?', answerable: false },
];

async function writeSet(folder: string, name: string, queries: readonly object[]): Promise<string> {
  const set = path.join(folder, name);
  await mkdir(set);
  await writeFile(path.join(set, 'corpus.jsonl'), toLines(CORPUS));
  await writeFile(path.join(set, 'queries.jsonl'), toLines(queries));
  return set;
}

function toLines(list: readonly object[]): string {
  return list.map((one) => `${JSON.stringify(one)}\n`).join('');
}

test('quotations are checked and questions asked, each as the command line does', async () => {
  const folder = await temporaryFolder();
  const sets = [await writeSet(folder, 'quotes', QUOTATIONS), await writeSet(folder, 'questions', QUESTIONS)];
  const [runs, figures] = [path.join(folder, 'runs'), path.join(folder, 'figures')];
  const environment = { TMPDIR: folder };
  const first = startProgram('eval', environment, [...sets, '--runs', runs, '--json', figures]);
  expect(await first.finished).toMatchObject({ status: 0, stderr: '' });

  const lines = (await readFile(runs, 'utf8')).trim().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { id: 'q1', source: { verdict: 'exact', matches: [{ articleId: 'harbour' }] } },
    { id: 'q2', source: { verdict: 'altered', matches: [{ articleId: 'bridge' }] } },
    { id: 'q3', source: { verdict: 'not-found', matches: [] } },
    { id: 'q4', ranked: [{ articleId: 'bridge' }, {}], answer: { question: 'Who may cross the old bridge?' } },
    { id: 'q5', answer: { answered: false } },
  ]); // prettier-ignore
  const reports = z
    .array(z.object({ figures: z.record(z.string(), z.number().nullable()) }))
    .parse(JSON.parse(await readFile(figures, 'utf8')));
  expect(reports.map((report) => report.figures)).toMatchObject([
    { cases: 3, accepted: 1, 'false exact': 0, 'absent found': 0, 'right article': 1 },
    { questions: 2, 'nDCG@10': 1, 'answer@1': 1, 'answer shown': 1, AUROC: 1 },
  ]);

  const second = await startProgram('eval', environment, [...sets, '--against', figures]).finished;
  expect(second.stdout).toMatch(/accepted +1 {2}\(\+0\)/u);
});

test.each([
  [[], /^Usage/u],
  [['/nowhere', '--form', 'shouted'], /^Usage/u],
  [['/nowhere', '--form', 'lower'], /corpus\.jsonl cannot be read/u],
])('wrong use is told and has its own status: %j', async (args, message) => {
  const { status, stderr } = await startProgram('eval', {}, args).finished;
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});
