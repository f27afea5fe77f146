/** What can be tried, above the first message. */
import type { Command } from '../commands.js';
import { useChat } from './page-context.js';
import { focusMessageBox } from './focus.js';

const MOST = 3;

export function Welcome() {
  const { state, dispatch } = useChat();
  const { world, commands, examples, channel } = state;
  if (world === undefined) return null;
  const place = world.channels.find(({ id }) => id === channel);
  const shown = examples.length > 0 ? examples : proposeExamples(commands);
  return (
    <section class="welcome" aria-label="Welcome">
      <h2 dir="auto">{place?.isDirect ? `Talk to ${world.bot.name}` : `Welcome to #${place?.name ?? ''}`}</h2>
      <p>
        A Discord on this machine alone, to try {world.bot.name} without an account. Type <kbd>/</kbd> for its
        commands, <kbd>@</kbd> to mention it, or open the menu of a message. At the top, “Member” changes who
        is speaking, and “Language” in which language that person has Discord.
      </p>
      {shown.length > 0 && (
        <ul class="examples" aria-label="Examples to try">
          {shown.slice(0, MOST).map((text) => (
            <li key={text}>
              <button
                type="button"
                class="example"
                onClick={() => {
                  dispatch({ kind: 'drafted', draft: { kind: 'text', text } });
                  focusMessageBox();
                }}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Of a bot that nobody told anything about: its first commands, with what they need still to be written. */
function proposeExamples(commands: readonly Command[]): string[] {
  return commands
    .filter(({ kind }) => kind === 'chat')
    .map(({ name, options }) => {
      const needed = options.filter(({ isRequired }) => isRequired).map((option) => `${option.name}:`);
      return [`/${name}`, ...needed].join(' ');
    });
}
