/** Markdown on the screen. Every text stays a text node: nothing of it is ever read as HTML. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { directionOf } from '../direction.js';
import { parseMarkdown } from '../markdown.js';
import type { Block, Inline, List } from '../markdown-tree.js';
import { formatTime } from '../times.js';
import { Mention } from './mention.js';

export function Markdown({ text }: { readonly text: string }) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return (
    <div class="markdown" dir="auto">
      {blocks.map(showBlock)}
    </div>
  );
}

function showBlock(block: Block): ComponentChildren {
  switch (block.kind) {
    case 'paragraph':
      return (
        <div class="paragraph" dir="auto">
          {block.children.map(showInline)}
        </div>
      );
    case 'subtext':
      return (
        <small class="subtext" dir="auto">
          {block.children.map(showInline)}
        </small>
      );
    case 'heading':
      return showHeading(block.level, block.children.map(showInline));
    case 'quote':
      return <blockquote dir="auto">{block.blocks.map(showBlock)}</blockquote>;
    case 'list':
      return showList(block);
  }
}

/** Two levels down: the page's own headings come first. */
function showHeading(level: 1 | 2 | 3, children: ComponentChildren): ComponentChildren {
  const Tag = ({ 1: 'h3', 2: 'h4', 3: 'h5' } as const)[level];
  return <Tag dir="auto">{children}</Tag>;
}

/** The bullets stand where the first item begins; each item runs its own way (`unicode-bidi` in the style). */
function showList(list: List): ComponentChildren {
  const { start, items } = list;
  const dir = directionOf(list);
  const children = items.map((blocks) => <li>{blocks.map(showItemPart)}</li>);
  return start === undefined ? (
    <ul dir={dir}>{children}</ul>
  ) : (
    <ol dir={dir} start={start}>
      {children}
    </ol>
  );
}

function showItemPart(block: Block): ComponentChildren {
  return block.kind === 'paragraph' ? (
    <div class="paragraph">{block.children.map(showInline)}</div>
  ) : (
    showBlock(block)
  );
}

function showInline(node: Inline): ComponentChildren {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'strong':
      return <strong>{node.children.map(showInline)}</strong>;
    case 'em':
      return <em>{node.children.map(showInline)}</em>;
    case 'underline':
      return <u>{node.children.map(showInline)}</u>;
    case 'strike':
      return <s>{node.children.map(showInline)}</s>;
    case 'spoiler':
      return <Spoiler>{node.children.map(showInline)}</Spoiler>;
    case 'code':
      return <code>{node.text}</code>;
    case 'code-block':
      return (
        <pre dir="ltr" tabIndex={0}>
          <code>{node.text}</code>
        </pre>
      );
    case 'link':
      return (
        <a href={node.url} title={node.url} target="_blank" rel="noreferrer noopener">
          {node.children.map(showInline)}
        </a>
      );
    case 'emoji':
      return <span class="emoji">:{node.name}:</span>;
    case 'time':
      return showTime(node.seconds, node.style);
    default:
      return <Mention node={node} />;
  }
}

function showTime(seconds: number, style: string): ComponentChildren {
  const date = new Date(seconds * 1_000);
  return (
    <time class="stamp" dateTime={date.toISOString()} title={formatTime(date, 'F')}>
      {formatTime(date, style)}
    </time>
  );
}

/** Hidden until it is asked for; then it stays. */
export function Spoiler({ children }: { readonly children: ComponentChildren }) {
  const [isShown, setShown] = useState(false);
  if (isShown) return <span class="spoiler shown">{children}</span>;
  return (
    <button type="button" class="spoiler" aria-label="Spoiler, show it" onClick={() => setShown(true)}>
      <span aria-hidden="true">{children}</span>
    </button>
  );
}
