/** The buttons of the settings: whether answers are private by default, and whether threads are followed up. */
import { z } from 'zod';
import { defineSetting } from '../show-settings.js';

const isOn = z.tuple([z.enum(['on', 'off'])]).transform(([value]) => value === 'on');

export const setPrivate = defineSetting({
  kind: 'set-private',
  args: isOn,
  read: (_asking, isPrivateByDefault) => ({ isPrivateByDefault }),
});

export const setFollowUp = defineSetting({
  kind: 'set-follow-up',
  args: isOn,
  read: (_asking, followUpInThreads) => ({ followUpInThreads }),
});
