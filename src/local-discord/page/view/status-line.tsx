/** What is going on and will end by itself. */
import { useChat } from './page-context.js';

export function StatusLine() {
  return (
    <p class="status" role="status">
      {useStatus()}
    </p>
  );
}

function useStatus(): string {
  const { isLive, world, pending, messages } = useChat().state;
  if (world !== undefined && !isLive) return 'The connection was lost. Trying again…';
  if (world?.bot.isConnected === false) return `${world.bot.name} is not connected yet…`;
  const isSending = Object.values(pending).some(({ control }) => control === undefined);
  // Once the bot has promised an answer the message itself says so.
  return isSending && !messages.some((message) => message.isLoading) ? 'Sending command…' : '';
}
