/** Walks over the components of a message. */
import type { Attachment } from './message.js';
import { ComponentType, type Component, type Media, type TopComponent } from './validate-components.js';

/** A component with the path at which it stands. */
export interface Placed {
  readonly component: Component;
  readonly path: readonly PropertyKey[];
}

/** Every component, nested ones after the one that holds them: the order in which Discord numbers them. */
export function flatten(components: readonly Component[], path: readonly PropertyKey[] = []): Placed[] {
  return components.flatMap((component, position) => flattenOne(component, [...path, position]));
}

function flattenOne(component: Component, path: readonly PropertyKey[]): Placed[] {
  const children = 'components' in component ? flatten(component.components, [...path, 'components']) : [];
  const accessory = 'accessory' in component ? flattenOne(component.accessory, [...path, 'accessory']) : [];
  return [{ component, path }, ...children, ...accessory];
}

/**
 * Components as they are stored: each without a number gets the next free one, from 1, and `attachment://` becomes the
 * address of the file.
 */
export function settleComponents(
  components: readonly TopComponent[],
  attachments: readonly Attachment[],
): TopComponent[] {
  const copy = structuredClone([...components]);
  const all = flatten(copy).map(({ component }) => component);
  const taken = new Set(all.map(({ id }) => id));
  let next = 1;
  for (const component of all) {
    for (const { media } of mediaOf(component)) resolveMedia(media, attachments);
    if ((component.id ?? 0) !== 0) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    next += 1;
  }
  return copy;
}

function resolveMedia(media: Media, attachments: readonly Attachment[]): void {
  const file = attachments.find(({ filename }) => media.url === `attachment://${filename}`);
  media.url = file?.url ?? media.url;
  media.proxy_url = media.url;
  media.id ??= file?.id ?? '0';
  media.attachment_id ??= file?.id;
  media.content_type ??= file?.content_type;
}

/** The media that a component shows, each with the field in which it stands. */
export function mediaOf(component: Component): { field: PropertyKey[]; media: Media }[] {
  switch (component.type) {
    case ComponentType.thumbnail:
      return [{ field: ['media'], media: component.media }];
    case ComponentType.file:
      return [{ field: ['file'], media: component.file }];
    case ComponentType.gallery:
      return component.items.map(({ media }, at) => ({ field: ['items', at, 'media'], media }));
    default:
      return [];
  }
}

/** All text that the components show as text, in order. */
export function textsOf(components: readonly Component[]): string[] {
  return flatten(components).flatMap(({ component }) =>
    component.type === ComponentType.text ? [component.content] : [],
  );
}
