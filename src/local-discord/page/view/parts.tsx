/** Components of a message, as Discord shows them. */
import type { ComponentChildren } from 'preact';
import type { Media, Part } from '../components.js';
import { ButtonView } from './button-view.js';
import { FileLink } from './file-link.js';
import { Markdown, Spoiler } from './markdown-view.js';
import { SelectView } from './select-view.js';

export interface PartsProps {
  readonly parts: readonly Part[];
  readonly messageId: string;
}

export function Parts({ parts, messageId }: PartsProps) {
  return <>{parts.map((part) => showPart(part, messageId))}</>;
}

function showPart(part: Part, messageId: string): ComponentChildren {
  switch (part.kind) {
    case 'text':
      return <Markdown text={part.content} />;
    case 'container':
      return showContainer(part, messageId);
    case 'section':
      return (
        <div class="section">
          <div>
            <Parts parts={part.parts} messageId={messageId} />
          </div>
          <div class="accessory">{showPart(part.accessory, messageId)}</div>
        </div>
      );
    case 'separator':
      return showSeparator(part.hasLine, part.isLarge);
    case 'media':
      return part.items.map(showMedia);
    case 'row':
      return (
        <div class="row">
          <Parts parts={part.parts} messageId={messageId} />
        </div>
      );
    case 'button':
      return <ButtonView button={part} messageId={messageId} />;
    case 'select':
      return <SelectView select={part} messageId={messageId} />;
    case 'unknown':
      return <p class="subtext">A component of type {part.type}, which this page cannot show.</p>;
  }
}

function showContainer(part: Extract<Part, { kind: 'container' }>, messageId: string): ComponentChildren {
  const content = <Parts parts={part.parts} messageId={messageId} />;
  return (
    <div class="container">
      {part.accent !== undefined && <Accent color={part.accent} />}
      {part.isSpoiler ? <Spoiler>{content}</Spoiler> : content}
    </div>
  );
}

/** Drawn, because the page's policy forbids styles inside the document. */
export function Accent({ color }: { readonly color: number }) {
  return (
    <svg class="accent" aria-hidden="true">
      <rect width="100%" height="100%" fill={`#${color.toString(16).padStart(6, '0')}`} />
    </svg>
  );
}

function showSeparator(hasLine: boolean, isLarge: boolean): ComponentChildren {
  const size = isLarge ? 'separator large' : 'separator';
  return hasLine ? <hr class={size} /> : <div class={size} />;
}

/** By name: no picture is fetched from anywhere. */
function showMedia({ url, description, isSpoiler }: Media): ComponentChildren {
  const link = <FileLink name={description ?? nameOf(url)} url={url} size={undefined} />;
  return isSpoiler ? <Spoiler>{link}</Spoiler> : link;
}

function nameOf(url: string): string {
  return (
    url
      .split(/[?#]/u)[0]
      ?.split('/')
      .findLast((part) => part !== '') ?? url
  );
}
