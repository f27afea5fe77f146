/** Embeds, in a simple form. */
import type { Embed } from '../messages.js';
import { Markdown } from './markdown-view.js';
import { Accent } from './parts.js';

export function Embeds({ embeds }: { readonly embeds: readonly Embed[] }) {
  return <>{embeds.map(showEmbed)}</>;
}

function showEmbed({ title, url, description, color, author, footer, fields }: Embed) {
  return (
    <div class="container">
      {color !== undefined && <Accent color={color} />}
      {author !== undefined && <small class="subtext">{author}</small>}
      {title !== undefined && (
        <h4 dir="auto" title={url}>
          {title}
        </h4>
      )}
      {description !== undefined && <Markdown text={description} />}
      {fields.map(({ name, value }) => (
        <div class="field">
          <b dir="auto">{name}</b>
          <Markdown text={value} />
        </div>
      ))}
      {footer !== undefined && <small class="subtext">{footer}</small>}
    </div>
  );
}
