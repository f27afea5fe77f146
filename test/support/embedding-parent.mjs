/** A program that embeds without end; the number of its process is all that a test needs, to kill it. */
import { createProcessEmbedder } from '../../dist/src/embedding/process-embedder.js';

const [, , modelsDirectory] = process.argv;
const ignore = () => undefined;
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const embedder = createProcessEmbedder({ model: 'e5-small-v2', modelsDirectory, log });
await embedder.ready();
process.send('ready');
for (;;) await embedder.embedPassage('The minister spoke again. '.repeat(40));
