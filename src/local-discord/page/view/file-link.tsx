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
      <span aria-hidden="true">📄 </span>
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
