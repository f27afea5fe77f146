/**
 * The messages of the channel. New ones are read out by screen readers, and come into view where the end was in view, or
 * where one person alone sees them: they answer what that person has just done.
 */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { buildTimeline } from '../timeline.js';
import { MessageView } from './message-view.js';
import { NoteView } from './note-view.js';
import { useChat } from './page-context.js';
import { Welcome } from './welcome.js';

/** Pixels from the end within which somebody is reading along. */
const NEAR_END = 120;

export function MessageList() {
  const { state } = useChat();
  const { messages, notes, channel, user, world } = state;
  const latest = messages.at(-1);
  const own = latest?.isEphemeral === true ? latest.id : undefined;
  const list = useEndInView([messages, notes], `${user} ${channel}`, own);
  const name = world?.channels.find(({ id }) => id === channel)?.name ?? '';
  return (
    <div class="messages" role="region" aria-label="Conversation" tabIndex={0} ref={list}>
      <Welcome />
      <section role="log" aria-live="polite" aria-label={`Messages in ${name}`}>
        {buildTimeline(messages, notes).map((item) =>
          item.kind === 'note' ? (
            <NoteView key={`note ${item.note.id}`} note={item.note} />
          ) : (
            <MessageView key={item.message.id} message={item.message} isContinued={item.isContinued} />
          ),
        )}
      </section>
    </div>
  );
}

/**
 * @param content what makes the list longer when it changes.
 * @param place where another list begins at its end.
 * @param own the last message, if one person alone sees it.
 */
function useEndInView(content: readonly unknown[], place: string, own: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    isAtEnd.current = true;
    const element = list.current;
    const look = (): void => {
      if (element === null) return;
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END;
    };
    element?.addEventListener('scroll', look, { passive: true });
    // The message box grows, and takes from the list.
    const sizes = new ResizeObserver(() => isAtEnd.current && showEnd(element));
    if (element !== null) sizes.observe(element);
    return () => {
      element?.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [place]);
  useLayoutEffect(() => {
    if (own !== undefined) isAtEnd.current = true;
  }, [own]);
  useLayoutEffect(() => {
    if (isAtEnd.current) showEnd(list.current);
  }, [...content, place]);
  return list;
}

function showEnd(list: HTMLElement | null): void {
  list?.scrollTo({ top: list.scrollHeight });
}
