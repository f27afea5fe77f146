/** What the thread that reads articles and the rest of the program say to each other. Both sides parse what they hear. */
import { z } from 'zod';
import { articleSchema } from './article.js';
import { fileReasonSchema } from './file-reason.js';

export const requestSchema = z.object({
  identity: z.object({ articleId: z.string(), file: z.string(), fileHash: z.string() }),
  bytes: z.instanceof(Uint8Array),
  sidecar: z.object({ name: z.string(), yaml: z.string() }).optional(),
});

export const replySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), article: articleSchema }),
  /** The file gives no article: see `ArticleProblem`. */
  z.object({ kind: z.literal('problem'), problem: z.enum(['skipped', 'failed']), why: fileReasonSchema }),
  /** A parser gave up. */
  z.object({ kind: z.literal('error'), message: z.string() }),
]);

export type Reply = z.infer<typeof replySchema>;
