import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/text/language.js';

test.each([
  ['Which official has arrived in Taiwan?', 'en'],
  ['what did the ministry say about the trip', 'en'],
  ['Welcher Beamte ist in Taiwan und warum?', 'de'],
  ["Quel est le nom de l'homme qui est arrivé dans la ville ?", 'fr'],
  ['¿Quién es el ministro de defensa?', 'es'],
  ['Chi è il ministro della difesa?', 'it'],
  ['Wie is de minister van defensie?', 'nl'],
  ['国防部长是谁？', 'zh'],
  ['国防大臣は誰ですか', 'ja'],
  ['Кто министр обороны?', 'ru'],
  ['من هو وزير الدفاع؟', 'ar'],
  ['Taiwan balloon', undefined],
  ['Jake Auchincloss', undefined],
  ['', undefined],
])('"%s" is in %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

test('a name in other letters does not make an English question another one', () => {
  expect(detectLanguage('Who is 习近平 and what did he say in the speech?')).toBe('en');
});
