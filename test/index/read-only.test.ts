/** A folder that may be read and not written, by a real file system's rights. */
import { chmod, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { IndexWriteError } from '../../src/errors.js';
import { asOrdinaryUser } from '../support/ordinary-user.js';
import { paragraphOn, reportOf, temporaryIndex, textsOf } from '../support/temporary-index.js';

async function builtIndex() {
  const place = await temporaryIndex();
  await chmod(path.dirname(place.directory), 0o755);
  await place.write('a.txt', paragraphOn('trade'));
  const index = await place.open();
  reportOf(await index.reindex());
  return { place, index };
}

describe.skipIf(process.platform === 'win32')('a folder that may only be read', () => {
  test('fails a run in words while the old answers go on, and does no harm to the next', async () => {
    const { place, index } = await builtIndex();
    await place.write('a.txt', paragraphOn('health'));
    await chmod(place.directory, 0o555);
    await asOrdinaryUser(async () => {
      const failed = index.reindex();
      await expect(failed).rejects.toBeInstanceOf(IndexWriteError);
      await expect(failed).rejects.toThrow(/could not be written \(EACCES/u);
    });
    expect(textsOf(index)).toEqual([paragraphOn('trade')]);
    await chmod(place.directory, 0o755);
    reportOf(await index.reindex());
    expect(textsOf(index)).toEqual([paragraphOn('health')]);
  });

  test('cannot be opened to write, which is said in words; to read it can', async () => {
    const { place, index } = await builtIndex();
    await index.close();
    await chmod(place.directory, 0o555);
    await asOrdinaryUser(async () => {
      const refused = place.open();
      await expect(refused).rejects.toBeInstanceOf(IndexWriteError);
      await expect(refused).rejects.toThrow('EACCES');
      const reader = await place.open({ readOnly: true });
      expect(textsOf(reader)).toEqual([paragraphOn('trade')]);
    });
    await chmod(place.directory, 0o755);
  });
});

// Linux has a device on which the disk is always full.
test.skipIf(process.platform !== 'linux')(
  'a journal for which there is no room fails the run in words',
  async () => {
    const { place, index } = await builtIndex();
    await place.write('a.txt', paragraphOn('health'));
    await symlink('/dev/full', path.join(place.directory, 'journal'));
    const failed = index.reindex({ full: true });
    await expect(failed).rejects.toBeInstanceOf(IndexWriteError);
    await expect(failed).rejects.toThrow('ENOSPC');
    expect(textsOf(index)).toEqual([paragraphOn('trade')]);
  },
);
