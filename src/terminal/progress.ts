/** A progress bar on standard error; in a pipe or a log, where a bar would be noise, nothing. */
import { Presets, SingleBar } from 'cli-progress';
import type { ReindexProgress } from '../index/report.js';

type Phase = ReindexProgress['phase'] | 'downloading';

const LABELS: Record<Phase, string> = {
  downloading: 'Downloading the model',
  reading: 'Reading articles',
  embedding: 'Embedding paragraphs',
  saving: 'Saving',
};

export interface ProgressBar {
  show(progress: { readonly phase: Phase; readonly done: number; readonly total: number }): void;
  /** Leaves the line as it is; safe to call without a bar. */
  stop(): void;
}

export function createProgressBar(stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  if (!stream.isTTY) return { show: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { format: '{label} [{bar}] {value}/{total}', stream, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  return {
    show({ phase, done, total }) {
      if (!bar.isActive) bar.start(total, done, { label: LABELS[phase] });
      bar.setTotal(total);
      bar.update(done, { label: LABELS[phase] });
    },
    stop: () => bar.stop(),
  };
}
