/** The two ways to use the page: with a mouse (and a keyboard for text alone), and with a keyboard only. */
import type { Locator, Page } from 'playwright-core';

/** More stops than any page of these tests has. */
const MOST_TABS = 200;

export function messageBox(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Message' });
}

/** The message that shows a text, once it is there. */
export function articleWith(page: Page, text: string): Locator {
  return page.getByRole('log').getByRole('article').filter({ hasText: text });
}

/** Types a whole command or a message, and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await messageBox(page).fill(text);
  await messageBox(page).press('Enter');
}

export interface Hands {
  /** Presses a button, or whatever else can be pressed. */
  press(target: Locator): Promise<void>;
  /** Writes into a field. */
  write(field: Locator, text: string): Promise<void>;
  /** Sends what is written in the message box. */
  send(page: Page): Promise<void>;
  /** Chooses a line of the list that is open under the message box or a field. */
  pick(page: Page, option: Locator): Promise<void>;
  /** Chooses a line of an open menu. */
  choose(page: Page, item: Locator): Promise<void>;
  /** Changes who is speaking. */
  speakAs(page: Page, member: 'administrator' | 'member'): Promise<void>;
  /** Changes the language of whoever is speaking, by the name that it has for itself. */
  speakIn(page: Page, language: string): Promise<void>;
  /** Uses a command of the bot on a message. */
  useApp(page: Page, message: Locator, name: string): Promise<void>;
}

export const mouse: Hands = {
  press: (target) => target.click(),
  write: async (field, text) => {
    await field.click();
    await field.pressSequentially(text);
  },
  send: (page) => page.getByRole('button', { name: 'Send' }).click(),
  pick: (_page, option) => option.click(),
  choose: (_page, item) => item.click(),
  speakAs: async (page, member) => {
    // The list of a select belongs to the system; its lines cannot be clicked by a test.
    await page.getByRole('combobox', { name: 'Member' }).selectOption({ label: member });
  },
  speakIn: async (page, language) => {
    await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: language });
  },
  useApp: async (page, message, name) => {
    await message.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Apps' }).click();
    await page.getByRole('menuitem', { name }).click();
  },
};

export const keyboard: Hands = {
  press: async (target) => {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  write: async (field, text) => {
    await tabTo(field);
    await field.page().keyboard.type(text);
  },
  send: (page) => page.keyboard.press('Enter'),
  pick: async (page, option) => {
    await option.waitFor();
    for (let step = 0; !(await isSelected(option)); step++) {
      if (step === MOST_TABS) throw new Error('The arrows do not lead to this line.');
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  },
  choose: async (page, item) => {
    await arrowTo(page, item);
    await page.keyboard.press('Enter');
  },
  speakAs: async (page, member) => {
    await tabTo(page.getByRole('combobox', { name: 'Member' }));
    await page.keyboard.type(member);
  },
  speakIn: async (page, language) => {
    await tabTo(page.getByRole('combobox', { name: 'Language' }));
    await page.keyboard.type(language);
  },
  useApp: async (page, message, name) => {
    await tabTo(message.getByRole('button', { name: 'More', exact: true }));
    await page.keyboard.press('Enter');
    await arrowTo(page, page.getByRole('menuitem', { name: 'Apps' }));
    await page.keyboard.press('ArrowRight');
    await arrowTo(page, page.getByRole('menuitem', { name }));
    await page.keyboard.press('Enter');
  },
};

/** Goes from stop to stop until the target has the focus, as somebody without a mouse must. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  await stepTo(target, () => target.page().keyboard.press('Tab'));
}

function arrowTo(page: Page, target: Locator): Promise<void> {
  return stepTo(target, () => page.keyboard.press('ArrowDown'));
}

async function stepTo(target: Locator, step: () => Promise<void>): Promise<void> {
  for (let steps = 0; !(await hasFocus(target)); steps++) {
    if (steps === MOST_TABS) throw new Error(`The keyboard does not reach ${String(target)}.`);
    await step();
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

async function isSelected(option: Locator): Promise<boolean> {
  return (await option.getAttribute('aria-selected')) === 'true';
}
