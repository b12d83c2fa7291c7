import type { Provider, Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Command, CommandResult } from './command';
import { CommandRunner } from './command-runner';
import type { RequestContext } from './context';
import type { Decide, Decider } from './decider';
import type { DomainEvent } from './event';

type CommandClass<Body> = new (context: RequestContext, id: string, body: Body) => Command<Body>;

/** One command class and the pure function that decides it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- bodies differ from entry to entry; `on` checks each pair
export type Binding<State, Event extends DomainEvent> = readonly [CommandClass<any>, Decide<State, any, Event>];

/**
 * Nest providers that carry each command to its decision. A command lives in one line of the list:
 * `bind(account, [[RegisterAccount, register], [RecategoriseAccount, recategorise]])`.
 */
export function bind<State, Event extends DomainEvent>(
  decider: Decider<State, Event>,
  bindings: readonly Binding<State, Event>[],
): Provider[] {
  return bindings.map(([command, decide]) => handler(decider, command, decide));
}

function handler<State, Body, Event extends DomainEvent>(
  decider: Decider<State, Event>,
  command: CommandClass<Body>,
  decide: Decide<State, Body, Event>,
): Type<ICommandHandler> {
  @CommandHandler(command)
  class BoundHandler implements ICommandHandler<Command<Body>, CommandResult> {
    constructor(private readonly runner: CommandRunner) {}

    execute(received: Command<Body>): Promise<CommandResult> {
      return this.runner.run(decider, decide, received);
    }
  }
  Object.defineProperty(BoundHandler, 'name', { value: `${command.name}Handler` });
  return BoundHandler;
}
