/** Who stands under whose name, and where notes stand. */
import { expect, test } from 'vitest';
import { buildTimeline, type Item } from '../../../src/local-discord/page/timeline.js';
import { message } from './sample.js';

const show = (items: readonly Item[]): string =>
  items
    .map((item) =>
      item.kind === 'note' ? `note ${item.note.id}` : `${item.message.id}${item.isContinued ? '+' : ''}`,
    )
    .join(' ');
const at = (minute: number): object => ({ timestamp: new Date(minute * 60_000).toISOString() });

test('a name is repeated for another person, an answer, a private message, and after seven minutes', () => {
  const other = { author: { id: '20', username: 'member', global_name: 'Member', bot: false } };
  const messages = [
    message('1', at(0)),
    message('2', at(1)),
    message('3', { ...at(2), ...other }),
    message('4', at(3)),
    message('5', { ...at(4), replyTo: { id: '1', authorName: 'byline', excerpt: '' } }),
    message('6', { ...at(5), isEphemeral: true }),
    message('7', { ...at(5), isEphemeral: true }),
    message('8', { ...at(12), isEphemeral: true }),
  ];
  expect(show(buildTimeline(messages, []))).toBe('1 2+ 3 4 5 6 7+ 8');
});

test('notes stand where they were made; without their message they stand at the end', () => {
  const notes = [
    { id: 1, text: '', after: '' },
    { id: 2, text: '', after: '1' },
    { id: 3, text: '', after: '9' },
  ];
  const messages = [message('1'), message('2')];
  expect(show(buildTimeline(messages, notes))).toBe('note 1 1 note 2 2 note 3');
});
