/** What every part of the page may use. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Page } from '../use-page.js';

const Context = createContext<Page | undefined>(undefined);

export const PageProvider = Context.Provider;

export function useChat(): Page {
  const page = useContext(Context);
  if (page === undefined) throw new Error('This part stands outside of the page.');
  return page;
}
