/** What the embedding process and its parent say to each other. Both sides parse what they hear. */
import { z } from 'zod';

/** Settings of the child, as its first message. */
const setupSchema = z.object({
  kind: z.literal('setup'),
  model: z.string(),
  modelsDirectory: z.string(),
  /** Where models are downloaded from, when the model is not there; tests name a server of their own. */
  remoteHost: z.string().optional(),
});

/** The second model, sent once the first one is loaded. */
const rerankerSetupSchema = setupSchema.extend({ kind: z.literal('load-reranker') });

export const requestSchema = z.discriminatedUnion('kind', [
  setupSchema,
  rerankerSetupSchema,
  z.object({ kind: z.literal('score'), id: z.number(), question: z.string(), text: z.string() }),
  z.object({
    kind: z.literal('embed'),
    id: z.number(),
    role: z.enum(['query', 'passage']),
    text: z.string(),
  }),
  z.object({ kind: z.literal('end') }),
]);

export const replySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('download'), file: z.string(), loaded: z.number(), total: z.number() }),
  z.object({ kind: z.literal('ready'), name: z.string(), fingerprint: z.string(), dimensions: z.number() }),
  z.object({ kind: z.literal('model-error'), message: z.string() }),
  z.object({
    kind: z.literal('vector'),
    id: z.number(),
    vector: z.custom<Float32Array>((value) => value instanceof Float32Array),
  }),
  z.object({ kind: z.literal('reranker-ready') }),
  z.object({ kind: z.literal('reranker-error'), message: z.string() }),
  z.object({ kind: z.literal('score'), id: z.number(), score: z.number() }),
  z.object({ kind: z.literal('failed'), id: z.number(), message: z.string() }),
]);

export type Setup = z.infer<typeof setupSchema>;
export type RerankerSetup = z.infer<typeof rerankerSetupSchema>;
export type Request = z.infer<typeof requestSchema>;
export type Reply = z.infer<typeof replySchema>;
