import { explainReason } from '../../src/articles/file-reason.js';
import { expect, test } from 'vitest';
import { codeOf, explainFileError } from '../../src/articles/file-error.js';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: something, open '/private/path'`), { code });
}

test('known errors are told in words, others by their code, none with a path', () => {
  expect(explainReason(explainFileError(systemError('EACCES')))).toBe(
    'may not be read by this program (permission denied)',
  );
  expect(explainReason(explainFileError(systemError('ENAMETOOLONG')))).toBe('its path is too long');
  expect(explainReason(explainFileError(systemError('EOTHER')))).toBe('could not be read (EOTHER)');
});

test('an error without a code is told by its message', () => {
  expect(explainReason(explainFileError(new Error('broken')))).toBe('could not be read (broken)');
  expect(codeOf(new Error('broken'))).toBeUndefined();
  expect(codeOf('text')).toBeUndefined();
});
