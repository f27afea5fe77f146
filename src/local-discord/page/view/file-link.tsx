/** A file that goes with a message. From this server it can be downloaded; an address elsewhere is only named. */
export interface FileLinkProps {
  readonly name: string;
  readonly url: string;
  /** Bytes. */
  readonly size: number | undefined;
}

export function FileLink({ name, url, size }: FileLinkProps) {
  const isOurs = URL.canParse(url) && new URL(url).origin === location.origin;
  return (
    <div class="file">
      <svg class="file-icon" viewBox="0 0 12 16" aria-hidden="true">
        <path d="M1 1h6l4 4v10H1zM7 1v4h4" fill="none" stroke="currentColor" />
      </svg>
      {isOurs ? (
        <a href={url} download={name}>
          {name}
        </a>
      ) : (
        <span title={url}>{name}</span>
      )}
      {size !== undefined && <small class="subtext">{size.toLocaleString()} bytes</small>}
    </div>
  );
}
