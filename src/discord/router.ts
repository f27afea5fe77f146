/** From what comes in to what is said: finds the command or button, and is the one boundary for errors. */
import { randomInt } from 'node:crypto';
import {
  type AutocompleteInteraction,
  type CommandInteraction,
  type Interaction,
  type Message,
  type RepliableInteraction,
} from 'discord.js';
import { UserError } from '../errors.js';
import type { Log } from '../log.js';
import { parseButtonId } from './buttons.js';
import type { Behaviour, Commands, MessageCommand, Rooms, SlashCommand } from './command.js';
import { Cooldown } from './cooldown.js';
import { isUnknownInteraction } from './discord-errors.js';
import { escapeMarkdown } from './markdown.js';
import { questionOf } from './mention.js';
import { renderAnswer, renderContext, renderNearest } from './render-answer.js';
import { say, toPayload, type Reply } from './reply.js';
import { Responder } from './responder.js';

const OUTDATED = say('This belongs to an earlier version of me and does nothing any more. Please ask again.');
const UNKNOWN_COMMAND = say('I no longer have this command. Discord will forget it in a moment.');
const STOPPING = say('I am being restarted. Please ask again in a minute.');
const HOW_TO_ASK = say('Ask me something about the articles, or use `/ask` and `/source`.');

export interface RouterOptions extends Rooms {
  readonly commands: Commands;
  readonly log: Log;
  /** A clock in milliseconds that never goes back, for limits of time; by default the machine's. */
  readonly now?: (() => number) | undefined;
}

/** What to do for an interaction. */
interface Task {
  readonly isPrivate: boolean;
  readonly run: (responder: Responder) => Promise<Reply> | Reply;
}

export class Router {
  readonly #options: RouterOptions;
  readonly #cooldown: Cooldown;
  readonly #inFlight = new Set<Promise<void>>();
  #isStopping = false;

  constructor(options: RouterOptions) {
    this.#options = options;
    this.#cooldown = new Cooldown(options.now);
  }

  /** Never rejects: what goes wrong is told to the user as far as Discord lets, and logged. */
  readonly onInteraction = (interaction: Interaction): void => {
    if (interaction.isAutocomplete())
      this.#track(this.#complete(interaction), 'Choices could not be offered');
    else if (interaction.isRepliable())
      this.#track(this.#perform(interaction), 'An interaction was not answered');
  };

  readonly onMessage = (message: Message): void => {
    this.#track(this.#answerMention(message), 'A mention could not be answered');
  };

  /** From now on everything is refused politely; resolves when all that was acknowledged is answered. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight);
  }

  #track(work: Promise<void>, failure: string): void {
    const tracked = work
      .catch((error: unknown) => this.#options.log.warn(failure, { error }))
      .finally(() => this.#inFlight.delete(tracked));
    this.#inFlight.add(tracked);
  }

  async #perform(interaction: RepliableInteraction): Promise<void> {
    const refusal = this.#isStopping ? STOPPING : undefined;
    const task = refusal === undefined ? this.#taskFor(interaction) : refuse(refusal);
    const responder = new Responder(interaction, this.#options.log, this.#options.now);
    if (!(await responder.acknowledge(task.isPrivate))) return;
    const reply = await this.#guard(() => task.run(responder));
    try {
      await responder.finish(reply);
    } catch (error) {
      await responder.finish(this.#explain(error)); // a reply that Discord refuses must not leave the user waiting
    }
  }

  #taskFor(interaction: RepliableInteraction): Task {
    if (interaction.isChatInputCommand()) {
      return this.#commandTask(this.#slashCommand(interaction.commandName), interaction);
    }
    if (interaction.isMessageContextMenuCommand()) {
      return this.#commandTask(this.#messageCommand(interaction.commandName), interaction);
    }
    if (interaction.isCommand()) return refuse(UNKNOWN_COMMAND);
    const meaning = interaction.isButton() ? parseButtonId(interaction.customId) : undefined;
    if (meaning === undefined) return refuse(OUTDATED);
    const { kind, reference } = meaning;
    const { answerer } = this.#options;
    return {
      isPrivate: true,
      run: () =>
        kind === 'nearest'
          ? renderNearest(answerer.findParagraph(reference))
          : renderContext(answerer.findContext(reference)),
    };
  }

  #commandTask<Used extends CommandInteraction>(
    command: Behaviour<Used> | undefined,
    interaction: Used,
  ): Task {
    if (command === undefined) return refuse(UNKNOWN_COMMAND);
    const refusal = command.refuse?.(interaction) ?? this.#tooSoon(command.isQuestion, interaction.user.id);
    if (refusal !== undefined) return refuse(refusal);
    return {
      isPrivate: command.isPrivate(interaction),
      run: ({ showProgress }) => command.run(interaction, this.#options, showProgress),
    };
  }

  async #complete(interaction: AutocompleteInteraction): Promise<void> {
    const typed = interaction.options.getFocused();
    const choices = this.#slashCommand(interaction.commandName)?.complete?.(typed, this.#options) ?? [];
    try {
      await interaction.respond(choices);
    } catch (error) {
      if (!isUnknownInteraction(error)) throw error;
      this.#options.log.debug('Choices came too late: something else was typed by then', { error });
    }
  }

  async #answerMention(message: Message): Promise<void> {
    const question = questionOf(message);
    if (question === undefined) return;
    const reply = await this.#guard(() => this.#answerQuestion(question, message.author.id));
    // The nonce makes Discord drop a second copy, should the first have got through although its answer was lost.
    await message.reply({ ...toPayload(reply), nonce: message.id, enforceNonce: true });
  }

  async #answerQuestion(question: string, userId: string): Promise<Reply> {
    if (this.#isStopping) return STOPPING;
    if (question === '') return HOW_TO_ASK;
    const refusal = this.#tooSoon(true, userId);
    if (refusal !== undefined) return refusal;
    const { answerer } = this.#options;
    return renderAnswer(await answerer.ask(question), answerer.referTo);
  }

  #slashCommand(name: string): SlashCommand | undefined {
    return this.#options.commands.slash.find(({ payload }) => payload.name === name);
  }

  #messageCommand(name: string): MessageCommand | undefined {
    return this.#options.commands.message.find(({ payload }) => payload.name === name);
  }

  #tooSoon(isQuestion: boolean, userId: string): Reply | undefined {
    const waitMs = isQuestion ? this.#cooldown.take(userId) : 0;
    if (waitMs === 0) return undefined;
    const seconds = Math.ceil(waitMs / 1000);
    return say(`That was a lot of questions in a short time. Please ask again in ${seconds} s.`);
  }

  async #guard(run: () => Promise<Reply> | Reply): Promise<Reply> {
    try {
      return await run();
    } catch (error) {
      return this.#explain(error);
    }
  }

  /** An error becomes a reply: the words of a `UserError`, else a reference number under which the log has the cause. */
  #explain(error: unknown): Reply {
    if (error instanceof UserError) return say(escapeMarkdown(error.message));
    const reference = String(randomInt(100_000, 1_000_000));
    this.#options.log.error('A command failed; the user was told the reference', { reference, error });
    return say(`That did not work. If it happens again, tell an administrator this number: ${reference}`);
  }
}

function refuse(reply: Reply): Task {
  return { isPrivate: true, run: () => reply };
}
