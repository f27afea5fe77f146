/** One message. */
import { useRef } from 'preact/hooks';
import type { Message } from '../messages.js';
import { formatTime } from '../times.js';
import { Embeds } from './embeds.js';
import { FileLink } from './file-link.js';
import { Markdown } from './markdown-view.js';
import { MessageMenu, type MenuHandle } from './message-menu.js';
import { Origin } from './origin.js';
import { OnlyYou } from './only-you.js';
import { useChat } from './page-context.js';
import { Parts } from './parts.js';

export interface MessageViewProps {
  readonly message: Message;
  /** Stands under the name of the message above. */
  readonly isContinued: boolean;
}

export function MessageView({ message, isContinued }: MessageViewProps) {
  const { state, dismiss } = useChat();
  const menu = useRef<MenuHandle>(null);
  const time = new Date(message.timestamp);
  const classes = ['message', isContinued && 'continued', message.isEphemeral && 'ephemeral'];
  const isForMe = message.pings.includes(state.user);
  return (
    <article
      id={`message-${message.id}`}
      class={[...classes, isForMe && 'pinging'].filter(Boolean).join(' ')}
      aria-label={`${message.author.name}, ${formatTime(time, 'f')}`}
      aria-busy={message.isLoading}
      onContextMenu={(event) => {
        // A selection or a link has a menu of its own.
        if (event.target instanceof HTMLAnchorElement || getSelection()?.isCollapsed === false) return;
        event.preventDefault();
        menu.current?.open();
      }}
    >
      <Origin message={message} />
      {!isContinued && <Heading message={message} time={time} />}
      <Body message={message} />
      {message.isEphemeral && <OnlyYou onDismiss={() => dismiss(message.id)} />}
      <MessageMenu message={message} handle={menu} />
    </article>
  );
}

function Heading({ message, time }: { readonly message: Message; readonly time: Date }) {
  const { name, isBot } = message.author;
  return (
    <header class="heading">
      <span class={isBot ? 'avatar bot' : 'avatar'} aria-hidden="true">
        {[...name][0]?.toUpperCase()}
      </span>
      <span class="author" dir="auto">
        {name}
      </span>
      {isBot && <span class="badge">APP</span>}
      <time dateTime={message.timestamp} title={formatTime(time, 'F')}>
        {formatTime(time, 't')}
      </time>
    </header>
  );
}

function Body({ message }: { readonly message: Message }) {
  const { content, parts, embeds, files, isLoading, isEdited, author } = message;
  if (isLoading) return <p class="thinking">{author.name} is thinking…</p>;
  return (
    <div class="body">
      {content !== '' && <Markdown text={content} />}
      <Parts parts={parts} messageId={message.id} />
      <Embeds embeds={embeds} />
      {parts.length === 0 && files.map((file) => <FileLink key={file.url} {...file} />)}
      {isEdited && content !== '' && <small class="edited">(edited)</small>}
    </div>
  );
}
