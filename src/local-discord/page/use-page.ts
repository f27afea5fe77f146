/** Ties state, requests and events together; views get one object of what can be done. */
import { useEffect, useMemo, useReducer } from 'preact/hooks';
import {
  act,
  dismiss,
  loadRaw,
  loadSnapshot,
  RefusedError,
  sendMessage,
  setLanguage,
  type Act,
} from './api.js';
import { listen } from './events.js';
import { reduce } from './reduce.js';
import { INITIAL, type Action, type State } from './state.js';
import type { Channel, World } from './world.js';

export type Dispatch = (action: Action) => void;

export interface Page {
  readonly state: State;
  readonly dispatch: Dispatch;
  /** Does something that the bot answers. @param control what is busy until then. */
  readonly act: (what: Act, control?: string) => void;
  readonly send: (content: string, replyTo?: string) => void;
  readonly dismiss: (messageId: string) => void;
  readonly showRaw: (messageId: string) => void;
  /** @param language - its tag. */
  readonly speak: (language: string) => void;
  readonly moveTo: (place: { user?: string; channel?: string }) => void;
}

export function usePage(): Page {
  const [state, dispatch] = useReducer(reduce, INITIAL);
  const { user, channel, world } = state;
  useEffect(() => {
    if (user === '') void attempt(dispatch, () => enter(dispatch));
    else return listen(user, dispatch, () => void attempt(dispatch, () => refresh(dispatch, user, channel)));
    return undefined;
  }, [user, channel]);
  return useMemo(
    () => ({ state, dispatch, ...actions(dispatch, { user, channel, world }) }),
    [state, user, channel, world],
  );
}

/** Finds out who is there before anybody can be chosen. */
async function enter(dispatch: Dispatch): Promise<void> {
  const { world } = await loadSnapshot({});
  const { members, channels } = world;
  const user = members.find(({ isAdministrator }) => !isAdministrator) ?? members[0];
  const channel = channels.find(({ isDirect }) => !isDirect) ?? channels[0];
  if (user === undefined || channel === undefined) throw new RefusedError('There is nobody here to talk.');
  dispatch({ kind: 'placed', user: user.id, channel: channel.id });
}

/** Events come only while the stream is open: with each opening the whole state is fetched. */
async function refresh(dispatch: Dispatch, user: string, channel: string): Promise<void> {
  dispatch({ kind: 'loading' });
  dispatch({ kind: 'loaded', user, channel, snapshot: await loadSnapshot({ user, channel }) });
}

function actions(
  dispatch: Dispatch,
  { user, channel, world }: { user: string; channel: string; world: World | undefined },
): Omit<Page, 'state' | 'dispatch'> {
  return {
    act: (what, control) =>
      void attempt(dispatch, async () => {
        dispatch({ kind: 'acted', interaction: await act(what), control });
      }),
    send: (content, replyTo) =>
      void attempt(dispatch, () =>
        sendMessage({ user, channel, content, ...(replyTo !== undefined && { replyTo }) }),
      ),
    dismiss: (messageId) => void attempt(dispatch, () => dismiss(messageId, user)),
    showRaw: (messageId) =>
      void attempt(dispatch, async () => dispatch({ kind: 'raw', raw: await loadRaw(messageId, user) })),
    speak: (language) =>
      void attempt(dispatch, async () => {
        await setLanguage(user, language);
        await refresh(dispatch, user, channel);
      }),
    moveTo: (place) =>
      dispatch({ kind: 'placed', ...choosePlace({ user, channel }, place, world?.channels ?? []) }),
  };
}

/** A direct channel is one person's: another one lands in the first channel of the server. */
function choosePlace(
  from: { user: string; channel: string },
  to: { user?: string; channel?: string },
  channels: readonly Channel[],
): { user: string; channel: string } {
  const place = { ...from, ...to };
  const isPrivate = channels.some(({ id, isDirect }) => isDirect && id === place.channel);
  if (place.user === from.user || !isPrivate) return place;
  return { ...place, channel: channels.find(({ isDirect }) => !isDirect)?.id ?? place.channel };
}

async function attempt(dispatch: Dispatch, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isRefusal = error instanceof RefusedError;
    dispatch({ kind: 'noted', text: isRefusal ? error.message : `The page has a problem: ${String(error)}` });
  }
}
