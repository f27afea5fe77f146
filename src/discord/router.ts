/** From what comes in to what is said: acknowledges, has the work done, and is the one boundary for errors. */
import { randomInt } from 'node:crypto';
import type { AutocompleteInteraction, Interaction, Message, RepliableInteraction } from 'discord.js';
import { UserError } from '../errors.js';
import type { Log } from '../log.js';
import { answerQuestion, recallThread } from './answering.js';
import { askingIn, UNKNOWN_LOCALE } from './asking.js';
import type { Commands } from './command.js';
import type { Component } from './component.js';
import { Cooldown } from './cooldown.js';
import { isMessageGone, isUnknownInteraction } from './discord-errors.js';
import type { Form } from './form.js';
import { escapeMarkdown } from './markdown.js';
import { questionOf } from './mention.js';
import { RecentIds } from './recent-ids.js';
import { say, toPayload, type Reply } from './reply.js';
import { Responder } from './responder.js';
import type { Outcome, Stage } from './stage.js';
import type { Rooms } from './rooms.js';
import { refuse, Tasks, type AnswerTask, type FormTask, type Task } from './tasks.js';
import type { Texts } from './texts/english.js';
import { textsFor } from './texts/texts-for.js';

export interface RouterOptions extends Rooms {
  readonly commands: Commands;
  /** By default all that there are. */
  readonly components?: readonly Component[] | undefined;
  readonly log: Log;
  /** A clock in milliseconds that never goes back, for limits of time; by default the machine's. */
  readonly now?: (() => number) | undefined;
}

export class Router {
  readonly #options: RouterOptions;
  readonly #tasks: Tasks;
  readonly #recent = new RecentIds();
  readonly #inFlight = new Set<Promise<void>>();
  #isStopping = false;

  constructor(options: RouterOptions) {
    this.#options = options;
    this.#tasks = new Tasks({ ...options, rooms: options, cooldown: new Cooldown(options.now) });
  }

  /** Never rejects: what goes wrong is told to the user as far as Discord lets, and logged. */
  readonly onInteraction = (interaction: Interaction): void => {
    if (!this.#recent.isNew(interaction.id)) return;
    if (interaction.isAutocomplete())
      this.#track(this.#complete(interaction), 'Choices could not be offered');
    else if (interaction.isRepliable())
      this.#track(this.#perform(interaction), 'An interaction was not answered');
  };

  readonly onMessage = (message: Message): void => {
    if (!this.#recent.isNew(message.id)) return;
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
    const texts = textsFor(interaction.locale);
    const task = this.#isStopping ? refuse(say(texts.general.stopping)) : this.#taskFor(interaction, texts);
    const responder = new Responder(interaction, this.#options.log, this.#options.now);
    if (task.kind === 'form') await this.#showForm(task, responder, texts);
    else await this.#answer(task, responder, texts);
  }

  /** Deciding needs the server's settings, which may not be readable: that is told as any other failure. */
  #taskFor(interaction: RepliableInteraction, texts: Texts): Task {
    try {
      return this.#tasks.taskFor(interaction);
    } catch (error) {
      return refuse(this.#explain(error, texts));
    }
  }

  async #showForm({ open }: FormTask, responder: Responder, texts: Texts): Promise<void> {
    let form: Form;
    try {
      form = open();
    } catch (error) {
      return this.#answer(refuse(this.#explain(error, texts)), responder, texts);
    }
    await responder.open(form);
  }

  async #answer(task: AnswerTask, responder: Responder, texts: Texts): Promise<void> {
    const acknowledged = responder.acknowledge(task.acknowledgement);
    const early = task.isQuestion === true ? settle(task.run, responder) : undefined;
    if (!(await acknowledged)) return;
    try {
      const found = await (early ?? settle(task.run, responder));
      if (found.status === 'rejected') throw found.reason;
      await responder.finish(found.value);
    } catch (error) {
      await responder.fail(this.#explain(error, texts)); // nobody is left waiting, whoever refused
    }
  }

  async #complete(interaction: AutocompleteInteraction): Promise<void> {
    const { commandName, options, channelId } = interaction;
    const typed = options.getFocused();
    const command = this.#tasks.slashCommand(commandName);
    const choices = command?.complete?.(typed, this.#options, options, channelId) ?? [];
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
    const reply = await this.#answerQuestion(question, message).catch((error: unknown) =>
      this.#explain(error, textsFor(message.guild?.preferredLocale ?? UNKNOWN_LOCALE)),
    );
    // The nonce makes Discord drop a second copy, should the first have got through although its answer was lost.
    const sent = await message.reply({ ...toPayload(reply), nonce: message.id, enforceNonce: true });
    reply.onShown?.({ messageId: sent.id, channelId: sent.channelId });
  }

  async #answerQuestion(question: string, message: Message): Promise<Reply> {
    const asking = askingIn(message, this.#options);
    const { texts } = asking;
    if (this.#isStopping) return say(texts.general.stopping);
    if (question === '') return say(texts.general.howToAsk);
    const refusal = this.#tasks.refuseQuestion(true, asking, texts);
    if (refusal !== undefined) return refusal;
    return answerQuestion(asking, question, { previous: recallThread(asking) });
  }

  /** An error becomes a reply: the words of a `UserError`, else a reference number under which the log has the cause. */
  #explain(error: unknown, { general }: Texts): Reply {
    if (error instanceof UserError) return say(escapeMarkdown(error.message));
    if (isMessageGone(error)) return say(general.messageGone);
    const reference = String(randomInt(100_000, 1_000_000));
    this.#options.log.error('A command failed; the user was told the reference', { reference, error });
    return say(general.failed(reference));
  }
}

/** Never rejects: what is begun before Discord has heard of it may fail while nobody listens yet. */
async function settle(run: AnswerTask['run'], stage: Stage): Promise<PromiseSettledResult<Outcome>> {
  const [settled] = await Promise.allSettled([(async () => run(stage))()]);
  return settled;
}
