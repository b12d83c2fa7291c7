import {
  type Command,
  type CommandResult,
  CommandRunner,
  type Decide,
  type Decider,
  type DomainEvent,
  type EventStore,
  Rejection,
} from '@mainstay/event-sourcing';
import { Histogram, type Registry } from 'prom-client';
import { now, type Tracer } from './tracer';

/** Carries commands out as ever, measured and traced by the kind of command. */
export class ObservedCommandRunner extends CommandRunner {
  private readonly seconds: Histogram;

  constructor(
    store: EventStore,
    metrics: Registry,
    private readonly tracer: Tracer,
  ) {
    super(store);
    this.seconds = new Histogram({
      name: 'mainstay_command_seconds',
      help: 'Time to carry a command out, by its kind and how it ended.',
      labelNames: ['command', 'outcome'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers: [metrics],
    });
  }

  override async run<State, Body, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    decide: Decide<State, Body, Event>,
    command: Command<Body>,
  ): Promise<CommandResult> {
    const kind = command.constructor.name;
    const began = now();
    const span = this.tracer.begin(command.context.correlation, kind);
    try {
      const result = await super.run(decider, decide, command);
      const outcome = result.changed ? 'recorded' : 'unchanged';
      this.seconds.observe({ command: kind, outcome }, (now() - began) / 1_000);
      span.end({ attributes: { outcome } });
      return result;
    } catch (error) {
      const outcome = error instanceof Rejection ? error.name : 'failure';
      this.seconds.observe({ command: kind, outcome }, (now() - began) / 1_000);
      span.end({ attributes: { outcome }, error: error instanceof Rejection ? error.code : outcome });
      throw error;
    }
  }
}
