/** What was sent over the wire, and how close it is to each of Discord's limits. */
import type { RawMessage } from '../api.js';
import { Dialog } from './dialog.js';
import { useChat } from './page-context.js';

/** From here on it is worth a look. */
const CLOSE = 0.9;

export function RawDialog({ json, limits }: RawMessage) {
  const { dispatch } = useChat();
  return (
    <Dialog title="Raw JSON and limits" onClose={() => dispatch({ kind: 'raw', raw: undefined })}>
      <ul class="limits" aria-label="Limits">
        {limits.map(({ name, used, limit }, at) => (
          <li key={name}>
            <span id={`limit-${at}`}>
              {name}: {used.toLocaleString()} of {limit.toLocaleString()}
            </span>
            <meter
              aria-labelledby={`limit-${at}`}
              max={limit}
              high={limit * CLOSE}
              optimum={0}
              value={used}
            />
          </li>
        ))}
      </ul>
      <pre class="json" tabIndex={0} aria-label="JSON">
        <code>{json}</code>
      </pre>
    </Dialog>
  );
}
