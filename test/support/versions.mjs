/** A folder of articles in versions: some articles stay, one changes, one comes and goes. */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const paragraphOn = (topic) =>
  `The committee on ${topic} met behind closed doors for hours and said nothing afterwards.`;

/** Files of a version with their paragraphs, in order of name. */
export function filesOfVersion(version) {
  return [
    ['changing.txt', [paragraphOn('harvests'), paragraphOn(`question ${version}`), paragraphOn('rivers')]],
    [`only-${version}.txt`, [paragraphOn(`matter ${version}`)]],
    ['steady.txt', Array.from({ length: 6 }, (_, at) => paragraphOn(`roads, part ${at + 1}`))],
  ];
}

export async function writeVersion(folder, version) {
  await rm(path.join(folder, `only-${version - 1}.txt`), { force: true });
  for (const [file, paragraphs] of filesOfVersion(version)) {
    await writeFile(path.join(folder, file), paragraphs.join('\n\n'));
  }
}
