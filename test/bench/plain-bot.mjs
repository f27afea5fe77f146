/**
 * The same bot as one builds it first: the library's pipeline on the main thread, Vectra's JSON index, one article file after
 * the other. It answers /ask and /reindex, and nothing else; the product is measured against it.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { LocalIndex } from 'vectra';

const { ARTICLES_DIR, INDEX_DIR, MODELS_DIR, DISCORD_TOKEN, DISCORD_API_URL } = process.env;
env.localModelPath = MODELS_DIR;
env.allowRemoteModels = false;

const extract = await pipeline('feature-extraction', 'all-MiniLM-L6-v2', { quantized: true });
const embed = async (text) => [...(await extract(text, { pooling: 'mean', normalize: true })).data];

const index = new LocalIndex(INDEX_DIR);

async function build() {
  const items = [];
  for (const file of (await readdir(ARTICLES_DIR, { recursive: true })).filter((name) =>
    name.endsWith('.txt'),
  )) {
    const text = await readFile(path.join(ARTICLES_DIR, file), 'utf8');
    for (const [at, paragraph] of text.split(/\n\s*\n/u).entries())
      if (paragraph.trim() !== '')
        items.push({
          vector: await embed(paragraph),
          metadata: { file, paragraph: at + 1, text: paragraph },
        });
  }
  await index.createIndex({ version: 1, deleteIfExists: true });
  await index.batchInsertItems(items);
}

async function ask(question) {
  const [best] = await index.queryItems(await embed(question), question, 3);
  if (best === undefined) return 'Nothing is indexed yet.';
  const { text, file, paragraph } = best.item.metadata;
  return `${String(text).slice(0, 1500)}\nSource: ${file} ¶${paragraph}`;
}

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: DISCORD_API_URL, version: '10' },
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  try {
    await interaction.deferReply();
    if (interaction.commandName === 'reindex') {
      await build();
      await interaction.editReply('Done.');
    } else await interaction.editReply(await ask(interaction.options.getString('question', true)));
  } catch (error) {
    process.stderr.write(`${error}\n`); // answered too late, most of the time
  }
});
client.once(Events.ClientReady, async (ready) => {
  const option = { type: 3, name: 'question', description: 'What you want to know', required: true };
  await ready.application.commands.set([
    { name: 'ask', description: 'Answers a question', options: [option] },
    { name: 'reindex', description: 'Reads the articles again' },
  ]);
});
if (!(await index.isIndexCreated())) await build();
await client.login(DISCORD_TOKEN);
