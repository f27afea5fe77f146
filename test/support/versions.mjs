/**
 * A folder of articles in versions, so that each run from one to the next has other work: the first builds; the second adds,
 * changes and removes; the third only removes, so little that it is marked; the fourth removes so much that what is left is
 * written again.
 */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const CROWD = 6;
/** Later versions than the second remove only, up to this one. */
const LAST_REMOVAL = 4;

const paragraphOn = (topic) =>
  `The committee on ${topic} met behind closed doors for hours and said nothing afterwards.`;

/** How many of the crowd have gone. */
function goneIn(version) {
  if (version < 3) return 0;
  return version === 3 ? 1 : CROWD - 1;
}

/** Files of a version with their paragraphs, in order of name. */
export function filesOfVersion(version) {
  const changed = version > LAST_REMOVAL ? version : Math.min(version, 2);
  const crowd = Array.from({ length: CROWD }, (_, at) => [
    `crowd-${at + 1}.txt`,
    [paragraphOn(`fish ${at}`)],
  ]);
  return [
    ['changing.txt', [paragraphOn('harvests'), paragraphOn(`question ${changed}`), paragraphOn('rivers')]],
    ...crowd.slice(goneIn(version)),
    [`only-${changed}.txt`, [paragraphOn(`matter ${changed}`)]],
    ['steady.txt', Array.from({ length: 6 }, (_, at) => paragraphOn(`roads, part ${at + 1}`))],
  ];
}

export async function writeVersion(folder, version) {
  const files = new Map(filesOfVersion(version));
  for (const [file] of version > 1 ? filesOfVersion(version - 1) : []) {
    if (!files.has(file)) await rm(path.join(folder, file), { force: true });
  }
  for (const [file, paragraphs] of files) await writeFile(path.join(folder, file), paragraphs.join('\n\n'));
}
